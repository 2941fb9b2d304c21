"""Takes back what was put aside when the disk refused it, and says what still waits elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from filet.gui import bars
from filet.gui.given import Inside
from filet.gui.habits import Remembered
from filet.gui.news import News
from filet.gui.safekeeping import Safekeeping


class TakeBack(QObject):
    """Speaks in the bars of the room; the folder is remembered until nothing waits there."""

    def __init__(
        self,
        keeping: Safekeeping,
        news: News,
        habits: Remembered,
        choose_folder: Callable[[], Path | None],
    ) -> None:
        super().__init__(keeping)
        self._keeping, self._news, self._habits = keeping, news, habits
        self._choose_folder = choose_folder
        self._inside: Inside | None = None
        keeping.restored.connect(self._tell_restored)
        keeping.away.connect(self._tell_away)
        keeping.emptied.connect(self._forget)

    def enter(self, inside: Inside) -> None:
        """Give back what is hers, from memory and from where it was put."""
        self._inside = inside
        self._keeping.give_back(inside, self._habits.now.aside)

    def _tell_restored(self, count: int) -> None:
        self._news.tell(bars.RESTORED, partial(bars.restored, count=count))

    def _tell_away(self, folder: Path) -> None:
        """Say that something waits on a medium that is not there."""
        say = partial(bars.aside, folder=str(folder))
        self._news.tell(bars.ASIDE, say, partial(self._look_in, folder), self._look_elsewhere)

    def _look_in(self, folder: Path) -> None:
        if self._inside is not None:
            self._keeping.look_in(self._inside, folder, away=lambda _: self._tell_away(folder))

    def _look_elsewhere(self) -> None:
        folder = self._choose_folder()
        if folder is not None:
            self._habits.take(aside=folder)
            self._look_in(folder)

    def _forget(self, folder: Path) -> None:
        if folder == self._habits.now.aside:
            self._habits.take(aside=None)
            self._news.seen(bars.ASIDE)
