"""What asks that a plan be looked at again with her; only somebody who says so takes it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.gui.context import Context
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.small import SmallButton


class PlanAgain(QFrame):
    """Hidden while nothing asks for it."""

    looked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("notice-note")
        self.said = Text(context.theme, kind="small", tone="note")
        self.done = SmallButton(context.theme, context.t("Looked at again with her"))
        around = QVBoxLayout(self)
        around.setContentsMargins(*(context.theme.px(edge) for edge in (16, 2, 16, 2)))
        row = Flow(gap=12, line_gap=0)
        around.addLayout(row)
        row.add(self.said, least=context.theme.px(260), stretch=1)
        row.add(self.done)
        self.done.clicked.connect(lambda *_: self.looked.emit())
        self.hide()

    def show_facts(self, facts: Sequence[str]) -> None:
        """Show what changed since the plan was made, or looked at."""
        title = self._context.t("Her plan is to be looked at again:")
        self.said.setText(f"{title} {'; '.join(facts)}")
        self.setVisible(bool(facts))
