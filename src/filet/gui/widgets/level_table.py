"""Levels over time as a table: the twin of the painted line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from filet.gui.context import Context
from filet.gui.models.matters import Happened
from filet.gui.sayings import LEVELS, day_text
from filet.gui.widgets.level_line import Signed, is_late


class LevelTable(QTableWidget):
    """One row for a level that was signed or a thing that happened, the oldest first."""

    def __init__(self, context: Context) -> None:
        super().__init__(0, 3)
        t = context.t
        self._context = context
        for column, title in enumerate((t("On"), t("Level, or what happened"), t("To review on"))):
            head = QTableWidgetItem(title)
            head.setFont(context.theme.font("label"))
            self.setHorizontalHeaderItem(column, head)
        self.setAccessibleName(t("Risk over time"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setFont(context.theme.font("small"))
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(context.theme.px(200))

    def show_levels(self, signed: Sequence[Signed], happened: Sequence[Happened] = ()) -> None:
        """Show the levels and what happened."""
        rows = [(one.day, self._level(one), self._review(one)) for one in signed]
        rows += [(one.day, one.text, "") for one in happened]
        rows.sort(key=lambda row: row[0])
        self.setRowCount(len(rows))
        for number, (day, text, review) in enumerate(rows):
            for column, cell in enumerate((day_text(self._context, day), text, review)):
                self.setItem(number, column, QTableWidgetItem(cell))

    def _level(self, one: Signed) -> str:
        t = self._context.t
        name = t(LEVELS[one.level])
        return t("{level} (provisional)", level=name) if one.provisional else name

    def _review(self, one: Signed) -> str:
        if one.review is None:
            return ""
        day = day_text(self._context, one.review)
        late = is_late(self._context, one)
        return self._context.t("{day} (passed)", day=day) if late else day
