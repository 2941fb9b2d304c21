"""Starts Filet as its own command does, with a watch on the thread of the window.

For the walk only: it is no part of what is shipped. Blocks longer than the budget are
written to the standard error, with what ran meanwhile; the longest is told at the end.
"""

from __future__ import annotations

import sys
import threading
import time
import traceback
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from filet import bootstrap
from filet.cli import run

BUDGET = 0.050
_BEAT = 0.005
_OURS = "filet"


class Watch(threading.Thread):
    """Notes how long the thread of the window does not come back to its events."""

    def __init__(self) -> None:
        super().__init__(daemon=True, name="watch")
        self._beat = time.perf_counter()
        self._window = threading.main_thread().ident
        self.blocks: list[tuple[float, str]] = []

    def beat(self) -> None:
        """Come back to the events."""
        self._beat = time.perf_counter()

    def run(self) -> None:
        """Look now and then; sample what runs while nothing comes back."""
        seen, stack = self._beat, ""
        while True:
            time.sleep(_BEAT)
            beat, now = self._beat, time.perf_counter()
            if beat != seen:
                self._note(beat - seen, stack)
                seen, stack = beat, ""
            elif now - beat > BUDGET and not stack:
                stack = self._sample()

    def _note(self, took: float, stack: str) -> None:
        if took > BUDGET and stack:
            self.blocks.append((took, stack))
            sys.stderr.write(f"BLOCKED {took * 1000:.0f} ms: {stack}\n")
            sys.stderr.flush()

    def _sample(self) -> str:
        frames = sys._current_frames()  # noqa: SLF001 - Python has no other way to ask
        frame = frames.get(self._window or 0)
        return _told(frame) if frame is not None else ""


def _told(frame: FrameType) -> str:
    """Say which of our functions run, the innermost first; no value is ever told."""
    lines = traceback.extract_stack(frame)
    ours = [one for one in lines if f"/{_OURS}/" in one.filename]
    return " < ".join(
        f"{one.filename.rsplit('/', 1)[-1]}:{one.name}" for one in reversed(ours[-6:])
    )


def main() -> int:
    """Open the window, watched."""
    watch = Watch()
    opened = bootstrap.given

    def given(paths: object) -> object:
        _tend(watch)
        return opened(paths)  # type: ignore[arg-type]  # passed on as it came

    bootstrap.given = given  # type: ignore[assignment]  # the walk's own program, not Filet
    return run(sys.argv[1:])


def _tend(watch: Watch) -> None:
    """Beat with the events of the window, once there is an application."""
    begun = threading.Event()

    def start() -> None:
        timer = QTimer(QApplication.instance(), interval=5)
        timer.timeout.connect(watch.beat)
        timer.start()
        watch.beat()
        watch.start()
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
