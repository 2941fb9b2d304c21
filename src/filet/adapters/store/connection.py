"""One connection to one SQLCipher file, set up so that it forgets nothing and leaks nothing."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from filet.domain.errors import (
    CipherTooOld,
    DiskFull,
    FiletError,
    VaultDamaged,
    VaultOpenElsewhere,
    VaultReadOnly,
    WriteFailed,
)

if TYPE_CHECKING:

    class Connection(sqlite3.Connection):
        """What ``sqlcipher3`` gives: the standard library's connection, with a key."""

        def set_key(self, key: bytearray) -> None: ...

        def reset_key(self, key: bytearray) -> None: ...

else:
    Connection = dbapi2.Connection

APPLICATION_ID = 0x46494C54
"""« FILT »: what tells a vault of ours from any other encrypted database."""
KEY_SIZE = 32
FILE_SALT_SIZE = 16
_OLDEST_SQLITE = (3, 51, 3)
"""The first without the fault that could lose a WAL at its reset."""

_ERRORS: dict[str, type[FiletError]] = {
    "SQLITE_FULL": DiskFull,
    "SQLITE_BUSY": VaultOpenElsewhere,
    "SQLITE_LOCKED": VaultOpenElsewhere,
    "SQLITE_CORRUPT": VaultDamaged,
    "SQLITE_NOTADB": VaultDamaged,
    "SQLITE_READONLY": VaultReadOnly,
    "SQLITE_CANTOPEN": VaultReadOnly,
    "SQLITE_IOERR": WriteFailed,
}

_COPY_PRAGMAS = (
    "temp_store = MEMORY", "journal_mode = DELETE", "secure_delete = ON", "synchronous = OFF",
)  # fmt: skip
_NAMELESS = {
    "database or disk is full": "SQLITE_FULL",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "disk I/O error": "SQLITE_IOERR",
}
"""What a failed backup says: it bears no name, as other errors do."""


def connect(path: Path, data_key: bytearray) -> Connection:
    """Return a connection that holds the file alone; nothing was read from it yet.

    ``data_key`` is 32 bytes of key and 16 of file salt. The caller wipes it.
    """
    if dbapi2.sqlite_version_info < _OLDEST_SQLITE:
        raise CipherTooOld(found=dbapi2.sqlite_version, wanted="3.51.3")
    with translated():
        connection: Connection = dbapi2.connect(str(path), timeout=0.1, isolation_level=None)
    try:
        _set_up(connection, data_key)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_copy(path: Path, data_key: bytearray) -> Connection:
    """Return a connection to a copy that is being written: one file, and no log beside it.

    It waits for no disk: whoever makes the copy does, once it is whole.
    """
    with translated():
        connection: Connection = dbapi2.connect(str(path), timeout=0.1, isolation_level=None)
    try:
        _give_key(connection, data_key)
        with translated():
            for pragma in _COPY_PRAGMAS:
                connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def read_copy(path: Path, data_key: bytearray) -> Connection:
    """Return a connection that only reads, leaves no file behind and needs no right to write."""
    with translated():
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection: Connection = dbapi2.connect(uri, uri=True, isolation_level=None)
    try:
        _give_key(connection, data_key)
        with translated():
            for pragma in ("temp_store = MEMORY", "trusted_schema = OFF", "cache_size = -16000"):
                connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def connect_wreck(path: Path, data_key: bytearray) -> Connection:
    """Return a connection to a damaged file: nothing is set that would have to be read first."""
    with translated():
        connection: Connection = dbapi2.connect(str(path), timeout=0.1, isolation_level=None)
    try:
        _give_key(connection, data_key)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA writable_schema = ON")  # else a file cut short gives nothing
    except BaseException:
        connection.close()
        raise
    return connection


def bad_pages(path: Path, data_key: bytearray) -> list[str]:
    """Return which pages of a file are not as they were written; a missing one is not seen."""
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        _give_key(connection, data_key)
        return [text for (text,) in rows(connection, "PRAGMA cipher_integrity_check")]


def _set_up(connection: Connection, data_key: bytearray) -> None:
    _give_key(connection, data_key)
    with translated():
        for pragma in _pragmas():
            connection.execute(f"PRAGMA {pragma}").fetchall()


def _give_key(connection: Connection, data_key: bytearray) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    literal = key_literal(data_key)
    try:
        connection.set_key(literal)
    finally:
        literal[:] = bytes(len(literal))


def rekey(connection: Connection, data_key: bytearray) -> None:
    """Write every page again under another key; the salt of the file stays.

    Nothing of the former is left in the log. Outside a transaction only. When it fails,
    the file is as it was and this connection is of no more use: what it would write next
    is under neither key.
    """
    literal = key_literal(data_key)
    try:
        with translated():
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            connection.reset_key(literal)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        literal[:] = bytes(len(literal))


def is_under(path: Path, data_key: bytearray) -> bool:
    """Read a whole file that this process holds open, and tell whether a key is its key.

    The library says nothing of a re-keying that failed halfway; the bytes do. Nothing may
    be left in the log.
    """
    uri = f"{path.absolute().as_uri()}?immutable=1"  # reads without asking for the lock
    with closing(dbapi2.connect(uri, uri=True, isolation_level=None)) as connection:
        _give_key(connection, data_key)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
            return not connection.execute("PRAGMA cipher_integrity_check").fetchall()
        except dbapi2.DatabaseError:
            return False


def _pragmas() -> tuple[str, ...]:
    """Return the settings in the order they must be given; the lock comes before any read."""
    common = (
        "locking_mode = EXCLUSIVE",
        "temp_store = MEMORY",
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "trusted_schema = OFF",
        "cache_size = -16000",
        "journal_mode = WAL",
        "synchronous = FULL",
        "secure_delete = ON",
    )
    mac = ("fullfsync = ON", "checkpoint_fullfsync = ON")
    return (*common, *mac) if sys.platform == "darwin" else common


def key_literal(data_key: bytearray) -> bytearray:
    """Return ``x'<hexadecimal>'`` as a buffer that can be wiped; no other copy is made."""
    if len(data_key) != KEY_SIZE + FILE_SALT_SIZE:
        raise ValueError("a data key is 48 bytes")
    digits = b"0123456789abcdef"
    literal = bytearray(b"x'")
    for byte in data_key:
        literal.append(digits[byte >> 4])
        literal.append(digits[byte & 15])
    literal.extend(b"'")
    return literal


def is_forgetful(connection: Connection) -> bool:
    """Tell whether what is deleted is overwritten as well."""
    (secure,) = connection.execute("PRAGMA secure_delete").fetchone()
    return bool(secure == 1)


@contextmanager
def translated() -> Iterator[None]:
    """Turn an error of the database into one of ours; a bug stays a bug."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        known = _known(error)
        if known is None:
            raise
        raise known from None


def _known(error: BaseException) -> FiletError | None:
    name = str(getattr(error, "sqlite_errorname", "")) or _NAMELESS.get(str(error), "")
    primary = "_".join(name.split("_")[:2])
    kind = _ERRORS.get(primary)
    return kind(detail=name) if kind else None


def rows(connection: Connection, query: str, values: Sequence[Any] = ()) -> list[Any]:
    """Return what a query finds; a damaged page is an error of ours, wherever it is met."""
    with translated():
        return connection.execute(query, values).fetchall()


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Do all of it or nothing."""
    with translated():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
