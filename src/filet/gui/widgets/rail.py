"""The rail: the places that work, and the way to urgent numbers and help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.theme import Theme
from filet.gui.widgets.icons import paint_icon
from filet.gui.widgets.keycap import caps_width, paint_caps, plain_ink
from filet.gui.widgets.labels import Text
from filet.gui.widgets.net import Mark


class Stop(NamedTuple):
    """A place of the rail."""

    key: str
    text: str
    icon: str
    keys: Sequence[str]


class RailButton(QPushButton):
    """One place; a bar and bold say where she is."""

    def __init__(self, theme: Theme, stop: Stop) -> None:
        super().__init__(stop.text)
        self._theme, self._stop, self._folded = theme, stop, False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFont(theme.font("body"))
        self.setAccessibleName(stop.text.replace("&", ""))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fold(self, *, folded: bool) -> None:
        """Show the icon alone; the word becomes a tool tip and stays the name."""
        self._folded = folded
        self.setToolTip(f"{self.accessibleName()} ({' '.join(self._stop.keys)})" if folded else "")
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay as the shell says: pressing a place again does not leave it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height of a place."""
        return QSize(self._theme.px(38), self._theme.px(38))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the ground, the bar, the icon, the word and its keys."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, on = self._theme, self.isChecked()
            self._paint_ground(painter)
            ink = theme.colour("text.primary" if on else "text.secondary")
            side, middle = theme.px(20), self.height() / 2
            left = (self.width() - side) / 2 if self._folded else theme.px(10)
            place = QRectF(left, middle - side / 2, side, side)
            paint_icon(painter, theme, self._stop.icon, place, ink)
            if self._folded:
                return
            self.paint_words(painter, ink)

    def paint_words(self, painter: QPainter, ink: QColor) -> None:
        """Paint the word and its keys."""
        theme, middle = self._theme, self.height() / 2
        painter.setPen(ink)
        painter.setFont(theme.font("strong" if self.isChecked() else "body"))
        words = self.rect().adjusted(theme.px(40), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(words, int(flags), self.text())
        right = self.width() - theme.px(10) - caps_width(theme, self._stop.keys)
        paint_caps(painter, theme, QPointF(right, middle), self._stop.keys, plain_ink(theme))

    def _paint_ground(self, painter: QPainter) -> None:
        theme, rect = self._theme, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(theme.colour("border.soft"), 1))
            painter.setBrush(theme.colour("bg.surface"))
            painter.drawRoundedRect(rect, 8, 8)
            painter.save()
            painter.setClipRect(QRectF(0, 0, 4, self.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent.fill"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            painter.restore()
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("bg.hover"))
            painter.drawRoundedRect(rect, 8, 8)


class Rail(QFrame):
    """Places above, urgent numbers and help below."""

    asked = Signal(str)

    def __init__(self, context: Context, above: Sequence[Stop], below: Sequence[Stop]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._theme = context.theme
        self.setAccessibleName(context.t("Places"))
        self._name = Text(context.theme, "Filet", kind="h2")
        self.buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 10)
        column.setSpacing(4)
        column.addWidget(self._brand(context.theme))
        for stop in above:
            column.addWidget(self._button(stop))
        column.addStretch(1)
        for stop in below:
            column.addWidget(self._button(stop))
        self.fold(folded=False)

    def show_place(self, key: str) -> None:
        """Say where she is."""
        for name, button in self.buttons.items():
            button.setChecked(name == key)

    def fold(self, *, folded: bool) -> None:
        """Show icons only, where the window is narrow or the text large."""
        self._name.setVisible(not folded)
        for button in self.buttons.values():
            button.fold(folded=folded)
        self.setFixedWidth(self._theme.size("rail_w_collapsed" if folded else "rail_w"))

    def _button(self, stop: Stop) -> RailButton:
        button = RailButton(self._theme, stop)
        button.clicked.connect(lambda: self.asked.emit(stop.key))
        self.buttons[stop.key] = button
        return button

    def _brand(self, theme: Theme) -> QWidget:
        brand = QWidget()
        row = QHBoxLayout(brand)
        row.setContentsMargins(8, 2, 0, 8)
        row.setSpacing(10)
        row.addWidget(Mark(theme, 28))
        row.addWidget(self._name, 1)
        return brand
