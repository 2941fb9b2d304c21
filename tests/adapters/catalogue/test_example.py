"""The example that the guide walks through, and the guide that must not say more than there is."""

from __future__ import annotations

import pytest
from tools import RESOURCES, shipped

from filet.adapters.catalogue import validate
from filet.adapters.catalogue.shapes import RuleShape
from filet.domain.instruments import LEAST_VECTORS, ItemType, Kind, LicenceClass

GARDEN = RESOURCES / "examples" / "exemple-jardin"
GUIDE = ("packs", "pack_author", "pack_rules", "pack_proof")


def guide(language: str) -> str:
    topics = {topic.id: topic for topic in shipped().help().topics}
    return "\n".join("\n".join(topics[name].texts[language].paragraphs) for name in GUIDE)


def test_the_example_proves_itself() -> None:
    assert validate(GARDEN, markers=[marker.id for marker in shipped().markers()]) == ()


def test_it_is_ours_and_has_more_examples_than_it_must() -> None:
    files = {one.name: one.read_text(encoding="utf-8") for one in GARDEN.iterdir()}
    tool = shipped().tried(files).instrument
    assert tool is not None
    assert tool.licence.kind is LicenceClass.OWN
    assert len(tool.vectors) > LEAST_VECTORS
    assert {item.type for item in tool.items} == set(ItemType)
    assert not any(item.markers for item in tool.items)


def test_it_is_not_among_the_instruments_of_a_house() -> None:
    assert "exemple-jardin" not in {tool.id for tool in shipped().instruments()}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_guide_names_every_form_that_a_rule_may_take(language: str) -> None:
    forms = {shape.__struct_config__.tag for shape in RuleShape.__args__}
    said = guide(language)
    assert {form for form in forms if form not in said} == set()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_guide_names_what_may_be_chosen_and_what_the_example_holds(language: str) -> None:
    said = guide(language)
    names = {*Kind, *ItemType, *LicenceClass, "exemple-jardin", "filet instruments validate"}
    names |= {"fenced", "sun", "wishes", "weeded", "frost", "ready", "well", "sunny", "cold"}
    assert {name for name in names if name not in said} == set()
