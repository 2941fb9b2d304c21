"""A card of the accesses: what it is about, how it stands, and one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from filet.gui.context import Context
from filet.gui.widgets.buttons import Link, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.labels import Heading, Text


class AccessCard(QFrame):
    """Without a button where her role lets her do nothing of it."""

    def __init__(self, context: Context, icon: str, title: str, button: str = "") -> None:
        super().__init__()
        theme = context.theme
        self.setObjectName("kind-card")
        picture = IconLabel(theme, 20)
        picture.show_icon(icon)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Heading(theme, title, kind="h3"), 1)
        self.text = Text(theme, tone="secondary")
        self.state = Text(theme, kind="small", tone="muted")
        self.state.hide()
        self.act = Secondary(theme, button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.state)
        self._acts = Flow(gap=12, line_gap=8)
        self._acts.add(self.act)
        column.addLayout(self._acts)
        self.act.setVisible(bool(button))  # in its place first: it is no window of its own
        column.addStretch(1)

    def add_link(self, link: Link) -> None:
        """Add a second thing to do, which is rarer."""
        self._acts.add(link)

    def show_state(self, text: str, *, late: bool = False) -> None:
        """Say how it stands now."""
        self.state.setText(text)
        self.state.show_tone("note" if late else "muted")
        self.state.setVisible(bool(text))
