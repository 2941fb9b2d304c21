"""Answers and checks in the colours of every theme; the whole line takes the click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy

from filet.gui.theme import Theme
from filet.gui.widgets.icons import paint_icon

_SIDE, _GAP = 18, 10
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextHideMnemonic)


class Radio(QRadioButton):
    """One answer among others; its words wrap where there is little room."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._theme = theme
        self.setFont(theme.font("body"))
        self.setMinimumHeight(theme.px(30))
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere on the line."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Return the room of the circle and the words."""
        return self._room(self.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of the longest word: none is ever cut."""
        return self._room(max(self.text().split(), key=len, default=""))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines."""
        px = self._theme.px
        room = QRect(0, 0, max(1, width - px(_SIDE + _GAP)), 10_000)
        words = self.fontMetrics().boundingRect(room, _WRAPPED, self.text())
        return max(px(30), words.height() + px(6))

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
            middle_flag = int(Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(words, _WRAPPED | middle_flag, self.text())

    def _room(self, words: str) -> QSize:
        """Return the room of the circle and of words in one line."""
        px = self._theme.px
        wide = self.fontMetrics().horizontalAdvance(words.replace("&&", "&"))
        return QSize(px(_SIDE + _GAP) + wide + px(4), px(30))


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
