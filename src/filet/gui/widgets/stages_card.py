"""The chronology in eight stages, folded: a way to read again what was told, never a place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.models.stages_said import StagesSaid
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import card, emptied, line, muted
from filet.gui.widgets.small import SmallLink


class StagesCard(QWidget):
    """Opened by a link; closed again each time the page is made."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        frame, column = card(context)
        self.title = Heading(context.theme, "", kind="h3")
        self.note = Text(context.theme)
        self.source = muted(context, "")
        self.unfold = SmallLink(context, context.t("Read what was told by stage"))
        self.unfold.setCheckable(True)
        self.lines = QWidget()
        self._column = QVBoxLayout(self.lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in (self.title, self.note, self.source):
            column.addWidget(part)
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.lines)
        self.lines.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.unfold.toggled.connect(self.lines.setVisible)

    def show_stages(self, said: StagesSaid) -> None:
        """Show the stages in their order, and under each what was told."""
        for text, words in ((self.title, said.title), (self.note, said.note)):
            text.setText(words)
            text.setAccessibleName(words)
        self.source.setText(said.source)
        emptied(self._column)
        for name, facts in said.stages:
            self._column.addWidget(line())
            self._column.addWidget(Text(self._context.theme, name, kind="strong"))
            self._show_facts(facts)

    def _show_facts(self, facts: Sequence[str]) -> None:
        for fact in facts:
            self._column.addWidget(Text(self._context.theme, fact))
        if not facts:
            self._column.addWidget(muted(self._context, self._context.t("Nothing was told here.")))
