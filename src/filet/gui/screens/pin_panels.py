"""A PIN on this computer: what is true of the computer, and the digits she chooses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.errors import PinUnusable, WrongPassphrase
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.widgets.buttons import Primary
from filet.gui.widgets.choice import Option
from filet.gui.widgets.field import SecretField
from filet.gui.widgets.labels import Text
from filet.gui.widgets.optional import OptionalChoice
from filet.gui.widgets.step_panel import StepPanel

_YES, _NO = "yes", "no"


class DeclarePanel(StepPanel):
    """Both answers must be yes, and neither is given beforehand."""

    def __init__(self, context: Context) -> None:
        t = context.t
        lead = t(
            "A PIN is short. It is safe only where nobody else can sit down in your account, and"
            " where the computer stays."
        )
        super().__init__(context, t("About this computer"), lead)
        options = [Option(_YES, t("Yes")), Option(_NO, t("No"))]
        own = t("Has each of you her own account on this computer?")
        stays = t("Does this computer always stay in the house?")
        self.own = OptionalChoice(context, own, options)
        self.stays = OptionalChoice(context, stays, options)
        self.wrong = Text(context.theme, kind="small", tone="error")
        self.wrong.hide()
        self.go_on = Primary(context.theme, t("Keep these answers"))
        self.add_steps(_step((self.own, self.stays, self.wrong), self.go_on))
        self.go_on.clicked.connect(self._send)

    def take_focus(self) -> None:
        """Start on the first question."""
        self.own.switch.take_focus()

    def _send(self) -> None:
        answers = (self.own.text(), self.stays.text())
        if not all(answers):
            self.wrong.setText(self.context.t("Answer both questions."))
            self.wrong.show()
            return
        self.decided.emit(tuple(answer == _YES for answer in answers))


class PinPanel(StepPanel):
    """The digits twice, then the passphrase: it goes on opening."""

    def __init__(self, context: Context) -> None:
        t = context.t
        lead = t(
            "It opens for twelve hours after your passphrase, on this computer only. After five"
            " errors it is gone, and your passphrase opens."
        )
        super().__init__(context, t("Choose a PIN"), lead)
        hint = t("Six digits or more, not in a row, not all the same.")
        self.first = SecretField(context, t("PIN"), hint=hint, large=False)
        self.second = SecretField(context, t("The PIN again"), large=False)
        self.passphrase = SecretField(context, t("Your passphrase"), large=False)
        self.keep = Primary(context.theme, t("Keep this PIN"))
        self.add_steps(_step((self.first, self.second, self.passphrase), self.keep))
        self.first.confirmed.connect(self.second.take_focus)
        self.second.confirmed.connect(self.passphrase.take_focus)
        self.passphrase.confirmed.connect(self._send)
        self.keep.clicked.connect(self._send)

    def take_focus(self) -> None:
        """Start on the first line."""
        self.first.take_focus()

    def show_error(self, error: BaseException) -> bool:
        """Say at its line what was refused."""
        if isinstance(error, PinUnusable):
            said = message_of(self.context, error)
            self.first.show_wrong(f"{said.title} {said.text}")
            self.first.take_focus()
        elif isinstance(error, WrongPassphrase):
            self.passphrase.show_wrong(self.context.t("This is not your passphrase."))
            self.passphrase.take_focus()
        else:
            return False
        return True

    def _send(self) -> None:
        for field in (self.first, self.second, self.passphrase):
            field.show_wrong("")
        if self.first.text() != self.second.text():
            self.second.show_wrong(self.context.t("The two lines differ."))
            self.second.take_focus()
            return
        self.decided.emit((self.passphrase.take(), self.first.text()))


def _step(fields: tuple[QWidget, ...], button: QWidget) -> QWidget:
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for field in fields:
        column.addWidget(field)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return step
