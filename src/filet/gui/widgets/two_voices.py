"""Her words and the worker's note, one at a time; each is kept when it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.growing import Growing
from filet.gui.widgets.kept import Kept
from filet.gui.widgets.keycap import KeyCaps
from filet.gui.widgets.labels import Text

WORDS, NOTE = "words", "note"


class TwoVoices(QWidget):
    """A switch, the field of the voice that is chosen, and a glimpse of the other."""

    turned = Signal(str)
    """Which of the two is shown now."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context, self._hers = context, True
        self.words_area = Growing(context, t("Her words"), hers=True)
        self.note_area = Growing(context, t("My note"))
        self.words, self.note = Kept(self.words_area), Kept(self.note_area)
        self.label = QLabel(t("Note"))
        self.label.setFont(context.theme.font("label"))
        options = (
            Option(WORDS, t("Her words"), icon="quote"),
            Option(NOTE, t("My note")),
        )
        self.switch = Segmented(context.theme, t("Which words"), options, WORDS)
        self.glimpse = Text(context.theme, kind="small", tone="muted")
        self.switch.chosen.connect(lambda side: self.show_side(str(side)))
        self._lay_out()
        self.show_side(WORDS)

    @property
    def side(self) -> str:
        """Which of the two is shown."""
        return str(self.switch.value())

    def show_side(self, side: str) -> None:
        """Show her words, or the note."""
        focused = self.words_area.hasFocus() or self.note_area.hasFocus()
        self.switch.show_value(side)
        self.words_area.setVisible(side == WORDS)
        self.note_area.setVisible(side == NOTE)
        if focused:
            self.take_focus()
        self.show_glimpse()
        self.turned.emit(side)

    def turn(self) -> None:
        """Go to the field; from there, to the other one."""
        if self.area.hasFocus():
            self.show_side(NOTE if self.side == WORDS else WORDS)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the caret in the field that is shown."""
        self.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_caret(self, place: int) -> None:
        """Put the caret back where it was."""
        cursor = self.area.textCursor()
        cursor.setPosition(min(place, len(self.area.toPlainText())))
        self.area.setTextCursor(cursor)
        self.take_focus()

    def show_speaker(self, *, hers: bool) -> None:
        """Say whose words these are: hers have their own look."""
        if hers == self._hers:
            return
        self._hers = hers
        self.words_area.show_voice(hers=hers)
        name = self._context.t("Her words") if hers else self._context.t("Exact words")
        self.words_area.setAccessibleName(name)
        self.switch.name_option(WORDS, name)

    def show_glimpse(self) -> None:
        """Say in one line what stands on the other side, so that nobody misses it."""
        t = self._context.t
        other = self.note if self.side == WORDS else self.words
        line = " ".join(other.text().split())[:120]
        word = t("My note: {text}", text=line) if self.side == WORDS else ""
        self.glimpse.setText((word or t("Words: {text}", text=line)) if line else "")
        self.glimpse.setVisible(bool(line))

    @property
    def area(self) -> Growing:
        """The field that is shown."""
        return self.words_area if self.side == WORDS else self.note_area

    def _lay_out(self) -> None:
        theme, t = self._context.theme, self._context.t
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.label)
        head.addWidget(self.switch)
        head.addStretch(1)
        optional = Text(theme, t("optional"), kind="small", tone="muted")
        optional.setWordWrap(False)
        head.addWidget(optional)
        head.addWidget(KeyCaps(theme, "F2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        for widget in (self.words_area, self.note_area, self.glimpse):
            column.addWidget(widget)
