"""« À revoir »: proposed by the level, typed freely, echoed in full."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.moments import Due
from filet.gui.context import Context
from filet.gui.sayings import day_text, hour_text
from filet.gui.widgets.due_field import DueField


class ReviewField(QWidget):
    """Shows what is proposed until she types something else."""

    edited = Signal()

    def __init__(self, context: Context, label: str) -> None:
        super().__init__()
        self._context = context
        self._proposed: Due | None = None
        self.field = DueField(context, label)
        self.setFocusProxy(self.field.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.field.edited.connect(lambda _: self.edited.emit())

    def propose(self, due: Due | None) -> None:
        """Show what a level proposes, unless something else was typed."""
        if due == self._proposed:
            return
        typed = self.text()
        self._proposed = due
        if not typed:
            self.field.show_text(self._written(due))

    def due(self) -> Due | None:
        """Return when it is to be looked at again, or nothing where that cannot be read."""
        text = self.field.text().strip()
        if self._proposed is not None and text == self._written(self._proposed):
            return self._proposed
        return self.field.due()

    def text(self) -> str:
        """Return what she typed; nothing while it is as proposed."""
        text = self.field.text()
        return "" if text.strip() == self._written(self._proposed) else text

    def show_text(self, text: str) -> None:
        """Show what a draft kept."""
        self.field.show_text(text or self._written(self._proposed))

    def show_wrong(self) -> None:
        """Say that the day cannot be read, and go there."""
        self.field.ask_again()

    def _written(self, due: Due | None) -> str:
        if due is None:
            return ""
        day = day_text(self._context, due.day)
        return f"{day}, {hour_text(self._context, due.hour)}" if due.hour else day
