"""The words of days in one language, and the shapes of phrases made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_HOLE = re.compile(r"(?<!\?P)<([a-z]+)(2?)>")
_ANYTHING = {
    "day": r"\d{1,2}",
    "year": r"(?:19|20)\d\d",
    "mm": r"\d{1,2}",
    "x": ".+",
    "y": ".+",
}
_NUMBERS = {"day", "year", "mm"}

Values = Mapping[str, Any]


def spread(words: Mapping[str, Any]) -> dict[str, Any]:
    """Return one entry for each of several words that mean the same."""
    return {word: value for words_, value in words.items() for word in words_.split()}


def numbered(*words: str, start: int) -> dict[str, int]:
    """Return words that count up, some of which mean the same."""
    return spread({one: number for number, one in enumerate(words, start)})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a language calls days, and in which order it says them.

    A shape is a regular expression in which ``<month>`` stands for any word for a month;
    ``<day2>`` is a second ``<day>``.
    """

    values: Mapping[str, Mapping[str, Any]]
    first: Sequence[tuple[str, str]]
    clocks: Sequence[str]
    parts: str
    rules: Sequence[tuple[str, str]]
    _compiled: dict[str, re.Pattern[str]] = field(default_factory=dict, repr=False)

    def pattern(self, shape: str) -> re.Pattern[str]:
        """Return a shape as it is searched; each is made once."""
        if shape not in self._compiled:
            self._compiled[shape] = re.compile(_HOLE.sub(self._group, shape))
        return self._compiled[shape]

    def phrases(self, text: str) -> Iterator[tuple[str, Values]]:
        """Return what the whole text can be, with what its words mean, one after the other."""
        for name, shape in self.rules:
            found = self.pattern(shape).fullmatch(text)
            if found is not None:
                yield name, self.meaning(found)

    def meaning(self, found: re.Match[str]) -> Values:
        """Return what the words that were found mean; a second of a kind counts as the first."""
        said = {name: self._value(name, text) for name, text in found.groupdict().items() if text}
        singles = {n[:-1]: v for n, v in said.items() if n[-1] == "2" and n[:-1] not in said}
        return said | singles

    def _group(self, hole: re.Match[str]) -> str:
        name = hole[1]
        words = sorted(self.values.get(name, ()), key=len, reverse=True)
        anything = [r"\d{1,3}"] if name == "n" else []
        inside = _ANYTHING.get(name) or "|".join([*anything, *map(re.escape, words)])
        return rf"(?P<{name}{hole[2]}>{inside})"

    def _value(self, name: str, text: str) -> Any:
        kind = name.removesuffix("2")
        if kind in _NUMBERS or (kind == "n" and text.isdigit()):
            return int(text)
        return self.values.get(kind, {}).get(text, text)
