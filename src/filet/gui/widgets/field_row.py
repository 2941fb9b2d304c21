"""A label at the left of its field; above it where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.page import muted

_BESIDE_FROM = 490


class FieldRow(QWidget):
    """One thing to settle, with a hint under its field."""

    def __init__(self, context: Context, label: QLabel, *fields: QWidget, hint: str = "") -> None:
        super().__init__()
        self._context, self._label = context, label
        label.setWordWrap(True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 7, 0, 7)
        self._row.setSpacing(context.theme.px(8))
        column = QVBoxLayout()
        column.setSpacing(5)
        for field in fields:
            column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft if len(fields) == 1 else _WHOLE)
        if hint:
            column.addWidget(muted(context, hint))
        self._row.addWidget(label)
        self._row.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the label beside or above."""
        super().resizeEvent(event)
        beside = self.width() / self._context.theme.scale >= _BESIDE_FROM
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        width = self._context.theme.px(196)
        self._label.setMinimumWidth(width if beside else 0)
        self._label.setMaximumWidth(width if beside else 16777215)


_WHOLE = Qt.AlignmentFlag(0)
