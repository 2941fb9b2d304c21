"""Time as the work tells it: instants that were recorded, days that were told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """A recorded moment: milliseconds since 1970 in UTC, and the minutes the wall was ahead."""

    at: int
    offset: int

    def local(self) -> datetime:
        """Return the moment as the clock on the wall showed it."""
        zone = timezone(timedelta(minutes=self.offset))
        return datetime.fromtimestamp(self.at // 1000, zone).replace(
            microsecond=self.at % 1000 * 1000
        )

    @classmethod
    def of(cls, moment: datetime) -> Instant:
        """Return the instant of an aware date and time."""
        shift = moment.utcoffset()
        if shift is None:
            raise ValueError("an instant needs a zone")
        since = moment - datetime(1970, 1, 1, tzinfo=UTC)
        return cls(since // timedelta(milliseconds=1), shift // timedelta(minutes=1))


class Precision(StrEnum):
    """How finely a time was told."""

    UNKNOWN = "unknown"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Told:
    """A time as somebody told it: in words, and between two days where they are known.

    One end alone leaves the other open: « depuis 2020 ».
    """

    said: str = ""
    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.UNKNOWN


@dataclass(frozen=True, slots=True)
class Due:
    """When something is to be done: a day of the house, and an hour where one was given."""

    day: date
    hour: str = ""
    """``HH:MM`` on the wall of the house, or nothing."""

    def key(self) -> str:
        """Return a text that sorts by time; a day without hour comes at its end."""
        return f"{self.day.isoformat()} {self.hour or '24:00'}"
