"""Rows of a plain list: words that wrap, keys at their end, a tint and a bar on the current one."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from filet.gui.theme import Theme
from filet.gui.widgets.keycap import caps_width, paint_caps, plain_ink

NOTE = Qt.ItemDataRole.UserRole + 1
"""A second line, small."""
CAPS = Qt.ItemDataRole.UserRole + 2
"""The keys that do the same, painted as caps."""
_PAD, _GAP = 10, 8
_WRAPS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Measures with the bold face, so that nothing moves when a row becomes the current one."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of the words at the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        height = self._height(width, index)
        return QSize(width, max(self._theme.px(38), height + 2 * self._theme.px(_GAP)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, the words and the keys."""
        theme, rect = self._theme, QRect(option.rect)
        state = option.state
        on = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or state & QStyle.StateFlag.State_MouseOver:
            self._paint_ground(painter, QRectF(rect).adjusted(0, 1, 0, -1), on=on)
        keys = index.data(CAPS) or ()
        if keys:
            right = rect.right() - theme.px(_PAD) - caps_width(theme, keys)
            middle = QPointF(right, rect.center().y())
            paint_caps(painter, theme, middle, keys, plain_ink(theme))
        self._paint_words(painter, self._words_in(rect, index), index, on=on)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, *, on: bool) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("bg.selected" if on else "bg.hover"))
        painter.drawRoundedRect(rect, 6, 6)
        if on:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 4, rect.height()), theme.colour("accent.fill")
            )

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, *, on: bool) -> None:
        theme, note = self._theme, str(index.data(NOTE) or "")
        text = str(index.data() or "")
        lines = self._lines(rect.width(), text, "strong")
        spare = rect.height() - self._words_height(rect.width(), index)
        top = rect.top() + spare // 2
        painter.setFont(theme.font("strong" if on else "body"))
        painter.setPen(theme.colour("text.primary"))
        painter.drawText(QRect(rect.left(), top, rect.width(), lines), _WRAPS, text)
        if note:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text.secondary"))
            under = QRect(rect.left(), top + lines, rect.width(), rect.height())
            painter.drawText(under, _WRAPS, note)

    def _words_in(self, rect: QRect, index: Index) -> QRect:
        keys, pad = index.data(CAPS) or (), self._theme.px(_PAD)
        taken = caps_width(self._theme, keys) + pad if keys else 0
        return rect.adjusted(pad + 2, 0, -pad - taken, 0)

    def _height(self, width: int, index: Index) -> int:
        return self._words_height(self._words_in(QRect(0, 0, width, 0), index).width(), index)

    def _words_height(self, width: int, index: Index) -> int:
        note = str(index.data(NOTE) or "")
        under = self._lines(width, note, "small") if note else 0
        return self._lines(width, str(index.data() or ""), "strong") + under

    def _lines(self, width: int, text: str, kind: str) -> int:
        metrics = QFontMetrics(self._theme.font(kind))
        return metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), _WRAPS, text).height()
