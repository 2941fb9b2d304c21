"""Whether another program holds a vault: SQLite's own lock, looked at without SQLite.

SQLite itself cannot be asked without the key: it would open the log that a fallen program
left, and make files beside it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_SHARED_FIRST, _SHARED_SIZE = 0x40000002, 510
"""The bytes, beyond any page, that SQLite locks; whoever writes alone holds them all."""

_OURS: set[Path] = set()
"""What this very process holds. A fact of the process: its own locks never stop it, and on
POSIX whoever closes such a file once, anywhere in the process, gives all of them back."""


def hold(path: Path) -> None:
    """Note that this process opened a file alone."""
    _OURS.add(path.resolve())


def release(path: Path) -> None:
    """Note that it closed it."""
    _OURS.discard(path.resolve())


def is_held(path: Path) -> bool:
    """Tell whether a program, this one included, holds the file alone."""
    if path.resolve() in _OURS:
        return True
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        _borrow(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


if sys.platform == "win32":
    import msvcrt

    def _borrow(descriptor: int) -> None:
        """Take the lock for no time at all. Not tried on Windows yet."""
        os.lseek(descriptor, _SHARED_FIRST, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, _SHARED_SIZE)
        os.lseek(descriptor, _SHARED_FIRST, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, _SHARED_SIZE)

else:
    import fcntl

    def _borrow(descriptor: int) -> None:
        """Take the lock for no time at all; closing the file gives it back."""
        fcntl.lockf(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
