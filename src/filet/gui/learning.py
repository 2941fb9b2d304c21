"""Lets Python learn what stands behind the door while she looks at it, before a key needs it.

First the modules of the program, then Qt's classes: Python learns one when it first meets it,
and the first time it meets one that Qt keeps to itself, inside of any field that is written
in, it looks for what that is among all classes there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from filet.gui.importing import modules
from filet.gui.later import FIRST, MODULES
from filet.gui.turns import Act, Turns
from filet.gui.widgets.reading import in_reading_order

if TYPE_CHECKING:
    from filet.gui.runner import Runner

_QT = (QtCore, QtGui, QtWidgets)
_LATEST = 1_000
"""Milliseconds after which a window that is not painted waits no more: it may be minimised."""


class Learning(QObject):
    """Learns in turns of the window; the thread of the vault begins to work when it can.

    Two threads never import at once: each could wait for the other.
    """

    def __init__(self, runner: Runner, window: QWidget, page: QWidget) -> None:
        super().__init__(window)
        self._window, self._page, self._turns = window, page, Turns(runner, window)
        self._steps: Iterator[Act] | None = None
        """What is to be learnt, until it is begun."""
        self._learns, self._waiting = False, list[Act]()

    def begin(
        self, first: Iterable[Act], behind: Iterable[str], ready: Callable[[], object]
    ) -> None:
        """Do what cannot wait, then learn; all of it once the page was painted.

        ``ready`` is told when the thread of the vault has all that it needs.
        """
        self._learns = True
        steps = (
            first, modules((*FIRST, *behind)), (ready,), modules(MODULES), (self._end,), self._qt(),
        )  # fmt: skip
        self._steps = chain.from_iterable(steps)
        self._page.installEventFilter(self)
        QTimer.singleShot(_LATEST, self, self._start)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Begin once the window is painted; look only."""
        if event.type() == QEvent.Type.Paint:
            self._start()
        return False

    def _start(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None:
            self._page.removeEventFilter(self)
            self._turns.build(steps)

    def then(self, act: Act) -> None:
        """Act as soon as every module is there; at once where nothing is being learnt."""
        if self._learns:
            self._waiting.append(act)
        else:
            act()

    def _end(self) -> None:
        self._learns = False
        while self._waiting:
            self._waiting.pop(0)()

    def _qt(self) -> Iterator[Act]:
        """Return what learns every class, one by one, then those of the window."""
        for module in _QT:
            for name in dir(module):
                yield partial(getattr, module, name)
        yield partial(tuple, in_reading_order(self._window))
