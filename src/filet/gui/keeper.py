"""The one place through which everything is written: in order, and again until it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from filet.application.attempts import Attempt
from filet.domain.errors import FiletError

if TYPE_CHECKING:
    from filet.application.keeping import DraftKey
    from filet.gui.runner import Runner

SECOND = 1000


@dataclass(eq=False, slots=True)
class _Write:
    """Something to write, and who waits for it."""

    attempt: Attempt
    asker: QObject
    done: Callable[[Any], object]
    failed: Callable[[BaseException], object]
    draft: DraftKey | None = None
    """The draft that it keeps."""
    on_its_way: bool = False
    outdated: bool = False
    """A later draft of the same place says all that this one does."""


@dataclass(frozen=True, slots=True)
class Place:
    """The draft that a write is about, and whether it keeps it or turns it into an entry."""

    key: DraftKey
    kept: bool = field(default=True, kw_only=True)


class Keeper(QObject):
    """Holds what the disk refuses and tries again each second; the page may be gone by then."""

    held = Signal(object)
    """Something could not be written: the error. Everything written since waits behind it."""
    kept = Signal()
    """All of it is on the disk again."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self._writes: list[_Write] = []
        self.error: FiletError | None = None
        """What holds the writes back; nothing while all is well."""
        self._timer = QTimer(self, interval=SECOND)
        self._timer.timeout.connect(self.retry)

    def keep(
        self,
        asker: QObject,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object],
        place: Place | None = None,
    ) -> None:
        """Write; answer only while the asker lives, and what waiting mends not as a failure."""
        if place is not None:
            self._outdate(place.key)
        draft = place.key if place is not None and place.kept else None
        write = _Write(Attempt(work), asker, done, failed, draft)
        self._writes.append(write)
        if self.error is None:
            self._send(write)

    def retry(self) -> None:
        """Try the oldest again; the others follow it."""
        if self._writes and not self._writes[0].on_its_way:
            self._send(self._writes[0])

    def take(self) -> tuple[Attempt, ...]:
        """Return all that was not answered, and forget it: the dossiers are closing."""
        left = tuple(write.attempt for write in self._writes if not write.outdated)
        self._writes.clear()
        self._timer.stop()
        self.error = None
        return left

    def _outdate(self, key: DraftKey) -> None:
        """Let go of the older drafts of a place, which must never come back over newer words."""
        for write in [write for write in self._writes if write.draft == key]:
            write.outdated = True
            if not write.on_its_way:
                self._writes.remove(write)

    def _send(self, write: _Write) -> None:
        write.on_its_way = True
        self.runner.submit(
            self,
            write.attempt,
            done=lambda value: self._written(write, value),
            failed=lambda error: self._refused(write, error),
        )

    def _written(self, write: _Write, value: Any) -> None:
        if write not in self._writes:
            return
        self._writes.remove(write)
        if isValid(write.asker):
            write.done(value)
        self._go_on()

    def _refused(self, write: _Write, error: BaseException) -> None:
        write.on_its_way = False
        if write not in self._writes:
            return
        if isinstance(error, FiletError) and error.passing and not write.outdated:
            self._hold(error)
            return
        self._writes.remove(write)
        if isValid(write.asker) and not write.outdated:
            write.failed(error)
        self._go_on()

    def _hold(self, error: FiletError) -> None:
        known, self.error = self.error, error
        if known is None:
            self._timer.start()
        if known is None or known.code != error.code:
            self.held.emit(error)

    def _go_on(self) -> None:
        """Once something was written, all that waits follows."""
        if self.error is None:
            return
        if self._writes:
            self.retry()
            return
        self._timer.stop()
        self.error = None
        self.kept.emit()
