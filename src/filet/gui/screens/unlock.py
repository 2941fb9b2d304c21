"""The door: initials and a passphrase, and nothing of who works here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.errors import MistypedRecoveryKey
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.given import Inside
from filet.gui.guards import wait_after
from filet.gui.refusals import is_of_the_typed
from filet.gui.screens.door import DoorPage
from filet.gui.widgets.buttons import Link, Primary, Secondary
from filet.gui.widgets.field import LabelledField, SecretField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.keyboard import KeyboardLines
from filet.gui.widgets.labels import Text
from filet.gui.widgets.notice import Notice
from filet.gui.widgets.recovery import RecoveryLines

Open = Callable[[str, str], Inside]
Recover = Callable[[tuple[str, ...]], Inside]
SECOND = 1000


class UnlockScreen(DoorPage):
    """Opens the dossiers, by passphrase or by recovery key."""

    opened = Signal(object)
    others_asked = Signal()
    refused = Signal(object)
    """Something else than what was typed keeps the dossiers closed."""

    def __init__(self, context: Context, unlock: Open, recover: Recover) -> None:
        super().__init__(context)
        self._unlock, self._recover = unlock, recover
        self.failures, self._left = 0, 0
        t, theme = context.t, context.theme
        self.initials = LabelledField(context, t("Your &initials"), large=True)
        self.passphrase = SecretField(context, t("Your &passphrase"))
        self.keyboard = KeyboardLines(context, self.passphrase.line)
        self.notice = Notice(context)
        self.open = Primary(theme, t("&Open"), icon="lock-open", keys=(t("Enter"),), large=True)
        self.forgot = Link(theme, t("I &forgot my passphrase"))
        self.forgotten = Forgotten(context)
        self._timer = QTimer(self, interval=SECOND)
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
        (self.passphrase if self.initials.text() else self.initials).take_focus()

    def show_initials(self, initials: str) -> None:
        """Keep what was typed when the page is made anew in another language."""
        self.initials.show_text(initials)

    def show_failures(self, failures: int) -> None:
        """Go on with the waits where they were."""
        self.failures = failures
        if failures:
            self._wait()

    def submit(self) -> None:
        """Try to open."""
        if not self.open.isEnabled():
            return
        initials, secret = self.initials.text(), self.passphrase.text()
        self._show_busy(busy=True)
        self.passphrase.mark_wrong("")
        self.context.runner.submit(
            self,
            lambda: self._unlock(initials, secret),
            done=self._opened,
            failed=self._refused,
            alone=True,
        )

    def submit_recovery(self) -> None:
        """Try to open with the recovery key."""
        lines = self.forgotten.lines.lines()
        self.forgotten.open.setEnabled(False)
        self.context.runner.submit(
            self,
            lambda: self._recover(lines),
            done=self._opened,
            failed=self._recovery_refused,
            alone=True,
        )

    def _opened(self, inside: Inside) -> None:
        self.passphrase.take()
        self.forgotten.lines.clear()
        self.opened.emit(inside)

    def _refused(self, error: BaseException) -> None:
        self._show_busy(busy=False)
        if not is_of_the_typed(error):
            self.refused.emit(error)
            return
        self.notice.show_message(message_of(self.context, error))
        self.failures += 1
        self.keyboard.warn()
        self._wait()
        self.passphrase.mark_wrong(self.notice.accessibleName())
        self.passphrase.take_focus()
        self.reveal(self.notice)

    def _recovery_refused(self, error: BaseException) -> None:
        self.forgotten.open.setEnabled(True)
        if not is_of_the_typed(error):
            self.refused.emit(error)
            return
        line = error.fields.get("line", 0) if isinstance(error, MistypedRecoveryKey) else 0
        self.forgotten.lines.show_wrong(int(line))
        self.notice.clear()
        if not line:
            self.notice.show_message(message_of(self.context, error))

    def _show_busy(self, *, busy: bool) -> None:
        t = self.context.t
        for widget in (self.open, self.initials.line, self.passphrase.line):
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
        self.forgotten.setVisible(self.forgotten.isHidden())
        if self.forgotten.isVisible():
            self.reveal(self.forgotten)
            self.forgotten.lines.take_focus()

    def _connect_own(self) -> None:
        self.initials.confirmed.connect(self.passphrase.take_focus)
        self.passphrase.confirmed.connect(self.submit)
        self.open.clicked.connect(self.submit)
        self.forgot.clicked.connect(self._toggle_forgotten)
        self.forgotten.lines.confirmed.connect(self.submit_recovery)
        self.forgotten.open.clicked.connect(self.submit_recovery)
        self._timer.timeout.connect(self._count_down)

    def _fill(self) -> None:
        width = self.context.theme.px(140)
        self.initials.line.setMaximumWidth(width)
        self.initials.line.setMaxLength(4)
        row = Flow(gap=12, line_gap=8)
        row.add(self.open)
        row.add(self.forgot)
        for widget in (self.initials, self.passphrase, self.keyboard, self.notice):
            self.inside.addWidget(widget)
        self.inside.addLayout(row)
        self.inside.addWidget(self.forgotten)


class Forgotten(QWidget):
    """Says honestly what a lost passphrase means, and takes the recovery key."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self.lines = RecoveryLines(context)
        self.open = Secondary(theme, t("Open with the &recovery key"), icon="key-round")
        explained = Text(
            theme,
            t(
                "Nobody can recover your passphrase, not even Filet. The coordinator can open "
                "with the recovery key, which is on paper."
            ),
        )
        from_paper = Text(theme, t("Recovery key, as on the sheet"), kind="label")
        column = _column(self)
        for widget in (explained, from_paper, self.lines):
            column.addWidget(widget)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 6, 0, 0)
    column.setSpacing(10)
    return column
