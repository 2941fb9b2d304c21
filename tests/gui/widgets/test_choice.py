"""Switches and answers where there is less room than their words take in one row."""

import pytest
from indoors import RESOURCES
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from filet.gui.theme import Theme
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.labels import FieldLabel
from filet.gui.widgets.radio import Radio

WORDS = ("Aucune", "Au téléphone", "Sur place", "Un proche")


@pytest.fixture
def theme(application: QApplication) -> Theme:
    return Theme.read(RESOURCES)


@pytest.fixture
def switch(qtbot: QtBot, theme: Theme) -> Segmented:
    made = Segmented(theme, "Interprète", [Option(one, one) for one in WORDS], WORDS[0])
    qtbot.addWidget(made)
    return made


def shown_at(qtbot: QtBot, switch: Segmented, width: int) -> list[QAbstractButton]:
    switch.resize(width, switch.heightForWidth(width))
    switch.show()
    qtbot.waitExposed(switch)
    return switch.findChildren(QAbstractButton)


def test_a_switch_stands_in_one_row_where_there_is_room(qtbot: QtBot, switch: Segmented) -> None:
    parts = shown_at(qtbot, switch, switch.sizeHint().width())
    assert len({part.y() for part in parts}) == 1
    assert [part.x() for part in parts[1:]] == [part.geometry().right() + 1 for part in parts[:-1]]


def test_a_switch_without_room_breaks_into_rows_and_no_word_is_cut(
    qtbot: QtBot, switch: Segmented
) -> None:
    parts = shown_at(qtbot, switch, switch.sizeHint().width() // 2)
    assert len({part.y() for part in parts}) > 1
    assert all(switch.rect().contains(part.geometry()) for part in parts)
    assert all(part.width() >= part.sizeHint().width() for part in parts)


def test_arrows_go_from_row_to_row_of_a_switch(qtbot: QtBot, switch: Segmented) -> None:
    parts = shown_at(qtbot, switch, switch.sizeHint().width() // 2)
    switch.activateWindow()
    parts[0].setFocus()
    qtbot.waitUntil(parts[0].hasFocus)
    for _ in WORDS[1:]:
        qtbot.keyClick(switch.window().focusWidget(), Qt.Key.Key_Right)
    assert switch.value() == WORDS[-1]


def test_an_answer_without_room_takes_more_lines(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    answer = Radio(theme, "Pas de papier : on la retient ensemble, à voix haute")
    column = QVBoxLayout(page)
    column.addWidget(answer)
    column.addStretch(1)
    page.resize(answer.sizeHint().width() // 2, 300)
    page.show()
    qtbot.waitExposed(page)
    assert answer.width() < page.width()
    assert answer.height() == answer.heightForWidth(answer.width())
    assert answer.height() > answer.sizeHint().height()


def test_the_name_of_a_field_asks_for_one_line_and_does_with_less(
    qtbot: QtBot, theme: Theme
) -> None:
    name, line = FieldLabel(theme, "Si quelqu'un d'autre répond, &dire"), QLineEdit()
    name.setBuddy(line)
    for one in (name, line):
        qtbot.addWidget(one)
    assert name.sizeHint().height() == name.heightForWidth(10_000)
    assert name.minimumSizeHint().width() < name.sizeHint().width() / 2
