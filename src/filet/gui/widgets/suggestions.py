"""A line to write in that proposes a few words; any other may be typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.combo import Combo


class Suggestions(QWidget):
    """The label, and the line."""

    edited = Signal(str)

    def __init__(self, context: Context, label: str, words: Sequence[str]) -> None:
        super().__init__()
        self.box = Combo(context, label.replace("&", ""))
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.addItems(list(words))
        self.box.setCurrentIndex(-1)
        self.box.setMinimumWidth(context.theme.px(180))
        self.label = QLabel(label)
        self.label.setFont(context.theme.font("label"))
        self.label.setBuddy(self.box)
        line = self.box.lineEdit()
        if line is not None:
            line.setAccessibleName(label.replace("&", ""))
            line.setFont(self.box.font())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for part in (self.label, self.box):
            column.addWidget(part)
        self.setFocusProxy(self.box)
        self.box.editTextChanged.connect(self.edited)

    def text(self) -> str:
        """Return what is written or chosen."""
        return self.box.currentText()

    def show_text(self, text: str) -> None:
        """Put a text in the line."""
        self.box.setEditText(text)

    def take_focus(self) -> None:
        """Put the caret in the line."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
