"""How an idea is painted: the measure, why it is proposed, and the two things to do with it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from filet.gui.context import Context
from filet.gui.models.idea_rows import IdeaRow
from filet.gui.widgets.focus import paint_ring
from filet.gui.widgets.icons import paint_icon

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
ADD, REFUSE = "add", "refuse"


class IdeaDelegate(QStyledItemDelegate):
    """Paints cards. The current one holds real buttons, the others their likeness."""

    def __init__(self, context: Context, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = context.theme, view
        self._heights: dict[tuple[IdeaRow, int], int] = {}
        self._add, self._refuse = context.t("Add"), context.t("Not for her")

    def sizeHint(
        self, _: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a card at the width of the list."""
        width = self._view.viewport().width()
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, IdeaRow):
            return QSize(width, 0)
        return QSize(width, self._height(row, width))

    def _height(self, row: IdeaRow, width: int) -> int:
        """Return the height of a card; a list asks for all of them each time it is laid out."""
        if (row, width) not in self._heights:
            first, second = self._texts(row, QRect(0, 0, width, 10_000))
            room = self._theme.px(12 + 8 + 36 + 12 + 8) + self._second_row(width)
            self._heights[row, width] = first.height() + second.height() + room
        return self._heights[row, width]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one card."""
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, IdeaRow):
            return
        theme, px = self._theme, self._theme.px
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        card = QRectF(whole).adjusted(0.5, 0.5, -0.5, -px(8) - 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border.soft"), 1))
        painter.setBrush(theme.colour("bg.surface"))
        painter.drawRoundedRect(card, 8, 8)
        first, second = self._texts(row, whole)
        self._write(painter, first, row.text, "body", "text.primary")
        self._write(painter, second, row.because, "small", "text.muted")
        if self._view.indexWidget(index) is None:
            self._likeness(painter, whole)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            paint_ring(painter, theme, card.adjusted(4, 4, -4, -4), 6)
        painter.restore()

    def touched(self, whole: QRect, place: QPoint) -> str:
        """Return which likeness of a button is there, if any."""
        add, refuse = self.buttons(whole)
        return ADD if add.contains(place) else REFUSE if refuse.contains(place) else ""

    def _likeness(self, painter: QPainter, whole: QRect) -> None:
        theme, px = self._theme, self._theme.px
        add, refuse = self.buttons(whole)
        painter.setPen(QPen(theme.colour("border.strong"), 1))
        painter.setBrush(theme.colour("bg.surface"))
        painter.drawRoundedRect(QRectF(add).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        side = px(20)
        icon = QRectF(add.left() + px(14), add.center().y() - side / 2, side, side)
        paint_icon(painter, theme, "plus", icon, theme.colour("text.primary"))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text.primary"))
        painter.drawText(add.adjusted(px(28), 0, 0, 0), _CENTRE, self._add)
        font = theme.font("body")
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(theme.colour("accent.text"))
        painter.drawText(refuse, _CENTRE, self._refuse)

    def buttons(self, whole: QRect) -> tuple[QRect, QRect]:
        """Return where both buttons of a card stand: beside each other, or one over the other."""
        px, (add, refuse) = self._theme.px, self._widths()
        left, top = whole.left() + px(12), whole.bottom() - px(8 + 10 + 36)
        under = self._second_row(whole.width())
        beside = 0 if under else add + px(2)
        return (
            QRect(left, top - under, add, px(36)),
            QRect(left + beside, top, refuse, px(36)),
        )

    def _second_row(self, width: int) -> int:
        """Return the height of a second row of buttons, where one row has no room for both."""
        px = self._theme.px
        return px(36) if px(12 + 2 + 4) + sum(self._widths()) > width else 0

    def _widths(self) -> tuple[int, int]:
        theme, px = self._theme, self._theme.px
        add = QFontMetricsF(theme.font("strong")).horizontalAdvance(self._add)
        link = QFontMetricsF(theme.font("body")).horizontalAdvance(self._refuse)
        return round(add) + px(57), round(link) + px(8)

    def _texts(self, row: IdeaRow, whole: QRect) -> tuple[QRect, QRect]:
        px = self._theme.px
        room = QRect(whole.left() + px(12), whole.top() + px(10), whole.width() - px(24), 10_000)
        first = self._box("body", room, row.text)
        room.setTop(first.bottom() + px(2))
        return first, self._box("small", room, row.because)

    def _box(self, kind: str, room: QRect, text: str) -> QRect:
        box = QFontMetrics(self._theme.font(kind)).boundingRect(room, _WRAPPED, text)
        return QRect(room.left(), room.top(), room.width(), box.height())

    def _write(self, painter: QPainter, place: QRect, text: str, kind: str, ink: str) -> None:
        painter.setFont(self._theme.font(kind))
        painter.setPen(self._theme.colour(ink))
        painter.drawText(place, _WRAPPED, text)
