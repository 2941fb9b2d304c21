"""Pictures of every screen and state, in three colours and two languages, to look at.

Run by packaging/tasks.py screenshots; the folder is .filet-screenshots, ignored by git.
Nothing in them is real: the house is an exercise made for the occasion, with invented
people, and the stops are those of the tour that the tests take.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from tour.house import FilledHouse
from tour.stops import Stop, stops
from tour.window import Look, Window

from environment import ROOT
from filet.gui.dress import prepare
from filet.gui.theme import ThemeName
from hatch_build import compile_words

FOLDER = ROOT / ".filet-screenshots"
RESOURCES = ROOT / "resources"
LARGE = ("door", "home", "call", "situation", "journal", "emergency")
"""Parts of the names of the stops that are also taken with larger text."""
SMALL = (1093, 614)
"""What a window of 1366 × 768 leaves at 125 %."""


def main() -> int:
    """Take them all, or those whose name holds a word."""
    asked = _parsed()
    compile_words(RESOURCES / "locale")
    application = QApplication(sys.argv[:1])
    prepare(application, RESOURCES)
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    for look in _looks(asked):
        _take(application, look, asked.only)
    print(f"{len(list(FOLDER.rglob('*.png')))} pictures in {FOLDER}")
    return 0


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tasks.py screenshots", description=__doc__)
    parser.add_argument("only", nargs="?", default="", help="part of a name")
    parser.add_argument("--scale", type=float, help="size of the text, instead of all")
    parser.add_argument("--language", choices=("fr", "en"), help="instead of both")
    parser.add_argument("--theme", choices=tuple(ThemeName), help="instead of all")
    return parser.parse_args()


def _looks(asked: argparse.Namespace) -> Iterator[Look]:
    """Say how the window is to be seen, one look after the other."""
    languages = (asked.language,) if asked.language else ("fr", "en")
    themes = (ThemeName(asked.theme),) if asked.theme else tuple(ThemeName)
    for language, theme in product(languages, themes):
        yield Look(language, theme, asked.scale or 1.0)
    if asked.scale is None:
        for language, scale in product(languages, (1.5, 2.0)):
            yield Look(language, themes[0], scale)
        yield Look(languages[0], themes[0], 2.0, SMALL)


def _take(application: QApplication, look: Look, only: str) -> None:
    """Go through every stop in one look, on a house of its own."""
    root = Path(tempfile.mkdtemp(prefix="filet-pictures-"))
    begun = time.perf_counter()
    try:
        window = Window(application, FilledHouse(root, RESOURCES, look.language), RESOURCES, look)
        wanted = [(n, stop) for n, stop in enumerate(stops(), 1) if _wanted(stop, look, only)]
        for number, stop in wanted:
            stop.show(window)
            window.shell.grab().save(str(_file(look, number, stop)))
        window.close()
    finally:
        shutil.rmtree(root, ignore_errors=True)
    print(f"{_folder(look).name:24} {len(wanted):3} in {time.perf_counter() - begun:.1f} s")


def _wanted(stop: Stop, look: Look, only: str) -> bool:
    large = look.scale == 1.0 or any(part in stop.name for part in LARGE)
    return only in stop.name and (large or bool(only))


def _folder(look: Look) -> Path:
    size = "" if look.scale == 1.0 else f"-{look.scale:.0%}"
    width = "" if look.size != SMALL else f"-{look.size[0]}"
    return FOLDER / f"{look.language}-{look.theme}{size}{width}"


def _file(look: Look, number: int, stop: Stop) -> Path:
    folder = _folder(look)
    folder.mkdir(exist_ok=True)
    name = stop.name.replace(",", "").replace("?", "").replace(" ", "-")
    return folder / f"{number:02}-{name}.png"


if __name__ == "__main__":
    sys.exit(main())
