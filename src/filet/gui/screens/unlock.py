"""The door: initials and a passphrase, and nothing of who works here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.errors import MistypedRecoveryKey, QuickUnlockOff, WrongPin
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.given import Given, Inside
from filet.gui.guards import wait_after
from filet.gui.refusals import is_of_the_typed
from filet.gui.screens.door import DoorPage
from filet.gui.screens.forgotten import Forgotten
from filet.gui.widgets.buttons import Link, Primary
from filet.gui.widgets.field import LabelledField, SecretField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.going import let_go
from filet.gui.widgets.keyboard import KeyboardLines
from filet.gui.widgets.notice import Notice
from filet.gui.widgets.pin_way import PinWay

if TYPE_CHECKING:
    from filet.gui.screens.secret_steps import PhraseStep

SECOND = 1000


@dataclass(frozen=True, slots=True)
class Ways:
    """How the dossiers may be opened; all but the last on the thread of the vault."""

    passphrase: Callable[[str, str], Inside]
    recovery: Callable[[tuple[str, ...]], Inside]
    offers_pin: Callable[[str], bool]
    """Tells whether a PIN may be asked for these initials now."""
    pin: Callable[[str, str], Inside]
    another: Callable[[tuple[str, ...], str, str], Inside]
    """Gives initials another passphrase by the recovery key, and opens by it."""
    propose: Callable[[], str]
    """Proposes a passphrase."""
    phrase_step: Callable[[], type[PhraseStep]]
    """Returns where another passphrase is chosen, which few ever need."""

    @classmethod
    def into(cls, given: Given, folder: Path, phrase_step: Callable[[], type[PhraseStep]]) -> Ways:
        """Return how the dossiers in a folder may be opened."""
        return cls(
            passphrase=partial(given.unlock, folder),
            recovery=partial(given.recover, folder),
            offers_pin=partial(given.offers_pin, folder),
            pin=partial(given.unlock_quickly, folder),
            another=partial(given.replace_passphrase, folder),
            propose=given.phrase,
            phrase_step=phrase_step,
        )


class Typed(NamedTuple):
    """What a page that opens hands on to the one that takes its place."""

    initials: str = ""
    failures: int = 0


class UnlockScreen(DoorPage):
    """Opens the dossiers, by passphrase, by PIN where one is offered, or by recovery key."""

    opened = Signal(object)
    others_asked = Signal()
    refused = Signal(object)
    """Something else than what was typed keeps the dossiers closed."""

    def __init__(self, context: Context, ways: Ways) -> None:
        super().__init__(context)
        self._ways = ways
        self.failures, self._left = 0, 0
        self._phrase = ""
        t, theme = context.t, context.theme
        self.initials = LabelledField(context, t("Your &initials"), large=True)
        self.passphrase = SecretField(context, t("Your &passphrase"))
        self.pin: PinWay | None = None
        self.keyboard = KeyboardLines(context, self.passphrase.line)
        self.notice = Notice(context)
        self.open = Primary(theme, t("&Open"), icon="lock-open", keys=(t("Enter"),), large=True)
        self.forgot = Link(theme, t("I &forgot my passphrase"))
        self.forgotten = Forgotten(context)
        self.another: PhraseStep | None = None
        self._timer = QTimer(self, interval=SECOND)
        self._usual = QWidget()
        self._fill()
        self._connect_own()

    def greet(self) -> None:
        """Show what page this is; the locked page says it otherwise."""
        self.show_title("Filet")
        others = Link(self.context.theme, self.context.t("Open other &dossiers…"))
        others.clicked.connect(self.others_asked)
        self.below.addStretch(1)
        self.below.addWidget(others)

    def take_focus(self) -> None:
        """Put the caret where something is missing."""
        (self._secret() if self.initials.text() else self.initials).take_focus()

    def typed(self) -> Typed:
        """Return what the page that takes the place of this one goes on with."""
        return Typed(self.initials.text(), self.failures)

    def show_typed(self, typed: Typed) -> None:
        """Go on with what was typed, and with the waits where they were."""
        self.initials.show_text(typed.initials)
        if typed.initials:
            self._look_for_pin()
        self.failures = typed.failures
        if typed.failures:
            self._wait()

    # By passphrase, or by PIN ------------------------------------------------------------

    def submit(self) -> None:
        """Try to open."""
        if not self.open.isEnabled():
            return
        initials, secret = self.initials.text(), self._secret().text()
        way = self._ways.passphrase if self._secret() is self.passphrase else self._ways.pin
        self._show_busy(busy=True)
        self._secret().mark_wrong("")
        self._try(lambda: way(initials, secret), self._refused)

    def _secret(self) -> SecretField:
        """Return the line that opens: the PIN where it is shown, or the passphrase."""
        return self.pin.field if self.pin and not self.pin.isHidden() else self.passphrase

    def _look_for_pin(self) -> None:
        """Ask, away from the window, whether a PIN may be typed for these initials."""
        initials, ways = self.initials.text(), self._ways
        self.context.runner.submit(
            self,
            lambda: ways.offers_pin(initials),
            done=lambda offered: self._show_pin(initials, offered=offered),
            failed=lambda _: None,
            latest=True,
        )

    def _show_pin(self, initials: str, *, offered: bool) -> None:
        """Put the PIN in the place of the passphrase, or take it away."""
        if initials != self.initials.text() or (offered and self.passphrase.text()):
            return
        if offered and self.pin is None:
            self.pin = PinWay(self.context)
            self._column.insertWidget(1, self.pin)
            self.pin.confirmed.connect(self.submit)
            self.pin.passphrase_wanted.connect(self._show_passphrase)
        focused = self.passphrase.line.hasFocus()
        if self.pin is not None:
            self.pin.setVisible(offered)
        self.passphrase.setVisible(not offered)
        if offered and focused:
            self._secret().take_focus()

    def _show_passphrase(self) -> None:
        """Ask for the passphrase again."""
        if self.pin is not None:
            self.pin.field.take()
            self.pin.hide()
        self.passphrase.show()
        self.passphrase.take_focus()

    def _refused(self, error: BaseException) -> None:
        self._show_busy(busy=False)
        if not is_of_the_typed(error):
            self.refused.emit(error)
            return
        self.notice.show_message(message_of(self.context, error))
        self.reveal(self.notice)
        if self._is_over(error):
            self._show_passphrase()
            return
        self.failures += 1
        self.keyboard.warn()
        self._wait()
        self._secret().mark_wrong(self.notice.accessibleName())
        self._secret().take_focus()

    def _is_over(self, error: BaseException) -> bool:
        """Tell whether the PIN opens no more, and only the passphrase does."""
        spent = isinstance(error, WrongPin) and not int(error.fields.get("left", 0))
        return spent or isinstance(error, QuickUnlockOff)

    # By the recovery key -------------------------------------------------------------------

    def submit_recovery(self) -> None:
        """Try to open with the recovery key."""
        lines, recover = self.forgotten.lines.lines(), self._ways.recovery
        self.forgotten.show_busy(busy=True)
        self._try(lambda: recover(lines), self._recovery_refused)

    def choose_another(self) -> None:
        """Ask for another passphrase, which the recovery key will let in."""
        t = self.context.t
        missing = not self.initials.text().strip()
        self.initials.show_wrong(t("First your initials, then the key.") if missing else "")
        if missing:
            self.initials.take_focus()
        elif self._phrase:
            self._replace(self._phrase)
        else:
            self.another = self._ways.phrase_step()(self.context, self._ways.propose, t("&Open"))
            self.another.chosen.connect(self._replace)
            self.another.left.connect(self._show_usual)
            self.inside.addWidget(self.another)
            self._usual.hide()
            self.another.take_focus()

    def _replace(self, phrase: str) -> None:
        """Give these initials their passphrase; a line of the key may still be mended."""
        self._phrase = phrase
        lines, initials, another = (
            self.forgotten.lines.lines(), self.initials.text(), self._ways.another,
        )  # fmt: skip
        self._show_usual()
        self.forgotten.show_busy(busy=True)
        self._try(lambda: another(lines, initials, phrase), self._recovery_refused)

    def _show_usual(self) -> None:
        if self.another is not None:
            let_go(self.another)
            self.another = None
        self._usual.show()

    def _recovery_refused(self, error: BaseException) -> None:
        self.forgotten.show_busy(busy=False)
        if not is_of_the_typed(error):
            self.refused.emit(error)
            return
        line = error.fields.get("line", 0) if isinstance(error, MistypedRecoveryKey) else 0
        self.forgotten.lines.show_wrong(int(line))
        self.notice.clear()
        if not line:
            self.notice.show_message(message_of(self.context, error))
            self.reveal(self.notice)

    # What they have in common --------------------------------------------------------------

    def _try(self, work: Callable[[], Any], refused: Callable[[BaseException], object]) -> None:
        submit = self.context.runner.submit
        submit(self, work, done=self._opened, failed=refused, alone=True)

    def _opened(self, inside: Inside) -> None:
        self.passphrase.take()
        self._phrase = ""
        if self.pin is not None:
            self.pin.field.take()
        self.forgotten.clear()
        self.opened.emit(inside)

    def _show_busy(self, *, busy: bool) -> None:
        t = self.context.t
        for widget in (self.open, self.initials.line, self._secret().line):
            widget.setEnabled(not busy)
        self.open.name_it(t("Opening…") if busy else t("&Open"))

    def _wait(self) -> None:
        self._left = wait_after(self.failures)
        self._timer.start()
        self._show_wait()

    def _count_down(self) -> None:
        self._left -= 1
        self._show_wait()

    def _show_wait(self) -> None:
        t = self.context.t
        waiting = self._left > 0
        if not waiting:
            self._timer.stop()
        text = t("Try again in {seconds} s", seconds=self._left) if waiting else t("&Open")
        self.open.setEnabled(not waiting)
        self.open.name_it(text)

    def _toggle_forgotten(self) -> None:
        if self.forgotten.isHidden():
            self.forgotten.begin()
            self.reveal(self.forgotten)
        else:
            self.forgotten.hide()

    def _connect_own(self) -> None:
        self.initials.confirmed.connect(self.take_focus)
        self.initials.line.editingFinished.connect(self._look_for_pin)
        self.passphrase.confirmed.connect(self.submit)
        self.open.clicked.connect(self.submit)
        self.forgot.clicked.connect(self._toggle_forgotten)
        self.forgotten.confirmed.connect(self.submit_recovery)
        self.forgotten.choose_asked.connect(self.choose_another)
        self._timer.timeout.connect(self._count_down)

    def _fill(self) -> None:
        width = self.context.theme.px(140)
        self.initials.line.setMaximumWidth(width)
        self.initials.line.setMaxLength(4)
        row = Flow(gap=12, line_gap=8)
        row.add(self.open)
        row.add(self.forgot)
        self._column = QVBoxLayout(self._usual)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.inside.spacing())
        for widget in (self.initials, self.passphrase, self.keyboard, self.notice):
            self._column.addWidget(widget)
        self._column.addLayout(row)
        self._column.addWidget(self.forgotten)
        self.inside.addWidget(self._usual)
