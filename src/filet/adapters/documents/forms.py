"""Setting what is filled by hand: questions with their boxes, and lines to write on."""

from __future__ import annotations

from dataclasses import replace

from filet.adapters.documents.faces import Face
from filet.adapters.documents.lines import Line, Type, plain, width_of, wrap
from filet.adapters.documents.pen import Pen
from filet.adapters.documents.rows import Draw, Row, together
from filet.adapters.documents.setting import (
    END,
    MARGIN,
    ROOM,
    Cell,
    both,
    flow,
    headed,
    ruled,
    say,
    space,
)
from filet.adapters.documents.sizes import Sizes
from filet.adapters.documents.tags import Element
from filet.adapters.documents.words import Writing
from filet.domain.blocks import Question, WriteLines

_TO_TICK = "\u2610"
_INDENT, _BETWEEN = 22, 20
"""Points from a box to its answer, and from an answer to the next box."""


class Forms:
    """Sets each question whole, with its answers and its lines."""

    def __init__(self, writing: Writing, sizes: Sizes, document: Element) -> None:
        self._writing = writing
        self._sizes = sizes
        self._document = document

    def question(self, block: Question) -> tuple[Row, ...]:
        """Return the rows of a question: its words, its boxes, its lines."""
        kind = Type(self._sizes.body.size, self._sizes.body.leading, Face.STRONG)
        lines = wrap(plain(self._writing.text(block.text), kind), kind.size, ROOM)
        rows = flow(Cell(self._document.add("P"), lines, kind), 4 * self._sizes.scale)
        rows = [space(8 * self._sizes.scale), *rows, *self._answers(block.answers)]
        if block.lines:
            rows += self.by_hand(WriteLines(block.label, block.lines))
        *_, last = rows
        return (*together(rows)[:-1], replace(last, sticks=False))

    def _answers(self, answers: tuple[str, ...]) -> list[Row]:
        """Return the boxes side by side, on as many lines as they need."""
        if not answers:
            return []
        list_ = self._document.add("L", ("List", "ListNumbering", "Square"))
        kind, scale = self._sizes.body, self._sizes.scale
        rows, draws, x = list[Row](), list[Draw](), MARGIN
        high = kind.leading + 4 * scale
        for answer in answers:
            words = plain(self._writing.text(answer), kind)
            wide = _INDENT * scale + width_of(words, kind.size)
            if draws and x + wide > END:
                rows.append(Row(high, both(*draws)))
                draws, x = [], MARGIN
            lines = self._answer(list_.add("LI"), words, x)
            rows += lines[:-1]
            draws.append(lines[-1].draw)
            x += wide + _BETWEEN * scale
        return [*rows, Row(high, both(*draws))]

    def _answer(self, item: Element, words: Line, x: float) -> list[Row]:
        """Return a box and its words; only words too long for a whole line take several."""
        label, scale = item.add("Lbl", stands_for=_TO_TICK), self._sizes.scale
        kind, indent = self._sizes.body, _INDENT * scale
        lines = wrap(words, kind.size, ROOM - indent) or (words,)

        def box(pen: Pen, top: float) -> None:
            with pen.marked(label):
                pen.box(x + 1, top - 14.6 * scale, 12 * scale)

        return headed(box, flow(Cell(item.add("LBody"), lines, kind, x + indent), 0))

    def by_hand(self, block: WriteLines) -> tuple[Row, ...]:
        """Return the rows of blank lines; their label stands before the first."""
        kind, scale = self._sizes.small, self._sizes.scale
        label = plain(self._writing.text(block.label), kind)
        step, drop = (26, 12) if block.label else (28, 16)
        rule = ruled(MARGIN, END, drop * scale, 0.5, 0.6)
        rows = [Row(step * scale, rule, spare=block.spare)] * block.count
        if not block.label:
            return together([space(12 * scale), *rows])
        said = say(self._document.add("P"), label, kind, MARGIN, 10 * scale)
        start = MARGIN + width_of(label, kind.size) + 14 * scale
        beside = ruled(min(start, END), END, drop * scale, 0.5, 0.6)
        first = Row(step * scale, both(said, beside), spare=block.spare)
        return together([first, *rows[1:], space(0)])
