"""The twelve months of what he did to her, with how badly: dated, never added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from filet.domain.casefile import CaseFile
from filet.domain.ids import IncidentId, StatementId
from filet.domain.instruments import Value
from filet.domain.kinds import IncidentNoted, Source, StatementMade
from filet.domain.moments import Told

MONTHS = 12


@dataclass(frozen=True, slots=True)
class SeverityText:
    """The degrees in one language, by number, and what is said where nobody gave one."""

    title: str
    source: str
    none: str
    degrees: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Severity:
    """A scale of degrees, in a version that every incident names."""

    id: str
    version: str
    degrees: tuple[int, ...]
    items: frozenset[str] = frozenset()
    """Items of the inventory that tell of an incident: a dated yes stands on the calendar."""
    texts: Mapping[str, SeverityText] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return how an incident names it."""
        return f"{self.id}-{self.version}"


@dataclass(frozen=True, slots=True)
class Incident:
    """Something he did, when it was told to have been, and how badly where somebody said.

    ``incident`` is there when a worker noted it, ``item`` and ``statement`` when it was told
    in an interview; a worker may say how bad what was told was.
    """

    happened: Told
    severity: int | None
    source: Source
    words: str = ""
    incident: IncidentId | None = None
    item: str = ""
    statement: StatementId | None = None

    @property
    def day(self) -> date | None:
        """Return its day, where one day was told."""
        one = self.happened.first == self.happened.last
        return self.happened.first if one else None


def incidents(file: CaseFile, severity: Severity) -> tuple[Incident, ...]:
    """Return every dated incident, the oldest first; those without a day known come last."""
    found = [*_noted(file), *_told(file, severity)]
    return tuple(sorted(found, key=lambda one: _end(one) or date.max))


def within(found: tuple[Incident, ...], today: date) -> tuple[Incident, ...]:
    """Return those that may have been in the twelve months that end today."""
    start = months(today)[0]
    return tuple(one for one in found if (end := _end(one)) is not None and start <= end <= today)


def months(today: date) -> tuple[date, ...]:
    """Return the first days of the twelve months that end with this one, the oldest first."""
    found = [today.replace(day=1)]
    while len(found) < MONTHS:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return tuple(reversed(found))


def _end(one: Incident) -> date | None:
    return one.happened.last or one.happened.first


def _noted(file: CaseFile) -> Iterator[Incident]:
    items = {one.statement: one.item for one in file.all(StatementMade)}
    for said in file.all(IncidentNoted):
        item = items.get(said.statement, "") if said.statement is not None else ""
        yield Incident(
            said.happened,
            said.severity,
            said.source,
            said.words,
            said.incident,
            item,
            said.statement,
        )


def _told(file: CaseFile, severity: Severity) -> Iterator[Incident]:
    """Yield the dated statements of what he did that no worker noted as an incident."""
    noted = {one.statement for one in file.all(IncidentNoted)}
    for said in file.all(StatementMade):
        name = said.item.partition("@")[0]
        dated = said.happened.first is not None or said.happened.last is not None
        tells = said.value is Value.YES and dated and name in severity.items
        if tells and said.statement not in noted:
            yield Incident(
                said.happened, None, said.source, item=said.item, statement=said.statement
            )
