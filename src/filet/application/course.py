"""A course: what is done on which day, in which words, and the clock that follows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from filet.domain.moments import Instant


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is done, on which day of the course, at what hour, with what."""

    do: str
    day: int
    hour: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Course:
    """A whole course, with its words in the language of the walk."""

    instrument: str
    plan: str
    language: str
    steps: tuple[Step, ...]
    texts: Mapping[str, str]
    actions: Mapping[str, str]
    """Words of the proposed actions, by their ids."""

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return self.steps[-1].day


class CourseClock:
    """The clock of a course: it stands where the step puts it."""

    def __init__(self, start: date, zone: str) -> None:
        self._start, self._zone = start, ZoneInfo(zone)
        self._wall = datetime.combine(start, time(), self._zone)

    def put(self, day: int, hour: str) -> None:
        """Move to a day and an hour of the course."""
        moment = datetime.combine(self.day(day), time.fromisoformat(hour), self._zone)
        self._wall = max(moment, self._wall + timedelta(seconds=1))

    def day(self, day: int) -> date:
        """Return the civil date of a day of the course."""
        return self._start + timedelta(days=day)

    def now(self) -> Instant:
        """Return the moment, with the offset of the house."""
        return Instant.of(self._wall)

    def today(self) -> date:
        """Return the day of the house."""
        return self._wall.date()

    def wall(self) -> datetime:
        """Return the moment as an aware date and time of the house."""
        return self._wall
