"""Dossiers that look alike, as a short list to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.rows import CaseLine
from filet.gui.context import Context
from filet.gui.models.case_texts import CaseTexts
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import emptied


class NearCases(QWidget):
    """A sentence, and one button for each dossier; hidden while there is none."""

    chosen = Signal(object)
    """A CaseId."""

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self._context, self._title = context, title
        self._texts = CaseTexts(context)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_texts(self, texts: CaseTexts) -> None:
        """Say names, or numbers only, from now on."""
        self._texts = texts

    def show_lines(self, lines: Sequence[CaseLine]) -> None:
        """Show these dossiers."""
        emptied(self._column)
        self.setVisible(bool(lines))
        if lines:
            self._column.addWidget(Text(self._context.theme, self._title, kind="label"))
        for line in lines:
            self._add(line)

    def _add(self, line: CaseLine) -> None:
        texts = self._texts.row(line)
        parts = (texts.name, texts.number, texts.status)
        button = Secondary(self._context.theme, " · ".join(filter(None, parts)))
        button.setAccessibleName(texts.sentence)
        button.clicked.connect(lambda *_: self.chosen.emit(line.case))
        self._column.addWidget(button)
