"""One of many words, unfolded from where it stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from filet.gui.theme import Theme
from filet.gui.widgets.icons import paint_icon


class ChoiceBox(QComboBox):
    """A combo box in the colours of the theme; a wheel that passes over it changes nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font("small"))
        self.setMinimumHeight(theme.size("target_min"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then its arrow."""
        super().paintEvent(event)
        theme, side = self._theme, self._theme.px(14)
        left, top = self.width() - side - theme.px(8), (self.height() - side) / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = theme.colour("text.secondary")
            paint_icon(painter, theme, "chevron-down", QRectF(left, top, side, side), ink)
