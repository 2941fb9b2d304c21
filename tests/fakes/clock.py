"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from filet.domain.moments import Instant

HOUSE_ZONE = ZoneInfo("America/Toronto")
START = datetime(2026, 11, 23, 14, 30, tzinfo=HOUSE_ZONE)


class FixedClock:
    """What time a test says it is; each reading is ``step`` milliseconds after the former."""

    def __init__(self, start: datetime = START, step: int = 1) -> None:
        self._now = start
        self._step = timedelta(milliseconds=step)

    def now(self) -> Instant:
        self._now += self._step
        return Instant.of(self._now)

    def today(self) -> date:
        return self._now.date()

    def wall(self) -> datetime:
        return self._now

    def move(self, **by: int) -> None:
        """Move by ``days``, ``hours`` or ``minutes``; backwards when they are negative."""
        self._now += timedelta(**by)
