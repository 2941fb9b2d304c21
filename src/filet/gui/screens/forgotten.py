"""A forgotten passphrase: who can help, in words; and the recovery key, which opens."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.screens.first_steps import row_of
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.labels import Text
from filet.gui.widgets.recovery import RecoveryLines


class Forgotten(QWidget):
    """Says honestly what a lost passphrase means, and takes the recovery key.

    Hidden until it is needed, and empty until then.
    """

    choose_asked = Signal()
    """Another passphrase is to be chosen by the recovery key."""
    confirmed = Signal()
    """The recovery key is to open."""

    choose: Secondary
    open: Secondary

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.hide()

    @cached_property
    def lines(self) -> RecoveryLines:
        """Return the lines of the key; all that stands around them is made with them."""
        lines = RecoveryLines(self._context)
        self._lay_out(lines)
        lines.confirmed.connect(self.confirmed)
        self.open.clicked.connect(self.confirmed)
        self.choose.clicked.connect(self.choose_asked)
        return lines

    def _lay_out(self, lines: RecoveryLines) -> None:
        t, theme = self._context.t, self._context.theme
        self.choose = Secondary(theme, t("Choose another passphrase…"), icon="refresh-cw")
        self.open = Secondary(theme, t("Open with the &recovery key"), icon="key-round")
        sentences = (
            t("Nobody can recover your passphrase, not even Filet. Nothing is lost."),
            t(
                "First: ask the coordination or the direction. From an open session, in the"
                " settings, you can be let choose another one."
            ),
            t(
                "If nobody can open: take the sealed sheet of the recovery key. Write your"
                " initials above and the key below, then choose another passphrase."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(10)
        for sentence in sentences:
            column.addWidget(Text(theme, sentence))
        column.addWidget(Text(theme, t("Recovery key, as on the sheet"), kind="label"))
        column.addWidget(lines)
        column.addLayout(row_of(self.choose, self.open))
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def begin(self) -> None:
        """Show it, with the keyboard in the first line."""
        lines = self.lines
        self.show()
        lines.take_focus()

    def clear(self) -> None:
        """Forget what is typed."""
        if "lines" in vars(self):
            self.lines.clear()

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while the key is tried."""
        for button in (self.choose, self.open):
            button.setEnabled(not busy)
