"""One dossier over time: levels, incidents of twelve months, and what was told by stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome
from filet.application.picture import Tools
from filet.domain.casefile import CaseFile
from filet.domain.comparing import Difference, differences, signed_levels
from filet.domain.errors import DateUnclear, WordsMissing
from filet.domain.grammar import spoken
from filet.domain.ids import CaseId, IncidentId
from filet.domain.incidents import Incident, Severity, incidents
from filet.domain.instruments import Value
from filet.domain.journal import Entry
from filet.domain.kinds import IncidentNoted, StatementMade
from filet.domain.speaking import forms_of
from filet.domain.stages import Stages


@dataclass(frozen=True, slots=True)
class Told:
    """A yes that may be read again under a stage: the statement and when it was written."""

    said: StatementMade
    on: date | None


@dataclass(frozen=True, slots=True)
class Course:
    """All that the page over time is drawn from."""

    file: CaseFile
    levels: tuple[Entry, ...]
    """Every level that was ever signed, the oldest first."""
    incidents: tuple[Incident, ...]
    severity: Severity
    stages: Stages
    by_stage: Mapping[str, tuple[Told, ...]]


class OverTime:
    """Reads a dossier over time, and notes incidents."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        self._desk = desk
        self._tools = tools

    def course(self, case: CaseId) -> Course:
        """Return a dossier over time."""
        file = self._desk.read(case)
        stages, severity = spoken((self._tools.stages(), self._tools.severity()), forms_of(file))
        return Course(
            file,
            signed_levels(file),
            incidents(file, severity),
            severity,
            stages,
            {one.id: _told(file, frozenset(one.items)) for one in stages.stages},
        )

    def differences(self, case: CaseId, one: Entry, other: Entry) -> tuple[Difference, ...]:
        """Return what was told otherwise between two appreciations."""
        return differences(self._desk.read(case), one, other)

    def note(
        self, case: CaseId, incident: IncidentNoted, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Note what he did; one of the same identity is corrected.

        Raises WordsMissing when neither words nor a statement say what it was, and
        DateUnclear when it has no day at all or is still to come.
        """
        if not incident.words.strip() and incident.statement is None:
            raise WordsMissing(field="incident")
        first = incident.happened.first or incident.happened.last
        if first is None or first > self._desk.clock.today():
            raise DateUnclear
        file = self._desk.read(case)
        refs = file.refs(IncidentNoted, lambda one: one.incident == incident.incident)
        return told(self._desk.record(case, Write(incident, refs), draft=draft))


def new_incident() -> IncidentId:
    """Return the identity of something he did."""
    return IncidentId(uuid4())


def _told(file: CaseFile, items: frozenset[str]) -> tuple[Told, ...]:
    """Return what was told of some items, each item once, as it was told first."""
    first: dict[str, Told] = {}
    for entry in file.live.of(StatementMade):
        said = entry.content
        if not isinstance(said, StatementMade) or said.value is not Value.YES:
            continue
        if said.item.partition("@")[0] in items:
            day = entry.moment.local().date() if entry.moment is not None else None
            first.setdefault(said.item, Told(said, day))
    return tuple(first.values())
