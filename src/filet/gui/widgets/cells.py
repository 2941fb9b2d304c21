"""A line of several words side by side, painted as one; under each other where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from filet.gui.theme import Theme

_WRAPS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_BESIDE_FROM = 560
"""Logical width from which the words stand side by side."""
_GAP, _PAD = 12, 8


class Cell(NamedTuple):
    """A few words, their face and their colour."""

    text: str
    kind: str = "small"
    colour: str = "text.primary"


class Cells(QWidget):
    """Many of them in a list cost no more than as many labels: one is laid out, and wraps."""

    def __init__(self, theme: Theme, cells: Sequence[Cell]) -> None:
        super().__init__()
        self._theme, self._cells = theme, tuple(cells)
        self._places: dict[int, tuple[QRect, ...]] = {}
        self.setAccessibleName(", ".join(cell.text for cell in cells if cell.text))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the words at a width."""
        lowest = max((place.bottom() + 1 for place in self._placed(width)), default=0)
        return lowest + self._theme.px(_PAD)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the longest word, and a line."""
        words = (
            self._metrics(cell).horizontalAdvance(word)
            for cell in self._cells
            for word in cell.text.split()
        )
        return QSize(max(words, default=0), self._theme.px(24))

    def sizeHint(self) -> QSize:
        """Ask for room to stand side by side."""
        width = self._theme.px(_BESIDE_FROM)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the words; where they leave room under them, in the middle."""
        theme = self._theme
        spare = max(0, self.height() - self.heightForWidth(self.width())) // 2
        with QPainter(self) as painter:
            for cell, place in zip(self._cells, self._placed(self.width()), strict=True):
                painter.setFont(theme.font(cell.kind))
                painter.setPen(theme.colour(cell.colour))
                painter.drawText(place.translated(0, spare), _WRAPS, cell.text)

    def _placed(self, width: int) -> tuple[QRect, ...]:
        """Return where each cell stands at a width; layouts ask for it over and over."""
        if width not in self._places:
            beside = width / self._theme.scale >= _BESIDE_FROM
            self._places[width] = tuple(self._beside(width) if beside else self._under(width))
        return self._places[width]

    def _beside(self, width: int) -> list[QRect]:
        gap, count = self._theme.px(_GAP), max(1, len(self._cells))
        each = (width - gap * (count - 1)) // count
        heights = [self._height(cell, each) for cell in self._cells]
        top, tall = self._theme.px(_PAD), max(heights, default=0)
        return [
            QRect(place * (each + gap), top + (tall - height) // 2, each, height)
            for place, height in enumerate(heights)
        ]

    def _under(self, width: int) -> list[QRect]:
        places, top = [], self._theme.px(_PAD)
        for cell in self._cells:
            height = self._height(cell, width)
            places.append(QRect(0, top, width, height))
            top += height
        return places

    def _height(self, cell: Cell, width: int) -> int:
        box = QRect(0, 0, max(1, width), 10_000)
        return self._metrics(cell).boundingRect(box, _WRAPS, cell.text).height()

    def _metrics(self, cell: Cell) -> QFontMetrics:
        return QFontMetrics(self._theme.font(cell.kind))
