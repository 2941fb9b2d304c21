"""The four lines of a recovery key, to be typed from paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.errors import MistypedRecoveryKey, WrongRecoveryKey
from filet.gui.context import Context
from filet.gui.widgets.field import LabelledField
from filet.i18n.dates import typography
from filet.i18n.errors import told

LINES = 4


class RecoveryLines(QWidget):
    """Four lines, each told by itself when it is wrong."""

    confirmed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.fields = [self._field(number + 1) for number in range(LINES)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for field in self.fields:
            column.addWidget(field)
        self.fields[-1].confirmed.connect(self.confirmed)
        for field, after in zip(self.fields, self.fields[1:], strict=False):
            field.confirmed.connect(after.take_focus)

    def lines(self) -> tuple[str, ...]:
        """Return what is typed."""
        return tuple(field.text() for field in self.fields)

    def take_focus(self) -> None:
        """Put the caret in the first line."""
        self.fields[0].take_focus()

    def show_wrong(self, number: int) -> None:
        """Say which line is wrong, from 1; 0 clears."""
        t = self._context.t
        for place, field in enumerate(self.fields, 1):
            wrong = place == number
            field.show_wrong(t("This line differs from the sheet.") if wrong else "")
        if number:
            self.fields[number - 1].take_focus()

    def show_error(self, error: BaseException) -> bool:
        """Say which line differs, or that the key is of another house; return whether it was."""
        if not isinstance(error, MistypedRecoveryKey | WrongRecoveryKey):
            return False
        line = int(error.fields.get("line", 0))
        self.show_wrong(line or 1)
        if not line:
            said = told(self._context.words, error.code, error.fields)
            self.fields[0].show_wrong(typography(said.happened, self._context.language))
        return True

    def clear(self) -> None:
        """Forget what is typed."""
        for field in self.fields:
            field.show_text("")

    def _field(self, number: int) -> LabelledField:
        return LabelledField(self._context, self._context.t("Line {number}", number=number))


def same(typed: str, written: str) -> bool:
    """Whether a typed line is the written one, as a tired hand types it."""
    return _bare(typed) == _bare(written)


def _bare(line: str) -> str:
    kept = "".join(char for char in line.upper() if char.isalnum())
    return kept.translate(str.maketrans("OIL", "011"))
