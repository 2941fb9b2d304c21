"""Rows that are never cut, and the pages they fill."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from filet.adapters.documents.pen import Pen

Draw = Callable[[Pen, float], None]
"""Draws at the height of a row's top."""
_FEW = 0.15
"""The part of a page under which what stands on it looks forgotten."""


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of a sheet as high as it says, in points, space under it included.

    A row that ``sticks`` shares its page with the next. ``part`` is the name of the part
    it goes on with, nothing where a part begins. One to ``spare`` may be left out.
    """

    height: float
    draw: Draw
    sticks: bool = False
    part: str = ""
    spare: bool = False


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


def fewest_pages(
    rows: Iterable[Row], room: float, heading: Callable[[str], Row]
) -> list[tuple[Row, ...]]:
    """Return the rows of each page: of those to spare, as many as begin no page of their own."""
    every = list(rows)
    spare = [place for place, row in enumerate(every) if row.spare]
    tried = [list(pages(every, room, heading))]
    while spare:
        every.pop(spare.pop())
        tried.append(list(pages(every, room, heading)))
    return min(tried, key=len)


def pages(
    rows: Iterable[Row], room: float, heading: Callable[[str], Row]
) -> Iterator[tuple[Row, ...]]:
    """Return the rows of each page; one that opens inside a part says which by a heading."""
    sheets: list[list[list[Row]]] = [[]]
    left = room
    for group in _groups(rows, room):
        if sheets[-1] and height_of(group) > left:
            sheets.append([])
            left = room - (heading(group[0].part).height if group[0].part else 0)
        sheets[-1].append(group)
        left -= height_of(group)
    _keep_company(sheets, room)
    for number, sheet in enumerate(sheets):
        rows_of_it = tuple(row for group in sheet for row in group)
        part = rows_of_it[0].part if number else ""
        yield (heading(part), *rows_of_it) if part else rows_of_it


def _keep_company(sheets: list[list[list[Row]]], room: float) -> None:
    """Leave no few lines alone on the last page: what stands before them goes with them."""
    if len(sheets) < 2:
        return
    *_, before, last = sheets
    high = sum(map(height_of, last))
    while high < _FEW * room and len(before) > 1 and high + height_of(before[-1]) < room / 2:
        high += height_of(before[-1])
        last.insert(0, before.pop())


def height_of(group: Iterable[Row]) -> float:
    """Return how high rows are together, in points."""
    return sum(row.height for row in group)


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
    if height_of(group) <= 0.9 * room:
        yield group
    else:
        yield from ([row] for row in group)
