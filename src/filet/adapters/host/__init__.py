"""What Filet asks of the computer for itself: that its memory is written nowhere.

Neither in a core file, nor in a log of the system by way of a traceback.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from traceback import format_tb
from types import TracebackType

_PR_SET_DUMPABLE = 4


def harden() -> None:
    """Leave no core file, and let no other program of the same user read our memory.

    Costs nothing and promises little: who administers the computer is not stopped.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def without_words(kind: type[BaseException], traceback: TracebackType | None) -> str:
    """Return where a fault happened and of what kind it is; its text may hold what was typed."""
    return "".join(format_tb(traceback)) + kind.__name__


def hush() -> None:
    """Let no fault that nobody foresaw write its text on standard error.

    What a desktop starts has its standard error kept in a log of the system.
    """
    sys.excepthook = lambda kind, _, traceback: _write(kind, traceback)
    threading.excepthook = lambda fault: _write(fault.exc_type, fault.exc_traceback)
    sys.unraisablehook = lambda fault: _write(fault.exc_type, fault.exc_traceback)


def _write(kind: type[BaseException], traceback: TracebackType | None) -> None:
    if sys.stderr is not None:  # a frozen program without console has none
        sys.stderr.write(without_words(kind, traceback) + "\n")
