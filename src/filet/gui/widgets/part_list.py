"""The parts of a page, one under the other; beside each other where the page is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.theme import Theme
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.icons import paint_icon


class PartName(NamedTuple):
    """One part, as the list shows it."""

    key: str
    text: str
    icon: str


class _Part(QPushButton):
    """Tint, bar and bold say which part is shown."""

    def __init__(self, theme: Theme, part: PartName) -> None:
        super().__init__(part.text)
        self._theme, self._icon = theme, part.icon
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(part.text.replace("&", ""))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay as the list says."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for the word in bold."""
        px = self._theme.px
        width = QFontMetricsF(self._theme.font("strong")).horizontalAdvance(self._word())
        return QSize(round(width) + px(38 + 14), px(38))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the ground, the bar, the icon and the word."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, on = self._theme, self.isChecked()
            painter.setPen(Qt.PenStyle.NoPen)
            if on or self.underMouse():
                painter.setBrush(theme.colour("bg.selected" if on else "bg.hover"))
                painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            if on:
                painter.setClipRect(QRectF(0, 0, 4, self.height()))
                painter.setBrush(theme.colour("accent.fill"))
                painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
                painter.setClipping(False)
            ink = theme.colour("text.primary" if on else "text.secondary")
            side = theme.px(18)
            place = QRectF(theme.px(10), (self.height() - side) / 2, side, side)
            paint_icon(painter, theme, self._icon, place, ink)
            painter.setPen(ink)
            painter.setFont(theme.font("strong" if on else "body"))
            words = self.rect().adjusted(theme.px(38), 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
            painter.drawText(words, int(flags), self.text())

    def _word(self) -> str:
        return self.text().replace("&", "")


class PartList(QWidget):
    """Says which part is wanted."""

    chosen = Signal(str)

    def __init__(self, context: Context, name: str, parts: Sequence[PartName]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName("parts")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons = {part.key: _Part(context.theme, part) for part in parts}
        lines = Flow(gap=4, line_gap=2)
        for key, button in self.buttons.items():
            lines.add(button, least=context.theme.px(160), stretch=1)
            button.clicked.connect(lambda *_, key=key: self.chosen.emit(key))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 12)
        column.addLayout(lines)
        column.addStretch(1)

    def show_part(self, key: str) -> None:
        """Show which part is open; nothing is said."""
        for name, button in self.buttons.items():
            button.setChecked(name == key)
