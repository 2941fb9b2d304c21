"""Small acts of setting that every block is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from filet.adapters.documents.lines import Line, Type
from filet.adapters.documents.pen import WIDTH, Pen
from filet.adapters.documents.rows import Draw, Row
from filet.adapters.documents.tags import Element

MARGIN = 53.86
"""Points: 1.9 cm."""
END = WIDTH - MARGIN
ROOM = END - MARGIN
_MOST_LINES_IN_ONE = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines of text that belong to one element, from ``x`` on."""

    element: Element
    lines: tuple[Line, ...]
    kind: Type
    x: float = MARGIN


def say(element: Element, line: Line, kind: Type, x: float, drop: float) -> Draw:
    """Return what draws a line whose baseline is ``drop`` under the top of its row."""

    def draw(pen: Pen, top: float) -> None:
        with pen.marked(element):
            pen.line(line, kind, x, top - drop)

    return draw


def hidden(line: Line, kind: Type, x: float, drop: float) -> Draw:
    """Return what draws a line that no screen reader says."""

    def draw(pen: Pen, top: float) -> None:
        with pen.artifact():
            pen.line(line, kind, x, top - drop)

    return draw


def ruled(x: float, end: float, drop: float, weight: float, grey: float = 0.0) -> Draw:
    """Return what draws a rule at ``drop`` under the top of its row."""
    return lambda pen, top: pen.rule(x, end, top - drop, weight, grey)


def nothing(_: Pen, __: float) -> None:
    """Draw nothing."""


def both(*parts: Draw) -> Draw:
    """Return what draws each part in turn."""

    def draw(pen: Pen, top: float) -> None:
        for part in parts:
            part(pen, top)

    return draw


def space(height: float) -> Row:
    """Return an empty row."""
    return Row(height, nothing, sticks=True)


def flow(cell: Cell, gap: float) -> list[Row]:
    """Return a row for each line of a text, with a gap under the last."""
    drop, leading = cell.kind.ascent, cell.kind.leading
    rows = [Row(leading, say(cell.element, line, cell.kind, cell.x, drop)) for line in cell.lines]
    return under(rows, gap)


def under(rows: Sequence[Row], gap: float) -> list[Row]:
    """Return rows with a gap under the last one."""
    if not rows:
        return []
    *first, last = rows
    return [*first, Row(last.height + gap, last.draw)]


def side_by_side(cells: Sequence[Cell], leading: float, drop: float) -> list[Row]:
    """Return rows of cells whose lines stand beside each other.

    Few lines are one row, drawn cell by cell: whoever extracts the text reads one cell,
    then the next. Only what may be cut between pages is drawn line by line.
    """
    high = max((len(cell.lines) for cell in cells), default=0)
    if 0 < high <= _MOST_LINES_IN_ONE:
        each = [
            say(cell.element, line, cell.kind, cell.x, drop + place * leading)
            for cell in cells
            for place, line in enumerate(cell.lines)
        ]
        return [Row(high * leading, both(*each))]
    columns = [
        [say(cell.element, line, cell.kind, cell.x, drop) for line in cell.lines] for cell in cells
    ]
    return [
        Row(leading, both(*(draw for draw in draws if draw is not None)))
        for draws in zip_longest(*columns)
    ]


def headed(first: Draw, rows: Sequence[Row]) -> list[Row]:
    """Return rows of which the first draws something before it."""
    head, *others = rows
    return [Row(head.height, both(first, head.draw)), *others]
