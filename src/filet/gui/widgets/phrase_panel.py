"""The phrase that opens a protected file: shown once, said aloud, kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.domain.ids import PaperId
from filet.gui.context import Context
from filet.gui.widgets.buttons import Primary
from filet.gui.widgets.labels import Heading, Text


class PhrasePanel(QFrame):
    """Hidden but while a phrase is there to be read."""

    read = Signal(object)
    """The PaperId whose phrase was read."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._paper: PaperId | None = None
        self.setObjectName("notice-info")
        self.heading = Heading(theme, t("File made. Its phrase, shown once:"), kind="h3")
        self.phrase = Text(theme, kind="question")
        how = t("Say it aloud, never by the same way as the file. It is kept nowhere.")
        self.how = Text(theme, how)
        self.done = Primary(theme, t("Phrase read"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 12)
        column.setSpacing(6)
        for widget in (self.heading, self.phrase, self.how):
            column.addWidget(widget)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        self.done.clicked.connect(self._read)
        self.hide()

    def show_phrase(self, phrase: str, paper: PaperId) -> None:
        """Show it, once its entry is on the disk."""
        self._paper = paper
        self.phrase.setText(phrase)
        self.phrase.setAccessibleName(phrase)
        self.show()
        self.done.setFocus()

    def waits(self) -> bool:
        """Tell whether a phrase is there to be read."""
        return self._paper is not None

    def _read(self, *_: object) -> None:
        paper, self._paper = self._paper, None
        self.phrase.setText("")
        self.phrase.setAccessibleName("")
        self.hide()
        if paper is not None:
            self.read.emit(paper)
