"""A bare window of PySide6, and when it was painted: python -m bench.bare."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from bench.resident import resident

PATIENCE = 60.0


class Painted(QObject):
    """Notes the first time that something is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.at: float | None = None

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Look only."""
        if self.at is None and event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


def painted(application: QApplication, watched: QWidget) -> None:
    """Say when a part of a window that was just shown is painted, after what work and memory."""
    seen = Painted()
    watched.installEventFilter(seen)
    until(application, lambda: seen.at is not None)
    print(time.time(), time.process_time(), resident())


def until(application: QApplication, done: Callable[[], bool]) -> None:
    """Let events pass until something is done."""
    deadline = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < deadline:
        application.processEvents()


def main() -> None:
    """Show a window with a line in it."""
    application = QApplication([])
    window = QWidget()
    QLabel("Filet", window)
    window.resize(1366, 696)
    window.show()
    painted(application, window)


if __name__ == "__main__":
    main()
