"""What a copy holds, and the ports of the places where copies are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from filet.application.keeping import Journal
from filet.domain.errors import BackupDiffers
from filet.domain.ids import Ref, VaultId
from filet.domain.journal import Entry, Head
from filet.domain.kinds import NAMES, ContentRemoved, ErasureReason, FileDestroyed
from filet.domain.moments import Instant

T = TypeVar("T")
Between = Callable[[], object]
"""Called as a long work goes: it serves whoever waits, and stops the work by raising."""

_REMOVALS = (NAMES[ContentRemoved], NAMES[FileDestroyed])


def go_on() -> None:
    """Serve nobody, stop nothing."""


@dataclass(frozen=True, slots=True)
class Erased:
    """Entries that one erasure or destruction emptied; it travels in every later copy."""

    removal: Ref
    kind: str
    reason: ErasureReason
    places: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a copy holds, and what no older copy may bring back."""

    vault: VaultId
    taken: Instant
    version: str
    heads: tuple[Head, ...]
    dossiers: int
    erased: tuple[Erased, ...]
    slots: tuple[str, ...]
    """Which slots open it (hexadecimal)."""

    @property
    def entries(self) -> int:
        """How many entries there are: their numbers have no gap."""
        return sum(head.seq for head in self.heads)

    @property
    def as_of(self) -> tuple[Ref, ...]:
        """The last entry of each chain."""
        return tuple(Ref(head.chain, head.seq) for head in self.heads)


@dataclass(frozen=True, slots=True)
class Label:
    """What an inventory says besides what the journal itself does."""

    vault: VaultId
    taken: Instant
    version: str
    slots: tuple[str, ...]


def inventory_of(journal: Journal, label: Label) -> Inventory:
    """Return what a journal holds."""
    return Inventory(
        label.vault,
        label.taken,
        label.version,
        journal.heads(),
        sum(1 for _ in journal.cases()),
        tuple(_erased(journal.everywhere(_REMOVALS))),
        label.slots,
    )


def _erased(removals: Iterable[Entry]) -> Iterator[Erased]:
    for entry in sorted(removals, key=Entry.order):
        match entry.content:
            case ContentRemoved(reason=reason) | FileDestroyed(reason=reason):
                yield Erased(entry.ref, entry.kind or "", reason, entry.refs)
            case _:
                continue


def same(copy: Path, found: Inventory, wanted: Inventory) -> None:
    """Refuse a copy that does not hold what it should, and say of what it falls short."""
    for what in ("vault", "heads", "dossiers", "erased", "slots"):
        if getattr(found, what) != getattr(wanted, what):
            raise BackupDiffers(folder=str(copy), what=what)


def dated(copy: Path, wall: datetime) -> datetime:
    """Return when a copy was made, which its name says to the minute; now where it does not."""
    try:
        return datetime.strptime(copy.name[:15], "%Y-%m-%d_%H%M").replace(tzinfo=wall.tzinfo)
    except ValueError:
        return wall


def wipe(keys: Iterable[bytearray]) -> None:
    """Overwrite data keys in memory."""
    for key in keys:
        key[:] = bytes(len(key))


class KeyFiles(Protocol):
    """The key file of a house, as a file: nothing in it is opened."""

    def copy(self, source: Path, target: Path) -> None:
        """Copy the key file of one folder into another. Raises KeysMissing, KeysDamaged."""

    def double(self, folder: Path) -> None:
        """Write the second key file beside the first, as a house has them."""

    def slots(self, folder: Path) -> dict[str, str]:
        """Return the initials of every slot of a key file; those of recovery are empty."""

    def vault(self, folder: Path) -> VaultId:
        """Return which vault a key file is of. Raises KeysMissing, KeysDamaged."""


class CopyStore(Protocol):
    """Folders in which copies stand, each a folder with a date for a name."""

    def meanwhile(self, work: Callable[[], T], between: Between) -> T:
        """Do what a sleeping disk may keep waiting, while whoever waits here has a turn.

        What ``between`` raises is raised once the work ended.
        """

    def refuse(self, place: Path, folder: Path) -> None:
        """Refuse a place that may hold no copy of the dossiers in ``folder``.

        Raises BackupBesideVault, SyncedFolder, NetworkFolder.
        """

    def is_there(self, place: Path) -> bool:
        """Tell whether a place can be reached: its key is plugged in."""

    def make(
        self,
        place: Path,
        names: Iterator[str],
        fill: Callable[[Path], Inventory],
        between: Between,
    ) -> str:
        """Make a copy under the first free name, or none at all; return that name.

        ``fill`` writes it and returns what it holds. Raises MediumMissing, MediumFull,
        MediumReadOnly, MediumVanished, and what ``fill`` raises.
        """

    def describe(self, copy: Path, holds: Inventory, data_key: bytearray) -> None:
        """Write what a copy holds beside it, in a way that only this key can have written."""

    def described(self, copy: Path, keys: Sequence[bytearray]) -> Inventory:
        """Return what a copy says of itself; with keys, only where one of them wrote it.

        Raises BackupMissing, BackupDamaged.
        """

    def read_whole(
        self, copy: Path, keys: Sequence[bytearray], label: Label, between: Between
    ) -> Inventory:
        """Open a copy, read every byte and every entry of it, and return what it does hold.

        Raises BackupMissing, BackupDamaged.
        """

    def copies(self, place: Path, vault: VaultId) -> Mapping[str, Instant]:
        """Return the copies of one house that stand in a place, and when each was made."""

    def standing(self, place: Path) -> tuple[Path, ...]:
        """Return every copy that stands in a place, whosever it is, read or not."""

    def is_copy(self, folder: Path) -> bool:
        """Tell whether a folder is a copy, read or not."""

    def is_unread(self, copy: Path) -> bool:
        """Tell whether a copy was made while it was locked, and nobody has read it."""

    def drop(self, copy: Path) -> bool:
        """Remove a copy; tell whether nothing of it is left."""

    def take_closed(self, folder: Path, place: Path, names: Iterator[str], between: Between) -> str:
        """Copy dossiers that are closed, without any key; the copy is marked as not read."""

    def unread(self, place: Path) -> tuple[Path, ...]:
        """Return the copies that were made while the dossiers were closed."""

    def accept(self, copy: Path) -> str:
        """Take the mark off a copy that was read; return its name."""

    def bring(self, copy: Path, target: Path) -> None:
        """Copy the vault and the keys of a copy into an empty folder."""
