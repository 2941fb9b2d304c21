"""A box to check when something is done, or chosen; its words wrap, and belong to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from filet.gui.theme import Theme
from filet.gui.widgets.labels import Text
from filet.gui.widgets.radio import Check


class CheckLine(QWidget):
    """The box, and the words beside it."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, words: str, *, chooses: bool = False) -> None:
        super().__init__()
        self.box = Check(theme, words, chooses=chooses)
        self.words = Text(theme, words)
        self.setFocusProxy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.box.toggled.connect(self.toggled)

    def isChecked(self) -> bool:  # noqa: N802 - as Qt says it of a box
        """Tell whether it is done."""
        return self.box.isChecked()

    def setChecked(self, done: bool) -> None:  # noqa: N802 - as Qt says it of a box
        """Show whether it is done."""
        self.box.setChecked(done)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Check the box when its words are pressed."""
        if self.isEnabled() and event.button() is Qt.MouseButton.LeftButton:
            self.box.click()
