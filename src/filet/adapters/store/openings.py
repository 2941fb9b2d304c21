"""How a vault is made and opened: every refusal has its own error."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import msgspec

from filet.adapters.store import migrate
from filet.adapters.store.connection import (
    APPLICATION_ID,
    FILE_SALT_SIZE,
    KEY_SIZE,
    Connection,
    bad_pages,
    connect,
    is_forgetful,
    translated,
)
from filet.adapters.store.locks import is_held
from filet.adapters.store.vault import VAULT_NAME, LockNote, VaultFolder
from filet.domain.errors import (
    VaultDamaged,
    VaultEmpty,
    VaultExists,
    VaultForeign,
    VaultMissing,
    VaultOpenElsewhere,
    VaultReadOnly,
    VaultTruncated,
)

_PLAINTEXT = b"SQLite format 3\0"
_PAGE_SIZE = 4096


def make(folder: VaultFolder, data_key: bytearray, at: int) -> Connection:
    """Make a new vault file. Raises VaultExists, VaultReadOnly, DiskFull."""
    free(folder)
    try:
        connection = connect(folder.vault, data_key)
        with _closed_on_error(connection):
            _ready(folder, connection, at)
    except BaseException:
        discard(folder)
        raise
    return connection


def free(folder: VaultFolder) -> None:
    """Refuse a folder that has a vault, or that cannot be written in."""
    if folder.vault.exists():
        raise VaultExists(folder=str(folder.path))
    writable(folder)


def discard(folder: VaultFolder) -> None:
    """Remove a vault that could not be made whole: it holds nothing yet."""
    for name in (VAULT_NAME, VAULT_NAME + "-wal"):
        with suppress(OSError):
            (folder.path / name).unlink(missing_ok=True)


def look_at(folder: VaultFolder) -> None:
    """Find out what can be told without a key.

    Raises VaultMissing, VaultEmpty, VaultReadOnly, VaultOpenElsewhere.
    """
    _there(folder)
    writable(folder)


def unseal(folder: VaultFolder, keys: Sequence[bytearray], at: int) -> Connection:
    """Open a vault file with the newest key that fits.

    Raises VaultMissing, VaultEmpty, VaultForeign, VaultTruncated, VaultDamaged,
    VaultTooNew, VaultOpenElsewhere, VaultReadOnly.
    """
    _plausible(folder, keys)
    writable(folder)
    connection = _first_that_fits(folder, keys)
    with _closed_on_error(connection):
        _ours(folder, connection)
        _backed_up(folder, connection)
        _ready(folder, connection, at)
    return connection


@contextmanager
def _closed_on_error(connection: Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _plausible(folder: VaultFolder, keys: Sequence[bytearray]) -> None:
    """Refuse what cannot be our vault before any key is tried on it."""
    size = _there(folder)
    with folder.vault.open("rb") as file:
        head = file.read(FILE_SALT_SIZE)
    if head == _PLAINTEXT or all(head != key[KEY_SIZE:] for key in keys):
        raise VaultForeign(folder=str(folder.path))
    if size < _PAGE_SIZE:
        raise VaultTruncated(folder=str(folder.path))


def _there(folder: VaultFolder) -> int:
    """Return the size of a vault that is there, readable, and held by nobody."""
    try:
        size = folder.vault.stat().st_size
        if size > 0:
            refuse_held(folder)
    except PermissionError:
        raise VaultReadOnly(folder=str(folder.path)) from None
    except OSError:  # not there, or on a medium that is gone
        raise VaultMissing(folder=str(folder.path)) from None
    if size == 0:
        raise VaultEmpty(folder=str(folder.path))
    return size


def refuse_held(folder: VaultFolder) -> None:
    """Raise VaultOpenElsewhere where another program holds the vault."""
    if is_held(folder.vault):
        raise VaultOpenElsewhere(**_holder(folder))


def writable(folder: VaultFolder) -> None:
    """Find out by writing: what the rights say and what the medium allows may differ."""
    probe = folder.path / f"filet.{os.getpid()}.probe"
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
        if folder.vault.exists():
            folder.vault.open("r+b").close()
    except OSError as error:
        if error.errno != errno.ENOSPC:  # a full disk can still be read
            raise VaultReadOnly(folder=str(folder.path)) from None


def _first_that_fits(folder: VaultFolder, keys: Sequence[bytearray]) -> Connection:
    for key in keys:
        try:
            return connect(folder.vault, key)
        except VaultDamaged as damage:
            if _cut(folder, key, str(damage.fields["detail"])):
                raise VaultTruncated(folder=str(folder.path)) from None
        except VaultOpenElsewhere:
            raise VaultOpenElsewhere(**_holder(folder)) from None
    raise VaultDamaged(folder=str(folder.path))


def _cut(folder: VaultFolder, key: bytearray, detail: str) -> bool:
    """Tell whether the key fits and every page left is sound, though the first counts more."""
    if not detail.startswith("SQLITE_CORRUPT"):
        return False
    whole = folder.vault.stat().st_size % _PAGE_SIZE == 0
    return not (whole and bad_pages(folder.vault, key))


def _holder(folder: VaultFolder) -> dict[str, int]:
    try:
        note = msgspec.json.decode(folder.lock.read_bytes(), type=LockNote)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {"pid": 0, "since": 0}
    return {"pid": note.pid, "since": note.since}


def _ours(folder: VaultFolder, connection: Connection) -> None:
    with translated():
        (found,) = connection.execute("PRAGMA application_id").fetchone()
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if found != APPLICATION_ID:
        raise VaultForeign(folder=str(folder.path))
    log = folder.vault.with_name(VAULT_NAME + "-wal")
    logged = log.exists() and log.stat().st_size > 0
    if not logged and folder.vault.stat().st_size < pages * _PAGE_SIZE:
        raise VaultTruncated(folder=str(folder.path))


def _backed_up(folder: VaultFolder, connection: Connection) -> None:
    """Keep a copy, under the same key, before the shape of the vault changes."""
    numbers = migrate.pending(connection)
    if not numbers:
        return
    copy = folder.path / f"filet-before-{numbers[0]:04}.vault"
    copy.unlink(missing_ok=True)
    with translated():
        connection.execute("VACUUM INTO ?", (str(copy),))


def _ready(folder: VaultFolder, connection: Connection, at: int) -> None:
    with translated():
        migrate.migrate(connection)
    if not is_forgetful(connection):
        raise VaultDamaged(folder=str(folder.path))
    with suppress(OSError):  # information only: a full disk must not keep anyone out
        folder.lock.write_bytes(msgspec.json.encode(LockNote(os.getpid(), at)))
