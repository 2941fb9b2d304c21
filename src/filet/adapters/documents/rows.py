"""Rows that are never cut, and the pages they fill."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from filet.adapters.documents.pen import Pen

Draw = Callable[[Pen, float], None]
"""Draws at the height of a row's top."""


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of a sheet as high as it says, in points, space under it included.

    A row that ``sticks`` shares its page with the next. ``part`` is the name of the part
    it goes on with, nothing where a part begins.
    """

    height: float
    draw: Draw
    sticks: bool = False
    part: str = ""


def together(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return rows that share a page as long as one page can hold them."""
    *first, last = rows
    return (*(replace(row, sticks=True) for row in first), last)


def unlonely(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows of which no first and no last one stands alone on a page."""
    if len(rows) < 4:
        return together(rows)
    first, *middle, before_last, last = rows
    return (replace(first, sticks=True), *middle, replace(before_last, sticks=True), last)


def kept_whole(rows: Sequence[Row], room: float) -> Sequence[Row]:
    """Return rows that share a page if they need no more room than this."""
    return together(rows) if 0 < sum(row.height for row in rows) <= room else rows


def pages(
    rows: Iterable[Row], room: float, heading: Callable[[str], Row]
) -> Iterator[tuple[Row, ...]]:
    """Return the rows of each page; one that opens inside a part says which by a heading."""
    page: list[Row] = []
    left = room
    for group in _groups(rows, room):
        high = sum(row.height for row in group)
        if page and high > left:
            yield tuple(page)
            page = [heading(group[0].part)] if group[0].part else []
            left = room - sum(row.height for row in page)
        page += group
        left -= high
    yield tuple(page)


def _groups(rows: Iterable[Row], room: float) -> Iterator[list[Row]]:
    """Return rows that stick together; a group too high for any page is let go."""
    group: list[Row] = []
    for row in rows:
        group.append(row)
        if not row.sticks:
            yield from _loosened(group, room)
            group = []
    yield from _loosened(group, room) if group else ()


def _loosened(group: list[Row], room: float) -> Iterator[list[Row]]:
    if sum(row.height for row in group) <= 0.9 * room:
        yield group
    else:
        yield from ([row] for row in group)
