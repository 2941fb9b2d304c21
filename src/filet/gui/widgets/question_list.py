"""The questions at the left: a line each, with its answer in words; arrows move."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from filet.gui.context import Context
from filet.gui.models.questions import QuestionModel, Row
from filet.gui.theme import Theme
from filet.gui.widgets.focus import paint_ring
from filet.gui.widgets.icons import paint_icon
from filet.gui.widgets.row_list import QuestionRows, fitted

_LINE, _TITLE = 30, 32
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class _Lines(QStyledItemDelegate):
    """Paints a line: number, name, answer."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme = context.theme
        self._resume = context.t("Come back to")

    def sizeHint(
        self, _: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a line, or of the title of a group."""
        row = index.data(Qt.ItemDataRole.UserRole)
        title = isinstance(row, Row) and not row.key
        return QSize(0, self._theme.px(_TITLE if title else _LINE))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, Row):
            return
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect.adjusted(self._theme.px(8), 0, -self._theme.px(8), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key:
            current = bool(state & QStyle.StateFlag.State_Selected)
            self._ground(painter, rect, state)
            self._line(painter, rect, row, current=current)
        else:
            self._text(painter, rect.adjusted(8, 6, 0, 0), row.title, "small", "text.secondary")
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("bg.selected"))
            painter.drawRoundedRect(QRectF(rect), 6, 6)
            painter.setBrush(theme.colour("accent.fill"))
            painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 4, rect.height()), 2, 2)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("bg.hover"))
            painter.drawRoundedRect(QRectF(rect), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, theme, QRectF(rect).adjusted(3, 3, -3, -3), 5)

    def _line(self, painter: QPainter, rect: QRect, row: Row, *, current: bool) -> None:
        px, right = self._theme.px, rect.right() - self._theme.px(8)
        number = QRect(rect.left() + px(4), rect.top(), px(24), rect.height())
        self._text(painter, number, str(row.number), "small", "text.secondary", right=True)
        right = self._answer(painter, rect, row, right)
        left = number.right() + px(10)
        name = QRect(left, rect.top(), right - px(8) - left, rect.height())
        self._text(painter, name, row.title, "label" if current else "list", "text.primary")

    def _answer(self, painter: QPainter, rect: QRect, row: Row, right: int) -> int:
        """Paint the answer and the flag; return where the name must stop."""
        theme, text = self._theme, row.answer
        ink = "text.primary" if row.definite else "text.secondary"
        if row.to_resume and not text:
            text, ink = self._resume, "feedback.note_text"
        kind = "label" if row.definite else "small"
        width = QFontMetrics(self._font(kind)).horizontalAdvance(text)
        place = QRect(right - width, rect.top(), width, rect.height())
        if text:
            self._text(painter, place, text, kind, ink)
            right -= width
        if row.to_resume:
            side = theme.px(14)
            right -= side + theme.px(5)
            box = QRectF(right, rect.center().y() - side / 2 + 1, side, side)
            paint_icon(painter, theme, "flag", box, theme.colour("feedback.note_text"))
        return right

    def _font(self, kind: str) -> QFont:
        font = self._theme.font("label" if kind == "list" else kind)
        if kind == "list":
            font.setWeight(self._theme.font("body").weight())
        return font

    def _text(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        kind: str,
        tone: str,
        *,
        right: bool = False,
    ) -> None:
        font = self._font(kind)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        fitting = fitted(font, text, place.width() + 1)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), fitting)


class QuestionList(QuestionRows):
    """Every question, a line each."""

    typed = Signal(str)
    """Letters that look for a question."""

    def __init__(self, context: Context, model: QuestionModel) -> None:
        super().__init__(context, model)
        self.setItemDelegate(_Lines(context, self))
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows; letters look for a question; the rest is the page's."""
        text = event.text()
        if text.isalpha() and not event.modifiers() & _COMMANDS:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)
