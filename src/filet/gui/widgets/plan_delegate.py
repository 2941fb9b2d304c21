"""How rows of a plan are painted: names of sections, her words, and where more is written."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from filet.domain.kinds import Appears
from filet.gui.context import Context
from filet.gui.models.plan_rows import PAPERS, PlanRow, RowKind
from filet.gui.widgets.focus import paint_ring
from filet.gui.widgets.icons import paint_icon
from filet.gui.widgets.keycap import caps_width, paint_caps, plain_ink
from filet.gui.widgets.row_list import fitted

PAPER_ICONS = {
    Appears.DOSSIER: "folder-open",
    Appears.STAYS: "file-text",
    Appears.TAKES: "file-output",
    Appears.CARD: "credit-card",
}
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RULE, _GAP = 4, 2


class PlanDelegate(QStyledItemDelegate):
    """Paints rows, each as high as its words; a row that is being written is left alone."""

    def __init__(self, context: Context, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._context, self._theme, self._view = context, context.theme, view
        self._heights: dict[tuple[PlanRow, int], int] = {}

    def sizeHint(
        self, _: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row at the width of the list."""
        px, width = self._theme.px, self._view.viewport().width()
        editor = self._view.indexWidget(index)
        if editor is not None:
            return QSize(width, editor.heightForWidth(width) + 2 * px(_GAP))
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, PlanRow) or row.kind is not RowKind.ITEM:
            return QSize(width, px(36))
        return QSize(width, self._height(row, width))

    def _height(self, row: PlanRow, width: int) -> int:
        """Return the height of an item; a list asks for all of them each time it is laid out."""
        if (row, width) not in self._heights:
            px = self._theme.px
            words = self._words(row, QRect(0, 0, width, 10_000))
            box = QFontMetrics(self._theme.font("body")).boundingRect(words, _WRAPPED, row.text)
            self._heights[row, width] = max(px(30), box.height() + px(10)) + px(4)
        return self._heights[row, width]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, PlanRow) or self._view.indexWidget(index) is not None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match row.kind:
            case RowKind.SECTION:
                self._section(painter, rect, row)
            case RowKind.ITEM:
                self._item(painter, rect, row)
            case RowKind.WRITE:
                self._write(painter, rect, row)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            paint_ring(painter, self._theme, QRectF(rect).adjusted(4, 4, -4, -4), 6)
        painter.restore()

    def _section(self, painter: QPainter, rect: QRect, row: PlanRow) -> None:
        theme, px = self._theme, self._theme.px
        side = px(18)
        place = QRectF(rect.left() + px(8), rect.center().y() - side / 2, side, side)
        name = "chevron-down" if row.is_open else "chevron-right"
        paint_icon(painter, theme, name, place, theme.colour("text.secondary"))
        note = QFontMetricsF(theme.font("small")).horizontalAdvance(row.note) + px(6)
        words = rect.adjusted(px(34), 0, -round(note) - px(16), 0)
        self._line(painter, words, row.text, "strong", "text.primary")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text.muted"))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(rect.adjusted(0, 0, -px(14), 0), right, row.note)
        painter.setPen(theme.colour("border.soft"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _item(self, painter: QPainter, rect: QRect, row: PlanRow) -> None:
        theme, px = self._theme, self._theme.px
        ground = rect.adjusted(0, px(_GAP), 0, -px(_GAP))
        painter.fillRect(ground, theme.colour("voice.her_bg"))
        rule = QRect(ground.topLeft(), QSize(px(_RULE), ground.height()))
        painter.fillRect(rule, theme.colour("voice.her_rule"))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("voice.her_text"))
        painter.drawText(self._words(row, rect), _WRAPPED, row.text)
        self._pill(painter, self._pill_place(row, rect), row)

    def _write(self, painter: QPainter, rect: QRect, row: PlanRow) -> None:
        theme, px = self._theme, self._theme.px
        edge = QRectF(rect).adjusted(0.5, px(3) + 0.5, -0.5, -px(3) - 0.5)
        painter.setPen(QPen(theme.colour("border.strong"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(edge, 6, 6)
        side = px(16)
        place = QRectF(rect.left() + px(12), rect.center().y() - side / 2, side, side)
        paint_icon(painter, theme, "plus", place, theme.colour("text.muted"))
        keys = (self._context.t("Enter"),)
        wide = caps_width(theme, keys)
        left = float(rect.right() - px(10) - wide)
        words = rect.adjusted(px(36), 0, -wide - px(20), 0)
        self._line(painter, words, row.text, "body", "text.muted")
        paint_caps(painter, theme, QPointF(left, rect.center().y()), keys, plain_ink(theme))

    def _pill(self, painter: QPainter, place: QRect, row: PlanRow) -> None:
        theme, px = self._theme, self._theme.px
        painter.setPen(QPen(theme.colour("border.strong"), 1))
        painter.setBrush(theme.colour("bg.surface"))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        side, ink = px(14), theme.colour("text.secondary")
        top = place.center().y() - side / 2
        icon = QRectF(place.left() + px(7), top, side, side)
        paint_icon(painter, theme, PAPER_ICONS[row.appears], icon, ink)
        end = QRectF(place.right() - px(7) - side, top, side, side)
        paint_icon(painter, theme, "chevron-down", end, ink)
        words = place.adjusted(px(26), 0, -px(24), 0)
        self._line(painter, words, self._paper(row), "small", "text.secondary")

    def _line(self, painter: QPainter, place: QRect, text: str, kind: str, ink: str) -> None:
        font = self._theme.font(kind)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        fitting = fitted(font, text, place.width())
        painter.drawText(place, _MIDDLE, fitting)

    def _words(self, row: PlanRow, rect: QRect) -> QRect:
        px = self._theme.px
        pill = self._pill_place(row, rect)
        under = pill.top() > rect.top() + px(8)
        right = rect.right() - px(8) if under else pill.left() - px(12)
        top = rect.top() + px(7)
        return QRect(rect.left() + px(14), top, right - rect.left() - px(14), 10_000)

    def _pill_place(self, row: PlanRow, rect: QRect) -> QRect:
        px = self._theme.px
        metrics = QFontMetricsF(self._theme.font("small"))
        wide = round(metrics.horizontalAdvance(self._paper(row))) + px(52)
        return QRect(rect.right() - px(8) - wide, rect.top() + px(6), wide, px(24))

    def _paper(self, row: PlanRow) -> str:
        return self._context.t(PAPERS[row.appears])
