"""« Sans papier »: three gestures and two numbers at most, said together twice. Nothing is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from filet.domain.kinds import Remembered
from filet.gui.context import Context
from filet.gui.widgets.buttons import Primary
from filet.gui.widgets.check_line import CheckLine
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.labels import Heading, Text
from filet.i18n.dates import long_date

_GESTURES, _NUMBERS = 3, 2


class WithoutPaper(QFrame):
    """What is remembered; it is kept once it was said twice."""

    edited = Signal()
    remembered = Signal()

    def __init__(self, context: Context, beside: Mapping[str, str]) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        said = {key.removeprefix("without_paper."): words for key, words in beside.items()}
        self._said_on = said.get("remembered", "")
        self.setObjectName("kind-card")
        self.heading = Heading(theme, said.get("title", ""), kind="h3")
        self.gestures = [
            LabelledField(context, t("Gesture {number}", number=n + 1)) for n in range(_GESTURES)
        ]
        self.numbers = [
            LabelledField(context, t("Number {number}", number=n + 1)) for n in range(_NUMBERS)
        ]
        self.first = CheckLine(theme, said.get("first_time", ""))
        self.second = CheckLine(theme, said.get("second_time", ""))
        self.keep = Primary(theme, t("It is remembered"))
        self.wrong = Text(theme, kind="small", tone="error")
        self.before = Text(theme, kind="small", tone="secondary")
        for step in (self.first, self.second):
            step.toggled.connect(self._step)
        self._lay_out(said)
        for field in (*self.gestures, *self.numbers):
            field.edited.connect(lambda _: self.edited.emit())
        self.keep.clicked.connect(self._ask)
        self._step()

    def texts(self) -> dict[str, str]:
        """Return what is written, as a draft keeps it."""
        named = {f"gesture{n}": field.text() for n, field in enumerate(self.gestures)}
        return named | {f"number{n}": field.text() for n, field in enumerate(self.numbers)}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what a draft kept; what was said aloud is said again."""
        for name, fields in (("gesture", self.gestures), ("number", self.numbers)):
            for n, field in enumerate(fields):
                field.show_text(texts.get(f"{name}{n}", ""))
        self.first.setChecked(False)
        self._step()

    def said(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the gestures and the numbers."""
        gestures = tuple(field.text().strip() for field in self.gestures)
        numbers = tuple(field.text().strip() for field in self.numbers)
        return tuple(filter(None, gestures)), tuple(filter(None, numbers))

    def show_before(self, every: Sequence[Remembered]) -> None:
        """Show what was remembered last, so that it is said again."""
        self.before.setVisible(bool(every))
        if every:
            last = every[-1]
            day = self._said_on.format(date=long_date(last.on, self._context.language))
            self.before.setText(f"{day} : " + " · ".join((*last.gestures, *last.numbers)))

    def take_focus(self) -> None:
        """Put the caret on the first gesture."""
        self.gestures[0].take_focus()

    def _step(self, *_: object) -> None:
        """Let the second time come after the first."""
        self.second.setEnabled(self.first.isChecked())
        if not self.first.isChecked():
            self.second.setChecked(False)
        self.wrong.setText("")
        self.wrong.hide()

    def _ask(self, *_: object) -> None:
        """Keep it once it was said twice; say what is missing otherwise."""
        t = self._context.t
        if not self.said()[0]:
            self._say(t("Write at least one gesture."), self.gestures[0].line)
        elif not self.second.isChecked():
            missing = self.second if self.first.isChecked() else self.first
            self._say(t("Say it together twice before keeping it."), missing)
        else:
            self.remembered.emit()

    def _say(self, sentence: str, place: object) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()
        place.setFocus()  # type: ignore[attr-defined] # a widget of this form

    def _lay_out(self, said: Mapping[str, str]) -> None:
        def text(name: str) -> Text:
            return Text(self._context.theme, said.get(name, ""), kind="small", tone="muted")

        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 12)
        column.setSpacing(6)
        parts: tuple[QWidget, ...] = (
            *(self.heading, text("why"), text("nothing_made"), self.before),
            *(*self.gestures, text("gestures_most")),
            *(*self.numbers, text("numbers_most")),
            *(self.first, self.second, self.wrong, self.keep),
        )
        for part in parts:
            column.addWidget(part)
