"""One line of the register; its fields unfold under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.models.sharing_said import Said
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.small import SmallLink


class CommunicationRow(QWidget):
    """What it was, when, and what must be seen at once; the rest is one key away."""

    follow_wanted = Signal()
    """Something came back, and is to be noted."""

    def __init__(self, context: Context, said: Said, *, follows: bool = False) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context, self._said = context, said
        self._facts: QWidget | None = None
        self.open = SmallLink(context, t("Every field"))
        self.open.setCheckable(True)
        self.open.setAccessibleDescription(said.title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(2)
        self._column.addWidget(Text(theme, said.title, kind="strong"))
        self._column.addWidget(Text(theme, said.under, kind="small", tone="secondary"))
        if said.note:
            self._column.addWidget(Text(theme, said.note, kind="small", tone="note"))
        acts = Flow(gap=12, line_gap=2)
        acts.add(self.open)
        if follows:
            self.follow = SmallLink(context, t("Note what came back"))
            self.follow.setAccessibleDescription(said.title)
            self.follow.clicked.connect(lambda *_: self.follow_wanted.emit())
            acts.add(self.follow)
        self._column.addLayout(acts)
        self.open.toggled.connect(self._unfold)

    def _unfold(self, shown: bool) -> None:
        """Make the fields when they are first wanted."""
        if self._facts is None:
            self._facts = self._made()
            self._column.addWidget(self._facts)
        self._facts.setVisible(shown)

    def _made(self) -> QWidget:
        theme, facts = self._context.theme, QWidget()
        column = QVBoxLayout(facts)
        column.setContentsMargins(theme.px(14), 4, 0, 4)
        column.setSpacing(4)
        for label, text in self._said.facts:
            row = Flow(gap=12, line_gap=0)
            name = Text(theme, label, kind="small", tone="secondary")
            row.add(name, least=theme.px(170))
            value = Text(theme, text, kind="small")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            row.add(value, least=theme.px(240), stretch=1)
            column.addLayout(row)
        return facts
