"""« À faire… »: who, and when; in the page, never a dialog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.domain.kinds import ActionPlanned, Agreement
from filet.gui.context import Context
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.due_field import DueField
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text


class TodoForm(QFrame):
    """Nothing is planned until its button is pressed."""

    planned = Signal(object)
    """An ActionPlanned."""
    closed = Signal()
    edited = Signal()

    def __init__(
        self, context: Context, action: ActionPlanned, *, refused: Agreement | None
    ) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._action = action
        self.setObjectName("kind-sunken")
        self.who = LabelledField(context, t("Who"))
        self.who.show_text(action.who)
        self.when = DueField(context, t("When"))
        if action.due is not None:
            self.when.show_text(" ".join(filter(None, (str(action.due.day), action.due.hour))))
        self.confirm = Primary(theme, t("Plan it"))
        self.cancel = Secondary(theme, t("Cancel"))
        self.refused = Text(theme, _refusal(context), kind="small", tone="note")
        self.refused.setVisible(refused is Agreement.REFUSES)
        self.confirm.clicked.connect(self._send)
        self.cancel.clicked.connect(self.closed)
        self._fields: dict[str, LabelledField] = {"who": self.who, "when": self.when}
        for field in self._fields.values():
            field.confirmed.connect(self._send)
            field.edited.connect(lambda _: self.edited.emit())
        self._lay_out()

    def texts(self) -> dict[str, str]:
        """Return what is written, as a draft keeps it."""
        return {name: field.text() for name, field in self._fields.items()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what a draft kept."""
        for name, field in self._fields.items():
            field.show_text(texts.get(name, field.text()))

    def take_focus(self) -> None:
        """Put the caret where the first word is written."""
        self.who.take_focus()

    def _send(self) -> None:
        if not self.when.is_clear():
            self.when.ask_again()
            return
        self.planned.emit(replace(self._action, who=self.who.text(), due=self.when.due()))

    def _lay_out(self) -> None:
        buttons = Flow(gap=8, line_gap=8)
        buttons.add(self.confirm)
        buttons.add(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for widget in (self.refused, self.who, self.when):
            column.addWidget(widget)
        column.addLayout(buttons)


def _refusal(context: Context) -> str:
    return context.t(
        "She said no. Before acting without her agreement, speak with the coordinator, unless a"
        " life is in danger now."
    )
