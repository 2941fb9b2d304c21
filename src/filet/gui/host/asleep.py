"""Tells from the clock on the wall that the computer slept: a second that lasted too long."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 30.0
"""Seconds between two looks, one second apart, that no busy computer explains."""


@dataclass(frozen=True, slots=True)
class Asleep:
    """When the clock was looked at last."""

    last: float

    def looked(self, now: float) -> tuple[Asleep, bool]:
        """Return what to remember, and whether the computer slept since.

        A clock that was put forward looks the same: locking for nothing loses nothing.
        """
        return Asleep(now), now - self.last > LONGEST
