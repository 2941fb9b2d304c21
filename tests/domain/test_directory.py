from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from filet.domain.directory import (
    Directory,
    Number,
    NumberText,
    Written,
    faults,
    is_withdrawn,
    with_house,
)
from filet.domain.kinds import NumberSet

ONE = Number("one", "819 555-0117", "A", verified=False, source="here", area="quebec")


def told(*numbers: Number) -> tuple[str, ...]:
    return faults(Directory("quebec", (), numbers))


def test_a_number_that_nobody_confirmed_is_never_printed() -> None:
    offered = replace(ONE, offered=True)
    assert not offered.printable
    assert told(offered) == ("number one: it is not verified, so it is not printable",)


def test_911_is_printed_before_anybody_confirmed_it() -> None:
    emergency = replace(ONE, id="911", number="911", offered=True)
    assert emergency.printable
    assert told(emergency) == ()


def test_a_confirmed_number_is_printed_if_the_house_wants_it() -> None:
    assert replace(ONE, verified=True, offered=True).printable
    assert not replace(ONE, verified=True).printable


@pytest.mark.parametrize("number", ["310-4141", "310 4141", "*4141", "* 4141"])
def test_a_number_that_is_being_withdrawn_is_refused(number: str) -> None:
    assert told(replace(ONE, number=number)) == ("number one: this number is being withdrawn",)


def test_a_number_stands_once() -> None:
    assert told(ONE, ONE) == ("number one stands 2 times",)


def number_set(number: str = "own", **fields: Any) -> NumberSet:
    return NumberSet(number, "Poste de police", "819 555-0199", **fields)


def house(*kept: NumberSet) -> Directory:
    urgent = replace(ONE, id="911", number="911", texts={"fr": NumberText("Urgence", "")})
    shipped = replace(
        ONE, texts={"fr": NumberText("Un", "le jour"), "en": NumberText("One", "day")}
    )
    return with_house(Directory("quebec", (), (urgent, shipped)), {one.number: one for one in kept})


def test_numbers_of_the_house_stand_right_after_911() -> None:
    assert [number.id for number in house(number_set()).numbers] == ["911", "own", "one"]


def test_a_number_of_the_house_is_read_in_every_language() -> None:
    own = house(number_set(hours="jour et nuit")).numbers[1]
    assert own.texts["fr"] == own.texts["en"] == NumberText("Poste de police", "jour et nuit", "")


def test_a_number_of_the_house_that_nobody_called_is_not_printed() -> None:
    own = house(number_set()).numbers[1]
    assert not own.verified
    assert not own.printable


def test_a_number_that_somebody_called_is_confirmed_and_may_be_printed() -> None:
    day = date(2026, 11, 23)
    found = house(number_set("one", verified_on=day, verified_by="AB")).numbers[1]
    assert (found.number, found.verified_on, found.verified_by) == ("819 555-0199", day, "AB")
    assert found.printable
    assert found.texts["en"].name == "One"


def test_a_number_that_was_taken_away_is_gone_and_a_shipped_one_comes_back() -> None:
    gone = house(number_set(removed=True), number_set("one", removed=True))
    assert [number.id for number in gone.numbers] == ["911", "one"]
    assert gone.numbers[1].number == "819 555-0117"


@pytest.mark.parametrize("number", ["1 310-4141", "1-310-4141"])
def test_a_withdrawn_number_is_known_however_it_is_dialled(number: str) -> None:
    assert is_withdrawn(number)


def test_other_numbers_are_not_refused() -> None:
    assert not is_withdrawn("819 310-4141")
    assert not is_withdrawn("911")


def test_what_the_house_corrects_stands_in_every_language_beside_what_filet_brings() -> None:
    before = house().numbers[1]
    written = Written(date(2026, 11, 23), "Maude")
    kept = number_set("one", hours="le jour", own_words=True)
    found = with_house(house(), {"one": kept}, {"one": written}).numbers[1]
    assert {text.name for text in found.texts.values()} == {"Poste de police"}
    assert {text.hours for text in found.texts.values()} == {"le jour"}
    assert (found.shipped, found.corrected) == (before, written)
    assert not found.printable


def test_a_number_dialled_otherwise_is_a_correction_and_one_written_otherwise_is_not() -> None:
    before = house().numbers[1]
    spaced = replace(number_set("one"), phone=before.number.replace("-", " "))
    assert house(spaced).numbers[1].shipped is None
    assert house(number_set("one")).numbers[1].shipped == before
    assert house(number_set("one")).numbers[1].texts == before.texts
