"""The press: draws the sheets and closes the file. Imported at the first print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from filet.adapters.documents import faces
from filet.adapters.documents.blocks import Setter
from filet.adapters.documents.cards import draw_card
from filet.adapters.documents.faces import Face
from filet.adapters.documents.lines import Type, plain, width_of
from filet.adapters.documents.pen import HEIGHT, WIDTH, Pen
from filet.adapters.documents.rows import Row, fewest_pages, height_of
from filet.adapters.documents.setting import END, MARGIN
from filet.adapters.documents.sizes import LARGE, LETTER, Sizes
from filet.adapters.documents.structure import finished
from filet.adapters.documents.tags import Element
from filet.adapters.documents.words import Writing
from filet.application.printing import Sheet
from filet.domain.blocks import Layout, Paper

_EDGE = 32.6
"""How far the foot and the banner stand from the edge of the sheet, in points."""
_CLOSER = 0.5
"""How much of the air between things is left where that saves a sheet."""
_ROOM = HEIGHT - 2 * MARGIN
_FEW = _ROOM / 3
"""A last page filled no further than this may be saved: to set a paper again takes its time."""
_CANADIAN = {"fr": "fr-CA", "en": "en-CA"}


def press(paper: Paper, fonts: Path) -> Sheet:
    """Return the bytes of a paper. Raises CardTooFull, LibraryMissing."""
    writing = Writing(paper.language, faces.load(fonts))
    pen = Pen(_CANADIAN.get(paper.language, paper.language))
    if paper.layout is Layout.CARD:
        document = Element("Document")
        draw_card(paper, pen, writing, document)
    else:
        document = _Sheets(paper, pen, writing).draw()
    data, count = finished(pen.close(), document, paper.document_title)
    return Sheet(data, count, sha256(data).hexdigest(), writing.lost)


class _Set(NamedTuple):
    """A paper as it would be drawn."""

    document: Element
    banner: Element | None
    pages: Sequence[Sequence[Row]]


class _Sheets:
    """Draws a paper that fills pages."""

    def __init__(self, paper: Paper, pen: Pen, writing: Writing) -> None:
        self._paper = paper
        self._pen = pen
        self._writing = writing
        self._sizes: Sizes = LARGE if paper.layout is Layout.LARGE else LETTER

    def draw(self) -> Element:
        """Draw every page with its banner and its foot; return what is told of them.

        Where less air between things saves a sheet, there is less: a page that holds a few
        lines gets lost, and she reads it last.
        """
        found = self._set(self._sizes)
        if len(found.pages) > 1 and height_of(found.pages[-1]) < _FEW:
            closer = self._set(replace(self._sizes, air=_CLOSER))
            found = min(found, closer, key=lambda one: len(one.pages))
        for number, rows in enumerate(found.pages, 1):
            self._mark_exercise(found.banner if number == 1 else None)
            self._rows(rows)
            self._foot(number, len(found.pages))
            self._pen.next_page()
        return found.document

    def _set(self, sizes: Sizes) -> _Set:
        document = Element("Document")
        banner = document.add("P") if self._paper.watermark else None
        setter = Setter(self._writing, sizes, document)
        heading = partial(setter.continuation, words=self._paper.continued)
        rows = setter.rows(self._paper.blocks)
        return _Set(document, banner, fewest_pages(rows, _ROOM, heading))

    def _rows(self, rows: Sequence[Row]) -> None:
        y = HEIGHT - MARGIN
        for row in rows:
            row.draw(self._pen, y)
            y -= row.height

    def _mark_exercise(self, banner: Element | None) -> None:
        """Write over the page that nothing on it is true; a screen reader says it once."""
        if not self._paper.watermark:
            return
        self._pen.watermark(self._writing.text(self._paper.watermark), 0, 0, WIDTH, HEIGHT)
        kind = replace(self._sizes.small, face=Face.STRONG)
        text = plain(self._writing.text(self._paper.banner or self._paper.watermark), kind)
        with self._pen.marked(banner) if banner else self._pen.artifact():
            self._pen.line(text, kind, MARGIN, HEIGHT - _EDGE)

    def _foot(self, page: int, of: int) -> None:
        kind = self._sizes.small
        if self._paper.footer:
            self._at_foot(self._paper.footer, kind, MARGIN)
        if of > 1 and self._paper.page_words:
            words = self._paper.page_words.format(page=page, pages=of)
            wide = width_of(plain(self._writing.text(words), kind), kind.size)
            self._at_foot(words, kind, END - wide)

    def _at_foot(self, words: str, kind: Type, x: float) -> None:
        with self._pen.artifact():
            self._pen.line(plain(self._writing.text(words), kind), kind, x, _EDGE)
