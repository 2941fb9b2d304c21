"""One port for what takes the worker away from the screen; the window locks at once, unasked."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from filet.gui.host.asleep import Asleep

_SECOND = 1000


class Session(QObject):
    """The session of this computer's user, from whatever system it is."""

    left = Signal()
    """The screen was locked, the computer slept or is about to, or another user came."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._wall = wall
        self._asleep = Asleep(wall())
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look at the clock: where no system tells of a sleep, the hour does."""
        self._asleep, slept = self._asleep.looked(self._wall())
        if slept:
            self.left.emit()
