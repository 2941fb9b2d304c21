"""Which copies are kept, which nights were missed, which copies still hold a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from filet.domain.ids import Ref, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import (
    BackupMade,
    BackupMissed,
    BackupsArranged,
    BackupsGone,
    BackupTried,
    Why,
)

NIGHTS, WEEKS = 14, 6
"""Nights of which the last copy is kept, then weeks."""
OVERDUE = timedelta(hours=12)
"""How old the last copy may be when a lock comes."""
LONGEST = timedelta(days=NIGHTS + 7 * WEEKS)
"""How long a copy stays where one is made every night."""
_NOON = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class KnownCopy:
    """A copy that was made and that nothing says is gone."""

    made: BackupMade
    at: datetime
    """When, on the wall of the house."""


@dataclass(frozen=True, slots=True)
class Night:
    """One night, and the copy it left; or why it left none, where that is known."""

    day: date
    copy: str = ""
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class CopyBook:
    """All that the journal says of copies."""

    places: tuple[str, ...] = ()
    """Where copies go, in the order the places are tried."""
    copies: tuple[KnownCopy, ...] = ()
    """The latest first."""
    made: tuple[KnownCopy, ...] = ()
    """Those that are gone included, the latest first."""
    missed: tuple[tuple[datetime, BackupMissed], ...] = ()
    tried: datetime | None = None
    """When a copy was last opened apart and read whole."""

    @property
    def last(self) -> KnownCopy | None:
        """The latest copy that was made, whatever became of it."""
        return self.made[0] if self.made else None

    def due(self, now: datetime) -> bool:
        """Whether the last copy is older than half a day; never before a place is chosen."""
        if not self.places:
            return False
        return self.last is None or now - self.last.at > OVERDUE

    def opened_by(self, worker: WorkerId) -> tuple[KnownCopy, ...]:
        """Return the copies that the passphrase of a worker opens, whoever she is today."""
        return tuple(copy for copy in self.copies if worker.hex in copy.made.slots)

    def before(self, ref: Ref) -> tuple[KnownCopy, ...]:
        """Return the copies that were made before an entry was written.

        What that entry destroyed still stands in them. A copy that knows nothing of the
        chain was made before it began.
        """
        return tuple(copy for copy in self.copies if not _holds(copy.made.as_of, ref))


def _holds(as_of: Iterable[Ref], ref: Ref) -> bool:
    return any(head.chain == ref.chain and head.seq >= ref.seq for head in as_of)


def copy_book(entries: Iterable[Entry]) -> CopyBook:
    """Return what entries of the house say of copies, in whatever order they are given."""
    made: list[KnownCopy] = []
    missed: list[tuple[datetime, BackupMissed]] = []
    gone: set[str] = set()
    places: tuple[str, ...] = ()
    tried: datetime | None = None
    for entry in sorted(entries, key=Entry.order):
        match entry.content:
            case BackupsArranged(places=chosen):
                places = chosen
            case BackupMade() as copy if entry.moment is not None:
                made.insert(0, KnownCopy(copy, entry.moment.local()))
            case BackupMissed() as miss if entry.moment is not None:
                missed.insert(0, (entry.moment.local(), miss))
            case BackupsGone(names=names):
                gone.update(names)
            case BackupTried() if entry.moment is not None:
                tried = entry.moment.local()
            case _:
                continue
    left = tuple(copy for copy in made if copy.made.name not in gone)
    return CopyBook(places, left, tuple(made), tuple(missed), tried)


def night_of(moment: datetime) -> date:
    """Return the night that a moment belongs to: from noon to noon, under its first day."""
    return (moment - _NOON).date()


def nights(book: CopyBook, now: datetime) -> tuple[Night, ...]:
    """Return the last fourteen nights, the oldest first; the one that goes on comes last."""
    last = night_of(now)
    days = [last - timedelta(days=back) for back in reversed(range(NIGHTS))]
    kept = {night_of(copy.at): copy.made.name for copy in reversed(book.made)}
    why = {night_of(at): miss.why for at, miss in reversed(book.missed)}
    return tuple(Night(day, kept.get(day, ""), why.get(day)) for day in days)


def superfluous(taken: Mapping[str, datetime]) -> tuple[str, ...]:
    """Return which copies newer ones make superfluous, by name.

    The last copy of each of the fourteen last nights that have one is kept, and the last
    of each of the six weeks before: counted by copies and not by the calendar, so that a
    house that comes back after a long absence does not lose its old ones at once.
    """
    newest = sorted(taken, key=lambda name: (taken[name], name), reverse=True)
    night = {name: night_of(taken[name]) for name in newest}
    nightly = _last_of(newest, night, NIGHTS)
    older = [name for name in newest if night[name] < night[nightly[-1]]]
    weekly = _last_of(older, {name: _week(taken[name]) for name in older}, WEEKS)
    kept = {*nightly, *weekly}
    return tuple(name for name in newest if name not in kept)


def _last_of(newest: Sequence[str], period: Mapping[str, object], count: int) -> tuple[str, ...]:
    """Return the newest name of each of the first periods."""
    found: dict[object, str] = {}
    for name in newest:
        found.setdefault(period[name], name)
    return tuple(found.values())[:count]


def _week(moment: datetime) -> tuple[int, int]:
    return night_of(moment).isocalendar()[:2]


def names_for(moment: datetime) -> Iterator[str]:
    """Yield the names a copy may have, the plainest first: two in one minute differ."""
    plain = f"{moment:%Y-%m-%d_%H%M}"
    yield plain
    yield from (f"{plain}-{number}" for number in range(2, 100))
