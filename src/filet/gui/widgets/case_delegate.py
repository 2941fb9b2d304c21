"""A row of the home list: who, how worried, where she stands, what comes next, by whom."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from filet.gui.models.case_texts import RowTexts
from filet.gui.theme import Theme
from filet.gui.widgets.chip import chip_size, paint_chip
from filet.gui.widgets.focus import paint_ring
from filet.gui.widgets.icons import paint_icon
from filet.gui.widgets.row_list import fitted

_PAD = 14
_WIDE = {"who": 0.0, "level": 0.134, "status": 0.385, "due": 0.61, "worker": 0.872}
_FOUR = {"who": 0.0, "level": 0.17, "status": 0.43, "due": 0.68}
_FIVE_FROM, _FOUR_FROM = 760, 640


class Cell(NamedTuple):
    """Where one column of a row stands."""

    name: str
    left: int
    width: int
    band: int


def cells(theme: Theme, width: int) -> list[Cell]:
    """Return the columns that fit: five, four, or two over two when the text is large."""
    room = width / theme.scale
    if room < _FOUR_FROM:
        half = width // 2
        places = (("who", 0, 0), ("level", half, 0), ("status", 0, 1), ("due", half, 1))
        return [Cell(n, x + theme.px(_PAD), half - theme.px(_PAD), band) for n, x, band in places]
    shares = _WIDE if room >= _FIVE_FROM else _FOUR
    inner = width - 2 * theme.px(_PAD)
    lefts = [theme.px(_PAD) + round(inner * share) for share in shares.values()]
    ends = [*lefts[1:], width]
    rows = zip(shares, lefts, ends, strict=True)
    return [Cell(name, left, end - left - theme.px(8), 0) for name, left, end in rows]


def row_height(theme: Theme, width: int) -> int:
    """Return the height of every row at this width."""
    return theme.size("row_h") * (1 + cells(theme, width)[-1].band)


class CaseDelegate(QStyledItemDelegate):
    """Paints rows; all of one height."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, _: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row; the view gives the width."""
        widget: QWidget = option.widget
        return QSize(0, row_height(self._theme, widget.width()))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        texts = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._ground(painter, rect, state)
        if isinstance(texts, RowTexts):
            for cell in cells(self._theme, rect.width()):
                top = rect.top() + cell.band * self._theme.size("row_h")
                place = QRect(rect.left() + cell.left, top, cell.width, self._theme.size("row_h"))
                self._cell(painter, place, cell.name, texts)
        if state & QStyle.StateFlag.State_HasFocus:
            edge = QRectF(rect).adjusted(4, 4, -4, -4)
            paint_ring(painter, self._theme, edge, 6)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        colour = self._theme.colour
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("bg.selected"))
            painter.fillRect(rect.left(), rect.top(), 4, rect.height(), colour("accent.fill"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("bg.hover"))
        painter.setPen(colour("border.divider"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _cell(self, painter: QPainter, place: QRect, name: str, texts: RowTexts) -> None:
        match name:
            case "who":
                self._lines(painter, place, "strong", (texts.name, texts.number))
            case "level":
                self._level(painter, place, texts)
            case "status":
                self._lines(painter, place, "body", (texts.status, texts.since))
            case "due" if texts.late:
                self._late(painter, place, texts)
            case "due":
                self._lines(painter, place, "body", (texts.due, texts.due_note))
            case _:
                self._lines(painter, place, "small", (texts.worker, ""))

    def _lines(
        self,
        painter: QPainter,
        place: QRect,
        kind: str,
        lines: tuple[str, str],
        tone: str = "text.primary",
    ) -> None:
        first, second = lines
        upper, lower = self._halves(place) if second else (place, place)
        self._text(painter, upper, first, kind, tone)
        if second:
            self._text(painter, lower, second, "small", "text.muted")

    def _level(self, painter: QPainter, place: QRect, texts: RowTexts) -> None:
        theme = self._theme
        height = chip_size(theme, texts.level).height()
        top = theme.px(9) if texts.level_note else (place.height() - height) / 2
        paint_chip(
            painter, theme, QPointF(place.left(), place.top() + top), texts.risk, texts.level
        )
        if texts.level_note:
            self._text(painter, self._halves(place)[1], texts.level_note, "small", "text.muted")

    def _late(self, painter: QPainter, place: QRect, texts: RowTexts) -> None:
        theme = self._theme
        upper, lower = self._halves(place) if texts.due_note else (place, place)
        side, ink = theme.px(16), theme.colour("feedback.note_text")
        icon = QRectF(place.left(), upper.center().y() - side / 2 + 1, side, side)
        paint_icon(painter, theme, "clock-alert", icon, ink)
        beside = upper.adjusted(side + theme.px(6), 0, 0, 0)
        self._text(painter, beside, texts.due, "strong", "feedback.note_text")
        if texts.due_note:
            self._text(painter, lower, texts.due_note, "small", "text.muted")

    def _halves(self, place: QRect) -> tuple[QRect, QRect]:
        px = self._theme.px
        upper = QRect(place.left(), place.top() + px(10), place.width(), px(22))
        return upper, QRect(place.left(), place.top() + px(32), place.width(), px(18))

    def _text(self, painter: QPainter, place: QRect, text: str, kind: str, tone: str) -> None:
        font = self._theme.font(kind)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        fitting = fitted(font, text, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), fitting)


class CaseHead(QWidget):
    """The names of the columns, above the rows; each row says them in its sentence."""

    def __init__(self, theme: Theme, titles: dict[str, str]) -> None:
        super().__init__()
        self._theme, self._titles, self.rows_wide = theme, titles, 0
        self.setFixedHeight(theme.px(30))

    def fit(self, width: int) -> None:
        """Stand over rows of this width; take no room where rows are two over two."""
        self.rows_wide = width
        self.setFixedHeight(1 if cells(self._theme, width)[-1].band else self._theme.px(30))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the names that have their own column."""
        with QPainter(self) as painter:
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.colour("text.secondary"))
            columns = cells(self._theme, self.rows_wide)
            for cell in columns if not columns[-1].band else ():
                place = QRect(cell.left, 0, cell.width, self.height())
                painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self._titles[cell.name])
            painter.setPen(self._theme.colour("border.divider"))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
