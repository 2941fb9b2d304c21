"""A sleep that no system told of, and messages of Windows, read without Windows."""

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from filet.gui.host.asleep import LONGEST, Asleep
from filet.gui.host.session import Session
from filet.gui.host.windows import POWER_BROADCAST, SESSION_CHANGE, leaves


def test_a_second_that_lasts_too_long_was_a_sleep() -> None:
    asleep, slept = Asleep(100.0).looked(101.0)
    assert not slept
    assert asleep.looked(101.0 + LONGEST + 1)[1]


def test_a_busy_computer_did_not_sleep() -> None:
    assert not Asleep(100.0).looked(100.0 + LONGEST)[1]


def test_a_clock_put_back_is_no_sleep() -> None:
    assert not Asleep(100.0).looked(20.0)[1]


def test_the_session_says_that_the_computer_slept(qapp: QApplication) -> None:
    hours = iter([0.0, 1.0, 4000.0])
    session = Session(wall=lambda: next(hours))
    left = QSignalSpy(session.left)
    session.look()
    assert left.count() == 0
    session.look()
    assert left.count() == 1


def test_windows_says_locked_disconnected_and_suspended() -> None:
    assert leaves(SESSION_CHANGE, 0x7)
    assert leaves(SESSION_CHANGE, 0x2)
    assert leaves(POWER_BROADCAST, 0x4)
    assert not leaves(SESSION_CHANGE, 0x8)
    assert not leaves(POWER_BROADCAST, 0x12)
    assert not leaves(0x0100, 0x7)
