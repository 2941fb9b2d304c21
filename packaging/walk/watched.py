"""Starts Filet as its own command does, with a watch on the thread of the window.

For the walk only: it is no part of what is shipped. Blocks longer than the budget, and work
that comes near it, are written to the standard error, with what ran most meanwhile; the
longest is told at the end.
"""

from __future__ import annotations

import faulthandler
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from itertools import islice

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from filet import doorstep
from filet.cli import run

BUDGET, NEAR = 0.050, 0.030
"""Seconds of a wait that are told of, and of work: a slower computer takes twice as long."""
_BEAT = 0.003
_DEPTH, _TOLD = 6, 4
_THREADS = re.compile(r"^(?:Current thread|Thread) 0x([0-9a-f]+) ", re.MULTILINE)
_OURS = re.compile(r'^  File ".*/filet/.*?([^/"]+)", line \d+ in (.*)$', re.MULTILINE)


class Watch(threading.Thread):
    """Notes how long the thread of the window does not come back to its events."""

    def __init__(self) -> None:
        super().__init__(daemon=True, name="watch")
        self._beat = self._now()
        self._ran: Counter[str] = Counter()
        self._window = threading.main_thread().ident
        self._sheet = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the program

    def begin(self) -> None:
        """Begin to count: what came before was the start of the program."""
        self._beat = self._now()
        self.start()

    def beat(self) -> None:
        """Come back to the events; tell a wait, and how much of it was work.

        Counted here, in the thread of the window: each wait is one turn of its events, and
        what was not work is what else the computer did.
        """
        (before, idle), (now, worked) = self._beat, self._now()
        if now - before > BUDGET or worked - idle > NEAR:
            said = f"{(now - before) * 1000:.0f} ms, {(worked - idle) * 1000:.0f} of work"
            most = " | ".join(f"{count}× {what}" for what, count in self._ran.most_common(_TOLD))
            sys.stderr.write(f"BLOCKED {said}: {most}\n")
            sys.stderr.flush()
        self._ran = Counter()
        self._beat = self._now()

    @staticmethod
    def _now() -> tuple[float, float]:
        """Return the time, and how long the thread of the window has worked until now."""
        return time.perf_counter(), time.thread_time()

    def run(self) -> None:
        """Look now and then; sample what runs while nothing comes back."""
        while True:
            time.sleep(_BEAT)
            if time.perf_counter() - self._beat[0] > 2 * _BEAT:
                self._ran[self._sample()] += 1

    def _sample(self) -> str:
        """Return what the thread of the window runs.

        Written down by ``faulthandler``, which only looks: to hold the frames of a thread that
        runs on (``sys._current_frames``) ended the program now and then, by Python 3.11.
        """
        file = self._sheet.fileno()
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        faulthandler.dump_traceback(file)
        size = os.fstat(file).st_size
        return _told(os.pread(file, size, 0).decode("utf-8", "replace"), self._window)


def _told(threads: str, window: int | None) -> str:
    """Say which of our functions a thread runs, the innermost first; no value is ever told."""
    _, *parts = _THREADS.split(threads)
    for ident, ran in zip(parts[::2], parts[1::2], strict=True):
        if int(ident, 16) == window:
            ours = islice(_OURS.finditer(ran), _DEPTH)
            return " < ".join(f"{found[1]}:{found[2]}" for found in ours)
    return ""


def main() -> int:
    """Open the window, watched."""
    watch = Watch()
    opened = doorstep.given

    def given(paths: object) -> object:
        _tend(watch)
        return opened(paths)  # type: ignore[arg-type]  # passed on as it came

    doorstep.given = given  # type: ignore[assignment]  # the walk's own program, not Filet
    return run(sys.argv[1:])


def _tend(watch: Watch) -> None:
    """Beat with the events of the window, once there is an application."""
    begun = threading.Event()

    def start() -> None:
        timer = QTimer(QApplication.instance(), interval=5)
        timer.timeout.connect(watch.beat)
        timer.start()
        watch.begin()
        begun.set()

    threading.Thread(target=_when_there, args=(start, begun), daemon=True).start()


def _when_there(start: object, begun: threading.Event) -> None:
    while not begun.is_set():
        time.sleep(0.02)
        application = QApplication.instance()
        if application is not None:
            QTimer.singleShot(0, application, start)  # type: ignore[call-overload]  # a slot
            begun.wait(1)


if __name__ == "__main__":
    sys.exit(main())
