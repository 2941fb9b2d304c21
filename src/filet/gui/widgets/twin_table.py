"""The table that says what a picture shows, for whoever does not see the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from filet.gui.context import Context


class TwinTable(QTableWidget):
    """Rows of texts that are read; Tab goes on to what follows the table."""

    def __init__(self, context: Context, name: str, titles: Sequence[str]) -> None:
        super().__init__(0, len(titles))
        for column, title in enumerate(titles):
            head = QTableWidgetItem(title)
            head.setFont(context.theme.font("label"))
            self.setHorizontalHeaderItem(column, head)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setFont(context.theme.font("small"))
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(context.theme.px(200))

    def show_texts(self, rows: Sequence[Sequence[str]]) -> None:
        """Show rows, each with a text for every title."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                self.setItem(number, column, QTableWidgetItem(text))
