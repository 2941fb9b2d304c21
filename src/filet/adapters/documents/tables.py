"""Setting people and numbers, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from filet.adapters.documents.lines import Type, plain, wrap
from filet.adapters.documents.rows import Row, together
from filet.adapters.documents.setting import (
    END,
    MARGIN,
    ROOM,
    Cell,
    both,
    ruled,
    side_by_side,
    under,
)
from filet.adapters.documents.sizes import Sizes
from filet.adapters.documents.tags import Element
from filet.adapters.documents.words import Writing
from filet.domain.blocks import Numbers, Person

_SECOND, _THIRD = 147.4, 260.8
_SECOND_IN_LARGE, _THIRD_IN_LARGE = 182.0, 326.0
_SECOND_OF_TWO_IN_LARGE, _NARROW = 260.0, 311.8
_ROW_HEAD = ("Table", "Scope", "Row")


class Tables:
    """Sets rows whose first cell names the others."""

    def __init__(self, writing: Writing, sizes: Sizes, document: Element) -> None:
        self._writing = writing
        self._sizes = sizes
        self._document = document
        self._second, self._third = (
            (_SECOND, _THIRD) if sizes.scale == 1 else (_SECOND_IN_LARGE, _THIRD_IN_LARGE)
        )

    def people(self, blocks: Sequence[Person]) -> list[Row]:
        """Return the rows of who to call."""
        table = self._document.add("Table")
        return [row for block in blocks for row in self._person(table.add("TR"), block)]

    def numbers(self, blocks: Sequence[Numbers]) -> list[Row]:
        """Return the rows of names and numbers."""
        table = self._document.add("Table")
        rows = [pair for block in blocks for pair in block.rows]
        return [row for name, number in rows for row in self._number(table.add("TR"), name, number)]

    def _person(self, line: Element, block: Person) -> tuple[Row, ...]:
        sizes, texts = self._sizes, self._writing
        cells = [
            self._head(line, texts.text(block.name), sizes.person, self._second),
            self._cell(line, texts.number(block.phone), sizes.phone, self._second, self._third),
            self._cell(line, texts.text(block.words), sizes.words, self._third, ROOM + 10),
        ]
        return self._ruled(cells, sizes.person, END, (3, 6))

    def _number(self, line: Element, name: str, number: str) -> tuple[Row, ...]:
        sizes, texts = self._sizes, self._writing
        second, end = (_SECOND, _NARROW) if sizes.scale == 1 else (_SECOND_OF_TWO_IN_LARGE, ROOM)
        cells = [
            self._head(line, texts.text(name), sizes.name, second),
            self._cell(line, texts.number(number), sizes.number, second, end),
        ]
        return self._ruled(cells, sizes.name, MARGIN + end, (4, 7))

    def _head(self, line: Element, text: str, kind: Type, end: float) -> Cell:
        cell = self._cell(line, text, kind, 0, end)
        cell.element.tag, cell.element.attributes = "TH", _ROW_HEAD
        return cell

    def _cell(self, line: Element, text: str, kind: Type, start: float, end: float) -> Cell:
        lines = wrap(plain(text, kind), kind.size, end - start - 10)
        return Cell(line.add("TD"), lines, kind, MARGIN + start)

    def _ruled(
        self, cells: Sequence[Cell], kind: Type, end: float, around: tuple[float, float]
    ) -> tuple[Row, ...]:
        """Return the lines of a row of cells, and the thin rule that closes it.

        ``around`` is the space over and under the rule.
        """
        over, below = (part * self._sizes.scale for part in around)
        rows = side_by_side(cells, kind.leading, kind.ascent)
        if not rows:
            return ()
        last = rows[-1]
        rule = ruled(MARGIN, end, last.height + over, 0.4, 0.55)
        rows[-1] = replace(last, draw=both(last.draw, rule))
        return together(under(rows, over + below))
