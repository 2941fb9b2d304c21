"""The clock of this computer, in the time zone of the house."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from filet.domain.moments import Instant

HOUSE_ZONE = "America/Toronto"


class SystemClock:
    """What time it is, as the wall of the house shows it."""

    def __init__(self, zone: str = HOUSE_ZONE) -> None:
        self._zone = ZoneInfo(zone)

    def now(self) -> Instant:
        """Return the moment, with the offset of the house."""
        return Instant.of(self.wall())

    def today(self) -> date:
        """Return the day of the house."""
        return self.wall().date()

    def wall(self) -> datetime:
        """Return the moment as an aware date and time of the house."""
        return datetime.now(UTC).astimezone(self._zone)
