"""A part of a scrolled page that is never squeezed: it asks for all that wrapped words need."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Tall(QWidget):
    """As high as its layout needs at its width; Qt's scroll area does not ask this itself."""

    def event(self, event: QEvent) -> bool:
        """Grow when the words or the width change."""
        done = super().event(event)
        layout = self.layout()
        if layout is not None and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            wraps = layout.hasHeightForWidth()
            needed = (
                layout.totalHeightForWidth(self.width())
                if wraps
                else layout.totalSizeHint().height()
            )
            self.setMinimumHeight(needed)
        return done
