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
    ) -> None:
        """Run the work; answer only while the asker lives. An Outcome answers its value."""
