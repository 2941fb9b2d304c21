"""English as it is written in Canada."""

import re
from datetime import date, time

from filet.i18n.characters import APOSTROPHE, NO_BREAK_HYPHEN, NO_BREAK_SPACE, QUOTES
from filet.i18n.numbers import IN_TEXT, groups

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SHORT_MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_RULES = (
    (re.compile(r"(?<=\w)'"), APOSTROPHE),
    (re.compile(r'(?<![\w=])"([^"<>]+)"'), rf"{QUOTES[0]}\1{QUOTES[1]}"),
    (re.compile(r"(?<=\d) (?=[ap]\.m\.)"), NO_BREAK_SPACE),
)


def long_date(day: date) -> str:
    """Return “February 16, 2027”."""
    return f"{_MONTHS[day.month - 1]}{NO_BREAK_SPACE}{day.day}, {day.year}"


def full_date(day: date) -> str:
    """Return “Tuesday, February 16, 2027”."""
    return f"{_WEEKDAYS[day.weekday()]}, {long_date(day)}"


def weekday(number: int) -> str:
    """Return “Tuesday” for 1; Monday is 0."""
    return _WEEKDAYS[number]


def month_and_year(day: date) -> str:
    """Return “February 2027”."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return “Feb. 16”."""
    return f"{_SHORT_MONTHS[day.month - 1]}{NO_BREAK_SPACE}{day.day}"


def short_date_with_year(day: date) -> str:
    """Return “Feb. 16, 2027”."""
    return f"{short_date(day)}, {day.year}"


def clock(moment: time) -> str:
    """Return “2:30 p.m.”."""
    half = "a.m." if moment.hour < 12 else "p.m."
    return f"{moment.hour % 12 or 12}:{moment.minute:02}{NO_BREAK_SPACE}{half}"


def date_and_clock(day: date, moment: time) -> str:
    """Return “February 16, 2027, at 2:30 p.m.”."""
    return f"{long_date(day)}, at {clock(moment)}"


def phone(number: str) -> str:
    """Return “819-555-0117” in one piece; what is no such number stays as it is."""
    return NO_BREAK_HYPHEN.join(groups(number) or [number])


def typography(text: str) -> str:
    """Return a text with the quotes, apostrophes and hyphens of print."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return IN_TEXT.sub(lambda found: phone(found[0]), text)
