"""The forms that ship: every text that asks for one finds it, and nobody else's is touched."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import product
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from tools import RESOURCES, shipped

from filet.adapters.catalogue import Catalogue
from filet.domain.errors import PackBroken
from filet.domain.grammar import USUAL, Forms, Grammar, Spoken, inflected, marked, marks, spoken
from filet.domain.instruments import LicenceClass

CATALOGUE = shipped()
LEXICON = CATALOGUE.grammar()
EVERY = [Forms(her, author) for her, author in product(Grammar, Grammar)]
OURS = ("instruments", "plan", "markers", "levels", "time", "papers")
BADLY_SAID = {
    "fr": r"\b(?:que|de|lorsque) (?:elles?|ils?|on)\b|\bsi ils?\b|\bs'elle",
    "en": r"\bthey (?:is|has|was|does)\b|\b(?:she|he) (?:are|have)\b",
}
"""How nobody says it, which a form put in the wrong place would give."""


def texts(thing: object) -> Iterator[str]:
    """Give every text of a value of the domain, however deep it stands."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        for one in thing.values():
            yield from texts(one)
    elif isinstance(thing, tuple | list | frozenset):
        for one in thing:
            yield from texts(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))


def served() -> tuple[object, ...]:
    return (
        CATALOGUE.instruments(),
        CATALOGUE.plan(),
        CATALOGUE.markers(),
        CATALOGUE.levels(),
        CATALOGUE.triggers(),
        CATALOGUE.severity(),
        CATALOGUE.stages(),
        tuple(
            CATALOGUE.paper_words(paper.id, language)
            for paper in CATALOGUE.papers()
            for language in ("fr", "en")
        ),
    )


def messages(language: str) -> list[str]:
    """Return every message that asks for a form, as its translators wrote it."""
    with (RESOURCES / "locale" / language / "filet.po").open("rb") as file:
        said = [message.string for message in read_po(file) if message.id]
    flat = [text for one in said for text in ([one] if isinstance(one, str) else one or ())]
    return [text for text in flat if "[" in text]


def written() -> Iterator[tuple[str, str]]:
    """Give every text of our data files that asks for a form, with its language."""
    for family, language in product(OURS, ("fr", "en")):
        for path in sorted((RESOURCES / family).rglob(f"text.{language}.toml")):
            table = tomllib.loads(path.read_text(encoding="utf-8"))
            yield from ((language, text) for text in texts(table) if "[" in text)


@pytest.mark.parametrize("forms", EVERY)
def test_no_bracket_reaches_anybody_in_any_grammar(forms: Forms) -> None:
    for text in texts(spoken(served(), forms)):
        assert not set(text) & set("[]"), text
    for language in ("fr", "en"):
        for message in messages(language):
            assert not set(inflected(message, LEXICON, forms)) & set("[]"), message


def test_whoever_asks_for_no_grammar_reads_no_bracket_either() -> None:
    assert not [text for text in texts(served()) if set(text) & set("[]")]


def test_every_form_that_a_text_asks_for_is_known_and_every_one_is_asked_for() -> None:
    wanted = [text for _, text in written()] + messages("fr") + messages("en")
    asked = {one for text in wanted for one in marks(text)}
    assert asked == set(LEXICON)


@pytest.mark.parametrize("forms", EVERY)
def test_no_form_is_put_where_nobody_would_say_it(forms: Forms) -> None:
    every = [*written(), *((lang, text) for lang in ("fr", "en") for text in messages(lang))]
    for language, text in every:
        said = inflected(text, LEXICON, forms)
        odd = re.search(BADLY_SAID[language], said, re.IGNORECASE)
        usual = re.search(BADLY_SAID[language], inflected(text, LEXICON, USUAL), re.IGNORECASE)
        assert odd is None or usual is not None, said


@pytest.mark.parametrize("forms", [one for one in EVERY if one != USUAL])
def test_the_inventory_and_the_measures_follow(forms: Forms) -> None:
    for thing in (CATALOGUE.instrument("inventaire-filet"), CATALOGUE.plan()):
        assert list(texts(spoken(thing, forms))) != list(texts(thing))
        assert all(text.strip() for text in texts(spoken(thing, forms)) if isinstance(text, Spoken))


def test_the_question_that_matters_most_is_asked_of_each() -> None:
    tool = CATALOGUE.instrument("inventaire-filet")
    said = {
        (language, author): spoken(tool, Forms(author=author)).texts[language].items
        for language, author in product(("fr", "en"), Grammar)
    }
    asked = {key: items["neck_squeezed"].question for key, items in said.items()}
    assert asked == {
        ("fr", Grammar.MASCULINE): "Est-ce qu'il vous a déjà serré le cou?",
        ("fr", Grammar.FEMININE): "Est-ce qu'elle vous a déjà serré le cou?",
        ("fr", Grammar.NEUTRAL): "Est-ce que cette personne vous a déjà serré le cou?",
        ("en", Grammar.MASCULINE): "Has he ever squeezed your neck?",
        ("en", Grammar.FEMININE): "Has she ever squeezed your neck?",
        ("en", Grammar.NEUTRAL): "Have they ever squeezed your neck?",
    }


@pytest.mark.parametrize("forms", EVERY)
def test_nothing_of_an_instrument_of_somebody_else_is_ever_altered(forms: Forms) -> None:
    others = [one for one in CATALOGUE.instruments() if one.licence.kind is not LicenceClass.OWN]
    assert others
    for tool in others:
        assert spoken(tool, forms) is tool
        assert not [text for text in texts(tool) if isinstance(text, Spoken)]


def test_a_pack_of_somebody_else_keeps_its_own_brackets() -> None:
    files = CATALOGUE.shipped_files("hark", "1")
    item = '[items.humiliated]\nname = "'
    name = "text.fr.toml"
    assert '\nname = "' in files[name]
    files[name] = files[name].replace('\nname = "', '\nname = "[il] ', 1)
    found = CATALOGUE.tried(files).instrument
    assert found is not None, item
    assert any(text.startswith("[il] ") for text in texts(found.texts["fr"]))


def test_an_inventory_that_travelled_in_a_vault_follows_as_well() -> None:
    found = CATALOGUE.tried(CATALOGUE.shipped_files("inventaire-filet", "1")).instrument
    assert found is not None
    said = spoken(found, Forms(author=Grammar.FEMININE)).texts["fr"].items["neck_squeezed"]
    assert said.question == "Est-ce qu'elle vous a déjà serré le cou?"


def test_a_form_that_is_no_words_refuses_the_whole(tmp_path: Path) -> None:
    for language in ("fr", "en"):
        text = (RESOURCES / "grammar" / f"text.{language}.toml").read_text(encoding="utf-8")
        (tmp_path / "grammar").mkdir(exist_ok=True)
        told = text.replace('"seule" = ["seul"', '"seule" = ["seul·e"')
        (tmp_path / "grammar" / f"text.{language}.toml").write_text(told, encoding="utf-8")
    with pytest.raises(PackBroken):
        Catalogue(tmp_path).grammar()


def test_a_text_whose_forms_are_not_all_known_is_left_as_it_stands() -> None:
    text = "Est-ce [qu'il] vous [autre chose]?"
    assert marked(text, LEXICON) is text
