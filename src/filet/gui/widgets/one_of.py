"""A label, and a list of which one line is always chosen: the first, until somebody chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.choice import Option
from filet.gui.widgets.combo import Combo, labelled


class OneOf(QWidget):
    """Gives the value of what is chosen, as a draft keeps it."""

    edited = Signal()

    def __init__(self, context: Context, label: str, options: Sequence[Option]) -> None:
        super().__init__()
        self.box = Combo(context, label)
        self.box.may_shrink()
        for option in options:
            self.box.addItem(option.text, str(option.value))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(labelled(context, label, self.box))
        self.setFocusProxy(self.box)
        self.box.activated.connect(lambda _: self.edited.emit())

    def text(self) -> str:
        """Return the value of what is chosen."""
        return str(self.box.currentData())

    def show_text(self, text: str) -> None:
        """Show a value; the first where it is none of them."""
        self.box.setCurrentIndex(max(0, self.box.findData(text)))
