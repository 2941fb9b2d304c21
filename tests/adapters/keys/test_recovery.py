"""The recovery key as people copy it by hand."""

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filet.adapters.keys import recovery
from filet.domain.errors import MistypedRecoveryKey

SECRET = bytes(range(100, 116))
LINES = recovery.write(SECRET)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def mistyped(*lines: str) -> int:
    with pytest.raises(MistypedRecoveryKey) as caught:
        recovery.read(lines)
    return int(caught.value.fields["line"])


def with_line(number: int, text: str) -> list[str]:
    return [text if place == number else line for place, line in enumerate(LINES)]


@given(st.binary(min_size=16, max_size=16))
def test_a_key_is_read_as_it_was_written(secret: bytes) -> None:
    assert recovery.read(recovery.write(secret)) == secret


def test_a_key_is_four_lines_of_two_groups_of_four() -> None:
    assert len(LINES) == 4
    for line in LINES:
        assert [len(group) for group in line.split(" ")] == [4, 4]
        assert set(line) <= {*ALPHABET, " "}


def test_a_written_key_never_changes() -> None:
    assert recovery.write(bytes(16)) == ("0000 000D", "0000 000T", "0000 000Q", "0000 2KH0")
    assert LINES == ("CHJP CSVR", "8D5N 6PV4", "3DDS QQ0S", "WBJE FVG3")


@pytest.mark.parametrize("line", range(4))
def test_every_wrong_character_is_found_with_its_line(line: int) -> None:
    text = LINES[line]
    for place, char in enumerate(text):
        for other in ALPHABET:
            if char not in (" ", other):
                changed = text[:place] + other + text[place + 1 :]
                assert mistyped(*with_line(line, changed)) == line + 1


@given(st.binary(min_size=16, max_size=16), st.integers(0, 3), st.integers(0, 6))
def test_every_exchange_of_neighbours_is_found_with_its_line(
    secret: bytes, line: int, place: int
) -> None:
    lines = list(recovery.write(secret))
    chars = list(lines[line].replace(" ", ""))
    if chars[place] == chars[place + 1]:
        return
    chars[place], chars[place + 1] = chars[place + 1], chars[place]
    lines[line] = "".join(chars)
    assert mistyped(*lines) == line + 1


def test_lines_in_the_wrong_order_are_found() -> None:
    assert mistyped(LINES[1], LINES[0], LINES[2], LINES[3]) == 1
    assert mistyped(LINES[0], LINES[1], LINES[3], LINES[2]) == 3


@pytest.mark.parametrize("char", ["U", "É", "!", "_", "漢", "🔑"])
def test_a_character_that_no_key_has_is_found(char: str) -> None:
    assert mistyped(*with_line(2, char + LINES[2][1:])) == 3


@pytest.mark.parametrize("text", ["ABCD", "ABCD EFGHJ", "A"])
def test_a_line_that_is_too_short_or_too_long_is_found(text: str) -> None:
    assert mistyped(*with_line(1, text)) == 2


@pytest.mark.parametrize("count", [0, 1, 3])
def test_missing_lines_are_found(count: int) -> None:
    assert mistyped(*LINES[:count]) == count + 1


def test_a_line_too_many_is_found() -> None:
    assert mistyped(*LINES, LINES[0]) == 4


def test_right_lines_that_are_no_key_are_found_as_a_whole() -> None:
    other = recovery.write(bytes(16))
    assert mistyped(*LINES[:3], other[3]) == 0


def test_letters_that_look_like_digits_are_taken_as_such() -> None:
    source = random.Random(5)  # noqa: S311 - nothing is protected by it
    for _ in range(40):
        secret = source.randbytes(16)
        for one in "IL":
            lines = [line.replace("0", "O").replace("1", one) for line in recovery.write(secret)]
            assert recovery.read(lines) == secret


@pytest.mark.parametrize(
    "typed",
    [
        [line.lower() for line in LINES],
        [line.replace(" ", "") for line in LINES],
        [f"  {' '.join(line)}\t" for line in LINES],
        [line.replace(" ", "-") for line in LINES],
        [line.replace(" ", "\u00a0") for line in LINES],
        ["", *LINES, "  "],
        [*LINES[:2], "", *LINES[2:]],
    ],
)
def test_a_key_may_be_typed_as_one_likes(typed: list[str]) -> None:
    assert recovery.read(typed) == SECRET


def test_the_letters_are_those_of_crockford() -> None:
    assert set(ALPHABET) == set(string.digits + string.ascii_uppercase) - set("ILOU")
