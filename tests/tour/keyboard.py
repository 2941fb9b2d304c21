"""Where Tab goes on a page: to every control, in the order in which one reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from tour.detect import said, seen

MOST = 300
"""More stops than any page has: whoever gets there goes round in a trap."""


def faults(window: QWidget, page: QWidget) -> Iterator[str]:
    """Yield what Tab never reaches, where it does not come out, and where it goes back."""
    went, steps = _walk(window)
    yield from _unreached(page, went)
    if _focused(window) not in went[:1]:
        yield f"a trap: after {said(went[-1])} comes no way back" if went else "no focus at all"
    if len(steps) > 1:  # one brings back from the end to the beginning
        yield from steps


def _walk(window: QWidget) -> tuple[list[QWidget], list[str]]:
    """Go round once; note each step back as it is made."""
    _begin(window)
    went: list[QWidget] = []
    back: list[str] = []
    for _ in range(MOST):
        now = _focused(window)
        if now is None or now in went:
            break
        went.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        following = _focused(window)
        if following is not None and _is_back(window, now, following):
            back.append(f"back from {said(now)} to {said(following)}")
    return went, back


def _begin(window: QWidget) -> None:
    """Put the focus on a control, whichever: Tab goes round from there."""
    able = [w for w in seen(window) if _takes_tab(w)]
    if able:
        able[0].setFocus(Qt.FocusReason.TabFocusReason)


def _focused(window: QWidget) -> QWidget | None:
    QApplication.processEvents()
    return window.focusWidget()


def _takes_tab(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and widget.isEnabled() and widget.focusProxy() is None


def _unreached(page: QWidget, went: Sequence[QWidget]) -> Iterator[str]:
    """Yield the controls that Tab passed by; arrows go to the others of a group."""
    still = [w for w in went if isValid(w)]  # a list may be made anew by a timer meanwhile
    groups = {g for w in still if isinstance(w, QAbstractButton) and (g := w.group()) is not None}
    for widget in seen(page):
        if not isValid(widget) or not _takes_tab(widget) or widget in went:
            continue
        grouped = isinstance(widget, QAbstractButton) and widget.group() in groups
        if not grouped:
            yield f"unreached: {said(widget)}"


def _is_back(window: QWidget, before: QWidget, now: QWidget) -> bool:
    """Whether the eye has to go back: up in the same column, or left in the same row."""
    old, new = _place(window, before), _place(window, now)
    up = new.bottom() <= old.top() and new.left() < old.right()
    left = new.right() <= old.left() and new.top() < old.bottom() and old.top() < new.bottom()
    return (up or left) and not before.isAncestorOf(now) and not now.isAncestorOf(before)


def _place(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
