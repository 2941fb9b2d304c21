"""Chips of which several may be on; a draft keeps them as one text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from filet.gui.context import Context
from filet.gui.widgets.choice import FilterChip, Option
from filet.gui.widgets.flow import Flow


class ChipSet(QWidget):
    """Each chip is on or off by itself."""

    edited = Signal()

    def __init__(self, context: Context, name: str, options: Sequence[Option]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.chips = {str(one.value): FilterChip(context.theme, one) for one in options}
        row = Flow(self, gap=6, line_gap=6)
        for chip in self.chips.values():
            chip.setAccessibleDescription(name)
            chip.clicked.connect(lambda *_: self.edited.emit())
            row.add(chip)

    def text(self) -> str:
        """Return what is on, as a draft keeps it."""
        return " ".join(value for value, chip in self.chips.items() if chip.isChecked())

    def show_text(self, text: str) -> None:
        """Show what a draft kept."""
        on = text.split()
        for value, chip in self.chips.items():
            chip.setChecked(value in on)
