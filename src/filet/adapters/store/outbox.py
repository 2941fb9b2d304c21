"""Files on their way out: known to the vault before their first byte is written."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from filet.adapters.store.vault import SqlVault
from filet.domain.errors import DiskFull, ExportFailed, FileExists, FolderUnusable
from filet.files import sync_folder, write_synced

_NO_SPACE = 28
"""ENOSPC, the same number on every system Python knows."""


class Outbox:
    """Writes files so that a crash leaves neither a part nor an unregistered whole."""

    def __init__(self, vault: SqlVault) -> None:
        self._vault = vault

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
            self._vault.write(lambda: self.settle(key))
            raise _named(error, path) from None
        return key

    def settle(self, key: int) -> None:
        """Forget a file whose register entry is written; in that same transaction."""
        self._vault.connection.execute("DELETE FROM outbox WHERE key = ?", (key,))

    def undo(self, key: int, path: Path) -> None:
        """Delete a file whose register entry could not be written."""
        path.unlink(missing_ok=True)
        self._vault.write(lambda: self.settle(key))

    def _note(self, path: Path, temporary: Path, data: bytes, at: int) -> int:
        def insert() -> int:
            cursor = self._vault.connection.execute(
                "INSERT INTO outbox (path, temporary, digest, at) VALUES (?, ?, ?, ?)",
                (str(path), str(temporary), sha256(data).digest(), at),
            )
            return int(cursor.lastrowid or 0)

        return self._vault.write(insert)


def sweep(vault: SqlVault) -> None:
    """Remove what a crash left: parts, and wholes that were never registered."""
    rows = vault.connection.execute("SELECT key, path, temporary, digest FROM outbox").fetchall()
    for _, path, temporary, digest in rows:
        _remove(Path(temporary), digest)
        _remove(Path(path), digest)
    if rows:
        vault.write(lambda: vault.connection.execute("DELETE FROM outbox"))


def _remove(path: Path, digest: bytes) -> None:
    """Remove a file of ours; one that holds anything else stays."""
    try:
        if path.suffix == ".part" or sha256(path.read_bytes()).digest() == digest:
            path.unlink()
    except OSError:
        return


def _place(temporary: Path, path: Path) -> None:
    """Give a file its name, unless the name is taken."""
    if hasattr(os, "link") and os.name == "posix":
        os.link(temporary, path)
        temporary.unlink()
    else:
        temporary.rename(path)
    sync_folder(path.parent)


def _named(error: OSError, path: Path) -> Exception:
    if isinstance(error, FileExistsError):
        return FileExists(name=path.name)
    if error.errno == _NO_SPACE:
        return DiskFull(folder=str(path.parent))
    return ExportFailed(name=path.name)
