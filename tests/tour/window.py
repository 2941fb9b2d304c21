"""A window on the filled house, brought to any stop of the tour."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from fakes.runner import ImmediateRunner
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from filet import bootstrap, doorstep
from filet.domain.ids import CaseId
from filet.gui.copier import Copier
from filet.gui.given import Given
from filet.gui.guards import WARNING, Face, Guard
from filet.gui.habits import Habits
from filet.gui.start import build
from filet.gui.theme import ThemeName
from filet.gui.where import DOSSIERS, Where
from tour.house import FilledHouse

PHRASE = "abeille bouton cheval demain hiver"
QUIET = 500
"""The longest pause in the typing that any page waits for, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a window is seen: words, colours, size of the text, size of the window."""

    language: str = "fr"
    theme: ThemeName = ThemeName.LIGHT
    scale: float = 1.0
    size: tuple[int, int] = (1366, 696)


@dataclass
class Kept:
    """Preferences in memory."""

    values: dict[str, Any] = field(default_factory=dict)

    def read(self) -> dict[str, Any]:
        return self.values

    def keep(self, values: dict[str, Any]) -> None:
        self.values = values


class Window:
    """The whole window; each stop begins at home, inside, whatever the stop before did."""

    def __init__(
        self, application: QApplication, filled: FilledHouse, resources: Path, look: Look
    ) -> None:
        self._application, self.filled, self.look = application, filled, look
        self._habits = Habits(filled.house.folder, look.language, look.theme, look.scale)
        self._seconds = 1000.0
        self.spoilt = False
        """Whether the last stop changed what home shows: its room is made anew."""
        self.given = self._given(resources)
        runner = ImmediateRunner(application)
        self.shell = build(
            application, self.given, runner, look.language, now=lambda: self._seconds
        )
        self.shell.setMinimumSize(0, 0)
        self.shell.resize(*look.size)
        self.shell.show()
        self._application.processEvents()
        self.shell.activateWindow()

    def close(self) -> None:
        self.shell.close()
        self.shell.deleteLater()
        self.settle()

    def settle(self) -> None:
        """Let everything that was asked for be laid out and drawn, as if nobody typed any more."""
        for _ in range(2):
            self._application.processEvents()
            self._end_quiets()
            self._application.processEvents()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._application.processEvents()

    def _end_quiets(self) -> None:
        """End each wait for a pause in the typing: it would end in the middle of what is looked at.

        A bar that stays for a while is no such wait, and stays.
        """
        for timer in self.shell.findChildren(QTimer):
            if timer.isSingleShot() and timer.isActive() and timer.interval() <= QUIET:
                timer.stop()
                timer.timeout.emit()

    def wait(self, seconds: float) -> None:
        """Let seconds pass for the guard of the window."""
        self._seconds += seconds
        self.shell.tick()

    def soon_locked(self) -> None:
        """Let time pass until the lock is announced, and no further."""
        guard = self.shell.guard
        self.wait(guard.touched + guard.idle - WARNING - self._seconds)

    # Where one is ------------------------------------------------------------------------

    @property
    def door(self) -> Any:
        """The page before the dossiers."""
        return self.shell.doorway.page

    @property
    def room(self) -> Any:
        """What is seen once inside."""
        return self.shell.room

    @property
    def rooms(self) -> Any:
        """The place of the dossiers."""
        return self.room.pages.currentWidget()

    @property
    def page(self) -> Any:
        """The page of the dossiers that is shown."""
        return self.rooms.page

    @property
    def copier(self) -> Copier:
        """What makes the copies."""
        assert self.shell.indoors is not None
        return self.shell.indoors.copier

    @property
    def shown(self) -> QWidget:
        """What the window shows now: door, room or cover."""
        page = self.shell.stack.currentWidget()
        assert page is not None
        return page

    def case(self, key: str) -> CaseId:
        return self.filled.cases[key]

    # How one comes there -----------------------------------------------------------------

    def at_the_door(self) -> None:
        """Stand before the closed house."""
        self.shell.lock()
        self.shell.guard, self.shell._left = Guard(), None
        self.shell.habits.take_all(self._habits)
        self.shell.context = self.shell._dressed(training=False)
        self.shell.show_door()
        self.shell.resize(*self.look.size)
        self.settle()

    def at_a_first_start(self) -> None:
        """Stand where there is no house yet."""
        self.at_the_door()
        self.shell.doorway.show_door(self.shell.context, replace(self._habits, folder=None))
        folder = Path(tempfile.mkdtemp(prefix="new-", dir=self.filled.house.root)) / "house"
        self.door.place.show_folder(str(folder))

    def at_home(self) -> None:
        """Stand at home, inside, every dossier shown."""
        if self.shell.guard.face is not Face.ROOM or self.shell.habits.now != self._habits:
            self.at_the_door()
            self.open()
        elif self.spoilt:
            self.shell.guard = self.shell.guard.touch(self._seconds)
            self.shell._enter(Where())
        self.room.show_place(DOSSIERS)  # she may have been brought back where she was
        self.rooms.show_home()
        self.spoilt = False
        self._forget_drafts()

    def open(self, passphrase: str = "") -> None:
        """Try to open the house."""
        self.door.initials.show_text(self.filled.initials)
        self.door.passphrase.show_text(passphrase or self.filled.passphrase)
        self.door.submit()
        self.settle()

    def _forget_drafts(self) -> None:
        """Drop what a stop typed, so that the next one finds an empty form."""
        inside: Any = self.shell._inside
        vault = inside.entered.vault
        vault.write(lambda: vault.connection.execute("DELETE FROM draft"))

    def _given(self, resources: Path) -> Given:
        house, paths = self.filled.house, self.filled.paths
        made = doorstep.given(replace(paths, resources=resources))
        return replace(
            made,
            unlocking=lambda: house.unlocking,
            phrase=lambda: PHRASE,
            preferences=Kept(self._habits.kept()),
            clock=house.clock,
            mending=lambda: bootstrap._mending(replace(paths, resources=resources), house.clock),
            services=self._services(made),
        )

    def _services(self, made: Given) -> Callable[..., Any]:
        paths, clock = replace(self.filled.paths, resources=made.resources), self.filled.house.clock
        return lambda entered: bootstrap._services(entered, paths, clock)
