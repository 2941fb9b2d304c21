"""The same sheet, set by reportlab alone: its own paragraphs, lists and tables, no tags."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import lightgrey
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import HRFlowable, Paragraph, SimpleDocTemplate, Table

from filet.adapters.documents.faces import Face
from filet.domain import blocks

_BODY = ParagraphStyle("body", fontName=Face.REGULAR.value, fontSize=12, leading=16)
_ITEM = ParagraphStyle("item", _BODY, fontSize=13, leading=18, leftIndent=22, spaceAfter=6)
_HEAD = ParagraphStyle("head", _BODY, fontName=Face.BOLD.value, fontSize=14.5, spaceBefore=13)
_TITLE = ParagraphStyle("title", _HEAD, fontSize=23, leading=28)
_QUOTE = ParagraphStyle("quote", _ITEM, fontName=Face.ITALIC.value, leftIndent=0)
_BULLET = {"bulletFontName": Face.REGULAR.value}


def platypus(paper: blocks.Paper) -> bytes:
    """Return a sheet as anyone would set it with what reportlab brings along."""
    sheet = BytesIO()
    story = [part for block in paper.blocks for part in _set(block)]
    SimpleDocTemplate(sheet, pagesize=letter, lang=paper.language).build(story)
    return sheet.getvalue()


def _set(block: blocks.Block) -> list[Any]:
    match block:
        case blocks.Title(text=text):
            return [Paragraph(escape(text), _TITLE)]
        case blocks.Heading(text=text):
            return [Paragraph(escape(text), _HEAD), HRFlowable(width="100%", thickness=1.4)]
        case blocks.Point(text=text) | blocks.Tick(text=text):
            return [Paragraph(escape(text), _ITEM, bulletText="•")]
        case blocks.Quote(text=text):
            return [Paragraph(escape(text), _QUOTE)]
        case _:
            return _boxed(block)


def _boxed(block: blocks.Block) -> list[Any]:
    cells = [
        Paragraph(escape(text), _BODY) for text in blocks.texts(blocks.Paper("", "fr", (block,)))
    ]
    return [Table([cells], style=[("BOX", (0, 0), (-1, -1), 1, lightgrey)])] if cells else []
