"""Buttons: the main one of a page, the others, and those that look like a link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from filet.gui.theme import Theme
from filet.gui.widgets.icons import paint_icon
from filet.gui.widgets.keycap import Ink, accent_ink, caps_width, paint_caps, plain_ink

_PAD, _GAP = 14, 8


class Look(NamedTuple):
    """The colours of a button in one state."""

    ground: str
    line: str
    ink: str


class Button(QPushButton):
    """A button with an optional icon and the caps of its keys, painted beside the word."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str = "",
        keys: Sequence[str] = (),
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._outline, self._keys = theme, icon, tuple(keys)
        self._large, self._folded, self._icon_last = large, False, False
        self._advance = 0.0
        """How wide the word is, once it was measured: layouts ask over and over."""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font("h3" if large else "strong"))
        self.setAutoDefault(False)
        self.name_it(text)

    def name_it(self, text: str) -> None:
        """Change the word, for the eye and for a screen reader."""
        self.setText(text)
        self.setAccessibleName(text.replace("&", ""))
        self.updateGeometry()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a word."""
        self._advance = 0.0
        super().setText(text)

    def setFont(self, font: QFont | str | Sequence[str]) -> None:  # noqa: N802 - Qt's name
        """Write in another face."""
        self._advance = 0.0
        super().setFont(font)

    def show_icon(self, name: str) -> None:
        """Change the icon."""
        self._outline = name
        self.update()

    def fold(self, *, folded: bool) -> None:
        """Show the icon alone; its word becomes a tool tip and stays its name."""
        self._folded = folded and bool(self._outline)
        keys = f" ({' '.join(self._keys)})" if self._keys else ""
        self.setToolTip(self.accessibleName() + keys if self._folded else "")
        self.updateGeometry()

    def grow(self, *, large: bool) -> None:
        """Take the size of what stands alone, or that of the buttons beside it."""
        if large != self._large:
            self._large = large
            self.setFont(self._theme.font("h3" if large else "strong"))
            self.updateGeometry()

    def put_icon_after(self) -> None:
        """Show the icon after the word: it points to what comes next."""
        self._icon_last = True

    def sizeHint(self) -> QSize:
        """Return the room of the icon, the word and the caps."""
        theme = self._theme
        if self._folded:
            return QSize(theme.size("control_h"), theme.size("control_h"))
        height = theme.size("control_h_large" if self._large else "control_h")
        return QSize(self._row_width(caps=True), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same without the caps, if need be: a word is never cut."""
        whole = self.sizeHint()
        return whole if self._folded else QSize(self._row_width(caps=False), whole.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the ground, then what stands on it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            look = self._look()
            self._paint_ground(painter, look)
            self._paint_row(painter, self._theme.colour(look.ink))

    def _pad(self) -> int:
        return 20 if self._large else _PAD

    def _look(self) -> Look:
        if not self.isEnabled():
            return Look("bg.sunken", "border.soft", "text.disabled")
        if self.isDown() or self.underMouse():
            return Look("bg.hover", "border.strong", "text.primary")
        return Look("bg.surface", "border.strong", "text.primary")

    def _paint_ground(self, painter: QPainter, look: Look) -> None:
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.colour(look.line), 1))
        painter.setBrush(self._theme.colour(look.ground))
        painter.drawRoundedRect(rect, 8, 8)

    def _paint_row(self, painter: QPainter, ink: QColor) -> None:
        theme, middle = self._theme, self.height() / 2
        spare = self.width() - self.sizeHint().width()
        left = theme.px(8 if self._folded else self._pad()) + max(0, spare) / 2
        parts = [self._paint_icon, self._paint_word]
        for paint in reversed(parts) if self._icon_last else parts:
            left = paint(painter, left, ink)
        if self._keys and self.isEnabled() and not self._folded and spare >= 0:
            paint_caps(painter, theme, QPointF(left, middle), self._keys, self._cap_ink())

    def _paint_icon(self, painter: QPainter, left: float, ink: QColor) -> float:
        """Paint the icon where there is one; return where the next part begins."""
        if not self._outline:
            return left
        side = self._theme.px(20)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._theme, self._outline, place, ink)
        return left + side + self._theme.px(_GAP)

    def _paint_word(self, painter: QPainter, left: float, ink: QColor) -> float:
        """Paint the word, unless the icon stands alone; return where the next part begins."""
        if self._folded:
            return left
        painter.setFont(self.font())
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(QRectF(left, 0, self.width(), self.height()), int(flags), self.text())
        return left + self._text_width() + self._theme.px(_GAP)

    def _row_width(self, *, caps: bool) -> int:
        theme, parts = self._theme, [self._text_width()]
        if self._outline:
            parts.append(theme.px(20))
        if self._keys and caps:
            parts.append(caps_width(theme, self._keys))
        return round(sum(parts) + (len(parts) - 1) * theme.px(_GAP) + 2 * theme.px(self._pad()))

    def _text_width(self) -> float:
        if not self._advance:
            word = self.text().replace("&", "")
            self._advance = QFontMetricsF(self.font()).horizontalAdvance(word) + 1
        return self._advance

    def _cap_ink(self) -> Ink:
        return plain_ink(self._theme)


class Primary(Button):
    """The one main action of a page."""

    def _look(self) -> Look:
        if not self.isEnabled():
            return Look("bg.sunken", "border.soft", "text.disabled")
        state = "_pressed" if self.isDown() else "_hover" if self.underMouse() else ""
        return Look(f"accent.fill{state}", f"accent.fill{state}", "accent.on")

    def _cap_ink(self) -> Ink:
        return accent_ink(self._theme)


class Secondary(Button):
    """Any other action."""


class Link(Button):
    """An action that reads as an underlined word in a line."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str = "",
        keys: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, icon=icon, keys=keys, parent=parent)
        font = theme.font("body")
        font.setUnderline(True)
        self.setFont(font)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _pad(self) -> int:
        return 4

    def _look(self) -> Look:
        ink = "accent.text" if self.isEnabled() else "text.disabled"
        return Look("", "", ink)

    def _paint_ground(self, painter: QPainter, _: Look) -> None:
        if self.isDown() or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("bg.hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
