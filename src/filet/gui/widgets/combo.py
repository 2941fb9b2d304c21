"""A list that opens under its field, with the arrow of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.theme import Theme
from filet.gui.widgets.icons import paint_icon


def labelled(context: Context, label: str, box: QComboBox) -> QWidget:
    """Return a list under its label, which leads to it."""
    whole, name = QWidget(), QLabel(label)
    name.setFont(context.theme.font("label"))
    name.setBuddy(box)
    whole.setFocusProxy(box)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(name)
    column.addWidget(box)
    return whole


class Combo(QComboBox):
    """The wheel of the mouse scrolls the page; it chooses nothing here."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._theme: Theme = context.theme
        self.setFont(context.theme.font("body"))
        self.setAccessibleName(name)

    def may_shrink(self) -> None:
        """Let long words be cut in the field: they stand whole in the list that opens."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the arrow over it."""
        super().paintEvent(event)
        side = self._theme.px(16)
        left, top = self.width() - side - self._theme.px(10), (self.height() - side) / 2
        ink = self._theme.colour("text.secondary")
        with QPainter(self) as painter:
            paint_icon(painter, self._theme, "chevron-down", QRectF(left, top, side, side), ink)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
