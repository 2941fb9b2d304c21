"""A definition is proved by its own examples."""

from dataclasses import replace

import pytest
from packs import english
from tools import instrument, said

from filet.domain.instruments import Band, Expected, Flag, Item, ItemType, Outcome, Value, Vector
from filet.domain.proving import disproofs
from filet.domain.rules import AnyOf, Count, Exclusive, WeightedSum

SMALL = instrument(
    flags=(Flag("box"),),
    rules=(
        WeightedSum("sum", {"a": 4, "b": 2, "c": -1}, {"box": -3}),
        Count("count", ("a", "b", "c")),
        AnyOf("any", ("a",)),
        Exclusive("apart", "a", "box", "a_and_box"),
    ),
    outcome=Outcome("sum", "count", ("any",)),
    bands=(Band("low", -4), Band("middle", 2), Band("high", 4)),
)

SPOKEN = instrument(
    [
        Item("fear", ItemType.SCALE, markers=("her_fear",), marker_from=7),
        Item("where", ItemType.TOLD),
        Item("a"),
    ]
)


@pytest.mark.parametrize(
    ("expected", "said_of_it"),
    [
        (Expected(minimum=5), "minimum is 4, expected 5"),
        (Expected(band_maximum="low"), "band_maximum is high, expected low"),
        (Expected(positive=False), "positive is True, expected False"),
        (Expected(markers=frozenset({"weapon"})), "markers is , expected weapon"),
        (Expected(error="a_and_box"), "error is nothing, expected a_and_box"),
    ],
)
def test_an_example_that_does_not_come_out_says_what_it_gives(
    expected: Expected, said_of_it: str
) -> None:
    wrong = Vector("W", said(a="yes"), expected, otherwise=Value.NO)
    (told,) = english(disproofs(replace(SMALL, vectors=(wrong,))))
    assert told.startswith(f"vector W: {said_of_it}")


def test_an_example_without_a_foreseen_error_is_disproved_by_one() -> None:
    wrong = Vector("W", said(a="yes"), Expected(minimum=1), flags=frozenset({"box"}))
    (told,) = english(disproofs(replace(SMALL, vectors=(wrong,))))
    assert told.startswith("vector W: error is a_and_box, expected nothing")


def test_what_holds_otherwise_is_not_said_of_items_that_cannot_have_it() -> None:
    right = Vector("R", {}, Expected(markers=frozenset()), {"fear": 3}, otherwise=Value.NO)
    assert disproofs(replace(SPOKEN, vectors=(right,))) == ()
