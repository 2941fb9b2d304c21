"""The discreet card: two panels that fold into one, and nothing to explain them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from filet.adapters.documents.faces import Face
from filet.adapters.documents.lines import Type, fits, plain, width_of, wrap
from filet.adapters.documents.pen import HEIGHT, WIDTH, Pen
from filet.adapters.documents.rows import Draw
from filet.adapters.documents.setting import both, ruled, say
from filet.adapters.documents.tags import Element
from filet.adapters.documents.words import Writing
from filet.domain.blocks import CardPanel, Paper
from filet.domain.errors import CardTooFull

PANEL_WIDTH, PANEL_HEIGHT = 243.78, 153.07
"""Points: 86 mm by 54 mm."""
_LEFT, _TOP = (WIDTH - 2 * PANEL_WIDTH) / 2, HEIGHT - 62.36
_EDGE, _PAD, _APART = 32.6, 11.0, 8.0
_ROOM = PANEL_WIDTH - 2 * _PAD
_BULLET = "\u2022 "
_SCALES = (1.0, 0.94, 8.5 / 9.5)
"""From the size that reads best down to 8.5 points, the smallest allowed."""
_ROW_HEAD = ("Table", "Scope", "Row")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something of a panel: its height, what it was typed as, what it belongs to.

    ``build`` adds it to the structure, under the element of its ``holder``.
    """

    height: float
    typed: str
    holder: str
    build: Callable[[Element], Draw]


def draw_card(paper: Paper, pen: Pen, writing: Writing, document: Element) -> None:
    """Draw both panels. Raises CardTooFull, naming the line that does not fit."""
    if paper.watermark:
        _mark_exercise(paper, pen, writing, document.add("P"))
    panels = [block for block in paper.blocks if isinstance(block, CardPanel)]
    for place, panel in enumerate(panels):
        _draw_panel(_fitted(panel, writing, _LEFT + place * PANEL_WIDTH + _PAD), pen, document)
    pen.cut_and_fold(_LEFT, _TOP - PANEL_HEIGHT, 2 * PANEL_WIDTH, PANEL_HEIGHT)
    pen.next_page()


def _mark_exercise(paper: Paper, pen: Pen, writing: Writing, banner: Element) -> None:
    """Mark each panel, since the card will be cut out, and say it above."""
    word = writing.text(paper.watermark)
    for x in (_LEFT, _LEFT + PANEL_WIDTH):
        pen.watermark(word, x, _TOP - PANEL_HEIGHT, PANEL_WIDTH, PANEL_HEIGHT)
    kind = Type(10, 13.5, Face.STRONG, 0.25)
    with pen.marked(banner):
        pen.line(plain(writing.text(paper.banner) or word, kind), kind, _LEFT, HEIGHT - _EDGE)


def _draw_panel(pieces: Sequence[_Piece], pen: Pen, document: Element) -> None:
    y = _TOP - _PAD
    for holder, alike in groupby(pieces, key=lambda piece: piece.holder):
        element = document.add(holder) if holder else document
        for piece in alike:
            piece.build(element)(pen, y)
            y -= piece.height


def _fitted(panel: CardPanel, writing: Writing, x: float) -> list[_Piece]:
    """Return the pieces of a panel at the biggest size at which they all fit."""
    *bigger, smallest = _SCALES
    for scale in bigger:
        pieces = list(_pieces(panel, writing, x, scale))
        if not _overflow(pieces):
            return pieces
    pieces = list(_pieces(panel, writing, x, smallest))
    if outside := _overflow(pieces):
        raise CardTooFull(line=outside.typed)
    return pieces


def _overflow(pieces: Sequence[_Piece]) -> _Piece | None:
    """Return the first piece that does not fit."""
    room = PANEL_HEIGHT - _PAD - _PAD / 2
    for piece in pieces:
        room -= piece.height
        if room < 0:
            return piece
    return None


def _pieces(panel: CardPanel, writing: Writing, x: float, scale: float) -> Iterator[_Piece]:
    if panel.title:
        yield _title(panel.title, writing, x, scale)
    for name, number in panel.numbers:
        yield _number((name, number), writing, x, scale)
    for line in panel.lines:
        yield _line(line, writing, x, scale, "" if panel.numbers else _BULLET)


def _title(typed: str, writing: Writing, x: float, scale: float) -> _Piece:
    kind = Type(11.5 * scale, 13.8 * scale, Face.BOLD)
    lines = wrap(plain(writing.text(typed), kind), kind.size, _ROOM)

    def build(holder: Element) -> Draw:
        element = holder.add("H1")
        return both(
            *(
                say(element, line, kind, x, (10 + 13.8 * place) * scale)
                for place, line in enumerate(lines)
            )
        )

    return _Piece(4.2 + kind.leading * len(lines), typed, "", build)


def _number(typed: tuple[str, str], writing: Writing, x: float, scale: float) -> _Piece:
    """Return a name and its number on one line; neither is ever cut."""
    small, big = Type(9.5 * scale, 12, Face.REGULAR), Type(11.5 * scale, 14, Face.BOLD)
    name = plain(writing.text(typed[0]).replace("\n", " "), small)
    number = plain(writing.number(typed[1]).replace("\n", " "), big)
    wide = width_of(number, big.size)
    fit = width_of(name, small.size) + _APART + wide <= _ROOM

    def build(holder: Element) -> Draw:
        row = holder.add("TR")
        return both(
            say(row.add("TH", _ROW_HEAD), name, small, x, 9 * scale),
            say(row.add("TD"), number, big, x + _ROOM - wide, 9.5 * scale),
            ruled(x, x + _ROOM, 14 * scale, 0.3, 0.6),
        )

    return _Piece(18 * scale if fit else PANEL_HEIGHT, typed[0] or typed[1], "Table", build)


def _line(typed: str, writing: Writing, x: float, scale: float, sign: str) -> _Piece:
    kind = Type(9.6 * scale, 12.2 * scale)
    bullet = plain(sign, kind)
    indent = width_of(bullet, kind.size)
    text = plain(writing.text(typed), kind)
    lines = wrap(text, kind.size, _ROOM - indent)

    def build(holder: Element) -> Draw:
        item = holder.add("LI") if sign else holder
        signs = [say(item.add("Lbl"), bullet, kind, x, kind.ascent)] if sign else []
        body = item.add("LBody" if sign else "P")
        return both(
            *signs,
            *(
                say(body, line, kind, x + indent, kind.ascent + place * kind.leading)
                for place, line in enumerate(lines)
            ),
        )

    high = kind.leading * len(lines) + 3.2 * scale
    fit = fits(text, kind.size, _ROOM - indent)
    return _Piece(high if fit else PANEL_HEIGHT, typed, "L" if sign else "", build)
