"""Lets Python learn Qt's classes before a key needs them.

It learns a class when it first meets it. The first time it meets one that Qt keeps to itself,
inside of any field that is written in, it looks for what it is among all classes there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtWidgets import QWidget

from filet.gui.turns import Act
from filet.gui.widgets.reading import in_reading_order

_MODULES = (QtCore, QtGui, QtWidgets)


def learn(window: QWidget) -> Iterator[Act]:
    """Return what learns every class, one by one, then those of the window."""
    for module in _MODULES:
        for name in dir(module):
            yield partial(getattr, module, name)
    yield partial(tuple, in_reading_order(window))
