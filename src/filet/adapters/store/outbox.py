"""Files on their way out: known to the vault before their first byte is written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from filet.adapters.store.connection import Connection
from filet.domain.errors import (
    ExportFailed,
    ExportPlaceFull,
    ExportPlaceGone,
    FileExists,
    FolderUnusable,
)
from filet.files import sync_folder, write_synced

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_GONE = frozenset({errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.EROFS, errno.ESTALE})
"""What a system says of a key that was pulled out, or that it no longer lets be written."""


class Outbox:
    """Writes files so that a crash leaves neither a part nor an unregistered whole."""

    def __init__(self, connection: Connection, write: Callable[[Callable[[], int]], int]) -> None:
        self._connection = connection
        self._write = write

    def put(self, path: Path, data: bytes, at: int) -> int:
        """Write a file whole under its name; return its place in the outbox.

        Never overwrites. Raises FileExists, FolderUnusable, ExportPlaceFull,
        ExportPlaceGone, ExportFailed.
        """
        if not path.parent.is_dir():
            raise FolderUnusable(folder=str(path.parent))
        temporary = path.with_name(f".{uuid4().hex}.part")
        key = self._note(path, temporary, data, at)
        try:
            write_synced(temporary, data)
            _place(temporary, path)
        except OSError as error:
            if _undone(error, path, temporary, sha256(data).digest()):
                self._write(lambda: self.settle(key))
            raise _named(error, path) from None
        return key

    def settle(self, key: int) -> int:
        """Forget a file whose register entry is written; in that same transaction."""
        return self._connection.execute("DELETE FROM outbox WHERE key = ?", (key,)).rowcount

    def undo(self, key: int, path: Path) -> None:
        """Delete a file whose register entry could not be written.

        What its medium does not let go of now is removed at an opening that finds it.
        """
        if _taken_away(path):
            self._write(lambda: self.settle(key))

    def sweep(self) -> int:
        """Remove what a crash left: parts, and wholes that were never registered.

        A file on a key that is unplugged is still known, and removed once the key is back.
        """
        query = "SELECT key, path, temporary, digest FROM outbox"
        rows = self._connection.execute(query).fetchall()
        gone = [key for key, *row in rows if _withdrawn(Path(row[0]), Path(row[1]), row[2])]
        return self._write(lambda: sum(map(self.settle, gone))) if gone else 0

    def _note(self, path: Path, temporary: Path, data: bytes, at: int) -> int:
        def insert() -> int:
            cursor = self._connection.execute(
                "INSERT INTO outbox (path, temporary, digest, at) VALUES (?, ?, ?, ?)",
                (str(path), str(temporary), sha256(data).digest(), at),
            )
            return int(cursor.lastrowid or 0)

        return self._write(insert)


def _undone(error: OSError, path: Path, temporary: Path, digest: bytes) -> bool:
    """Remove what was begun; where the name was taken, that file stays, the same bytes or not."""
    if isinstance(error, FileExistsError):
        return _taken_away(temporary)
    return _withdrawn(path, temporary, digest)


def _withdrawn(path: Path, temporary: Path, digest: bytes) -> bool:
    """Remove a file of ours and its part; tell whether neither is anywhere any more.

    A file under that name that holds anything else is somebody's, and stays.
    """
    part_is_gone = _taken_away(temporary)
    try:
        ours = path.exists() and sha256(path.read_bytes()).digest() == digest
    except OSError as error:
        return part_is_gone and error.errno == errno.ENAMETOOLONG
    return part_is_gone and (not ours or _taken_away(path))


def _taken_away(path: Path) -> bool:
    """Remove a file; tell whether it is gone for certain: not where its folder is away."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return path.parent.is_dir()


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
        _replace(temporary, path)
    else:
        temporary.unlink()


def _replace(temporary: Path, path: Path) -> None:
    """Put a file in the place of the empty one that claimed its name, or free the name again."""
    try:
        temporary.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _named(error: OSError, path: Path) -> Exception:
    if isinstance(error, FileExistsError):
        return FileExists(name=path.name)
    if error.errno in _FULL:
        return ExportPlaceFull(folder=str(path.parent))
    if error.errno in _GONE or not path.parent.is_dir():
        return ExportPlaceGone(folder=str(path.parent))
    return ExportFailed(name=path.name)
