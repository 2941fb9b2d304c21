from dataclasses import replace

import pytest

from filet.domain.directory import Directory, Number, faults

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
