"""One thread for the vault: a long work lets the others have their turn, and stops for a lock."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QMetaObject,
    QObject,
    Qt,
    QTimer,
    SignalInstance,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from filet.gui.task_runner import TaskRunner


class Asker(QObject):
    """Asks for works, and hears what came of them."""

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__()
        self.runner, self.heard = runner, list[Any]()

    def ask(self, work: Callable[[], Any], **how: Any) -> None:
        hear = self.heard.append
        self.runner.submit(self, work, done=hear, failed=hear, **how)

    def wait(self) -> None:
        while self.runner.busy():
            QCoreApplication.processEvents()


@pytest.fixture
def asker(qapp: QApplication) -> Iterator[Asker]:
    made = Asker(TaskRunner())
    yield made
    made.runner.close()


class Long:
    """A work that goes on until it is told to, and serves the others once."""

    def __init__(self, runner: TaskRunner) -> None:
        self._runner = runner
        self.begun, self.may_serve = threading.Event(), threading.Event()
        self.went_on: bool | None = None

    def __call__(self) -> str:
        self.begun.set()
        self.may_serve.wait(10)
        self.went_on = self._runner.serve()
        return "long"


def test_what_waits_is_done_inside_a_long_work_in_the_order_it_was_asked(asker: Asker) -> None:
    long = Long(asker.runner)
    asker.ask(long)
    long.begun.wait(10)
    for word in ("one", "two"):
        asker.ask(partial(str, word))
    long.may_serve.set()
    asker.wait()
    assert asker.heard == ["one", "two", "long"]
    assert long.went_on


def test_what_must_be_alone_stops_a_long_work_and_comes_after_it(asker: Asker) -> None:
    long = Long(asker.runner)
    asker.ask(long)
    long.begun.wait(10)
    asker.ask(lambda: "write")
    asker.ask(lambda: "lock", alone=True)
    asker.ask(lambda: "after")
    long.may_serve.set()
    asker.wait()
    assert asker.heard == ["write", "long", "lock", "after"]
    assert long.went_on is False


def test_an_error_inside_a_long_work_is_told_to_who_asked_and_stops_nothing(asker: Asker) -> None:
    long = Long(asker.runner)
    asker.ask(long)
    long.begun.wait(10)
    asker.ask(lambda: 1 // 0)
    long.may_serve.set()
    asker.wait()
    error, said = asker.heard
    assert isinstance(error, ZeroDivisionError)
    assert said == "long"


def test_what_a_later_question_replaces_is_not_done(asker: Asker) -> None:
    long = Long(asker.runner)
    done: list[str] = []
    asker.ask(long)
    long.begun.wait(10)
    for word in ("first", "last"):
        asker.ask(partial(done.append, word), latest=True)
    long.may_serve.set()
    asker.wait()
    assert done == ["last"]


def test_closing_lets_all_that_was_asked_end(qapp: QApplication) -> None:
    asker, done = Asker(TaskRunner()), list[int]()
    for number in range(5):
        asker.ask(partial(done.append, number))
    asker.runner.close()
    assert done == [0, 1, 2, 3, 4]


def test_soon_is_after_what_is_going_on_and_in_order(qtbot: QtBot, asker: Asker) -> None:
    heard: list[str] = []
    for word in ("first", "second"):
        asker.runner.soon(asker, partial(heard.append, word))
    heard.append("now")
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == ["now", "first", "second"]


def test_a_key_comes_between_two_acts_that_were_to_be_soon(qtbot: QtBot, asker: Asker) -> None:
    heard: list[str] = []
    key = QTimer(asker, singleShot=True)
    key.timeout.connect(lambda: heard.append("key"))

    def first() -> None:
        heard.append("first")
        QMetaObject.invokeMethod(key, "timeout", Qt.ConnectionType.QueuedConnection)

    for act in (first, lambda: heard.append("second")):
        asker.runner.soon(asker, act)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == ["first", "key", "second"]


def test_soon_never_comes_for_who_is_gone_nor_once_closed(qtbot: QtBot) -> None:
    runner, heard, gone = TaskRunner(), list[str](), QObject()
    kept = QObject()
    runner.soon(gone, lambda: heard.append("gone"))
    delete(gone)
    runner.soon(kept, lambda: heard.append("closed"))
    runner.close()
    with qtbot.waitSignal(_later(kept), timeout=5_000):
        pass
    assert heard == []


def _later(owner: QObject) -> SignalInstance:
    """Return a signal that comes after everything that was to be soon."""
    timer = QTimer(owner, singleShot=True, interval=20)
    timer.start()
    return timer.timeout


def test_a_page_that_asks_while_the_program_ends_asks_for_nothing(qapp: QApplication) -> None:
    asker, done = Asker(TaskRunner()), list[int]()
    asker.runner.close()
    asker.ask(partial(done.append, 1))
    assert not asker.runner.busy()
    assert done == []


def test_what_is_asked_for_while_it_is_held_begins_in_its_order(asker: Asker) -> None:
    asker.runner.hold()
    asker.ask(lambda: "first")
    asker.ask(lambda: "second")
    assert asker.runner.busy()
    assert asker.heard == []
    asker.runner.release()
    asker.wait()
    assert asker.heard == ["first", "second"]


def test_a_runner_that_is_closed_while_it_is_held_ends_what_was_asked_for(
    qapp: QApplication,
) -> None:
    done = list[str]()
    asker = Asker(TaskRunner())
    asker.runner.hold()
    asker.ask(lambda: done.append("the last draft"))
    asker.runner.close()
    assert done == ["the last draft"]
