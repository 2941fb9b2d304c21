"""The ports of the vault: what the use cases need from where things are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from filet.domain.ids import CaseId, ChainId, Ref, WorkerId
from filet.domain.journal import Carried, Entry, Head, Sealed
from filet.domain.kinds import Content
from filet.domain.moments import Instant
from filet.domain.rows import CaseLine, DueLine, RegisterLine

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What is to be appended; its place, tick and hash are given by the journal."""

    case: CaseId
    moment: Instant
    by: WorkerId
    content: Content
    refs: tuple[Ref, ...] = ()
    carried: Carried | None = None


@dataclass(frozen=True, slots=True)
class DraftKey:
    """Whose unfinished words, in which dossier, at which place."""

    worker: WorkerId
    case: CaseId
    place: str


@dataclass(frozen=True, slots=True)
class HomeRow:
    """A home line as it is held in memory by the thousands: keys apart, the rest packed."""

    case: CaseId
    closed: bool
    status: str
    level: str
    names: str
    packed: bytes


class Clock(Protocol):
    """What time it is."""

    def now(self) -> Instant:
        """Return the moment, with the offset of the house."""

    def today(self) -> date:
        """Return the day of the house."""

    def wall(self) -> datetime:
        """Return the moment as an aware date and time of the house."""


class Journal(Protocol):
    """The entries."""

    def append(self, new: NewEntry) -> Entry:
        """Add one entry inside the current transaction and return it as it reads."""

    def blank(self, refs: Iterable[Ref]) -> None:
        """Empty entries for good."""

    def of_case(self, case: CaseId) -> tuple[Entry, ...]:
        """Return every entry of a dossier that was not blanked."""

    def of_kinds(self, kinds: Sequence[str], case: CaseId) -> tuple[Entry, ...]:
        """Return the entries of some kinds in a dossier, or in the house."""

    def everywhere(self, kinds: Sequence[str]) -> tuple[Entry, ...]:
        """Return the entries of some kinds, whatever they are about; it reads them all."""

    def at(self, refs: Iterable[Ref]) -> tuple[Entry, ...]:
        """Return the entries at these places, blanked ones included."""

    def blanks_named_by(self, case: CaseId) -> tuple[Entry, ...]:
        """Return the blanked entries that the erasures of a dossier name."""

    def cases(self) -> Iterator[CaseId]:
        """Return every dossier that has entries."""

    def heads(self) -> tuple[Head, ...]:
        """Return the head of every chain."""

    def sealed(self, chain: ChainId, after: int = 0) -> Iterator[Sealed]:
        """Return a chain as it is kept, from its first entry or after a place."""


class Lists(Protocol):
    """The rows that lists are read from."""

    def write_case(self, case: CaseId, line: CaseLine | None, due: Sequence[DueLine]) -> None:
        """Put the home line of a dossier and its due lines in the place of the former."""

    def write_register(self, entry: Ref, line: RegisterLine | None) -> None:
        """Put a line of the register, or take it away."""

    def write_search(self, entry: Ref, words: str) -> None:
        """Put the words by which an entry is found; no words take it out."""

    def clear(self) -> None:
        """Take every row away, before all are made again."""

    def first(self, count: int) -> tuple[CaseLine, ...]:
        """Return the first lines of the home list, closed dossiers left out."""

    def housed(self) -> tuple[CaseLine, ...]:
        """Return the lines of who stays in the house now, however many dossiers there are."""

    def all(self) -> Iterable[HomeRow]:
        """Return every line, packed, in the order of the home list."""

    def unpack(self, packed: bytes) -> CaseLine:
        """Return a line that was packed."""

    def due(self, until: str, limit: int) -> tuple[DueLine, ...]:
        """Return what is due up to a time, the soonest first."""

    def register(self, kinds: Sequence[str], limit: int) -> tuple[RegisterLine, ...]:
        """Return the latest lines of some kinds."""

    def search(self, words: Sequence[str], limit: int) -> tuple[tuple[CaseId, Ref], ...]:
        """Return the dossiers that hold every word, with the latest entry that does.

        The last word may be unfinished. Closed dossiers and the house are left out.
        """


class Drafts(Protocol):
    """Unfinished words, and where each worker was."""

    def save(self, key: DraftKey, body: bytes, at: int) -> None:
        """Keep a draft in the place of the former."""

    def read(self, key: DraftKey) -> bytes | None:
        """Return a draft, or nothing."""

    def drop(self, key: DraftKey) -> None:
        """Forget a draft."""

    def drop_case(self, case: CaseId) -> None:
        """Forget every draft of a dossier."""

    def of_worker(self, worker: WorkerId) -> tuple[DraftKey, ...]:
        """Return the drafts that a worker left, the latest first."""


class Outbox(Protocol):
    """Files on their way out of the vault."""

    def put(self, path: Path, data: bytes, at: int) -> int:
        """Write a file whole under its name, never over another; return its place here.

        Raises FileExists, FolderUnusable, ExportPlaceFull, ExportPlaceGone, ExportFailed.
        """

    def settle(self, key: int) -> int:
        """Forget a file whose entry is written; inside that transaction."""

    def undo(self, key: int, path: Path) -> None:
        """Delete a file whose entry could not be written."""


class Vault(Protocol):
    """An open vault. Everything is called on the thread that opened it."""

    @property
    def journal(self) -> Journal:
        """The entries."""

    @property
    def lists(self) -> Lists:
        """The rows made from them."""

    @property
    def drafts(self) -> Drafts:
        """What is not an entry yet."""

    @property
    def outbox(self) -> Outbox:
        """Files on their way out."""

    @property
    def training(self) -> bool:
        """Whether nothing in this vault is real."""

    @property
    def projection(self) -> int:
        """By which version its rows were made; 0 before any."""

    @projection.setter
    def projection(self, version: int) -> None: ...

    def next_case_number(self, year: int) -> str:
        """Return the next human number of a dossier; inside a transaction."""

    def next_register_number(self, year: int) -> str:
        """Return the next human number of a communication; inside a transaction."""

    def write(self, work: Callable[[], T]) -> T:
        """Do all of the work or nothing, on disk when it returns.

        Raises DiskFull, WriteFailed. The work may be run twice: it must not change
        anything but the vault.
        """

    def forget_traces(self) -> None:
        """Overwrite what was blanked or deleted, in the log as well."""

    def rekey(self, data_key: bytearray) -> None:
        """Put every page under another data key, and leave nothing under the former.

        Raises DiskFull, before anything is touched; RekeyInterrupted when it stopped
        halfway: nothing is lost, and this vault is closed.
        """

    def keep_hiding(self, key: bytes) -> None:
        """Keep the key under which something may still be hidden outside; in a transaction."""

    def hidings(self) -> tuple[bytes, ...]:
        """Return every such key that was kept."""

    def is_under(self, data_key: bytearray) -> bool:
        """Read every page, and tell whether this data key is the one it is written under."""

    def faults(self) -> tuple[str, ...]:
        """Read the whole file and return what is wrong with it, page by page."""

    def copy_into(self, path: Path, data_key: bytearray, between: Callable[[], object]) -> None:
        """Write all of it into a new file under this key; ``between`` is called as it goes.

        What is written here meanwhile is in the copy as well. Whatever ``between`` raises
        stops it.
        """

    def bear_witness(self) -> None:
        """Keep the last entry outside the vault, so that an older copy is noticed."""

    def close(self) -> None:
        """Close it; the keys are gone from memory."""
