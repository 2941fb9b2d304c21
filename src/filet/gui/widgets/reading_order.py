"""The order of a page for Tab and for a screen reader: as it is read, whatever was built last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_in_order(*parts: QWidget) -> None:
    """Chain the controls of these parts one after another, in the order of their layouts."""
    controls = [control for part in parts for control in _controls(part)]
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)


def _controls(part: QWidget) -> Iterator[QWidget]:
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
        yield part
    layout = part.layout()
    inside = part.widget() if isinstance(part, QScrollArea) else None
    if inside is not None:
        yield from _controls(inside)
    elif layout is not None:
        yield from _laid(layout)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield from _controls(widget)
        elif inner is not None:
            yield from _laid(inner)
