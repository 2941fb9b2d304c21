"""Files on their way out: known to the vault before their first byte is written."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from filet.adapters.store.connection import Connection
from filet.domain.errors import DiskFull, ExportFailed, FileExists, FolderUnusable
from filet.files import sync_folder, write_synced

_NO_SPACE = 28
"""ENOSPC, the same number on every system Python knows."""


class Outbox:
    """Writes files so that a crash leaves neither a part nor an unregistered whole."""

    def __init__(self, connection: Connection, write: Callable[[Callable[[], int]], int]) -> None:
        self._connection = connection
        self._write = write

    def put(self, path: Path, data: bytes, at: int) -> int:
        """Write a file whole under its name; return its place in the outbox.

        Never overwrites. Raises FileExists, FolderUnusable, DiskFull, ExportFailed.
        """
        if not path.parent.is_dir():
            raise FolderUnusable(folder=str(path.parent))
        temporary = path.with_name(f".{uuid4().hex}.part")
        key = self._note(path, temporary, data, at)
        try:
            write_synced(temporary, data)
            _place(temporary, path)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            self._write(lambda: self.settle(key))
            raise _named(error, path) from None
        return key

    def settle(self, key: int) -> int:
        """Forget a file whose register entry is written; in that same transaction."""
        return self._connection.execute("DELETE FROM outbox WHERE key = ?", (key,)).rowcount

    def undo(self, key: int, path: Path) -> None:
        """Delete a file whose register entry could not be written."""
        path.unlink(missing_ok=True)
        self._write(lambda: self.settle(key))

    def sweep(self) -> int:
        """Remove what a crash left: parts, and wholes that were never registered."""
        rows = self._connection.execute("SELECT path, temporary, digest FROM outbox").fetchall()
        for path, temporary, digest in rows:
            with suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
            _remove(Path(path), digest)
        return self._write(self._forget_all) if rows else 0

    def _forget_all(self) -> int:
        return self._connection.execute("DELETE FROM outbox").rowcount

    def _note(self, path: Path, temporary: Path, data: bytes, at: int) -> int:
        def insert() -> int:
            cursor = self._connection.execute(
                "INSERT INTO outbox (path, temporary, digest, at) VALUES (?, ?, ?, ?)",
                (str(path), str(temporary), sha256(data).digest(), at),
            )
            return int(cursor.lastrowid or 0)

        return self._write(insert)


def _remove(path: Path, digest: bytes) -> None:
    """Remove a file of ours; one that holds anything else stays."""
    with suppress(OSError):
        if sha256(path.read_bytes()).digest() == digest:
            path.unlink()


def _place(temporary: Path, path: Path) -> None:
    """Give a file its name, unless the name is taken."""
    if os.name == "posix":
        _link(temporary, path)
    else:
        temporary.rename(path)
    sync_folder(path.parent)


def _link(temporary: Path, path: Path) -> None:
    """Rename without overwriting; a USB key without hard links has the name claimed first."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        write_synced(path, b"")
        temporary.replace(path)
    else:
        temporary.unlink()


def _named(error: OSError, path: Path) -> Exception:
    if isinstance(error, FileExistsError):
        return FileExists(name=path.name)
    if error.errno == _NO_SPACE:
        return DiskFull(folder=str(path.parent))
    return ExportFailed(name=path.name)
