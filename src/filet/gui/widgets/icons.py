"""Lucide outlines in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from filet.gui.theme import Theme

_IN_DISC = 0.56
_STROKE = 'stroke-width="1.75"'


def paint_icon(painter: QPainter, theme: Theme, name: str, rect: QRectF, ink: QColor) -> None:
    """Paint an icon in a rectangle."""
    _drawn(theme.folder / "icons" / f"{name}.svg", ink.name()).render(painter, rect)


@lru_cache(maxsize=256)
def pixmap(
    theme: Theme, name: str, size: int, colour: str = "text.primary", ratio: float = 2.0
) -> QPixmap:
    """Return an icon as a picture, sharp at a ratio of device pixels; each is drawn once."""
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        paint_icon(painter, theme, name, QRectF(made.rect()), theme.colour(colour))
    made.setDevicePixelRatio(ratio)
    return made


def icon(theme: Theme, name: str, size: int, colour: str = "text.primary") -> QIcon:
    """Return an icon for 100, 150 and 200 %."""
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        made.addPixmap(pixmap(theme, name, size, colour, ratio))
    return made


@lru_cache(maxsize=128)
def _drawn(path: Path, ink: str) -> QSvgRenderer:
    """Return an outline in one colour: lists paint the same few at each line."""
    text = path.read_text(encoding="utf-8")
    tinted = text.replace("currentColor", ink).replace('stroke-width="2"', _STROKE)
    return QSvgRenderer(QByteArray(tinted.encode()))


class IconLabel(QLabel):
    """An icon beside a word that says the same; silent for a screen reader."""

    def __init__(self, theme: Theme, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, theme.px(size)
        self.setFixedSize(self._size, self._size)

    def show_icon(self, name: str, colour: str = "text.primary") -> None:
        """Show an outline in a colour of the theme."""
        self.setPixmap(pixmap(self._theme, name, self._size, colour))


class IconDisc(QWidget):
    """An icon in a disc, beside words that say the same; silent for a screen reader."""

    def __init__(self, theme: Theme, side: int, ground: str = "bg.sunken") -> None:
        super().__init__()
        self._theme, self._ground = theme, ground
        self._name, self._colour = "", "text.secondary"
        self.setFixedSize(theme.px(side), theme.px(side))

    def show_icon(self, name: str, colour: str = "text.secondary") -> None:
        """Show an outline in a colour of the theme."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the disc, and the outline in its middle."""
        theme, whole = self._theme, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        side = whole.width() * _IN_DISC
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("border.sunken"), 1))
            painter.setBrush(theme.colour(self._ground))
            painter.drawEllipse(whole)
            place = QRectF(0, 0, side, side)
            place.moveCenter(whole.center())
            if self._name:
                paint_icon(painter, theme, self._name, place, theme.colour(self._colour))
