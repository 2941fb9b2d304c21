"""The double ring around what has the focus: dark inside for contrast, honey outside.

One frame follows the focus over the whole window, so that no control cuts its ring. A
control that paints its own (a row of a list) sets the property ``own_ring``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QMainWindow,
    QProxyStyle,
    QStyle,
    QStyleFactory,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from filet.gui.theme import Theme
from filet.gui.widgets.reading import bring_in_sight

_OUTSIDE = 3
_SHOWN, _HIDDEN = Qt.TextFlag.TextShowMnemonic.value, Qt.TextFlag.TextHideMnemonic.value
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
)


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
    """Fusion, without its dotted frames: the ring is enough."""

    def __init__(self) -> None:
        super().__init__(QStyleFactory.create("Fusion"))

    def drawPrimitive(  # noqa: N802 - Qt's name
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Leave out the dotted frames."""
        if element != QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)

    def drawItemText(  # noqa: N802, PLR0913, PLR0917 - Qt's name, and what Qt hands over
        self,
        painter: QPainter,
        rect: QRect,
        flags: int,
        palette: QPalette | Qt.GlobalColor | QColor,
        enabled: bool,
        text: str,
        role: QPalette.ColorRole = QPalette.ColorRole.NoRole,
    ) -> None:
        """Draw no line under the letters that Alt takes.

        Here, where words are drawn, and not as a hint of the style: layouts ask for hints a
        hundred times for each word that is drawn, and each time Python would answer.
        """
        if flags & _SHOWN:
            flags = flags & ~_SHOWN | _HIDDEN
        super().drawItemText(painter, rect, flags, palette, enabled, text, role)


class FocusRing(QWidget):
    """Follows the focus within one window, over everything else, in nobody's way.

    Connect the application's ``focusChanged`` to ``follow``.
    """

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._watched: list[QWidget] = []
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.update()

    @Slot(QWidget, QWidget)
    def follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Go around the control that has the focus now, and scroll to it once it has its place."""
        self._unwatch()
        inside = now is not None and now.window() is self._window
        self._around = now if inside and now is not None and not now.property("own_ring") else None
        widget = self._around
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()
        if now is not None and inside:
            QTimer.singleShot(0, now, lambda: self._bring(now))

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Move along with the control and with everything it stands in."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the ring."""
        edge = QRectF(self.rect()).adjusted(_OUTSIDE, _OUTSIDE, -_OUTSIDE, -_OUTSIDE)
        with QPainter(self) as painter:
            paint_ring(painter, self._theme, edge)

    @staticmethod
    def _bring(now: QWidget) -> None:
        if now.hasFocus():
            bring_in_sight(now)

    def _unwatch(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []

    def _place(self) -> None:
        around = self._around
        if around is None or not isValid(around) or not around.isVisibleTo(self._window):
            self.hide()
            return
        rect = QRect(around.mapTo(self._window, QPoint(0, 0)), around.size())
        rect = rect.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
        self.setGeometry(rect)
        self.setMask(QRegion(self._visible(rect).translated(-rect.topLeft())))
        self.show()
        self.raise_()

    def _visible(self, rect: QRect) -> QRect:
        """Return what the scrolled pages around the control leave to see."""
        for widget in self._watched:
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and widget is area.viewport():
                place = QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())
                rect = rect.intersected(place)
        return rect
