"""Twelve months, a row for each and a square for each day: painted; a table says the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from filet.domain.incidents import Incident, months
from filet.gui.context import Context
from filet.gui.models.incidents_said import YearSaid
from filet.i18n.dates import month_and_year

_LEFT, _ROW, _TOP, _DAYS, _WHOLE = 128, 19, 20, 31, 62
"""Of the names of the months, a row, the days over them, their number, and room for « mois »."""
_GROUNDS = (
    "bg.surface",
    "bg.surface",
    "bg.sunken",
    "border.soft",
    "text.secondary",
    "text.primary",
)
"""By degree: the fill grows, so that the order survives in grey. None is a colour of risk."""


class IncidentYear(QWidget):
    """A number in a square; one without a day stands at the end of its month."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._said: YearSaid | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.sizeHint().height())

    def show_year(self, said: YearSaid) -> None:
        """Show twelve months."""
        self._said = said
        self.setAccessibleName(said.sentence(self._context))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for twelve rows."""
        px = self._context.theme.px
        return QSize(px(560), px(_TOP + _ROW * 12 + 6))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint months, days, then what happened."""
        if self._said is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            starts = months(self._said.today)
            self._paint_ground(painter, starts)
            for row in self._said.rows:
                for start, column in self._places(row.incident, starts):
                    self._paint_mark(painter, starts.index(start), column, row.incident.severity)

    def _paint_ground(self, painter: QPainter, starts: tuple[date, ...]) -> None:
        theme, said = self._context.theme, self._said
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text.secondary"))
        for number in (1, 5, 10, 15, 20, 25, 30):
            room = QRectF(self._x(number) - 8, 0, self._cell() + 16, theme.px(_TOP - 3))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), str(number))
        whole = QRectF(self._x(_DAYS + 1), 0, theme.px(_WHOLE), theme.px(_TOP - 3))
        painter.drawText(whole, int(Qt.AlignmentFlag.AlignCenter), self._context.t("no day"))
        for row, start in enumerate(starts):
            name = month_and_year(start, self._context.language)
            room = QRectF(0, self._y(row), theme.px(_LEFT - 8), theme.px(_ROW))
            painter.setPen(theme.colour("text.secondary"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)
            painter.setPen(QPen(theme.colour("border.soft"), 1))
            for number in range(1, _last(start) + 1):
                day = start.replace(day=number)
                if said is not None and day <= said.today:
                    painter.drawRect(self._square(row, number))

    def _paint_mark(self, painter: QPainter, row: int, column: int, degree: int | None) -> None:
        theme, square = self._context.theme, self._square(row, column)
        solid = degree in (4, 5)
        painter.setPen(QPen(theme.colour("text.primary"), 1 + (degree or 0) / 4))
        painter.setBrush(theme.colour(_GROUNDS[degree or 0]))
        painter.drawRect(square)
        painter.setPen(theme.colour("bg.surface" if solid else "text.primary"))
        painter.setFont(theme.font("label"))
        text = str(degree) if degree is not None else "?"
        painter.drawText(square.adjusted(-6, -2, 6, 2), int(Qt.AlignmentFlag.AlignCenter), text)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _places(self, one: Incident, starts: tuple[date, ...]) -> Iterator[tuple[date, int]]:
        """Yield where an incident stands: its day, or the end of each month it may have been in."""
        if one.day is not None:
            yield from ((start, one.day.day) for start in starts if _same(start, one.day))
            return
        first = one.happened.first or one.happened.last
        last = one.happened.last or one.happened.first
        if first is not None and last is not None:
            for start in starts:
                if (
                    (first.year, first.month)
                    <= (start.year, start.month)
                    <= (last.year, last.month)
                ):
                    yield start, _DAYS + 1

    def _square(self, row: int, column: int) -> QRectF:
        cell, px = self._cell(), self._context.theme.px
        left = self._x(column) + (px(_WHOLE) - cell) / 2 if column > _DAYS else self._x(column)
        return QRectF(
            QPointF(left + 1, self._y(row) + 2), QPointF(left + cell - 1, self._y(row + 1) - 2)
        )

    def _cell(self) -> float:
        px = self._context.theme.px
        return max(float(px(8)), (self.width() - px(_LEFT) - px(_WHOLE)) / _DAYS)

    def _x(self, column: int) -> float:
        return self._context.theme.px(_LEFT) + (column - 1) * self._cell()

    def _y(self, row: int) -> float:
        px = self._context.theme.px
        return float(px(_TOP) + row * px(_ROW))


def _last(start: date) -> int:
    """Return how many days a month has."""
    following = (start.replace(day=28).toordinal()) + 4
    return (date.fromordinal(following).replace(day=1).toordinal()) - start.toordinal()


def _same(start: date, day: date) -> bool:
    return (start.year, start.month) == (day.year, day.month)
