"""Collects Python's garbage between two events, in a turn of the window's own thread.

Left alone, Python collects wherever it happens to be: in the vault's thread, or while Qt
lays out the very widgets that are collected, which ends the program; and at a length that
keeps keys waiting.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from filet.gui.runner import Runner

_EVERY = 1_000
"""Milliseconds between two looks."""


def keep_what_is_there() -> None:
    """Look no more at what is there already, modules and classes, which stay until the end.

    Nothing is collected before: it would keep a key waiting for longer than what is kept weighs.
    """
    gc.freeze()


class Sweeper(QObject):
    """Takes Python's own collection over while it lives."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        keep_what_is_there()
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(lambda: runner.soon(self, self.sweep))
        self._timer.start()
        self.destroyed.connect(gc.enable)

    def sweep(self) -> None:
        """Collect as deep as Python itself would have by now."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        deep = [depth for depth, (count, limit) in enumerate(due) if count > limit]
        if deep:
            gc.collect(deep[-1])
