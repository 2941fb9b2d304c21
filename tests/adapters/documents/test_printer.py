import hashlib
import io
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import get_args

import page
import pikepdf
import pytest
from sheets import BLOCKS, CARD, letter, read, saved, told

from filet.adapters.documents import ReportlabPrinter
from filet.domain.blocks import (
    Block,
    CardPanel,
    Heading,
    Layout,
    Lead,
    Numbers,
    Paper,
    Person,
    Point,
    Question,
    Quote,
    Tick,
    Ticks,
    Title,
    Voiced,
    texts,
)
from filet.domain.errors import CardTooFull, LibraryMissing

EVERY = [
    letter(),
    letter(language="en"),
    letter(watermark="EXERCICE"),
    replace(letter(), layout=Layout.LARGE),
    CARD,
    replace(CARD, watermark="EXERCICE"),
    Paper("card", "fr", (CardPanel(), CardPanel()), layout=Layout.CARD),
]
NAMES = ["letter", "english", "exercise", "large", "card", "exercise card", "empty card"]
every_paper = pytest.mark.parametrize("paper", EVERY, ids=NAMES)

MAKERS = [b"reportlab", b"pikepdf", b"qpdf", b"filet", b"anonymous", b"untitled", b"unspecified"]


# What any file of ours is ------------------------------------------------------------


@every_paper
def test_a_file_is_sound_and_passes_automated_checks_of_pdf_ua(
    paper: Paper, printer: ReportlabPrinter, tmp_path: Path
) -> None:
    path = saved(tmp_path, printer.print(paper).data)
    assert "No syntax or stream encoding errors found" in told("qpdf", "--check", path)
    assert page.validate_pdf(str(path), profile="ua1").is_compliant


@every_paper
def test_the_same_paper_gives_the_same_bytes(paper: Paper, printer: ReportlabPrinter) -> None:
    first, second = printer.print(paper), printer.print(paper)
    assert first == second
    assert first.digest == hashlib.sha256(first.data).hexdigest()


@every_paper
def test_a_file_tells_neither_who_made_it_nor_when(
    paper: Paper, printer: ReportlabPrinter, tmp_path: Path
) -> None:
    path = saved(tmp_path, printer.print(paper).data)
    plain = tmp_path / "plain.pdf"
    told("qpdf", "--qdf", "--object-streams=disable", "--deterministic-id", path, plain)
    inside = plain.read_bytes().split(b"\n", 6)[6]  # qpdf signs the head of what it unpacks
    assert not [word for word in MAKERS if word in inside.replace(b"QDF", b"").lower()]
    assert not [word for word in MAKERS if word in path.read_bytes().lower()]
    said = told("pdfinfo", path)
    assert "Title:           Aide-mémoire" in said
    assert not re.search("Author|Creator|Producer|Date", said)


@every_paper
def test_every_font_is_ours_embedded_and_cut_to_what_is_used(
    paper: Paper, printer: ReportlabPrinter, tmp_path: Path
) -> None:
    _, _, *fonts = told("pdffonts", saved(tmp_path, printer.print(paper).data)).splitlines()
    assert bool(fonts) == bool(texts(paper))
    for font in fonts:
        assert re.match(r"AAAAAA\+Lisible-\w+ +TrueType +WinAnsi +yes yes yes", font)


@every_paper
def test_every_word_of_a_paper_can_be_read_in_its_file(
    paper: Paper, printer: ReportlabPrinter, tmp_path: Path
) -> None:
    text = read(saved(tmp_path, printer.print(paper).data), "-layout")
    words = [word for each in texts(paper) for word in re.findall(r"[^\W\d_]{2,}", each)]
    assert not [word for word in words if word not in text]


@pytest.mark.parametrize(("language", "known"), [("fr", "fr-CA"), ("en", "en-CA"), ("es", "es")])
def test_a_file_says_its_language(language: str, known: str, printer: ReportlabPrinter) -> None:
    with pikepdf.open(saved_in_memory(printer, letter(language=language))) as pdf:
        assert str(pdf.Root.Lang) == known
        assert pdf.Root.MarkInfo.Marked


def saved_in_memory(printer: ReportlabPrinter, paper: Paper) -> io.BytesIO:
    return io.BytesIO(printer.print(paper).data)


# What a screen reader gets -----------------------------------------------------------


def test_titles_lists_tables_and_quotes_are_tagged_as_what_they_are(
    printer: ReportlabPrinter, tmp_path: Path
) -> None:
    tags = told("pdfinfo", "-struct", saved(tmp_path, printer.print(letter()).data))
    counted = {tag: len(re.findall(rf"^\s*{tag}\b", tags, re.MULTILINE)) for tag in TAGS}
    assert counted == TAGS


TAGS = {
    "H1": 1,
    "H2": 5,
    "L": 5,
    "LI": 12,
    "Lbl": 12,
    "LBody": 12,
    "Table": 2,
    "TR": 4,
    "TH": 4,
    "BlockQuote": 2,
}


def test_the_structure_says_the_words_in_the_order_of_the_paper(
    printer: ReportlabPrinter, tmp_path: Path
) -> None:
    said = told("pdfinfo", "-struct-text", saved(tmp_path, printer.print(letter()).data))
    heard = " ".join("".join(re.findall(r'"(.*)"', said)).split())
    places = [
        heard.index(word)
        for word in (
            "scénario",
            "911",
            "entrée",
            "Lunettes",
            "Copies",
            "Prunelle",
            "Łucja",
            "rivière",
            "main",
            "relus",
        )
    ]
    assert places == sorted(places)


def test_no_two_words_become_one_where_a_line_ends(
    printer: ReportlabPrinter, tmp_path: Path
) -> None:
    text = " ".join(f"mot{n}" for n in range(300))
    said = told("pdfinfo", "-struct-text", saved(tmp_path, printer.print(letter(Point(text))).data))
    assert text in "".join(re.findall(r'"(.*)"', said))


def test_a_box_to_tick_is_said_to_be_one(printer: ReportlabPrinter) -> None:
    with pikepdf.open(saved_in_memory(printer, letter(Tick("Lunettes")))) as pdf:
        label = pdf.Root.StructTreeRoot.K[0].K[0].K[0].K[0]
        assert (str(label.S), str(label.ActualText)) == ("/Lbl", "\u2610")


@pytest.mark.parametrize("layout", [Layout.LETTER, Layout.LARGE])
def test_a_name_on_two_lines_is_read_before_its_number(
    layout: Layout, printer: ReportlabPrinter, tmp_path: Path
) -> None:
    long = "Mme Boisclair-Fictive, ma voisine d'en face"
    paper = letter(Person(long, "8195550163", "à toute heure"), Numbers(((long, "8195550122"),)))
    text = read(saved(tmp_path, printer.print(replace(paper, layout=layout)).data), "-raw")
    assert f"{long.replace(chr(39), chr(8217))} 819 555-0163 à toute heure" in text
    assert f"{long.replace(chr(39), chr(8217))} 819 555-0122" in text


def test_her_words_and_the_facts_of_the_team_are_told_apart(printer: ReportlabPrinter) -> None:
    hers, kept = Voiced("Je sors.", "Équipe."), Voiced("Je sors.", "Équipe.", is_hers=False)
    with pikepdf.open(saved_in_memory(printer, letter(hers, kept))) as pdf:
        tags = [str(one.S) for one in pdf.Root.StructTreeRoot.K[0].K]
    assert tags == ["/BlockQuote", "/P", "/P", "/P"]


def test_a_question_its_boxes_and_its_lines_share_a_page(
    printer: ReportlabPrinter, tmp_path: Path
) -> None:
    asked = [Question(f"Question {n}?", ("Oui", "Non"), f"Mots {n} :", 2) for n in range(30)]
    sheet = printer.print(letter(*asked))
    path = saved(tmp_path, sheet.data)
    assert sheet.pages > 2
    for number in range(1, sheet.pages + 1):
        text = read(path, "-raw", "-f", f"{number}", "-l", f"{number}")
        assert text.count("?") == text.count("Oui") == text.count("Mots") > 0


def test_answers_that_are_too_wide_go_on_under_the_first(
    printer: ReportlabPrinter, tmp_path: Path
) -> None:
    answers = tuple(f"Une réponse assez longue numéro {n}" for n in range(5))
    path = saved(tmp_path, printer.print(letter(Question("Quand?", answers))).data)
    said = read(path, "-raw")
    places = [said.index(answer) for answer in answers]
    assert places == sorted(places)


# Pages -------------------------------------------------------------------------------


def test_one_page_has_no_number_and_two_have(printer: ReportlabPrinter, tmp_path: Path) -> None:
    one = printer.print(letter(Title("Un")))
    assert one.pages == 1
    assert "1 de 1" not in read(saved(tmp_path, one.data))
    two = printer.print(letter(*(Point(f"Point {n}") for n in range(40))))
    assert two.pages == 2
    assert "2 de 2" in read(saved(tmp_path, two.data))


def test_less_air_saves_a_sheet_of_a_few_lines_and_no_letter_is_smaller(
    printer: ReportlabPrinter, tmp_path: Path
) -> None:
    heights = []
    for count in (20, 30):
        sheet = printer.print(letter(*(Point(f"Point {n}") for n in range(count))))
        assert sheet.pages == 1
        words = read(saved(tmp_path, sheet.data), "-bbox")
        found = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">Point', words)
        assert len(found) == count
        heights.append({round(float(under) - float(top), 2) for top, under in found})
        steps = [float(b[0]) - float(a[0]) for a, b in pairwise(found)]
        assert (max(steps) < 22) is (count == 30)
    assert heights[0] == heights[1]


@pytest.mark.parametrize("before", range(18, 28))
def test_a_heading_is_never_alone_at_the_foot(
    before: int, printer: ReportlabPrinter, tmp_path: Path
) -> None:
    blocks: list[Block] = [Point("Avant") for _ in range(before)]
    blocks += [Heading("Titre"), Point("Premier"), *[Point("Second")] * 12]
    path = saved(tmp_path, printer.print(letter(*blocks)).data)
    pages = [read(path, "-f", f"{n}", "-l", f"{n}") for n in (1, 2)]
    assert ["Titre" in text.replace("Titre, suite", "") for text in pages] == [
        "Premier" in text for text in pages
    ]


def test_a_part_that_goes_on_says_which_it_is(printer: ReportlabPrinter, tmp_path: Path) -> None:
    blocks: list[Block] = [Heading("S'il devient violent"), *[Point("Je sors.")] * 40]
    path = saved(tmp_path, printer.print(letter(*blocks)).data)
    assert "S’il devient violent, suite" in read(path, "-f", "2")


def test_large_print_has_no_word_under_eighteen_points(
    printer: ReportlabPrinter, tmp_path: Path
) -> None:
    sizes = sizes_in(printer.print(replace(letter(), layout=Layout.LARGE)).data, tmp_path)
    assert min(sizes) == 18


def test_a_letter_has_no_word_under_ten_points(printer: ReportlabPrinter, tmp_path: Path) -> None:
    assert min(sizes_in(printer.print(letter()).data, tmp_path)) == 10


def sizes_in(data: bytes, folder: Path) -> set[float]:
    """Return the sizes in which something is drawn, in points."""
    sizes, size = set[float](), 0.0
    with pikepdf.open(saved(folder, data)) as pdf:
        for sheet in pdf.pages:
            for step in pikepdf.parse_content_stream(sheet):
                size = float(str(step.operands[1])) if str(step.operator) == "Tf" else size
                sizes |= {size} if str(step.operator) == "Tj" else set()
    return sizes


# The training vault ------------------------------------------------------------------


def test_each_page_of_the_training_vault_says_so_in_words_that_can_be_read(
    printer: ReportlabPrinter, tmp_path: Path
) -> None:
    paper = letter(*[Point("Je sors.")] * 60, watermark="EXERCICE")
    sheet = printer.print(replace(paper, banner="EXERCICE. Rien de vrai ici."))
    path = saved(tmp_path, sheet.data)
    for number in range(1, sheet.pages + 1):
        text = read(path, "-f", f"{number}", "-l", f"{number}")
        assert "EXERCICE. Rien de vrai ici." in text
    assert told("pdfinfo", "-struct-text", path).count("EXERCICE") == 1  # not on every page


# Hostile words -----------------------------------------------------------------------

MARKUP = '<b>gras</b> & &amp; <font size="1"> <!-- --> </para> ]]> \\n %s {title} {0}'


@pytest.mark.parametrize("kind", [Title, Lead, Heading, Point, Tick, Quote])
def test_markup_is_printed_as_it_was_typed(
    kind: type[Point], printer: ReportlabPrinter, tmp_path: Path
) -> None:
    sheet = printer.print(letter(kind(MARKUP), Point("après")))
    words = MARKUP.replace('"', "").split()
    text = read(saved(tmp_path, sheet.data)).replace('"', "").replace("“", "").replace("”", "")
    assert not [word for word in words if word not in text]
    assert sheet.missing == ()


def test_what_cannot_be_drawn_is_said_and_shown_as_a_box(
    printer: ReportlabPrinter, tmp_path: Path
) -> None:
    sheet = printer.print(letter(Point("Cœur 🙂 שלום ᐃᓄᒃ z\u030c fin")))
    assert sheet.missing == ("🙂", *"שלום", *"ᐃᓄᒃ")
    assert "Cœur \ufffd \ufffd\ufffd\ufffd\ufffd" in read(saved(tmp_path, sheet.data))
    assert page.validate_pdf(str(saved(tmp_path, sheet.data)), profile="ua1").is_compliant


def test_a_lost_accent_is_said_and_its_letter_kept(
    printer: ReportlabPrinter, tmp_path: Path
) -> None:
    sheet = printer.print(letter(Point("q\u0323ue")))
    assert sheet.missing == ("\u0323",)
    assert "que" in read(saved(tmp_path, sheet.data))


def test_signs_without_a_shape_are_left_out(printer: ReportlabPrinter, tmp_path: Path) -> None:
    sheet = printer.print(letter(Point("a\x00b\x1bc\u200bd\u202ee\ufefff\ud800g\tz")))
    assert sheet.missing == ("\ufffd",)
    assert "abcdef\ufffdg z" in read(saved(tmp_path, sheet.data))


@pytest.mark.parametrize(
    "block",
    [
        Title("x" * 10_000),
        Heading("mot " * 2_500, "x" * 1_000),
        Point("x" * 10_000),
        Tick("mot " * 2_500),
        Ticks(("x" * 5_000, "y" * 5_000)),
        Person("x" * 3_000, "9" * 3_000, "mot " * 1_000),
        Numbers((("x" * 5_000, "mot " * 1_250),)),
        Quote("x\n" * 5_000),
        Voiced("x" * 5_000, "mot " * 1_250),
        Question("mot " * 2_000, ("x" * 1_000, "x" * 1_000), "mot", 2),
    ],
    ids=lambda block: type(block).__name__,
)
def test_ten_thousand_characters_are_all_printed(
    block: Block, printer: ReportlabPrinter, tmp_path: Path
) -> None:
    sheet = printer.print(letter(block))
    typed = "".join(texts(letter(block))).replace(" ", "").replace("\n", "")
    found = read(saved(tmp_path, sheet.data), "-layout").replace(" ", "")
    assert found.count("x") >= typed.count("x")
    assert found.count("mot") >= typed.count("mot")
    assert sheet.pages > 1


def test_empty_words_leave_no_hole(printer: ReportlabPrinter) -> None:
    emptied: list[Block] = [
        Title(""),
        Lead(""),
        Heading(""),
        Point(""),
        Tick(""),
        Quote(" "),
        Numbers(()),
    ]
    assert printer.print(letter(*emptied)).pages == 1


# The card ----------------------------------------------------------------------------


def test_a_card_is_cut_to_the_size_of_a_wallet(printer: ReportlabPrinter) -> None:
    with pikepdf.open(saved_in_memory(printer, CARD)) as pdf:
        steps = pikepdf.parse_content_stream(pdf.pages[0])
        (edge,) = (step for step in steps if str(step.operator) == "re")
        _, _, width, height = (float(str(number)) for number in edge.operands)
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (2 * 86, 54)


@pytest.mark.parametrize(
    ("panel", "line"),
    [
        (CardPanel(lines=("ok", "mot " * 200)), "mot " * 200),
        (CardPanel(lines=("x" * 80,)), "x" * 80),
        (CardPanel(numbers=(("Un nom bien trop long pour tenir à côté", "819 555-0122"),)), None),
        (CardPanel(lines=tuple(f"ligne {n}" for n in range(20))), "ligne 9"),
        (CardPanel(title="Semaine " * 60), "Semaine " * 60),
        (CardPanel(numbers=(("", "819 555-0122"),) * 12), "819 555-0122"),
    ],
)
def test_a_line_that_does_not_fit_is_named(
    panel: CardPanel, line: str | None, printer: ReportlabPrinter
) -> None:
    with pytest.raises(CardTooFull) as full:
        printer.print(replace(CARD, blocks=(CardPanel(), panel)))
    assert full.value.fields["line"] == (line or panel.numbers[0][0])


def test_a_line_that_does_not_fit_is_in_no_traceback(printer: ReportlabPrinter) -> None:
    with pytest.raises(CardTooFull) as full:
        printer.print(replace(CARD, blocks=(CardPanel(), CardPanel(lines=("Mirabelle " * 90,)))))
    assert "Mirabelle" not in str(full.value) + repr(full.value)


def test_blank_lines_push_no_word_off_the_card(printer: ReportlabPrinter) -> None:
    panel = CardPanel(lines=(*[""] * 60, "loyer"))
    with pytest.raises(CardTooFull):
        printer.print(replace(CARD, blocks=(CardPanel(), panel)))


def test_a_name_typed_on_two_lines_stands_on_one(printer: ReportlabPrinter, tmp_path: Path) -> None:
    panel = CardPanel(numbers=(("Rose\nTricot", "819\n555"),))
    sheet = printer.print(replace(CARD, blocks=(CardPanel(), panel)))
    assert "Rose Tricot 819 555" in read(saved(tmp_path, sheet.data), "-layout")


def test_a_full_card_is_never_set_under_eight_points_and_a_half(
    printer: ReportlabPrinter, tmp_path: Path
) -> None:
    panel = CardPanel("Titre", (("Tricot", "819 555-0122"),), tuple("abcdefg"))
    sizes = sizes_in(printer.print(replace(CARD, blocks=(panel, panel))).data, tmp_path)
    assert 8.5 <= min(sizes) < 9.5


# What may be missing -----------------------------------------------------------------


def test_missing_fonts_are_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing) as missing:
        ReportlabPrinter(tmp_path).print(letter())
    assert missing.value.fields == {"name": "FiletLisible-Regular.ttf"}


def test_a_paper_is_made_in_memory_only(
    printer: ReportlabPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    printer.print(letter())
    assert not list(tmp_path.iterdir())


def test_blocks_of_the_sample_are_all_there_are() -> None:
    kinds = {type(block) for block in (*BLOCKS, *CARD.blocks)}
    assert kinds == set(get_args(Block))
