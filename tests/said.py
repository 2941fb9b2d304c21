"""What a screen reader could say of a page: names, descriptions, texts and rows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

_CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)


def aloud(page: QWidget) -> str:
    """Return everything that is shown or said on a page."""
    return "\n".join(_texts(page))


def heard(page: QWidget) -> str:
    """Return all that a screen reader can walk to on a page."""
    return "\n".join(walked(page))


def walked(page: QWidget) -> list[str]:
    """Return every name, description and value that a screen reader can walk to, shown or not."""
    return list(filter(None, _walked(QAccessible.queryAccessibleInterface(page))))


def _walked(found: QAccessibleInterface | None) -> Iterator[str]:
    if found is not None:
        for one in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            yield found.text(one)
        for place in range(found.childCount()):
            yield from _walked(found.child(place))


def unnamed(page: QWidget) -> list[str]:
    """Return the controls in sight that nobody could announce."""
    shown = (widget for widget in page.findChildren(QWidget) if widget.isVisibleTo(page))
    controls = (widget for widget in shown if isinstance(widget, _CONTROLS))
    return [repr(widget) for widget in controls if not widget.accessibleName().strip()]


def mnemonics(page: QWidget) -> list[str]:
    """Return the letters that Alt reaches in sight, each as often as it is given."""
    shown = (widget for widget in page.findChildren(QWidget) if widget.isVisibleTo(page))
    texts = (widget.text() for widget in shown if isinstance(widget, QAbstractButton | QLabel))
    parts = (text.replace("&&", "").split("&", 1) for text in texts)
    return [part[1][0].lower() for part in parts if len(part) == 2 and part[1]]


def _texts(page: QWidget) -> Iterator[str]:
    for widget in (page, *page.findChildren(QWidget)):
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _rows(widget)


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            yield str(model.index(row, 0).data(role) or "")
