"""What reads otherwise between two appreciations, whichever is named first."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from builders import CASE, entry, person, stated

from filet.domain.casefile import CaseFile, fold
from filet.domain.comparing import Differs, differences, signed_levels
from filet.domain.ids import LevelId, StatementId
from filet.domain.instruments import Value
from filet.domain.kinds import CaseCreated, Content, Level, LevelSigned, LevelWithdrawn, TakenBack


def level() -> LevelSigned:
    whom = (person(1),)
    return LevelSigned(
        LevelId(uuid4()), Level.MODERATE, whom, (), "", None, False, (), (), "", "", ()
    )


def say(value: Value | None, item: str = "weapon_in_reach", scale: int | None = None) -> Content:
    key = f"{item}@inventaire-filet-1"
    made = stated(value, item=key, statement=StatementId(uuid4()))
    return replace(made, scale=scale)


def lived(*contents: Content, refs: dict[int, int] | None = None) -> CaseFile:
    every = (CaseCreated("26-A-0001"), *contents)
    return fold(
        CASE,
        [
            entry(("a", seq), one, *([("a", (refs or {})[seq])] if seq in (refs or {}) else []))
            for seq, one in enumerate(every, 1)
        ],
    )


def between(file: CaseFile) -> list[Differs]:
    first, last = signed_levels(file)
    found = differences(file, first, last)
    assert found == differences(file, last, first)
    return [one.how for one in found]


@pytest.mark.parametrize(
    ("was", "now", "how"),
    [
        (Value.UNKNOWN, Value.YES, [Differs.KNOWN_SINCE]),
        (Value.DECLINED, Value.NO, [Differs.KNOWN_SINCE]),
        (Value.NO, Value.YES, [Differs.CHANGED]),
        (Value.YES, Value.YES, []),
        (Value.UNKNOWN, Value.DECLINED, [Differs.CHANGED]),
    ],
)
def test_an_item_that_was_told_twice(was: Value, now: Value, how: list[Differs]) -> None:
    assert between(lived(say(was), level(), say(now), level(), refs={4: 2})) == how


def test_what_is_told_for_the_first_time_is_new() -> None:
    assert between(lived(level(), say(Value.YES), level())) == [Differs.NEW]


def test_what_was_taken_back_is_withdrawn() -> None:
    file = lived(say(Value.YES), level(), TakenBack(), level(), refs={4: 2})
    # Folded up to the first level, the statement still counted.
    assert between(file) == [Differs.WITHDRAWN]


def test_a_corrected_answer_that_is_not_known_any_more_says_so() -> None:
    file = lived(say(Value.YES), level(), say(Value.UNKNOWN), level(), refs={4: 2})
    assert between(file) == [Differs.NOT_KNOWN_SINCE]


def test_her_fear_that_grew_is_a_change() -> None:
    fears = (say(None, "her_fear", 4), level(), say(None, "her_fear", 8), level())
    assert between(lived(*fears, refs={4: 2})) == [Differs.CHANGED]


def test_a_level_that_was_withdrawn_can_still_be_compared() -> None:
    one, other = level(), level()
    file = lived(one, LevelWithdrawn(one.level_id, "erreur"), other, refs={3: 2})
    assert len(signed_levels(file)) == 2


def test_what_is_told_first_comes_first_in_the_list() -> None:
    file = lived(
        say(Value.NO), say(Value.UNKNOWN, "stalking"), level(),
        say(Value.YES), say(Value.YES, "stalking"), say(Value.YES, "separated"), level(),
        refs={5: 2, 6: 3},
    )  # fmt: skip
    assert between(file) == [Differs.NEW, Differs.CHANGED, Differs.KNOWN_SINCE]
