"""The PIN in the place of the passphrase, where one was chosen here; the passphrase stays near."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.field import SecretField


class PinWay(QWidget):
    """Made when it is offered for the first time."""

    confirmed = Signal()
    passphrase_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        hint = t("After five errors, the passphrase alone opens.")
        self.field = SecretField(context, t("Your &PIN"), hint=hint)
        self.field.line.setInputMethodHints(
            self.field.line.inputMethodHints() | Qt.InputMethodHint.ImhDigitsOnly
        )
        self.other = Link(context.theme, t("Type my passphrase instead"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.confirmed.connect(self.confirmed)
        self.other.clicked.connect(self.passphrase_wanted)
