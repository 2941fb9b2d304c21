"""Text broken into lines that fit a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from filet.adapters.documents.faces import WIDTHS, Face

_LAST_NUMBER = re.compile(r"(?<=:[ \u00a0])(911)(?=\.?$)")


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: points, and grey from black 0 to white 1."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    grey: float = 0.0

    @property
    def ascent(self) -> float:
        """Return how far the first baseline lies under the top of the first line."""
        return 0.984 * self.size


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one face."""

    text: str
    face: Face


Line = tuple[Run, ...]
Word = tuple[Run, ...]


def plain(text: str, kind: Type) -> Line:
    """Return a text in the face of its type."""
    return (Run(text, kind.face),)


def marked(text: str, kind: Type) -> Line:
    """Return a text whose last word is bold when it is the number to call."""
    parts = _LAST_NUMBER.split(text)
    faces = (kind.face, Face.STRONG, kind.face)
    return tuple(Run(part, face) for part, face in zip(parts, faces, strict=False) if part)


def width_of(line: Iterable[Run], size: float) -> float:
    """Return the width of a line in points."""
    return size * sum(sum(map(WIDTHS[run.face].__getitem__, run.text)) for run in line)


def wrap(runs: Line, size: float, width: float) -> tuple[Line, ...]:
    """Break a text where its spaces and line ends allow, and inside a word too long.

    Every line but the last of a paragraph ends with a space, so that who copies or
    listens to the text does not get two words as one.
    """
    return tuple(
        line for paragraph in _paragraphs(runs) for line in _fill(_words(paragraph), size, width)
    )


def fits(runs: Line, size: float, width: float) -> bool:
    """Tell whether no word of a text must be cut to fit."""
    return all(
        width_of(word, size) <= width
        for paragraph in _paragraphs(runs)
        for word in _words(paragraph)
    )


def _paragraphs(runs: Line) -> Iterator[list[Run]]:
    """Cut at line ends; blank ones say nothing on paper."""
    paragraph: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        paragraph.append(replace(run, text=first))
        for other in others:
            yield paragraph
            paragraph = [replace(run, text=other)]
    yield paragraph


def _words(runs: Iterable[Run]) -> list[Word]:
    """Cut at spaces. A word may stand in two faces."""
    words: list[list[Run]] = [[]]
    for run in runs:
        for place, text in enumerate(run.text.split(" ")):
            if place:
                words.append([])
            if text:
                words[-1].append(Run(text, run.face))
    return [tuple(word) for word in words if word]


def _fill(words: Iterable[Word], size: float, width: float) -> Iterator[Line]:
    line: list[Word] = []
    used = 0.0
    for word in (piece for whole in words for piece in _cut(whole, size, width)):
        wide = width_of(word, size)
        space = width_of((Run(" ", line[-1][-1].face),), size) if line else 0.0
        if line and used + space + wide > width:
            yield _line(line, " ")
            line, used, space = [], 0.0, 0.0
        used += space + wide
        line.append(word)
    if line:
        yield _line(line)


def _cut(word: Word, size: float, width: float) -> Iterator[Word]:
    """Return a word, in pieces if it is wider than the line."""
    if width_of(word, size) <= width:
        yield word
        return
    piece, used = list[Run](), 0.0
    for char in (Run(char, run.face) for run in word for char in run.text):
        wide = width_of((char,), size)
        if piece and used + wide > width:
            yield _joined(piece)
            piece, used = [], 0.0
        piece.append(char)
        used += wide
    yield _joined(piece)


def _line(words: list[Word], end: str = "") -> Line:
    """Return words as one line; the space before a word is set in the face that precedes it."""
    runs = list(words[0])
    for word in words[1:]:
        runs += (Run(" ", runs[-1].face), *word)
    return _joined([*runs, Run(end, runs[-1].face)])


def _joined(runs: Iterable[Run]) -> Line:
    alike = groupby(runs, key=lambda run: run.face)
    return tuple(Run("".join(run.text for run in group), face) for face, group in alike)
