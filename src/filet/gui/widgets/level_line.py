"""Levels over time, painted; the table twin says the same to whoever does not see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from filet.domain.kinds import Level
from filet.gui.context import Context
from filet.gui.models.matters import Happened
from filet.gui.sayings import LEVELS, day_text, risk_key
from filet.gui.widgets.chip import paint_alone
from filet.i18n.dates import short_date

_AXIS = (Level.IMMINENT, Level.AGGRAVATED, Level.MODERATE)
_LEFT, _STEP, _TOP = 164, 32, 18
_STRIP_ROW, _FOOT_ROW = 3.55, 4.3
_END = 10
_FLAG = 124
"""Room at the right of the last day for the words « à revoir »."""
_WITHIN = 330
"""Days within which a day and its month name one day and no other."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A level that was signed, and until when it speaks.

    ``again`` says that something changed on the day of ``review``: it speaks no further.
    """

    level: Level
    day: date
    review: date | None = None
    provisional: bool = False
    again: bool = False


def sentence(context: Context, signed: Sequence[Signed], happened: Sequence[Happened] = ()) -> str:
    """Return what the line shows, as one sentence."""
    if not signed:
        return context.t("Nobody has signed a level yet.")
    said = ", ".join(
        context.t(
            "{level} on {day}", level=context.t(LEVELS[one.level]), day=day_text(context, one.day)
        )
        for one in signed
    )
    if is_late(context, signed[-1]):
        day = day_text(context, signed[-1].review or signed[-1].day)
        said += ", " + context.t("to review since {day}", day=day)
    events = ", ".join(f"{one.text} ({day_text(context, one.day)})" for one in happened)
    return f"{said} · {events}" if events else said


def is_late(context: Context, one: Signed) -> bool:
    """Tell whether the review of a level has passed, or something asks for it already."""
    return one.again or (one.review is not None and one.review < context.clock.today())


class LevelLine(QWidget):
    """Three steps of severity, and a strip off the axis for what is no level."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._signed: Sequence[Signed] = ()
        self._happened: Sequence[Happened] = ()
        self.setMinimumHeight(self.sizeHint().height())

    def show_levels(self, signed: Sequence[Signed], happened: Sequence[Happened] = ()) -> None:
        """Show the levels and what happened, the oldest first."""
        self._signed, self._happened = signed, happened
        self.setAccessibleName(sentence(self._context, signed, happened))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the names and a few weeks."""
        px = self._context.theme.px
        return QSize(px(460), px(_TOP + _STEP * _FOOT_ROW + 46))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint names, steps, shapes and days."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_rows(painter)
            self._paint_strip(painter)
            for index, one in enumerate(self._signed):
                self._paint_stretch(painter, index, one)
            for one in self._signed:
                self._paint_mark(painter, one)
            self._paint_foot(painter)

    # Ground ------------------------------------------------------------------------------

    def _paint_rows(self, painter: QPainter) -> None:
        theme, t = self._context.theme, self._context.t
        painter.setFont(theme.font("small"))
        for level in _AXIS:
            y = self._y(level)
            painter.setPen(QPen(theme.colour("border.divider"), 1))
            painter.drawLine(QPointF(theme.px(_LEFT), y), QPointF(self.width() - _END, y))
            self._shape(painter, QPointF(theme.px(9), y), theme.px(14), level)
            self._word(painter, y, t(LEVELS[level]), theme.px(24))

    def _paint_strip(self, painter: QPainter) -> None:
        """Paint the strip of what is no level, cut from the axis by two strokes."""
        theme, y = self._context.theme, self._y(Level.NOT_ESTABLISHED)
        half, left = theme.px(13), theme.px(_LEFT)
        strip = QRectF(left, y - half, self.width() - left - _END, 2 * half)
        painter.setPen(QPen(theme.colour("border.sunken"), 1))
        painter.setBrush(theme.colour("bg.sunken"))
        painter.drawRoundedRect(strip, 6, 6)
        painter.setPen(QPen(theme.colour("border.strong"), 1.5))
        cut = (self._y(Level.MODERATE) + y - half) / 2
        for x in (theme.px(2), left + theme.px(2)):
            for shift in (0, theme.px(7)):
                foot = QPointF(x + shift, cut + theme.px(4))
                painter.drawLine(foot, foot + QPointF(theme.px(7), -theme.px(7)))
        self._word(painter, y, self._context.t("No level to date"), 2)

    def _word(self, painter: QPainter, y: float, text: str, left: float) -> None:
        theme = self._context.theme
        painter.setPen(theme.colour("text.secondary"))
        room = QRectF(left, y - theme.px(12), theme.px(_LEFT) - left - 4, theme.px(24))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)

    # Levels ------------------------------------------------------------------------------

    def _paint_stretch(self, painter: QPainter, index: int, one: Signed) -> None:
        """Paint a line until the next signature, solid only until the review."""
        theme, y = self._context.theme, self._y(one.level)
        after = self._signed[index + 1] if index + 1 < len(self._signed) else None
        end = after.day if after else self._context.clock.today()
        if one.level in _AXIS:
            solid = max(min(end, one.review) if one.review else end, one.day)
            painter.setPen(QPen(theme.colour("text.secondary"), 2))
            painter.drawLine(QPointF(self._x(one.day), y), QPointF(self._x(solid), y))
            if after is not None and solid < end:
                painter.setPen(QPen(theme.colour("text.secondary"), 2, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(self._x(solid), y), QPointF(self._x(end), y))
            if after is None and is_late(self._context, one):
                self._paint_flag(painter, one, solid)
        if after is not None and after.level in _AXIS and one.level in _AXIS:
            painter.setPen(QPen(theme.colour("text.secondary"), 2))
            x = self._x(after.day)
            painter.drawLine(QPointF(x, y), QPointF(x, self._y(after.level)))

    def _paint_flag(self, painter: QPainter, one: Signed, ceased: date) -> None:
        """Paint where a level ceased to speak, and since when: beside its mark, never under."""
        theme, t = self._context.theme, self._context.t
        place, tall = QPointF(self._x(ceased), self._y(one.level)), theme.px(6)
        painter.setPen(QPen(theme.colour("text.secondary"), 2))
        painter.drawLine(place - QPointF(0, tall), place + QPointF(0, tall))
        painter.setFont(theme.font("label"))
        left = max(place.x() + theme.px(8), self._x(one.day) + theme.px(15))
        room = QSize(theme.px(_FLAG), theme.px(18)).toSizeF()
        painter.setPen(theme.colour("text.primary"))
        above = QRectF(QPointF(left, place.y() - theme.px(20)), room)
        painter.drawText(above, int(Qt.AlignmentFlag.AlignVCenter), t("to review"))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text.secondary"))
        since = t("since {day}", day=self._day(one.review or ceased))
        under = QRectF(QPointF(left, place.y() + theme.px(2)), room)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignVCenter), since)

    def _paint_mark(self, painter: QPainter, one: Signed) -> None:
        theme = self._context.theme
        x, y, side = self._x(one.day), self._y(one.level), theme.px(18)
        ground = "bg.surface" if one.level in _AXIS else "bg.sunken"
        painter.fillRect(
            QRectF(x - side * 0.6, y - side * 0.6, side * 1.2, side * 1.2), theme.colour(ground)
        )
        self._shape(painter, QPointF(x, y), side, one.level)
        if one.level not in _AXIS:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text.secondary"))
            room = QRectF(x + side, y - theme.px(10), theme.px(260), theme.px(20))
            word = self._context.t(LEVELS[one.level])
            if one is self._signed[-1] and is_late(self._context, one):
                word = f"{word} · {self._context.t('to review')}"
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), word)

    def _shape(self, painter: QPainter, centre: QPointF, side: float, level: Level) -> None:
        """Paint a shape around a point."""
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(centre)
        paint_alone(painter, self._context.theme, rect, risk_key(level))

    # Days --------------------------------------------------------------------------------

    def _paint_foot(self, painter: QPainter) -> None:
        """Paint the line of days, and what happened where its words have room."""
        theme, px = self._context.theme, self._context.theme.px
        y = px(_TOP) + _FOOT_ROW * px(_STEP)
        painter.setPen(QPen(theme.colour("border.strong"), 1.5))
        painter.drawLine(QPointF(px(_LEFT), y), QPointF(self.width() - _END, y))
        taken = 0.0
        for one in self._days():
            x = self._x(one.day)
            painter.setPen(QPen(theme.colour("border.strong"), 1.5))
            painter.setBrush(theme.colour("bg.surface"))
            painter.drawEllipse(QPointF(x, y), px(4), px(4))
            half = self._half(one)
            if x - half >= taken and x + half <= self.width():
                self._paint_day(painter, one, QPointF(x, y), half)
                taken = x + half + px(8)

    def _paint_day(self, painter: QPainter, one: Happened, place: QPointF, half: float) -> None:
        theme, centre = self._context.theme, int(Qt.AlignmentFlag.AlignHCenter)
        room = QRectF(place.x() - half, place.y() + theme.px(6), 2 * half, theme.px(18))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("text.primary"))
        painter.drawText(room, centre, self._day(one.day))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text.secondary"))
        painter.drawText(room.translated(0, theme.px(17)), centre, one.text)

    def _half(self, one: Happened) -> float:
        """Return half the room that the words of a day take."""
        theme = self._context.theme
        day = QFontMetricsF(theme.font("label")).horizontalAdvance(self._day(one.day))
        text = QFontMetricsF(theme.font("small")).horizontalAdvance(one.text)
        return max(day, text) / 2 + 1

    def _day(self, day: date) -> str:
        """Return a day; without its year where the chart spans less than one."""
        first = min(one.day for one in self._days())
        if (self._context.clock.today() - first).days < _WITHIN:
            return short_date(day, self._context.language)
        return day_text(self._context, day)

    def _days(self) -> list[Happened]:
        """Return every day with a mark; several things of one day are said together."""
        words: dict[date, list[str]] = {one.day: [] for one in self._signed}
        for one in self._happened:
            words.setdefault(one.day, []).append(one.text)
        return [Happened(day, _short(texts)) for day, texts in sorted(words.items())]

    def _y(self, level: Level) -> float:
        row = _AXIS.index(level) if level in _AXIS else _STRIP_ROW
        return self._context.theme.px(_TOP) + row * self._context.theme.px(_STEP)

    def _x(self, day: date) -> float:
        px = self._context.theme.px
        first = min(one.day for one in self._days())
        span = max(1, (self._context.clock.today() - first).days)
        left = px(_LEFT) + px(34)
        room = max(0, self.width() - left - px(_FLAG))
        return left + room * min(1.0, (day - first).days / span)


def _short(texts: list[str]) -> str:
    """Return the first of several things, and how many more there are."""
    return texts[0] + (f" (+{len(texts) - 1})" if len(texts) > 1 else "") if texts else ""
