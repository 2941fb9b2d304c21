"""Writing files so that they are whole or not there: a leaf that several rooms use."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_PATIENCE = 2.0
"""Seconds during which another program (an antivirus) may hold a file on Windows."""


def write_synced(path: Path, data: bytes) -> None:
    """Write a new file and wait until the disk holds it. Raises FileExistsError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of a file: the old one or the new one, never a part."""
    forget_part(path)
    part = _part(path)
    try:
        write_synced(part, data)
        _patiently(part, path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def forget_part(path: Path) -> None:
    """Remove what a crash left of a file that was being replaced."""
    _part(path).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Wait until the disk holds the names of a folder; Windows does so by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _part(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _patiently(part: Path, path: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            part.replace(path)
        except PermissionError:
            if time.monotonic() > deadline or sys.platform != "win32":
                raise
            time.sleep(0.05)
        else:
            return
