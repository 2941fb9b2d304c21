"""Days as they are typed and told in a field, and their echo in full beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from filet.domain.moments import Due, Precision, Told
from filet.gui.context import Context
from filet.gui.sayings import hour_text
from filet.i18n import N_
from filet.i18n.dates import full_date, long_date, month_and_year
from filet.i18n.typed_dates import read_due, read_told

_ONE = timedelta(days=1)


def typed_due(context: Context, text: str) -> Due | None:
    """Return when something is to be done, as it was typed; nothing when not understood."""
    found = read_due(text, context.clock.wall(), context.language)
    return Due(found.day, found.hour) if found else None


def due_text(context: Context, due: Due) -> str:
    """Return « vendredi 19 février 2027, 9 h »."""
    day = full_date(due.day, context.language)
    return f"{day}, {hour_text(context, due.hour)}" if due.hour else day


def typed_told(context: Context, text: str) -> Told:
    """Return a time as it was told: her words are kept, with days only where they are clear."""
    said = text.strip()
    found = read_told(said, context.clock.wall(), context.language)
    if found is None:
        return Told(said)
    return Told(said, found.first, found.last, Precision(found.grain))


def typed_day(context: Context, text: str) -> date | None:
    """Return the one day that was typed, the one that was where two are possible; or nothing."""
    told = typed_told(context, text)
    one = told.precision is Precision.DAY and told.first == told.last
    return told.first if one else None


def told_text(context: Context, told: Told) -> str:
    """Return her words, and the days that they were understood to mean."""
    days = days_text(context, told)
    if not days or not told.said:
        return told.said or days
    return context.t("{said} ({days})", said=told.said, days=days)


def days_text(context: Context, told: Told) -> str:
    """Return « juin 2026 à août 2026 », « 2019, environ », or nothing where no day is known."""
    words = _between(context, told)
    near = words and told.precision is Precision.ABOUT
    return context.t("{days}, approximately", days=words) if near else words


def _between(context: Context, told: Told) -> str:
    """Return what is between two ends, by the largest names that say it exactly."""
    first, last = told.first, told.last
    if first is None and last is None:
        return ""
    if first is None or last is None:
        return _open(context, first, last)
    if first == last:
        return full_date(first, context.language)
    start, end = _names(context, first, last)
    if start == end:
        return start
    if first.day == 1 and (last + _ONE).day == 1:
        return context.t("{start} to {end}", start=start, end=end)
    return context.t("from {start} to {end}", start=start, end=end)


def _names(context: Context, first: date, last: date) -> tuple[str, str]:
    if first.day != 1 or (last + _ONE).day != 1:
        return long_date(first, context.language), long_date(last, context.language)
    if (first.month, last.month) == (1, 12):
        return str(first.year), str(last.year)
    return month_and_year(first, context.language), month_and_year(last, context.language)


def _open(context: Context, first: date | None, last: date | None) -> str:
    if first is not None:
        return context.t("since {day}", day=long_date(first, context.language))
    if last is not None:
        return context.t("until {day}", day=long_date(last, context.language))
    return ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a field reads a day, says it back, and writes one that was picked."""

    day: Callable[[Context, str], date | None]
    echo: Callable[[Context, str], str]
    unclear: str
    """What is said of words that hold no clear day."""
    write: Callable[[Context, date, str], str] = lambda context, day, _: long_date(
        day, context.language
    )


def _due_day(context: Context, text: str) -> date | None:
    due = typed_due(context, text)
    return due.day if due else None


def _due_echo(context: Context, text: str) -> str:
    due = typed_due(context, text)
    if due is None:
        return ""
    said = due_text(context, due)
    past = due.day < context.clock.today()
    return context.t("{day}, already past", day=said) if past else said


def _due_written(context: Context, day: date, former: str) -> str:
    """Return a day that was picked, with the hour that was typed."""
    due = typed_due(context, former)
    hour = hour_text(context, due.hour) if due and due.hour else ""
    return ", ".join(filter(None, (long_date(day, context.language), hour)))


def _day_echo(context: Context, text: str) -> str:
    day = typed_day(context, text)
    return full_date(day, context.language) if day else ""


def _told_day(context: Context, text: str) -> date | None:
    return typed_told(context, text).first


def _told_echo(context: Context, text: str) -> str:
    return days_text(context, typed_told(context, text))


def near_day(context: Context, text: str) -> date | None:
    """Return the one day that was typed, past or to come: of two that fit, the nearer one."""
    due, today = typed_due(context, text), context.clock.today()
    found = (typed_day(context, text), due.day if due else None)
    return min(
        (day for day in found if day is not None),
        key=lambda day: abs((day - today).days),
        default=None,
    )


def _near_echo(context: Context, text: str) -> str:
    day = near_day(context, text)
    if day is None:
        return ""
    said = full_date(day, context.language)
    past = day < context.clock.today()
    return context.t("{day}, already past", day=said) if past else said


DUE = Reading(
    _due_day,
    _due_echo,
    N_("Not understood. For example: Feb. 19, Thursday 9 am, in 3 days"),
    _due_written,
)
"""For what is to be done: a day to come, and perhaps an hour."""
DAY = Reading(
    typed_day, _day_echo, N_("Not understood. For example: Feb. 19, yesterday, 3 days ago")
)
"""For one day that was."""
TOLD = Reading(_told_day, _told_echo, N_("No clear day: kept as it was said."))
"""For a time as she tells it."""
NEAR = Reading(
    near_day, _near_echo, N_("Not understood. For example: Feb. 19, yesterday, 3 days ago")
)
"""For the day of a fact that was, or is to come."""
