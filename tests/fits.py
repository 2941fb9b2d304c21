"""Whether every word of a page can be seen: none is cut, none is off to the side."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QWidget


def seen(page: QWidget, *kinds: type[QWidget]) -> Iterator[QWidget]:
    for kind in kinds:
        yield from (w for w in page.findChildren(kind) if w.isVisibleTo(page))


ROUNDED = 2
"""Two lines are each rounded to a point by one way of measuring, and not by the other."""


def cut(page: QWidget) -> Iterator[str]:
    for widget in seen(page, QLabel, QPushButton):
        text = widget.text() if isinstance(widget, (QLabel, QPushButton)) else ""
        if not text:
            continue
        if not reachable(page, widget):
            yield f"outside: {text}"
        if widget.width() < least_width(widget) or widget.height() < least_height(widget) - ROUNDED:
            yield f"cut: {text} {widget.size()} {least_width(widget)} {least_height(widget)}"


def least_width(widget: QWidget) -> int:
    if isinstance(widget, QLabel):
        text = widget.text()
        words = text.replace("\u200b", " ").split() if widget.wordWrap() else [text]
        return max((widget.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    return widget.minimumSizeHint().width()


def least_height(widget: QWidget) -> int:
    if isinstance(widget, QLabel) and widget.wordWrap():
        box = QRect(0, 0, widget.width(), 10_000)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        return widget.fontMetrics().boundingRect(box, int(flags), widget.text()).height()
    return min(widget.minimumSizeHint().height(), widget.fontMetrics().height())


def reachable(page: QWidget, widget: QWidget) -> bool:
    """Whether it is within the window from left to right; a page may scroll down only."""
    left = widget.mapTo(page, QPoint(0, 0)).x()
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    return left >= 0 and left + widget.width() <= page.width()
