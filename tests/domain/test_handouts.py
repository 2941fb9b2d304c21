"""What comes with a paper whatever her plan, and what of her plan may join it."""

from dataclasses import replace
from datetime import date

import pytest

from filet.domain.blocks import (
    Block,
    Emergency,
    Heading,
    Layout,
    Lead,
    Notice,
    Numbers,
    Point,
    Question,
    Small,
    Tick,
    Ticks,
    Title,
    WriteLines,
    texts,
)
from filet.domain.errors import NotForThisPaper
from filet.domain.handouts import bag, blank, children, stands_among
from filet.domain.kinds import Appears
from filet.domain.paper_words import Asked, OwnLine, PaperWords, Part
from filet.domain.papers import PlanItem

DAY, END = date(2027, 2, 16), date(2027, 5, 16)
NOTHING: frozenset[str] = frozenset()

BAG = PaperWords(
    "bag",
    "fr",
    {"title": "Aide-mémoire", "made": "{date}"},
    (
        Part("Papiers", ("immigration",), lines=(OwnLine("Cartes", "do"),)),
        Part(
            "Animaux",
            lines=(
                OwnLine("Laisse", "do", frozenset({"pets"})),
                OwnLine("Carnet", "do", frozenset({"pets", "rural"})),
            ),
        ),
    ),
    left_out=frozenset({"leaving"}),
    by_hand=2,
)
CHILD = PaperWords(
    "children",
    "fr",
    {"title": "Ma feuille", "made": "{date}", "emergency_number": "911"},
    (
        Part(
            "Aide",
            lines=(
                OwnLine("J'appelle", "number"),
                OwnLine("Pas ma faute"),
                OwnLine("À la main :", "write", count=3),
            ),
        ),
        Part("Rien", lines=(OwnLine("Messages", when=frozenset({"shared_custody"})),)),
    ),
    large=True,
)
BLANK = PaperWords(
    "blank",
    "fr",
    {
        "title": "À la main",
        "keep": "À recopier.",
        "destroy_on": "À détruire le {date}.",
        "emergency_label": "Danger",
        "emergency_number": "911",
        "emergency_say": "Où?",
        "not_out": "Ne sort pas.",
        "place": "Rangée : {place}.",
        "how_to_destroy": "En morceaux.",
        "plan_title": "Scénario",
        "unreviewed": "{count} à relire.",
    },
    (
        Part("Début", lines=(OwnLine("Heure :", "write"),)),
        Part("Première heure", lines=(OwnLine("Cou serré : urgence."),), asks=True),
    ),
    asked=(Asked("Ça empire?", ("Oui", "Non"), "Ses mots :"),),
    unreviewed=2,
)  # fmt: skip


def item(text: str, section: str = "immigration", nature: str = "general", **more: str) -> PlanItem:
    appears = Appears(more.get("appears", "takes"))
    read = more.get("read_by_him", "")
    return PlanItem(section, text, appears, nature, more.get("form", "do"), read_by_him=read)


def gathered(*items: PlanItem, lived: frozenset[str] = NOTHING) -> tuple[Block, ...]:
    return bag(items, BAG, DAY, lived).blocks


# What to gather -------------------------------------------------------------------------


def test_a_list_has_a_neutral_title_a_date_boxes_and_lines_without_a_label() -> None:
    assert gathered() == (
        Title("Aide-mémoire"),
        Lead("2027-02-16"),
        Heading("Papiers"),
        Tick("Cartes"),
        WriteLines("", 2, spare=True),
    )


@pytest.mark.parametrize(
    ("lived", "things"), [("pets", {"Laisse", "Carnet"}), ("rural", {"Carnet"}), ("work", set())]
)
def test_only_what_her_life_calls_for_stands_on_the_list(lived: str, things: set[str]) -> None:
    found = {block.text for block in gathered(lived=frozenset({lived})) if isinstance(block, Tick)}
    assert found == {"Cartes"} | things


def test_what_she_packs_joins_its_part() -> None:
    blocks = gathered(item("Mon visa"))
    assert blocks[3:5] == (Tick("Cartes"), Tick("Mon visa"))


@pytest.mark.parametrize(
    "other",
    [
        item("Mon visa", form="know"),
        item("Mon visa", section="leaving"),
        item("Mon visa", section="strength"),
        item("Mon visa", appears="stays"),
        item("Mon visa", nature="code_word"),
    ],
    ids=["no box", "left out", "no part", "stays", "nobody asked"],
)
def test_nothing_else_of_her_plan_joins_it(other: PlanItem) -> None:
    assert "Mon visa" not in texts(bag([other], BAG, DAY, NOTHING))
    assert not stands_among(other, BAG)


def test_what_must_never_leave_keeps_the_list_from_being_made() -> None:
    with pytest.raises(NotForThisPaper):
        gathered(item("Le casier bleu", nature="bag", read_by_him="rien"))


def test_an_item_that_stands_on_it_is_told_from_the_others() -> None:
    assert stands_among(item("Mon visa"), BAG)


def test_short_things_stand_in_columns() -> None:
    own = tuple(OwnLine(f"Chose {n}", "do") for n in range(5))
    words = replace(BAG, parts=(Part("Choses", lines=own),))
    assert bag([], words, DAY, NOTHING).blocks[3] == Ticks(tuple(f"Chose {n}" for n in range(5)))


# A child's sheet ------------------------------------------------------------------------


def test_a_child_s_sheet_holds_its_own_lines_and_no_empty_part() -> None:
    paper = children(CHILD, DAY, NOTHING)
    assert paper.blocks == (
        Title("Ma feuille"),
        Lead("2027-02-16"),
        Heading("Aide"),
        Numbers((("J'appelle", "911"),)),
        Point("Pas ma faute"),
        WriteLines("À la main :", 3),
    )


def test_a_child_s_sheet_is_in_large_print() -> None:
    assert children(CHILD, DAY, NOTHING).layout is Layout.LARGE
    assert children(replace(CHILD, large=False), DAY, NOTHING).layout is Layout.LETTER


def test_messages_are_spoken_of_where_two_homes_share_a_child() -> None:
    assert "Messages" in texts(children(CHILD, DAY, frozenset({"shared_custody"})))


# Forms for a power cut ------------------------------------------------------------------


def test_blank_forms_ask_the_first_questions_then_leave_room_for_a_plan() -> None:
    paper = blank(BLANK, ["Signes", "Enfants"], END, kept_at="trousse")
    assert paper.blocks == (
        Title("À la main"),
        Lead("À recopier.", "À détruire le 2027-05-16."),
        Emergency("Danger", "911", "Où?"),
        Notice("Ne sort pas.", "Rangée : trousse. En morceaux."),
        Heading("Début"),
        WriteLines("Heure :", 1),
        Heading("Première heure"),
        Point("Cou serré : urgence."),
        Question("Ça empire?", ("Oui", "Non"), "Ses mots :", 2),
        Title("Scénario"),
        Heading("Signes"),
        WriteLines("", 2),
        Heading("Enfants"),
        WriteLines("", 2),
        Small("2 à relire."),
    )


@pytest.mark.parametrize("exercise", [True, False])
def test_each_of_them_says_that_it_is_an_exercise(exercise: bool) -> None:
    made = (
        bag([], BAG, DAY, NOTHING, exercise=exercise),
        children(CHILD, DAY, NOTHING, exercise=exercise),
        blank(BLANK, [], exercise=exercise),
    )
    assert [bool(paper.watermark) for paper in made] == [exercise] * 3
