"""French as it is written in Québec."""

import re
from datetime import date, time

from filet.i18n.characters import APOSTROPHE, GUILLEMETS, NO_BREAK_HYPHEN, NO_BREAK_SPACE
from filet.i18n.numbers import IN_TEXT, groups

_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).split()
_SHORT_MONTHS = "janv. fév. mars avril mai juin juill. août sept. oct. nov. déc.".split()

_WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()

_SPACES = "[ \u00a0\u202f]"
_RULES = (
    # l’urgence, « oui », Clavier : français
    ("'", re.compile(r"(?<=\w)'"), APOSTROPHE),
    ("«", re.compile(f"«{_SPACES}*"), GUILLEMETS[0] + NO_BREAK_SPACE),
    ("»", re.compile(f"(?<!{_SPACES}){_SPACES}*»"), NO_BREAK_SPACE + GUILLEMETS[1]),
    (
        ":",
        re.compile(rf"(?<=[^\W\d_]|[»)\u2019]){_SPACES}*:(?![\w/\\:])"),
        NO_BREAK_SPACE + ":",
    ),
    (":", re.compile(rf"(?<=[\w}}>\]%$]){_SPACES}+:(?![\w/\\:])"), NO_BREAK_SPACE + ":"),
    # Quoi? Non! 25 % de 40 $
    (";!?", re.compile(rf"(?<=[\w»)\u2019]){_SPACES}+(?=[;!?])"), ""),
    ("%$", re.compile(r"(?<=\d) (?=[%$])"), NO_BREAK_SPACE),
    # 14 h 30, 9 h 05, 24 h
    (
        "h",
        re.compile(rf"\b(\d{{1,2}}){_SPACES}?h{_SPACES}?([0-5]\d)\b"),
        rf"\1{NO_BREAK_SPACE}h{NO_BREAK_SPACE}\2",
    ),
    ("h", re.compile(r"(?<=\d) h\b"), NO_BREAK_SPACE + "h"),
)
"""One of the marks that a text must hold for a rule to have something to do, and the rule."""

_TOUCHED = re.compile(r"['«»:;!?\d]")
"""What a text must hold for any rule to have something to do: most words of a page do not."""


def long_date(day: date) -> str:
    """Return « 16 février 2027 »."""
    return f"{_ordinal(day)}{NO_BREAK_SPACE}{_MONTHS[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """Return « mardi 16 février 2027 »."""
    return f"{_WEEKDAYS[day.weekday()]} {long_date(day)}"


def weekday(number: int) -> str:
    """Return « mardi » for 1; Monday is 0."""
    return _WEEKDAYS[number]


def month_and_year(day: date) -> str:
    """Return « février 2027 »."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return « 16 fév. »."""
    return f"{_ordinal(day)}{NO_BREAK_SPACE}{_SHORT_MONTHS[day.month - 1]}"


def short_date_with_year(day: date) -> str:
    """Return « 16 fév. 2027 »."""
    return f"{short_date(day)} {day.year}"


def clock(moment: time) -> str:
    """Return « 14 h 30 », and « 14 h » on the hour."""
    hour = f"{moment.hour}{NO_BREAK_SPACE}h"
    return f"{hour}{NO_BREAK_SPACE}{moment.minute:02}" if moment.minute else hour


def date_and_clock(day: date, moment: time) -> str:
    """Return « 16 février 2027 à 14 h 30 »."""
    return f"{long_date(day)} à {clock(moment)}"


def phone(number: str) -> str:
    """Return « 819 555-0117 » in one piece; what is no such number stays as it is."""
    *areas, last = groups(number) or [number]
    return NO_BREAK_SPACE.join(areas) + NO_BREAK_HYPHEN + last if areas else number


def typography(text: str) -> str:
    """Return a text with the spaces, apostrophes and hyphens of print."""
    if not _TOUCHED.search(text):
        return text
    held = set(text)
    for marks, pattern, replacement in _RULES:
        if not held.isdisjoint(marks):
            text = pattern.sub(replacement, text)
    return IN_TEXT.sub(lambda found: phone(found[0]), text)


def _ordinal(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)
