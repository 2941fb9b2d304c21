"""The hand-tied net of empty and locked pages, and the mark: one mesh with its knots."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QIcon,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from filet.gui.theme import Theme
from filet.gui.widgets.tall import Tall

_MESH, _DEPTH, _ROWS = 92, 30, 3


def paint_net(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Paint the rows at the foot of a rectangle, each hanging from the one above."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lines, knots = QPainterPath(), QPainterPath()
    for row in range(_ROWS):
        top = rect.bottom() - (_ROWS - row) * _DEPTH
        shift = (row % 2) * _MESH / 2
        for count in range(-1, rect.width() // _MESH + 2):
            _hang(lines, knots, QPointF(count * _MESH + shift, top))
    ink = theme.colour("border.net")
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(lines)
    painter.fillPath(knots, ink)


def _hang(lines: QPainterPath, knots: QPainterPath, knot: QPointF) -> None:
    """Add one arc and the knot from which it hangs; all of them are painted at once."""
    end, low = knot + QPointF(_MESH, 0), QPointF(0, _DEPTH * 4 / 3)
    lines.moveTo(knot)
    lines.cubicTo(knot + QPointF(18, 0) + low, end - QPointF(18, 0) + low, end)
    knots.addEllipse(knot, 2.5, 2.5)


class NetGround(Tall):
    """A page on the ground of the theme, the net at its foot."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and, where it is asked for, the net."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour("bg.app"))
            if event.rect().bottom() >= self.height() - _DEPTH * (_ROWS + 1):
                paint_net(painter, self._theme, self.rect())


class Net(QWidget):
    """Hanging arcs; says nothing to a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return room for three rows."""
        return QSize(_MESH * 4, _DEPTH * _ROWS + 4)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the rows, each hanging from the lowest points of the one above."""
        with QPainter(self) as painter:
            paint_net(painter, self._theme, self.rect())


def paint_mark(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """Paint one mesh with its knots; it says nothing to a passer-by."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, unit, middle = theme.colour("accent.fill"), rect.width() / 24, rect.center()
    reach = 9.5 * unit
    corners = [
        middle + QPointF(dx * reach, dy * reach) for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0))
    ]
    painter.setPen(QPen(ink, 2 * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(corners))
    halves = [(corners[n] + corners[(n + 1) % 4]) / 2 for n in range(4)]
    painter.drawLine(halves[0], halves[2])
    painter.drawLine(halves[1], halves[3])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for knot in corners:
        painter.drawEllipse(knot, 2.4 * unit, 2.4 * unit)


class Mark(QWidget):
    """The mark, of a given side."""

    def __init__(self, theme: Theme, side: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(theme.px(side), theme.px(side))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the mark."""
        with QPainter(self) as painter:
            paint_mark(painter, self._theme, QRectF(self.rect()))


def mark_icon(theme: Theme) -> QIcon:
    """Return the mark for the title bar and the task bar."""
    icon = QIcon()
    for side in (16, 24, 32, 48):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            paint_mark(painter, theme, QRectF(picture.rect()))
        icon.addPixmap(picture)
    return icon
