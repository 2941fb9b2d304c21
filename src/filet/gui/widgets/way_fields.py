"""What opens the keys of a folder: initials and a passphrase, or the recovery key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.restoring import Way
from filet.domain.errors import MistypedRecoveryKey
from filet.gui.context import Context
from filet.gui.given import Mending
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.field import LabelledField, SecretField
from filet.gui.widgets.recovery import RecoveryLines


class WayFields(QWidget):
    """One of the two ways at a time."""

    confirmed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        t = context.t
        self.initials = LabelledField(context, t("Your &initials"))
        self.initials.line.setMaxLength(4)
        self.initials.line.setMaximumWidth(context.theme.px(140))
        self.passphrase = SecretField(context, t("Your &passphrase"), large=False)
        self.lines = RecoveryLines(context)
        self.turn = Link(context.theme, t("With the recovery &key instead"))
        self._lay_out()
        self.initials.confirmed.connect(self.passphrase.take_focus)
        self.passphrase.confirmed.connect(self.confirmed)
        self.lines.confirmed.connect(self.confirmed)
        self.turn.clicked.connect(lambda *_: self._show(recovery=self.lines.isHidden()))

    def way(self, mending: Mending) -> Way:
        """Return the way that is typed; the passphrase stays until ``clear``."""
        if self.lines.isHidden():
            return mending.by_passphrase(self.initials.text(), self.passphrase.text())
        return mending.by_recovery(self.lines.lines())

    def show_wrong(self, error: BaseException) -> None:
        """Mark what is at fault, and put the caret there."""
        if not self.lines.isHidden():
            line = error.fields.get("line", 0) if isinstance(error, MistypedRecoveryKey) else 0
            self.lines.show_wrong(int(line))
            return
        self.passphrase.take_focus()

    def clear(self) -> None:
        """Forget what is typed."""
        self.passphrase.take()
        self.lines.clear()

    def take_focus(self) -> None:
        """Put the caret where something is missing."""
        self.initials.take_focus()

    def _show(self, *, recovery: bool) -> None:
        t = self._context.t
        for field in (self.initials, self.passphrase):
            field.setVisible(not recovery)
        self.lines.setVisible(recovery)
        key, phrase = t("With the recovery &key instead"), t("With a &passphrase instead")
        self.turn.name_it(phrase if recovery else key)
        (self.lines if recovery else self.initials).take_focus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.initials, self.passphrase, self.lines):
            column.addWidget(widget)
        column.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        self.lines.hide()
