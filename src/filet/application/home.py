"""The home list at size: every line in memory, packed; search and filters give positions."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


class Places:
    """Where dossiers stand, by half of their identity: 12 bytes each, not 150 as in a dictionary."""

    def __init__(self, halves: array[int]) -> None:
        order = sorted(range(len(halves)), key=halves.__getitem__)
        self._halves = array("Q", (halves[place] for place in order))
        self._places = array("I", order)

    def near(self, case: CaseId) -> array[int]:
        """Return the positions of the dossiers that share this half: one, all but always."""
        half = half_of(case)
        return self._places[bisect_left(self._halves, half) : bisect_right(self._halves, half)]


def half_of(case: CaseId) -> int:
    """Return the first half of an identity."""
    return case.int >> 64


@dataclass(frozen=True, slots=True)
class HomeList:
    """Every line of the home list, by columns: closed dossiers stand last.

    Lines are unpacked only when they are looked at.
    """

    packed: Sequence[bytes]
    names: Sequence[str]
    """Names of the open ones, folded."""
    chips: Mapping[Chip, array[int]]
    places: Places
    unpack: Callable[[bytes], CaseLine]

    def line(self, position: int) -> CaseLine:
        """Return one line."""
        return self.unpack(self.packed[position])

    def filtered(self, chip: Chip) -> array[int]:
        """Return the positions of the rows that a chip keeps."""
        return self.chips[chip]

    def counted(self) -> dict[Chip, int]:
        """Return how many rows each chip keeps."""
        return {chip: len(kept) for chip, kept in self.chips.items()}

    def named(self, words: Sequence[str]) -> Sequence[int]:
        """Return the open dossiers whose names or number hold every word."""
        names = self.names
        found: Sequence[int] = range(len(names))
        for word in words:
            found = [place for place in found if word in names[place]]
        return found

    def closed_named(self, typed: str) -> array[int]:
        """Return the closed dossiers whose names or number hold every word typed."""
        words = fold(typed).split()
        return array(
            "I",
            [
                place
                for place in self.chips[Chip.CLOSED]
                if all(word in self.line(place).names for word in words)
            ],
        )

    def noted(self, cases: Iterable[CaseId]) -> Iterator[int]:
        """Return where the open ones among some dossiers stand."""
        for case in set(cases):
            for place in self.places.near(case):
                if place < len(self.names) and self.line(place).case == case:
                    yield place

    def due(self, lines: Iterable[DueLine]) -> Iterator[tuple[DueLine, CaseLine]]:
        """Return what is to be done in the open dossiers, each beside the line of its dossier."""
        for one in lines:
            for place in self.noted([one.case]):
                yield one, self.line(place)


class Home:
    """What needs attention, and finding a dossier in three keystrokes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def first_page(self) -> tuple[CaseLine, ...]:
        """Return the first lines, at once."""
        return self._desk.vault.lists.first(FIRST_PAGE)

    def all(self) -> HomeList:
        """Return the whole list; for the worker thread."""
        return gathered(self._desk.vault.lists.all(), self._desk.vault.lists.unpack)

    def search(self, home: HomeList, typed: str) -> array[int]:
        """Return the positions that names, numbers or notes give for what was typed."""
        words = fold(typed).split()
        found = home.named(words)
        if sum(map(len, words)) < _NOTES_FROM:
            return array("I", found)
        noted = self._desk.vault.lists.search(words, _LIMIT)
        return array("I", sorted({*home.noted(case for case, _ in noted), *found}))

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


def gathered(rows: Iterable[HomeRow], unpack: Callable[[bytes], CaseLine]) -> HomeList:
    """Gather rows into columns; no row is kept."""
    halves = array("Q")
    packed: list[bytes] = []
    names: list[str] = []
    chips = {chip: array("I") for chip in Chip}
    for place, row in enumerate(rows):
        halves.append(half_of(row.case))
        packed.append(row.packed)
        if not row.closed:
            names.append(row.names)
        for chip, keeps in _KEEPS.items():
            if keeps(row):
                chips[chip].append(place)
    return HomeList(packed, names, chips, Places(halves), unpack)
