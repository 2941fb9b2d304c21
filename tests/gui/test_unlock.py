from typing import Any

from builders import PASSPHRASE
from fakes.runner import Later
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from filet.gui.guards import Face
from filet.gui.screens.first_run import FirstRunScreen
from filet.gui.screens.locked import LockedScreen
from filet.gui.widgets.labels import Text


def unlock_page(desk: Any) -> Any:
    return desk.shell.doorway.page


def test_initials_and_passphrase_open(desk: Any, qtbot: QtBot) -> None:
    one = desk()
    page = unlock_page(one)
    qtbot.keyClicks(page.initials.line, "ab")
    qtbot.keyClick(page.initials.line, Qt.Key.Key_Return)
    assert page.passphrase.line.hasFocus()
    qtbot.keyClicks(page.passphrase.line, PASSPHRASE)
    qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    assert one.face is Face.ROOM
    assert one.shell.room.top.who.text() == "AB"


def test_the_passphrase_leaves_the_line_once_used(desk: Any) -> None:
    one = desk()
    page = unlock_page(one)
    one.open()
    assert page.passphrase.text() == ""


def test_a_wrong_passphrase_says_nothing_of_who_works_here(desk: Any) -> None:
    one = desk()
    page = unlock_page(one)
    one.open("AB", "pas la bonne")
    known = page.notice.title()
    one.open("ZZ", "pas la bonne")
    assert page.notice.title() == known
    assert page.passphrase.text() == "pas la bonne"
    assert page.passphrase.line.selectedText() != ""


def test_the_third_wrong_passphrase_makes_her_wait(desk: Any) -> None:
    one = desk()
    page = unlock_page(one)
    for _ in range(3):
        assert page.open.isEnabled()
        one.open("AB", "pas la bonne")
    assert not page.open.isEnabled()
    assert page.open.text() == "Réessayer dans 4 s"
    for _ in range(4):
        page._count_down()
    assert page.open.isEnabled()
    assert page.open.text() == "&Ouvrir"


def test_while_she_waits_enter_tries_nothing(desk: Any) -> None:
    one = desk()
    for _ in range(3):
        one.open("AB", "pas la bonne")
    one.open()
    assert one.face is Face.DOOR


def test_another_language_does_not_shorten_the_wait(desk: Any, qtbot: QtBot) -> None:
    one = desk()
    for _ in range(3):
        one.open("AB", "pas la bonne")
    unlock_page(one).language_chosen.emit("en")
    page = unlock_page(one)
    assert page.open.text() == "Try again in 4 s"
    assert page.initials.text() == "AB"


def test_the_passphrase_is_shown_only_when_asked(desk: Any, qtbot: QtBot) -> None:
    page = unlock_page(desk())
    line = page.passphrase.line
    assert line.echoMode() is QLineEdit.EchoMode.Password
    qtbot.mouseClick(page.passphrase._show, Qt.MouseButton.LeftButton)
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    assert page.passphrase._show.accessibleName() == "Cacher ce qui est tapé"


def test_capitals_without_shift_mean_caps_lock(desk: Any) -> None:
    page = unlock_page(desk())
    QTest.keyClick(page.passphrase.line, "A")  # type: ignore[call-overload]  # text is accepted
    assert page.keyboard._caps.isVisibleTo(page)


def test_the_recovery_key_opens(desk: Any, qtbot: QtBot) -> None:
    one = desk()
    page = unlock_page(one)
    qtbot.mouseClick(page.forgot, Qt.MouseButton.LeftButton)
    for field, line in zip(page.forgotten.lines.fields, one.house.recovery, strict=True):
        qtbot.keyClicks(field.line, line.lower())
    qtbot.mouseClick(page.forgotten.open, Qt.MouseButton.LeftButton)
    assert one.face is Face.ROOM


def test_a_mistyped_line_is_told_by_itself(desk: Any, qtbot: QtBot) -> None:
    one = desk()
    page = unlock_page(one)
    qtbot.mouseClick(page.forgot, Qt.MouseButton.LeftButton)
    lines = list(one.house.recovery)
    lines[1] = "0000 0000"
    for field, line in zip(page.forgotten.lines.fields, lines, strict=True):
        field.show_text(line)
    qtbot.mouseClick(page.forgotten.open, Qt.MouseButton.LeftButton)
    told = [bool(field.wrong.text()) for field in page.forgotten.lines.fields]
    assert told == [False, True, False, False]
    assert one.face is Face.DOOR


def test_without_dossiers_the_first_start_is_shown(desk: Any) -> None:
    assert isinstance(unlock_page(desk(made=False)), FirstRunScreen)


def test_f9_works_before_opening(desk: Any, qtbot: QtBot) -> None:
    one = desk()
    qtbot.keyClick(one.shell, Qt.Key.Key_F9)
    assert one.shell.doorway.currentWidget() is one.shell.doorway.emergency
    qtbot.keyClick(one.shell, Qt.Key.Key_F9)
    assert one.shell.doorway.currentWidget() is unlock_page(one)


def test_911_stands_there_before_the_numbers_are_read(desk: Any, qtbot: QtBot) -> None:
    runner = Later()
    one = desk(runner=runner)
    qtbot.keyClick(one.shell, Qt.Key.Key_F9)
    shown = one.shell.doorway.emergency.findChildren(Text)
    assert "En danger maintenant\u00a0: 911" in [text.text() for text in shown]
    runner.all()
    shown = one.shell.doorway.emergency.findChildren(Text)
    assert "SOS violence conjugale" in [text.text() for text in shown]


def test_after_a_lock_the_page_says_since_when(desk: Any) -> None:
    one = desk()
    one.open()
    one.shell.lock()
    page = unlock_page(one)
    assert isinstance(page, LockedScreen)
    assert page.since.text().startswith("Verrouillé à 14")
    assert page.initials.text() == ""
