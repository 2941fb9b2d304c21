"""Fourteen nights in a row: a check where a copy was made, a dash where one was missed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from filet.gui.models.copies_said import NightLook
from filet.gui.theme import Theme
from filet.gui.widgets.icons import paint_icon

_SIDE, _GAP = 22, 4


class NightStrip(QWidget):
    """Told by its shapes as much as by its colours; its name says the same in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._looks: tuple[NightLook, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_nights(self, looks: Sequence[NightLook], spoken: str) -> None:
        """Show nights, the oldest first."""
        self._looks = tuple(looks)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all of them."""
        count = max(1, len(self._looks))
        return QSize(self._theme.px(count * (_SIDE + _GAP) - _GAP), self._theme.px(_SIDE))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: none is left out."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint each night."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side, step = self._theme.px(_SIDE), self._theme.px(_SIDE + _GAP)
            for place, look in enumerate(self._looks):
                left = place * step
                if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                    left = self.width() - side - left
                self._paint_night(painter, QRectF(left + 0.5, 0.5, side - 1, side - 1), look)

    def _paint_night(self, painter: QPainter, square: QRectF, look: NightLook) -> None:
        theme, name = self._theme, _COLOURS[look]
        pen = QPen(theme.colour(f"{name}_line" if name else "border.soft"), 1)
        if look is not NightLook.MADE:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour(f"{name}_bg" if name else "bg.surface"))
        painter.drawRoundedRect(square, 5, 5)
        inner = square.marginsRemoved(QMarginsF(*[square.width() / 5] * 4))
        if look is NightLook.MADE:
            paint_icon(painter, theme, "check", inner, theme.colour("feedback.ok_text"))
        elif look is NightLook.MISSED:
            painter.setPen(QPen(theme.colour("feedback.note_text"), theme.px(2)))
            middle = square.center().y()
            painter.drawLine(QPointF(inner.left(), middle), QPointF(inner.right(), middle))


_COLOURS = {NightLook.MADE: "feedback.ok", NightLook.MISSED: "feedback.note", NightLook.OPEN: ""}
