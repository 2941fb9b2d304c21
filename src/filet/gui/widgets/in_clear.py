"""Letting everything leave unclosed: a colleague with her passphrase, and a sentence typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.gui.context import Context
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.field import LabelledField, SecretField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text


class InClearForm(QFrame):
    """Hidden until direction asks for it."""

    wanted = Signal(object, str)
    """The initials and passphrase of the colleague, and what was typed."""
    appeared = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self.setObjectName("kind-sunken")
        self.sentence = t("I let everything leave in clear")
        self.initials = LabelledField(context, t("Her &initials"))
        self.passphrase = SecretField(context, t("Her &passphrase, typed by her"), large=False)
        asked = t("&Type: {sentence}", sentence=self.sentence)
        self.typed = LabelledField(context, asked)
        self.go = Secondary(theme, t("Choose where, then make the file in &clear…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(Heading(theme, t("In clear, with a colleague"), kind="h3"))
        warn = t(
            "Whoever finds this file reads everything. Two decide it, and the register keeps who"
            " and why. It never goes to a synced or a network folder."
        )
        column.addWidget(Text(theme, warn, tone="note"))
        for part in (self.initials, self.passphrase, self.typed):
            column.addWidget(part)
        row = Flow(gap=8, line_gap=8)
        row.add(self.go)
        column.addLayout(row)
        self.go.clicked.connect(lambda *_: self._send())

    def take_focus(self) -> None:
        """Begin with the colleague; bring the whole of it in sight."""
        self.initials.take_focus()
        self.appeared.emit(self.go)

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.initials, self.typed):
            field.show_text("")
        self.passphrase.take()
        self.hide()

    def _send(self) -> None:
        t = self._context.t
        missing = {
            self.initials: t("Type her initials."),
            self.passphrase: t("She types her own passphrase."),
        }
        for field, words in missing.items():
            field.show_wrong("" if field.text().strip() else words)
        right = self.typed.text().strip() == self.sentence
        self.typed.show_wrong("" if right else t("Type the sentence as it stands."))
        wrong = [field for field in missing if not field.text().strip()]
        if wrong or not right:
            (wrong[0] if wrong else self.typed).take_focus()
            return
        self.wanted.emit((self.initials.text().strip(), self.passphrase.take()), self.sentence)
