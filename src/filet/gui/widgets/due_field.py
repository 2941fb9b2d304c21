"""When something is to be done, where there is little room: the echo stands under the line."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from filet.domain.moments import Due
from filet.gui.typed import typed_due
from filet.gui.widgets.date_field import DateField


class DueField(DateField):
    """A day to come, and its hour where one was typed."""

    def due(self) -> Due | None:
        """Return what was typed, or nothing where nothing was or it cannot be read."""
        return typed_due(self._context, self.text())

    def is_clear(self) -> bool:
        """Tell whether what was typed can be read; nothing can."""
        return not self.text().strip() or self.due() is not None

    def ask_again(self) -> None:
        """Say that it cannot be read, and go there."""
        self.show_wrong(self._context.t("Write a day, such as tomorrow 9:00 or 16 Feb."))
        self.take_focus()

    def _lay_out(self) -> None:
        self.echo.setFont(self._context.theme.font("small"))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._column.addWidget(self.label)
        self._column.addLayout(row)
        for text in (self.echo, self.hint, self.wrong):
            self._column.addWidget(text)
        self.edited.connect(lambda _: self.show_wrong(""))
