"""Makes the copies that nobody asks for: when one is due and nobody types, and after a lock."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from filet.application.backing_up import BackingUp, WhileLocked
from filet.application.copying import Between
from filet.application.keeping import Clock
from filet.application.outcome import Outcome, Topic
from filet.domain.copies import CopyBook
from filet.domain.errors import BackupStopped, FiletError
from filet.gui import copy_bars
from filet.gui.given import Inside
from filet.gui.news import News
from filet.gui.runner import Runner

QUIET = 10.0
"""Seconds without a key or the mouse before a copy begins by itself."""
PATIENCE = timedelta(minutes=10)
"""How long nothing is tried again by itself."""

Act = Callable[[], Outcome[tuple[str, ...]]]
"""Makes copies or reads them; returns their names."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the copies, and what kept the last one from being made."""

    book: CopyBook
    made: bool
    error: FiletError | None = None


class Copier(QObject):
    """Works on the thread of the vault in slices: whatever waits has its turn between them.

    Nothing of it ever delays a lock. What closes or opens the dossiers stops it, and
    leaves nothing of the copy that was under way.
    """

    changed = Signal()
    """The book of the copies is another one, or a copy began or ended."""
    places_wanted = Signal()
    """She wants to say where the copies go."""
    restore_wanted = Signal(object)
    """She wants to go back to a copy: its folder, where they are, or nothing yet."""

    def __init__(
        self,
        runner: Runner,
        clock: Clock,
        news: News,
        choose_folder: Callable[[], Path | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._clock, self._news = runner, clock, news
        self.choose_folder = choose_folder
        self._inside: Inside | None = None
        self._aside: WhileLocked | None = None
        self._not_before: datetime | None = None
        self.book: CopyBook | None = None
        """What is known of the copies; nothing before it was read."""
        self.busy = False
        self.error: BaseException | None = None
        """Why the last copy that was begun here was not made."""

    @property
    def _copies(self) -> BackingUp | None:
        return self._inside.services.backing_up if self._inside is not None else None

    def enter(self, inside: Inside) -> None:
        """Read the copies that were made while it was locked, and all that is known of them."""
        self._inside, self.book, self.error = inside, None, None
        self._not_before = None
        copies = inside.services.backing_up
        self._begin(copies, lambda: copies.read_again(self.between), self._welcome)

    def tick(self, quiet: float) -> None:
        """Make a copy when one is due, after so many seconds without a key or the mouse."""
        now, copies = self._clock.wall(), self._copies
        if copies is None or self.busy or self.book is None or quiet < QUIET:
            return
        waits = self._not_before is not None and now < self._not_before
        if not waits and self.book.due(now):
            self._not_before = now + PATIENCE
            self._begin(copies, partial(_run_if_promising, copies, self.between), self._was_tried)

    def copy_now(self) -> None:
        """Make a copy because she asks for it."""
        copies = self._copies
        if copies is not None and not self.busy:
            self._news.seen(copy_bars.COPIES)
            self._begin(copies, lambda: copies.run(self.between), self._was_made)

    def try_now(self) -> None:
        """Open the last copy apart and read it whole, because she asks for it."""
        copies = self._copies
        if copies is not None and not self.busy:
            self._begin(copies, lambda: copies.try_last(self.between), lambda _: None)

    def learn(self, book: CopyBook) -> None:
        """Take over what another part of the window wrote of the copies."""
        self.book, self.error, self._not_before = book, None, None
        if book.places:
            self._news.seen(copy_bars.COPIES)
        self.changed.emit()

    def leave(self) -> None:
        """Take, while they are still open, what makes a copy once the dossiers are closed."""
        copies, self._inside, self.book = self._copies, None, None
        self._aside = None
        if copies is not None:
            submit = self._runner.submit
            submit(self, copies.while_locked, done=self._take_aside, failed=self._ignore)

    def copy_aside(self) -> None:
        """Copy the dossiers that were just closed; whoever opens them again stops it."""
        aside, self._aside = self._aside, None
        if aside is not None:
            submit, between = self._runner.submit, self.between
            submit(
                self, lambda: aside(between), done=lambda _: None, failed=self._ignore, alone=True
            )

    def between(self) -> None:
        """Let whatever waits have its turn. Raises BackupStopped for what must be alone."""
        if not self._runner.serve():
            raise BackupStopped

    # What comes of it -----------------------------------------------------------------

    def _begin(self, copies: BackingUp, act: Act, done: Callable[[_Known], object]) -> None:
        inside, self.busy = self._inside, True

        def over(known: _Known) -> None:
            self.busy = False
            if inside is self._inside:
                self.book, self.error = known.book, known.error
                done(known)
            self.changed.emit()

        def fell(error: BaseException) -> None:
            self.busy, self.error = False, error
            self.changed.emit()

        submit = self._runner.submit
        submit(self, partial(_known, copies, act), done=over, failed=fell, alone=True)
        self.changed.emit()

    def _welcome(self, known: _Known) -> None:
        """Say that nobody chose where copies go: nothing else keeps what is written here.

        An exercise has nothing to lose, and dossiers made just now have other things to say.
        """
        inside = self._inside
        if known.book.places or inside is None or inside.training or inside.recovery:
            return
        say = copy_bars.nowhere
        self._news.tell(copy_bars.COPIES, say, self.places_wanted.emit, self._later)

    def _was_made(self, known: _Known) -> None:
        """Say nothing above the pages: she asked for it, and is told where she did."""
        if known.made:
            self._news.seen(copy_bars.COPIES)

    def _was_tried(self, known: _Known) -> None:
        """Say what a copy that nobody asked for could not do, once enough was missed."""
        if isinstance(known.error, BackupStopped):
            self._not_before = None
        elif known.made:
            self._news.seen(copy_bars.COPIES)
        elif copy_bars.is_told(known.book, known.error, self._clock.wall()):
            say = partial(copy_bars.missed, book=known.book, error=known.error)
            self._news.tell(copy_bars.COPIES, say, self.copy_now, self._later)

    def _later(self) -> None:
        self._news.seen(copy_bars.COPIES)

    def _take_aside(self, aside: WhileLocked | None) -> None:
        self._aside = aside

    def _ignore(self, error: BaseException) -> None:
        """Bear what keeps closed dossiers from being copied: the next opening looks again."""
        code = error.code if isinstance(error, FiletError) else type(error).__name__
        _log.warning("no copy was made while locked: %s", code)


def _run_if_promising(copies: BackingUp, between: Between) -> Outcome[tuple[str, ...]]:
    """Make a copy unless something says that it would fail again."""
    return copies.run(between) if copies.promising(between) else Outcome(())


def _known(copies: BackingUp, act: Act) -> Outcome[_Known]:
    """Act, and return what is known of the copies whatever came of it."""
    try:
        done = act()
    except BackupStopped as error:
        return Outcome(_Known(copies.book(), made=False, error=error))
    except FiletError as error:
        return Outcome(_Known(copies.book(), made=False, error=error), frozenset({Topic.HOUSE}))
    return Outcome(_Known(copies.book(), bool(done.value)), done.changed)
