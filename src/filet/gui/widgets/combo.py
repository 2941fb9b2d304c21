"""A list that opens under its field, with the arrow of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

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


def paint_box(box: QComboBox, theme: Theme, *, side: int, edge: int) -> None:
    """Paint a list that is folded: its words, shortened where they do not fit, and its arrow."""
    option, style = QStyleOptionComboBox(), box.style()
    box.initStyleOption(option)
    kind, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = style.subControlRect(kind, option, field, box).width()
    words = box.placeholderText() if box.currentIndex() < 0 else option.currentText
    option.currentText = box.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
    wide = theme.px(side)
    left, top = box.width() - wide - theme.px(edge), (box.height() - wide) / 2
    with QPainter(box) as painter:
        style.drawComplexControl(kind, option, painter, box)
        style.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, box)
        ink = theme.colour("text.secondary")
        paint_icon(painter, theme, "chevron-down", QRectF(left, top, wide, wide), ink)


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

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the field, and the arrow over it."""
        paint_box(self, self._theme, side=16, edge=10)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
