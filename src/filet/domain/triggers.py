"""What asks that a level, and a plan, be looked at again: dated facts, never a rule of thumb.

A trigger only marks. Nothing but a new signed appreciation, or a plan that somebody says she
looked at again, takes the mark away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from filet.domain.casefile import CaseFile
from filet.domain.ids import PersonId, Ref
from filet.domain.instruments import Value
from filet.domain.journal import Entry
from filet.domain.kinds import (
    CallAttached,
    ChangeNoted,
    Content,
    MeasureWritten,
    PersonDescribed,
    PlanReviewed,
    Role,
    SituationsSet,
    SomeoneAsked,
    Source,
    StatementMade,
    Status,
    StatusSet,
)


@dataclass(frozen=True, slots=True)
class TriggerText:
    """A trigger in one language: its short name, what belongs there, where the idea comes from."""

    name: str
    hint: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Something that changes the danger, and by what a journal tells of it.

    ``items`` are those of the inventory; ``statuses`` those she takes when she leaves the
    house; ``sought`` means that somebody tries to learn where
    she is; ``noted`` that a worker may note it herself. ``verified`` says that its source was
    read; where it was not, the screen says so.
    """

    id: str
    items: frozenset[str] = frozenset()
    situations: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()
    statuses: frozenset[Status] = frozenset()
    sought: bool = False
    noted: bool = True
    verified: bool = False
    texts: Mapping[str, TriggerText] = field(default_factory=dict)


Triggers = Callable[[], Sequence[Trigger]]
"""Where the triggers of a region come from."""


def no_triggers() -> Sequence[Trigger]:
    """Return none: for desks that make no list."""
    return ()


@dataclass(frozen=True, slots=True)
class Called:
    """A fact that asks for another look: which trigger, from which day on, told by what.

    ``happened`` is the day of the fact itself, where one was given.
    """

    trigger: str
    since: date
    entry: Entry
    happened: date | None = None

    @property
    def source(self) -> Source | None:
        """Return who says it, where somebody does."""
        told = self.entry.content
        return told.source if isinstance(told, StatementMade | ChangeNoted) else None

    @property
    def words(self) -> str:
        """Return what was written of it."""
        match self.entry.content:
            case ChangeNoted(words=words):
                return words
            case SomeoneAsked(name=name, organisation=organisation):
                return " · ".join(filter(None, (name, organisation)))
            case _:
                return ""


def tells(content: Content | None, triggers: Sequence[Trigger]) -> bool:
    """Tell whether a statement may ask for another look: most do not."""
    if not isinstance(content, StatementMade) or content.value is not Value.YES:
        return False
    name = content.item.partition("@")[0]
    return any(name in trigger.items for trigger in triggers)


def called(file: CaseFile, triggers: Sequence[Trigger], looked: Entry) -> tuple[Called, ...]:
    """Return what asks for another look since an entry, the soonest first.

    What was written later asks from the day it was written; a day that was known then, such
    as that of a hearing, asks again once it has come. A situation that is ticked for a plan
    asks for nothing where the level already knew of it otherwise.
    """
    asked: list[Called] = []
    for trigger in triggers:
        facts = tuple(_facts(file, trigger))
        known = any(one.known.order() <= looked.order() for one in facts)
        found = (_since(one, looked) for one in facts if not (one.ticked and known))
        asked += [one for one in found if one is not None]
    return tuple(sorted(asked, key=lambda one: (one.since, one.entry.order())))


def plan_called(file: CaseFile, triggers: Sequence[Trigger]) -> tuple[Called, ...]:
    """Return what asks that a plan be looked at again; nothing where there is no plan."""
    written = file.live.of(MeasureWritten)
    if not written:
        return ()
    looks = file.live.of(PlanReviewed)
    first = next(entry for entry in file.entries if isinstance(entry.content, MeasureWritten))
    return called(file, triggers, looks[-1] if looks else first)


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact, the entry from which the dossier knows it, and its own day."""

    trigger: str
    entry: Entry
    known: Entry
    day: date | None = None
    ticked: bool = False
    """A situation of her life: it says that something is so, not that it just happened."""


def _since(fact: _Fact, looked: Entry) -> Called | None:
    if fact.known.order() > looked.order():
        return Called(fact.trigger, _day(fact.known), fact.entry, fact.day)
    if fact.day is not None and fact.day > _day(looked):
        return Called(fact.trigger, fact.day, fact.entry, fact.day)
    return None


def _facts(file: CaseFile, trigger: Trigger) -> Iterator[_Fact]:
    yield from _noted(file, trigger)
    yield from _stated(file, trigger)
    if trigger.roles or trigger.statuses:
        yield from _begun(file, trigger)
    if trigger.situations:
        yield from _lived(file, trigger)
    if trigger.sought:
        yield from _sought(file, trigger.id)


def _noted(file: CaseFile, trigger: Trigger) -> Iterator[_Fact]:
    for entry in file.live.of(ChangeNoted):
        if isinstance(entry.content, ChangeNoted) and entry.content.trigger == trigger.id:
            yield _Fact(trigger.id, entry, entry, entry.content.on)


def _stated(file: CaseFile, trigger: Trigger) -> Iterator[_Fact]:
    for entry in file.live.of(StatementMade):
        if tells(entry.content, (trigger,)):
            yield _Fact(trigger.id, entry, entry)


def _begun(file: CaseFile, trigger: Trigger) -> Iterator[_Fact]:
    """Yield since when a person is there, or she left one status for another.

    A person who is described again, and a first status, change nothing.
    """
    seen: set[PersonId] = set()
    former: Status | None = None
    for entry in _readable(file):
        match entry.content:
            case PersonDescribed(person=person, role=role) if role in trigger.roles:
                if person not in seen:
                    seen.add(person)
                    yield _Fact(trigger.id, entry, entry)
            case StatusSet(status=status, since=since):
                if status in trigger.statuses and former is Status.HOUSED:
                    yield _Fact(trigger.id, entry, entry, since)
                former = status
            case _:
                continue


def _lived(file: CaseFile, trigger: Trigger) -> Iterator[_Fact]:
    """Yield when a situation was first said of her life, of those that still are."""
    now = file.last(SituationsSet)
    standing = trigger.situations.intersection(now.situations if now else ())
    for situation in sorted(standing):
        begun: Entry | None = None
        for entry in _readable(file):
            if isinstance(entry.content, SituationsSet):
                said = situation in entry.content.situations
                begun = (begun or entry) if said else None
        if begun is not None:
            yield _Fact(trigger.id, begun, begun, ticked=True)


def _sought(file: CaseFile, trigger: str) -> Iterator[_Fact]:
    """Yield the worrying questions that belong to her, known since they were attached."""
    attached: dict[Ref, Entry] = {}
    for entry in file.live.of(CallAttached):
        if isinstance(entry.content, CallAttached):
            attached[entry.content.entry] = entry
    for entry in file.entries:
        asked = entry.content
        if entry.ref in attached and isinstance(asked, SomeoneAsked) and asked.suspicious:
            yield _Fact(trigger, entry, attached[entry.ref])


def _readable(file: CaseFile) -> Iterator[Entry]:
    """Yield what was written and neither taken back nor removed, corrected since or not."""
    gone = file.standing.void | file.standing.removed
    return (entry for entry in file.entries if entry.ref not in gone)


def _day(entry: Entry) -> date:
    return entry.moment.local().date() if entry.moment is not None else date.min
