"""All questions at once, four answers a line: for a second time, or for what was on paper."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from filet.domain.instruments import ItemType, Value
from filet.gui.context import Context
from filet.gui.models.interview_texts import ANSWERS
from filet.gui.models.questions import QuestionModel, Row
from filet.gui.theme import Theme
from filet.gui.widgets.answers import FOUR
from filet.gui.widgets.focus import paint_ring
from filet.gui.widgets.icons import paint_icon
from filet.gui.widgets.row_list import QuestionRows, fitted

_TITLE, _LINE, _NOTED, _SWITCH = 36, 44, 52, 32
_BESIDE_FROM = 860


class Place(NamedTuple):
    """Where the parts of a line stand."""

    name: QRect
    switch: QRect
    source: QRect
    flag: QRect


class Lines(QStyledItemDelegate):
    """Paints a question with its answers as a switch."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme = context.theme
        self._answers = {value: context.t(ANSWERS[value]) for value in FOUR}
        self._resume = context.t("Come back to")

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a line: more with words under it, more where room is short."""
        row, px = index.data(Qt.ItemDataRole.UserRole), self._theme.px
        if not isinstance(row, Row) or not row.key:
            return QSize(0, px(_TITLE))
        height = px(_NOTED if row.note else _LINE)
        widget: QWidget = option.widget
        return QSize(0, height + (0 if self._beside(widget.width()) else px(_SWITCH + 8)))

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
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key:
            self._ground(painter, rect, state)
            self._line(painter, rect, row)
        else:
            painter.fillRect(rect, self._theme.colour("bg.rail"))
            title = rect.adjusted(self._theme.px(14), 0, 0, 0)
            self._text(painter, title, row.title, self._font("label"))
        painter.restore()

    def value_at(self, rect: QRect, row: Row, place: QPoint) -> Value | None:
        """Return the answer on which a point of a line stands, or nothing."""
        if row.asks is not ItemType.YES_NO:
            return None
        for value, box in self._boxes(self._places(rect).switch).items():
            if box.contains(place):
                return value
        return None

    def box_of(self, rect: QRect, value: Value) -> QRect:
        """Return where an answer stands in a line."""
        return self._boxes(self._places(rect).switch)[value]

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("bg.selected"))
            painter.fillRect(rect.left(), rect.top(), 4, rect.height(), theme.colour("accent.fill"))
        painter.setPen(theme.colour("border.divider"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, theme, QRectF(rect).adjusted(4, 4, -4, -4), 6)

    def _line(self, painter: QPainter, rect: QRect, row: Row) -> None:
        places, px = self._places(rect), self._theme.px
        number = QRect(rect.left() + px(14), places.name.top(), px(30), places.name.height())
        self._text(painter, number, str(row.number), self._font("body"), "text.secondary")
        upper = places.name
        if row.note:
            upper = QRect(upper.left(), upper.top() + px(6), upper.width(), px(21))
            lower = QRect(upper.left(), upper.bottom(), upper.width(), px(18))
            self._text(painter, lower, row.note, self._font("small"), "text.muted")
        self._text(painter, upper, row.title, self._font("body"))
        if row.asks is ItemType.YES_NO:
            self._switch(painter, places.switch, row.value)
        else:
            said = row.answer or row.grades or "…"
            kind, tone = ("label", "primary") if row.answer else ("small", "muted")
            self._text(painter, places.switch, said, self._font(kind), f"text.{tone}")
        self._text(painter, places.source, row.source, self._font("small"), "text.secondary")
        if row.to_resume:
            box = QRectF(places.flag)
            paint_icon(painter, self._theme, "flag", box, self._theme.colour("feedback.note_text"))

    def _switch(self, painter: QPainter, place: QRect, chosen: Value | None) -> None:
        theme, path = self._theme, QPainterPath()
        path.addRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.fillPath(path, theme.colour("bg.surface"))
        boxes = self._boxes(place)
        if chosen in boxes:
            painter.setClipPath(path)
            box = boxes[chosen]
            painter.fillRect(box, theme.colour("accent.tint"))
            painter.fillRect(
                box.left(), box.bottom() - 2, box.width(), 4, theme.colour("accent.fill")
            )
            painter.setClipping(False)
        painter.setPen(QPen(theme.colour("border.soft"), 1))
        for box in list(boxes.values())[:-1]:
            painter.drawLine(box.right(), box.top() + 1, box.right(), box.bottom() - 1)
        painter.setPen(QPen(theme.colour("border.strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        for value, box in boxes.items():
            on = value is chosen
            font = self._font("label" if on else "small")
            tone = "accent.tint_text" if on else "text.primary"
            self._text(painter, box, self._answers[value], font, tone, centre=True)

    def _boxes(self, place: QRect) -> dict[Value, QRect]:
        """Return the room of each answer, each as wide as its word in bold."""
        metrics, pad = QFontMetrics(self._font("label")), self._theme.px(14)
        left, boxes = place.left(), {}
        for value, word in self._answers.items():
            width = metrics.horizontalAdvance(word) + 2 * pad
            boxes[value] = QRect(left, place.top(), width, place.height())
            left += width
        return boxes

    def _switch_width(self) -> int:
        metrics, pad = QFontMetrics(self._font("label")), self._theme.px(14)
        return sum(metrics.horizontalAdvance(word) + 2 * pad for word in self._answers.values())

    def _places(self, rect: QRect) -> Place:
        px, width = self._theme.px, self._switch_width()
        left, beside = rect.left() + px(54), self._beside(rect.width())
        side = px(18)
        flag = QRect(rect.right() - px(40), 0, side, side)
        source_left = flag.left() - px(108)
        if beside:
            switch = QRect(source_left - px(18) - width, 0, width, px(_SWITCH))
            switch.moveTop(rect.center().y() - switch.height() // 2)
            name = QRect(left, rect.top(), switch.left() - px(12) - left, rect.height())
        else:
            switch = QRect(left, rect.bottom() - px(_SWITCH + 8), width, px(_SWITCH))
            room = source_left - px(8) - left
            name = QRect(left, rect.top(), room, rect.height() - px(_SWITCH + 8))
        source = QRect(source_left, name.top(), px(100), name.height())
        flag.moveTop(name.center().y() - side // 2)
        return Place(name, switch, source, flag)

    def _beside(self, width: int) -> bool:
        return width / self._theme.scale >= _BESIDE_FROM

    def _font(self, kind: str) -> QFont:
        return self._theme.font(kind)

    def _text(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        font: QFont,
        tone: str = "text.primary",
        *,
        centre: bool = False,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        fitting = fitted(font, text, place.width() + 1)
        side = Qt.AlignmentFlag.AlignHCenter if centre else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), fitting)


class QuestionTable(QuestionRows):
    """A line a question. The keys of the page answer the line that is selected."""

    answered = Signal(str, object)
    """A click on an answer: the question and its Value."""
    opened = Signal(str)
    """One question alone is wanted."""

    def __init__(self, context: Context, model: QuestionModel) -> None:
        super().__init__(context, model)
        self._lines = Lines(context, self)
        self.setItemDelegate(self._lines)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleDescription(context.t("1 to 4 answer the question of the line."))
        self.doubleClicked.connect(self._open)
        model.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())

    def box_of(self, rect: QRect, value: Value) -> QRect:
        """Return where an answer stands in a line."""
        return self._lines.box_of(rect, value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on an answer."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = self.questions.row(index.row())
        if row is None or not row.key or event.button() != Qt.MouseButton.LeftButton:
            return
        value = self._lines.value_at(self.visualRect(index), row, place)
        if value is not None:
            self.answered.emit(row.key, value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line that is asked in sight where something takes its room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Measure the lines again when the text grows."""
        super().changeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        row = self.questions.row(index.row())
        if row is not None and row.key and row.asks is not ItemType.YES_NO:
            self.opened.emit(row.key)
