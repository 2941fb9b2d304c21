"""What is wrong with a page that is shown, each fault as a sentence; nothing is clicked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from filet.gui.widgets.buttons import Button
from filet.gui.widgets.labels import Elided

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
)
WRITTEN_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
SLACK = 1
"""Pixels that rounding may take."""


def seen(page: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """Return what can be seen of these kinds, in the order in which it was made."""
    found = page.findChildren(QWidget)
    return [w for w in found if isinstance(w, kinds or QWidget) and w.isVisibleTo(page)]


def said(widget: QWidget) -> str:
    """Return how a fault names a widget."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} « {widget.accessibleName() or text} »"


def without_keys(text: str) -> str:
    """Return a text as it is painted: the letter that Alt takes is not marked."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


# Names -----------------------------------------------------------------------------------


def unnamed(page: QWidget) -> Iterator[str]:
    """Yield controls that no screen reader can announce, or whose name spells « & »."""
    for widget in seen(page, *CONTROLS):
        name = widget.accessibleName()
        if not name.strip():
            yield f"no name: {type(widget).__name__} {widget.toolTip()}"
        elif "&" in name:
            yield f"spelled: {name}"


def unled(page: QWidget) -> Iterator[str]:
    """Yield what is written in and has no label that leads to it, nor its name in words."""
    words = {w.text() for w in seen(page, QLabel, QAbstractButton) if hasattr(w, "text")}
    led = {label.buddy() for label in page.findChildren(QLabel)}
    for widget in seen(page, *WRITTEN_IN):
        speaks = isinstance(widget, QLineEdit | QPlainTextEdit)
        inside = bool(speaks and widget.property("placeholderText"))
        part = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
        beside = widget.accessibleName() in {without_keys(text) for text in words}
        if widget not in led and not inside and not part and not beside:
            yield said(widget)


def rivals(page: QWidget) -> Iterator[str]:
    """Yield the letters that Alt would have to share, and those that Alt never reaches."""
    letters: Counter[str] = Counter()
    for widget in seen(page, QAbstractButton, QLabel):
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        marked = text.replace("&&", "").partition("&")[2]
        if not marked:
            continue
        if isinstance(widget, QLabel) and widget.buddy() is None:
            yield f"leads nowhere: {text}"
        letters[marked[0].lower()] += 1
    yield from (f"{count} times Alt+{letter}" for letter, count in letters.items() if count > 1)


# Sizes -----------------------------------------------------------------------------------


def cut(page: QWidget, *, hints: bool = True) -> Iterator[str]:
    """Yield words that do not fit where they stand, or stand where nobody can scroll.

    Hints inside empty lines end in three dots where there is no room: they may be left out.
    """
    kinds = (QLabel, QAbstractButton, QLineEdit) if hints else (QLabel, QAbstractButton)
    for widget in seen(page, *kinds):
        if not _has_words(widget):
            continue
        if widget.width() < least_width(widget) - SLACK:
            yield f"too narrow: {said(widget)} {widget.width()} < {least_width(widget)}"
        if widget.height() < least_height(widget) - SLACK:
            yield f"too low: {said(widget)} {widget.height()} < {least_height(widget)}"
        if (edge := _beyond(page, widget)) is not None:
            yield f"beyond {type(edge).__name__}: {said(widget)}"


def sideways(page: QWidget) -> Iterator[str]:
    """Yield what would have to be scrolled from left to right."""
    for area in seen(page, QAbstractScrollArea):
        assert isinstance(area, QAbstractScrollArea)
        inside = area.widget() if isinstance(area, QScrollArea) else None
        wide = inside is not None and inside.width() > area.viewport().width() + SLACK
        if wide or area.horizontalScrollBar().maximum() > 0:
            yield f"sideways: {type(area.parentWidget()).__name__} {area.accessibleName()}"


def lost(page: QWidget) -> Iterator[str]:
    """Find what has the focus and is scrolled out of sight: one types without seeing where."""
    focused: QWidget | None = page.window().focusWidget()
    if focused is None or focused is page or not page.isAncestorOf(focused):
        return
    if _in_sight(page, focused).isEmpty():
        yield f"{said(focused)} has the focus and cannot be seen"


def overlapping(page: QWidget) -> Iterator[str]:
    """Yield words that stand on other words."""
    places = [
        (widget, place)
        for widget in seen(page, QLabel, QAbstractButton, QLineEdit, QPlainTextEdit)
        if _has_words(widget) and not (place := _in_sight(page, widget)).isEmpty()
    ]
    for (one, here), (other, there) in combinations(places, 2):
        common = here.intersected(there)
        if common.width() > 2 and common.height() > 2 and not _related(one, other):
            yield f"{said(one)} over {said(other)}"


def least_width(widget: QWidget) -> int:
    """Return the width that the longest piece of a text needs."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel):
        text = without_keys(widget.text())
        if isinstance(widget, Elided):
            return 0
        words = text.replace("\u200b", " ").split() if widget.wordWrap() else text.split("\n")
        return max((metrics.horizontalAdvance(word) for word in words), default=0)
    if isinstance(widget, QLineEdit):
        margins = widget.textMargins()
        return (
            metrics.horizontalAdvance(widget.placeholderText()) + margins.left() + margins.right()
        )
    return (
        widget.minimumSizeHint().width()
        if isinstance(widget, Button) or widget.hasHeightForWidth()
        else widget.sizeHint().width()
    )


def least_height(widget: QWidget) -> int:
    """Return the height that all lines of a text need at the width it has."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        box = QRect(0, 0, widget.width(), 10_000)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        text = widget.text() if widget.buddy() is None else without_keys(widget.text())
        return widget.fontMetrics().boundingRect(box, int(flags), text).height()
    if isinstance(widget, QAbstractButton):
        wraps = widget.hasHeightForWidth()
        return widget.heightForWidth(widget.width()) if wraps else widget.sizeHint().height()
    return widget.fontMetrics().height()


def _has_words(widget: QWidget) -> bool:
    if isinstance(widget, QLabel | QAbstractButton):
        return bool(widget.text().strip()) and not isinstance(widget.parentWidget(), QLineEdit)
    return True


def _beyond(page: QWidget, widget: QWidget) -> QWidget | None:
    """Return the part of the page that a widget sticks out of; a page may scroll down only."""
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        inside = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if scrolls:
            return (
                None if room.left() <= inside.left() and inside.right() <= room.right() else parent
            )
        if not room.contains(inside):
            return parent
        parent = parent.parentWidget()
    inside = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    return None if page.rect().contains(inside) else page


def _in_sight(page: QWidget, widget: QWidget) -> QRect:
    """Return what can be seen of a widget, in the page's own place."""
    rect = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        rect = rect.intersected(QRect(parent.mapTo(page, QPoint(0, 0)), parent.size()))
        parent = parent.parentWidget()
    return rect.intersected(page.rect())


def _related(one: QWidget, other: QWidget) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


# What is painted -------------------------------------------------------------------------

DECORATION = frozenset(
    {
        "CaseHead",
        "FocusRing",
        "IconDisc",
        "IconLabel",
        "KeyCaps",
        "Mark",
        "Net",
        "NetGround",
        "ThinBar",
        "_Sign",
    }
)
"""Says nothing that is not said elsewhere."""


def silent(page: QWidget) -> Iterator[str]:
    """Yield what paints itself and says nothing to who cannot see it."""
    for widget in seen(page):
        ours = type(widget).__module__.startswith("filet.")
        if not ours or type(widget).__name__ in DECORATION:
            continue
        if type(widget).paintEvent is not _plain_paint(widget) and not widget.accessibleName():
            yield f"{type(widget).__name__} paints and says nothing"


def _plain_paint(widget: QWidget) -> object:
    """Return how the Qt class under a widget paints itself."""
    base = next(kind for kind in type(widget).__mro__ if kind.__module__.startswith("PySide6"))
    return base.paintEvent  # type: ignore[attr-defined]  # every widget has one


# Words -----------------------------------------------------------------------------------


def texts(page: QWidget) -> Iterator[str]:
    """Yield all that can be read or heard of a page: words, names, tool tips, rows."""
    for widget in (page, *seen(page)):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield from (widget.text(), widget.placeholderText())
        elif isinstance(widget, QPlainTextEdit):
            yield from (widget.toPlainText(), widget.placeholderText())
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(index) for index in range(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            yield from _rows(widget)


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            yield str(model.index(row, 0).data(role) or "")
