"""The order in which one reads: as the layouts stand, whenever their parts were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

_LAST = 1_000
"""The place of a part that no layout holds: after those it does."""


def go_on_reading(window: QWidget, *, forward: bool) -> bool:
    """Move the focus to what one reads next, or to what one read before."""
    control = next_control(window, 1 if forward else -1)
    if control is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    control.setFocus(reason)
    bring_in(control)
    return True


def let_focus_go(page: QWidget) -> None:
    """Take the focus from a page that goes, for the one that comes to take.

    Else what one reads next is looked for in the whole window when the page is hidden.
    """
    focused: QWidget | None = page.window().focusWidget()
    if focused is not None and page.isAncestorOf(focused):
        focused.clearFocus()


def go_to_part(parts: Sequence[QWidget], focused: QWidget | None, step: int) -> None:
    """Move the focus to the first control of the next part that has one, or of one before."""
    firsts = [(part, _first_control(part)) for part in parts]
    taking = [(part, first) for part, first in firsts if first is not None]
    here = next((n for n, (part, _) in enumerate(taking) if _holds(part, focused)), -1)
    if taking:
        _, first = taking[(here + step) % len(taking)]
        first.setFocus(Qt.FocusReason.TabFocusReason)


def _first_control(part: QWidget) -> QWidget | None:
    """Return what is read first of what takes Tab in a part.

    Not by Qt's own focus chain: asked in Python, it makes each widget a part of the one before
    it, and takes it away with that one.
    """
    return next((one for one in _whole(part, 1) if _takes_tab(one)), None)


def _holds(part: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (part is widget or part.isAncestorOf(widget))


def next_control(window: QWidget, step: int) -> QWidget | None:
    """Return the control that Tab goes to: the next in reading order, or the former one.

    It is looked for from where one is: most of a window is then never asked.
    """
    focused: QWidget | None = window.focusWidget()
    here = focused if focused is not None and _takes_tab(focused) else window
    return next((part for part in _onwards(window, here, step) if _takes_tab(part)), None)


def in_reading_order(around: QWidget, step: int = 1) -> Iterator[QWidget]:
    """Yield all that is shown in a part, each before what it holds; or backwards, after it."""
    for part in _parts(around, step):
        yield from _whole(part, step)


def bring_in(widget: QWidget) -> None:
    """Scroll every page that a control stands in so that it can be seen, laid out to the end."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def bring_in_sight(widget: QWidget) -> None:
    """Scroll to a control of which nothing, or not all that would fit, can be seen."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    seen = widget.visibleRegion().boundingRect()
    whole = seen == widget.rect() or widget.height() > widget.window().height() // 2
    if seen.isEmpty() or not whole:
        bring_in(widget)


def read_as_laid_out(page: QWidget) -> None:
    """Let a screen reader meet the parts of a page in the order of its layout.

    It meets them as they were made, and what a form draws is made first.
    """
    layout = page.layout()
    parts = [part for part in page.children() if isinstance(part, QWidget)]
    for part in sorted(parts, key=lambda part: _turns(layout, part) or (_LAST,)):
        part.raise_()


def _onwards(window: QWidget, here: QWidget, step: int) -> Iterator[QWidget]:
    """Yield what is read from a part on, or back from it, then round the whole window."""
    part = here
    if step > 0:
        yield from in_reading_order(part)
    while part is not window and (around := part.parentWidget()) is not None:
        beside = _parts(around, step)
        for other in beside[beside.index(part) + 1 :]:
            yield from _whole(other, step)
        if step < 0:
            yield around
        part = around
    yield from in_reading_order(window, step)


def _whole(part: QWidget, step: int) -> Iterator[QWidget]:
    """Yield a part and all that is shown in it."""
    if step > 0:
        yield part
    yield from in_reading_order(part, step)
    if step < 0:
        yield part


def _parts(around: QWidget, step: int) -> list[QWidget]:
    """Return what is shown in a part as its layout stands; what is hidden holds nothing shown."""
    children = around.children()
    parts = [one for one in children if isinstance(one, QWidget) and _is_shown(one)]
    layout = around.layout()
    parts.sort(key=lambda part: _turns(layout, part) or (_LAST,))
    return parts if step > 0 else parts[::-1]


def _is_shown(widget: QWidget) -> bool:
    return not (widget.isHidden() or widget.isWindow())


def _takes_tab(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _turns(layout: QLayout | None, widget: QWidget) -> tuple[int, ...]:
    """Return the place of a widget in a layout, or in one of those inside it.

    By indexOf only: itemAt makes Python hold a layout twice, and Qt then frees it twice.
    """
    if layout is None:
        return ()
    place = layout.indexOf(widget)
    if place >= 0:
        return (place,)
    for part in layout.children():
        if isinstance(part, QLayout) and (turns := _turns(part, widget)):
            return (layout.indexOf(part), *turns)
    return ()
