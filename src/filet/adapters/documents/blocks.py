"""Setting the blocks of a paper: from words to rows with their place in the structure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from filet.adapters.documents.faces import Face
from filet.adapters.documents.forms import Forms
from filet.adapters.documents.lines import Line, Run, Type, plain, width_of, wrap
from filet.adapters.documents.lists import Lists
from filet.adapters.documents.pen import HEIGHT, Pen
from filet.adapters.documents.rows import Row, kept_whole, together, unlonely
from filet.adapters.documents.setting import (
    END,
    MARGIN,
    ROOM,
    Cell,
    both,
    flow,
    hidden,
    ruled,
    say,
    space,
)
from filet.adapters.documents.sizes import Sizes
from filet.adapters.documents.tables import Tables
from filet.adapters.documents.tags import Element
from filet.adapters.documents.words import Writing
from filet.domain.blocks import (
    Block,
    Emergency,
    Heading,
    Lead,
    Notice,
    Numbers,
    Person,
    Point,
    Question,
    Quote,
    Small,
    Tick,
    Ticks,
    Title,
    Voiced,
    WriteLines,
)

_MOST_LINES_ON_GROUND = 12
_ROOM_OF_WHOLE_PART = 0.25 * HEIGHT
_AFTER_PARTS = (Notice, WriteLines, Small)


class Setter:
    """Sets the blocks of one paper, in the order in which they are read."""

    def __init__(self, writing: Writing, sizes: Sizes, document: Element) -> None:
        self._writing = writing
        self._sizes = sizes
        self._document = document
        lists, tables = Lists(writing, sizes, document), Tables(writing, sizes, document)
        forms = Forms(writing, sizes, document)
        self._ways: dict[type, Callable[[list[Any]], Iterable[Row]]] = {
            Title: self._each(self._title),
            Lead: self._each(self._lead),
            Emergency: self._each(self._emergency),
            Heading: self._each(self._heading),
            Point: lists.points,
            Tick: lists.ticks,
            Ticks: lists.columns,
            Person: tables.people,
            Numbers: tables.numbers,
            Quote: self._each(self._quote),
            Voiced: self._each(self._voiced),
            Notice: self._each(self._notice),
            Question: self._each(forms.question),
            WriteLines: self._each(forms.by_hand),
            Small: self._each(self._small),
        }

    def rows(self, blocks: Iterable[Block]) -> Iterator[Row]:
        """Return the rows of a paper."""
        for part in _parts(blocks):
            head = [block for block in part if isinstance(block, Heading)]
            name = head[0].text if head else ""
            held = [replace(row, part=name) for row in self._set(part[len(head) :])]
            yield from kept_whole([*self._set(head), *held], _ROOM_OF_WHOLE_PART)

    def _set(self, blocks: Iterable[Block]) -> list[Row]:
        return [
            row for kind, alike in groupby(blocks, key=type) for row in self._ways[kind]([*alike])
        ]

    def continuation(self, part: str, words: str) -> Row:
        """Return what heads a page on which a part goes on."""
        text = self._writing.text(words.format(title=part) if words else part)
        kind = replace(self._sizes.aside, face=Face.STRONG)
        (line, *_) = wrap(plain(text, kind), kind.size, ROOM) or [()]
        return Row(kind.leading + 8, hidden(line, kind, MARGIN, kind.ascent))

    def _each(self, way: Callable[[Any], Iterable[Row]]) -> Callable[[list[Any]], Iterable[Row]]:
        return lambda blocks: [row for block in blocks for row in way(block)]

    def _flow(self, tag: str, runs: Line, kind: Type, gap: float) -> tuple[Row, ...]:
        lines = wrap(runs, kind.size, ROOM)
        if not lines:
            return ()
        return unlonely(flow(Cell(self._document.add(tag), lines, kind), gap))

    def _title(self, block: Title) -> tuple[Row, ...]:
        kind = self._sizes.title
        text = plain(self._writing.text(block.text), kind)
        lines = wrap(text, kind.size, ROOM)
        element = self._document.add("H1")
        drop = 0.87 * kind.size
        rows = [Row(kind.leading, say(element, line, kind, MARGIN, drop)) for line in lines]
        return together([*rows, space(4)])

    def _lead(self, block: Lead) -> tuple[Row, ...]:
        kind = self._sizes.lead
        text, strong = self._writing.text(block.text), self._writing.text(block.strong)
        runs = (Run(f"{text} " if strong else text, kind.face), Run(strong, Face.STRONG))
        return self._flow("P", runs, kind, 10 * self._sizes.air)

    def _small(self, block: Small) -> tuple[Row, ...]:
        kind = self._sizes.small
        rows = self._flow("P", plain(self._writing.text(block.text), kind), kind, 4)
        return (space(10 * self._sizes.air), *rows)

    def _quote(self, block: Quote) -> tuple[Row, ...]:
        kind = self._sizes.quote
        lines = wrap(plain(self._writing.quote(block.text), kind), kind.size, ROOM)
        if not lines:
            return ()
        said = self._document.add("BlockQuote").add("P")
        return unlonely(flow(Cell(said, lines, kind), 10 * self._sizes.air))

    def _voiced(self, block: Voiced) -> tuple[Row, ...]:
        """Return her words between quotation marks, or plain ones, and the facts under them."""
        sizes, scale = self._sizes, self._sizes.scale
        kind = sizes.quote if block.is_hers else sizes.body
        say_it = self._writing.quote if block.is_hers else self._writing.text
        runs = plain(say_it(block.text), kind)
        holder = self._document.add("BlockQuote") if block.is_hers else self._document
        words = Cell(holder.add("P"), wrap(runs, kind.size, ROOM), kind)
        aside = plain(self._writing.text(block.facts), sizes.aside)
        facts = Cell(self._document.add("P"), wrap(aside, sizes.aside.size, ROOM), sizes.aside)
        if not words.lines or not facts.lines:
            return ()
        *first, last = unlonely(flow(words, 1 * scale))
        return (*first, replace(last, sticks=True), *unlonely(flow(facts, 9 * scale)))

    def _heading(self, block: Heading) -> tuple[Row, ...]:
        kind, scale = self._sizes.heading, self._sizes.scale
        aside = plain(self._writing.text(block.aside), self._sizes.aside)
        wide = width_of(aside, self._sizes.aside.size)
        beside = wide < ROOM / 2
        room = ROOM - wide - 20 if beside else ROOM
        lines = wrap(plain(self._writing.text(block.text), kind), kind.size, room)
        element = self._document.add("H2")
        rows = [Row(kind.leading, say(element, line, kind, MARGIN, kind.ascent)) for line in lines]
        end = Row(8 + 2.3 * scale, ruled(MARGIN, END, 2.3 * scale, 1.4))
        if block.aside and beside and rows:
            rows[-1] = self._with_aside(rows[-1], aside, wide)
        rows = [space(11.7 * self._sizes.air), *rows, end]
        if not beside:
            rows += self._flow("P", aside, self._sizes.aside, 4)
        return tuple(replace(row, sticks=True) for row in rows)

    def _with_aside(self, row: Row, aside: Line, wide: float) -> Row:
        drop = self._sizes.heading.ascent
        said = say(self._document.add("P"), aside, self._sizes.aside, END - wide, drop)
        return replace(row, draw=both(row.draw, said))

    def _emergency(self, block: Emergency) -> list[Row]:
        sizes, scale = self._sizes, self._sizes.scale
        pad, words = 14 * scale, self._sizes.words
        call = plain(self._writing.number(block.number), sizes.call)
        x = MARGIN + max(130 * scale, pad + width_of(call, sizes.call.size) + 20)
        lines = wrap(plain(self._writing.text(block.say), words), words.size, END - pad - x)
        first = max(40 * scale - (len(lines) - 1) * words.leading / 2, 21 * scale + words.leading)
        high = max(62 * scale, first + (len(lines) - 1) * words.leading + 14 * scale)
        label = plain(self._writing.text(block.label), words)
        draws = [
            say(self._document.add("P"), label, words, MARGIN + pad, 19 * scale),
            say(self._document.add("P"), call, sizes.call, MARGIN + pad, 50 * scale),
        ]
        said = self._document.add("P")
        draws += [
            say(said, line, words, x, first + place * words.leading)
            for place, line in enumerate(lines)
        ]

        def frame(pen: Pen, top: float) -> None:
            pen.frame(MARGIN, top - high, ROOM, high)

        return [Row(high + 4 * scale, both(frame, *draws))]

    def _notice(self, block: Notice) -> tuple[Row, ...]:
        kind, scale = self._sizes.notice, self._sizes.scale
        strong, text = self._writing.text(block.strong), self._writing.text(block.text)
        runs = (Run(f"{strong} " if text else strong, Face.STRONG), Run(text, kind.face))
        lines = wrap(runs, kind.size, ROOM - 24 * scale)
        cell = Cell(self._document.add("P"), lines, kind, MARGIN + 12 * scale)
        rows = flow(cell, 8 * scale)
        if len(lines) > _MOST_LINES_ON_GROUND:
            return unlonely(rows)
        high = 8 * scale + sum(row.height for row in rows)

        def ground(pen: Pen, top: float) -> None:
            pen.ground(MARGIN, top - high, ROOM, high)

        return together([Row(8 * scale, ground), *rows, Row(18 * scale * self._sizes.air, both())])


def _parts(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Cut a paper before each heading, and before each of the blocks that end it."""
    part: list[Block] = []
    for block in blocks:
        if part and isinstance(block, (Heading, *_AFTER_PARTS)):
            yield part
            part = []
        part.append(block)
    yield part
