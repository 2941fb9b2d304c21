import pytest
from hypothesis import given
from hypothesis import strategies as st

from filet.adapters.catalogue import Answers, read_answers
from filet.adapters.catalogue.answers import EXAMPLE, LARGEST
from filet.domain.errors import AnswersUnreadable
from filet.domain.instruments import Value


def test_answers_flags_and_scales_are_read() -> None:
    found = read_answers(b'{"answers": {"1": "yes"}, "flags": ["3a"], "scales": {"fear": 7}}')
    assert found == Answers({"1": Value.YES}, frozenset({"3a"}), {"fear": 7})


def test_flags_and_scales_may_be_left_out() -> None:
    assert read_answers(b'\xef\xbb\xbf{"answers": {}}') == Answers({})


def test_the_example_that_is_shown_can_be_read() -> None:
    assert read_answers(EXAMPLE.encode()).flags == {"3a"}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not JSON"),
        (b"\xff", "not in UTF-8"),
        (b"[]", "no “answers”"),
        (b"{}", "no “answers”"),
        (b'{"answers": []}', "“answers” is not a table"),
        (b'{"answers": {}, "name": "x"}', "something else"),
        (b'{"answers": {"1": "oui"}}', "1 is answered with none of yes, no, unknown"),
        (b'{"answers": {"1": true}}', "1 is answered with none of"),
        (b'{"answers": {"1": ["yes"]}}', "1 is answered with none of"),
        (b'{"answers": {"1": "yes", "1": "no"}}', "the same name stands twice"),
        (b'{"answers": {}, "answers": {}}', "the same name stands twice"),
        (b'{"answers": {}, "flags": "3a"}', "“flags” is not a list"),
        (b'{"answers": {}, "flags": [3]}', "“flags” is not a list"),
        (b'{"answers": {}, "scales": {"fear": 101}}', "fear is not on a scale"),
        (b'{"answers": {}, "scales": {"fear": true}}', "fear is not on a scale"),
        (b'{"answers": {}, "scales": {"fear": 7.0}}', "fear is not on a scale"),
        (b'{"answers": {}, "scales": {"fear": NaN}}', "not JSON"),
        (b'{"answers": {}, "scales": {"fear": ' + b"9" * 9000 + b"}}", "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b" " * (LARGEST + 1), "larger than 1024 KiB"),
    ],
)
def test_any_other_file_is_refused_and_says_why(data: bytes, told: str) -> None:
    with pytest.raises(AnswersUnreadable) as refused:
        read_answers(data)
    assert told in str(refused.value.fields["fault"])
    assert refused.value.fields["example"] == EXAMPLE


def test_a_fault_never_repeats_what_was_answered() -> None:
    with pytest.raises(AnswersUnreadable) as refused:
        read_answers('{"answers": {"1": "il lui a serré le cou"}}'.encode())
    assert "serré" not in str(refused.value.fields["fault"])


@given(st.binary(max_size=100))
def test_no_bytes_are_a_traceback(data: bytes) -> None:
    with pytest.raises(AnswersUnreadable):
        read_answers(data)
