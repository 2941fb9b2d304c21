"""What exists when she refused, or could not be asked: nothing leaves, and this remains."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.gui.context import Context
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text


class Instead(QFrame):
    """It names the way without agreement, and does not pretend to guide it."""

    told_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self.setObjectName("kind-sunken")
        self.told = Link(theme, t("Told aloud…"), icon="message-square")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(Heading(theme, t("Without her agreement, nothing leaves"), kind="h3"))
        for line in (
            t("• She can be asked again, whenever she wants."),
            t("• She can call herself, with you beside her: F9 gives the numbers."),
            t("• A life in danger now: 911, then the coordinator."),
            t(
                "• The law allows some cases without agreement (P-39.1, s. 18.1). Filet does not"
                " guide them yet: decide with the coordinator."
            ),
            t("• What was told aloud is kept in the register, whatever allowed it."),
        ):
            column.addWidget(Text(theme, line, kind="small"))
        row = Flow(gap=8)
        row.add(self.told)
        column.addLayout(row)
        self.told.clicked.connect(lambda *_: self.told_wanted.emit())
