"""One of many words, unfolded from where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from filet.gui.theme import Theme
from filet.gui.widgets.combo import paint_box


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

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the box, then its arrow."""
        paint_box(self, self._theme, side=14, edge=8)
