"""What was just done, and the way back; it goes after ten seconds, never under a hand."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.buttons import Link, Look
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.keycap import Ink
from filet.gui.widgets.labels import Text

_STAYS = 10_000


class _OnBar(Link):
    """A link on the dark ground."""

    def _look(self) -> Look:
        return Look("", "", "text.inverse")

    def _paint_ground(self, painter: QPainter, _: Look) -> None:
        """Leave the bar as it is."""

    def _cap_ink(self) -> Ink:
        ink = self._theme.colour("text.inverse")
        return Ink(QColor(0, 0, 0, 0), ink, ink)


class UndoBar(QWidget):
    """Hidden until something can be undone; then it keeps a margin around it."""

    undone = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        bar = QFrame()
        bar.setObjectName("undo")
        picture = IconLabel(theme, 18)
        picture.show_icon("undo-2", "text.inverse")
        self.said = Text(theme)
        self.undo = _OnBar(theme, t("Undo"), keys=(t("Ctrl"), "Z"))
        self.close_it = _OnBar(theme, t("Close"), icon="x")
        self.close_it.fold(folded=True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(picture)
        row.addWidget(self.said)
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(self.close_it)
        around = QVBoxLayout(self)
        around.setContentsMargins(16, 8, 16, 12)
        around.addWidget(bar)
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._timer.timeout.connect(self._go)
        self.undo.clicked.connect(lambda *_: self.undone.emit())
        self.close_it.clicked.connect(self.hide)
        self.hide()

    def show_done(self, sentence: str) -> None:
        """Say what was done, to the eye and to a screen reader."""
        self.said.setText(sentence)
        self.said.setWordWrap(False)
        self.setAccessibleName(sentence)
        self.show()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _go(self) -> None:
        """Go, unless the keyboard or the mouse is on it."""
        if self.underMouse() or self.undo.hasFocus() or self.close_it.hasFocus():
            self._timer.start()
        else:
            self.hide()
