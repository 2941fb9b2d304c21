"""What the disk refused, from the lock to the next opening: sealed, put aside, given back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from filet.gui.given import Given, Inside
from filet.gui.keeper import Keeper

if TYPE_CHECKING:
    from filet.application.pending import Held, Waiting


class Safekeeping(QObject):
    """Holds sealed bytes while the dossiers are closed, and never opens them itself."""

    closed = Signal()
    """The dossiers are closed; ``held`` says what the disk refused until the end."""
    put = Signal(object)
    """All of it waits in this folder."""
    restored = Signal(int)
    """So many texts and acts are in the dossiers now."""
    away = Signal(object)
    """Something waits in this folder, which is not there."""
    emptied = Signal(object)
    """Nothing waits in this folder any more."""
    failed = Signal(object)

    def __init__(self, given: Given, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given, self._keeper, self.runner = given, keeper, keeper.runner
        self.held: tuple[Held, ...] = ()
        self.busy = False
        """The dossiers are being closed."""

    def close(self, inside: Inside) -> None:
        """Close the dossiers; what is not written by then is sealed."""
        self._close(partial(self._given.lock, inside, self._keeper.take()))

    def close_for_good(self, inside: Inside) -> None:
        """Close when nobody can be asked any more: what is sealed is put on this computer."""
        self._close(partial(self._given.lock_for_good, inside, self._keeper.take(), self.held))

    def give_back(self, inside: Inside, folder: Path | None) -> None:
        """Write what is hers: what this memory holds, then what waits in a folder."""
        own = [held for held in self.held if held.worker == inside.entered.worker]
        self.held = tuple(held for held in self.held if held not in own)
        for held in own:
            self._restore(partial(inside.services.pending.restore, held), lambda: None)
        self.look_in(inside, self._given.last_resort, away=lambda _: None)
        if folder is not None:
            self.look_in(inside, folder, away=lambda _: self.away.emit(folder))

    def look_in(
        self, inside: Inside, folder: Path, away: Callable[[BaseException], object]
    ) -> None:
        """Take back what waits in a folder and is hers."""
        pending, aside = inside.services.pending, self._given.aside
        self.runner.submit(
            self,
            lambda: pending.waiting(aside, folder),
            done=lambda waiting: self._take_back(inside, folder, waiting),
            failed=away,
        )

    def put_aside(self, folder: Path) -> None:
        """Write all that is sealed in a folder, where it waits for the next opening."""
        held, aside = self.held, self._given.aside

        def put() -> None:
            for one in held:
                aside.put(folder, one.data)

        self.runner.submit(self, put, done=lambda _: self._was_put(folder), failed=self.failed.emit)

    def lose(self) -> None:
        """Forget what is sealed: she was told twice."""
        self.held = ()

    def _close(self, work: Callable[[], Held | None]) -> None:
        self.busy = True
        runner = self.runner
        runner.submit(self, work, done=self._was_closed, failed=self._fell, alone=True)

    def _was_closed(self, held: Held | None) -> None:
        self.held += (held,) if held is not None else ()
        self.busy = False
        self.closed.emit()

    def _fell(self, error: BaseException) -> None:
        self.failed.emit(error)
        self._was_closed(None)

    def _was_put(self, folder: Path) -> None:
        self.held = ()
        self.put.emit(folder)

    def _take_back(self, inside: Inside, folder: Path, waiting: Waiting) -> None:
        pending, aside = inside.services.pending, self._given.aside
        left = [*waiting.own]
        if not left and not waiting.others:
            self.emptied.emit(folder)

        def over(held: Held) -> None:
            left.remove(held)
            if not left and not waiting.others:
                self.emptied.emit(folder)

        for held in waiting.own:
            work = partial(pending.restore_from, aside, folder, held)
            self._restore(work, partial(over, held))

    def _restore(self, work: Callable[[], object], done: Callable[[], object]) -> None:
        def restored(count: int) -> None:
            done()
            if count:
                self.restored.emit(count)

        self._keeper.keep(self, work, done=restored, failed=self.failed.emit)
