"""When the screen is covered and when it locks, decided without a window.

Times are seconds of a clock that never goes back. The window tells what happened; a
``Guard`` says what must be shown now.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

IDLE = 5 * 60.0
"""Without a key or the mouse, unless she chose otherwise: lock, or cover during an interview."""
IDLE_BUSY = 15 * 60.0
"""Without a key or the mouse during an interview, a call or a plan: lock."""
COVERED = 60.0
"""A screen that she covered herself locks after this."""
WARNING = 30.0
"""How long before the lock it is announced."""
DEAF = 0.4
"""After the cover is lifted, nothing is heard for this long."""
DOUBLE_ESCAPE = 0.6
AWAY = 15 * 60.0
"""After a longer lock, the page is not shown again before she says so."""

WAITS = (0, 0, 4, 8, 16, 30)
"""Seconds to wait after each wrong passphrase; the last one stays."""


def wait_after(failures: int) -> int:
    """Return how long to wait after so many wrong passphrases in a row."""
    return WAITS[min(failures, len(WAITS)) - 1] if failures else 0


class Face(StrEnum):
    """What the window shows."""

    DOOR = "door"
    ROOM = "room"
    COVER = "cover"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Guard:
    """What is shown, and since when nothing was touched."""

    face: Face = Face.DOOR
    touched: float = 0.0
    lock_at: float = 0.0
    """When a covered screen locks."""
    behind: Face = Face.ROOM
    """What a covered screen covers: before the door is open too, a key may be read on it."""
    busy: bool = False
    """Whether an interview, a call or a plan is under way."""
    idle: float = IDLE
    """How long nothing may be touched."""

    def patient(self, minutes: int) -> Guard:
        """Wait so many minutes for a key or the mouse."""
        return replace(self, idle=minutes * 60.0)

    def entered(self, now: float) -> Guard:
        """Show the room: she opened the dossiers; a screen that she hid meanwhile stays hidden."""
        room = Guard(Face.ROOM, now, busy=self.busy, idle=self.idle)
        return room.covered(now) if self.face is Face.COVER else room

    def touch(self, now: float) -> Guard:
        """Note that she moved or typed; a covered screen does not count it."""
        return replace(self, touched=now) if self.face is Face.ROOM else self

    def at_work(self, now: float, *, busy: bool) -> Guard:
        """Note that an interview, a call or a plan began or ended."""
        return replace(self.touch(now), busy=busy)

    def covered(self, now: float) -> Guard:
        """Cover: she hid the screen."""
        if self.face is Face.COVER:
            return self
        return replace(self, face=Face.COVER, behind=self.face, lock_at=now + COVERED)

    def uncovered(self, now: float) -> Guard:
        """Show again what was covered: she came back."""
        if self.face is not Face.COVER:
            return self
        return replace(self, face=self.behind, touched=now)

    def locked(self) -> Guard:
        """Lock: she did, or the session."""
        inside = self.behind if self.face is Face.COVER else self.face
        return Guard(Face.LOCK, idle=self.idle) if inside is Face.ROOM else self

    def tick(self, now: float) -> Guard:
        """Return what time alone has changed."""
        match self.face:
            case Face.ROOM if now >= self.touched + self.idle:
                return self._left_alone(now)
            case Face.COVER if now >= self.lock_at:
                return self.locked()
            case _:
                return self

    def seconds_to_lock(self, now: float) -> int | None:
        """Return the seconds left once the lock is announced; nothing before."""
        if self.face is not Face.ROOM or self.busy:
            return None
        left = self.touched + self.idle - now
        return max(0, round(left)) if left <= WARNING else None

    def _left_alone(self, now: float) -> Guard:
        lock_at = self.touched + (max(IDLE_BUSY, self.idle) if self.busy else self.idle)
        if now >= lock_at:
            return self.locked()
        return replace(self, face=Face.COVER, behind=Face.ROOM, lock_at=lock_at)


@dataclass(frozen=True, slots=True)
class Deafness:
    """Ignores keys that were meant for the cover: until all are up, and for a moment."""

    held: frozenset[int] = frozenset()
    since: float | None = None
    waiting: bool = False
    """Whether keys that were held when the cover was lifted are still down."""

    def pressed(self, key: int) -> Deafness:
        """Note that a key went down."""
        return replace(self, held=self.held | {key})

    def released(self, key: int) -> Deafness:
        """Note that a key came up."""
        held = self.held - {key}
        return replace(self, held=held, waiting=self.waiting and bool(held))

    def lifted(self, now: float) -> Deafness:
        """Note that the cover was lifted."""
        return replace(self, since=now, waiting=bool(self.held))

    def forgot(self) -> Deafness:
        """Forget the keys: the window lost them, they may have come up unseen."""
        return replace(self, held=frozenset(), waiting=False)

    def deaf(self, now: float) -> bool:
        """Whether what is typed or clicked now is to be ignored."""
        return self.waiting or (self.since is not None and now < self.since + DEAF)


@dataclass(frozen=True, slots=True)
class Escapes:
    """Counts Esc: twice within a moment covers the screen."""

    last: float | None = None

    def pressed(self, now: float) -> tuple[Escapes, bool]:
        """Return what to remember, and whether this was the second."""
        if self.last is not None and now - self.last <= DOUBLE_ESCAPE:
            return Escapes(), True
        return Escapes(now), False


@dataclass(frozen=True, slots=True)
class Left:
    """Where a worker was when the screen locked."""

    worker: object
    place: object
    at: float

    def returns(self, worker: object, now: float) -> bool:
        """Whether her page may come back without asking."""
        return worker == self.worker and now - self.at <= AWAY
