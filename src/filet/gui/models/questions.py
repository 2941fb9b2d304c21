"""The list of questions with what was answered: one sentence a row for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from filet.domain.instruments import ItemType, Value
from filet.domain.interview import Interview, Question
from filet.gui.context import Context
from filet.gui.models.interview_texts import SOURCES, QuestionTexts, answer_text, grades_text

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A question, or the title of a group, which has no key."""

    title: str
    key: str = ""
    number: int = 0
    answer: str = ""
    definite: bool = False
    """Whether the answer says yes, or holds her words: it reads in bold."""
    to_resume: bool = False
    note: str = ""
    """A second line: her words, or that two voices differ."""
    value: Value | None = None
    source: str = ""
    asks: ItemType = ItemType.YES_NO
    grades: str = ""
    """What the digits of a scale are."""
    sentence: str = ""


class Rows:
    """Says the rows of an interview; a question of which nothing changed is not said again."""

    def __init__(self, context: Context, texts: QuestionTexts) -> None:
        self._context, self.texts = context, texts
        self._said: dict[str, tuple[Question, Row]] = {}

    def of(self, interview: Interview, shown: Sequence[Question] | None = None) -> tuple[Row, ...]:
        """Return the rows; only these questions, where some are looked for."""
        t = self._context.t
        questions = interview.questions if shown is None else shown
        first = [self._row(one) for one in questions if one.first]
        later = [self._row(one) for one in questions if not one.first]
        if not any(one.first for one in interview.questions):
            return tuple(later)
        head = [Row(t("First hour"), sentence=t("First hour")), *first] if first else []
        at_pace = t("Later, at her pace")
        rest = [Row(at_pace, sentence=at_pace), *later] if later else []
        return (*head, *rest)

    def _row(self, question: Question) -> Row:
        kept = self._said.get(question.key)
        if kept is None or kept[0] != question:
            kept = self._said[question.key] = (question, _row(self._context, question, self.texts))
        return kept[1]


def _row(context: Context, question: Question, texts: QuestionTexts) -> Row:
    t, voice = context.t, question.shown
    answer = answer_text(context, question, voice)
    clarify = t("to clarify") if question.to_clarify else ""
    resume = t("Come back to") if question.to_resume else ""
    name = texts.name(question.item)
    said = voice.statement if voice is not None else None
    words = voice.words.get("", "") if voice is not None else ""
    quoted = t("“{words}”", words=" ".join(words.split())) if words else ""
    note = " · ".join(filter(None, (clarify, quoted)))
    source = t(SOURCES[said.source.kind]).rstrip("…") if said and answer else ""
    asked = f"{question.number}. {name}"
    grades = grades_text(context, question.item)
    parts = (asked, answer or t("not asked"), clarify, resume, source, "" if answer else grades)
    return Row(
        name,
        question.key,
        question.number,
        ", ".join(filter(None, (answer, clarify))),
        answer == t("Noted") or (said is not None and said.value is Value.YES),
        question.to_resume,
        note,
        said.value if said is not None else None,
        source,
        question.item.type,
        grades,
        ", ".join(filter(None, parts)),
    )


class QuestionModel(QAbstractListModel):
    """Holds the rows; a row that changed is the only one drawn again."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, found: tuple[Row, ...]) -> None:
        """Take other rows; where they are the same questions, only say which changed."""
        same = [one.key for one in found] == [one.key for one in self._rows]
        if not same:
            self.beginResetModel()
            self._rows = found
            self.endResetModel()
            return
        former, self._rows = self._rows, found
        for place, (before, after) in enumerate(zip(former, found, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row(self, place: int) -> Row | None:
        """Return a row; nothing for a place that is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place(self, key: str) -> int:
        """Return where a question stands, or -1."""
        return next((n for n, one in enumerate(self._rows) if one.key == key), -1)

    def first_place(self) -> int:
        """Return where the first question stands, or -1."""
        return next((n for n, one in enumerate(self._rows) if one.key), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let a title be read, not chosen."""
        one = self.row(index.row())
        if one is None or not one.key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows and what is said of it."""
        one = self.row(index.row())
        if one is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return one.sentence
            case Qt.ItemDataRole.UserRole:
                return one
            case _:
                return None
