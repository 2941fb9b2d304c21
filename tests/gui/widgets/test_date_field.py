"""A day is typed or picked, by keys alone; its echo stands beside it."""

from __future__ import annotations

from datetime import date

import pytest
from indoors import Indoors
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from said import aloud

from filet.gui.typed import DAY, DUE, TOLD, Reading
from filet.gui.widgets.date_field import DateField

Key = Qt.Key


class Form(QWidget):
    """A field among others, on a page where F4 means something else."""

    def __init__(self, house: Indoors, reading: Reading) -> None:
        super().__init__()
        self.field = DateField(house.context, "&Quand", reading=reading)
        self.other = QLineEdit()
        self.resumed = 0
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.other)
        QShortcut(QKeySequence("F4"), self).activated.connect(self._resume)

    def _resume(self) -> None:
        self.resumed += 1


def form(qtbot: QtBot, house: Indoors | None = None, reading: Reading = DUE) -> Form:
    made = Form(house or Indoors(), reading)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.take_focus()
    return made


def keys(qtbot: QtBot, *pressed: Key) -> None:
    for key in pressed:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)


def echo(made: Form) -> str:
    return made.field.echo.text().replace("\u00a0", " ")


def test_the_day_is_said_in_full_while_she_types(qtbot: QtBot) -> None:
    made = form(qtbot)
    qtbot.keyClicks(made.field.line, "demain 9h")
    assert echo(made) == "mardi 24 novembre 2026, 9 h"
    assert made.field.line.accessibleDescription() == made.field.echo.text()


def test_nothing_is_held_against_her_while_she_types(qtbot: QtBot) -> None:
    made = form(qtbot)
    qtbot.keyClicks(made.field.line, "bien")
    assert echo(made) == ""
    made.other.setFocus()
    assert echo(made).startswith("Pas compris.")
    made.field.take_focus()
    assert echo(made) == ""


def test_a_day_that_is_past_is_said_to_be(qtbot: QtBot) -> None:
    made = form(qtbot)
    qtbot.keyClicks(made.field.line, "2025-02-27")
    assert echo(made).endswith("déjà passé")


def test_what_she_tells_is_kept_as_she_tells_it(qtbot: QtBot) -> None:
    made = form(qtbot, reading=TOLD)
    qtbot.keyClicks(made.field.line, "l'ete passe")
    assert echo(made) == "juin 2026 à août 2026"
    made.field.show_text("quand elle était petite")
    made.other.setFocus()
    assert echo(made).startswith("Pas de jour précis")
    assert made.field.text() == "quand elle était petite"


def test_f4_opens_the_calendar_and_the_page_does_not_hear_it(qtbot: QtBot) -> None:
    made = form(qtbot)
    keys(qtbot, Key.Key_F4)
    assert made.field.calendar is not None
    assert made.field.calendar.isVisible()
    keys(qtbot, Key.Key_F4)
    assert not made.field.calendar.isVisible()
    assert made.field.line.hasFocus()
    assert made.resumed == 0


@pytest.mark.parametrize(
    ("pressed", "day"),
    [
        ((), "23 novembre 2026"),
        ((Key.Key_Right,), "24 novembre 2026"),
        ((Key.Key_Left, Key.Key_Left), "21 novembre 2026"),
        ((Key.Key_Down, Key.Key_Down), "7 décembre 2026"),
        ((Key.Key_PageDown,), "23 décembre 2026"),
        ((Key.Key_PageUp, Key.Key_Home), "1er octobre 2026"),
        ((Key.Key_End,), "30 novembre 2026"),
    ],
)
def test_arrows_choose_a_day_and_enter_writes_it(
    qtbot: QtBot, pressed: tuple[Key, ...], day: str
) -> None:
    made = form(qtbot)
    with qtbot.waitSignal(made.field.edited):
        keys(qtbot, Key.Key_F4, *pressed, Key.Key_Return)
    assert made.field.text().replace("\u00a0", " ") == day
    assert made.field.line.hasFocus()


def test_the_hour_that_was_typed_stays_with_the_day_that_is_picked(qtbot: QtBot) -> None:
    made = form(qtbot)
    qtbot.keyClicks(made.field.line, "demain 9h")
    keys(qtbot, Key.Key_F4, Key.Key_Right, Key.Key_Space)
    assert echo(made) == "mercredi 25 novembre 2026, 9 h"


def test_escape_closes_the_calendar_and_changes_nothing(qtbot: QtBot) -> None:
    made = form(qtbot)
    qtbot.keyClicks(made.field.line, "ven")
    keys(qtbot, Key.Key_F4, Key.Key_Down, Key.Key_Escape)
    assert made.field.text() == "ven"
    assert made.field.calendar is not None
    assert not made.field.calendar.isVisible()


def test_the_calendar_opens_on_the_day_that_was_typed(qtbot: QtBot) -> None:
    made = form(qtbot, reading=DAY)
    qtbot.keyClicks(made.field.line, "3 mars")
    keys(qtbot, Key.Key_F4)
    calendar = made.field.calendar
    assert calendar is not None
    assert calendar.month.text() == "mars 2026"
    assert [one.day for one in calendar.days if one.isChecked()] == [date(2026, 3, 3)]


@pytest.mark.parametrize(
    ("language", "name"),
    [("fr", "lundi 23 novembre 2026, aujourd’hui"), ("en", "Monday, November 23, 2026, today")],
)
def test_each_day_is_read_aloud_whole(qtbot: QtBot, language: str, name: str) -> None:
    made = form(qtbot, Indoors(language))
    keys(qtbot, Key.Key_F4)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().replace("\u00a0", " ") == name
    assert made.field.calendar is not None
    aloud(made)


def test_the_buttons_turn_the_months(qtbot: QtBot) -> None:
    made = form(qtbot)
    qtbot.mouseClick(made.field.open, Qt.MouseButton.LeftButton)
    calendar = made.field.calendar
    assert calendar is not None
    qtbot.mouseClick(calendar.next, Qt.MouseButton.LeftButton)
    assert calendar.month.text() == "décembre 2026"
    qtbot.mouseClick(calendar.former, Qt.MouseButton.LeftButton)
    assert calendar.month.text() == "novembre 2026"
