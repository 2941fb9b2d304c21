"""The double ring around what has the focus: dark inside for contrast, honey outside.

Painted by the style, around every control alike, by a frame that follows the focus.
A control that paints its own ring (a row of a list) sets the property ``own_ring``.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QMainWindow,
    QProxyStyle,
    QStyle,
    QStyleFactory,
    QStyleOption,
    QWidget,
)

from filet.gui.theme import Theme

_OUTSIDE = 3


def paint_ring(painter: QPainter, theme: Theme, rect: QRectF, radius: float = 8) -> None:
    """Paint both rings: the inner one on the rectangle's edge, the outer one outside it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("focus.outer"), 3))
    painter.drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1.5, radius + 1.5)
    painter.setPen(QPen(theme.colour("focus.inner"), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
    painter.restore()


class FocusStyle(QProxyStyle):
    """Fusion, with the double ring of Filet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(QStyleFactory.create("Fusion"))
        self._theme = theme

    def drawControl(  # noqa: N802 - Qt's name
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the frame that follows the focus."""
        if element == QStyle.ControlElement.CE_FocusFrame:
            edge = QRectF(option.rect).adjusted(_OUTSIDE, _OUTSIDE, -_OUTSIDE, -_OUTSIDE)
            paint_ring(painter, self._theme, edge)
            return
        super().drawControl(element, option, painter, widget)

    def drawPrimitive(  # noqa: N802 - Qt's name
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Leave out the dotted frames: the ring is enough."""
        if element != QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)

    def pixelMetric(  # noqa: N802 - Qt's name
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Give the ring its room outside the control."""
        margins = (
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        )
        return _OUTSIDE if metric in margins else super().pixelMetric(metric, option, widget)


class FocusRing(QFocusFrame):
    """Follows the focus within one window."""

    def __init__(self, window: QMainWindow, application: QApplication) -> None:
        super().__init__(window)
        self._window = window
        application.focusChanged.connect(self.follow)

    @Slot(QWidget, QWidget)
    def follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Go around the control that has the focus now."""
        if now is None or now.window() is not self._window or now.property("own_ring"):
            self.hide()
            return
        self.setWidget(now)
