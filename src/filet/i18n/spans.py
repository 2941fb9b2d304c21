"""Days between two ends: what a time told or typed in words can mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

ONE = timedelta(days=1)
_YEARS = range(1900, 2100)
"""The years that a life and its plans can speak of."""
_YEARS_AROUND = range(-5, 6)
_SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}
"""The month in which a season begins, as weather is told; winter in the year before its own."""


class Grain(StrEnum):
    """How finely a time was told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included; an end that is nothing is open."""

    first: date | None
    last: date | None
    grain: Grain = Grain.DAY
    hour: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """When the words were typed, and whether they speak of what comes or of what was."""

    now: datetime
    ahead: bool

    @property
    def today(self) -> date:
        """Return the day on which they were typed."""
        return self.now.date()

    def nearest(self, spans: Iterable[Span | None]) -> Span | None:
        """Return the span that comes next, or that began last; spans are in their order."""
        if self.ahead:
            return next((one for one in spans if one and one.last and one.last >= self.today), None)
        begun = [one for one in spans if one and one.first and one.first <= self.today]
        return begun[-1] if begun else None

    def chosen(self, spans: Iterable[Span | None], which: int | None) -> Span | None:
        """Return the nearest span, or the one wholly before (-1), of (0) or after (1) today."""
        known = [one for one in spans if one and one.first and one.last]
        if which == -1:
            return next((one for one in reversed(known) if _end(one) < self.today), None)
        if which == 1:
            return next((one for one in known if _begin(one) > self.today), None)
        return self.nearest(known)


def _begin(span: Span) -> date:
    return span.first or date.min


def _end(span: Span) -> date:
    return span.last or date.max


def one_day(day: date | None) -> Span | None:
    """Return the span of a day that exists."""
    return None if day is None else Span(day, day)


def real_day(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, or nothing for a 31 February or a year too far."""
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def shifted(day: date, count: int, unit: str) -> date | None:
    """Return the day so many days, weeks, months or years later; months end where they end."""
    if unit in {"day", "week"}:
        return day + count * (7 if unit == "week" else 1) * ONE
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if year not in _YEARS:
        return None
    return date(year, month + 1, min(day.day, last_of_month(year, month + 1).day))


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - ONE


def week_of(day: date) -> Span:
    """Return the week of a day, from Monday to Sunday."""
    monday = day - day.weekday() * ONE
    return Span(monday, monday + 6 * ONE, Grain.WEEK)


def month_of(year: int, month: int) -> Span:
    """Return a month."""
    return Span(date(year, month, 1), last_of_month(year, month), Grain.MONTH)


def year_of(year: int) -> Span:
    """Return a year."""
    return Span(date(year, 1, 1), date(year, 12, 31), Grain.YEAR)


def season_of(year: int, season: str) -> Span:
    """Return a season; winter is named by the year in which most of it falls."""
    begins = _SEASONS[season]
    first = date(year - (begins == 12), begins, 1)
    return Span(first, last_of_month(year, begins % 12 + 2), Grain.SEASON)


def about(span: Span) -> Span:
    """Return a span whose ends are only near."""
    return replace(span, grain=Grain.ABOUT)


def years_around(today: date) -> range:
    """Return the years among which the nearest of anything is looked for."""
    return range(today.year + _YEARS_AROUND.start, today.year + _YEARS_AROUND.stop)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leaps = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + leaps + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
