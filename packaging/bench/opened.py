"""The window of Filet, and when its door was painted: python -m bench.opened [FOLDER].

Nothing is imported here but what Filet's own command imports. Without a folder it is the
first start; with one, its dossiers are those to open, whether they are there or not.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from bench.bare import painted
from filet import __main__ as command
from filet import doorstep
from filet.gui.start import show_window
from filet.gui.task_runner import TaskRunner
from filet.paths import Paths, standard_paths


class Kept:
    """Habits that name a folder, or nothing."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def read(self) -> dict[str, Any]:
        """Return them."""
        return {"folder": self._folder}

    def keep(self, values: dict[str, Any]) -> None:
        """Forget them."""


def main(folder: str) -> None:
    """Show the door, as Filet's own command does."""
    if not callable(command.main):
        raise TypeError("the command is a part of what is measured")
    with tempfile.TemporaryDirectory() as local:
        given = doorstep.given(Paths(standard_paths().resources, Path(local)))
        application = QApplication([])
        runner = TaskRunner(application)
        runner.hold()
        given = replace(given, preferences=Kept(folder))
        shell = show_window(application, given, runner, "fr")
        painted(application, shell.stack)
        runner.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
