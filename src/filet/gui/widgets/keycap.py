"""Key caps: painted beside a word, never part of its name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from filet.gui.theme import Theme

_PAD, _GAP, _HEIGHT = 5, 3, 18


class Ink(NamedTuple):
    """The colours of a cap."""

    ground: QColor
    line: QColor
    text: QColor


def plain_ink(theme: Theme) -> Ink:
    """Return the colours of a cap on paper."""
    return Ink(theme.colour("bg.app"), theme.colour("border.soft"), theme.colour("text.secondary"))


def accent_ink(theme: Theme) -> Ink:
    """Return the colours of a cap on the main button."""
    line = theme.colour("accent.on")
    line.setAlphaF(0.45)
    return Ink(QColor(Qt.GlobalColor.transparent), line, theme.colour("accent.on"))


@lru_cache(256)
def _width(theme: Theme, key: str) -> float:
    """Return how wide a cap is: there are few of them, and layouts ask over and over."""
    wide = QFontMetricsF(theme.font("meta")).horizontalAdvance(key)
    return max(theme.px(_HEIGHT), wide + 2 * theme.px(_PAD))


def caps_width(theme: Theme, keys: Sequence[str]) -> int:
    """Return how wide a row of caps is."""
    return round(sum(_width(theme, key) for key in keys) + _GAP * max(0, len(keys) - 1))


def paint_caps(
    painter: QPainter, theme: Theme, place: QPointF, keys: Sequence[str], ink: Ink
) -> None:
    """Paint a row of caps; ``place`` is its left end, at half its height."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = theme.font("meta")
    font.setUnderline(False)  # a link's own line does not run under its caps
    painter.setFont(font)
    height, left = theme.px(_HEIGHT), place.x()
    for key in keys:
        width = _width(theme, key)
        rect = QRectF(left + 0.5, place.y() - height / 2 + 0.5, width - 1, height - 1)
        painter.setPen(QPen(ink.line, 1))
        painter.setBrush(ink.ground)
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(ink.text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
        left += width + _GAP


class KeyCaps(QWidget):
    """A row of caps of its own; silent for a screen reader."""

    def __init__(self, theme: Theme, *keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._keys = theme, keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return just the room it takes."""
        return QSize(caps_width(self._theme, self._keys), self._theme.px(_HEIGHT) + 2)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the caps."""
        with QPainter(self) as painter:
            place = QPointF(0, self.height() / 2)
            paint_caps(painter, self._theme, place, self._keys, plain_ink(self._theme))
