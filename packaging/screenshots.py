"""Pictures of every screen and state, in three colours and two languages, to look at.

Run by packaging/tasks.py screenshots; the folder is .filet-screenshots, ignored by git.
Nothing in them is real: the house is an exercise made for the occasion.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from environment import ROOT
from filet import bootstrap
from filet.gui.dress import prepare
from filet.gui.given import Given
from filet.gui.habits import Habits
from filet.gui.screens.first_run import FirstRunScreen
from filet.gui.screens.unlock import UnlockScreen
from filet.gui.shell import Shell
from filet.gui.start import build
from filet.gui.task_runner import TaskRunner
from filet.gui.theme import ThemeName
from filet.paths import Paths
from hatch_build import compile_words

FOLDER = ROOT / ".filet-screenshots"
SIZE = (1366, 696)
PATIENCE = 30.0
SECRET = "cinq mots pour une image"  # noqa: S105 - it opens nothing


def main() -> int:
    """Take them all, or those whose name holds a word."""
    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__)
    parser.add_argument("only", nargs="?", default="", help="part of a name")
    parser.add_argument("--scale", type=float, default=1.0, help="size of the text")
    asked = parser.parse_args()
    compile_words(ROOT / "resources" / "locale")
    application = QApplication(sys.argv[:1])
    prepare(application, ROOT / "resources")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    for theme in ThemeName:
        for language in ("fr", "en"):
            album = Album(application, Habits(None, language, theme, asked.scale), asked.only)
            album.take()
    print(f"{len(list(FOLDER.iterdir()))} pictures in {FOLDER}")
    return 0


class Album:
    """The pictures of one language and one set of colours."""

    def __init__(self, application: QApplication, habits: Habits, only: str) -> None:
        self._application, self._habits, self._only = application, habits, only
        self._root = Path(tempfile.mkdtemp(prefix="filet-pictures-"))
        self._runner = TaskRunner()
        self.shell = self._shell()

    def take(self) -> None:
        """Go through every screen."""
        for name, show in self._walk():
            show()
            self._settle()
            if self._only in name:
                self._save(name)
        self.shell.close()
        self._settle()
        self._runner.close()
        shutil.rmtree(self._root, ignore_errors=True)

    def _walk(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield from self._first_start()
        shell = self.shell
        yield "20-home", lambda: None
        yield "21-emergency-inside", lambda: self._go("emergency")
        yield "22-help", lambda: self._go("help")
        yield "23-home-lock-soon", self._warn
        yield "30-cover", shell.hide_screen
        yield "31-locked", shell.lock
        yield "32-wrong-passphrase", lambda: self._wrong(1)
        yield "33-wait", lambda: self._wrong(2)
        yield "34-forgotten", self._forget
        yield "35-emergency-before", shell.doorway.toggle_emergency
        yield "36-unlock", self._again

    def _first_start(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield "10-first-start", self.shell.show_door
        yield "11-place", self._exercise
        yield "12-place-refused", self._refused
        yield "13-passphrase", self._placed
        yield "14-passphrase-typed", self._own_words
        yield "15-recovery-key", self._create
        yield "16-typed-back", self._copied
        yield "17-typed-back-wrong", lambda: self._type_key(wrong=True)
        yield "18-made", lambda: self._type_key(wrong=False)

    def _shell(self) -> Shell:
        given = bootstrap.given(Paths(ROOT / "resources", self._root / "local"))
        folder = self._root / "house"
        quick: Given = replace(given, proposed_folder=folder)
        given.preferences.keep(self._habits.kept())
        shell = build(self._application, quick, self._runner, self._habits.language)
        shell.resize(*SIZE)
        shell.show()
        self._application.processEvents()
        shell.activateWindow()
        return shell

    def _first(self) -> FirstRunScreen:
        page = self.shell.doorway.page
        assert isinstance(page, FirstRunScreen)  # noqa: S101 - for mypy
        return page

    def _unlock(self) -> UnlockScreen:
        page = self.shell.doorway.page
        assert isinstance(page, UnlockScreen)  # noqa: S101 - for mypy
        return page

    def _forget(self) -> None:
        self._unlock().forgot.click()

    def _exercise(self) -> None:
        self._first().begin.buttons["exercise"].click()

    def _own_words(self) -> None:
        self._first().phrase.own.click()

    def _copied(self) -> None:
        self._first().recovery.go_on.click()

    def _refused(self) -> None:
        place = self._first().place
        place.initials.show_text("MR")
        self._good = place.folder()
        place.show_folder(str(self._root / "Documents"))
        place.go_on.click()

    def _placed(self) -> None:
        self._first().place.show_folder(self._good)
        self._first().place.go_on.click()

    def _create(self) -> None:
        phrase = self._first().phrase
        phrase.first.show_text(SECRET)
        phrase.second.show_text(SECRET)
        phrase.make.click()

    def _type_key(self, *, wrong: bool) -> None:
        page = self._first()
        lines = [label.text()[4:] for label in page.recovery.lines]
        for field, line in zip(page.typed_back.lines.fields, lines, strict=True):
            field.show_text(line)
        if wrong:
            page.typed_back.lines.fields[2].show_text("0000 0000")
        page.typed_back.finish.click()

    def _go(self, place: str) -> None:
        if self.shell.room is not None:
            self.shell.room.show_place(place)

    def _warn(self) -> None:
        self._go("dossiers")
        if self.shell.room is not None:
            self.shell.room.warn_lock(30)

    def _wrong(self, times: int) -> None:
        page = self._unlock()
        for _ in range(times):
            page.initials.show_text("MR")
            page.passphrase.show_text("pas la bonne phrase")
            page.keyboard.show_caps(on=True)
            page.submit()
            self._settle()

    def _again(self) -> None:
        self.shell.doorway.toggle_emergency()
        self.shell.show_door()

    def _settle(self) -> None:
        """Wait until everything asked for was answered and drawn."""
        deadline = time.monotonic() + PATIENCE
        self.shell.activateWindow()
        self._application.processEvents()
        while self._runner.busy() and time.monotonic() < deadline:
            self._application.processEvents()
            time.sleep(0.005)
        for _ in range(3):
            self._application.processEvents()

    def _save(self, name: str) -> None:
        tail = f"{self._habits.theme}-{self._habits.language}.png"
        self.shell.grab().save(str(FOLDER / f"{name}-{tail}"))


if __name__ == "__main__":
    sys.exit(main())
