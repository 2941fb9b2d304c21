"""Drawing on pages so that everything is either marked text or an artifact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from math import atan2, degrees, hypot

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from filet.adapters.documents.faces import NASKH, NASKH_DRAWS, Face
from filet.adapters.documents.lines import Line, Type, plain, width_of
from filet.adapters.documents.order import RIGHT_TO_LEFT, turns, visual
from filet.adapters.documents.signs import trace
from filet.adapters.documents.tags import Element, Mark

WIDTH: float = letter[0]
HEIGHT: float = letter[1]
"""Points."""

_GREY_OF_WATERMARK = 0.9


class Pen:
    """Draws on the current page; ``y`` counts from the bottom, in points.

    ``x`` counts from where a line begins: from the left, or from the right of a paper whose
    language is read from there. The whole sheet is then its own image in a mirror.
    """

    def __init__(self, language: str) -> None:
        self._from_right = language[:2] in RIGHT_TO_LEFT
        self._canvas = Canvas(
            BytesIO(),
            pagesize=letter,
            pageCompression=0,
            invariant=1,
            lang=language,
            initialFontName=Face.REGULAR.value,
        )
        self._page = 0
        self._marks = 0

    def next_page(self) -> None:
        """Close the page; what follows stands on the next one."""
        self._canvas.showPage()
        self._page, self._marks = self._page + 1, 0

    def close(self) -> bytes:
        """Return the file."""
        return bytes(self._canvas.getpdfdata())

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Make what is drawn the text of an element."""
        element.kids.append(Mark(self._page, self._marks))
        with self._between(f"/{element.tag} <</MCID {self._marks}>> BDC"):
            self._marks += 1
            yield

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Make what is drawn say nothing."""
        with self._between("/Artifact BMC"):
            yield

    @contextmanager
    def _in_one_piece(self, word: str) -> Iterator[None]:
        """Give a word to who extracts text, where its letters stand askew."""
        read_as = (chr(0xFEFF) + word).encode("utf-16-be").hex()
        with self._between(f"/Span <</ActualText <{read_as}>>> BDC"):
            yield

    @contextmanager
    def _between(self, begin: str) -> Iterator[None]:
        self._canvas.addLiteral(begin)
        yield
        self._canvas.addLiteral("EMC")

    def line(self, line: Line, kind: Type, x: float, baseline: float) -> None:
        """Draw a line of text."""
        left = self._left(x, width_of(line, kind.size)) if self._from_right else x
        words = "".join(run.text for run in line)
        if self._from_right or turns(words):
            # As letters stand, and no other text beside: whoever extracts it turns it itself.
            self._draw(turned(line, from_right=self._from_right), kind, left, baseline)
        else:
            self._draw([(run.text, run.face.value) for run in line], kind, left, baseline)

    def _draw(
        self, parts: Sequence[tuple[str, str]], kind: Type, left: float, baseline: float
    ) -> None:
        """Draw parts of a line from left to right, each with the name of its face."""
        text = self._canvas.beginText(left, baseline)
        text.setFillGray(kind.grey)
        for words, face in parts:
            text.setFont(face, kind.size)
            text.textOut(words)
        self._canvas.drawText(text)

    def _left(self, x: float, width: float) -> float:
        """Return where something stands from the left of the sheet."""
        return WIDTH - x - width if self._from_right else x

    def rule(self, x: float, end: float, y: float, weight: float, grey: float = 0.0) -> None:
        """Draw a horizontal rule."""
        with self.artifact():
            self._stroke(weight, grey)
            left = self._left(x, end - x)
            self._canvas.line(left, y, left + end - x, y)

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a rounded frame; ``y`` is its bottom."""
        with self.artifact():
            self._stroke(1.6, 0.0)
            self._canvas.roundRect(self._left(x, width), y, width, height, 7)

    def ground(self, x: float, y: float, width: float, height: float) -> None:
        """Fill a rounded rectangle with light grey; ``y`` is its bottom."""
        with self.artifact():
            self._canvas.setFillGray(0.94)
            self._canvas.roundRect(self._left(x, width), y, width, height, 6, stroke=0, fill=1)

    def box(self, x: float, y: float, side: float) -> None:
        """Draw a box to tick; the caller says what it belongs to."""
        self._stroke(1.1, 0.0)
        self._canvas.roundRect(self._left(x, side), y, side, side, side / 6)

    def sign(self, name: str, x: float, y: float, side: float) -> None:
        """Draw one of our small drawings; ``y`` is its bottom. The words beside it say it."""
        with self.artifact():
            self._stroke(side / 19, 0.0)
            self._canvas.setLineCap(1)
            self._canvas.setLineJoin(1)
            path = self._canvas.beginPath()
            trace(name, path, self._left(x, side), y, side)
            self._canvas.drawPath(path)
            self._canvas.setLineCap(0)
            self._canvas.setLineJoin(0)

    def cut_and_fold(self, x: float, y: float, width: float, height: float) -> None:
        """Draw the edges of a card, and the fold in its middle; ``y`` is its bottom."""
        with self.artifact():
            self._stroke(0.6, 0.0)
            self._canvas.setDash(1, 2)
            left = self._left(x, width)
            self._canvas.rect(left, y, width, height)
            self._canvas.setDash(4, 3)
            self._canvas.line(left + width / 2, y, left + width / 2, y + height)
            self._canvas.setDash()

    def watermark(self, word: str, x: float, y: float, width: float, height: float) -> None:
        """Write a word across a rectangle, from corner to corner, in light grey."""
        slope = atan2(height, width)
        bold = plain(word, Type(1, 1, Face.BOLD))
        size = min(0.7 * hypot(width, height) / width_of(bold, 1), 0.2 * min(width, height))
        # Rotated letters would be extracted one by one: the word is given with them.
        with self.artifact(), self._in_one_piece(word):
            self._canvas.saveState()
            self._canvas.translate(x + width / 2, y + height / 2)
            self._canvas.rotate(degrees(slope))
            kind = Type(size, size, Face.BOLD, _GREY_OF_WATERMARK)
            parts = turned(bold, from_right=self._from_right)
            self._draw(parts, kind, -width_of(bold, size) / 2, -size / 3)
            self._canvas.restoreState()

    def _stroke(self, weight: float, grey: float) -> None:
        self._canvas.setLineWidth(weight)
        self._canvas.setStrokeGray(grey)


def turned(line: Line, *, from_right: bool) -> list[tuple[str, str]]:
    """Return a line from left to right, cut where its face changes, with the name of each."""
    faces = [run.face.value for run in line for _ in run.text]
    stands = [
        (char, NASKH if char in NASKH_DRAWS else faces[place])
        for place, char in visual("".join(run.text for run in line), from_right=from_right)
    ]
    return [
        ("".join(char for char, _ in alike), face)
        for face, alike in groupby(stands, key=lambda one: one[1])
    ]
