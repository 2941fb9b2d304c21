"""Setting points and boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence

from filet.adapters.documents.lines import Type, marked, plain, wrap
from filet.adapters.documents.pen import Pen
from filet.adapters.documents.rows import Draw, Row, together, unlonely
from filet.adapters.documents.setting import MARGIN, ROOM, Cell, flow, headed, say, space
from filet.adapters.documents.signs import NAMES
from filet.adapters.documents.sizes import Sizes
from filet.adapters.documents.tags import Element
from filet.adapters.documents.words import Writing
from filet.domain.blocks import Point, Tick, Ticks

_TO_TICK, _BULLET = "\u2610", "\u2022"
_MOST_IN_COLUMNS, _MOST_LINES = 20, 3
_NO_SIGN = ("List", "ListNumbering", "None")
_SIGN = 30
"""Points that a drawing is wide, at the common size of the text."""
_DISC, _SQUARE = ("List", "ListNumbering", "Disc"), ("List", "ListNumbering", "Square")


class Lists:
    """Sets runs of alike items, each run a list."""

    def __init__(self, writing: Writing, sizes: Sizes, document: Element) -> None:
        self._writing = writing
        self._sizes = sizes
        self._document = document
        self._indent = 22 * sizes.scale

    def points(self, blocks: Sequence[Point]) -> list[Row]:
        """Return the rows of things to know."""
        list_ = self._document.add("L", _NO_SIGN if any(one.sign for one in blocks) else _DISC)
        return [row for block in blocks for row in self._point(list_, block)]

    def ticks(self, blocks: Sequence[Tick]) -> list[Row]:
        """Return the rows of things to do."""
        list_ = self._document.add("L", _SQUARE)
        return [row for block in blocks for row in self._tick(list_, block.text)]

    def columns(self, blocks: Sequence[Ticks]) -> list[Row]:
        """Return the rows of short things to pack, in two columns where they fit."""
        return [row for block in blocks for row in self._two_columns(block)]

    def _point(self, list_: Element, block: Point) -> tuple[Row, ...]:
        item = list_.add("LI")
        kind = self._sizes.body
        if block.sign in NAMES:
            return self._signed(item, block)
        dot = Type(1.2 * kind.size, kind.leading)
        drop = kind.ascent + 0.02 * kind.size
        sign = say(item.add("Lbl"), plain(_BULLET, dot), dot, MARGIN + 2.5, drop)
        return self._item(item, block.text, sign, 6)

    def _signed(self, item: Element, block: Point) -> tuple[Row, ...]:
        """Return the rows of a sentence beside its drawing, which says nothing more."""
        side = _SIGN * self._sizes.scale
        kind, indent = self._sizes.body, side + 12 * self._sizes.scale
        lines = wrap(marked(self._writing.text(block.text), kind), kind.size, ROOM - indent)
        cell = Cell(item.add("LBody"), lines or (plain("", kind),), kind, MARGIN + indent)

        def draw(pen: Pen, top: float) -> None:
            pen.sign(block.sign, MARGIN, top - side - 2, side)

        beside = flow(cell, 0)
        above = max(side - sum(row.height for row in beside), 0) / 2
        rows = headed(draw, [space(above), *beside])
        below = side + 10 * self._sizes.scale - sum(row.height for row in rows)
        return together([*rows, space(max(below, 6 * self._sizes.scale))])

    def _tick(self, list_: Element, text: str) -> tuple[Row, ...]:
        item = list_.add("LI")
        return self._item(item, text, self._box(item, MARGIN), 5)

    def _item(self, item: Element, text: str, sign: Draw, gap: float) -> tuple[Row, ...]:
        cell = self._cell(item, text, MARGIN, ROOM)
        return unlonely(headed(sign, flow(cell, gap * self._sizes.air)))

    def _cell(self, item: Element, text: str, x: float, width: float) -> Cell:
        kind = self._sizes.body
        runs = marked(self._writing.text(text), kind)
        lines = wrap(runs, kind.size, width - self._indent) or (plain("", kind),)
        return Cell(item.add("LBody"), lines, kind, x + self._indent)

    def _box(self, item: Element, x: float) -> Draw:
        label = item.add("Lbl", stands_for=_TO_TICK)
        side, drop = 12 * self._sizes.scale, 14.6 * self._sizes.scale

        def draw(pen: Pen, top: float) -> None:
            with pen.marked(label):
                pen.box(x + 1, top - drop, side)

        return draw

    def _two_columns(self, block: Ticks) -> list[Row]:
        if self._too_much(block):
            return self.ticks([Tick(text) for text in block.texts])
        list_ = self._document.add("L", _SQUARE)
        half = (len(block.texts) + 1) // 2
        second = MARGIN + ROOM / 2 + 10
        left = [self._in_column(list_, text, MARGIN) for text in block.texts[:half]]
        right = [self._in_column(list_, text, second) for text in block.texts[half:]]
        high = max(sum(row.height for row in column) for column in (left, right))
        return [Row(high + 3, _stacked(left, right))]

    def _in_column(self, list_: Element, text: str, x: float) -> Row:
        """Return an item of a column as one row, its box before it."""
        item = list_.add("LI")
        box = self._box(item, x)
        rows = headed(box, flow(self._cell(item, text, x, self._half), 5))
        return Row(sum(row.height for row in rows), _stacked(rows))

    @property
    def _half(self) -> float:
        return ROOM / 2 - 10

    def _too_much(self, block: Ticks) -> bool:
        kind, room = self._sizes.body, self._half - self._indent
        return (
            self._sizes.scale > 1
            or len(block.texts) > _MOST_IN_COLUMNS
            or any(
                len(wrap(plain(self._writing.text(text), kind), kind.size, room)) > _MOST_LINES
                for text in block.texts
            )
        )


def _stacked(*columns: Sequence[Row]) -> Draw:
    """Return what draws columns of rows, the first column first."""

    def draw(pen: Pen, top: float) -> None:
        for column in columns:
            y = top
            for row in column:
                row.draw(pen, y)
                y -= row.height

    return draw
