"""A room comes in by turns; a key that comes between two of them finds nothing half open."""

from __future__ import annotations

from typing import Any

import pytest
from fakes.runner import Later
from PySide6.QtWidgets import QApplication, QWidget

from filet.gui.guards import Face
from filet.gui.screens.locked import LockedScreen
from filet.gui.screens.restore import RestoreScreen
from filet.gui.screens.unsaved import UnsavedScreen
from filet.gui.where import SETTINGS, Where

TURNS = 3
"""Turns after which a room may not stand yet."""


@pytest.fixture
def runner(application: QApplication) -> Later:
    return Later()


@pytest.fixture
def one(desk: Any, runner: Later) -> Any:
    made = desk(runner=runner)
    runner.all()
    return made


def begun(one: Any, runner: Later, turns: int) -> None:
    """Open, and let so many turns pass."""
    one.open()
    for _ in range(turns):
        runner.turn()


def is_in(one: Any) -> bool:
    return one.shell.room is not None and one.shell.stack.currentWidget() is one.shell.room


def test_a_room_is_shown_once_it_stands(one: Any, runner: Later) -> None:
    begun(one, runner, 0)
    assert not is_in(one)
    runner.all()
    assert is_in(one)


@pytest.mark.parametrize("turns", range(TURNS))
def test_a_lock_between_two_turns_closes_the_dossiers(one: Any, runner: Later, turns: int) -> None:
    begun(one, runner, turns)
    assert not is_in(one)
    one.shell.lock()
    runner.all()
    assert one.shell.room is None
    assert one.shell._inside is None
    one.open()  # nobody holds the vault any more
    runner.all()
    assert is_in(one)


@pytest.mark.parametrize("turns", range(TURNS))
def test_she_is_still_brought_where_she_was(one: Any, runner: Later, turns: int) -> None:
    one.open()
    runner.all()
    one.shell.room.show_place(SETTINGS)
    one.shell.lock()
    runner.all()
    begun(one, runner, turns)
    one.shell.lock()
    runner.all()
    one.open()
    runner.all()
    assert one.shell.room.place == SETTINGS


@pytest.mark.parametrize("turns", range(TURNS))
def test_a_cover_between_two_turns_is_not_lifted_by_the_room(
    one: Any, runner: Later, turns: int
) -> None:
    begun(one, runner, turns)
    one.shell.hide_screen()
    runner.all()
    assert one.face is Face.COVER
    assert not is_in(one)


def test_the_former_room_stays_until_the_next_one_stands(one: Any, runner: Later) -> None:
    one.open()
    runner.all()
    former = one.shell.room
    one.shell._enter(Where())
    assert is_in(one)
    runner.all()
    assert one.shell.room is not former
    assert is_in(one)


def test_nothing_is_seen_at_the_lock_until_its_page_stands(one: Any, runner: Later) -> None:
    one.open()
    runner.all()
    one.shell.lock()
    assert one.shell.stack.currentWidget() is one.shell.doorway
    assert one.shell.doorway.currentWidget().findChildren(QWidget) == []
    runner.all()
    assert isinstance(one.shell.doorway.currentWidget(), LockedScreen)


def test_what_is_asked_at_the_lock_is_not_covered_by_the_locked_page(
    one: Any, runner: Later
) -> None:
    one.open()
    runner.all()
    one.shell._go_back_to(None)
    runner.all()
    assert isinstance(one.shell.doorway.page, RestoreScreen)


def test_what_is_not_saved_is_not_covered_by_the_locked_page(one: Any, runner: Later) -> None:
    one.open()
    runner.all()
    one.shell.lock()
    one.shell.doorway.show_unsaved()
    runner.all()
    assert isinstance(one.shell.doorway.page, UnsavedScreen)


def test_urgent_numbers_asked_at_the_lock_stay(one: Any, runner: Later) -> None:
    one.open()
    runner.all()
    one.shell.lock()
    one.shell.doorway.toggle_emergency()
    runner.all()
    doorway = one.shell.doorway
    assert doorway.currentWidget() is doorway.emergency
    doorway.toggle_emergency()
    assert isinstance(doorway.currentWidget(), LockedScreen)
