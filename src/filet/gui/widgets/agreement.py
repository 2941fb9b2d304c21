"""What she says of an action that makes somebody outside know or act; it can be changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.domain.kinds import Agreement
from filet.gui.context import Context
from filet.gui.models.proposals import AGREEMENTS, Proposal
from filet.gui.widgets.buttons import Link, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text


class AgreementPanel(QFrame):
    """Three words; the one that is pressed is kept at once."""

    chosen = Signal(object)
    """An Agreement."""
    closed = Signal()

    def __init__(self, context: Context, proposal: Proposal) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self.setObjectName("kind-sunken")
        self.buttons = {said: Secondary(theme, t(word)) for said, word in AGREEMENTS.items()}
        self.cancel = Link(theme, t("Cancel"))
        row = Flow(gap=6, line_gap=6)
        for said, button in self.buttons.items():
            button.setAccessibleDescription(proposal.text)
            button.clicked.connect(lambda *_, said=said: self.chosen.emit(said))
            row.add(button)
        row.add(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(Text(theme, t("What does she say of it?"), kind="label"))
        column.addLayout(row)
        self.cancel.clicked.connect(self.closed)

    def take_focus(self) -> None:
        """Put the keyboard on the first word."""
        self.buttons[Agreement.AGREES].setFocus()
