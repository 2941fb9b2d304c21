"""The text of a paper is exactly what its bytes say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from indoors import Indoors
from tools import shipped

from filet.adapters.documents import ReportlabPrinter
from filet.application.printing import Sheet
from filet.domain.blocks import Heading, Paper, WriteLines
from filet.domain.file_copy import Filed, FiledItem, Voice, clinician
from filet.domain.handouts import bag, blank, children
from filet.domain.kinds import Appears
from filet.domain.papers import PlanItem, card, stays, takes
from filet.gui.models.twin import TwinRow, twin_rows
from filet.i18n.dates import typography

DAY = date(2027, 2, 16)
WORD = st.text("abcdeéèàœîç'’0123", min_size=1, max_size=9)
WORDS = st.lists(WORD, min_size=1, max_size=14).map(" ".join)
SECTIONS = ("signs", "if_violent", "children", "prepare", "people", "strength")
ITEM = st.builds(
    PlanItem,
    section=st.sampled_from(SECTIONS),
    text=WORDS,
    appears=st.just(Appears.TAKES),
    form=st.sampled_from(["know", "do", "her_words", "contact"]),
    phone=st.sampled_from(["", "819 555-0117"]),
    rank=st.sampled_from("abc"),
    read_by_him=st.just("oui"),
)
LANGUAGE = st.sampled_from(["fr", "en"])


@pytest.fixture(scope="module")
def house() -> Mapping[str, Indoors]:
    return {language: Indoors(language=language) for language in ("fr", "en")}


@pytest.fixture(scope="module")
def printer(repository: Path) -> ReportlabPrinter:
    return ReportlabPrinter(repository / "resources" / "fonts")


def rows(house: Mapping[str, Indoors], paper: Paper) -> tuple[TwinRow, ...]:
    return twin_rows(house[paper.language].context, paper)


def signs(texts: Iterable[str]) -> Counter[str]:
    """Count what is written: a reader of the bytes may join or part words, never letters."""
    written = "".join(texts)
    return Counter(sign for sign in written if not sign.isspace() and sign != "•")


def printed(sheet: Sheet) -> list[str]:
    with pdfium.PdfDocument(sheet.data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def repeated(paper: Paper, pages: int) -> Counter[str]:
    """Count what stands on every page for the eye alone: foot, number, exercise."""
    each = [paper.footer, paper.banner] * (pages - 1)
    numbers = [paper.page_words.format(page=n + 1, pages=pages) for n in range(pages)]
    every = [*each, *(numbers if pages > 1 else []), *([paper.watermark] * pages)]
    return signs(typography(text, paper.language) for text in every)


def continued(paper: Paper) -> Counter[str]:
    """Count what may head a page on which a part goes on."""
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    every = (paper.continued.format(title=title) for title in headings * 3)
    return signs(typography(text, paper.language) for text in every)


def given_way(paper: Paper) -> Counter[str]:
    """Count what names lines for her hand: they give way where they would begin a page."""
    lines = (block for block in paper.blocks if isinstance(block, WriteLines) and block.spare)
    return signs(typography(block.label, paper.language) for block in lines)


FEW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def made(template: str, items: list[PlanItem], language: str, *, exercise: bool) -> Paper:
    said = shipped().paper_words(template, language)
    match template:
        case "stays":
            return stays(items, said, DAY, DAY, kept_at="classeur", exercise=exercise)
        case "takes":
            return takes(items, said, DAY, exercise=exercise)
        case "bag":
            return bag(items, said, DAY, frozenset({"pets", "children"}), exercise=exercise)
        case "children":
            return children(said, DAY, frozenset(), exercise=exercise)
        case "blank":
            return blank(said, ["Signes"], DAY, kept_at="trousse", exercise=exercise)
        case _:
            voices = tuple(Voice)
            filed = tuple(FiledItem(item, voices[n % 3], "oui") for n, item in enumerate(items))
            copy = Filed("26-A-0001", filed, tuple((one, one) for one in SECTIONS))
            return clinician(copy, said, DAY, DAY, exercise=exercise)


@given(items=st.lists(ITEM, max_size=18), language=LANGUAGE, exercise=st.booleans())
@FEW
def test_the_text_of_a_sheet_says_every_word_of_its_bytes_and_no_other(
    items: list[PlanItem],
    language: str,
    exercise: bool,
    house: Mapping[str, Indoors],
    printer: ReportlabPrinter,
) -> None:
    for template in ("stays", "takes", "bag", "children", "blank", "clinician"):
        paper = made(template, items, language, exercise=exercise)
        sheet = printer.print(paper)
        shown, found = signs(row.text for row in rows(house, paper)), signs(printed(sheet))
        assert not shown - found - given_way(paper)
        assert not found - shown - repeated(paper, sheet.pages) - continued(paper)


@given(
    numbers=st.lists(st.tuples(WORD, st.just("819 555-0117")), max_size=3),
    lines=st.lists(WORD, max_size=3),
    titles=st.tuples(WORD, WORD),
)
@FEW
def test_the_text_of_a_card_is_its_bytes(
    numbers: list[tuple[str, str]],
    lines: list[str],
    titles: tuple[str, str],
    house: Mapping[str, Indoors],
    printer: ReportlabPrinter,
) -> None:
    paper = card(numbers, lines, shipped().paper_words("card", "fr"), titles=titles)
    sheet = printer.print(paper)
    assert signs(printed(sheet)) == signs(row.text for row in rows(house, paper))


def test_names_of_parts_are_said_to_be_headings(house: Mapping[str, Indoors]) -> None:
    item = PlanItem("people", "Prune", Appears.STAYS)
    paper = stays([item], shipped().paper_words("stays", "fr"), DAY)
    headings = [row.text for row in rows(house, paper) if row.is_heading]
    assert headings == ["Mon scénario de protection", "Les gens sur qui je compte"]
