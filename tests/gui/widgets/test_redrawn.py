"""Lines that are drawn anew come together, and move what stands around them once."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from filet.gui.widgets.redrawn import redrawn


class Sizes(QObject):
    """Counts the sizes that a widget is given."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Resize
        return False


@dataclass
class Lines:
    """A column of one line that is shown, and what stands under it."""

    whole: QWidget
    column: QVBoxLayout
    former: QLabel
    under: QWidget


@pytest.fixture
def shown(qtbot: QtBot) -> Lines:
    whole, held = QWidget(), QWidget()
    around, column = QVBoxLayout(whole), QVBoxLayout(held)
    lines = Lines(whole, column, QLabel("former"), QWidget())
    around.addWidget(held)
    around.addWidget(lines.under, 1)
    column.addWidget(lines.former)
    qtbot.addWidget(whole)
    whole.resize(300, 600)
    whole.show()
    qtbot.waitExposed(whole)
    return lines


def test_lines_that_are_drawn_again_are_shown_together_and_move_the_page_once(
    qtbot: QtBot, shown: Lines
) -> None:
    sizes, lines = Sizes(shown.under), [QLabel("line") for _ in range(6)]
    with redrawn(shown.column):
        for line in lines:
            shown.column.addWidget(line)
    assert shown.former.isHidden()
    assert all(line.isVisible() for line in lines)
    assert sizes.count == 0
    qtbot.waitUntil(lambda: lines[-1].y() > lines[0].y())
    assert sizes.count == 1


def test_a_line_that_is_kept_stays_and_one_that_is_hidden_stays_so(shown: Lines) -> None:
    hidden = QLabel("for later")
    hidden.hide()
    with redrawn(shown.column, {shown.former}):
        shown.column.addWidget(hidden)
        shown.column.addWidget(shown.former)
    assert (shown.former.isVisible(), hidden.isVisible()) == (True, False)
