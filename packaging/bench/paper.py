"""From a plan to a tagged file, beside reportlab setting the same text without tags."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

from bench.invented import sentence
from bench.lines import Line, Section, judged
from bench.platypus import platypus
from bench.timing import in_turn
from filet.adapters.catalogue import Catalogue
from filet.adapters.documents import ReportlabPrinter
from filet.adapters.documents.faces import load
from filet.domain.kinds import Appears
from filet.domain.paper_words import PaperWords
from filet.domain.papers import PlanItem, stays
from filet.paths import standard_paths

_RATIO, _BUDGET = 1.6, 150.0
_USUAL, _LONG = 20, 80
_DAY = date(2026, 11, 23)


def paper() -> Section:
    """Measure the sheet that stays: a usual one, and one of many pages."""
    resources = standard_paths().resources
    load(resources / "fonts")
    return Section("papers", tuple(_line(resources, count) for count in (_USUAL, _LONG)))


def _line(resources: Path, count: int) -> Line:
    words = Catalogue(resources).paper_words("stays", "fr")
    items, printer = _plan(words, count), ReportlabPrinter(resources / "fonts")
    composed = stays(items, words, _DAY)
    own, plain = in_turn(
        lambda: printer.print(stays(items, words, _DAY)), lambda: platypus(composed), 15
    )
    ratio, pages = own.median / plain.median, printer.print(composed).pages
    return Line(
        f"plan of {count} items to tagged PDF ({pages} pages)",
        own.median,
        yardstick=plain.median,
        beside="reportlab alone, same sheet",
        budget=f"{_RATIO}×, {_BUDGET:.0f} ms",
        verdict=judged(ratio <= _RATIO and own.median <= _BUDGET),
        note=f"quickest {own.best:.0f} beside {plain.best:.0f} ms",
        best=own.best,
    )


def _plan(words: PaperWords, count: int) -> list[PlanItem]:
    """Return a plan whose items fall in every part of the sheet."""
    random = Random(count)  # noqa: S311 - invented data
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
        for number in range(count)
    ]
