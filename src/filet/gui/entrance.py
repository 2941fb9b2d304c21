"""How a room comes in: built in turns behind what is shown, and in its place once it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from filet.gui.room import Room
from filet.gui.runner import Runner
from filet.gui.turns import Act, Turns
from filet.gui.where import Where
from filet.gui.widgets.appearing import appear, parts_of
from filet.gui.widgets.going import let_go
from filet.gui.widgets.one_shown import pages_of, take_in
from filet.gui.widgets.unseen import lay_out


class Entrance(QObject):
    """Holds the room that is shown, and the one that is coming."""

    def __init__(self, runner: Runner, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack, self._runner, self._turns = stack, runner, Turns(runner, self)
        self._coming: Room | None = None
        self._bound_for = Where()
        self._former: Room | None = None
        """What is shown until the one that is coming stands."""
        self.room: Room | None = None
        self._gone: list[Room] = []

    def bring(self, room: Room, where: Where, arrived: Callable[[], object]) -> None:
        """Take a room in at a place of it; the former goes when it has arrived."""
        self._turns.stop()
        self._coming, self._bound_for = room, where
        self._runner.soon(self, lambda: self._turns.build(self._acts(room, where, arrived)))

    def _acts(self, room: Room, where: Where, arrived: Callable[[], object]) -> Iterator[Act]:
        """Return what brings a room in, unless it was left meanwhile."""
        if self._coming is not room:
            return
        yield lambda: self._take_in(room)
        yield lambda: room.prepare_place(where.place)
        yield lambda: room.make_place(where.place)
        yield lambda: room.take_place_in(where.place)
        yield lambda: room.show_where(where)
        yield from lay_out(room, self._stack.size())
        yield lambda: self._come_in(room, arrived)

    def flush(self) -> None:
        """Let the room that is shown keep what is typed in it."""
        if self.room is not None:
            self.room.flush()

    def where(self) -> Where:
        """Return where she is, or where she is being brought."""
        if self._coming is not None or self.room is None:
            return self._bound_for
        return self.room.where()

    def clear(self) -> None:
        """Take every room away, one that is on its way too; ``forget`` deletes them."""
        self._turns.stop()
        for room in (self._former, self.room):
            if room is not None:
                room.hide()
                self._gone.append(room)
        self._former = self.room = self._coming = None

    def forget(self) -> None:
        """Delete what was taken away, page by page: a thousand parts at once keep a key waiting."""
        stacks = (stack for room in self._gone for stack in room.findChildren(QStackedWidget))
        pages = [page for stack in stacks for page in pages_of(stack)]
        for part in (*reversed(pages), *self._gone):  # what stands deepest goes first
            self._runner.soon(part, part.deleteLater)
        self._gone.clear()

    def _take_in(self, room: Room) -> None:
        self._former, self.room = self.room, room
        take_in(self._stack, room)

    def _come_in(self, room: Room, arrived: Callable[[], object]) -> None:
        self._coming = None
        shown = appear(parts_of(room))
        arrived()
        self._let_former_go()
        Turns(self._runner, room).build(shown)  # whatever comes in meanwhile

    def _let_former_go(self) -> None:
        if self._former is not None:
            let_go(self._former)
        self._former = None
