"""Paints what has just come part by part, from its beginning, so that no key waits for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget
from shiboken6 import isValid

from filet.gui.turns import Act, Turns
from filet.gui.widgets.one_shown import turn_to

if TYPE_CHECKING:
    from filet.gui.runner import Runner

_AT_ONCE = 16
"""How many parts are painted together."""


def parts_of(page: QWidget) -> tuple[QWidget, ...]:
    """Return parts of a page that take about as long to paint; what lies under them is none."""
    return tuple(chain.from_iterable(_split(part)[1] for part in _seen(page)))


def appear(parts: Iterable[QWidget]) -> Iterator[Act]:
    """Hold back the paint of what is about to be shown; return what paints it after all."""
    held = tuple(part for part in parts if isValid(part) and part.updatesEnabled())
    for part in held:
        part.setUpdatesEnabled(False)
    return (partial(_paint, part) for part in held)


def show_in(stack: QStackedWidget, page: QWidget, runner: Runner) -> None:
    """Show a page of a stack, and paint it part by part in the turns that come."""
    shown = appear(parts_of(page)) if stack.currentWidget() is not page else iter(())
    turn_to(stack, page)
    Turns(runner, page).build(shown)


def _paint(part: QWidget) -> None:
    if isValid(part):
        part.setUpdatesEnabled(True)
        part.repaint()


def _split(part: QWidget) -> tuple[int, tuple[QWidget, ...]]:
    """Return how many widgets a part is, and the parts in which it is painted."""
    inside = tuple(map(_split, _seen(part)))
    count = 1 + sum(number for number, _ in inside)
    if isinstance(part, QAbstractItemView) or count <= _AT_ONCE:
        return count, (part,)
    return count, tuple(chain.from_iterable(parts for _, parts in inside))


def _seen(whole: QWidget) -> Iterator[QWidget]:
    """Yield what stands right in a part and is not hidden."""
    for child in whole.children():
        if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
            yield child
