"""A course: what is done on which day, in which words, and the clock that follows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from filet.application.calls import new_call
from filet.domain.instruments import Value
from filet.domain.kinds import CallNoted, SomeoneAsked, Whereabouts
from filet.domain.moments import Due, Instant, Told


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


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the fields of a step: its words in the language, its days on the calendar."""

    course: Course
    clock: CourseClock

    def text(self, fields: Mapping[str, Any], name: str) -> str:
        """Return the words that a field names, or nothing."""
        key = fields.get(name)
        return self.course.texts[key] if key else ""

    def due(self, fields: Mapping[str, Any], name: str) -> Due | None:
        """Return the day and hour that two fields give, or nothing."""
        day = fields.get(f"{name}_day")
        if day is None:
            return None
        return Due(self.clock.day(day), fields.get(f"{name}_time", ""))

    def told(self, fields: Mapping[str, Any]) -> Told:
        """Return a time as she told it, between two days where the course gives them."""
        days = [fields.get(name) for name in ("first_day", "last_day")]
        first, last = (None if day is None else self.clock.day(day) for day in days)
        return Told(self.text(fields, "happened"), first, last)

    def call(self, fields: Mapping[str, Any]) -> CallNoted:
        """Return a call as it is noted."""
        places = ("municipality", "road", "number", "vehicle")
        names = ("caller", "if_other_answers", "battery", "children_told", "words", "asked", "done")
        return CallNoted(
            call=new_call(),
            hour=fields["hour"],
            can_talk=fields["can_talk"],
            danger_now=Value(fields["danger_now"]),
            where=Whereabouts(*(self.text(fields, name) for name in places)),
            phone=fields["phone"],
            may_call_back=Value(fields["may_call_back"]),
            children=Value(fields["children"]),
            **{name: self.text(fields, name) for name in names},
        )

    def question(self, fields: Mapping[str, Any]) -> SomeoneAsked:
        """Return what somebody wanted to know about her."""
        names = ("name", "organisation", "phone", "about", "asked", "answered")
        return SomeoneAsked(
            call=new_call(),
            hour=fields["hour"],
            suspicious=fields["suspicious"],
            **{name: self.text(fields, name) for name in names},
        )
