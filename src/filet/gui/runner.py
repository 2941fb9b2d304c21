"""The port through which screens have work done away from the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, SignalInstance


class Runner(Protocol):
    """Does work away from the window, and answers in it."""

    @property
    def changed(self) -> SignalInstance:
        """The topics that the last work touched."""

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
        """Run the work; answer only while the asker lives. An Outcome answers its value.

        With ``alone``, it is never done inside a long work, which stops for it.
        """

    def serve(self) -> bool:
        """Do all that waits, from inside a long work; tell whether that one may go on."""

    def soon(self, asker: QObject, act: Callable[[], object]) -> None:
        """Act in the window at its next turn, after the keys that wait, while the asker lives.

        What takes long to build is built so: see ``filet.gui.turns``.
        """
