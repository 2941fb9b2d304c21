"""The home list at size: every line in memory, packed; search and filters give positions."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from filet.application.desk import Desk
from filet.application.keeping import HomeRow
from filet.domain.ids import HOUSE, CaseId, WorkerId
from filet.domain.kinds import NAMES, Level, Status, WorkerEnrolled
from filet.domain.rows import CaseLine, DueLine
from filet.domain.text import fold

FIRST_PAGE = 60
_NOTES_FROM = 2
"""Letters from which words of notes are searched as well."""
_LIMIT = 50


class Chip(StrEnum):
    """A filter of the home list."""

    ALL = "all"
    SERIOUS = "serious"
    HOUSED = "housed"
    OUTREACH = "outreach"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class HomeList:
    """Every line of the home list. Rows are unpacked only when they are looked at."""

    rows: Sequence[HomeRow]
    places: dict[CaseId, int]
    unpack: Callable[[bytes], CaseLine]

    def line(self, position: int) -> CaseLine:
        """Return one line."""
        return self.unpack(self.rows[position].packed)

    def filtered(self, chip: Chip) -> array[int]:
        """Return the positions of the rows that a chip keeps."""
        keeps = _KEEPS[chip]
        return array("I", [place for place, row in enumerate(self.rows) if keeps(row)])

    def counted(self) -> dict[Chip, int]:
        """Return how many rows each chip keeps."""
        return {chip: sum(map(keeps, self.rows)) for chip, keeps in _KEEPS.items()}

    def named(self, typed: str) -> array[int]:
        """Return the open dossiers whose names or number hold every word typed."""
        return self._named(fold(typed).split(), _KEEPS[Chip.ALL])

    def closed_named(self, typed: str) -> array[int]:
        """Return the closed dossiers whose names or number hold every word typed."""
        return self._named(fold(typed).split(), _KEEPS[Chip.CLOSED])

    def _named(self, words: Sequence[str], keeps: Callable[[HomeRow], bool]) -> array[int]:
        return array(
            "I",
            [
                place
                for place, row in enumerate(self.rows)
                if keeps(row) and all(word in row.names for word in words)
            ],
        )


class Home:
    """What needs attention, and finding a dossier in three keystrokes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def first_page(self) -> tuple[CaseLine, ...]:
        """Return the first lines, at once."""
        return self._desk.vault.lists.first(FIRST_PAGE)

    def all(self) -> HomeList:
        """Return the whole list; for the worker thread."""
        rows = self._desk.vault.lists.all()
        places = {row.case: place for place, row in enumerate(rows)}
        return HomeList(rows, places, self._desk.vault.lists.unpack)

    def search(self, home: HomeList, typed: str) -> array[int]:
        """Return the positions that names, numbers or notes give for what was typed."""
        found = home.named(typed)
        words = fold(typed).split()
        if sum(map(len, words)) < _NOTES_FROM:
            return found
        noted = self._desk.vault.lists.search(words, _LIMIT)
        places = {home.places[case] for case, _ in noted if case in home.places}
        is_open = (place for place in places.union(found) if not home.rows[place].closed)
        return array("I", sorted(is_open))

    def workers(self) -> Mapping[WorkerId, str]:
        """Return how the workers of the house are called: by name, or by initials."""
        enrolled = self._desk.vault.journal.of_kinds((NAMES[WorkerEnrolled],), HOUSE)
        found = (entry.content for entry in enrolled)
        own = [one for one in found if isinstance(one, WorkerEnrolled)]
        return {one.worker: one.name or one.initials for one in own}

    def worker(self) -> str:
        """Return how the worker at this desk is called; nothing where no name is kept."""
        return self.workers().get(self._desk.worker, "")

    def due(self, until: str, limit: int = 200) -> tuple[DueLine, ...]:
        """Return what is to be done up to a time."""
        return self._desk.vault.lists.due(until, limit)


_SERIOUS = frozenset({Level.AGGRAVATED.value, Level.IMMINENT.value})
_KEEPS: dict[Chip, Callable[[HomeRow], bool]] = {
    Chip.ALL: lambda row: not row.closed,
    Chip.SERIOUS: lambda row: not row.closed and row.level in _SERIOUS,
    Chip.HOUSED: lambda row: row.status == Status.HOUSED.value,
    Chip.OUTREACH: lambda row: row.status == Status.OUTREACH.value,
    Chip.CLOSED: lambda row: row.closed,
}
