"""What the words that ship may say, and what they never do."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tools import RESOURCES, shipped

from filet.domain.directory import EMERGENCY
from filet.domain.instruments import LEAST_VECTORS, Instrument, ItemType, Kind, LicenceClass
from filet.domain.kinds import Appears, Level
from filet.domain.plan import Situation, may_leave
from filet.domain.proving import given

CATALOGUE = shipped()
LANGUAGES = ("fr", "en")
TOOLS = [pytest.param(tool, id=tool.id) for tool in CATALOGUE.instruments()]
DATA = (
    "instruments",
    "markers",
    "levels",
    "plan",
    "directory",
    "law",
    "papers",
    "help",
    "time",
    "grammar",
)

NEVER = {
    "fr": (
        r"agresseurs?|monsieur|victimes?|clientes?|bénéficiaires?|prises? en charge",
        r"dépistages?|diagnostics?|protocoles?|plans? d'intervention|scores?",
        r"chicanes?|disputes?|crimes? passionnels?|alertes? rouges?|danger critique",
        r"refuse de répondre|réponses refusées|prétend|prétendu|allègue|alléguée?s?",
        r"voile|voiler|rencontres|mot-code|mots-codes|à l'affût|suivie? par|nouvelle relation",
        r"si ça éclate|les signes que ça monte|leur travail, c'est de sortir",
        r"après l'hébergement|palais(?! de justice)|n'ouvre pas la base|sauvegarde",
        r"abandonner|soumettre|valider|erreur fatale|échec|urgence!",
        r"pourquoi n'(?:êtes|avez)-vous pas|pourquoi ne l'avez-vous",
    ),
    "en": (
        r"abusers?|batterers?|perpetrators?|offenders?|victims?|clients?|beneficiar\w+",
        r"diagnos\w+|red alert|crimes? of passion|domestic disputes?|lovers' quarrels?",
        r"allege\w*|claims? that|refuses? to answer|why didn't you|why haven't you",
        r"abort|panic|submit",
    ),
}
"""Ways of saying that blame her, label somebody, promise a measure, or alarm."""


def words(language: str) -> Iterator[tuple[str, str]]:
    """Give every text of one language with its place; a list of words to flag is not one."""
    for family in DATA:
        for path in sorted((RESOURCES / family).rglob(f"text.{language}.toml")):
            table = tomllib.loads(path.read_text(encoding="utf-8"))
            yield from texts(str(path.relative_to(RESOURCES)), table)


def texts(where: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    if isinstance(value, list) and where.endswith(" text"):
        for number, inner in enumerate(value):
            yield from texts(f"{where} {number}", inner)
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts(f"{where} {key}", inner)


def spoken(tool: Instrument, language: str) -> Iterator[str]:
    """Give every question that is said aloud."""
    for text in tool.texts[language].items.values():
        yield from filter(None, (text.question, *text.details.values()))


def everything() -> Iterator[tuple[Path, str]]:
    for path in sorted(RESOURCES.rglob("*")):
        if path.suffix in {".toml", ".json", ".md", ".po"}:
            yield path, path.read_text(encoding="utf-8")


# Instruments -------------------------------------------------------------------------


@pytest.mark.parametrize("tool", TOOLS)
def test_every_instrument_states_its_licence_and_proves_itself(tool: Instrument) -> None:
    assert tool.licence.evidence
    assert len(tool.vectors) >= LEAST_VECTORS


@pytest.mark.parametrize("tool", TOOLS)
def test_an_example_that_leaves_positive_out_is_not_certain(tool: Instrument) -> None:
    for vector in tool.vectors:
        assert given(tool, vector).positive == vector.expected.positive, vector.id


@pytest.mark.parametrize("tool", TOOLS)
def test_protected_instruments_ship_names_and_no_question(tool: Instrument) -> None:
    if tool.kind is Kind.PAPER_FORM:
        assert tool.licence.kind is LicenceClass.NAMES_ONLY
        assert not any(question for language in LANGUAGES for question in spoken(tool, language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tool", TOOLS)
def test_a_question_asks_one_thing(tool: Instrument, language: str) -> None:
    for question in spoken(tool, language):
        assert question.count("?") == 1, question
        assert question.endswith("?"), question
        assert not re.search(r", ou est-ce|, or (do|does|did|is|has|are) ", question), question


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tool", TOOLS)
def test_we_always_say_why_we_ask(tool: Instrument, language: str) -> None:
    for item in tool.texts[language].items.values():
        assert bool(item.question) == bool(item.why)


def test_ten_subjects_come_in_the_first_hour() -> None:
    (inventory,) = (tool for tool in CATALOGUE.instruments() if tool.kind is Kind.INVENTORY)
    first = [item.first_hour for item in inventory.items if item.first_hour is not None]
    assert sorted(first) == list(range(1, 11))


def test_the_inventory_adds_nothing_up() -> None:
    for tool in CATALOGUE.instruments():
        if tool.kind is Kind.INVENTORY:
            assert (tool.rules, tool.bands) == ((), ())
            assert tool.licence.kind is LicenceClass.OWN


def test_every_marker_can_be_raised_and_every_critical_one_by_the_inventory() -> None:
    raised = {
        tool.kind: {marker for item in tool.items for marker in item.markers}
        for tool in CATALOGUE.instruments()
    }
    assert {marker.id for marker in CATALOGUE.markers()} == set().union(*raised.values())
    critical = {marker.id for marker in CATALOGUE.markers() if marker.critical}
    assert critical <= raised[Kind.INVENTORY]


def test_her_own_fear_and_what_she_fears_are_asked() -> None:
    inventory = CATALOGUE.instrument("inventaire-filet")
    (fear,) = (item for item in inventory.items if item.type is ItemType.SCALE)
    assert fear.markers == ("her_fear",)


# Levels ------------------------------------------------------------------------------


def test_imminent_begins_with_911_and_ends_with_the_coordination() -> None:
    named = [action.id for action in CATALOGUE.actions() if Level.IMMINENT in action.levels]
    assert named[:5] == [
        "call_911",
        "tell_her_fear",
        "where_children",
        "house_team",
        "coordination",
    ]


@pytest.mark.parametrize("level", list(Level))
def test_a_level_asks_for_a_reason_once_somebody_decided(level: Level) -> None:
    rule = CATALOGUE.levels().rule(level)
    assert rule is not None
    assert rule.reason is (level is not Level.NOT_ASSESSED)
    assert rule.provisional is (level is Level.IMMINENT)


# Plan --------------------------------------------------------------------------------


def test_there_are_ideas_enough_for_many_lives() -> None:
    assert len(CATALOGUE.plan().measures) >= 120


def test_no_section_and_no_life_is_left_with_too_few_ideas() -> None:
    measures = CATALOGUE.plan().measures
    held = Counter(measure.section for measure in measures)
    assert all(held[section.id] >= 3 for section in CATALOGUE.plan().sections)
    lived = Counter(one for measure in measures for one in measure.proposed_by.situations)
    assert all(lived[one] >= 2 for one in Situation)
    weighty = {marker for measure in measures for marker in measure.proposed_by.markers}
    assert CATALOGUE.plan().critical <= weighty


def test_every_idea_says_where_it_comes_from_and_what_if_he_finds_out() -> None:
    for measure in CATALOGUE.plan().measures:
        assert measure.source, measure.id
        assert measure.texts.keys() == set(LANGUAGES)
        assert all(text.if_discovered.endswith((".", "?")) for text in measure.texts.values())
        assert all(text.text.endswith((".", "?", "»")) for text in measure.texts.values())


def test_what_gives_something_away_starts_in_the_dossier() -> None:
    for measure in CATALOGUE.plan().measures:
        if not may_leave(measure.nature):
            assert measure.appears is Appears.DOSSIER, measure.id
        assert measure.appears in (Appears.DOSSIER, Appears.STAYS), measure.id


def test_a_reason_reads_on_after_because() -> None:
    for measure in CATALOGUE.plan().measures:
        for text in measure.texts.values():
            assert text.because[0].islower() or text.because.startswith("I "), measure.id
            assert not text.because.endswith("."), measure.id


# Numbers -----------------------------------------------------------------------------


def test_no_number_is_printed_before_it_is_confirmed_but_911() -> None:
    for number in CATALOGUE.directory().numbers:
        assert not number.printable or number.verified or number.number == EMERGENCY
    assert any(number.printable for number in CATALOGUE.directory().numbers)


def test_the_numbers_that_are_being_withdrawn_stand_nowhere() -> None:
    withdrawn = re.compile(r"310[\W_]{0,3}4141|\*\s?4141")
    assert not [str(path) for path, text in everything() if withdrawn.search(text)]


# Words -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_blames_labels_or_alarms(language: str) -> None:
    never = re.compile(rf"\b(?:{'|'.join(NEVER[language])})\b", re.IGNORECASE)
    found = [(where, text) for where, text in words(language) if never.search(text)]
    assert not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_shouts_or_uses_dots_and_brackets_for_gender(language: str) -> None:
    odd = re.compile(r"!|\w·\w|\w\((?:e|ne|s|le)\)|[\U0001F300-\U0001FAFF]")
    assert not [(where, text) for where, text in words(language) if odd.search(text)]


def test_both_languages_are_written_out() -> None:
    same = re.compile(r"^[\W\d_]*$|\{")
    french = {re.sub(r"text\.fr", "text", where): text for where, text in words("fr")}
    english = {re.sub(r"text\.en", "text", where): text for where, text in words("en")}
    assert french.keys() == english.keys()
    sentences = [
        where for where, text in french.items() if len(text) > 25 and not same.search(text)
    ]
    assert not [where for where in sentences if french[where] == english[where]]


def test_every_text_says_that_nobody_has_read_it_over_yet() -> None:
    for tool in CATALOGUE.instruments():
        assert all(text.reviewed is None for text in tool.texts.values())


def test_no_data_chooses_a_colour() -> None:
    colour = re.compile(r"colou?r|couleur|\bhue\b|#[0-9a-f]{6}\b|\brgb\(", re.IGNORECASE)
    settings = [
        (str(path.relative_to(RESOURCES)), line)
        for family in DATA
        for path in sorted((RESOURCES / family).rglob("*.toml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if colour.search(line.partition("=")[0]) and not line.startswith("#")
    ]
    assert not settings
