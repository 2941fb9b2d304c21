"""What asks for attention in a dossier, and the next thing to do: read, never decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from filet.application.appraising import Tools
from filet.application.calls import attached
from filet.application.desk import Desk
from filet.domain.casefile import CaseFile
from filet.domain.factors import Marker
from filet.domain.instruments import Instrument, Item, Value, item_key
from filet.domain.journal import Entry
from filet.domain.kinds import (
    LevelSigned,
    SafeContactSet,
    SomeoneAsked,
    Source,
    StatementMade,
)
from filet.domain.rows import DueKind, DueLine, due_lines, levels

MOST = 5
"""More would not be read at three in the morning."""


class Concern(StrEnum):
    """What kind of thing asks for attention."""

    SOUGHT = "sought"
    MARKER = "marker"
    LATE_LEVEL = "late_level"


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that asks for attention: since when, and what it stands on."""

    concern: Concern
    day: date
    marker: Marker | None = None
    source: Source | None = None
    level: LevelSigned | None = None
    asked: SomeoneAsked | None = None


class Step(StrEnum):
    """What the next thing to do is."""

    SAFE_CONTACT = "safe_contact"
    ACTION = "action"
    REVIEW = "review"
    FIRST_WORDS = "first_words"


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do next; ``late`` says that its time has passed."""

    step: Step
    due: DueLine | None = None
    late: bool = False


class Attention:
    """Reads one dossier for what cannot wait."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        self._desk = desk
        self._tools = tools

    def of(self, file: CaseFile) -> tuple[Matter, ...]:
        """Return what asks for attention: who looks for her first, then the newest."""
        today = self._desk.clock.today()
        return matters(file, self._tools.instruments(), self._tools.markers(), today)


def matters(
    file: CaseFile, tools: Sequence[Instrument], markers: Iterable[Marker], today: date
) -> tuple[Matter, ...]:
    """Return at most five things, from the entries of a dossier and from nothing else."""
    critical = {marker.id: marker for marker in markers if marker.critical}
    found = [*_sought(file), *_raised(file, tools, critical), *_late(file, today)]
    found.sort(key=lambda matter: (matter.concern is not Concern.SOUGHT, -matter.day.toordinal()))
    return tuple(found[:MOST])


def next_step(file: CaseFile, now: str) -> NextStep:
    """Return the one next thing to do. ``now`` is a time as ``Due.key`` writes it."""
    due = next(iter(due_lines(file)), None)
    if file.last(SafeContactSet) is None and (due is None or due.due > now):
        return NextStep(Step.SAFE_CONTACT)
    if due is None:
        return NextStep(Step.FIRST_WORDS)
    kind = Step.REVIEW if due.kind is DueKind.REVIEW else Step.ACTION
    return NextStep(kind, due, due.due <= now)


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
    items = {item_key(tool, item): item for tool in tools for item in tool.items}
    newest: dict[str, Matter] = {}
    for entry in file.live.of(StatementMade):
        said = entry.content
        if not isinstance(said, StatementMade) or (since is not None and entry.order() < since):
            continue
        for name in _markers(items.get(said.item), said):
            if name in critical:
                marker = critical[name]
                newest[name] = Matter(Concern.MARKER, _day(entry), marker, said.source)
    yield from newest.values()


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
