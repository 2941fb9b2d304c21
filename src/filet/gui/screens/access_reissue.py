"""Another recovery key, made by two people: shown once, copied by hand, typed back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.workers import Authority
from filet.domain.errors import SamePerson, WrongPassphrase
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.screens.access_panels import Deciding
from filet.gui.screens.access_steps import AuthorityStep
from filet.gui.screens.secret_steps import RecoveryStep, TypedBackStep
from filet.gui.widgets.field import LabelledField, SecretField
from filet.gui.widgets.labels import Text
from filet.gui.widgets.step_panel import StepPanel


class SecondStep(QWidget):
    """A colleague types her own initials and passphrase; then whoever decides, hers."""

    def __init__(self, context: Context, deciding: Deciding) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self.initials = LabelledField(context, t("Initials of a colleague beside you"))
        self.initials.line.setMaxLength(4)
        self.initials.line.setMaximumWidth(theme.px(140))
        self.passphrase = SecretField(context, t("Her passphrase"), large=False)
        self.wrong = Text(theme, kind="small", tone="error")
        button = t("Make another recovery key")
        self.authority = AuthorityStep(context, button, by_key=deciding.by_key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.initials, self.passphrase, self.wrong, self.authority):
            column.addWidget(widget)
        self.wrong.hide()
        self.initials.confirmed.connect(self.passphrase.take_focus)
        self.passphrase.confirmed.connect(self.authority.take_focus)

    def take_focus(self) -> None:
        """Start with the colleague."""
        self.initials.take_focus()

    def show_error(self, error: BaseException) -> bool:
        """Say that a passphrase is wrong; whose, nothing tells."""
        if not isinstance(error, SamePerson | WrongPassphrase):
            return self.authority.show_error(error)
        said = message_of(self._context, error)
        neither = self._context.t("One of the two passphrases does not open. Nothing is changed.")
        self.wrong.setText(said.title if isinstance(error, SamePerson) else neither)
        self.wrong.show()
        self.passphrase.take_focus()
        return True


class ReissuePanel(StepPanel):
    """The former opens nothing from the moment the new one is made."""

    copied = Signal()
    """The new key was typed back whole."""

    def __init__(self, context: Context, deciding: Deciding) -> None:
        t = context.t
        lead = t(
            "When a sheet was lost, or seen. Two people make it. The former key opens nothing more,"
            " and the locks are changed: have paper and an envelope ready."
        )
        super().__init__(context, t("Another recovery key"), lead)
        self._lines: tuple[str, ...] = ()
        self.second = SecondStep(context, deciding)
        self.key = RecoveryStep(context)
        self.key.paper.hide()  # by hand: no printer remembers it
        self.typed_back = TypedBackStep(context)
        self.add_steps(self.second, self.key, self.typed_back)
        self.second.authority.given.connect(self._send)
        self.key.copied.connect(lambda: self.show_step(self.typed_back))
        self.typed_back.left.connect(lambda: self.show_step(self.key))
        self.typed_back.typed.connect(self._compare)

    @property
    def holds(self) -> bool:
        """Whether a key that is kept nowhere waits to be typed back."""
        return bool(self._lines)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show the key that was made: it is kept nowhere, so that nothing may be cancelled now."""
        self._lines = tuple(lines)
        self.key.show_lines(lines)
        self.cancel.hide()
        self.show_step(self.key)

    def _send(self, authority: Authority) -> None:
        second = (self.second.initials.text().strip(), self.second.passphrase.take())
        self.decided.emit((authority, second))

    def _compare(self, typed: tuple[str, ...]) -> None:
        if self.typed_back.compare(typed, self._lines):
            self._lines = ()
            self.copied.emit()
