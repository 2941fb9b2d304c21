"""Letters that join their neighbours: each takes the form that its place in the word asks for.

The forms are those that Unicode itself names as initial, medial, final and isolated; the
library that draws papers joins nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

_FORMS = chain(range(0xFB50, 0xFC00), range(0xFE80, 0xFEFD))
_FIRST = "\u0600"
"""No character before this one joins its neighbours."""
_LAM = "\u0644"
_TATWEEL = "\u0640"
"""Lengthens a letter: it joins both sides, and has one form."""


def joined(text: str) -> str:
    """Return a text with its letters joined, in the order in which it is read.

    A lam and the alef after it become one letter, as always. A text without such letters
    comes back as it is.
    """
    if max(text, default="") < _FIRST:
        return text
    forms = _forms()
    letters = [*_with_lam_alef(text, forms)]
    marked = [unicodedata.category(one[0]) == "Mn" for one in letters]
    return "".join(
        one if marked[place] else _form(letters, marked, place, forms)
        for place, one in enumerate(letters)
    )


def _with_lam_alef(text: str, forms: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Give each letter, a lam with its alef as one."""
    place = 0
    while place < len(text):
        pair = text[place : place + 2]
        size = 2 if len(pair) == 2 and pair[0] == _LAM and pair in forms else 1
        yield text[place : place + size]
        place += size


def _form(
    letters: list[str], marked: list[bool], place: int, forms: Mapping[str, Mapping[str, str]]
) -> str:
    """Return the form of a letter: marks over letters stand between none."""
    one = letters[place]
    if one not in forms:
        return one
    before = next((letters[i] for i in range(place - 1, -1, -1) if not marked[i]), "")
    after = next((letters[i] for i in range(place + 1, len(letters)) if not marked[i]), "")
    holds_before = _joins_next(before, forms) and "final" in forms[one]
    holds_after = _joins_next(one, forms) and _joins_former(after, forms)
    wanted = {
        (True, True): "medial",
        (True, False): "final",
        (False, True): "initial",
        (False, False): "isolated",
    }[holds_before, holds_after]
    return forms[one].get(wanted, one)


def _joins_next(letter: str, forms: Mapping[str, Mapping[str, str]]) -> bool:
    return letter == _TATWEEL or "initial" in forms.get(letter, ())


def _joins_former(letter: str, forms: Mapping[str, Mapping[str, str]]) -> bool:
    return letter == _TATWEEL or "final" in forms.get(letter, ())


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Return, for each letter and for a lam with an alef, its forms by name."""
    found: dict[str, dict[str, str]] = {}
    for code in _FORMS:
        kind, *letters = unicodedata.decomposition(chr(code)).split()[:3] or [""]
        name, plain = kind.strip("<>"), "".join(chr(int(letter, 16)) for letter in letters)
        if name in ("isolated", "initial", "medial", "final") and plain[0] not in " \u0640":
            found.setdefault(plain, {}).setdefault(name, chr(code))
    return found
