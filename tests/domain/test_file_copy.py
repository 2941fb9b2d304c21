"""The copy of the file: everything that may stand on it, each voice apart, and no address."""

from datetime import date
from typing import Any

import pytest

from filet.domain.blocks import Heading, Lead, Notice, Paper, Point, Small, Title, Voiced, texts
from filet.domain.file_copy import ON_NO_PAPER, Filed, FiledItem, Voice, clinician
from filet.domain.kinds import Appears
from filet.domain.paper_words import PaperWords
from filet.domain.papers import PlanItem

DAY, END = date(2027, 2, 16), date(2027, 5, 16)
WORDS = PaperWords(
    "clinician",
    "fr",
    {
        "title": "Copie",
        "number": "Dossier {number}.",
        "made": "Faite le {date}.",
        "how_to_read": "Ses mots entre guillemets.",
        "destroy_on": "À détruire le {date}.",
        "team": "Équipe : {facts}",
        "voice_hers": "D'elle.",
        "voice_kept": "Telle quelle.",
        "voice_rewritten": "À sa façon.",
        "appears_dossier": "Au dossier.",
        "appears_takes": "Emportée.",
        "nature_code_word": "Mot de code.",
        "phone": "Numéro : {number}.",
        "if_discovered": "S'il le découvre : {answer}",
        "if_read": "S'il le lit : {answer}",
        "set_aside": "Mises de côté",
        "issued": "Papiers",
        "dossier_only": "Au dossier seulement",
        "left_out": "À lire au dossier : {count}.",
        "not_out": "Reste au dossier.",
        "place": "Rangée : {place}.",
        "how_to_destroy": "En morceaux.",
        "witness": "Témoin : {witness}",
        "unreviewed": "{count} à relire.",
    },
    unreviewed=3,
)
SECTIONS = (("signs", "Signes"), ("people", "Gens"))


def filed(text: str, section: str = "signs", voice: Voice = Voice.HERS, **more: Any) -> FiledItem:
    fields = {"appears": Appears.DOSSIER, "nature": "general"} | more
    discovered = fields.pop("if_discovered", "")
    return FiledItem(PlanItem(section, text, **fields), voice, discovered)


def copied(*items: FiledItem, **more: Any) -> Paper:
    return clinician(
        Filed("26-A-0145", items, SECTIONS, **more), WORDS, DAY, END, kept_at="classeur"
    )


def test_a_copy_goes_from_the_number_of_the_dossier_to_the_witness() -> None:
    paper = copied(
        filed("Il se tait."),
        set_aside=("Un compte à moi.",),
        issued=("Feuille, le 3 mars.",),
        witnesses=("ab-12-cd",),
    )
    assert paper.blocks == (
        Title("Copie"),
        Lead(
            "Dossier 26-A-0145. Faite le 2027-02-16. Ses mots entre guillemets.",
            "À détruire le 2027-05-16.",
        ),
        Heading("Signes"),
        Voiced("Il se tait.", "Équipe : D'elle. Au dossier."),
        Heading("Mises de côté"),
        Point("Un compte à moi."),
        Heading("Papiers"),
        Point("Feuille, le 3 mars."),
        Notice("Reste au dossier.", "Rangée : classeur. En morceaux."),
        Small("Témoin : ab-12-cd"),
        Small("3 à relire."),
    )


def test_everything_the_team_knows_of_an_item_stands_under_it() -> None:
    item = filed(
        "Prunelle",
        nature="code_word",
        appears=Appears.TAKES,
        phone="819 555-0122",
        read_by_him="rien",
        if_discovered="je dis que c'est ma sœur",
    )
    (said,) = (block for block in copied(item).blocks if isinstance(block, Voiced))
    assert said.facts == (
        "Équipe : D'elle. Emportée. Mot de code. Numéro : 819 555-0122."
        " S'il le découvre : je dis que c'est ma sœur S'il le lit : rien"
    )


@pytest.mark.parametrize(("voice", "hers"), [("hers", True), ("rewritten", True), ("kept", False)])
def test_an_idea_kept_as_it_was_is_not_quoted_as_her_words(voice: str, hers: bool) -> None:
    (said,) = (
        block
        for block in copied(filed("Je sors.", voice=Voice(voice))).blocks
        if isinstance(block, Voiced)
    )
    assert said.is_hers is hers


@pytest.mark.parametrize("nature", sorted(ON_NO_PAPER))
def test_what_says_where_she_is_or_was_confided_stands_on_no_paper_and_is_counted(
    nature: str,
) -> None:
    said = texts(copied(filed("12, rue Fictive", nature=nature), filed("Je sors.")))
    assert "12, rue Fictive" not in said
    assert "À lire au dossier : 1." in said


def test_items_stand_in_the_order_of_the_plan_and_none_is_lost() -> None:
    items = (
        filed("Prunelle", "people"),
        filed("deux", rank="b"),
        filed("un", rank="a"),
        filed("autre", "a region's own"),
    )
    said = [block.text for block in copied(*items).blocks if isinstance(block, Voiced)]
    assert said == ["autre", "un", "deux", "Prunelle"]


def test_a_dossier_without_a_number_leaves_no_hole() -> None:
    paper = clinician(Filed("", (), SECTIONS), WORDS, DAY)
    assert paper.blocks[1] == Lead("Faite le 2027-02-16. Ses mots entre guillemets.")
