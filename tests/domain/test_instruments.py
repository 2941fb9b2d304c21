from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs import english
from tools import instrument, licence, vectors

from filet.domain.defects import flaws
from filet.domain.instruments import (
    Band,
    Expected,
    Flag,
    Instrument,
    Item,
    ItemType,
    Kind,
    Outcome,
    Vector,
    item_key,
    split_item_key,
)
from filet.domain.rules import (
    AllOf,
    AnyOf,
    Count,
    CountAtLeast,
    Exclusive,
    Override,
    Reaches,
    ScaleSum,
    WeightedSum,
)

SOUND = instrument(
    flags=(Flag("box"),),
    rules=(
        WeightedSum("sum", {"a": 1, "b": -2}, {"box": -3}),
        Count("count", ("a", "b")),
        AnyOf("any", ("c",)),
        CountAtLeast("two", ("a", "b", "c"), 2),
        Override("belief", "box"),
        Exclusive("apart", "a", "box", "a_and_box"),
    ),
    outcome=Outcome("sum", "count", ("any", "two", "belief")),
    bands=(Band("low", -5), Band("high", 1)),
)


def test_a_sound_definition_has_no_fault() -> None:
    assert flaws(SOUND) == ()
    assert flaws(instrument(kind=Kind.INVENTORY)) == ()


def without(**changes: Any) -> Callable[[], Instrument]:
    return lambda: replace(SOUND, **changes)


def with_rule(rule: Any) -> Callable[[], Instrument]:
    return lambda: replace(SOUND, rules=(*SOUND.rules, rule))


BROKEN = {
    "there is no item": without(items=(), rules=(), outcome=Outcome(), bands=()),
    "a version has no hyphen, and no name has an @": without(version="1-2"),
    "item a stands 2 times": without(items=(*SOUND.items, Item("a"))),
    "flag box stands 2 times": without(flags=(Flag("box"), Flag("box"))),
    "rule sum stands 2 times": with_rule(SOUND.rules[0]),
    "band low stands 2 times": without(bands=(*SOUND.bands, Band("low", 9))),
    "vector v0 stands 2 times": without(vectors=(*vectors(), *vectors(1))),
    "place of the first hour 1 stands 2 times": without(
        items=(*SOUND.items, Item("x", first_hour=1), Item("y", first_hour=1))
    ),
    "licence: holder is missing": without(licence=licence(holder=" ")),
    "licence: terms is missing": without(licence=licence(terms="")),
    "licence: evidence is missing": without(licence=licence(evidence="")),
    "fewer than 6 vectors: 5": without(vectors=vectors(5)),
    "item x: detail when stands 2 times": without(
        items=(*SOUND.items, Item("x", details=("when", "when")))
    ),
    "item x: markers and marker_from go together on a scale": without(
        items=(*SOUND.items, Item("x", ItemType.SCALE, markers=("m",)))
    ),
    "item x: marker_from is a value of the scale, 0 to 10": without(
        items=(*SOUND.items, Item("x", ItemType.SCALE, markers=("m",), marker_from=11))
    ),
    "item x: only a scale has marker_from": without(items=(*SOUND.items, Item("x", marker_from=7))),
    "item x: free words raise no marker": without(
        items=(*SOUND.items, Item("x", ItemType.TOLD, markers=("m",)))
    ),
    "rule r: there is no yes or no item z": with_rule(AnyOf("r", ("z",))),
    "rule r: there is no flag z": with_rule(Override("r", "z")),
    "rule r: item a stands 2 times": with_rule(Count("r", ("a", "a"))),
    "rule r: it names nothing": with_rule(Count("r", ())),
    "rule r: at_least is from 1 to the number of its items": with_rule(
        CountAtLeast("r", ("a",), 2)
    ),
    "item x: its scale goes up, from least to most": without(
        items=(*SOUND.items, Item("x", ItemType.SCALE, least=3, most=3))
    ),
    "rule r: there is no scale a": with_rule(ScaleSum("r", ("a",))),
    "rule r: no rule r stands above it": with_rule(AllOf("r", ("r",))),
    "rule r: no rule later stands above it": lambda: replace(
        SOUND, rules=(*SOUND.rules, Reaches("r", "later", 1, "us"), Count("later", ("a",)))
    ),
    "rule r: any is not a rule that gives a number": with_rule(Reaches("r", "any", 1, "us")),
    "rule r: sum is not a rule that holds or not": with_rule(AllOf("r", ("sum",))),
    "outcome: cutoff any is not a rule of type reaches": without(
        outcome=Outcome("sum", "count", ("any", "two", "belief"), ("any",))
    ),
    "vector V: there is no cutoff ten": without(
        vectors=(*vectors(), Vector("V", {}, Expected(reached=frozenset({"ten"}))))
    ),
    "an inventory has no rule and no band": without(kind=Kind.INVENTORY),
    "outcome: any is not a rule that gives a number": without(outcome=Outcome("any", "count")),
    "outcome: sum is not a rule that counts": without(outcome=Outcome("sum", "sum")),
    "outcome: lost is not a rule that holds or not": without(
        outcome=Outcome("sum", "count", ("lost",))
    ),
    "band odd: it has either from or when": without(bands=(Band("odd"),)),
    "band odd: sum is not a rule that holds or not": without(bands=(Band("odd", when=("sum",)),)),
    "bands: all have from, or all have when": without(
        bands=(*SOUND.bands, Band("odd", when=("any",)))
    ),
    "bands: from does not rise": without(bands=(Band("low", -5), Band("high", -5))),
    "bands: from needs a score in outcome": without(outcome=Outcome(count="count")),
    "bands: no band holds from -5 to -1": without(bands=(Band("low", 0), Band("high", 1))),
    "band high: it begins above 1": without(bands=(Band("low", -5), Band("high", 9))),
    "vector V: there is no band severe": without(
        vectors=(*vectors(), Vector("V", {}, Expected(band_maximum="severe")))
    ),
}


@pytest.mark.parametrize("told", BROKEN)
def test_a_definition_that_cannot_be_used_says_why(told: str) -> None:
    assert any(said.startswith(told) for said in english(flaws(BROKEN[told]())))


def test_a_scale_cannot_be_counted() -> None:
    broken = replace(SOUND, items=(Item("a", ItemType.SCALE), *SOUND.items[1:]))
    assert "rule count: there is no yes or no item a" in english(flaws(broken))


NAME = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,10}", fullmatch=True)


@given(NAME, NAME, st.from_regex(r"[0-9]{1,2}(\.[0-9])?", fullmatch=True))
def test_the_key_of_an_item_can_be_taken_apart(item: str, pack: str, version: str) -> None:
    tool = instrument([Item(item)], id=pack, version=version)
    assert split_item_key(item_key(tool, tool.items[0])) == (item, pack, version)


def test_a_key_says_item_pack_and_version() -> None:
    tool = instrument(["neck_squeezed"], id="inventaire-filet")
    assert item_key(tool, tool.items[0]) == "neck_squeezed@inventaire-filet-1"


@pytest.mark.parametrize("key", ["", "neck", "neck@", "neck@pack", "@pack-1", "neck@-1", "a@b-"])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="not the key"):
        split_item_key(key)
