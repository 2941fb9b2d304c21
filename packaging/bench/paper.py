"""From a plan to a tagged file, beside reportlab setting the same text without tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from bench.invented import sentence
from bench.lines import Line, Section, judged
from bench.timing import in_turn
from filet.adapters.catalogue import Catalogue
from filet.adapters.documents import ReportlabPrinter
from filet.adapters.documents.faces import Face, load
from filet.domain.kinds import Appears
from filet.domain.papers import PaperWords, PlanItem, stays, texts
from filet.paths import standard_paths

_RATIO, _BUDGET = 1.6, 150.0
_ITEMS = 80
_DAY = date(2026, 11, 23)


def paper() -> Section:
    """Measure the sheet that stays, of about four pages."""
    return Section("papers", tuple(_lines(standard_paths().resources)))


def _lines(resources: Path) -> Iterator[Line]:
    words = Catalogue(resources).paper_words("stays", "fr")
    items, printer = _plan(words), ReportlabPrinter(resources / "fonts")
    composed = stays(items, words, _DAY)
    style = ParagraphStyle("own", fontName=_face(resources / "fonts"), fontSize=11, leading=15)
    alone = partial(_set, texts(composed), style)
    own, plain = in_turn(lambda: printer.print(stays(items, words, _DAY)), alone, 15)
    ratio, pages = own.median / plain.median, printer.print(composed).pages
    yield Line(
        f"plan to tagged PDF ({pages} pages)",
        own.median,
        yardstick=plain.median,
        beside="reportlab alone, same text",
        budget=f"{_RATIO}×, {_BUDGET:.0f} ms",
        verdict=judged(ratio <= _RATIO and own.median <= _BUDGET),
        note=f"quickest {own.best:.0f} beside {plain.best:.0f} ms",
        best=own.best,
    )


def _plan(words: PaperWords) -> list[PlanItem]:
    """Return a plan whose items fall in every part of the sheet."""
    random = Random(_ITEMS)  # noqa: S311 - invented data
    sections = [section for part in words.parts for section in part.sections]
    forms = ("know", "do", "do", "contact", "her_words")
    return [
        PlanItem(
            sections[number % len(sections)],
            sentence(random, 14),
            Appears.STAYS,
            form=forms[number % len(forms)],
            phone="514 555-0100" if forms[number % len(forms)] == "contact" else "",
            rank=f"m{number:03}",
        )
        for number in range(_ITEMS)
    ]


def _set(lines: Sequence[str], style: ParagraphStyle) -> bytes:
    """Set paragraphs with what reportlab brings along."""
    sheet = BytesIO()
    SimpleDocTemplate(sheet, pagesize=letter).build(
        [Paragraph(escape(line), style) for line in lines]
    )
    return sheet.getvalue()


def _face(fonts: Path) -> str:
    """Register the faces, and return the name of the one that text is set in."""
    load(fonts)
    return Face.REGULAR.value
