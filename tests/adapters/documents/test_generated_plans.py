"""Whatever a plan holds: what may stand on a paper stands there once, and nothing else does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import page
import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheets import saved, told
from tools import shipped

from filet.adapters.documents import ReportlabPrinter
from filet.domain import file_copy, handouts, papers
from filet.domain.blocks import Layout, Paper, texts
from filet.domain.errors import NotForThisPaper
from filet.domain.file_copy import Filed, FiledItem, Voice
from filet.domain.kinds import Appears
from filet.domain.papers import PlanItem, stays_inside
from filet.domain.plan import Form, MeasureNature, Situation
from filet.domain.text import clean

CATALOGUE = shipped()
PLAN = CATALOGUE.plan()
DAY = date(2027, 2, 16)
LEAVING = ("takes", "bag", "children")
EVERY = ("stays", *LEAVING, "blank", "clinician")
LEAVES = (Appears.TAKES, Appears.CARD)
FEW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
MANY = settings(max_examples=60, deadline=None)

ITEM = st.builds(
    PlanItem,
    section=st.sampled_from([*(section.id for section in PLAN.sections), "a region's own"]),
    text=st.text("abcéœ ,;%<>&{}()\n", max_size=60),
    appears=st.sampled_from(Appears),
    nature=st.sampled_from([*MeasureNature, "a nature nobody declared"]),
    form=st.sampled_from(Form),
    phone=st.sampled_from(["", "819 555-0117"]),
    rank=st.sampled_from("abc"),
    read_by_him=st.sampled_from(["", " ", "rien"]),
)
LIVED = st.frozensets(st.sampled_from([one.value for one in Situation]))
LANGUAGE = st.sampled_from(["fr", "en"])


def marked(items: Sequence[PlanItem]) -> list[PlanItem]:
    """Begin each item with a word of its own, to be found again."""
    return [replace(item, text=f"Zq{n:03}v {item.text}") for n, item in enumerate(items)]


PLANS = st.lists(ITEM, max_size=14).map(marked)


def mark(item: PlanItem) -> str:
    return item.text[:6]


def may_be_written(item: PlanItem) -> bool:
    """Tell whether a plan may hold an item at all: the use case refuses the others."""
    return item.appears not in LEAVES or not stays_inside(item.nature)


def made(
    template: str, plan: Sequence[PlanItem], language: str, lived: frozenset[str] = frozenset()
) -> Paper:
    words = CATALOGUE.paper_words(template, language)
    match template:
        case "stays":
            return papers.stays(plan, words, DAY, DAY, kept_at="classeur")
        case "takes":
            return papers.takes(plan, words, DAY)
        case "bag":
            return handouts.bag(plan, words, DAY, lived)
        case "children":
            return handouts.children(words, DAY, lived)
        case "blank":
            return handouts.blank(words, ["Signes"], DAY)
        case _:
            items = tuple(FiledItem(item, Voice.HERS) for item in plan)
            sections = tuple((one.id, one.names[language]) for one in PLAN.sections)
            return file_copy.clinician(Filed("26-A-0001", items, sections), words, DAY, DAY)


def allowed(template: str, item: PlanItem, language: str) -> bool:
    words = CATALOGUE.paper_words(template, language)
    match template:
        case "stays" | "takes":
            return papers.stands_on(item, words)
        case "bag":
            return handouts.stands_among(item, words)
        case "clinician":
            return item.nature not in file_copy.ON_NO_PAPER
        case _:
            return False


def extracted(paper: Paper, printer: ReportlabPrinter) -> str:
    with pdfium.PdfDocument(printer.print(paper).data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("template", EVERY)
@given(plan=PLANS, language=LANGUAGE, lived=LIVED)
@MANY
def test_what_may_stand_on_a_paper_does_and_nothing_else(
    template: str, plan: list[PlanItem], language: str, lived: frozenset[str]
) -> None:
    plan = [item for item in plan if may_be_written(item)]
    said = "\n".join(texts(made(template, plan, language, lived)))
    for item in plan:
        assert said.count(mark(item)) == allowed(template, item, language), item


@pytest.mark.parametrize("template", LEAVING)
@given(plan=PLANS, language=LANGUAGE, lived=LIVED)
@MANY
def test_nothing_that_gives_her_away_leaves_whatever_was_answered(
    template: str, plan: list[PlanItem], language: str, lived: frozenset[str]
) -> None:
    try:
        said = "\n".join(texts(made(template, plan, language, lived)))
    except NotForThisPaper:
        assert any(not may_be_written(item) for item in plan)
        return
    inside = [item for item in plan if stays_inside(item.nature) or item.section == "leaving"]
    assert not [item for item in inside if mark(item) in said]


@pytest.mark.parametrize("template", EVERY)
@given(plan=PLANS, language=LANGUAGE, large=st.booleans())
@FEW
def test_every_text_is_extracted_once_and_in_order(
    template: str, plan: list[PlanItem], language: str, large: bool, printer: ReportlabPrinter
) -> None:
    plan = [item for item in plan if may_be_written(item)]
    paper = made(template, plan, language)
    paper = replace(paper, layout=Layout.LARGE) if large else paper
    wanted = [word for text in texts(paper) for word in re.findall(r"Zq\d{3}v", text)]
    assert re.findall(r"Zq\d{3}v", extracted(paper, printer)) == wanted


HOSTILE = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.text("Wé", min_size=120, max_size=220),
    st.sampled_from(
        [
            '<b>gras</b> & &amp; <font size="1"> <!-- --> </para> ]]> %s {title} {0}',
            "a\x00b\x1bc\u200bd\u202ee\ufefff\tz\r\nfin",
            "🙂👩\u200d👧 שלום q\u0323 ﷽ ᐃᓄᒃ",
            "=cmd|' /C calc'!A0 \\ ${x} $(x) `x`",
            "https://exemple.test/" + "long" * 30,
        ]
    ),
)
"""Markup, controls, words that no line holds, signs that no font of ours has."""


def letters(text: str) -> str:
    """Return the letters and numbers of a text that the font of the papers has."""
    return "".join(re.findall(r"[A-Za-z0-9À-ÖØ-öø-ÿ]", text))


@pytest.mark.parametrize("template", ["stays", "takes"])
@given(texts_of=st.lists(HOSTILE, min_size=1, max_size=4), language=LANGUAGE)
@FEW
def test_whatever_she_writes_is_read_in_the_file_whole_once_and_in_order(
    template: str, texts_of: list[str], language: str, printer: ReportlabPrinter
) -> None:
    plan = [
        PlanItem("signs", clean(f"Zq{n:03}v {text} vq{n:03}Z"), Appears.TAKES, rank=f"m{n}")
        for n, text in enumerate(texts_of)
    ]
    read = letters(extracted(made(template, plan, language), printer))
    ends = [word for n in range(len(plan)) for word in (f"Zq{n:03}v", f"vq{n:03}Z")]
    assert re.findall(r"Zq\d{3}v|vq\d{3}Z", read) == ends
    for item in plan:
        assert read.count(letters(item.text)) == 1, item.text


# Each of them, as a file ------------------------------------------------------------------

FULL = marked(
    [
        PlanItem(section.id, "é, puis 911 : « ça »?", appears, form=form, phone=phone)
        for section, form, appears, phone in zip(
            PLAN.sections * 2,
            [*Form] * 7,
            [Appears.TAKES, Appears.STAYS] * 14,
            ["", "819 555-0117"] * 14,
            strict=True,
        )
    ]
)
"""Something of each form in each section."""


@pytest.mark.parametrize("layout", [Layout.LETTER, Layout.LARGE])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("template", EVERY)
def test_each_paper_is_sound_accessible_and_the_same_twice(
    template: str, language: str, layout: Layout, printer: ReportlabPrinter, tmp_path: Path
) -> None:
    paper = replace(made(template, FULL, language), layout=layout)
    sheet = printer.print(paper)
    path = saved(tmp_path, sheet.data)
    assert "No syntax or stream encoding errors found" in told("qpdf", "--check", path)
    assert page.validate_pdf(str(path), profile="ua1").is_compliant
    assert sheet == printer.print(made_again(template, language, layout))
    assert sheet.missing == ()


def made_again(template: str, language: str, layout: Layout) -> Paper:
    return replace(made(template, list(FULL), language), layout=layout)


def test_a_plan_of_three_hundred_items_becomes_each_paper(printer: ReportlabPrinter) -> None:
    many = marked(
        [PlanItem("signs", "Il range.", Appears.TAKES, rank=f"m{n:03}") for n in range(300)]
    )
    for template in ("stays", "takes", "clinician"):
        paper = made(template, many, "fr")
        found = re.findall(r"Zq\d{3}v", extracted(paper, printer))
        assert found == [f"Zq{n:03}v" for n in range(300)]


# The words that come with them -----------------------------------------------------------

SAID_ON_PURPOSE = {
    "takes": {"911", "urgence", "emergency"},
    "bag": {"clés", "clé", "keys", "key", "maison"},
    "children": {"911", "peur", "afraid", "help"},
}
"""The number to dial, things that everybody carries or pays for, and what a child may feel."""


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("template", LEAVING)
def test_the_words_of_a_paper_that_leaves_betray_nothing(template: str, language: str) -> None:
    lived = frozenset(one.value for one in Situation)
    said = texts(made(template, [], language, lived))
    found = papers.betraying_words(said, CATALOGUE.betraying(), [])
    assert set(found) <= SAID_ON_PURPOSE[template]
