"""What this computer remembers survives a file that somebody touched, and is told when it changes."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from filet.gui.habits import Habits, Remembered
from filet.gui.theme import ThemeName
from filet.gui.usual_printer import printer_mark, usual_printer


def read(**kept: Any) -> Habits:
    return Habits.of(kept, "fr", ThemeName.LIGHT)


def test_what_was_kept_comes_back() -> None:
    habits = Habits(None, "en", ThemeName.DARK, 1.5, 10, True, False, "abc")
    assert Habits.of(habits.kept(), "fr", ThemeName.LIGHT) == habits


@pytest.mark.parametrize(
    "kept",
    [
        {"idle": 0}, {"idle": 999}, {"idle": "5"}, {"language": "xx"}, {"theme": "red"},
        {"scale": 40}, {"numbers_only": "yes"}, {"digits": 1}, {"printer": 3}, {"folder": 1},
    ],
)  # fmt: skip
def test_what_somebody_wrote_by_hand_is_not_believed(kept: dict[str, Any]) -> None:
    assert read(**kept) == Habits()


def test_a_change_says_how_it_was_and_how_it_is(qtbot: QtBot) -> None:
    habits = Remembered()
    with qtbot.waitSignal(habits.changed) as told:
        habits.take(idle=2)
    assert told.args == [Habits(), Habits(idle=2)]


def test_nothing_is_told_where_nothing_changed(qtbot: QtBot) -> None:
    habits = Remembered()
    with qtbot.assertNotEmitted(habits.changed):
        habits.take(idle=5)


@pytest.mark.parametrize(
    ("scale", "steps", "then"), [(1.0, 1, 1.15), (2.0, 1, 2.0), (1.0, -1, 1.0), (1.5, 0, 1.0)]
)
def test_text_grows_by_steps_and_no_further(scale: float, steps: int, then: float) -> None:
    habits = Remembered(Habits(scale=scale))
    habits.resize_text(steps)
    assert habits.now.scale == then


def test_a_printer_is_known_again_without_keeping_its_name() -> None:
    mark = printer_mark("Copieur de la Maison")
    assert "Copieur" not in mark
    assert usual_printer(["HP", "Copieur de la Maison"], mark) == "Copieur de la Maison"
    assert usual_printer(["HP"], mark) == ""
    assert usual_printer(["HP"], "") == ""
