"""A folder outside the dossiers where something sealed waits: a USB key, another disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from filet.domain.errors import DiskFull, FolderUnusable
from filet.files import sync_folder, write_synced

_PATTERN = "filet-*.attente"
_LARGEST = 64 * 1024 * 1024


class FolderAside:
    """Files under random names, written whole; they tell nothing but that they are Filet's."""

    def put(self, folder: Path, data: bytes) -> None:
        """Write it. Raises FolderUnusable, DiskFull."""
        path = folder / f"filet-{os.urandom(6).hex()}.attente"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_synced(path, data)
            sync_folder(folder)
        except OSError as error:
            _discard(path)
            full = error.errno == errno.ENOSPC
            raise (DiskFull if full else FolderUnusable)(folder=str(folder)) from None

    def all(self, folder: Path) -> tuple[bytes, ...]:
        """Return everything that waits there. Raises FolderUnusable."""
        if not folder.is_dir():
            raise FolderUnusable(folder=str(folder))
        return tuple(data for _, data in _found(folder))

    def drop(self, folder: Path, data: bytes) -> None:
        """Delete what was written in the dossiers since; a folder that refuses is borne."""
        for path, found in _found(folder):
            if found == data:
                _discard(path)


def _found(folder: Path) -> Iterator[tuple[Path, bytes]]:
    try:
        paths = sorted(folder.glob(_PATTERN))
        for path in paths:
            if path.stat().st_size <= _LARGEST:
                yield path, path.read_bytes()
    except OSError:
        return


def _discard(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
