"""What there is once the dossiers are open: their room, and what works behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from filet.gui import bars, returning
from filet.gui.context import Context
from filet.gui.copier import Copier
from filet.gui.entrance import Entrance
from filet.gui.exporter import Exporter
from filet.gui.furnish import Behind, furnish
from filet.gui.given import LEFT, Given, Inside
from filet.gui.glass import Glass
from filet.gui.habits import Remembered
from filet.gui.news import News
from filet.gui.room import Room
from filet.gui.safekeeping import Safekeeping
from filet.gui.takeback import TakeBack
from filet.gui.where import Where


class Indoors:
    """Made when the dossiers first open, and kept until the window closes."""

    def __init__(
        self,
        given: Given,
        habits: Remembered,
        keeping: Safekeeping,
        news: News,
        stack: QStackedWidget,
        ask: Callable[[], Path | None],
    ) -> None:
        """``ask`` lets her choose a folder."""
        self._given, self._news, self._runner = given, news, keeping.runner
        self.exporter = Exporter(self._runner, stack)
        keeping.closed.connect(self.exporter.forget)
        self.copier = Copier(self._runner, given.clock, news, ask, stack)
        self.glass = Glass(self._runner, news, stack)
        self.take_back = TakeBack(keeping, news, habits, ask)
        self.entrance = Entrance(self._runner, stack)
        self._followed: tuple[Where, datetime | None] | None = None

    def enter(self, inside: Inside) -> None:
        """Tell what opening found out, and give back what waited for her."""
        bars.tell_noticed(self._news, inside.entered)
        self.take_back.enter(inside)
        self.copier.enter(inside)
        self.glass.enter(inside)

    def leave(self, inside: Inside) -> Where:
        """Keep what is typed, take the room away, and return where she was."""
        self.entrance.flush()
        where = self.entrance.where()
        self.follow(inside, at_work=False)
        self.entrance.clear()
        return where

    def make_room(self, context: Context, inside: Inside) -> Room:
        """Return a room with its places, and with what is to be said above them."""
        room = Room(context, inside.initials, training=inside.training)
        furnish(self._given, Behind(self.copier, self.exporter), context, inside, room)
        self._news.show_in(context, room.bars)
        return room

    def place_of(self, inside: Inside) -> tuple[Where, Where | None]:
        """Return where she was before the program ended or fell, or what is to be offered her.

        It is offered when it is long ago.
        """
        kept, now = inside.left, self._given.clock.wall()
        if (fell := returning.fell(kept)) is not None:
            self._news.tell(bars.CRASHED, partial(bars.crashed, until=fell))
        recent = returning.is_recent(kept, now)
        place, known = returning.where_of(kept), returning.says_somewhere(kept)
        return place if recent else Where(), place if known and not recent else None

    def follow(self, inside: Inside, *, at_work: bool) -> None:
        """Keep where she is when it changed, and each minute, as a draft of hers.

        A disk that refuses it is told by what she writes, not by this.
        """
        now = self._given.clock.wall()
        where = (self.entrance.where(), now.replace(second=0, microsecond=0) if at_work else None)
        if where == self._followed:
            return
        self._followed = where
        drafting = inside.services.drafting
        fields = returning.kept(where[0], now, at_work=at_work)
        self._runner.submit(
            self.entrance,
            lambda: drafting.keep(drafting.key(LEFT), fields).value,
            done=lambda _: None,
            failed=lambda _: None,
        )
