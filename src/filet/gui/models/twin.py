"""A paper as text: exactly what stands on it, line by line, its headings marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from filet.domain.blocks import (
    DRAWN,
    Block,
    CardPanel,
    Heading,
    Numbers,
    Paper,
    Person,
    Quote,
    Title,
    Voiced,
)
from filet.gui.context import Context
from filet.i18n.dates import phone, quoted, typography


@dataclass(frozen=True, slots=True)
class TwinRow:
    """One line."""

    place: int
    text: str
    said: str
    is_heading: bool = False

    @property
    def key(self) -> tuple[int, str]:
        """What tells it from the others."""
        return self.place, self.text


def twin_rows(context: Context, paper: Paper) -> tuple[TwinRow, ...]:
    """Return every line of a paper in reading order; what each page repeats is said once."""
    write = _Writing(paper.language)
    lines = [(paper.banner or paper.watermark, False)]
    lines += [line for block in paper.blocks for line in write.lines(block)]
    shown = [(write.text(text), heading) for text, heading in (*lines, (paper.footer, False))]
    t = context.t
    return tuple(
        TwinRow(place, text, t("Heading: {text}", text=text) if heading else text, heading)
        for place, (text, heading) in enumerate(line for line in shown if line[0])
    )


class _Writing:
    """Writes as the paper prints: its typography, its numbers, its quotation marks."""

    def __init__(self, language: str) -> None:
        self._language = language

    def text(self, typed: str) -> str:
        """Return a text as it is printed."""
        return typography(typed.strip(), self._language)

    def lines(self, block: Block) -> Iterator[tuple[str, bool]]:
        """Give the lines of a block, and which are headings; a row is one line."""
        match block:
            case Title(text) | Heading(text, aside=""):
                yield text, True
            case Heading(text, aside):
                yield from ((text, True), (aside, False))
            case Quote(text):
                yield quoted(self.text(text), self._language), False
            case Person(name, number, words):
                yield self._row(name, number, words), False
            case Numbers(rows):
                yield from ((self._row(*row), False) for row in rows)
            case CardPanel(title, rows, lines):
                yield title, bool(title)
                yield from ((self._row(*row), False) for row in rows)
                yield from ((line, False) for line in lines)
            case Voiced(text, facts, is_hers=True):
                yield from ((quoted(self.text(text), self._language), False), (facts, False))
            case _:
                yield from ((text, False) for text in _strings(block))

    def _row(self, name: str, number: str, words: str = "") -> str:
        parts = (self.text(name), phone(number.strip(), self._language), self.text(words))
        return "  ".join(filter(None, parts))


def _strings(block: Block) -> Iterator[str]:
    """Give every text of a block whose lines are its texts, in their order."""
    for one in (each for each in fields(block) if each.name not in DRAWN):
        value = getattr(block, one.name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value
