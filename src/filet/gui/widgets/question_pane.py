"""One question, large: why it is asked, its answers, and what goes with an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.domain.instruments import Item, ItemType, Tier, Value
from filet.domain.interview import Interview, Question, Voice, calls_for_care
from filet.domain.kinds import Source, SourceKind
from filet.gui.context import Context
from filet.gui.models.interview_texts import (
    ANSWERS,
    QuestionTexts,
    answer_text,
    differs,
    former_text,
)
from filet.gui.widgets.answers import Answers, Choice
from filet.gui.widgets.asked_more import DetailRow, WhenRow
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.kept import Kept
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.sources import Sources
from filet.gui.widgets.tall import Tall
from filet.gui.widgets.two_voices import NOTE, WORDS, TwoVoices
from filet.gui.widgets.unseen import laid_out_once

_WHEN = ("when", "since_when", "last_time")
"""Details that « Quand? » asks already."""
_FORMER = 3
_URGENT = ("911", "F9")
"""What speaks of the urgent numbers leads to them."""


class QuestionPane(Tall):
    """Shows a question and what was said of it. It decides nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._spoken: Sequence[tuple[str, str]] = ()
        self._low = False

    def steps(self) -> Iterator[None]:
        """Make its parts step by step; nothing may be asked before."""
        context, theme = self._context, self._context.theme
        self.question = Heading(theme, "", kind="question")
        self.question.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.why, self.why_row = _with_icon(context, "info", "body")
        self.answers = Answers(context, ANSWERS)
        self.emergency = Link(theme, context.t("Emergency"), keys=("F9",))
        self.at_once, self.at_once_row = _with_icon(context, "info", "body", self.emergency)
        yield
        self.when = WhenRow(context)
        self.details = DetailRow(context)
        self.former, self.former_row = _with_icon(context, "history", "small")
        self.clarify, self.clarify_row = _with_icon(context, "info", "small")
        yield
        self.sources = Sources(context)
        yield
        self.voices = TwoVoices(context)
        yield
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for widget in self._parts():
            column.addWidget(widget)
        column.addStretch(1)

    def fold(self, *, folded: bool) -> None:
        """Keep the question and its answers in sight together, where the window is low."""
        if folded == self._low:
            return
        self._low, theme = folded, self._context.theme
        with laid_out_once(self):
            self.question.setFont(theme.font("h2" if folded else "question"))
            self._column.setSpacing(theme.px(5 if folded else 12))
            self.answers.fold(folded=folded)

    def ask(self, interview: Interview, question: Question, texts: QuestionTexts) -> None:
        """Ask another question; what was being written about the former has been kept."""
        with laid_out_once(self):
            self._ask(interview, question, texts)

    def _ask(self, interview: Interview, question: Question, texts: QuestionTexts) -> None:
        item = question.item
        self.question.setText(texts.question(item))
        self.question.setAccessibleName(self.question.text())
        self.why.setText(texts.why(item))
        self.why_row.setVisible(bool(self.why.text()))
        self.at_once.setText(texts.at_once(item))
        self.emergency.setVisible(any(one in self.at_once.text() for one in _URGENT))
        self.answers.show_question(item.type, self.question.text(), item.grades)
        self.sources.forget()
        self.sources.show_persons(interview.persons)
        self._spoken = _spoken(item, texts)

    def begin(self, question: Question, source: Source) -> None:
        """Show one voice about the question that is asked."""
        with laid_out_once(self):
            self._begin(question, source)

    def _begin(self, question: Question, source: Source) -> None:
        voice = question.voice(source.kind)
        self.when.kept.begin(voice.statement.happened.said if voice else "")
        self.details.begin(self._spoken, voice.words if voice else {})
        self.voices.words.begin(voice.words.get("", "") if voice else "")
        self.voices.note.begin(voice.note if voice else "")
        only_note = voice is not None and bool(voice.note) and not voice.words.get("")
        self.voices.show_side(NOTE if only_note else WORDS)
        self.refresh(question, source)

    def refresh(self, question: Question, source: Source) -> None:
        """Show what is kept of the question now."""
        with laid_out_once(self):
            self._refresh(question, source)

    def _refresh(self, question: Question, source: Source) -> None:
        voice = question.voice(source.kind)
        said = voice.statement if voice else None
        self.answers.show_choice(Choice(said.value, said.scale) if said else Choice())
        care = calls_for_care(question, voice) and bool(self.at_once.text())
        self.at_once_row.setVisible(care)
        self.when.setVisible(_asks_when(question.item, voice))
        self.when.kept.refresh(said.happened.said if said else "")
        self.details.setVisible(not self.details.is_empty() and _asks_more(question.item, voice))
        self.details.refresh(voice.words if voice else {})
        self._show_former(question, voice)
        self.clarify_row.setVisible(question.to_clarify)
        self.clarify.setText(self._context.t("To clarify: one voice says yes, another says no."))
        self.sources.show_voices(source, self._said(question))
        self.voices.show_speaker(hers=source.kind is SourceKind.HER)
        self.voices.words.refresh(voice.words.get("", "") if voice else "")
        self.voices.note.refresh(voice.note if voice else "")
        self.voices.show_glimpse()

    def texts(self) -> Sequence[Kept]:
        """Return every field of which a draft is kept."""
        return (self.voices.words, self.voices.note, self.when.kept, self.details.kept)

    def unfinished(self) -> dict[str, str]:
        """Return what is written and not kept yet."""
        return {name: one.text() for name, one in self._fields().items() if one.is_changed()}

    def open_parts(self) -> dict[str, object]:
        """Return which words are shown, which detail is asked, and where the caret is."""
        area = self.voices.area
        caret = area.textCursor().position() if area.hasFocus() else -1
        return {"side": self.voices.side, "detail": self.details.detail, "caret": caret}

    def show_open_parts(self, parts: Mapping[str, object]) -> None:
        """Show them again."""
        self.details.show_detail(str(parts.get("detail", "")))
        self.voices.show_side(NOTE if parts.get("side") == NOTE else WORDS)
        caret = parts.get("caret", -1)
        if isinstance(caret, int) and caret >= 0:
            self.voices.put_caret(caret)

    def show_draft(self, texts: Mapping[str, str]) -> None:
        """Put back what was left unfinished."""
        fields = self._fields()
        for name in fields.keys() & texts.keys():
            fields[name].resume(texts[name])
        if NOTE in texts:
            self.voices.show_side(NOTE)

    def leave_words(self) -> None:
        """Keep what is written about one voice."""
        for kept in self._fields().values():
            kept.leave()

    def leave(self) -> None:
        """Keep what is written, before anything else is shown."""
        self.leave_words()
        self.sources.kept.leave()

    def take_focus(self) -> None:
        """Put the focus on the question, so that it is read aloud; digits answer from there."""
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self) -> dict[str, Kept]:
        detail = f"detail {self.details.detail}"
        return {
            WORDS: self.voices.words,
            NOTE: self.voices.note,
            "when": self.when.kept,
            detail: self.details.kept,
        }

    def _show_former(self, question: Question, voice: Voice | None) -> None:
        lines = [
            former_text(self._context, one, both=differs(one, voice))
            for one in question.former[-_FORMER:]
        ]
        self.former.setText("\n".join(reversed(lines)))
        self.former_row.setVisible(bool(lines))

    def _said(self, question: Question) -> Mapping[SourceKind, tuple[Voice, str]]:
        return {
            one.statement.source.kind: (one, answer_text(self._context, question, one))
            for one in question.voices
        }

    def _parts(self) -> Sequence[QWidget]:
        return (
            self.question,
            self.why_row,
            self.answers,
            self.at_once_row,
            self.when,
            self.details,
            self.former_row,
            self.clarify_row,
            self.sources,
            self.voices,
        )


def _asks_when(item: Item, voice: Voice | None) -> bool:
    yes = voice is not None and voice.statement.value is Value.YES
    return yes and item.tier is not Tier.PROTECTIVE


def _asks_more(item: Item, voice: Voice | None) -> bool:
    if item.type is not ItemType.YES_NO:
        return True
    return voice is not None and voice.statement.value is Value.YES


def _spoken(item: Item, texts: QuestionTexts) -> list[tuple[str, str]]:
    """Return the details that are asked aloud, each with its words."""
    names = [name for name in item.details if name not in _WHEN]
    asked = ((name, texts.detail(item, name)) for name in names)
    return [(name, text) for name, text in asked if text]


def _with_icon(context: Context, name: str, kind: str, *after: QWidget) -> tuple[Text, QWidget]:
    """Return a quiet line, its icon before it."""
    icon = IconLabel(context.theme, 18 if kind == "body" else 16)
    icon.show_icon(name, "text.secondary")
    text = Text(context.theme, kind=kind, tone="secondary")
    row = QWidget()
    inside = QHBoxLayout(row)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(8)
    inside.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    inside.addWidget(text, 1)
    for widget in after:
        inside.addWidget(widget)
    return text, row
