"""Writing that joins its letters and is read from the right: its forms, its order, its sheet.

The words are invented for this test. No paper in such a language can be printed before
somebody who reads it has read its words over.
"""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from sheets import saved, told

from filet.adapters.catalogue import Catalogue
from filet.adapters.documents import ReportlabPrinter
from filet.adapters.documents.joining import joined
from filet.adapters.documents.order import visual
from filet.domain.blocks import (
    Block,
    Emergency,
    Heading,
    Notice,
    Numbers,
    Paper,
    Point,
    Quote,
    Tick,
    Title,
)
from filet.domain.errors import LanguageUnreviewed

TITLE, CALM = "ورقة للتذكير", "لا تقلقي، أنا هنا"
POINT = "أختي نور تعرف الكلمة السرية (قهوة) وتتصل بي على الرقم 819 555-0117 كل مساء."
BLOCKS: tuple[Block, ...] = (
    Title(TITLE), Emergency("طوارئ", "911", "أقول العنوان أولا، ثم اسمي."), Heading("الليلة"),
    Point(POINT), Tick("المفاتيح"), Numbers((("CLSC", "819 555-0160"),)), Quote(CALM),
    Notice("لا تخرج هذه الورقة.", "تمزق بعد القراءة."),
)  # fmt: skip
NUMBER = "819\u2011555\u20110117"


def drawn(text: str, *, from_right: bool) -> str:
    return "".join(char for _, char in visual(text, from_right=from_right))


# The form of each letter ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("نور", "\ufee7\ufeee\ufead"),  # a letter that never joins the next cuts the word
        ("سلام", "\ufeb3\ufefc\ufee1"),  # lam and alef are one
        ("لا", "\ufefb"),
        ("تقلقي", "\ufe97\ufed8\ufee0\ufed8\ufef2"),
        ("ب ب", "\ufe8f \ufe8f"),
        ("بـب", "\ufe91\u0640\ufe90"),
        ("بَب", "\ufe91\u064e\ufe90"),  # a mark stands between none
        ("پگی", "\ufb58\ufb95\ufbfd"),  # letters of Persian
        ("Élise 911", "Élise 911"),
    ],
)
def test_each_letter_takes_the_form_of_its_place(word: str, forms: str) -> None:
    assert joined(word) == forms


# The order of a line --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("read", "right", "left"),
    [
        ("אבג", "גבא", "גבא"),
        ("אב 911.", ".911 בא", ".911 בא"),
        ("אב (גד)", "(דג) בא", "(דג) בא"),
        (f"אב {NUMBER} ג", f"ג {NUMBER} בא", f"ג {NUMBER} בא"),
        ("CLSC אב", "בא CLSC", "CLSC בא"),
        ("אב CLSC ג 50%", "50% ג CLSC בא", "בא CLSC ג 50%"),
        ("Sœur אב : 911", "911 : בא Sœur", "Sœur בא : 911"),
        ("Élise, 12 ans", "Élise, 12 ans", "Élise, 12 ans"),
        ("", "", ""),
    ],
)
def test_a_line_stands_as_it_is_read(read: str, right: str, left: str) -> None:
    assert drawn(read, from_right=True) == right
    assert drawn(read, from_right=False) == left


def test_no_letter_is_lost_or_doubled() -> None:
    places = [place for place, _ in visual(POINT, from_right=True)]
    assert sorted(places) == list(range(len(POINT)))


# The sheet ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sheet(printer: ReportlabPrinter) -> bytes:
    made = printer.print(Paper("stays", "ar", BLOCKS))
    assert made.missing == ()
    return made.data


def plain(text: str) -> str:
    """Return extracted text with plain letters and nothing that only says how it is laid out."""
    kept = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", kept).split())


def test_the_text_is_read_in_its_order_by_pdfium_and_by_poppler(
    sheet: bytes, tmp_path: Path
) -> None:
    path = saved(tmp_path, sheet)
    poppler = subprocess.run(
        ["pdftotext", str(path), "-"], capture_output=True, encoding="utf-8", check=True
    )
    with pdfium.PdfDocument(sheet) as document:
        seen = document[0].get_textpage().get_text_range()
    for read in (plain(poppler.stdout), plain(seen)):
        for words in (TITLE, "لا تقلقي", "أنا هنا", "أختي نور تعرف الكلمة السرية"):
            assert words in read


def test_the_sheet_begins_at_the_right(sheet: bytes) -> None:
    """The first letter of the title stands at the right edge, the last one left of it."""
    with pdfium.PdfDocument(sheet) as document:
        page = document[0].get_textpage()
        boxes = {
            unicodedata.normalize("NFKC", page.get_text_range(place, 1)): page.get_charbox(place)
            for place in reversed(range(len(TITLE)))
        }
    first, last = boxes["و"], boxes["ي"]
    assert first[2] > 612 - 60
    assert last[0] < first[0]


def test_its_face_is_inside_and_it_is_accessible(sheet: bytes, tmp_path: Path) -> None:
    page = pytest.importorskip("page")
    path = saved(tmp_path, sheet)
    rows = told("pdffonts", path).splitlines()[2:]
    assert any("Naskh" in row for row in rows)
    assert all(row.split()[-5] == "yes" for row in rows)
    assert page.validate_pdf(str(path), profile="ua1").is_compliant
    assert "No syntax" in told("qpdf", "--check", path)


def test_her_words_in_arabic_stand_on_a_french_paper(printer: ReportlabPrinter) -> None:
    made = printer.print(Paper("stays", "fr", (Title("Mon scénario"), Quote(CALM))))
    assert made.missing == ()
    with pdfium.PdfDocument(made.data) as document:
        assert "لا تقلقي" in plain(document[0].get_textpage().get_text_range())


def test_the_same_sheet_is_the_same_bytes(printer: ReportlabPrinter, sheet: bytes) -> None:
    assert printer.print(Paper("stays", "ar", BLOCKS)).data == sheet


# Until somebody has read it over --------------------------------------------------------------


@pytest.mark.parametrize("template", ["stays", "takes", "children", "referral"])
def test_a_language_that_nobody_read_over_cannot_be_printed(
    repository: Path, template: str
) -> None:
    with pytest.raises(LanguageUnreviewed) as refused:
        Catalogue(repository / "resources").paper_words(template, "ar")
    assert refused.value.fields == {"name": "ar"}
