"""What was found at each stop, in one language and size: looked at once, asked many times."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from said import walked

from filet.adapters.host.components import components
from tour import detect, keyboard, pseudo
from tour.house import WOMEN, WRITTEN, FilledHouse
from tour.stops import SEARCHED, Stop, stops
from tour.window import PHRASE, Look, Window

SMALL = (1093, 614)
"""What a window of 1366 × 768 leaves at 125 %."""
STOPS = {stop.name: stop for stop in stops()}
ALONE = ("cover", "interview, with her")
"""Stops at which nothing else of the window may be heard, even by whoever asks what is hidden."""
SPELLINGS = {"long": pseudo.longer, "backwards": pseudo.reversed_}


@dataclass(frozen=True, slots=True)
class View:
    """How the tour is taken: a language of people or of nobody, and a size of text."""

    language: str = "fr"
    spelling: str = ""
    scale: float = 1.0

    def __str__(self) -> str:
        return f"{self.spelling or self.language}-{self.scale:.0%}"


FRENCH = View("fr")
LONG = View(spelling="long")
ENGLISH = View("en")
IN_ENGLISH = [stop for stop in STOPS if stop.startswith(("before", "result", "plan"))]
"""Where English is looked at as such: much of what stands there is data, in words of its own.

Anywhere else the long language stands for it: it is made of the same English messages, longer,
and each letter that Alt takes becomes one other letter, so that two are the same in both or in
neither.
"""


def looks(view: View, names: Iterable[str] = STOPS) -> list[Any]:
    """Return parameters for a test that looks at these stops."""
    return [pytest.param((view, name), id=f"{view}-{name}") for name in names]


@dataclass(frozen=True, slots=True)
class Found:
    """The faults of one stop, by what looked for them, and the kinds of widgets that stood there."""

    faults: Mapping[str, tuple[str, ...]]
    kinds: frozenset[type[QWidget]]


@dataclass
class Surveyor:
    """Takes the tour; keeps one window open, and what it found."""

    application: QApplication
    resources: Path
    root: Path
    _houses: dict[str, FilledHouse] = field(default_factory=dict)
    _found: dict[tuple[View, str], Found] = field(default_factory=dict)
    _open: tuple[View, Window] | None = None

    def look(self, view: View, name: str) -> Found:
        """Return what is found at a stop."""
        key = (view, name)
        if key not in self._found:
            self._found[key] = self._survey(self._window(view), view, name)
        return self._found[key]

    def close(self) -> None:
        """Close the window that is open."""
        if self._open is not None:
            self._open[1].close()
            self._open = None

    def _survey(self, window: Window, view: View, name: str) -> Found:
        stop = STOPS[name]
        stop.show(window)
        page, kinds = window.shown, _kinds(window)
        faults = {
            "names": (*detect.unnamed(page), *detect.silent(page)),
            "labels": tuple(detect.unled(page)),
            "focus": tuple(detect.lost(page)),
            "letters": tuple(detect.rivals(page)),
            "words": tuple(self._left(view, page)),
            "sizes": tuple(_sizes(window, stop, hints=not view.spelling)),
        }
        if view == FRENCH:  # Tab goes where the layouts lead, whatever the words
            tabs = not stop.over
            faults["keyboard"] = tuple(keyboard.faults(window.shell, page)) if tabs else ()
        if view == FRENCH and name in ALONE:
            faults["behind"] = tuple(_behind(window))
        return Found(faults, kinds)

    def _left(self, view: View, page: QWidget) -> list[str]:
        """Return what a pseudo-language does not speak."""
        if not view.spelling:
            return []
        data = self._data
        return [f"{left} ({text})" for text in detect.texts(page) if (left := data.left_of(text))]

    @cached_property
    def _data(self) -> pseudo.Data:
        names = tuple(name for pair in WOMEN.values() for name in pair)
        made_with = (text for one in components() for text in one)
        typed = (*names, *WRITTEN.values(), *SEARCHED, *made_with, PHRASE, str(self.root))
        return pseudo.Data(self.resources, typed)

    def _window(self, view: View) -> Window:
        if self._open is None or self._open[0] != view:
            self.close()
            self._open = (view, self._opened(view))
        return self._open[1]

    def _opened(self, view: View) -> Window:
        resources, house = self.resources, self._house(view.language)
        if view.spelling:
            folder = Path(tempfile.mkdtemp(dir=self.root)) / view.spelling
            resources = pseudo.resources(self.resources, folder, SPELLINGS[view.spelling])
        look = Look(view.language, scale=view.scale)
        window = Window(self.application, house, resources, look)
        window.shell.setUpdatesEnabled(False)  # what is looked at here need not be painted
        return window

    def _house(self, language: str) -> FilledHouse:
        if language not in self._houses:
            root = Path(tempfile.mkdtemp(prefix=language, dir=self.root))
            self._houses[language] = FilledHouse(root, self.resources, language)
        return self._houses[language]


def _kinds(window: Window) -> frozenset[type[QWidget]]:
    return frozenset(type(widget) for widget in (window.shown, *detect.seen(window.shown)))


def _sizes(window: Window, stop: Stop, *, hints: bool) -> list[str]:
    """Look at a stop in both sizes of the window."""
    faults: list[str] = []
    for size in (SMALL, window.look.size):
        window.shell.resize(*size)
        window.settle()
        page = window.shown
        over = () if stop.over else detect.overlapping(page)
        found = (*detect.cut(page, hints=hints), *detect.sideways(page), *over)
        faults += [f"{size[0]}: {fault}" for fault in found]
    return faults


def _behind(window: Window) -> set[str]:
    """Return what a screen reader can walk to beside the page; a list to go elsewhere is empty."""
    page = window.page if window.shown is window.room else window.shown
    alone = {*walked(page), *walked(window.room.anything.palette), "Filet"}
    return set(walked(window.shell)) - alone
