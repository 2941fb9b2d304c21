"""The few rows that lists are read from, made from a dossier and from nothing else.

A line of the home list names a woman by first name and initial; her status is class
*location* and never enters a search text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid5

from filet.domain.casefile import CaseFile
from filet.domain.ids import ActionId, CaseId, LevelId, PersonId, Ref, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import (
    ActionDone,
    ActionPlanned,
    CallAttached,
    CallNoted,
    CaseCreated,
    ChangeNoted,
    CommunicationMade,
    Content,
    IncidentNoted,
    Level,
    LevelReasoned,
    LevelSeconded,
    LevelSigned,
    MeasureWritten,
    NoteWritten,
    PersonDescribed,
    PlanReviewed,
    Role,
    SituationsSet,
    SomeoneAsked,
    Status,
    StatusSet,
    TacticNoted,
    TacticWithdrawn,
    WordsNoted,
)
from filet.domain.moments import Due
from filet.domain.text import fold
from filet.domain.triggers import Called, Trigger, called, plan_called

PROJECTION_VERSION = 4
"""Raised whenever a row is made otherwise than before: all rows are then made again."""

_SEVERITY = {level: rank for rank, level in enumerate(Level)}
_LAST = "9999-99-99 99:99"


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One row of the home list. Days and hours are texts that sort by time."""

    case: CaseId
    number: str
    given: str
    initial: str
    names: str
    """Folded names and number: what a first letter finds."""
    level: Level
    level_at: int
    provisional: bool
    review: str
    status: Status
    since: str
    next_due: str
    next_text: str
    children: int
    worker: WorkerId | None
    sort: str

    @property
    def closed(self) -> bool:
        """Whether the dossier is closed."""
        return self.status is Status.CLOSED


class DueKind(StrEnum):
    """What is due."""

    ACTION = "action"
    REVIEW = "review"
    REASON = "reason"
    PLAN = "plan"


_KINDS = {kind: rank for rank, kind in enumerate(DueKind)}


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing to do: an action; or a level or a plan to look at again, a level to explain.

    The text of what is to be looked at again is the id of the trigger that asks for it,
    where one does.
    """

    case: CaseId
    thing: ActionId | LevelId
    kind: DueKind
    due: str
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line of a register of the house: a call, a question, a communication."""

    entry: Ref
    case: CaseId | None
    at: int
    kind: str
    label: str


def case_line(file: CaseFile, triggers: Sequence[Trigger] = ()) -> CaseLine | None:
    """Return the home line of a dossier, or nothing when nothing of it remains."""
    created = file.last(CaseCreated)
    if created is None:
        return None
    her = _her(file)
    level = _level(file)
    worst, said_at = _worst(file)
    status = current_status(file)
    due = due_lines(file, triggers)
    next_due = due[0].due if due else ""
    return CaseLine(
        case=file.case,
        number=created.number,
        given=(her.called or her.given) if her else "",
        initial=her.family[:1] if her else "",
        names=fold(" ".join((created.number, *_names(her)))),
        level=worst,
        level_at=said_at,
        provisional=bool(level and is_provisional(file, level)),
        review=next((one.due for one in due if one.kind is DueKind.REVIEW), ""),
        status=status.status if status else Status.FIRST_CONTACT,
        since=status.since.isoformat() if status else "",
        next_due=next_due,
        next_text=due[0].text if due and due[0].kind is DueKind.ACTION else "",
        children=sum(person.role is Role.CHILD for person in people(file).values()),
        worker=_writer(file),
        sort=_sort(worst, next_due),
    )


def current_status(file: CaseFile) -> StatusSet | None:
    """Return where she stands: what was noted last, unless the dossier was closed since.

    A stay of last month that is noted today does not open a closed dossier again.
    """
    noted = file.all(StatusSet)
    if not noted:
        return None
    last = noted[-1]
    closed_since = any(one.status is Status.CLOSED and one.since > last.since for one in noted)
    return max(reversed(noted), key=lambda one: one.since) if closed_since else last


def status_before(file: CaseFile) -> StatusSet | None:
    """Return where she stood before: of what began no later, what began last.

    A first contact noted today, when the dossier opened, is not before a stay of last month.
    """
    now = current_status(file)
    earlier = [one for one in file.all(StatusSet) if now and one != now and one.since <= now.since]
    return max(reversed(earlier), key=lambda one: one.since, default=None)


def due_lines(file: CaseFile, triggers: Sequence[Trigger] = ()) -> tuple[DueLine, ...]:
    """Return what is still to do in a dossier, the soonest first."""
    lines = (*_actions(file), *_levels_due(file, triggers), *_plan_due(file, triggers))
    return tuple(sorted(lines, key=lambda line: (line.due, _KINDS[line.kind], line.thing.bytes)))


def _actions(file: CaseFile) -> Iterator[DueLine]:
    """Yield one line for each action: planned twice over, it is due at the sooner time."""
    done = {action.action for action in file.all(ActionDone)}
    lines: dict[ActionId, DueLine] = {}
    for todo in file.all(ActionPlanned):
        due = todo.due.key() if todo.due else _LAST
        line = DueLine(file.case, todo.action, DueKind.ACTION, due, todo.text, todo.who)
        lines[todo.action] = min(lines.get(todo.action, line), line, key=lambda one: one.due)
    yield from (line for action, line in lines.items() if action not in done)


def _levels_due(file: CaseFile, triggers: Sequence[Trigger]) -> Iterator[DueLine]:
    """Yield when each current level is to be looked at again, and when its reason is due."""
    for entry in standing_levels(file):
        level = entry.content
        if not isinstance(level, LevelSigned):
            continue
        review = _due_again(called(file, triggers, entry), level.review)
        if review is not None:
            yield DueLine(file.case, level.level_id, DueKind.REVIEW, *review, "")
        if is_provisional(file, level) and not level.reasons.strip():
            due = level.reason_due.key() if level.reason_due else _LAST
            yield DueLine(file.case, _beside(level.level_id, "reason"), DueKind.REASON, due, "", "")


def _plan_due(file: CaseFile, triggers: Sequence[Trigger]) -> Iterator[DueLine]:
    review = _due_again(plan_called(file, triggers), None)
    if review is not None:
        yield DueLine(file.case, _beside(file.case, "plan"), DueKind.PLAN, *review, "")


def _due_again(calls: Sequence[Called], planned: Due | None) -> tuple[str, str] | None:
    """Return from when something is to be looked at again, and which trigger asks for it."""
    asked = [(Due(one.since).key(), one.trigger) for one in calls]
    return min([*asked, *([(planned.key(), "")] if planned else [])], default=None)


def _beside(thing: UUID, what: str) -> LevelId:
    """Return a name for what is due of a thing besides its own line."""
    return LevelId(uuid5(thing, what))


def is_provisional(file: CaseFile, level: LevelSigned) -> bool:
    """Tell whether a level was signed at once and still waits for its reason."""
    given = any(one.level_id == level.level_id for one in file.all(LevelReasoned))
    return level.provisional and not given


def people(file: CaseFile) -> dict[PersonId, PersonDescribed]:
    """Return the persons of a dossier as last described, in order of appearance."""
    return {person.person: person for person in file.all(PersonDescribed)}


def levels(file: CaseFile) -> dict[PersonId, tuple[LevelSigned, int]]:
    """Return the current level of each person, with when it was signed (ms UTC)."""
    current: dict[PersonId, tuple[LevelSigned, int]] = {}
    for entry in file.live.of(LevelSigned):
        content = entry.content
        if isinstance(content, LevelSigned) and entry.moment is not None:
            current.update(dict.fromkeys(content.persons, (content, entry.moment.at)))
    return current


def standing_levels(file: CaseFile) -> tuple[Entry, ...]:
    """Return the entries of the levels that stand, each once, in the order of their signature."""
    current = {level.level_id for level, _ in levels(file).values()}
    return tuple(
        entry
        for entry in file.live.of(LevelSigned)
        if isinstance(entry.content, LevelSigned) and entry.content.level_id in current
    )


def register_line(entry: Entry) -> RegisterLine | None:
    """Return the register line of an entry of the house, or nothing."""
    match entry.content:
        case CallNoted(caller=who):
            label, about = who, None
        case SomeoneAsked(name=who):
            label, about = who, None
        case CommunicationMade(recipient=who, about=about):
            label = who
        case _:
            return None
    at = entry.moment.at if entry.moment else 0
    return RegisterLine(entry.ref, about, at, entry.kind or "", label)


def search_text(content: Content | None) -> str:
    """Return the folded words of an entry that a search may find; no place, no number."""
    match content:
        case WordsNoted(text=text) | NoteWritten(text=text) | MeasureWritten(text=text):
            words: tuple[str, ...] = (text,)
        case ChangeNoted(words=text) | IncidentNoted(words=text) | PlanReviewed(words=text):
            words = (text,)
        case CallNoted():
            words = (content.caller, content.words, content.asked, content.done)
        case SomeoneAsked():
            words = (content.name, content.organisation, content.about, content.asked)
        case PersonDescribed():
            words = (content.given, content.family, content.called, content.tie, content.note)
        case ActionPlanned(text=text) | TacticNoted(words=text) | TacticWithdrawn(reason=text):
            words = (text,)
        case LevelSigned(reasons=text) | LevelReasoned(reasons=text) | LevelSeconded(reasons=text):
            words = (text,)
        case _:
            return ""
    return fold(" ".join(filter(None, words)))


LINE_KINDS = (
    CaseCreated,
    PersonDescribed,
    LevelSigned,
    LevelReasoned,
    LevelSeconded,
    StatusSet,
    ActionPlanned,
    ActionDone,
    ChangeNoted,
    PlanReviewed,
    MeasureWritten,
    SituationsSet,
    CallAttached,
)
"""Kinds that may change a home line; the others leave it as it is."""


def _her(file: CaseFile) -> PersonDescribed | None:
    found = [person for person in people(file).values() if person.role is Role.HER]
    return found[-1] if found else None


def _names(her: PersonDescribed | None) -> tuple[str, ...]:
    return (her.given, her.family, her.called) if her else ()


def _level(file: CaseFile) -> LevelSigned | None:
    """Return the most severe of the current levels, the latest among equals."""
    current = levels(file).values()
    if not current:
        return None
    return max(current, key=lambda found: (_SEVERITY[found[0].level], found[1]))[0]


def _worst(file: CaseFile) -> tuple[Level, int]:
    """Return the most severe level that somebody holds today, with when she signed it.

    What a second reader thinks counts as much as the level she read.
    """
    current = levels(file).values()
    held = [(level.level, at) for level, at in current]
    read = {level.level_id for level, _ in current}
    for entry in file.live.of(LevelSeconded):
        said = entry.content
        if isinstance(said, LevelSeconded) and said.level_id in read:
            held.append((said.level, entry.moment.at if entry.moment else 0))
    return max(held, key=lambda one: (_SEVERITY[one[0]], one[1]), default=(Level.NOT_ASSESSED, 0))


def _writer(file: CaseFile) -> WorkerId | None:
    own = (entry for entry in file.entries if entry.case == file.case)
    writers = [entry.by for entry in own if entry.by is not None]
    return writers[0] if writers else None


def _sort(level: Level, next_due: str) -> str:
    pinned = level is Level.IMMINENT
    return f"{'0' if pinned else '1'} {next_due or _LAST}"
