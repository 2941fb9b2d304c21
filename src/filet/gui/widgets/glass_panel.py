"""Asking for a dossier that may be closed to her: by its number or whole name, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.buttons import Primary
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.step_panel import StepPanel


class GlassPanel(StepPanel):
    """It says the same to everybody: whether one is closed to her is told by asking alone."""

    def __init__(self, context: Context, typed: str) -> None:
        t = context.t
        lead = t(
            "For a danger to a life. If a dossier is hidden from you, it opens for one shift. That"
            " you asked, and why, stays in the register, whatever the answer: the coordination"
            " reads it."
        )
        super().__init__(context, t("Ask for a dossier that may be hidden from you"), lead)
        self.asked = LabelledField(context, t("Its number, or her first and last name"))
        self.asked.show_text(typed)
        self.reason = LabelledField(context, t("Why you need it now"))
        self.ask = Primary(context.theme, t("Ask, and write it down"))
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.asked)
        column.addWidget(self.reason)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_steps(step)
        self.asked.confirmed.connect(self.reason.take_focus)
        self.reason.confirmed.connect(self._send)
        self.ask.clicked.connect(self._send)

    def take_focus(self) -> None:
        """Start where something is missing."""
        (self.reason if self.asked.text() else self.asked).take_focus()

    def _send(self) -> None:
        t = self.context.t
        missing = {
            self.asked: t("Write a number, or a first and a last name."),
            self.reason: t("Write why, in a few words."),
        }
        for field, sentence in missing.items():
            field.show_wrong("" if field.text().strip() else sentence)
        wanting = [field for field in missing if not field.text().strip()]
        if wanting:
            wanting[0].take_focus()
            return
        self.decided.emit((self.asked.text().strip(), self.reason.text().strip()))
