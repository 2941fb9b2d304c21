"""The window of Filet: when it was painted, and how soon it is locked.

python -m bench.opened says the first; with the folder of a house of the bench, the second.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.bare import Painted, show, until
from bench.houses import INITIALS, PASSPHRASE, Place
from filet import bootstrap
from filet.gui.dress import prepare
from filet.gui.given import Given
from filet.gui.shell import Shell
from filet.gui.start import build
from filet.gui.task_runner import TaskRunner
from filet.paths import Paths, standard_paths

LOCKS = 7


def first_page() -> None:
    """Show the first page, as Filet's own command does."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(standard_paths().resources, Path(folder))
        application = QApplication([])
        runner = TaskRunner(application)
        shell = _window(application, bootstrap.given(paths), runner)
        show(application, shell, shell.stack)
        runner.close()


def locking(house: Path) -> None:
    """Open a house and lock it by its key; say each time how long until it shows nothing."""
    application, shell, runner = at_the_door(house)
    for _ in range(LOCKS):
        enter(application, shell, runner)
        print(_locked(application, shell))
        until(application, lambda: not runner.busy())
    runner.close()


def at_the_door(house: Path) -> tuple[QApplication, Shell, TaskRunner]:
    """Return the window of a house of the bench, its door shown."""
    place, application = Place(house), QApplication([])
    given = bootstrap.given(Paths(standard_paths().resources, house / "local"))
    given = replace(given, unlocking=place.door(), preferences=_Kept(place.vault))
    runner = TaskRunner(application)
    shell = _window(application, given, runner)
    shell.resize(1366, 696)
    shell.show()
    shell.activateWindow()
    return application, shell, runner


def enter(application: QApplication, shell: Shell, runner: TaskRunner) -> None:
    """Unlock, and wait until home is there."""
    _open(shell)
    until(application, lambda: shell.room is not None and not runner.busy())


def _locked(application: QApplication, shell: Shell) -> float:
    """Press the key; return after how many milliseconds the door was painted over the room."""
    painted, begun = Painted(), time.perf_counter()
    shell.doorway.installEventFilter(painted)
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    until(application, lambda: painted.at is not None)
    return ((painted.at or begun) - begun) * 1000


def _window(application: QApplication, given: Given, runner: TaskRunner) -> Shell:
    prepare(application, given.resources)
    shell = build(application, given, runner, "fr")
    shell.show_door()
    return shell


def _open(shell: Shell) -> None:
    page: Any = shell.doorway.page
    page.initials.show_text(INITIALS)
    page.passphrase.show_text(PASSPHRASE)
    page.submit()


class _Kept:
    """Habits that name the house of the bench."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self) -> dict[str, Any]:
        """Return them."""
        return {"folder": str(self._folder)}

    def keep(self, values: dict[str, Any]) -> None:
        """Forget them."""


if __name__ == "__main__":
    first_page() if len(sys.argv) == 1 else locking(Path(sys.argv[1]))
