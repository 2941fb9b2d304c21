"""From the order in which a line is read to the order in which it stands, right to left and left.

What papers need of the Unicode bidirectional algorithm (UAX 9), for one line at a time: no
marks of embedding are ever on a paper, and a number with its separators is one piece that is
read from the left, so that no telephone number is ever turned around.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur", "yi"})
"""Languages whose papers begin at the right."""

_FIRST = "\u0590"
"""No character before this one is read from the right."""
_NUMBER = re.compile(r"[+*#]?\d(?:[\d\u00a0\u202f\u2011.,:/*#-]*\d)?%?")
_OPENS = {"(": ")", "[": "]", "{": "}", "«": "»", "\u201c": "\u201d"}
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def turns(text: str) -> bool:
    """Tell whether any of a text is read from the right."""
    return any(char >= _FIRST and unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def visual(text: str, *, from_right: bool) -> list[tuple[int, str]]:
    """Return each character from left to right: where it was, and how it is drawn there.

    A line on which nothing is read from the left is read from the right, on any paper.
    """
    from_left = any(unicodedata.bidirectional(char) == "L" for char in text)
    levels = _levels(text, base=int(from_right or (turns(text) and not from_left)))
    places = _reordered(levels)
    return [
        (place, text[place].translate(_MIRRORED) if levels[place] % 2 else text[place])
        for place in places
    ]


def _levels(text: str, *, base: int) -> list[int]:
    level = {"L": 2 * base, "R": 1, "N": 2}
    end, side = len(text.rstrip()), "R" if base else "L"
    found = [level[kind] for kind in _settled(_paired(text, _kinds(text, side), side), side)]
    return [*found[:end], *[base] * (len(text) - end)]


def _kinds(text: str, side: str) -> list[str]:
    """Return what each character is: read from the left, from the right, a number, or neither.

    A number beside what is read from the left is a part of it, on a paper that is read so too:
    « Sa sœur … : 819 555-0117 » keeps its number at its end.
    """
    strong = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N"}
    kinds = [strong.get(unicodedata.bidirectional(char), "") for char in text]
    for found in _NUMBER.finditer(text):
        kinds[found.start() : found.end()] = "N" * (found.end() - found.start())
    last = side
    for place, kind in enumerate(kinds):
        if kind == "N":
            following = next((k for k in kinds[place:] if k in ("L", "R")), side)
            beside = (last, following) if side == "L" else (last,)
            kinds[place] = "L" if "L" in beside else "N"
        last = kind if kind in ("L", "R") else last
    return kinds


def _paired(text: str, kinds: list[str], side: str) -> list[str]:
    """Let a pair of brackets stand on the side of what it holds, where that goes on from before."""
    opened: list[int] = []
    for place, char in enumerate(text):
        if char in _OPENS:
            opened.append(place)
        elif char in _OPENS.values() and opened and _OPENS[text[opened[-1]]] == char:
            first = opened.pop()
            held = {kind for kind in kinds[first:place] if kind in ("L", "R")}
            before = next((kind for kind in reversed(kinds[:first]) if kind in ("L", "R")), side)
            if held == {before}:
                kinds[first] = kinds[place] = before
    return kinds


def _settled(kinds: Sequence[str], strong: str) -> list[str]:
    """Give what is neither the side of both its neighbours, or else that of the line."""
    sides, before = list(kinds), strong
    for place, kind in enumerate(kinds):
        if kind:
            before = "R" if kind == "N" else kind
            continue
        after = next((k for k in kinds[place:] if k), strong)
        after = "R" if after == "N" else after
        sides[place] = before if before == after else strong
    return sides


def _reordered(levels: Sequence[int]) -> list[int]:
    """Turn around every run of a level or a higher one, from the highest down to 1."""
    places = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(places):
            end = start
            while end < len(places) and levels[places[end]] >= level:
                end += 1
            places[start:end] = reversed(places[start:end])
            start = max(end, start + 1)
    return places
