"""What stands behind the door is learnt once that was painted; whoever opens first waits for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from fakes.runner import Later
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from filet.gui.guards import Face
from filet.gui.learning import Learning


@pytest.fixture
def runner(application: QApplication) -> Later:
    return Later()


@pytest.fixture
def learning(qtbot: QtBot, runner: Later) -> Learning:
    page = QWidget()
    qtbot.addWidget(page)
    return Learning(runner, page, page)


def begin(learning: Learning, heard: list[str], *first: Callable[[], object]) -> None:
    learning.begin(first, (), partial(heard.append, "the vault may work"))


def shown(learning: Learning) -> None:
    """Let the page be painted."""
    learning._page.show()
    QApplication.processEvents()
    learning._page.repaint()


def test_nothing_is_learnt_before_the_page_is_painted(learning: Learning, runner: Later) -> None:
    heard = list[str]()
    begin(learning, heard, partial(heard.append, "first"))
    runner.all()
    assert heard == []
    shown(learning)
    assert heard == []  # not inside of the painting either
    runner.all()
    assert heard == ["first", "the vault may work"]


def test_a_window_that_is_never_painted_learns_all_the_same(
    qtbot: QtBot, learning: Learning, runner: Later
) -> None:
    heard = list[str]()
    begin(learning, heard)
    qtbot.waitUntil(lambda: bool(runner.coming))
    runner.all()
    assert heard == ["the vault may work"]


def test_whoever_needs_it_waits_until_it_is_there(learning: Learning, runner: Later) -> None:
    heard = list[str]()
    begin(learning, heard)
    learning.then(partial(heard.append, "opened"))
    shown(learning)
    assert heard == []
    runner.all()
    assert heard == ["the vault may work", "opened"]


def test_where_nothing_is_learnt_nobody_waits(learning: Learning) -> None:
    heard = list[str]()
    learning.then(partial(heard.append, "opened"))
    assert heard == ["opened"]


def test_she_comes_in_once_all_is_there(desk: Any, runner: Later) -> None:
    one, heard = waiting(desk, runner)
    one.open()
    assert one.shell.room is None
    assert one.face is Face.ROOM  # Esc twice covers and Ctrl+L locks from now on
    shown(one.shell.learning)
    runner.all()
    assert heard == ["the vault may work"]
    assert one.shell.stack.currentWidget() is one.shell.room


def test_a_lock_meanwhile_closes_the_dossiers(desk: Any, runner: Later) -> None:
    one, _ = waiting(desk, runner)
    one.open()
    one.shell.lock()
    shown(one.shell.learning)
    runner.all()
    assert one.shell.room is None
    assert one.shell._inside is None
    one.open()  # nobody holds the vault any more
    runner.all()
    assert one.shell.stack.currentWidget() is one.shell.room


def test_the_cover_hides_what_is_still_coming(desk: Any, runner: Later) -> None:
    one, _ = waiting(desk, runner)
    one.open()
    one.shell.hide_screen()
    shown(one.shell.learning)
    runner.all()
    assert one.shell.stack.currentWidget() is one.shell.cover


def waiting(desk: Any, runner: Later) -> tuple[Any, list[str]]:
    """Return a window that is about to learn."""
    one, heard = desk(runner=runner), list[str]()
    runner.all()
    begin(one.shell.learning, heard)
    return one, heard
