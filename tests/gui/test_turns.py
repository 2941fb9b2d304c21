"""Turns: what is long to build lets keys through, and only what was asked last is built."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from time import perf_counter
from typing import Any

import pytest
from fakes.runner import Later
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from filet.gui.turns import Act, Turns


@pytest.fixture
def runner(qapp: QApplication) -> Later:
    return Later()


def _long(heard: list[Any], word: Any) -> None:
    """Take longer than a turn lasts."""
    begun = perf_counter()
    while perf_counter() - begun < 0.015:
        pass
    heard.append(word)


def test_short_acts_share_a_turn(runner: Later) -> None:
    heard: list[int] = []
    Turns(runner, runner).build(partial(heard.append, number) for number in range(5))
    assert heard == []
    assert runner.all() == 1
    assert heard == [0, 1, 2, 3, 4]


def test_long_acts_have_a_turn_each(runner: Later) -> None:
    heard: list[int] = []
    Turns(runner, runner).build(partial(_long, heard, number) for number in range(3))
    runner.turn()
    assert heard == [0]
    assert runner.all() == 3
    assert heard == [0, 1, 2]


def test_what_was_made_in_a_long_time_is_put_in_its_place_in_the_next_turn(runner: Later) -> None:
    heard: list[str] = []

    def acts() -> Iterator[Act]:
        _long(heard, "made")
        yield partial(heard.append, "placed")

    Turns(runner, runner).build(acts())
    runner.turn()
    assert heard == ["made"]
    assert runner.all() == 1
    assert heard == ["made", "placed"]


def test_what_was_made_is_styled_where_it_is_shown_and_not_in_the_next_turn(
    runner: Later, qtbot: QtBot
) -> None:
    made, styled = QWidget(), list[QEvent.Type]()
    qtbot.addWidget(made)

    class Watch(QObject):
        def eventFilter(self, _: QObject, event: QEvent) -> bool:
            styled.extend({event.type()} & {QEvent.Type.Polish})
            return False

    watch = Watch()
    made.installEventFilter(watch)
    Turns(runner, runner).build([lambda: None])
    runner.all()
    QApplication.sendPostedEvents()
    assert styled == []
    made.show()
    assert styled == [QEvent.Type.Polish]


def test_what_comes_later_replaces_what_is_not_built_yet(runner: Later) -> None:
    heard: list[str] = []
    turns = Turns(runner, runner)
    turns.build(partial(_long, heard, word) for word in ("old", "never", "never"))
    runner.turn()
    turns.build([partial(heard.append, "new")])
    runner.all()
    assert heard == ["old", "new"]


def test_what_is_to_come_after_waits_for_what_is_being_built(runner: Later) -> None:
    heard: list[str] = []
    turns = Turns(runner, runner)
    turns.build(partial(_long, heard, word) for word in ("one", "two"))
    turns.build_after([partial(heard.append, "after")])
    runner.all()
    assert heard == ["one", "two", "after"]


def test_an_act_may_ask_for_more_after_itself(runner: Later) -> None:
    heard: list[str] = []
    turns = Turns(runner, runner)

    def ask() -> None:
        heard.append("one")
        turns.build_after([partial(heard.append, "three")])

    turns.build((ask, partial(heard.append, "two")))
    runner.all()
    assert heard == ["one", "two", "three"]


def test_nothing_half_built_is_painted(runner: Later) -> None:
    part, heard = QWidget(), list[int]()
    turns = Turns(runner, part, still=part)
    turns.build(partial(_long, heard, number) for number in range(2))
    assert not part.updatesEnabled()
    runner.all()
    assert part.updatesEnabled()


def test_what_is_stopped_is_built_no_further(runner: Later) -> None:
    part, heard = QWidget(), list[int]()
    turns = Turns(runner, part, still=part)
    turns.build(partial(_long, heard, number) for number in range(2))
    runner.turn()
    turns.stop()
    runner.all()
    assert heard == [0]
    assert part.updatesEnabled()
