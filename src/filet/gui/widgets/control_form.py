"""The form of words about control: which tactic, the exact words, whose, when, told by whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.kinds import MayTellHer, SourceKind, Whose
from filet.gui.context import Context
from filet.gui.models.control_said import STILL, WHOSE, TacticSaid
from filet.gui.models.interview_texts import MAY_TELL
from filet.gui.typed import TOLD
from filet.gui.widgets.choice import Option
from filet.gui.widgets.combo import Combo, labelled
from filet.gui.widgets.date_field import DateField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.labels import Text
from filet.gui.widgets.language_field import LanguageField
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.one_of import OneOf
from filet.gui.widgets.page import muted
from filet.gui.widgets.paragraph import Paragraph
from filet.gui.widgets.source_box import SourceBox

_ROWS = (
    ("tactic",),
    ("words",),
    ("whose", "source", "may_tell_her"),
    ("on", "still"),
    ("language", "through"),
)
THROUGH = "yes"


class TacticBox(QWidget):
    """A tactic by its name; what it is and what may be asked stand under it once it is chosen."""

    edited = Signal()

    def __init__(self, context: Context, label: str, tactics: tuple[TacticSaid, ...]) -> None:
        super().__init__()
        self._said = {one.key: one for one in tactics}
        self.box = Combo(context, label)
        self.box.may_shrink()
        self.box.addItem(context.t("Choose…"), "")
        for one in tactics:
            self.box.addItem(one.name, one.key)
        self.sentence, self.ask = Text(context.theme), muted(context, "")
        self.source = muted(context, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(labelled(context, label, self.box))
        for part in (self.sentence, self.ask, self.source):
            column.addWidget(part)
        self.setFocusProxy(self.box)
        self.box.activated.connect(lambda _: self.edited.emit())
        self.box.currentIndexChanged.connect(lambda _: self._show_words())
        self._show_words()

    def text(self) -> str:
        """Return which tactic is chosen, or nothing."""
        return str(self.box.currentData() or "")

    def show_text(self, text: str) -> None:
        """Show a tactic; one of a former list is found by its name in the newest."""
        name = text.partition("@")[0]
        same = [key for key in self._said if key.partition("@")[0] == name]
        key = text if text in self._said else next(iter(same), "")
        self.box.setCurrentIndex(max(0, self.box.findData(key)))

    def _show_words(self) -> None:
        said = self._said.get(self.text())
        words = (said.sentence, said.ask, said.source) if said is not None else ("", "", "")
        for part, text in zip((self.sentence, self.ask, self.source), words, strict=True):
            part.setText(text)
            part.setVisible(bool(text))
        self.box.setAccessibleDescription(" ".join(words[:2]).strip())


class Tongue(QWidget):
    """A language under its label."""

    edited = Signal()

    def __init__(self, context: Context, label: str) -> None:
        super().__init__()
        self.field = LanguageField(context, label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field.label)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.edited.connect(self.edited)

    def text(self) -> str:
        """Return the code of a language, or the word that was typed."""
        return self.field.text()

    def show_text(self, text: str) -> None:
        """Show a language."""
        self.field.show_text(text)


class WithdrawPanel(FormPanel):
    """Why words are withdrawn, under the words themselves."""

    def __init__(self, context: Context) -> None:
        title, button = context.t("Withdraw these words"), context.t("Withdraw them")
        super().__init__(context, title, self._made, button=button)
        self.what = Text(context.theme)

    def place(self, column: QVBoxLayout, fields: Mapping[str, QWidget]) -> None:
        """Put the words above the field."""
        column.addWidget(self.what)
        super().place(column, fields)

    def show_what(self, words: str) -> None:
        """Show which words they are."""
        self.what.setText(words)

    def _made(self) -> dict[str, Any]:
        t = self._context.t
        return {"reason": Paragraph(self._context, t("Why they are withdrawn"), lines=2)}


class ControlPanel(FormPanel):
    """Its fields stand beside one another where there is room."""

    def __init__(self, context: Context, tactics: Callable[[], tuple[TacticSaid, ...]]) -> None:
        self._tactics = tactics
        self.wrong = Notice(context)
        title, keep = context.t("Words about control"), context.t("Keep these words")
        super().__init__(context, title, self._made, button=keep)

    def place(self, column: QVBoxLayout, fields: Mapping[str, QWidget]) -> None:
        """Put the fields in rows, and what is missing above them."""
        px = self._context.theme.px
        column.addWidget(self.wrong)
        for names in _ROWS:
            row = Flow(gap=16, line_gap=8)
            for name in names:
                row.add(fields[name], least=px(220), stretch=1)
            column.addLayout(row)
        for name in ("whose", "source"):
            fields[name].box.currentIndexChanged.connect(self._show_dependent)  # type: ignore[attr-defined] # a list

    def begin(self, texts: Mapping[str, str], opener: QWidget | None = None) -> None:
        """Show these texts; what hangs on whose words they are is shown or not."""
        super().begin(texts, opener)
        self.wrong.hide()
        self._show_dependent()

    def show_missing(self, name: str) -> None:
        """Say what is missing, and go there."""
        t = self._context.t
        words = t("Which tactic is it?") if name == "tactic" else t("The words are missing.")
        self.wrong.show_message(Message(Tone.NOTE, words))
        self.fields[name].setFocus()

    def show_wrong_day(self) -> None:
        """Say that the time has not come yet."""
        field = self.fields["on"]
        field.show_wrong(self._context.t("This has not come yet."))
        field.take_focus()

    def _show_dependent(self, *_: object) -> None:
        """Ask who tells it unless a worker saw it, and whether she may know unless she told it."""
        seen = self.fields["whose"].text() == Whose.TEAM
        hers = self.fields["source"].text() in (SourceKind.HER, SourceKind.TEAM)
        self.fields["source"].setVisible(not seen)
        self.fields["may_tell_her"].setVisible(not seen and not hers)

    def _made(self) -> dict[str, Any]:
        context, t = self._context, self._context.t
        whose = [Option(one.value, t(words)) for one, words in WHOSE.items()]
        still = [Option(one.value, t(words)) for one, words in STILL.items()]
        may = [Option(one.value, t(MAY_TELL[one])) for one in MayTellHer.__members__.values()]
        may.sort(key=lambda one: one.value != MayTellHer.UNDECIDED.value)
        ways = [Option("", t("Directly")), Option(THROUGH, t("Through an interpreter"))]
        return {
            "tactic": TacticBox(context, t("Which tactic"), self._tactics()),
            "words": Paragraph(context, t("The exact words"), lines=3),
            "whose": OneOf(context, t("Whose words"), whose),
            "on": DateField(
                context, t("When: a day, “since…”, from… to…, or nothing"), reading=TOLD
            ),
            "still": OneOf(context, t("Still going on"), still),
            "source": SourceBox(context),
            "may_tell_her": OneOf(context, t("May she be told?"), may),
            "language": Tongue(context, t("In which language, if it is known")),
            "through": OneOf(context, t("How they were said"), ways),
        }
