"""Copies of a vault: folders with a date for a name, each whole or not there."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, wait
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TypeVar

from filet.adapters.store import manifest, migrate, places
from filet.adapters.store.connection import (
    APPLICATION_ID,
    FILE_SALT_SIZE,
    KEY_SIZE,
    Connection,
    read_copy,
    rows,
)
from filet.adapters.store.journal import SqlJournal
from filet.adapters.store.vault import VAULT_NAME, faults
from filet.application.copying import Between, Inventory, Label, inventory_of
from filet.domain.errors import (
    BackupBesideVault,
    BackupDamaged,
    BackupMissing,
    ChainBroken,
    DiskFull,
    MediumFull,
    MediumMissing,
    MediumReadOnly,
    MediumVanished,
    VaultDamaged,
    VaultIsCopy,
    VaultReadOnly,
    WriteFailed,
)
from filet.domain.ids import VaultId
from filet.domain.journal import follow, is_lost, start
from filet.domain.moments import Instant
from filet.files import replace_file, sync_folder

T = TypeVar("T")
KEYS_NAME = "filet.keys"
MANIFEST_NAME = "manifest.json"
PART, UNREAD = ".part", "_non-relue"
_OURS = {VAULT_NAME, f"{VAULT_NAME}-journal", KEYS_NAME, f"{KEYS_NAME}.part", MANIFEST_NAME,
         f"{MANIFEST_NAME}.part"}  # fmt: skip
_LARGEST_MANIFEST = 64 * 1024 * 1024
_CHUNK = 4 * 1024 * 1024
_OFTEN = 20_000
"""Steps of the database after which it looks whether it is to stop."""
_BREATH, _PAUSE = 50, 0.001
"""Entries after which it rests so many seconds: Python lets one thread at a time work, and
the window is one."""
_TURN = 0.02
"""Seconds after which others have their turn."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_NO_RIGHT = (errno.EROFS, errno.EACCES, errno.EPERM)


class Copies:
    """Copies on the disks and keys of this computer."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def meanwhile(self, work: Callable[[], T], between: Between) -> T:
        """Do what a sleeping disk may keep waiting, while whoever waits here has a turn."""
        return _meanwhile(lambda _: work(), between)

    # Places ---------------------------------------------------------------------------

    def refuse(self, place: Path, folder: Path) -> None:
        """Refuse a place that may hold no copy of the dossiers in ``folder``."""
        place, folder = place.absolute().resolve(), folder.absolute().resolve()
        if place == folder or folder in place.parents:
            raise BackupBesideVault(folder=str(place))
        existing = next(near for near in (place, *place.parents) if near.exists())
        places.refuse_unsafe(place, self._environment, places.drive_of(existing))

    def is_there(self, place: Path) -> bool:
        """Tell whether a place can be reached: its key is plugged in."""
        return place.is_dir()

    def copies(self, place: Path, vault: VaultId) -> Mapping[str, Instant]:
        """Return the copies of one house that stand in a place, and when each was made."""
        found: dict[str, Instant] = {}
        with suppress(OSError):
            for folder in sorted(place.iterdir()):
                if folder.suffix == PART or folder.name.endswith(UNREAD):
                    continue
                with suppress(BackupMissing, BackupDamaged):
                    said = self.described(folder, ())
                    if said.vault == vault:
                        found[folder.name] = said.taken
        return found

    def standing(self, place: Path) -> tuple[Path, ...]:
        """Return every copy that stands in a place, whosever it is, read or not."""
        try:
            return tuple(sorted(one for one in place.iterdir() if is_copy(one)))
        except OSError:
            return ()

    def is_copy(self, folder: Path) -> bool:
        """Tell whether a folder is a copy, read or not."""
        return is_copy(folder)

    def is_unread(self, copy: Path) -> bool:
        """Tell whether a copy was made while it was locked, and nobody has read it."""
        return copy.name.endswith(UNREAD) and not (copy / MANIFEST_NAME).exists()

    # Making ---------------------------------------------------------------------------

    def make(
        self,
        place: Path,
        names: Iterator[str],
        fill: Callable[[Path], Inventory],
        between: Between,
    ) -> str:
        """Make a copy under the first free name, or none at all; return that name."""
        with _told(place):
            part = _begun(place, names)
            try:
                fill(part)
                _meanwhile(lambda _: _sync(part), between)
                part.rename(part.with_suffix(""))
                sync_folder(place)
            except BaseException:
                _remove(part)
                raise
        return part.stem

    def describe(self, copy: Path, holds: Inventory, data_key: bytearray) -> None:
        """Write what a copy holds beside it, in a way that only this key can have written."""
        replace_file(copy / MANIFEST_NAME, manifest.render(holds, data_key))

    def take_closed(self, folder: Path, place: Path, names: Iterator[str], between: Between) -> str:
        """Copy dossiers that are closed, without any key; the copy is marked as not read."""
        with _told(place):
            part = _begun(place, names)
            try:
                for name in (VAULT_NAME, KEYS_NAME):
                    _copied(folder / name, part / name, between)
                _meanwhile(lambda _: _sync(part), between)
                _still_closed(folder, place)
                part.rename(place / f"{part.stem}{UNREAD}")
                sync_folder(place)
            except BaseException:
                _remove(part)
                raise
        return part.stem

    def unread(self, place: Path) -> tuple[Path, ...]:
        """Return the copies that were made while the dossiers were closed."""
        try:
            return tuple(sorted(one for one in place.iterdir() if one.name.endswith(UNREAD)))
        except OSError:
            return ()

    def accept(self, copy: Path) -> str:
        """Take the mark off a copy that was read; return its name."""
        with _told(copy.parent):
            name = copy.name.removesuffix(UNREAD)
            copy.rename(copy.with_name(name))
            sync_folder(copy.parent)
        return name

    def drop(self, copy: Path) -> bool:
        """Remove a copy; tell whether nothing of it is left. What is not ours stays."""
        with suppress(OSError):
            if copy.suffix != PART:
                copy = copy.rename(copy.with_name(f"{copy.name}{PART}"))
        _remove(copy)
        return not copy.exists()

    def bring(self, copy: Path, target: Path) -> None:
        """Copy the vault and the keys of a copy into an empty folder."""
        for name in (VAULT_NAME, KEYS_NAME):
            _copied(copy / name, target / name, lambda: None)
        _sync(target)

    # Reading --------------------------------------------------------------------------

    def described(self, copy: Path, keys: Sequence[bytearray]) -> Inventory:
        """Return what a copy says of itself; with keys, only where one of them wrote it."""
        try:
            with (copy / MANIFEST_NAME).open("rb") as file:
                return manifest.parse(file.read(_LARGEST_MANIFEST), keys)
        except (FileNotFoundError, NotADirectoryError):
            raise BackupMissing(folder=str(copy)) from None
        except (OSError, ValueError, OverflowError):
            raise BackupDamaged(folder=str(copy), what=MANIFEST_NAME) from None

    def read_whole(
        self, copy: Path, keys: Sequence[bytearray], label: Label, between: Between
    ) -> Inventory:
        """Open a copy, read every byte and every entry of it, and return what it does hold."""
        if not (copy / VAULT_NAME).is_file():
            raise BackupMissing(folder=str(copy))
        damaged = BackupDamaged(folder=str(copy), what=VAULT_NAME)
        for key in keys:
            if not _salted(copy / VAULT_NAME, key):
                continue
            try:
                return _meanwhile(partial(_read_file, copy, key, label), between)
            except (VaultDamaged, VaultReadOnly, WriteFailed, ChainBroken):
                continue
        raise damaged


def is_copy(folder: Path) -> bool:
    """Tell whether a folder is a copy: it says what it holds, or that nobody has read it."""
    marked = folder.name.endswith(UNREAD) or (folder / MANIFEST_NAME).is_file()
    return marked and folder.suffix != PART and (folder / VAULT_NAME).is_file()


def refuse_copy(folder: Path) -> None:
    """Raise VaultIsCopy for a folder that is a copy, a part of one included."""
    if is_copy(folder) or (folder.suffix == PART and (folder / VAULT_NAME).is_file()):
        raise VaultIsCopy(folder=str(folder))


def _salted(path: Path, key: bytearray) -> bool:
    """Tell whether a file begins with the salt of a key; with the key at hand it is not read."""
    try:
        with path.open("rb") as file:
            return file.read(FILE_SALT_SIZE) == key[KEY_SIZE:]
    except OSError:
        return False


def _read_file(copy: Path, key: bytearray, label: Label, stop: Event) -> Inventory:
    damaged = BackupDamaged(folder=str(copy), what=VAULT_NAME)
    with closing(read_copy(copy / VAULT_NAME, key)) as connection:
        return _read(connection, label, stop, damaged)


def _read(connection: Connection, label: Label, stop: Event, damaged: BackupDamaged) -> Inventory:
    """Read all of it, or less once it is to stop."""
    (ours,) = rows(connection, "PRAGMA application_id")[0]
    if ours != APPLICATION_ID:
        raise damaged
    migrate.pending(connection)
    connection.set_progress_handler(lambda: int(stop.is_set()), _OFTEN)
    if faults(connection):
        raise damaged
    journal = SqlJournal(connection, lambda _: b"")
    _followed(journal, stop, damaged)
    return inventory_of(journal, label)


def _followed(journal: SqlJournal, stop: Event, damaged: BackupDamaged) -> None:
    """Follow every chain to its head; one that was cut or changed makes no copy."""
    for head in journal.heads():
        place, lost = start(head.chain), False
        for entry in journal.sealed(head.chain):
            place, lost = follow(place, entry, after_loss=lost), is_lost(entry)
            if place.seq % _BREATH == 0 and stop.wait(_PAUSE):
                break
        if place != head:
            raise damaged


def _meanwhile(work: Callable[[Event], T], between: Between) -> T:
    """Do what cannot be cut in slices on a thread of its own, while others have their turn.

    What ``between`` raises stops it: it is told so, and waited for.
    """
    stop, done = Event(), Future[T]()
    thread = Thread(target=lambda: _into(done, lambda: work(stop)), name="copy", daemon=True)
    between()
    thread.start()
    try:
        while not wait([done], _TURN).done:
            between()
        return done.result()
    finally:
        stop.set()
        thread.join()


def _into(future: Future[T], work: Callable[[], T]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 - it is raised again by who started this
        future.set_exception(error)


def _begun(place: Path, names: Iterator[str]) -> Path:
    """Make the folder of a copy under the first name that no copy has; sweep what a crash left."""
    if not place.is_dir():
        raise MediumMissing(place=str(place))
    for part in place.glob(f"*{PART}"):
        if part.is_dir() and {one.name for one in part.iterdir()} <= _OURS:
            _remove(part)
    for name in names:
        taken = (place / name, place / f"{name}{UNREAD}", place / f"{name}{PART}")
        if not any(path.exists() for path in taken):
            taken[-1].mkdir()
            return taken[-1]
    raise MediumFull(place=str(place))


def _still_closed(folder: Path, place: Path) -> None:
    """Refuse a copy of dossiers that were opened again, or that a crash left unfinished."""
    if (folder / f"{VAULT_NAME}-wal").exists():
        raise MediumVanished(place=str(place))


def _copied(source: Path, target: Path, between: Between) -> None:
    with source.open("rb") as read, target.open("xb") as written:
        while chunk := read.read(_CHUNK):
            written.write(chunk)
            between()


def _sync(folder: Path) -> None:
    """Wait until the disk holds every file of a folder, and their names."""
    for path in folder.iterdir():
        with path.open("r+b") as file:
            os.fsync(file.fileno())
    sync_folder(folder)


def _remove(folder: Path) -> None:
    """Remove a copy: its own files, and the folder when it is then empty."""
    for name in _OURS:
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


@contextmanager
def _told(place: Path) -> Iterator[None]:
    """Say what happened to a medium in words of ours."""
    try:
        yield
    except (DiskFull, VaultReadOnly, WriteFailed, OSError) as error:
        raise _named(place, error) from None


def _named(place: Path, error: Exception) -> Exception:
    number = getattr(error, "errno", None)
    if not place.is_dir():
        return MediumVanished(place=str(place))
    if isinstance(error, DiskFull) or number in _NO_ROOM:
        return MediumFull(place=str(place))
    if number in _NO_RIGHT:
        return MediumReadOnly(place=str(place))
    return MediumVanished(place=str(place))
