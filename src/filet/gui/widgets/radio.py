"""Answers and checks in the colours of every theme; the whole line takes the click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton

from filet.gui.theme import Theme
from filet.gui.widgets.icons import paint_icon

_SIDE, _GAP = 18, 10
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic)


class Radio(QRadioButton):
    """One answer among others."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._theme = theme
        self.setFont(theme.font("body"))
        self.setMinimumHeight(theme.px(30))
        self.setAccessibleName(words)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere on the line."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Return the room of the circle and the words."""
        px = self._theme.px
        words = self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(px(_SIDE + _GAP) + words + px(4), px(30))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the circle, what fills it, and the words."""
        theme, px = self._theme, self._theme.px
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = theme.colour("text.primary" if self.isEnabled() else "text.disabled")
            middle = QPointF(px(_SIDE) / 2 + 1, self.height() / 2)
            edge = theme.colour("accent.fill" if self.isChecked() else "border.strong")
            painter.setPen(QPen(edge if self.isEnabled() else ink, 2 if self.isChecked() else 1))
            painter.setBrush(theme.colour("bg.surface"))
            painter.drawEllipse(middle, px(_SIDE) / 2 - 1, px(_SIDE) / 2 - 1)
            if self.isChecked():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent.fill"))
                painter.drawEllipse(middle, px(_SIDE) / 4, px(_SIDE) / 4)
            painter.setPen(ink)
            words = QRect(self.rect()).adjusted(px(_SIDE + _GAP), 0, 0, 0)
            painter.drawText(words, _FLAGS, self.text())


class Check(QCheckBox):
    """A box without words of its own: they stand beside it, and wrap.

    Its mark says that something is done; a filled square says that something is chosen.
    """

    def __init__(self, theme: Theme, name: str, *, chooses: bool = False) -> None:
        super().__init__()
        self._theme, self._chooses = theme, chooses
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Return room that a finger finds."""
        return QSize(self._theme.px(24), self._theme.px(24))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere on the box."""
        return self.rect().contains(pos)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the box, and the mark that says it is done, or the square of what is chosen."""
        theme, side = self._theme, self._theme.px(_SIDE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
            on = self.isChecked()
            edge = "accent.fill" if on else "border.strong" if self.isEnabled() else "text.disabled"
            painter.setPen(QPen(theme.colour(edge), 1))
            filled = on and not self._chooses
            ground: QColor = theme.colour("accent.fill" if filled else "bg.surface")
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 4, 4)
            if on and self._chooses:
                painter.fillRect(box.adjusted(4, 4, -4, -4), theme.colour("accent.fill"))
            elif on:
                paint_icon(
                    painter, theme, "check", box.adjusted(2, 2, -2, -2), theme.colour("accent.on")
                )
