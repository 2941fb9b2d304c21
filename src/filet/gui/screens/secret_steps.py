"""The last steps of a first start: a passphrase typed back, a recovery key copied by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.screens.first_steps import column_of, row_of
from filet.gui.widgets.buttons import Link, Primary, Secondary
from filet.gui.widgets.field import SecretField
from filet.gui.widgets.labels import Text
from filet.gui.widgets.print_part import PrintPart
from filet.gui.widgets.recovery import RecoveryLines, same

if TYPE_CHECKING:
    from filet.gui.press import Device

SHORTEST = 16
"""Letters of a passphrase of her own."""


class PhraseStep(QWidget):
    """Proposes five words; takes them back once they are hidden, or words of her own, twice."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, context: Context, propose: Callable[[], str], make: str = "") -> None:
        super().__init__()
        self._context, self._propose = context, propose
        self._make = make or context.t("&Create")
        t, theme = context.t, context.theme
        self.proposed = Text(theme, propose(), kind="h2")
        self.another = Secondary(theme, t("An&other one"), icon="refresh-cw")
        self.keep = Primary(theme, t("I have &learned or written it"))
        self.own = Link(theme, t("I prefer &mine"))
        self.first = SecretField(context, t("&Type the passphrase"), large=False)
        self.second = SecretField(context, t("Type it &again"), large=False)
        self.make = Primary(theme, self._make, keys=(t("Enter"),))
        self.see = Link(theme, t("&See the words again"))
        self.back = Link(theme, t("&Back"))
        self._offer, self._typed = QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self._show_offer()

    def take_focus(self) -> None:
        """Start where something is asked."""
        if self._typed.isHidden():
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.first.take_focus()

    def show_busy(self, *, busy: bool) -> None:
        """Say that the dossiers are being made."""
        t = self._context.t
        self.make.setEnabled(not busy)
        self.make.name_it(t("Creating…") if busy else self._make)

    def _show_offer(self) -> None:
        self._offer.setVisible(bool(self.proposed.text()))
        self._typed.setVisible(not self.proposed.text())
        self.see.setVisible(bool(self.proposed.text()))

    def _hide_words(self) -> None:
        self._offer.hide()
        self.second.hide()
        self._typed.show()
        self.first.take_focus()

    def _take_own(self) -> None:
        self.proposed.setText("")
        self._show_offer()
        self.second.show()
        self.first.take_focus()

    def _another(self) -> None:
        self.proposed.setText(self._propose())

    def _see(self) -> None:
        self.first.take()
        self._show_offer()
        self.take_focus()

    def _try(self) -> None:
        wrong, wrong_again = self._faults()
        self.first.show_wrong(wrong)
        self.second.show_wrong(wrong_again)
        if wrong or wrong_again:
            (self.first if wrong else self.second).take_focus()
            return
        self.second.take()
        self.chosen.emit(self.first.take())

    def _faults(self) -> tuple[str, str]:
        """Return what is wrong with the first line and with the second."""
        t, typed, words = self._context.t, self.first.text(), self.proposed.text()
        if words:
            wrong = " ".join(typed.split()) != words
            return t("These are not the words that were shown.") if wrong else "", ""
        if len(typed) < SHORTEST:
            return t("Too short: at least {count} letters.", count=SHORTEST), ""
        return "", "" if typed == self.second.text() else t("The two lines differ.")

    def _connect(self) -> None:
        self.another.clicked.connect(self._another)
        self.keep.clicked.connect(self._hide_words)
        self.own.clicked.connect(self._take_own)
        self.see.clicked.connect(self._see)
        self.make.clicked.connect(self._try)
        self.back.clicked.connect(self.left)
        self.first.confirmed.connect(
            lambda: self._try() if self.second.isHidden() else self.second.take_focus()
        )
        self.second.confirmed.connect(self._try)

    def _lay_out(self) -> None:
        t, theme = self._context.t, self._context.theme
        column = column_of(self)
        column.addWidget(Text(theme, t("Your passphrase"), kind="h2"))
        why = t("Nobody can find it again for you. Five words are easy to keep, hard to guess.")
        column.addWidget(Text(theme, why))
        offer = column_of(self._offer)
        offer.addWidget(_framed(self.proposed))
        offer.addLayout(row_of(self.keep, self.another, self.own))
        typed = column_of(self._typed)
        typed.addWidget(self.first)
        typed.addWidget(self.second)
        typed.addLayout(row_of(self.make, self.see))
        column.addWidget(self._offer)
        column.addWidget(self._typed)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)


class RecoveryStep(QWidget):
    """Shows the recovery key once: copied by hand, or printed on one sheet."""

    copied = Signal()
    print_asked = Signal(str)
    """On which printer."""
    devices_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self.lines = [Text(theme, kind="h2") for _ in range(4)]
        self.go_on = Primary(theme, t("I have &copied it on paper"))
        self.paper = Secondary(theme, t("&Print it…"), icon="printer")
        self.printing = PrintPart(context, offers_file=False)
        self.printed = Text(theme, tone="ok")
        column = column_of(self)
        column.addWidget(Text(theme, t("The recovery key"), kind="h2"))
        why = t(
            "It opens the dossiers when a passphrase is lost. It is shown only now. Copy it by "
            "hand, seal it in an envelope, and put it in a safe place outside this room."
        )
        column.addWidget(Text(theme, why))
        column.addWidget(_framed(*self.lines))
        column.addLayout(row_of(self.go_on, self.paper))
        column.addWidget(self.printing)
        column.addWidget(self.printed)
        for part in (self.printing, self.printed):
            part.hide()
        self.go_on.clicked.connect(self.copied)
        self.paper.clicked.connect(lambda *_: self.devices_wanted.emit())
        self.printing.look_again.connect(self.devices_wanted)
        self.printing.print_asked.connect(self.print_asked)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show the key."""
        for number, (label, line) in enumerate(zip(self.lines, lines, strict=True), 1):
            label.setText(f"{number}   {line}")

    def show_devices(self, devices: Sequence[Device]) -> None:
        """Ask on which printer; what may keep a copy is said there."""
        self.printing.show_devices(devices)
        self.printing.show()
        self.printing.take_focus()

    def show_printed(self, name: str) -> None:
        """Say that the sheet is on its way."""
        t = self._context.t
        self.printed.setText(t("Sent to {name}. Go and get the sheet now.", name=name))
        self.printed.show()
        self.printing.hide()
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Start on the button."""
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)


class TypedBackStep(QWidget):
    """The whole key, typed back from paper; each line is told by itself."""

    typed = Signal(tuple)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self.lines = RecoveryLines(context)
        self.finish = Primary(theme, t("&Finish"), keys=(t("Enter"),))
        self.see = Link(theme, t("&See the key again"))
        column = column_of(self)
        column.addWidget(Text(theme, t("Type the key from the paper"), kind="h2"))
        column.addWidget(self.lines)
        column.addLayout(row_of(self.finish, self.see))
        self.finish.clicked.connect(self._done)
        self.lines.confirmed.connect(self._done)
        self.see.clicked.connect(self.left)

    def take_focus(self) -> None:
        """Start on the first line."""
        self.lines.take_focus()

    def compare(self, typed: Sequence[str], written: Sequence[str]) -> bool:
        """Say which line differs first; return whether none does."""
        pairs = enumerate(zip(typed, written, strict=True), 1)
        wrong = next((n for n, (mine, sheet) in pairs if not same(mine, sheet)), 0)
        self.lines.show_wrong(wrong)
        return not wrong

    def _done(self) -> None:
        self.typed.emit(self.lines.lines())


def _framed(*texts: Text) -> QFrame:
    frame = QFrame()
    frame.setObjectName("kind-sunken")
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 12, 18, 12)
    column.setSpacing(4)
    for text in texts:
        text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        column.addWidget(text)
    return frame
