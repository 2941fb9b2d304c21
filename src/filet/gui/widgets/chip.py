"""The risk chip: shape, fill and word in one place, for lists and for pages."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from filet.gui.theme import Theme

NONE, NOT_ESTABLISHED = "none", "not_established"
MODERATE, AGGRAVATED, IMMINENT = "moderate", "aggravated", "imminent"

_PAD, _GAP, _SHAPE, _HEIGHT = 8, 7, 14, 24


def chip_size(theme: Theme, label: str) -> QSizeF:
    """Return the room of a chip."""
    width = QFontMetricsF(theme.font("label")).horizontalAdvance(label) + 1
    return QSizeF(width + theme.px(_SHAPE) + theme.px(_GAP) + 2 * theme.px(_PAD), theme.px(_HEIGHT))


def paint_chip(painter: QPainter, theme: Theme, place: QPointF, level: str, label: str) -> None:
    """Paint a chip whose top left corner is ``place``; a level is a key of the theme's risk."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(place, chip_size(theme, label))
    _paint_ground(painter, theme, rect, level)
    side = theme.px(_SHAPE)
    left = rect.left() + theme.px(_PAD)
    paint_shape(painter, theme, QRectF(left, rect.center().y() - side / 2, side, side), level)
    painter.setPen(theme.colour(f"risk.{level}.text"))
    painter.setFont(theme.font("label"))
    words = rect.adjusted(theme.px(_PAD) + side + theme.px(_GAP), 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, label)
    painter.restore()


def _paint_ground(painter: QPainter, theme: Theme, rect: QRectF, level: str) -> None:
    width = theme.value(f"risk.{level}.outline")
    pen = QPen(theme.colour(f"risk.{level}.line"), width)
    if level == NONE:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(theme.colour(f"risk.{level}.bg"))
    edge = width / 2
    painter.drawRoundedRect(rect.adjusted(edge, edge, -edge, -edge), 6, 6)


def paint_shape(painter: QPainter, theme: Theme, rect: QRectF, level: str) -> None:
    """Paint the shape alone: ring, square, triangle or octagon."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = theme.colour(f"risk.{level}.line")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(line)
    match level:
        case "moderate":
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 2, 2)
        case "aggravated":
            painter.drawPolygon(_triangle(rect))
        case "imminent":
            _paint_octagon(painter, theme, rect, "text", "bg")
        case _:
            _paint_circle(painter, theme, rect, level)
    painter.restore()


def paint_alone(painter: QPainter, theme: Theme, rect: QRectF, level: str) -> None:
    """Paint a shape on the ground of a page: there the octagon itself is what is solid."""
    if level != IMMINENT:
        paint_shape(painter, theme, rect, level)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_octagon(painter, theme, rect, "bg", "text")
    painter.restore()


def _paint_circle(painter: QPainter, theme: Theme, rect: QRectF, level: str) -> None:
    pen = QPen(theme.colour(f"risk.{level}.line"), 1.5 if level == NONE else 2.5)
    if level == NONE:
        pen.setDashPattern([1.8, 1.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.adjusted(1.5, 1.5, -1.5, -1.5))


def _triangle(rect: QRectF) -> QPolygonF:
    top = QPointF(rect.center().x(), rect.top() + 0.5)
    return QPolygonF([top, rect.bottomRight(), rect.bottomLeft()])


def _paint_octagon(painter: QPainter, theme: Theme, rect: QRectF, shape: str, sign: str) -> None:
    """Paint the octagon and its sign, one in the colour of the word and one in its ground's."""
    radius, centre = rect.width() / 2, rect.center()
    corners = [math.radians(22.5 + 45 * n) for n in range(8)]
    around = [centre + QPointF(radius * math.cos(a), radius * math.sin(a)) for a in corners]
    painter.setBrush(theme.colour(f"risk.{IMMINENT}.{shape}"))
    painter.drawPolygon(QPolygonF(around))
    painter.setBrush(theme.colour(f"risk.{IMMINENT}.{sign}"))
    wide, unit = rect.width() / 7, rect.height() / 14
    x = centre.x() - wide / 2
    painter.drawRoundedRect(QRectF(x, rect.top() + 3 * unit, wide, 5 * unit), 1, 1)
    painter.drawEllipse(QRectF(x, rect.top() + 9 * unit, wide, 2 * unit))


class RiskChip(QWidget):
    """A chip of its own. Its sentence says level and date: a level without a date is a bug."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._level, self._label = theme, NONE, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_level(self, level: str, label: str, sentence: str) -> None:
        """Show a level; the sentence is what a screen reader says."""
        self._level, self._label = level, label
        self.setAccessibleName(sentence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return just the room it takes."""
        return chip_size(self._theme, self._label).toSize() + QSize(1, 0)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the chip."""
        with QPainter(self) as painter:
            paint_chip(painter, self._theme, QPointF(0, 0), self._level, self._label)
