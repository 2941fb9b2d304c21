import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from filet.domain.kinds import Appears
from filet.domain.plan import (
    Idea,
    Measure,
    MeasureNature,
    PlanCatalogue,
    ProposedBy,
    Section,
    Situation,
    TriggerKind,
    faults,
    ideas,
    may_leave,
    rank_between,
    unknown_triggers,
)

NONE: frozenset[str] = frozenset()


def by(*items: str, markers: str = "", when: Situation | None = None, always: bool = False) -> Any:
    situations = frozenset({when}) if when else frozenset[Situation]()
    return ProposedBy(frozenset(items), frozenset(markers.split()), situations, always)


def measure(name: str, proposed_by: ProposedBy, **changes: Any) -> Measure:
    return replace(Measure(name, "signs", proposed_by), **changes)


CATALOGUE = PlanCatalogue(
    "quebec",
    "1",
    (Section("signs"),),
    (
        measure("everyone", by(always=True)),
        measure("winter", by(when=Situation.RURAL)),
        measure("threats", by("threats_to_kill")),
        measure("followed", by(markers="stalking")),
        measure("neck", by(markers="strangulation stalking", always=True)),
    ),
    critical=frozenset({"strangulation"}),
)


def found(
    items: str = "", markers: str = "", when: str = "", kept: str = "", refused: str = ""
) -> tuple[Idea, ...]:
    yes, raised, lived = (frozenset(text.split()) for text in (items, markers, when))
    return ideas(CATALOGUE, yes, raised, lived, kept.split(), refused.split())


def names(several: tuple[Idea, ...]) -> list[str]:
    return [idea.measure.id for idea in several]


def test_what_is_critical_comes_first_and_what_is_for_everyone_last() -> None:
    every = found("threats_to_kill", "stalking strangulation", "rural")
    assert names(every) == ["neck", "winter", "threats", "followed", "everyone"]


def test_an_idea_says_what_brought_it_up() -> None:
    triggers = {idea.measure.id: idea.trigger for idea in found("threats_to_kill", "stalking")}
    assert triggers["threats"].kind is TriggerKind.ITEM
    assert triggers["threats"].id == "threats_to_kill"
    assert triggers["neck"].id == "stalking"
    assert triggers["everyone"].kind is TriggerKind.ALWAYS


def test_an_idea_gives_the_weightiest_reason() -> None:
    (neck, *_) = found(markers="stalking strangulation")
    assert (neck.trigger.kind, neck.trigger.id) == (TriggerKind.CRITICAL, "strangulation")


def test_only_what_is_for_everyone_comes_unasked() -> None:
    assert names(found()) == ["everyone", "neck"]


def test_what_she_kept_or_refused_is_not_proposed_again() -> None:
    assert names(found(kept="everyone@quebec-1", refused="neck@quebec-1")) == []


def test_a_measure_met_in_an_older_pack_is_not_proposed_again() -> None:
    assert names(found(kept="everyone@quebec-0.9")) == ["neck"]


def test_words_of_her_own_keep_no_idea_away() -> None:
    assert names(found(kept=" everyone@estrie-1")) == ["everyone", "neck"]


@given(st.permutations(["stalking", "strangulation", "x", "y"]))
def test_the_order_of_ideas_never_depends_on_the_order_of_facts(markers: list[str]) -> None:
    assert found(markers=" ".join(markers)) == found(markers="x y strangulation stalking")


# What may leave the house ------------------------------------------------------------


def test_only_a_general_measure_may_leave_unasked() -> None:
    assert [nature for nature in MeasureNature if may_leave(nature)] == [MeasureNature.GENERAL]
    assert not may_leave("something new")


def broken(**changes: Any) -> tuple[str, ...]:
    one = replace(measure("one", by(always=True)), **changes)
    return faults(replace(CATALOGUE, measures=(one,)))


def test_a_sound_catalogue_has_no_fault() -> None:
    assert faults(CATALOGUE) == ()


@pytest.mark.parametrize("appears", [Appears.TAKES, Appears.CARD])
def test_nothing_leaves_the_house_by_itself(appears: Appears) -> None:
    assert broken(appears=appears) == (
        "measure one: nothing leaves the house unless she decides so",
    )


@pytest.mark.parametrize("nature", [nature for nature in MeasureNature if not may_leave(nature)])
def test_what_gives_something_away_starts_in_the_dossier(nature: MeasureNature) -> None:
    told = broken(nature=nature, appears=Appears.STAYS)
    assert told == (f"measure one: of nature {nature}, it starts in the dossier",)


def test_a_measure_that_nothing_proposes_is_a_fault() -> None:
    assert broken(proposed_by=ProposedBy()) == ("measure one: nothing proposes it",)


def test_a_measure_stands_in_a_section_and_once() -> None:
    assert broken(section="lost") == ("measure one: there is no section lost",)
    twice = replace(CATALOGUE, measures=(*CATALOGUE.measures, CATALOGUE.measures[0]))
    assert faults(twice) == ("measure everyone stands 2 times",)
    sections = replace(CATALOGUE, sections=(Section("signs"), Section("signs")))
    assert faults(sections) == ("section signs stands 2 times",)


def test_a_trigger_that_nothing_can_pull_is_named() -> None:
    told = unknown_triggers(CATALOGUE, ["other"], ["strangulation"])
    assert told == (
        "measure threats: there is no item threats_to_kill",
        "measure followed: there is no marker stalking",
        "measure neck: there is no marker stalking",
    )


# Ranks -------------------------------------------------------------------------------

RANK = st.text("0123456789abcdefghijklmnopqrstuvwxyz", max_size=6).filter(
    lambda rank: not rank.endswith("0")
)


@given(RANK, RANK)
def test_a_rank_lies_strictly_between_two_others(before: str, after: str) -> None:
    assume(before < after or not after)
    between = rank_between(before, after)
    assert before < between
    assert not after or between < after
    assert not between.endswith("0")


@given(st.lists(st.integers(0, 10**6), max_size=80))
def test_there_is_always_room_for_one_more(places: list[int]) -> None:
    ranks: list[str] = []
    for number in places:
        place = number % (len(ranks) + 1)
        before = ranks[place - 1] if place else ""
        after = ranks[place] if place < len(ranks) else ""
        ranks.insert(place, rank_between(before, after))
    assert ranks == sorted(set(ranks))


def test_a_list_that_grows_at_its_ends_keeps_short_ranks() -> None:
    first = last = rank_between("", "")
    for number in range(1, 5000):
        following, preceding = rank_between(last, ""), rank_between("", first)
        assert preceding < first <= last < following
        first, last = preceding, following
        assert max(len(first), len(last)) <= 3 + 2 * math.log(number + 1, 36)


@pytest.mark.parametrize(
    ("before", "after"), [("b", "a"), ("a", "a"), ("a", "a0"), ("", "0"), ("A", ""), ("é", "z")]
)
def test_where_there_is_no_room_none_is_made_up(before: str, after: str) -> None:
    with pytest.raises(ValueError, match="rank"):
        rank_between(before, after)
