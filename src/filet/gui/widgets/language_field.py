"""A language: chosen among those that are met here, or typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel

from filet.domain.text import fold
from filet.gui.context import Context
from filet.gui.sayings import LANGUAGES
from filet.gui.widgets.combo import Combo


class LanguageField(Combo):
    """Gives a code where it knows one, and the word itself where it does not."""

    edited = Signal()

    def __init__(self, context: Context, label: str) -> None:
        super().__init__(context, label.replace("&", ""))
        self._names = {code: context.t(name) for code, name in LANGUAGES.items()}
        self.label = QLabel(label)
        self.label.setFont(context.theme.font("label"))
        self.label.setBuddy(self)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(self._names.values()))
        self.setCurrentIndex(-1)
        self.setMinimumWidth(context.theme.px(180))
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(label.replace("&", ""))
            line.setFont(self.font())
        self.editTextChanged.connect(lambda _: self.edited.emit())

    def text(self) -> str:
        """Return the code of a language, or the word that was typed."""
        typed = self.currentText().strip()
        known = {fold(name): code for code, name in self._names.items()}
        return known.get(fold(typed), typed)

    def show_text(self, text: str) -> None:
        """Show a language."""
        self.setEditText(self._names.get(text, text))
