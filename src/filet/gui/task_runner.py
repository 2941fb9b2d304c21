"""Hands work to the one thread that owns the vault, and answers in the window."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from filet.application.outcome import Outcome


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    asker: QObject
    done: Callable[[Any], object]
    failed: Callable[[BaseException], object]
    latest: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """Work that waits for its turn."""

    work: Callable[[], Any]
    alone: bool
    future: Future[Any] = field(default_factory=Future)

    def do(self) -> None:
        """Do it, whatever comes of it."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            self.future.set_result(self.work())
        except BaseException as error:  # noqa: BLE001 - as a pool does it, any error is an answer
            self.future.set_exception(error)


class TaskRunner(QObject):
    """One worker thread, because there is one vault.

    A long work lets the others have their turn by ``serve``: they are done inside it, in
    the order in which they were asked. What must be alone stops it.
    """

    changed = Signal(frozenset)
    """The topics that the last work touched."""
    idle = Signal()
    """Everything asked for was answered."""
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="vault")
        self._closed, self._held = False, False
        self._waiting: dict[_Job, Future[Any]] = {}
        self._asked: deque[_Asked] = deque()
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._coming: deque[tuple[QObject, Callable[[], object]]] = deque()
        """What is to be done soon, and for whom."""
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._take_turn)

    def submit(
        self,
        asker: QObject,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object],
        latest: bool = False,
        alone: bool = False,
    ) -> None:
        """Run the work; answer only while the asker lives.

        With ``latest``, older work of the same asker that asked for it too is dropped.
        With ``alone``, it is never done inside another one: a long one stops for it. Once
        it is closed nothing is begun: a page may still ask while it goes.
        """
        if self._closed:
            return
        job, asked = _Job(asker, done, failed, latest), _Asked(work, alone)
        if latest:
            self._drop_older(asker)
        self._waiting[job] = asked.future
        asked.future.add_done_callback(lambda future: self._announce(job, future))
        self._asked.append(asked)
        if not self._held:
            self._pool.submit(self._do_next)

    def hold(self) -> None:
        """Begin nothing before ``release``: what is asked for waits in its order."""
        self._held = True

    def release(self) -> None:
        """Begin what was asked for."""
        if self._held:
            self._held = False
            for _ in tuple(self._asked):
                self._pool.submit(self._do_next)

    def serve(self) -> bool:
        """Do all that waits, from inside a long work; tell whether that one may go on."""
        while self._asked:
            if self._asked[0].alone:
                return False
            self._do_next()
        return True

    def soon(self, asker: QObject, act: Callable[[], object]) -> None:
        """Act at the next turn of the window that has nothing else to do; never once closed.

        One act at each turn: several pages that are built at once keep no key waiting either.
        """
        if not self._closed:
            self._coming.append((asker, act))
            self._turn.start()

    def busy(self) -> bool:
        """Whether something asked for was not answered yet."""
        return bool(self._waiting)

    def close(self) -> None:
        """Let all that was asked for end, a last draft included; answer nothing more."""
        self._closed = True
        self.release()
        self._turn.stop()
        self._coming.clear()
        self._waiting.clear()
        self._pool.shutdown(wait=True)

    def _do_next(self) -> None:
        """Do what was asked first; a long work may have done it already."""
        if self._asked:
            self._asked.popleft().do()

    def _take_turn(self) -> None:
        """Do what comes next, for somebody who is still there."""
        while self._coming:
            asker, act = self._coming.popleft()
            if isValid(asker):
                act()
                break
        if not self._coming:
            self._turn.stop()

    def _drop_older(self, asker: QObject) -> None:
        older = [job for job in self._waiting if job.latest and job.asker is asker]
        for job in older:
            self._waiting.pop(job).cancel()

    def _announce(self, job: _Job, future: Future[Any]) -> None:
        if isValid(self):
            self._finished.emit(job, future)

    @Slot(object, object)
    def _deliver(self, job: _Job, future: Future[Any]) -> None:
        if self._waiting.pop(job, None) is None:
            return
        if future.cancelled():
            return
        deliver(job.asker, future, job.done, job.failed, self.changed.emit)
        if not self._waiting:
            self.idle.emit()


def deliver(
    asker: QObject,
    future: Future[Any],
    done: Callable[[Any], object],
    failed: Callable[[BaseException], object],
    changed: Callable[[Any], object],
) -> None:
    """Hand an answer to who asked, and say what it changed."""
    error = future.exception()
    if error is not None:
        if isValid(asker):
            failed(error)
        return
    result = future.result()
    value = result.value if isinstance(result, Outcome) else result
    if isValid(asker):
        done(value)
    if isinstance(result, Outcome) and result.changed:
        changed(result.changed)
