"""A label, and one of several words under it; nothing is chosen until somebody chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.choice import Option
from filet.gui.widgets.combo import Combo


class ComboField(QWidget):
    """A draft keeps the value of what is chosen; the first line chooses nothing."""

    edited = Signal()

    def __init__(self, context: Context, label: str, options: Sequence[Option]) -> None:
        super().__init__()
        self.label = QLabel(label)
        self.label.setFont(context.theme.font("label"))
        self.box = Combo(context, label.replace("&", ""))
        self.label.setBuddy(self.box)
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.label)
        column.addWidget(self.box)
        self.show_options(context, options)
        self.box.activated.connect(lambda _: self.edited.emit())

    def show_options(self, context: Context, options: Sequence[Option]) -> None:
        """Put these words in the place of the former; what was chosen stays where it can."""
        before = self.text()
        self.box.clear()
        self.box.addItem(context.t("Choose…"), "")
        for option in options:
            self.box.addItem(option.text, str(option.value))
        self.show_text(before)

    def text(self) -> str:
        """Return the value of what is chosen, or nothing."""
        return str(self.box.currentData() or "")

    def show_text(self, text: str) -> None:
        """Show what a draft kept."""
        self.box.setCurrentIndex(max(self.box.findData(text), 0))
