"""What asks for attention in a dossier, and the next thing to do: read, never decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from filet.application.calls import attached
from filet.application.desk import Desk
from filet.application.picture import Tools, in_use
from filet.domain.casefile import CaseFile
from filet.domain.factors import Marker
from filet.domain.grammar import spoken
from filet.domain.instruments import Instrument, Item, Value, item_key
from filet.domain.journal import Entry
from filet.domain.kinds import (
    CallAttached,
    LevelSigned,
    MeasureWritten,
    NoteWritten,
    SafeContactSet,
    SomeoneAsked,
    Source,
    StatementMade,
    WordsNoted,
)
from filet.domain.rows import DueKind, DueLine, due_lines, levels
from filet.domain.speaking import forms_of
from filet.domain.triggers import Called, Trigger

MOST = 5
"""More would not be read at three in the morning."""
_SAID = (StatementMade, WordsNoted, NoteWritten, CallAttached)


class Concern(StrEnum):
    """What kind of thing asks for attention."""

    SOUGHT = "sought"
    MARKER = "marker"
    LATE_LEVEL = "late_level"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that asks for attention: since when, and what it stands on."""

    concern: Concern
    day: date
    marker: Marker | None = None
    source: Source | None = None
    level: LevelSigned | None = None
    asked: SomeoneAsked | None = None
    called: Called | None = None


class Step(StrEnum):
    """What the next thing to do is."""

    SAFE_CONTACT = "safe_contact"
    ACTION = "action"
    REVIEW = "review"
    PLAN_AGAIN = "plan_again"
    REASON = "reason"
    APPRAISE = "appraise"
    PLAN = "plan"
    FIRST_WORDS = "first_words"


_STEPS = {
    DueKind.ACTION: Step.ACTION,
    DueKind.REVIEW: Step.REVIEW,
    DueKind.REASON: Step.REASON,
    DueKind.PLAN: Step.PLAN_AGAIN,
}


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do next; ``late`` says that its time has passed.

    Its reason is what is due, the fact that was raised, or the level that stands.
    """

    step: Step
    due: DueLine | None = None
    late: bool = False
    matter: Matter | None = None
    level: LevelSigned | None = None


class Attention:
    """Reads one dossier for what cannot wait."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        self._desk = desk
        self._tools = tools

    def of(self, file: CaseFile, changed: Sequence[Called] = ()) -> tuple[Matter, ...]:
        """Return what asks for attention: who looks for her first, then the newest.

        ``changed`` are the facts that ask for another look at a level.
        """
        today = self._desk.clock.today()
        tools, markers = self._said(file)
        return matters(file, tools, markers, today, changed)

    def next_step(self, file: CaseFile, now: str, found: Iterable[Matter]) -> NextStep:
        """Return the one next thing to do. ``now`` is a time as ``Due.key`` writes it."""
        return next_step(file, now, found, self._tools.triggers())

    def events(self, file: CaseFile) -> tuple[Matter, ...]:
        """Return when each critical fact was first told, the oldest first: for the chart."""
        tools, markers = self._said(file)
        critical = {marker.id: marker for marker in markers if marker.critical}
        first: dict[str, Matter] = {}
        for matter in _told(file.live.of(StatementMade), tools, critical):
            if matter.marker is not None:
                first.setdefault(matter.marker.id, matter)
        return tuple(sorted(first.values(), key=lambda matter: matter.day))

    def _said(self, file: CaseFile) -> tuple[tuple[Instrument, ...], tuple[Marker, ...]]:
        """Return the tools and the markers, in the grammar of the dossier."""
        known = (in_use(file, self._tools), tuple(self._tools.markers()))
        return spoken(known, forms_of(file))


def matters(
    file: CaseFile,
    tools: Sequence[Instrument],
    markers: Iterable[Marker],
    today: date,
    changed: Sequence[Called] = (),
) -> tuple[Matter, ...]:
    """Return at most five things, from the entries of a dossier and from nothing else."""
    critical = {marker.id: marker for marker in markers if marker.critical}
    raised = list(_raised(file, tools, critical))
    found = [*_sought(file), *raised, *_late(file, today), *_changed(changed, tools, raised)]
    found.sort(key=lambda matter: (matter.concern is not Concern.SOUGHT, -matter.day.toordinal()))
    return tuple(found[:MOST])


def next_step(
    file: CaseFile, now: str, found: Iterable[Matter] = (), triggers: Sequence[Trigger] = ()
) -> NextStep:
    """Return the one next thing to do. ``now`` is a time as ``Due.key`` writes it.

    A critical fact that no level knows of goes before all else; then what is late; then
    how to reach her, what she says, a level, her plan; then what is not late yet.
    """
    fresh = [matter for matter in found if matter.concern is Concern.MARKER]
    if fresh:
        return NextStep(Step.APPRAISE, matter=fresh[0], level=_current(file))
    lines = due_lines(file, triggers)
    late = [due for due in lines if due.due <= now or _asks_today(due, now)]
    if late:
        due = min(late, key=lambda one: one.kind is DueKind.PLAN)
        return NextStep(_STEPS[due.kind], due, late=True)
    missing = _missing(file)
    if missing is not None:
        return missing
    return NextStep(_STEPS[lines[0].kind], lines[0]) if lines else NextStep(Step.FIRST_WORDS)


def _asks_today(due: DueLine, now: str) -> bool:
    """Tell whether a trigger asks for another look on this very day: it waits for no hour."""
    return due.kind is not DueKind.ACTION and bool(due.text) and due.due[:10] <= now[:10]


def _missing(file: CaseFile) -> NextStep | None:
    """Return the first thing that every dossier needs and this one lacks."""
    current = _current(file)
    if file.last(SafeContactSet) is None:
        return NextStep(Step.SAFE_CONTACT)
    if not any(file.live.of(kind) for kind in _SAID):
        return NextStep(Step.FIRST_WORDS)
    if current is None:
        return NextStep(Step.APPRAISE)
    if not file.live.of(MeasureWritten):
        return NextStep(Step.PLAN, level=current)
    return None


def _current(file: CaseFile) -> LevelSigned | None:
    found = [level for level, _ in levels(file).values()]
    return found[-1] if found else None


def _sought(file: CaseFile) -> Iterator[Matter]:
    for entry in attached(file):
        if isinstance(entry.content, SomeoneAsked) and entry.content.suspicious:
            yield Matter(Concern.SOUGHT, _day(entry), asked=entry.content)


def _raised(
    file: CaseFile, tools: Sequence[Instrument], critical: Mapping[str, Marker]
) -> Iterator[Matter]:
    """Yield the critical markers that were raised since a level was last signed."""
    signed = file.live.of(LevelSigned)
    since = signed[-1].order() if signed else None
    told = [one for one in file.live.of(StatementMade) if since is None or one.order() > since]
    newest = {one.marker.id: one for one in _told(told, tools, critical) if one.marker}
    yield from newest.values()


def _changed(
    changed: Sequence[Called], tools: Sequence[Instrument], raised: Sequence[Matter]
) -> Iterator[Matter]:
    """Yield each trigger once, by its newest fact, unless the fact already stands as a marker."""
    items = {item_key(tool, item): item for tool in tools for item in tool.items}
    shown = {matter.marker.id for matter in raised if matter.marker is not None}
    seen: set[str] = set()
    for one in changed:
        said = one.entry.content
        told = _markers(items.get(said.item), said) if isinstance(said, StatementMade) else ()
        if one.trigger in seen or isinstance(said, SomeoneAsked) or shown.intersection(told):
            continue
        seen.add(one.trigger)
        yield Matter(Concern.CHANGED, one.since, source=one.source, called=one)


def _told(
    entries: Iterable[Entry], tools: Sequence[Instrument], critical: Mapping[str, Marker]
) -> Iterator[Matter]:
    """Yield each critical fact each time it was told."""
    items = {item_key(tool, item): item for tool in tools for item in tool.items}
    for entry in entries:
        said = entry.content
        if isinstance(said, StatementMade):
            for name in _markers(items.get(said.item), said):
                if name in critical:
                    yield Matter(Concern.MARKER, _day(entry), critical[name], said.source)


def _markers(item: Item | None, said: StatementMade) -> Sequence[str]:
    if item is None:
        return ()
    high = None not in (said.scale, item.marker_from) and (said.scale or 0) >= (
        item.marker_from or 0
    )
    return item.markers if said.value is Value.YES or high else ()


def _late(file: CaseFile, today: date) -> Iterator[Matter]:
    current = {level.level_id: level for level, _ in levels(file).values()}
    for level in current.values():
        if level.review is not None and level.review.day < today:
            yield Matter(Concern.LATE_LEVEL, level.review.day, level=level)


def _day(entry: Entry) -> date:
    return entry.moment.local().date() if entry.moment is not None else date.min
