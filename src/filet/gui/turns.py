"""Builds what takes long in turns of the window: no key ever waits for all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from filet.gui.runner import Runner

Act = Callable[[], object]
_TURN = 0.008
"""Seconds after which the keys that wait are heard: layout and paint come on top."""


class Turns:
    """One part of a page that is built anew; what comes later replaces what is not built yet."""

    def __init__(self, runner: Runner, owner: QObject, still: QWidget | None = None) -> None:
        self._runner, self._owner, self._still = runner, owner, still
        self._coming: Iterator[Act] | None = None

    def build(self, acts: Iterable[Act]) -> None:
        """Do the acts in their order from the next turn on, while the owner lives.

        Nothing half built is painted, where something was named that stays still meanwhile.
        """
        if self._still is not None:
            self._still.setUpdatesEnabled(False)
        self._go_on(iter(acts))

    def stop(self) -> None:
        """Build no more of what is being built."""
        self._end()

    def build_after(self, acts: Iterable[Act]) -> None:
        """Do the acts once what is being built stands."""
        self.build(acts if self._coming is None else chain(self._coming, acts))

    def _turn(self, coming: Iterator[Act]) -> None:
        if coming is self._coming:
            self._act(coming)
            let_styling_wait()

    def _act(self, coming: Iterator[Act]) -> None:
        ends = perf_counter() + _TURN
        for act in coming:
            if perf_counter() >= ends:  # to find the act was work too: a part was made for it
                self._go_on(chain((act,), coming))
                return
            act()
            if self._coming is not coming:
                return
            if perf_counter() >= ends:
                self._go_on(coming)
                return
        self._end()

    def _go_on(self, coming: Iterator[Act]) -> None:
        self._coming = coming
        self._runner.soon(self._owner, lambda: self._turn(coming))

    def _end(self) -> None:
        self._coming = None
        if self._still is not None:
            self._still.setUpdatesEnabled(True)


def nothing() -> None:
    """Do what is left of a step that was made while the acts were asked for it."""


def let_styling_wait() -> None:
    """Style what was just made when it is shown, or laid out for it, and no sooner.

    Else Qt does it all in the next turn, and again once it stands in the window.
    """
    everybody: Any = None
    QCoreApplication.removePostedEvents(everybody, QEvent.Type.PolishRequest)
