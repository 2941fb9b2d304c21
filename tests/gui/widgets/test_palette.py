"""« Aller à… »: by keys alone, and nothing typed stays behind."""

from __future__ import annotations

import pytest
from indoors import Indoors
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from said import aloud

from filet.gui.commands import Command
from filet.gui.widgets.palette import Palette

Key = Qt.Key


class Over(QWidget):
    """A page with a line to write in, and the palette over it."""

    def __init__(self, house: Indoors) -> None:
        super().__init__()
        self.resize(900, 600)
        self.line = QLineEdit(self)
        self.palette_over = Palette(house.context, self)
        self.done: list[str] = []

    def command(self, text: str, *keys: str) -> Command:
        return Command(text, lambda: self.done.append(text), keys)

    def begin(self) -> None:
        self.palette_over.begin(
            [self.command("Dossiers", "Ctrl", "1"), self.command("Réglages"), self.command("Aide")]
        )


@pytest.fixture
def over(qtbot: QtBot) -> Over:
    made = Over(Indoors())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.line.setFocus()
    made.begin()
    return made


def press(qtbot: QtBot, *keys: Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)


def rows(over: Over) -> list[str]:
    shown = over.palette_over.list
    return [shown.item(row).text() for row in range(shown.count())]


def test_everything_is_listed_before_a_letter_is_typed(over: Over) -> None:
    assert rows(over) == ["Dossiers", "Réglages", "Aide"]
    assert over.palette_over.line.hasFocus()


def test_letters_choose_and_enter_goes(qtbot: QtBot, over: Over) -> None:
    qtbot.keyClicks(over.palette_over.line, "reg")
    assert rows(over) == ["Réglages"]
    press(qtbot, Key.Key_Return)
    assert over.done == ["Réglages"]
    assert over.palette_over.isHidden()


def test_arrows_choose_without_leaving_the_line(qtbot: QtBot, over: Over) -> None:
    press(qtbot, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return)
    assert over.done == ["Réglages"]


def test_escape_closes_and_gives_the_keyboard_back(qtbot: QtBot, over: Over) -> None:
    qtbot.keyClicks(over.palette_over.line, "mirabelle")
    press(qtbot, Key.Key_Escape)
    assert over.line.hasFocus()
    assert over.done == []
    assert "mirabelle" not in aloud(over)


def test_it_goes_when_the_keyboard_goes_elsewhere(over: Over) -> None:
    over.line.setFocus()
    assert over.palette_over.isHidden()
    assert over.line.hasFocus()


def test_what_was_found_elsewhere_comes_first(qtbot: QtBot, over: Over) -> None:
    with qtbot.waitSignal(over.palette_over.typed) as asked:
        qtbot.keyClicks(over.palette_over.line, "a")
    over.palette_over.show_found(asked.args[0], [over.command("Mirabelle E.")])
    assert rows(over)[0] == "Mirabelle E."
    press(qtbot, Key.Key_Return)
    assert over.done == ["Mirabelle E."]


def test_an_answer_to_former_letters_is_not_shown(qtbot: QtBot, over: Over) -> None:
    qtbot.keyClicks(over.palette_over.line, "ai")
    over.palette_over.show_found("a", [over.command("Mirabelle E.")])
    assert rows(over) == ["Aide"]


def test_words_that_nothing_answers_are_said(qtbot: QtBot, over: Over) -> None:
    qtbot.keyClicks(over.palette_over.line, "zzz")
    assert over.palette_over.nothing.isVisible()
    press(qtbot, Key.Key_Return)
    assert over.palette_over.isVisible()


def test_a_row_is_read_with_its_keys(over: Over) -> None:
    assert "Dossiers, Ctrl 1" in aloud(over.palette_over)


def test_no_name_stays_in_the_list_once_it_is_closed(qtbot: QtBot, over: Over) -> None:
    over.palette_over.line.setText("dos")
    assert rows(over) == ["Dossiers"]
    press(qtbot, Key.Key_Escape)
    assert rows(over) == []
