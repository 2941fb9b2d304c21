"""The vault as one worker sees it: a dossier that is closed to her does not exist.

She may be his cousin. Everything that a use case reads passes here, so that no row, count,
search, near match, due line, register or printout can forget it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from filet.application.keeping import (
    DraftKey,
    Drafts,
    HomeRow,
    Journal,
    Lists,
    NewEntry,
    Outbox,
    Vault,
)
from filet.domain.casefile import fold
from filet.domain.errors import DossierClosed
from filet.domain.ids import HOUSE, CaseId, ChainId, Ref, WorkerId
from filet.domain.journal import Entry, Head, Sealed
from filet.domain.kinds import NAMES, CallAttached, CallNoted, Content, SomeoneAsked
from filet.domain.rows import CaseLine, DueLine, RegisterLine

T = TypeVar("T")

_CALLS = (NAMES[CallNoted], NAMES[SomeoneAsked])
_SPARE = 16


@dataclass(frozen=True, slots=True)
class Hidden:
    """What does not exist for a worker: dossiers, and the house's entries about them."""

    cases: frozenset[CaseId] = frozenset()
    calls: frozenset[Ref] = frozenset()

    def hides(self, entry: Entry) -> bool:
        """Tell whether an entry is of a hidden dossier, or of the house and about one."""
        if entry.case in self.cases or entry.ref in self.calls:
            return True
        return entry.case == HOUSE and self.is_named_in(entry.content)

    def is_named_in(self, value: object) -> bool:
        """Tell whether what an entry says names a hidden dossier, whatever its kind."""
        if isinstance(value, tuple):
            return any(self.is_named_in(one) for one in value)
        if is_dataclass(value):
            return any(self.is_named_in(getattr(value, one.name)) for one in fields(value))
        return isinstance(value, UUID) and value in self.cases


def hidden_in(vault: Vault, cases: frozenset[CaseId]) -> Hidden:
    """Return what is hidden with some dossiers: the calls attached to them as well."""
    calls = {call.call for case in cases for call in _attached(vault, case)}
    if not calls:
        return Hidden(cases)
    noted = vault.journal.of_kinds(_CALLS, HOUSE)
    return Hidden(cases, frozenset(entry.ref for entry in noted if _call(entry.content) in calls))


def _attached(vault: Vault, case: CaseId) -> tuple[CallAttached, ...]:
    return fold(case, vault.journal.of_case(case)).all(CallAttached)


def _call(content: Content | None) -> object:
    return content.call if isinstance(content, CallNoted | SomeoneAsked) else None


def seen_through(vault: Vault, cases: frozenset[CaseId]) -> Vault:
    """Return the vault without some dossiers; the vault itself where there are none."""
    return SeenVault(vault, hidden_in(vault, cases)) if cases else vault


class SeenVault:
    """A vault without what is hidden. What it writes is written in the vault itself."""

    def __init__(self, vault: Vault, hidden: Hidden) -> None:
        self._vault = vault
        self.journal: Journal = SeenJournal(vault.journal, hidden)
        self.lists: Lists = SeenLists(vault.lists, hidden)
        self.drafts: Drafts = SeenDrafts(vault.drafts, hidden)

    @property
    def outbox(self) -> Outbox:
        """Files on their way out."""
        return self._vault.outbox

    @property
    def training(self) -> bool:
        """Whether nothing in this vault is real."""
        return self._vault.training

    @property
    def projection(self) -> int:
        """By which version its rows were made."""
        return self._vault.projection

    @projection.setter
    def projection(self, version: int) -> None:
        self._vault.projection = version

    def next_case_number(self, year: int) -> str:
        """Return the next human number of a dossier."""
        return self._vault.next_case_number(year)

    def next_register_number(self, year: int) -> str:
        """Return the next human number of a communication."""
        return self._vault.next_register_number(year)

    def write(self, work: Callable[[], T]) -> T:
        """Do all of the work or nothing."""
        return self._vault.write(work)

    def forget_traces(self) -> None:
        """Overwrite what was blanked or deleted."""
        self._vault.forget_traces()

    def rekey(self, data_key: bytearray) -> None:
        """Put every page under another data key."""
        self._vault.rekey(data_key)

    def keep_hiding(self, key: bytes) -> None:
        """Keep the key under which something may still be hidden outside."""
        self._vault.keep_hiding(key)

    def hidings(self) -> tuple[bytes, ...]:
        """Return every such key that was kept."""
        return self._vault.hidings()

    def is_under(self, data_key: bytearray) -> bool:
        """Tell whether this data key is the one it is written under."""
        return self._vault.is_under(data_key)

    def faults(self) -> tuple[str, ...]:
        """Read the whole file and return what is wrong with it."""
        return self._vault.faults()

    def copy_into(self, path: Path, data_key: bytearray, between: Callable[[], object]) -> None:
        """Write all of it into a new file: a copy of the house is whole, whoever makes it."""
        self._vault.copy_into(path, data_key, between)

    def bear_witness(self) -> None:
        """Keep the last entry outside the vault."""
        self._vault.bear_witness()

    def close(self) -> None:
        """Close it."""
        self._vault.close()


@dataclass(frozen=True, slots=True)
class SeenJournal:
    """The entries without those that are hidden. Chains are whole: they show no content."""

    journal: Journal
    hidden: Hidden

    def append(self, new: NewEntry) -> Entry:
        """Add one entry. Raises DossierClosed for a hidden dossier."""
        self._refuse(new.case)
        return self.journal.append(new)

    def blank(self, refs: Iterable[Ref]) -> None:
        """Empty entries for good."""
        self.journal.blank(refs)

    def of_case(self, case: CaseId) -> tuple[Entry, ...]:
        """Return every entry of a dossier. Raises DossierClosed."""
        self._refuse(case)
        return self._seen(self.journal.of_case(case))

    def of_kinds(self, kinds: Sequence[str], case: CaseId) -> tuple[Entry, ...]:
        """Return the entries of some kinds in a dossier, or in the house."""
        self._refuse(case)
        return self._seen(self.journal.of_kinds(kinds, case))

    def everywhere(self, kinds: Sequence[str]) -> tuple[Entry, ...]:
        """Return the entries of some kinds, whatever they are about."""
        return self._seen(self.journal.everywhere(kinds))

    def at(self, refs: Iterable[Ref]) -> tuple[Entry, ...]:
        """Return the entries at these places."""
        return self._seen(self.journal.at(refs))

    def blanks_named_by(self, case: CaseId) -> tuple[Entry, ...]:
        """Return the blanked entries that the erasures of a dossier name."""
        self._refuse(case)
        return self.journal.blanks_named_by(case)

    def cases(self) -> Iterator[CaseId]:
        """Return every dossier that has entries."""
        return (case for case in self.journal.cases() if case not in self.hidden.cases)

    def heads(self) -> tuple[Head, ...]:
        """Return the head of every chain."""
        return self.journal.heads()

    def sealed(self, chain: ChainId, after: int = 0) -> Iterator[Sealed]:
        """Return a chain as it is kept, to be verified and never shown."""
        return self.journal.sealed(chain, after)

    def _refuse(self, case: CaseId) -> None:
        if case in self.hidden.cases:
            raise DossierClosed

    def _seen(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        return tuple(entry for entry in entries if not self.hidden.hides(entry))


@dataclass(frozen=True, slots=True)
class SeenLists:
    """The rows without those of hidden dossiers; a limit counts what is seen."""

    lists: Lists
    hidden: Hidden

    def write_case(self, case: CaseId, line: CaseLine | None, due: Sequence[DueLine]) -> None:
        """Put the home line of a dossier and its due lines in the place of the former."""
        self.lists.write_case(case, line, due)

    def write_register(self, entry: Ref, line: RegisterLine | None) -> None:
        """Put a line of the register, or take it away."""
        self.lists.write_register(entry, line)

    def write_search(self, entry: Ref, words: str) -> None:
        """Put the words by which an entry is found."""
        self.lists.write_search(entry, words)

    def clear(self) -> None:
        """Take every row away."""
        self.lists.clear()

    def first(self, count: int) -> tuple[CaseLine, ...]:
        """Return the first lines of the home list."""
        return _enough(self.lists.first, count, self._shows)

    def housed(self) -> tuple[CaseLine, ...]:
        """Return the lines of who stays in the house now."""
        return tuple(line for line in self.lists.housed() if self._shows(line))

    def all(self) -> Iterable[HomeRow]:
        """Return every line, packed, in the order of the home list."""
        return (row for row in self.lists.all() if self._shows(row))

    def unpack(self, packed: bytes) -> CaseLine:
        """Return a line that was packed."""
        return self.lists.unpack(packed)

    def due(self, until: str, limit: int) -> tuple[DueLine, ...]:
        """Return what is due up to a time, the soonest first."""
        return _enough(lambda count: self.lists.due(until, count), limit, self._shows)

    def register(self, kinds: Sequence[str], limit: int) -> tuple[RegisterLine, ...]:
        """Return the latest lines of some kinds."""
        return _enough(lambda count: self.lists.register(kinds, count), limit, self._lists)

    def search(self, words: Sequence[str], limit: int) -> tuple[tuple[CaseId, Ref], ...]:
        """Return the dossiers that hold every word, with the latest entry that does."""
        cases = self.hidden.cases
        return _enough(
            lambda count: self.lists.search(words, count),
            limit,
            lambda found: found[0] not in cases,
        )

    def _shows(self, row: CaseLine | HomeRow | DueLine) -> bool:
        return row.case not in self.hidden.cases

    def _lists(self, line: RegisterLine) -> bool:
        return line.case not in self.hidden.cases and line.entry not in self.hidden.calls


@dataclass(frozen=True, slots=True)
class SeenDrafts:
    """Unfinished words, without those in hidden dossiers."""

    drafts: Drafts
    hidden: Hidden

    def save(self, key: DraftKey, body: bytes, at: int) -> None:
        """Keep a draft. Raises DossierClosed."""
        if key.case in self.hidden.cases:
            raise DossierClosed
        self.drafts.save(key, body, at)

    def read(self, key: DraftKey) -> bytes | None:
        """Return a draft, or nothing."""
        return None if key.case in self.hidden.cases else self.drafts.read(key)

    def drop(self, key: DraftKey) -> None:
        """Forget a draft."""
        self.drafts.drop(key)

    def drop_case(self, case: CaseId) -> None:
        """Forget every draft of a dossier."""
        self.drafts.drop_case(case)

    def of_worker(self, worker: WorkerId) -> tuple[DraftKey, ...]:
        """Return the drafts that a worker left, the latest first."""
        own = self.drafts.of_worker(worker)
        return tuple(key for key in own if key.case not in self.hidden.cases)


def _enough(
    read: Callable[[int], tuple[T, ...]], limit: int, shows: Callable[[T], bool]
) -> tuple[T, ...]:
    """Read on until there is as much as was asked for, or nothing more."""
    asked = limit + _SPARE
    while True:
        found = read(asked)
        kept = tuple(one for one in found if shows(one))
        if len(kept) >= limit or len(found) < asked:
            return kept[:limit]
        asked *= 2
