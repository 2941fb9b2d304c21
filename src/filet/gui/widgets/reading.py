"""The order in which one reads: as the layouts stand, whenever their parts were made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

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
    within = [part] if _takes_tab(part) else []
    return min((*within, *_controls(part)), key=_key(part), default=None)


def _holds(part: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (part is widget or part.isAncestorOf(widget))


def next_control(window: QWidget, step: int) -> QWidget | None:
    """Return the control that Tab goes to: the next in reading order, or the former one."""
    controls = list(_controls(window))
    if not controls:
        return None
    controls.sort(key=_key(window))
    focused = window.focusWidget()
    here = next((n for n, one in enumerate(controls) if one is focused), -1 if step > 0 else 0)
    return controls[(here + step) % len(controls)]


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


def _controls(above: QWidget) -> Iterator[QWidget]:
    """Return what takes Tab; what is hidden is left out with all that it holds."""
    for widget in above.children():
        if isinstance(widget, QWidget) and not (widget.isHidden() or widget.isWindow()):
            if _takes_tab(widget):
                yield widget
            yield from _controls(widget)


def _takes_tab(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _key(above: QWidget) -> Callable[[QWidget], tuple[int, ...]]:
    """Return what sorts the widgets inside another in the order in which they are read."""
    known: dict[QWidget, tuple[int, ...]] = {above: ()}
    return lambda widget: _path(widget, known)


def _path(widget: QWidget, known: dict[QWidget, tuple[int, ...]]) -> tuple[int, ...]:
    """Return at which place one turns off, layout by layout, to come to a widget."""
    if widget not in known:
        parent = widget.parentWidget()
        above = _path(parent, known) if parent is not None else ()
        layout = parent.layout() if parent is not None else None
        known[widget] = (*above, *(_turns(layout, widget) or (_LAST,)))
    return known[widget]


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
