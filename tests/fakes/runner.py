"""A runner that does the work at once, in the window's own thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, Signal

from filet.gui.task_runner import deliver


class ImmediateRunner(QObject):
    """Answers before ``submit`` returns."""

    changed = Signal(frozenset)

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
        future: Future[Any] = Future()
        try:
            future.set_result(work())
        except Exception as error:  # noqa: BLE001 - as the thread does it, any error is an answer
            future.set_exception(error)
        deliver(asker, future, done, failed, self.changed.emit)

    def serve(self) -> bool:
        """Nobody ever waits."""
        return True

    def soon(self, _: QObject, act: Callable[[], object]) -> None:
        act()


class WaitingRunner(ImmediateRunner):
    """Keeps what it is asked until a test lets it work, as a busy disk would."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: list[Callable[[], None]] = []

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
        do = super().submit
        self._asked.append(lambda: do(asker, work, done=done, failed=failed, latest=latest))

    def work(self) -> None:
        """Do all that was asked, and what that asks in turn."""
        while self._asked:
            self._asked.pop(0)()


class Later(ImmediateRunner):
    """Keeps what is for soon until a test takes a turn."""

    def __init__(self) -> None:
        super().__init__()
        self.coming: list[Callable[[], object]] = []

    def soon(self, _: QObject, act: Callable[[], object]) -> None:
        self.coming.append(act)

    def turn(self) -> None:
        """Take one turn."""
        self.coming.pop(0)()

    def all(self) -> int:
        """Take every turn there is; return how many."""
        count = 0
        while self.coming:
            self.turn()
            count += 1
        return count
