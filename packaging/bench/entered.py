"""A house of the bench in a window: its door, home behind it, and how soon it is locked.

python -m bench.entered FOLDER opens and locks it several times.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.bare import Painted, until
from bench.invented import INITIALS, PASSPHRASE
from bench.opened import Kept
from bench.resident import resident
from filet import doorstep
from filet.adapters.keys.derive import FLOOR, stretch
from filet.gui.shell import Shell
from filet.gui.start import show_window
from filet.gui.task_runner import TaskRunner
from filet.paths import Paths, standard_paths

LOCKS = 7
_CALM = 40


class Window:
    """The window of a house, and what its thread worked at once at most."""

    def __init__(self, house: Path) -> None:
        self.application = QApplication([])
        given = doorstep.given(Paths(standard_paths().resources, house / "local"))
        given = replace(given, preferences=Kept(str(house / "vault")))
        self.runner, self.longest = TaskRunner(self.application), 0.0
        self.runner.hold()
        self.shell: Shell = show_window(self.application, given, self.runner, "fr")
        self.shell.activateWindow()
        self.quiet()

    def enter(self) -> float:
        """Unlock; return after how many milliseconds home is shown with its first lines."""
        page: Any = self.shell.doorway.page
        page.initials.show_text(INITIALS)
        page.passphrase.show_text(PASSPHRASE)
        begun = time.perf_counter()
        page.submit()
        self._until(self._is_home)
        entered = (time.perf_counter() - begun) * 1000
        self.quiet()
        return entered

    def lock(self) -> float:
        """Press the key; return after how many milliseconds nothing is left of the room."""
        painted, begun = Painted(), time.perf_counter()
        self.shell.doorway.installEventFilter(painted)
        QTest.keyClick(self.shell.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self._until(lambda: painted.at is not None)
        self.quiet()
        return ((painted.at or begun) - begun) * 1000

    def quiet(self) -> None:
        """Wait until nothing is asked for nor built any more."""
        calm = 0
        while calm < _CALM:
            calm = calm + 1 if self.turn() < 1 and not self.runner.busy() else 0
            time.sleep(0.001)

    def turn(self) -> float:
        """Let events pass once; return how many milliseconds the window worked."""
        begun = time.thread_time()
        self.application.processEvents()
        worked = (time.thread_time() - begun) * 1000
        self.longest = max(self.longest, worked)
        return worked

    def _is_home(self) -> bool:
        """Tell whether the room is shown, with dossiers in its list."""
        room = self.shell.room
        if room is None or self.shell.stack.currentWidget() is not room:
            return False
        return bool(_lines(room))

    def _until(self, done: Any) -> None:
        def turned() -> bool:
            self.turn()
            return bool(done())

        until(self.application, turned)


def _lines(room: Any) -> int:
    """Return how many dossiers the list of a room shows."""
    home = getattr(room.pages.currentWidget(), "home", None)
    return home.list.model.rowCount() if home is not None else 0


def measures(house: Path) -> Iterator[tuple[float, ...]]:
    """Return how long it took to open, a key derivation, and to lock; each several times."""
    window = Window(house)
    before, window.longest = resident(), 0.0
    opened, derived, locked, inside = [], [], [], []
    for _ in range(LOCKS):
        begun = time.perf_counter()
        stretch(PASSPHRASE, bytes(16), FLOOR)
        derived.append((time.perf_counter() - begun) * 1000)
        opened.append(window.enter())
        inside.append(resident())
        locked.append(window.lock())
    yield from (tuple(one) for one in (opened, derived, locked, (before, *inside)))
    yield (window.longest,)
    window.runner.close()


if __name__ == "__main__":
    for figures in measures(Path(sys.argv[1])):
        print(*figures)
