"""Lays out what is not shown yet, so that showing it costs little more than its paint."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from filet.gui.turns import Act

_PENDING = Qt.WidgetAttribute.WA_PendingResizeEvent
_EXPLICIT = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


def lay_out(page: QWidget, size: QSize) -> Iterator[Act]:
    """Return what styles a page and gives each of its parts its place, part by part.

    It is what Qt does at once when a page is shown: its parts wait for their size till then.
    """
    yield from styled(page)
    yield partial(page.resize, size)
    for part in chain(_parts(page), _parts(page)):  # wrapped words ask for room once they have one
        yield partial(_settle, part)


def styled(whole: QWidget) -> Iterator[Act]:
    """Return what styles and measures a page part by part: each would do all that it holds."""
    for part in _innermost_first(whole):
        yield partial(_measure, part)


@contextmanager
def laid_out_once(whole: QWidget) -> Iterator[None]:
    """Lay a part out once for all that is shown and hidden in it meanwhile.

    Else each of its parts that is shown lays out everything around it at once. It is asked
    for its layout in the end: what asked meanwhile may have been heard already.
    """
    layout = whole.layout()
    if layout is None:
        raise ValueError("nothing lays out the parts")
    former = layout.isEnabled()
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(former)
        QCoreApplication.postEvent(whole, QEvent(QEvent.Type.LayoutRequest))


def is_kept_away(part: QWidget) -> bool:
    """Tell whether somebody hid a part; one that was never shown yet is not kept away."""
    return part.isHidden() and part.testAttribute(_EXPLICIT)


def _measure(part: QWidget) -> None:
    part.ensurePolished()
    layout = part.layout()
    if layout is not None:
        layout.minimumSize()
        layout.sizeHint()


def _settle(part: QWidget) -> None:
    """Tell a part the size it was given, and let it place its own parts, or its rows."""
    if part.testAttribute(_PENDING):
        part.setAttribute(_PENDING, False)
        QCoreApplication.sendEvent(part, QResizeEvent(part.size(), QSize()))
        if isinstance(part, QAbstractItemView):
            part.doItemsLayout()
    layout = part.layout()
    if layout is not None:
        layout.activate()


def _parts(page: QWidget) -> Iterator[QWidget]:
    """Yield a page, then what will be seen of it with it, each after what it stands in."""
    yield page
    for child in page.children():
        if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
            yield from _parts(child)


def _innermost_first(page: QWidget) -> Iterator[QWidget]:
    """Yield what will be seen of a page, then the page."""
    for child in page.children():
        if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
            yield from _innermost_first(child)
    yield page
