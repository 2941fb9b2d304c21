"""Dates, hours, telephone numbers and typography, each in the language that is asked for."""

from datetime import date, time
from typing import Protocol

from filet.i18n import english, french


class Style(Protocol):
    """How one language writes; each is a module beside this one."""

    def long_date(self, day: date) -> str:
        """Write a day in full."""

    def full_date(self, day: date) -> str:
        """Write a day in full, with its weekday."""

    def weekday(self, number: int) -> str:
        """Write a weekday alone."""

    def month_and_year(self, day: date) -> str:
        """Write the month of a day."""

    def short_date(self, day: date) -> str:
        """Write a day for a list."""

    def short_date_with_year(self, day: date) -> str:
        """Write a day for a list that spans years."""

    def clock(self, moment: time) -> str:
        """Write an hour of the day."""

    def date_and_clock(self, day: date, moment: time) -> str:
        """Write a day in full, and an hour."""

    def phone(self, number: str) -> str:
        """Write a telephone number that no line end can cut."""

    def typography(self, text: str) -> str:
        """Write a typed text as it is printed; twice changes nothing more."""


_QUOTES = {"fr": ("«\u00a0", "\u00a0»"), "en": ("\u201c", "\u201d")}
_STYLES: dict[str, Style] = {"fr": french, "en": english}


def style(language: str) -> Style:
    """Return how a language writes: ``fr`` and ``fr-CA`` alike, English where none is known."""
    return _STYLES.get(language[:2].lower(), english)


def long_date(day: date, language: str) -> str:
    """Return « 16 février 2027 » or “February 16, 2027”."""
    return style(language).long_date(day)


def full_date(day: date, language: str) -> str:
    """Return « mardi 16 février 2027 » or “Tuesday, February 16, 2027”."""
    return style(language).full_date(day)


def weekday(number: int, language: str) -> str:
    """Return « mardi » or “Tuesday” for 1; Monday is 0."""
    return style(language).weekday(number)


def month_and_year(day: date, language: str) -> str:
    """Return « février 2027 » or “February 2027”."""
    return style(language).month_and_year(day)


def short_date(day: date, language: str) -> str:
    """Return « 16 fév. » or “Feb. 16”."""
    return style(language).short_date(day)


def short_date_with_year(day: date, language: str) -> str:
    """Return « 16 fév. 2027 » or “Feb. 16, 2027”."""
    return style(language).short_date_with_year(day)


def clock(moment: time, language: str) -> str:
    """Return « 14 h 30 » or “2:30 p.m.”."""
    return style(language).clock(moment)


def date_and_clock(day: date, moment: time, language: str) -> str:
    """Return « 16 février 2027 à 14 h 30 » or “February 16, 2027, at 2:30 p.m.”."""
    return style(language).date_and_clock(day, moment)


def phone(number: str, language: str) -> str:
    """Return « 819 555-0117 » or “819-555-0117”, in one piece."""
    return style(language).phone(number)


def typography(text: str, language: str) -> str:
    """Return a text as the language prints it; twice changes nothing more."""
    return style(language).typography(text)


def quoted(text: str, language: str) -> str:
    """Return her words between the quotation marks of a language, once."""
    opens, closes = _QUOTES.get(language[:2], _QUOTES["en"])
    if not text or (text[0] in "«\u201c" and text[-1] in "»\u201d"):
        return text
    return f"{opens}{text}{closes}"
