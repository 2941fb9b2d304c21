"""What she tells of control, beside what weighs and what protects: words, and no number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.models.control_said import ControlSaid, ControlTold
from filet.gui.widgets.control_card import words_of
from filet.gui.widgets.facts import Card
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import muted

_AT_FIRST = 4


class ControlFacts(Card):
    """Hidden where nothing was told: an empty card would read as « there is none »."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self._said: Sequence[ControlSaid] = ()
        self.hide()

    def show_told(self, told: ControlTold) -> None:
        """Show the words in the order of time."""
        self._said = told.by_time
        self.title.setText(told.title)
        self.title.setAccessibleName(told.title)
        self.setVisible(bool(told.by_time))
        self.draw(tuple(told.by_time))

    def draw_lines(self) -> None:
        """Draw the words of each."""
        rows = [lambda one=one: self._row(one) for one in self._said]
        self.show_rows(rows, _AT_FIRST, self.context.t("Read the rest"))

    def _row(self, one: ControlSaid) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(self.context.theme, f"{one.tactic} · {one.when}"))
        column.addWidget(words_of(self.context, one))
        column.addWidget(muted(self.context, one.about))
        return row
