"""Comparing two states of a plan."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filet.domain.ids import MeasureId
from filet.domain.kinds import Appears, MeasureWritten
from filet.domain.versions import Comparison, Rewritten, compare


def item(number: int, text: str = "", section: str = "signs", **more: str) -> MeasureWritten:
    said = text or f"mot {number}"
    return MeasureWritten(
        MeasureId(UUID(int=number)), section, said, more.get("rank", f"m{number}"), Appears.STAYS
    )


ONE, TWO, THREE, FOUR = (item(number) for number in (1, 2, 3, 4))


def test_the_same_plan_differs_in_nothing() -> None:
    found = compare((ONE, TWO), (ONE, TWO))
    assert found == Comparison()
    assert not found


def test_what_came_and_what_went_are_named() -> None:
    found = compare((ONE, TWO), (TWO, THREE))
    assert (found.added, found.removed) == ((THREE,), (ONE,))
    assert found


def test_what_was_said_otherwise_is_told_with_what_differs() -> None:
    now = replace(ONE, text="Autrement", appears=Appears.TAKES, read_by_him="rien")
    (changed,) = compare((ONE,), (now,)).rewritten
    assert changed == Rewritten(ONE, now, frozenset({"text", "appears", "read_by_him"}))


def test_a_new_rank_alone_is_no_other_wording() -> None:
    assert not compare((ONE,), (replace(ONE, rank="z"),))


@pytest.mark.parametrize(
    ("after", "moved"),
    [
        ((TWO, THREE, FOUR, ONE), (ONE,)),
        ((FOUR, ONE, TWO, THREE), (FOUR,)),
        ((ONE, THREE, TWO, FOUR), (THREE, TWO)),
        ((ONE, TWO, THREE, FOUR), ()),
    ],
)
def test_only_what_was_moved_is_said_to_have_moved(
    after: tuple[MeasureWritten, ...], moved: tuple[MeasureWritten, ...]
) -> None:
    found = compare((ONE, TWO, THREE, FOUR), after).moved
    assert len(found) == min(1, len(moved))
    assert set(found) <= set(moved)


def test_an_item_of_another_section_moves_nothing_here() -> None:
    other = item(9, section="people")
    assert not compare((other, ONE, TWO), (ONE, other, TWO))


STATES = st.lists(st.integers(1, 9), unique=True).map(lambda found: tuple(map(item, found)))


@given(before=STATES, after=STATES)
def test_there_and_back_mirror_each_other(
    before: tuple[MeasureWritten, ...], after: tuple[MeasureWritten, ...]
) -> None:
    there, back = compare(before, after), compare(after, before)
    assert (set(there.added), set(there.removed)) == (set(back.removed), set(back.added))
    assert len(there.moved) == len(back.moved)
    kept = [one for one in before if one in after]
    assert set(there.moved) <= set(kept)
    assert len(there.moved) < max(len(kept), 1)
