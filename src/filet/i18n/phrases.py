"""What each shape of phrase about days means, whatever its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from filet.i18n.spans import (
    ONE,
    Ask,
    Grain,
    Span,
    about,
    easter,
    last_of_month,
    month_of,
    one_day,
    real_day,
    season_of,
    shifted,
    week_of,
    year_of,
    years_around,
)
from filet.i18n.vocabulary import Values

Inner = Callable[[str, Ask], Span | None]
_FIXED = {
    "christmas": (12, 25), "christmas_eve": (12, 24), "new_year": (1, 1), "new_year_eve": (12, 31),
    "valentine": (2, 14), "saint_john": (6, 24), "halloween": (10, 31),
}  # fmt: skip
_ORDER = tuple(Grain)


def span_of(name: str, said: Values, ask: Ask, inner: Inner) -> Span | None:
    """Return what a phrase means, or nothing where its parts do not fit together."""
    if name in _MEANINGS:
        return _MEANINGS[name](said, ask)
    return _AROUND[name](said, ask, inner)


def _word(said: Values, ask: Ask) -> Span | None:
    return one_day(ask.today + said["word"] * ONE)


def _weekday(said: Values, ask: Ask) -> Span | None:
    """Today is not meant by its own name: « vendredi » said on a Friday is another one."""
    ahead = said.get("which") == 1 or (said.get("which") != -1 and ask.ahead)
    days = (said["weekday"] - ask.today.weekday()) % 7
    return one_day(ask.today + (days or 7) * ONE if ahead else ask.today + (days - 7) * ONE)


def _weekday_of_week(said: Values, ask: Ask) -> Span | None:
    monday = week_of(ask.today + 7 * said.get("which", 0) * ONE).first
    return one_day(monday + said["weekday"] * ONE) if monday else None


def _weekday_later(said: Values, ask: Ask) -> Span | None:
    return one_day(ask.today + ((said["weekday"] - ask.today.weekday()) % 7 or 7) * ONE + 7 * ONE)


def _date(said: Values, ask: Ask) -> Span | None:
    years = [said["year"]] if "year" in said else years_around(ask.today)
    days = [one_day(real_day(year, said["month"], said["day"])) for year in years]
    span = days[0] if "year" in said else ask.chosen(days, said.get("which"))
    return _if_weekday(span, said)


def _day_of_month(said: Values, ask: Ask) -> Span | None:
    months = range(
        ask.today.year * 12 + ask.today.month - 3, ask.today.year * 12 + ask.today.month + 2
    )
    days = [one_day(real_day(*_month(number), said["day"])) for number in months]
    return _if_weekday(ask.nearest(days), said)


def _month(number: int) -> tuple[int, int]:
    return number // 12, number % 12 + 1


def _if_weekday(span: Span | None, said: Values) -> Span | None:
    """Return the day only if it is the weekday that was said with it."""
    if span is None or span.first is None or "weekday" not in said:
        return span
    return span if span.first.weekday() == said["weekday"] else None


def _days(said: Values, ask: Ask) -> Span | None:
    last = _date({**said, "day": said["day2"]}, ask)
    if last is None or last.last is None:
        return None
    first = real_day(last.last.year, said["month"], said["day"])
    return Span(first, last.last) if first and first <= last.last else None


def _later(said: Values, ask: Ask) -> Span | None:
    return _away(said, ask, 1) if ask.ahead else None


def _ago(said: Values, ask: Ask) -> Span | None:
    return _away(said, ask, -1)


def _away(said: Values, ask: Ask, way: int) -> Span | None:
    count, unit = way * said["n"], said["unit"]
    if unit in {"hour", "minute"}:
        moment = ask.now + timedelta(**{f"{unit}s": count})
        return Span(moment.date(), moment.date(), hour=f"{moment:%H:%M}")
    day = shifted(ask.today, count, unit)
    if day is None:
        return None
    span = _unit_around(day, unit) if way < 0 else Span(day, day)
    return about(span) if "about" in said else span


def _unit_around(day: date, unit: str) -> Span:
    """Return what « il y a deux mois » can be: no finer than what was said."""
    match unit:
        case "week":
            return about(Span(day - 3 * ONE, day + 3 * ONE))
        case "month":
            return about(month_of(day.year, day.month))
        case "year":
            return about(year_of(day.year))
        case _:
            return Span(day, day)


def _period(said: Values, ask: Ask) -> Span | None:
    which = said.get("which", 0)
    match said["period"]:
        case "week":
            return _so_far(week_of(ask.today + 7 * which * ONE), ask)
        case "weekend":
            return _weekend(ask, said.get("which"))
        case "month":
            month = _month(ask.today.year * 12 + ask.today.month - 1 + which)
            return _so_far(month_of(*month), ask)
        case _:
            return _so_far(year_of(ask.today.year + which), ask)


def _weekend(ask: Ask, which: int | None) -> Span | None:
    saturday = ask.today + (5 - ask.today.weekday()) * ONE
    ends = [Span(saturday + 7 * n * ONE, saturday + (7 * n + 1) * ONE) for n in (-2, -1, 0, 1, 2)]
    return ask.chosen(ends, which)


def _season(said: Values, ask: Ask) -> Span | None:
    if "year" in said:
        return season_of(said["year"], said["season"])
    seasons = [season_of(year, said["season"]) for year in years_around(ask.today)]
    return _so_far(ask.chosen(seasons, said.get("which")), ask)


def _month_named(said: Values, ask: Ask) -> Span | None:
    if "year" in said:
        return _stage(month_of(said["year"], said["month"]), said)
    months = [month_of(year, said["month"]) for year in years_around(ask.today)]
    return _so_far(_stage(ask.chosen(months, said.get("which")), said), ask)


def _year(said: Values, ask: Ask) -> Span | None:
    return _so_far(_stage(year_of(said["year"]), said), ask)


def _stage(span: Span | None, said: Values) -> Span | None:
    """Return the beginning, the middle or the end of a month or of a year."""
    if span is None or "stage" not in said or not (span.first and span.last):
        return span
    third, first = said["stage"], span.first
    if span.grain is Grain.YEAR:
        last = last_of_month(first.year, 4 * third + 4)
        return about(Span(date(first.year, 4 * third + 1, 1), last))
    return about(
        Span(first + 10 * third * ONE, span.last if third == 2 else first + (10 * third + 9) * ONE)
    )


def _so_far(span: Span | None, ask: Ask) -> Span | None:
    """Return a span cut at today: what happened has not happened later."""
    if span is None or ask.ahead or not (span.first and span.last):
        return span
    return replace(span, last=ask.today) if span.first <= ask.today < span.last else span


def _night(_: Values, ask: Ask) -> Span | None:
    return None if ask.ahead else Span(ask.today - ONE, ask.today)


def _feast(said: Values, ask: Ask) -> Span | None:
    years: Iterable[int] = [said["year"]] if "year" in said else years_around(ask.today)
    days = [one_day(_day_of_feast(said["feast"], year)) for year in years]
    span = days[0] if "year" in said else ask.chosen(days, said.get("which"))
    return span if span is None or ask.ahead else about(span)


def _day_of_feast(feast: str, year: int) -> date:
    if feast == "easter":
        return easter(year)
    if feast == "mothers":
        return date(year, 5, 8) + (6 - date(year, 5, 8).weekday()) * ONE
    return date(year, *_FIXED[feast])


def _about(said: Values, ask: Ask, inner: Inner) -> Span | None:
    span = inner(said["x"], ask)
    return span and about(span)


def _since(said: Values, ask: Ask, inner: Inner) -> Span | None:
    span = inner(said["x"], ask)
    return span and replace(span, last=None)


def _since_count(said: Values, ask: Ask, _: Inner) -> Span | None:
    span = None if ask.ahead else _away(said, ask, -1)
    return span and replace(span, last=None)


def _until(said: Values, ask: Ask, inner: Inner) -> Span | None:
    span = inner(said["x"], ask)
    return span and replace(span, first=None)


def _by(said: Values, ask: Ask, inner: Inner) -> Span | None:
    return inner(said["x"], ask) if ask.ahead else None


def _before(said: Values, ask: Ask, inner: Inner) -> Span | None:
    span = inner(said["x"], ask)
    return Span(None, span.first - ONE, span.grain) if span and span.first else None


def _after(said: Values, ask: Ask, inner: Inner) -> Span | None:
    span = inner(said["x"], ask)
    return Span(span.last + ONE, None, span.grain) if span and span.last else None


def _between(said: Values, ask: Ask, inner: Inner) -> Span | None:
    """Read the end first: the beginning is the nearest one before it."""
    if ask.ahead:
        return None
    end = inner(said["y"], ask)
    if end is None or end.last is None:
        return None
    then = ask.now.replace(year=end.last.year, month=end.last.month, day=end.last.day)
    begin = inner(said["x"], replace(ask, now=then))
    if begin is None or begin.first is None or begin.first > end.last:
        return None
    return Span(begin.first, end.last, max(begin.grain, end.grain, key=_ORDER.index))


_MEANINGS: dict[str, Callable[[Values, Ask], Span | None]] = {
    "word": _word, "weekday": _weekday, "weekday_of_week": _weekday_of_week,
    "weekday_later": _weekday_later, "date": _date, "day_of_month": _day_of_month, "days": _days,
    "later": _later, "ago": _ago, "period": _period, "season": _season, "month": _month_named,
    "year": _year, "night": _night, "feast": _feast,
}  # fmt: skip
_AROUND: dict[str, Callable[[Values, Ask, Inner], Span | None]] = {
    "about": _about, "since": _since, "since_count": _since_count, "until": _until, "by": _by,
    "before": _before, "after": _after, "between": _between,
}  # fmt: skip
