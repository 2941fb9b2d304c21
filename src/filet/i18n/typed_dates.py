"""Days and hours as people type and tell them, in the language of the screen or the other.

What is not understood is nothing: a day is never guessed. Where words can mean two days,
what is due is the one to come, and what happened is the one that was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from filet.i18n.phrases import span_of
from filet.i18n.spans import ONE, Ask, Grain, Span, one_day, real_day
from filet.i18n.typed_english import WORDS as ENGLISH
from filet.i18n.typed_french import WORDS as FRENCH
from filet.i18n.vocabulary import Values, Vocabulary

_LONGEST = 120
_DEPTH = 3
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_SAME = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "œ": "oe"})


@dataclass(frozen=True, slots=True)
class DueSaid:
    """A day that was typed, and its hour as ``HH:MM`` where one was."""

    day: date
    hour: str = ""


def read_due(text: str, now: datetime, language: str) -> DueSaid | None:
    """Return the day and hour that were typed for something to do, or nothing."""
    span = _read(text, Ask(now, ahead=True), language)
    if span is None or span.first is None or span.first != span.last:
        return None
    return DueSaid(span.first, span.hour) if span.grain is Grain.DAY else None


def read_told(text: str, now: datetime, language: str) -> Span | None:
    """Return the days between which something was told to have happened, or nothing."""
    return _read(text, Ask(now, ahead=False), language)


def _read(text: str, ask: Ask, language: str) -> Span | None:
    words = _plain(text)
    if not words or len(words) > _LONGEST:
        return None
    order = (ENGLISH, FRENCH) if language[:2] == "en" else (FRENCH, ENGLISH)
    found = (_Reader(vocabulary).read(words, ask) for vocabulary in order)
    return next((span for span in found if span is not None), None)


def _plain(text: str) -> str:
    """Return a text without capitals, accents, dots of abbreviations and needless spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_SAME))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.sub(r"(?<=[a-z])\.", "", bare).split()).rstrip(",")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads in one language."""

    words: Vocabulary
    depth: int = 0

    def read(self, text: str, ask: Ask) -> Span | None:
        """Return what the text means whole, or else what it means beside an hour."""
        for shape, instead in self.words.first:
            text = re.sub(shape, instead, text)
        return self._day(text.strip(), ask) or self._day_with_hour(text, ask)

    def _day(self, text: str, ask: Ask) -> Span | None:
        written = _digits(text)
        if written is not None:
            return one_day(written)
        for name, said in self.words.phrases(text):
            span = span_of(name, said, ask, self._inner)
            if span is not None:
                return span
        return None

    def _inner(self, text: str, ask: Ask) -> Span | None:
        if self.depth >= _DEPTH:
            return None
        return _Reader(self.words, self.depth + 1).read(text, ask)

    def _day_with_hour(self, text: str, ask: Ask) -> Span | None:
        text, clock = self._taken(text, self.words.clocks)
        text, part = self._taken(text, (self.words.parts,))
        hour = _hour(clock, part.get("part", ""))
        if hour is None or not (clock or part):
            return None
        if not text:
            return _hour_alone(ask, hour) if hour else None
        span = self._day(text, ask)
        return None if span is None or (hour and span.hour) else replace(span, hour=hour)

    def _taken(self, text: str, shapes: Sequence[str]) -> tuple[str, Values]:
        for shape in shapes:
            found = self.words.pattern(rf"(?<![\w'-])(?:{shape})(?![\w'-])").search(text)
            if found is not None:
                rest = f"{text[: found.start()].rstrip(' ,')} {text[found.end() :].lstrip(' ,')}"
                return rest.strip(), self.words.meaning(found)
        return text, {}


def _digits(text: str) -> date | None:
    """Return 2027-02-19, and 19/02/2027 only where the month cannot be the day."""
    found = _ISO.fullmatch(text)
    if found is not None:
        return real_day(int(found[1]), int(found[2]), int(found[3]))
    found = _SLASHES.fullmatch(text)
    if found is None:
        return None
    one, other, year = (int(number) for number in found.groups())
    if one != other and max(one, other) <= 12:
        return None
    return real_day(year, min(one, other), max(one, other))


def _hour(clock: Values, part: str) -> str | None:
    """Return ``HH:MM``, an empty text where no hour was typed, nothing where there is none such."""
    if "noon" in clock:
        return "12:00"
    if "hour" not in clock:
        return ""
    hour, minute = int(clock["hour"]), int(clock.get("minute", 0))
    half = clock.get("half", "")
    if half:
        hour = hour % 12 + 12 * (half == "pm") if 1 <= hour <= 12 else 99
    elif (part == "evening" and hour < 12) or (part == "afternoon" and hour < 7):
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _hour_alone(ask: Ask, hour: str) -> Span:
    passed = hour <= f"{ask.now:%H:%M}"
    shift: timedelta = passed * ONE if ask.ahead else (passed - 1) * ONE
    return Span(ask.today + shift, ask.today + shift, hour=hour)
