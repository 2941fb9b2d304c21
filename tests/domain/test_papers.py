from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest

from filet.domain.blocks import (
    CardPanel,
    Emergency,
    Heading,
    Layout,
    Lead,
    Notice,
    Numbers,
    Paper,
    Person,
    Point,
    Quote,
    Small,
    Tick,
    Ticks,
    Title,
    WriteLines,
    texts,
)
from filet.domain.errors import NotForThisPaper
from filet.domain.kinds import Appears
from filet.domain.paper_words import PaperWords, Part
from filet.domain.papers import PlanItem, betraying_words, card, card_of, stays, stays_inside, takes

DAY, END = date(2027, 2, 16), date(2027, 5, 16)

STAYS = PaperWords(
    template="stays",
    language="fr",
    printed={
        "title": "Mon scénario",
        "made": "Fait le {date}.",
        "keep": "Reste ici.",
        "destroy_on": "À détruire le {date}.",
        "emergency_label": "Tout de suite",
        "emergency_number": "911",
        "emergency_say": "Je dis où je suis.",
        "not_out": "Ne sort pas.",
        "place": "Rangée : {place}.",
        "how_to_destroy": "En petits morceaux.",
        "by_hand": "À la main :",
        "footer": "À moi.",
        "page_number": "{page} de {pages}",
        "continued": "{title}, suite",
        "unreviewed": "{count} textes à relire.",
        "training": "EXERCICE",
        "training_line": "Rien de vrai ici.",
    },
    parts=(
        Part("S'il devient violent", ("if_violent", "rural")),
        Part("À préparer", ("prepare",)),
        Part("Les gens", ("people",)),
        Part("Ce qui me fait tenir", ("strength",)),
    ),
    by_hand=3,
    version="1",
)
TAKES = PaperWords(
    template="takes",
    language="fr",
    printed={
        "title": "Aide-mémoire",
        "made": "{date}",
        "emergency_label": "Urgence",
        "emergency_number": "911",
    },
    parts=(
        Part("Numéros", contacts=True),
        Part("Pour moi", ("if_violent", "rural", "people")),
        Part("Les enfants", ("children",)),
        Part("Ce qui me fait tenir", ("strength",)),
    ),
    left_out=frozenset({"leaving"}),
    by_hand=4,
)
CARD = PaperWords("card", "fr", {"training": "EXERCICE"})


def item(
    text: str,
    appears: Appears = Appears.TAKES,
    section: str = "if_violent",
    nature: str = "general",
    form: str = "know",
    phone: str = "",
    read_by_him: str = "",
    rank: str = "",
) -> PlanItem:
    return PlanItem(section, text, appears, nature, form, phone, rank, read_by_him)


# Which items reach which sheet -----------------------------------------------------


@pytest.mark.parametrize("appears", [Appears.STAYS, Appears.TAKES, Appears.CARD])
def test_what_may_go_farther_also_stands_on_the_sheet_that_stays(appears: Appears) -> None:
    assert "Je sors" in texts(stays([item("Je sors", appears)], STAYS, DAY, END))


def test_what_is_kept_in_the_dossier_stands_on_no_paper() -> None:
    kept = [item("Le sac", Appears.DOSSIER)]
    assert "Le sac" not in texts(stays(kept, STAYS, DAY, END))
    assert "Le sac" not in texts(takes(kept, TAKES, DAY))


@pytest.mark.parametrize(
    ("appears", "there"),
    [(Appears.STAYS, False), (Appears.TAKES, True), (Appears.CARD, True)],
)
def test_only_what_may_leave_stands_on_the_sheet_she_takes(appears: Appears, there: bool) -> None:
    assert ("Je sors" in texts(takes([item("Je sors", appears)], TAKES, DAY))) is there


@pytest.mark.parametrize("nature", ["code_word", "weapon"])
def test_a_delicate_item_leaves_only_once_someone_asked_what_if_he_reads_it(nature: str) -> None:
    asked = item("Lune", nature=nature, read_by_him="il n'y verrait rien")
    assert "Lune" in texts(takes([asked], TAKES, DAY))
    assert "Lune" not in texts(takes([item("Lune", nature=nature)], TAKES, DAY))


@pytest.mark.parametrize(
    "nature",
    [
        "destination",
        "location",
        "workers",
        "partner_fact",
        "his_whereabouts",
        "departure",
        "driver",
        "bag",
        "hidden_phone",
        "his_suicidality",
        "a nature nobody declared",
    ],
)
def test_some_natures_never_leave_whatever_is_answered(nature: str) -> None:
    with pytest.raises(NotForThisPaper) as refused:
        takes([item("Secret", nature=nature, read_by_him="oui")], TAKES, DAY)
    assert refused.value.fields == {"nature": nature}
    assert stays_inside(nature)


def test_such_an_item_may_stand_on_the_sheet_that_stays() -> None:
    there = item("Chez Anne", Appears.STAYS, nature="destination")
    assert "Chez Anne" in texts(stays([there], STAYS, DAY, END))
    assert "Chez Anne" not in texts(takes([there], TAKES, DAY))


def test_a_section_that_is_left_out_never_leaves() -> None:
    assert "Jeudi" not in texts(takes([item("Jeudi", section="leaving")], TAKES, DAY))


def test_what_no_part_gathers_is_shown_and_not_lost() -> None:
    paper = stays([item("Autre", section="a region's own")], STAYS, DAY, END)
    assert paper.blocks[3] == Point("Autre")


def test_someone_without_a_number_is_not_lost_among_the_numbers() -> None:
    own = replace(TAKES, parts=(Part("Numéros", ("people",), contacts=True),))
    without = item("Prunelle", section="people", form="contact")
    assert "Prunelle" in texts(takes([without], own, DAY))


def test_a_name_with_a_long_run_of_spaces_is_read_at_once() -> None:
    begun = perf_counter()
    takes([item("a" + " " * 100_000 + "b", form="contact", phone="911")], TAKES, DAY)
    assert perf_counter() - begun < 1


# How they are composed ---------------------------------------------------------------


def test_the_sheet_that_stays_reads_from_danger_to_what_holds_her() -> None:
    items = [
        item("Mes enfants", section="strength", form="her_words"),
        item("Prunelle : jour et nuit", section="people", form="contact", phone="8195550122"),
        item("Lunettes", section="prepare", form="do"),
        item("J'évite la cuisine"),
    ]
    paper = stays(items, STAYS, DAY, END, kept_at="classeur")
    assert paper.blocks == (
        Title("Mon scénario"),
        Lead("Fait le 2027-02-16. Reste ici.", "À détruire le 2027-05-16."),
        Emergency("Tout de suite", "911", "Je dis où je suis."),
        Heading("S'il devient violent"),
        Point("J'évite la cuisine"),
        Heading("À préparer"),
        Tick("Lunettes"),
        Heading("Les gens"),
        Person("Prunelle", "8195550122", "jour et nuit"),
        Heading("Ce qui me fait tenir"),
        Quote("Mes enfants"),
        Notice("Ne sort pas.", "Rangée : classeur. En petits morceaux."),
        WriteLines("À la main :", 3, spare=True),
    )
    assert (paper.footer, paper.page_words) == ("À moi.", "{page} de {pages}")
    assert paper.layout is Layout.LETTER


def test_a_part_with_nothing_to_say_is_not_named() -> None:
    assert not any(isinstance(block, Heading) for block in stays([], STAYS, DAY, END).blocks)


def test_no_date_is_invented_where_none_was_given() -> None:
    paper = stays([], STAYS, DAY)
    assert paper.blocks[1] == Lead("Fait le 2027-02-16. Reste ici.")
    assert Notice("Ne sort pas.", "") in paper.blocks


def test_texts_nobody_reviewed_are_counted_on_the_sheet_that_stays() -> None:
    words = PaperWords("stays", "fr", STAYS.printed, unreviewed=7)
    assert stays([], words, DAY, END).blocks[-1] == Small("7 textes à relire.")


def test_the_sheet_she_takes_has_a_date_then_numbers_then_neutral_parts() -> None:
    items = [
        item("J'évite la cuisine"),
        item("Zoé sait faire le 911", section="children"),
        item("Prunelle : jour et nuit", section="people", form="contact", phone="8195550122"),
    ]
    assert takes(items, TAKES, DAY).blocks == (
        Title("Aide-mémoire"),
        Lead("2027-02-16"),
        Heading("Numéros"),
        Numbers((("Urgence", "911"), ("Prunelle", "8195550122"))),
        Heading("Pour moi"),
        Point("J'évite la cuisine"),
        Heading("Les enfants"),
        Point("Zoé sait faire le 911"),
        WriteLines("", 4, spare=True),
    )


def test_short_things_to_pack_stand_in_two_columns() -> None:
    things = [item(f"Chose {n}", section="prepare", form="do") for n in range(18)]
    *_, first, second, _, _ = stays(things, STAYS, DAY, END).blocks
    assert isinstance(first, Ticks)
    assert first.texts[-1] == "Chose 15"
    assert second == Ticks(("Chose 16", "Chose 17"))


def test_items_of_a_section_keep_the_order_she_gave_them() -> None:
    items = [item("deux", rank="b"), item("un", rank="a"), item("rang", section="rural", rank="a")]
    points = [block for block in takes(items, TAKES, DAY).blocks if isinstance(block, Point)]
    assert points == [Point("un"), Point("deux"), Point("rang")]


# The card ----------------------------------------------------------------------------


def test_the_card_starts_empty() -> None:
    paper = card((), (), CARD)
    assert paper.blocks == (CardPanel(), CardPanel())
    assert paper.layout is Layout.CARD
    assert texts(paper) == ()


def test_the_card_holds_only_what_she_gave() -> None:
    paper = card((("Tricot", "8195550122"),), ("Laine bleue",), CARD, titles=("Semaine", ""))
    assert texts(paper) == ("Semaine", "Tricot", "8195550122", "Laine bleue")


def test_both_sides_may_be_filled_as_she_wants() -> None:
    panels = (CardPanel("Semaine", lines=("Muffins",)), CardPanel("À ne pas oublier"))
    assert card_of(panels, CARD).blocks == panels


@pytest.mark.parametrize(
    ("text", "listed", "found"),
    [
        ("Le SAC du samedi", ["sac"], ("sac",)),
        ("l'arme à feu", ["arme", "armes"], ("arme",)),
        ("Étranglée", ["étranglée"], ("étranglée",)),
        ("etranglee", ["étranglée"], ("étranglée",)),
        ("Saccager, charmes, alarme", ["sac", "arme"], ()),
        ("le poste de police", ["poste de police", "poste d'eau"], ("poste de police",)),
        ("fais le 9-1-1", ["911", "9-1-1"], ("9-1-1",)),
        ("fais le 911", ["911"], ("911",)),
        ("", ["sac"], ()),
        ("biscuits", ["", "-"], ()),
    ],
)
def test_words_that_betray_are_found_whole_and_without_accents(
    text: str, listed: list[str], found: tuple[str, ...]
) -> None:
    assert betraying_words([text], listed, []) == found


def test_each_part_of_a_name_betrays() -> None:
    names = ["Marie-Ève Tremblay", "Jean de la Rivière"]
    found = betraying_words(["chez marie eve", "la riviere"], [], names)
    assert found == ("Marie-Ève", "Marie", "Ève", "Rivière")


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [("appeler Marie", "Marie-Ève Roy", "Marie"), ("Mme Brien", "Ann O'Brien", "Brien")],
)
def test_half_of_a_name_in_two_parts_betrays_too(text: str, name: str, found: str) -> None:
    assert betraying_words([text], [], [name]) == (found,)


def test_two_lines_of_a_card_make_no_phrase_together() -> None:
    assert betraying_words(["le poste", "de police"], ["poste de police"], []) == ()


# What stands on a paper ----------------------------------------------------------------


def test_every_text_is_returned_in_reading_order() -> None:
    paper = Paper(
        "stays",
        "fr",
        (
            Title("a"),
            Lead("b", "c"),
            Numbers((("d", "e"),)),
            Ticks(("f", "g")),
            WriteLines("h", 2),
        ),
        footer="i",
    )
    assert texts(paper) == tuple("abcdefghi")


@pytest.mark.parametrize("exercise", [True, False])
def test_a_paper_of_the_training_vault_says_so(exercise: bool) -> None:
    paper = stays([], STAYS, DAY, END, exercise=exercise)
    assert (paper.watermark == "EXERCICE") is exercise
    assert ("EXERCICE. Rien de vrai ici." in texts(paper)) is exercise


def test_a_paper_of_the_training_vault_says_so_even_without_words_for_it() -> None:
    assert takes([], TAKES, DAY, exercise=True).watermark


def test_every_paper_has_the_same_neutral_title() -> None:
    papers = [stays([], STAYS, DAY, END), takes([], TAKES, DAY), card((), (), CARD)]
    assert {paper.document_title for paper in papers} == {"Aide-mémoire"}
