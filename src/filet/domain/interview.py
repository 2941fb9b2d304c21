"""An interview as it stands: what each question has got, and which one comes next.

Plain values and plain functions: a screen shows them and asks, it decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from filet.domain.casefile import CaseFile
from filet.domain.ids import CaseId, SessionId, StatementId
from filet.domain.instruments import (
    Instrument,
    Item,
    ItemType,
    Kind,
    Value,
    item_key,
    split_item_key,
)
from filet.domain.journal import Entry
from filet.domain.kinds import (
    MayTellHer,
    NoteWritten,
    PersonDescribed,
    Role,
    SessionBegun,
    Source,
    SourceKind,
    StatementMade,
    WordsNoted,
)
from filet.domain.scoring import clashes
from filet.domain.statements import read
from filet.domain.text import fold

HER = Source(SourceKind.HER)


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source said of one thing in this interview: its statement, words and note."""

    statement: StatementMade
    words: Mapping[str, str] = field(default_factory=dict)
    """By spoken detail; the words that answer none stand under an empty name."""
    note: str = ""

    @property
    def answered(self) -> bool:
        """Whether it chose an answer."""
        return self.statement.value is not None or self.statement.scale is not None


@dataclass(frozen=True, slots=True)
class Former:
    """What was said of it in an earlier interview."""

    day: date
    source: Source
    value: Value | None
    scale: int | None
    most: int = 10
    """The end of its scale."""


@dataclass(frozen=True, slots=True)
class Question:
    """One item of the instrument, as it stands in this interview."""

    key: str
    item: Item
    number: int
    """Its place in the list, from 1."""
    voices: tuple[Voice, ...] = ()
    former: tuple[Former, ...] = ()
    to_clarify: bool = False
    """Whether one says yes and one says no, today or before."""
    box: bool = False
    """Whether it is a box of the form and no item: left empty, it is not ticked."""

    def voice(self, kind: SourceKind) -> Voice | None:
        """Return what one kind of source said, the last of it."""
        found = [one for one in self.voices if one.statement.source.kind is kind]
        return found[-1] if found else None

    @property
    def hers(self) -> Voice | None:
        """What she said herself."""
        return self.voice(SourceKind.HER)

    @property
    def shown(self) -> Voice | None:
        """The voice that speaks for it in a list: hers, else the last that answered."""
        answered = [one for one in self.voices if one.answered] or list(self.voices)
        own = [one for one in answered if one.statement.source.kind is SourceKind.HER]
        return (own or answered)[-1] if answered else None

    @property
    def answered(self) -> bool:
        """Whether it counts as answered: « ne sait pas » does, and so do words that were told."""
        told = self.item.type is ItemType.TOLD and any(one.words for one in self.voices)
        return told or any(one.answered for one in self.voices)

    @property
    def to_resume(self) -> bool:
        """Whether the worker wants to come back to it."""
        return any(one.statement.to_resume for one in self.voices)

    @property
    def first(self) -> bool:
        """Whether it is asked in the first hour."""
        return self.item.first_hour is not None


@dataclass(frozen=True, slots=True)
class Interview:
    """Every question in the order of the list: the first hour, then at her pace."""

    case: CaseId
    session: SessionId
    instrument: Instrument
    questions: tuple[Question, ...]
    begun: SessionBegun | None = None
    persons: tuple[PersonDescribed, ...] = ()
    """Persons of the dossier who may be the source of a statement."""
    impossible: tuple[tuple[Question, Question], ...] = ()
    """An item and a box that cannot both be true on the form, and are both answered yes."""

    @property
    def asks_her(self) -> bool:
        """Whether she is asked: a form that was filled on paper is only copied."""
        return self.instrument.kind is not Kind.PAPER_FORM

    @property
    def source(self) -> Source:
        """Who speaks unless somebody else is named: she, or whoever filled the form."""
        filled = self.begun.filled if self.begun is not None else None
        return filled or HER

    def question(self, key: str) -> Question:
        """Return a question; the first where there is no such key."""
        return next((one for one in self.questions if one.key == key), self.questions[0])

    def after(self, key: str, step: int = 1) -> Question | None:
        """Return the next question, or the one before; nothing at either end."""
        place = self.question(key).number - 1 + step
        return self.questions[place] if 0 <= place < len(self.questions) else None

    def unanswered_after(self, key: str) -> Question | None:
        """Return the next question without answer; after the last, from the first again."""
        place = self.question(key).number
        around = (*self.questions[place:], *self.questions[:place])
        return next((one for one in around if not (one.answered or one.box)), None)

    @property
    def counted(self) -> tuple[Question, ...]:
        """The questions that the count speaks of: those of the first hour where there are any."""
        items = tuple(one for one in self.questions if not one.box)
        return tuple(one for one in items if one.first) or items

    @property
    def answered(self) -> int:
        """How many of them have an answer."""
        return sum(one.answered for one in self.counted)

    @property
    def to_resume(self) -> tuple[Question, ...]:
        """The questions to come back to, wherever they stand."""
        return tuple(one for one in self.questions if one.to_resume)

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that are counted and have no answer."""
        return tuple(one for one in self.counted if not one.answered)

    @property
    def later(self) -> int:
        """How many questions asked at her pace have no answer yet."""
        counted = self.counted
        open_ = (one for one in self.questions if not (one.answered or one.box))
        return sum(one not in counted for one in open_)


def interview(file: CaseFile, instrument: Instrument, session: SessionId) -> Interview:
    """Return an interview as the dossier tells it."""
    said = _by_item(file, instrument.id)
    spoken = _spoken(file)
    boxes = [Item(flag.id) for flag in instrument.flags]
    ordered = [*sorted(instrument.items, key=_order), *boxes]
    questions = tuple(
        replace(_question(said, spoken, (instrument, item, number), session), box=item in boxes)
        for number, item in enumerate(ordered, 1)
    )
    begun = [one for one in file.all(SessionBegun) if one.session == session]
    last = {one.person: one for one in file.all(PersonDescribed)}
    persons = tuple(one for one in last.values() if one.role is not Role.HER)
    settled = begun[-1] if begun else None
    told = _impossible(instrument, said, questions)
    return Interview(file.case, session, instrument, questions, settled, persons, told)


def version_of(file: CaseFile, pack: str, session: SessionId) -> str | None:
    """Return in which version of an instrument this interview began, or nothing."""
    for said in reversed(file.all(StatementMade)):
        _, name, version = _parts(said.item)
        if said.session == session and name == pack:
            return version
    return None


def found(questions: Iterable[Question], names: Mapping[str, str], typed: str) -> list[Question]:
    """Return the questions whose name has a word that begins so; accents do not matter."""
    wanted = fold(typed.strip())
    if not wanted:
        return list(questions)
    folded = {one.key: fold(names.get(one.item.id, "")) for one in questions}
    within = [one for one in questions if wanted in folded[one.key]]
    return sorted(within, key=lambda one: not _begins(folded[one.key], wanted))


def calls_for_care(question: Question, voice: Voice | None) -> bool:
    """Tell whether an answer is one after which something is to be thought of at once."""
    if voice is None:
        return False
    said = voice.statement
    told = question.item.type is ItemType.TOLD and bool(voice.words)
    return told or said.value is Value.YES or said.scale is not None


def tellable(voice: Voice | None) -> bool:
    """Tell whether her own eyes may see it: what she said herself, and nothing else."""
    if voice is None:
        return False
    said = voice.statement
    return said.source.kind is SourceKind.HER and said.may_tell_her is MayTellHer.YES


def _order(item: Item) -> tuple[bool, int]:
    return item.first_hour is None, item.first_hour or 0


def _begins(name: str, wanted: str) -> bool:
    words = name.replace("'", " ").replace(",", " ").split()
    return name.startswith(wanted) or any(word.startswith(wanted) for word in words)


def _parts(key: str) -> tuple[str, str, str]:
    try:
        return split_item_key(key)
    except ValueError:
        return "", "", ""


def _by_item(file: CaseFile, pack: str) -> dict[str, list[Entry]]:
    """Return the statements about each item, in whatever version of the instrument."""
    groups: dict[str, list[Entry]] = {}
    for entry in file.live.of(StatementMade):
        if isinstance(entry.content, StatementMade):
            item, name, _ = _parts(entry.content.item)
            if name == pack:
                groups.setdefault(item, []).append(entry)
    return groups


_Spoken = Mapping[StatementId, tuple[dict[str, str], list[str]]]


def _spoken(file: CaseFile) -> _Spoken:
    """Return the words and the notes about each statement."""
    found: dict[StatementId, tuple[dict[str, str], list[str]]] = {}
    for words in file.all(WordsNoted):
        if words.statement is not None:
            spoken = found.setdefault(words.statement, ({}, []))[0]
            if words.text.strip():
                spoken[words.detail] = words.text
    for note in file.all(NoteWritten):
        if note.statement is not None and note.text.strip():
            found.setdefault(note.statement, ({}, []))[1].append(note.text)
    return found


def _question(
    said: Mapping[str, Sequence[Entry]],
    spoken: _Spoken,
    place: tuple[Instrument, Item, int],
    session: SessionId,
) -> Question:
    instrument, item, number = place
    entries = said.get(item.id, ())
    statements = _made(entries)
    own = [one for one in statements if one.session == session]
    return Question(
        item_key(instrument, item),
        item,
        number,
        tuple(_voice(one, spoken) for one in own),
        tuple(replace(one, most=item.most) for one in _former(entries, session)),
        read(statements).contradictory,
    )


def _impossible(
    instrument: Instrument, said: Mapping[str, Sequence[Entry]], questions: Sequence[Question]
) -> tuple[tuple[Question, Question], ...]:
    values = {name: read(_made(entries)).values for name, entries in said.items()}
    ticked = frozenset(one.id for one in instrument.flags if Value.YES in values.get(one.id, ()))
    by_id = {one.item.id: one for one in questions}
    return tuple(
        (by_id[rule.item], by_id[rule.flag]) for rule in clashes(instrument, values, ticked)
    )


def _made(entries: Iterable[Entry]) -> list[StatementMade]:
    return [one.content for one in entries if isinstance(one.content, StatementMade)]


def _voice(said: StatementMade, spoken: _Spoken) -> Voice:
    words, notes = spoken.get(said.statement, ({}, []))
    return Voice(said, words, "\n".join(notes))


def _former(entries: Sequence[Entry], session: SessionId) -> Iterator[Former]:
    for entry in entries:
        said, moment = entry.content, entry.moment
        first = entry.carried.moment if entry.carried is not None else moment
        if not isinstance(said, StatementMade) or said.session == session or first is None:
            continue
        if said.value is not None or said.scale is not None:
            yield Former(first.local().date(), said.source, said.value, said.scale)
