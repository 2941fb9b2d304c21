"""How long a closed dossier is kept: a decision of the house, never a figure of Filet's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from filet.domain.casefile import CaseFile
from filet.domain.journal import Entry
from filet.domain.kinds import RetentionSet, Status, StatusSet
from filet.domain.rows import current_status
from filet.domain.standing import in_order

AHEAD = 30
"""Days that a form proposes to be warned ahead; the house writes what it wants."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What the house decided; before that, nothing is ever due."""

    years: int = 0
    ahead: int = AHEAD
    adopted_on: date | None = None

    @property
    def decided(self) -> bool:
        """Whether the house said how long."""
        return self.years > 0

    def due(self, closed: date) -> date | None:
        """Return when the time of a dossier that was closed on a day is over."""
        return _years_after(closed, self.years) if self.decided else None

    def lists(self, closed: date, today: date) -> bool:
        """Tell whether a dossier is to be looked at: its time is over, or nearly."""
        due = self.due(closed)
        return due is not None and due - timedelta(days=self.ahead) <= today

    def is_over(self, closed: date | None, today: date) -> bool:
        """Tell whether a dossier may go; one that is open never may."""
        due = self.due(closed) if closed is not None else None
        return due is not None and due <= today


def rule_of(entries: Iterable[Entry]) -> Rule:
    """Return what was decided last."""
    rule = Rule()
    for entry in in_order(entries):
        match entry.content:
            case RetentionSet(years=years, ahead=ahead, adopted_on=day):
                rule = Rule(years, ahead, day)
            case _:
                continue
    return rule


def closed_on(file: CaseFile) -> date | None:
    """Return since when a dossier is closed; nothing while it is open.

    The clock begins at the closing, and again from zero each time the dossier was opened
    since: a closing whose day was typed before that opening is no older than it. The first
    status of all, which comes with the dossier, opens nothing again.
    """
    current = current_status(file)
    if current is None or current.status is not Status.CLOSED:
        return None
    again = [one.since for one in file.all(StatusSet)[1:] if one.status is not Status.CLOSED]
    return max((current.since, *again))


def _years_after(day: date, years: int) -> date:
    """Return the same day of a later year; the day after where that year has none such."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
