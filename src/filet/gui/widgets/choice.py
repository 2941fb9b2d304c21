"""Choices among a few words: a switch where one is on, chips that filter.

A switch breaks into rows where its words have no room beside one another.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from filet.gui.theme import Theme
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.icons import paint_icon
from filet.gui.widgets.keycap import caps_width, paint_caps, plain_ink

_PAD = 12


class Option(NamedTuple):
    """One thing to choose."""

    value: Hashable
    text: str
    name: str = ""
    """What a screen reader says, where the text is too short to say it."""
    icon: str = ""
    kind: str = "label"
    """The face of the text."""
    keys: Sequence[str] = ()
    """The caps of its keys, painted beside the word."""


class _Segment(QPushButton):
    """One end or middle of a switch, or of one of its rows."""

    def __init__(self, theme: Theme, option: Option) -> None:
        super().__init__(option.text)
        self._theme, self._option = theme, option
        self.setFont(theme.font(option.kind))
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName((option.name or option.text).replace("&", ""))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the word in bold, so that nothing moves when it is chosen."""
        font = self.font()
        font.setBold(True)
        width = QFontMetricsF(font).horizontalAdvance(self.text().replace("&", ""))
        width += self._beside() + 2 * self._theme.px(_PAD)
        return QSize(round(width), self._theme.px(34))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the ground, the bar under what is chosen, and the word."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, on = self._theme, self.isChecked()
            painter.setClipPath(self._outline())
            ground = "accent.tint" if on else "bg.hover" if self.underMouse() else "bg.surface"
            painter.fillRect(self.rect(), theme.colour(ground))
            if on:
                painter.fillRect(0, self.height() - 4, self.width(), 4, theme.colour("accent.fill"))
            painter.setClipping(False)
            if self._touches(-1):
                painter.setPen(QPen(theme.colour("border.soft"), 1))
                painter.drawLine(QPointF(0.5, 1), QPointF(0.5, self.height() - 2))
            painter.setPen(QPen(theme.colour("border.strong"), 1))
            painter.drawPath(self._outline())
            font = self.font()
            font.setWeight(QFont.Weight.DemiBold if on else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(theme.colour("accent.tint_text" if on else "text.primary"))
            self._paint_row(painter)

    def _paint_row(self, painter: QPainter) -> None:
        """Paint the icon, the word, and the caps of its keys."""
        theme, option, ink = self._theme, self._option, painter.pen().color()
        room = QRectF(self.rect())
        if option.icon:
            side, pad = theme.px(16), theme.px(_PAD)
            place = QRectF(pad, (self.height() - side) / 2, side, side)
            paint_icon(painter, theme, option.icon, place, ink)
            room.setLeft(place.right() + theme.px(6) - pad)
        if option.keys:
            width = caps_width(theme, option.keys)
            left = self.width() - width - theme.px(_PAD)
            room.setRight(left - theme.px(8) + theme.px(_PAD))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(room, int(flags), self.text())
        if option.keys:
            place_of_caps = QPointF(left, self.height() / 2)
            paint_caps(painter, theme, place_of_caps, option.keys, plain_ink(theme))

    def _beside(self) -> int:
        """Return the room of the icon and of the caps."""
        theme, option = self._theme, self._option
        icon = theme.px(16 + 6) if option.icon else 0
        return icon + (caps_width(theme, option.keys) + theme.px(8) if option.keys else 0)

    def _touches(self, step: int) -> bool:
        """Tell whether the segment before or after it stands in the same row."""
        row, place = self.group().buttons(), self.group().id(self) + step
        return 0 <= place < len(row) and row[place].y() == self.y()

    def _outline(self) -> QPainterPath:
        """Return the edge of the row; where it goes on beyond this segment, nobody sees it."""
        left, right = (10 if self._touches(step) else 0 for step in (-1, 1))
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5 - left, 0.5, right - 0.5, -0.5), 8, 8)
        return path


class Segmented(QWidget):
    """A switch: exactly one of its words is on; arrows move inside."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, options: Sequence[Option], value: Hashable) -> None:
        super().__init__()
        self._values = [option.value for option in options]
        self._group = QButtonGroup(self)
        row = Flow(self, gap=0, line_gap=theme.px(4))
        for index, option in enumerate(options):
            segment = _Segment(theme, option)
            segment.setAccessibleDescription(name)
            self._group.addButton(segment, index)
            row.add(segment)
        self.setAccessibleName(name)
        self.show_value(value)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen."""
        self._group.button(max(self._group.checkedId(), 0)).setFocus()

    def value(self) -> Hashable:
        """Return what is chosen."""
        return self._values[self._group.checkedId()]

    def show_value(self, value: Hashable) -> None:
        """Show what is chosen; nothing is said."""
        self._group.button(self._values.index(value)).setChecked(True)

    def show_none(self) -> None:
        """Show that nothing is chosen here: what is chosen stands elsewhere."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def name_option(self, value: Hashable, text: str) -> None:
        """Change the word of one of them, for the eye and for a screen reader."""
        button = self._group.button(self._values.index(value))
        button.setText(text)
        button.setAccessibleName(text.replace("&", ""))
        button.updateGeometry()


class FilterChip(QPushButton):
    """A rounded chip that is on or off; it may count what it would keep."""

    def __init__(self, theme: Theme, option: Option) -> None:
        super().__init__(option.text)
        self._theme, self._option, self._count = theme, option, ""
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFont(theme.font("label"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_count(None)

    def show_count(self, count: int | None) -> None:
        """Show how many it would keep; nothing where that is not known."""
        self._count = "" if count is None else str(count)
        word = (self._option.name or self._option.text).replace("&", "")
        self.setAccessibleName(" ".join(filter(None, (word, self._count))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the icon, the word in bold and the count."""
        theme = self._theme
        width = self._width(self.text().replace("&", "")) + 2 * theme.px(11)
        if self._count:
            width += self._width(self._count) + theme.px(6)
        if self._option.icon:
            width += theme.px(16) + theme.px(5)
        return QSize(round(width), theme.px(32))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the chip."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, on = self._theme, self.isChecked()
            ground = "accent.tint" if on else "bg.hover" if self.underMouse() else "bg.surface"
            edge = 1.0 if on else 0.5
            painter.setPen(QPen(theme.colour("accent.fill" if on else "border.strong"), 2 * edge))
            painter.setBrush(theme.colour(ground))
            rect = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
            self._paint_words(painter, theme, "accent.tint_text" if on else "text.primary")

    def _paint_words(self, painter: QPainter, theme: Theme, ink: str) -> None:
        left = float(theme.px(11))
        if self._option.icon:
            side = theme.px(16)
            place = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, theme, self._option.icon, place, theme.colour(ink))
            left += side + theme.px(5)
        font = theme.font("label")
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic)
        painter.drawText(QRectF(left, 0, self.width(), self.height()), flags, self.text())
        left += self._width(self.text().replace("&", "")) + theme.px(6)
        painter.setFont(theme.font("small"))
        painter.drawText(QRectF(left, 0, self.width(), self.height()), flags, self._count)

    def _width(self, text: str) -> float:
        return QFontMetricsF(self._theme.font("label")).horizontalAdvance(text)
