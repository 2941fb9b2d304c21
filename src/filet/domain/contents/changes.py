"""What a dossier records of time: what changed, what happened, that a plan was looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from filet.domain.contents.shared import Content, Source, SourceKind
from filet.domain.ids import ChangeId, IncidentId, StatementId
from filet.domain.moments import Told


@dataclass(frozen=True, slots=True)
class ChangeNoted(Content):
    """Something that changes the danger: a hearing, a release, a move. It may be to come.

    ``trigger`` is an id of the triggers of a region; ``on`` is the day of the fact.
    """

    change: ChangeId
    trigger: str
    on: date | None = None
    words: str = ""
    source: Source = Source(SourceKind.TEAM)


@dataclass(frozen=True, slots=True)
class PlanReviewed(Content):
    """Somebody looked at the plan again, with her or after what changed."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class IncidentNoted(Content):
    """Something he did to her, on a day or within some days; a later one corrects it.

    ``severity`` is a degree from 1 to 5 of the scale it names, or nothing where nobody said.
    ``statement`` is what it was told in, where it comes from an interview.
    """

    incident: IncidentId
    happened: Told
    severity: int | None = None
    scale: str = ""
    words: str = ""
    source: Source = Source(SourceKind.HER)
    statement: StatementId | None = None
