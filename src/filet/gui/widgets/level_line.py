"""Levels over time, painted; the table twin says the same to whoever does not see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from filet.domain.kinds import Level
from filet.gui.context import Context
from filet.gui.sayings import LEVELS, day_text, risk_key
from filet.gui.widgets.chip import paint_shape

_AXIS = (Level.IMMINENT, Level.AGGRAVATED, Level.MODERATE)
_LEFT, _STEP, _TOP = 170, 34, 18


@dataclass(frozen=True, slots=True)
class Signed:
    """A level that was signed, and until when it speaks."""

    level: Level
    day: date
    review: date | None = None
    provisional: bool = False


def sentence(context: Context, signed: Sequence[Signed]) -> str:
    """Return what the line shows, as one sentence."""
    if not signed:
        return context.t("Nobody has signed a level yet.")
    said = ", ".join(
        context.t(
            "{level} on {day}", level=context.t(LEVELS[one.level]), day=day_text(context, one.day)
        )
        for one in signed
    )
    review = signed[-1].review
    if review is not None and review < context.clock.today():
        said += ", " + context.t("to review since {day}", day=day_text(context, review))
    return said


class LevelLine(QWidget):
    """Three steps of severity, and a strip off the axis for what is no level."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._signed: Sequence[Signed] = ()
        self.setMinimumHeight(context.theme.px(_TOP + _STEP * 5 + 24))

    def show_levels(self, signed: Sequence[Signed]) -> None:
        """Show the levels, the oldest first."""
        self._signed = signed
        self.setAccessibleName(sentence(self._context, signed))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the names and a few weeks."""
        px = self._context.theme.px
        return QSize(px(460), px(_TOP + _STEP * 5 + 24))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint names, steps, shapes and days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_rows(painter)
        for index, one in enumerate(self._signed):
            self._paint_stretch(painter, index, one)
        for one in self._signed:
            self._paint_mark(painter, one)

    def _paint_rows(self, painter: QPainter) -> None:
        theme, t = self._context.theme, self._context.t
        painter.setFont(theme.font("small"))
        for level in _AXIS:
            y = self._y(level)
            painter.setPen(QPen(theme.colour("border.divider"), 1))
            painter.drawLine(QPointF(theme.px(_LEFT), y), QPointF(self.width() - 8, y))
            self._shape(painter, QPointF(theme.px(9), y), theme.px(14), level)
            self._word(painter, y, t(LEVELS[level]), theme.px(24))
        y = self._y(Level.NOT_ESTABLISHED)
        strip = QRectF(
            theme.px(_LEFT), y - theme.px(13), self.width() - theme.px(_LEFT) - 8, theme.px(26)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("bg.sunken"))
        painter.drawRoundedRect(strip, 6, 6)
        self._word(painter, y, t("No level to date"), 2)

    def _word(self, painter: QPainter, y: float, text: str, left: float) -> None:
        theme = self._context.theme
        painter.setPen(theme.colour("text.secondary"))
        room = QRectF(left, y - theme.px(12), theme.px(_LEFT) - left - 4, theme.px(24))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_stretch(self, painter: QPainter, index: int, one: Signed) -> None:
        """Paint a line from a signature to the next one, solid only until its review."""
        theme, y = self._context.theme, self._y(one.level)
        after = self._signed[index + 1] if index + 1 < len(self._signed) else None
        end = after.day if after else self._context.clock.today()
        if one.level in _AXIS:
            solid = min(end, one.review) if one.review else end
            painter.setPen(QPen(theme.colour("text.secondary"), 2))
            painter.drawLine(QPointF(self._x(one.day), y), QPointF(self._x(max(solid, one.day)), y))
            painter.setPen(QPen(theme.colour("text.secondary"), 2, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(self._x(max(solid, one.day)), y), QPointF(self._x(end), y))
        if after is not None and after.level in _AXIS and one.level in _AXIS:
            painter.setPen(QPen(theme.colour("text.secondary"), 2))
            x = self._x(after.day)
            painter.drawLine(QPointF(x, y), QPointF(x, self._y(after.level)))

    def _paint_mark(self, painter: QPainter, one: Signed) -> None:
        theme = self._context.theme
        x, y, side = self._x(one.day), self._y(one.level), theme.px(18)
        ground = "bg.surface" if one.level in _AXIS else "bg.sunken"
        painter.fillRect(
            QRectF(x - side * 0.6, y - side * 0.6, side * 1.2, side * 1.2), theme.colour(ground)
        )
        self._shape(painter, QPointF(x, y), side, one.level)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text.secondary"))
        foot = QRectF(x - theme.px(50), theme.px(_TOP + _STEP * 4 + 6), theme.px(100), theme.px(20))
        if one is self._signed[-1] or self._x(self._signed[-1].day) - x > theme.px(64):
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, day_text(self._context, one.day))

    def _shape(self, painter: QPainter, centre: QPointF, side: float, level: Level) -> None:
        """Paint a shape; the octagon, made for its chip, gets the ground of that chip."""
        theme, rect = self._context.theme, QRectF(0, 0, side, side)
        rect.moveCenter(centre)
        if level is Level.IMMINENT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("risk.imminent.bg"))
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 4, 4)
        paint_shape(painter, theme, rect, risk_key(level))

    def _y(self, level: Level) -> float:
        row = _AXIS.index(level) if level in _AXIS else 3.2
        return self._context.theme.px(_TOP) + row * self._context.theme.px(_STEP)

    def _x(self, day: date) -> float:
        px, first = self._context.theme.px, self._signed[0].day
        span = max(1, (self._context.clock.today() - first).days)
        room = self.width() - px(_LEFT) - px(80)
        return px(_LEFT) + px(34) + room * (day - first).days / span


class LevelTable(QTableWidget):
    """The same, in words."""

    def __init__(self, context: Context) -> None:
        super().__init__(0, 3)
        t = context.t
        self._context = context
        self.setHorizontalHeaderLabels([t("Signed on"), t("Level"), t("To review on")])
        self.setAccessibleName(t("Risk over time"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(context.theme.px(_TOP + _STEP * 5 + 24))

    def show_levels(self, signed: Sequence[Signed]) -> None:
        """Show the levels, the oldest first."""
        t = self._context.t
        self.setRowCount(len(signed))
        for row, one in enumerate(signed):
            level = t(LEVELS[one.level]) + (f" ({t('provisional')})" if one.provisional else "")
            review = day_text(self._context, one.review) if one.review else ""
            cells = (day_text(self._context, one.day), level, review)
            for column, text in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(text))
