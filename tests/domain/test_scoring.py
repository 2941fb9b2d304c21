"""Nobody's silence is a no, and no answer is lost."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools import graded, instrument, said, shipped

from filet.domain.instruments import (
    Band,
    Flag,
    Instrument,
    Item,
    ItemType,
    Outcome,
    Value,
)
from filet.domain.rules import (
    AllOf,
    AnyOf,
    Count,
    CountAtLeast,
    Exclusive,
    Override,
    Reaches,
    ScaleAtLeast,
    ScaleSum,
    WeightedSum,
)
from filet.domain.scoring import Result, score

PUBLISHED = json.loads(
    (Path(__file__).parent.parent / "data" / "vectors.json").read_text(encoding="utf-8")
)
NOTHING: frozenset[str] = frozenset()


@cache
def tool(name: str) -> Instrument:
    return shipped().instrument(name)


def rows(name: str) -> list[Any]:
    return [pytest.param(row, id=row["id"]) for row in PUBLISHED if row["instrument"] == name]


def form(name: str, row: dict[str, Any]) -> dict[str, frozenset[Value]]:
    """Return a form on which everything is no but what the row says."""
    answers = {item.id: frozenset({Value.NO}) for item in tool(name).items}
    answers |= {str(number): frozenset({Value.YES}) for number in row.get("yes", ())}
    return answers | {str(number): frozenset({Value.UNKNOWN}) for number in row.get("unknown", ())}


# Published and frozen examples -------------------------------------------------------


@pytest.mark.parametrize("row", rows("DA-2004"))
def test_the_danger_assessment_gives_its_published_result(row: dict[str, Any]) -> None:
    flags = frozenset({"3a"}) if row["three_a"] else NOTHING
    result = score(tool("da-2004"), form("da-2004", row), flags)
    expected = row["expected"]
    if "error" in expected:
        assert result.errors == (expected["error"],)
        assert (result.minimum, result.band_maximum) == (None, None)
        return
    low = expected.get("weighted_min", expected.get("weighted"))
    high = expected.get("weighted_max", expected.get("weighted"))
    bands = tuple(expected.get("bands", (expected.get("band"),) * 2))
    assert (result.minimum, result.maximum) == (low, high)
    assert (result.band_minimum, result.band_maximum) == bands
    assert result.count_minimum == expected.get("raw", len(row["yes"]))
    assert result.complete is ("unknown" not in row)


@pytest.mark.parametrize("row", rows("LAP-2005"))
def test_the_lethality_screen_takes_the_published_route(row: dict[str, Any]) -> None:
    flags = frozenset({"belief"}) if row["belief"] else NOTHING
    result = score(tool("lap"), form("lap", row), flags)
    assert result.band_minimum == result.band_maximum == row["expected"].lower()
    assert result.positive is row["expected"].startswith("HIGH")


@pytest.mark.parametrize("row", rows("HARK"))
def test_hark_gives_its_published_result(row: dict[str, Any]) -> None:
    values = [Value.YES if answer else Value.NO for answer in row["answers"]]
    names = [item.id for item in tool("hark").items]
    result = score(tool("hark"), said(**dict(zip(names, values, strict=True))), NOTHING)
    assert result.count_minimum == result.count_maximum == row["expected"]["score"]
    assert result.positive is row["expected"]["positive"]


def test_a_strangulation_that_no_threshold_counts_still_stands_out() -> None:
    (row,) = (row.values[0] for row in rows("LAP-2005") if row.id == "LAP-6")
    assert score(tool("lap"), form("lap", row), NOTHING).markers == ("strangulation",)


def test_the_item_that_is_not_counted_still_stands_out() -> None:
    result = score(tool("da-2004"), said(**{"20": "yes"}), NOTHING)
    assert result.minimum == 0
    assert result.markers == ("her_suicidality",)


def test_other_weightings_do_not_pass_for_this_one() -> None:
    three = said(**{"2": "yes", "3": "yes", "4": "yes"})
    assert score(tool("da-2004"), three, NOTHING).minimum == 13
    assert score(tool("da-2004"), said(**{"1": "yes"}), NOTHING).minimum == 1
    assert score(tool("da-2004"), said(**{"2": "yes"}), NOTHING).minimum == 5


# What is not known -------------------------------------------------------------------

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


@pytest.mark.parametrize("value", [Value.UNKNOWN, Value.DECLINED])
def test_who_does_not_know_or_would_rather_not_say_has_not_said_no(value: Value) -> None:
    result = score(SMALL, said(a=value, b="no", c="no"), NOTHING)
    assert (result.minimum, result.maximum) == (0, 4)
    assert (result.band_minimum, result.band_maximum) == ("low", "high")
    assert result.unknown == ("a",)
    assert result.positive is None
    assert not result.complete


def test_what_was_not_asked_is_told_apart_from_what_is_not_known() -> None:
    result = score(SMALL, said(b="unknown") | {"c": frozenset()}, NOTHING)
    assert result.unanswered == ("a", "c")
    assert result.unknown == ("b",)
    assert (result.minimum, result.maximum) == (-1, 6)


def test_what_does_not_apply_counts_as_no() -> None:
    result = score(SMALL, said(a="not_applicable", b="no", c="no"), NOTHING)
    assert (result.minimum, result.maximum, result.complete) == (0, 0, True)
    assert result.positive is False


def test_two_voices_that_differ_widen_the_range_and_the_yes_stands_out() -> None:
    small = replace(SMALL, items=(Item("a", markers=("weapon",)), *SMALL.items[1:]))
    both = {"a": frozenset({Value.YES, Value.NO})} | said(b="no", c="no")
    result = score(small, both, NOTHING)
    assert (result.minimum, result.maximum) == (0, 4)
    assert result.contradictions == ("a",)
    assert result.markers == ("weapon",)
    assert not result.complete


def test_a_voice_that_does_not_know_takes_nothing_from_one_that_does() -> None:
    mixed = {"a": frozenset({Value.YES, Value.UNKNOWN})} | said(b="no", c="no")
    result = score(SMALL, mixed, NOTHING)
    assert (result.minimum, result.maximum, result.complete) == (4, 4, True)


# What cannot be ----------------------------------------------------------------------


def test_a_box_that_excludes_an_item_leaves_it_no_room() -> None:
    result = score(SMALL, said(a="unknown", b="no", c="no"), frozenset({"box"}))
    assert (result.minimum, result.maximum) == (-3, -3)
    assert result.complete
    assert not result.errors


def test_a_box_and_the_item_it_excludes_give_no_number_and_keep_the_markers() -> None:
    small = replace(SMALL, items=(Item("a", markers=("weapon",)), *SMALL.items[1:]))
    result = score(small, said(a="yes", b="no", c="no"), frozenset({"box"}))
    assert result == Result(errors=("a_and_box",), markers=("weapon",))


def test_an_item_under_discussion_is_no_error_beside_the_box_that_excludes_it() -> None:
    both = {"a": frozenset({Value.YES, Value.NO})} | said(b="no", c="no")
    result = score(SMALL, both, frozenset({"box"}))
    assert (result.minimum, result.maximum, result.errors) == (-3, -3, ())
    assert result.contradictions == ("a",)


def test_what_the_form_does_not_have_is_named() -> None:
    result = score(SMALL, said(zz="yes", a="no"), frozenset({"lost"}), {"yy": frozenset({3})})
    assert result.errors == ("unknown_item:yy", "unknown_item:zz", "unknown_flag:lost")
    assert (result.minimum, result.band_minimum, result.positive) == (None, None, None)


SPOKEN = instrument(
    [
        Item("fear", ItemType.SCALE, markers=("her_fear",), marker_from=7),
        Item("where", ItemType.TOLD),
        Item("a"),
    ]
)


@pytest.mark.parametrize(
    ("answers", "scales", "named"),
    [
        (said(fear="yes"), {}, "fear"),
        (said(where="no"), {}, "where"),
        ({}, graded(where=3), "where"),
        ({}, graded(a=1), "a"),
        ({}, graded(fear=11), "fear"),
        ({}, graded(fear=-1), "fear"),
    ],
)
def test_an_answer_that_an_item_cannot_have_is_named(
    answers: Mapping[str, frozenset[Value]], scales: Mapping[str, frozenset[int]], named: str
) -> None:
    assert score(SPOKEN, answers, NOTHING, scales).errors == (f"impossible_value:{named}",)


@pytest.mark.parametrize(("fear", "markers"), [(6, ()), (7, ("her_fear",)), (10, ("her_fear",))])
def test_a_scale_raises_its_marker_from_a_value_on(fear: int, markers: tuple[str, ...]) -> None:
    result = score(SPOKEN, said(a="no"), NOTHING, graded(fear=fear))
    assert result.markers == markers
    assert result.complete


def test_free_words_are_never_missing_and_may_be_unknown() -> None:
    result = score(SPOKEN, said(where="unknown", fear="declined"), NOTHING)
    assert result.unanswered == ("a",)
    assert result.unknown == ("fear", "where")


def test_where_nothing_is_counted_everything_must_be_known() -> None:
    assert not score(SPOKEN, said(a="no"), NOTHING).complete
    assert not score(SPOKEN, {}, NOTHING).complete


def test_a_lowest_band_without_rules_holds_until_a_higher_one_does() -> None:
    bands = (Band("none", when=()), Band("belief", when=("belief",)), Band("high", when=("two",)))
    rules = (CountAtLeast("two", ("a", "b", "c"), 2), Override("belief", "box"))
    small = instrument(flags=(Flag("box"),), rules=rules, bands=bands)
    assert score(small, said(a="no", b="no", c="no"), NOTHING).band_maximum == "none"
    result = score(small, said(a="yes", b="no"), frozenset({"box"}))
    assert (result.band_minimum, result.band_maximum) == ("belief", "high")


# Properties --------------------------------------------------------------------------

NAMES = ("a", "b", "c", "d", "e")
VALUES = st.frozensets(st.sampled_from(list(Value)), max_size=3)


@st.composite
def forms(draw: st.DrawFn) -> Instrument:
    """Draw a form with every sort of rule."""
    some = st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True).map(tuple)
    counted = draw(some)
    starts = sorted(draw(st.sets(st.integers(-9, 12), min_size=1, max_size=4)))
    by_score = tuple(Band(f"from {start}", start) for start in starts)
    by_rule = (Band("none", when=()), Band("belief", when=("belief",)), Band("high", when=("any",)))
    return instrument(
        [Item(name, markers=(f"marker {name}",)) for name in NAMES],
        flags=(Flag("x"), Flag("y")),
        rules=(
            WeightedSum("sum", {name: draw(st.integers(-3, 5)) for name in NAMES}, {"x": -3}),
            Count("count", counted),
            AnyOf("any", draw(some)),
            CountAtLeast("enough", counted, draw(st.integers(1, len(counted)))),
            Override("belief", "y"),
            Exclusive("apart", draw(st.sampled_from(NAMES)), "x", "apart"),
        ),
        outcome=Outcome("sum", "count", ("any", "enough", "belief")),
        bands=draw(st.sampled_from([by_score, by_rule])),
    )


ANSWERS = st.dictionaries(st.sampled_from(NAMES), VALUES)
FLAGS = st.frozensets(st.sampled_from(["x", "y"]))


def completions(answers: Mapping[str, frozenset[Value]]) -> Iterator[frozenset[str]]:
    """Give every set of items that may be yes once all is known."""
    choices = []
    for name in NAMES:
        heard = answers.get(name, frozenset())
        yes, no = Value.YES in heard, bool(heard & {Value.NO, Value.NOT_APPLICABLE})
        choices.append([True, False] if yes == no else [yes])
    for chosen in product(*choices):
        yield frozenset(name for name, yes in zip(NAMES, chosen, strict=True) if yes)


def plainly(tool: Instrument, yes: frozenset[str], flags: frozenset[str]) -> tuple[Any, ...] | None:
    """Score a form on which everything is known; nothing where it cannot be."""
    total, count, any_of, enough, belief, apart = tool.rules
    assert isinstance(total, WeightedSum)
    assert isinstance(count, Count)
    assert isinstance(any_of, AnyOf)
    assert isinstance(enough, CountAtLeast)
    assert isinstance(apart, Exclusive)
    if apart.item in yes and "x" in flags:
        return None
    points = sum(total.weights[name] for name in yes) - (3 if "x" in flags else 0)
    hold = {
        "any": any(name in yes for name in any_of.items),
        "enough": sum(name in yes for name in enough.items) >= enough.at_least,
        belief.id: "y" in flags,
    }
    reached = -1
    for place, band in enumerate(tool.bands):
        if band.start is not None and points >= band.start:
            reached = place
        if band.when is not None and (not band.when or any(hold[name] for name in band.when)):
            reached = place
    return points, sum(name in yes for name in count.items), any(hold.values()), reached


@settings(max_examples=300)
@given(forms(), ANSWERS, FLAGS)
def test_the_range_is_exactly_what_may_turn_out(
    tool: Instrument, answers: Mapping[str, frozenset[Value]], flags: frozenset[str]
) -> None:
    result = score(tool, answers, flags)
    every = [plainly(tool, yes, flags) for yes in completions(answers)]
    ends = [end for end in every if end is not None]
    if not ends:
        assert result.errors == ("apart",)
        return
    points, counts, positives, bands = zip(*ends, strict=True)
    names = [None, *(band.id for band in tool.bands)]
    assert (result.minimum, result.maximum) == (min(points), max(points))
    assert (result.count_minimum, result.count_maximum) == (min(counts), max(counts))
    assert result.band_minimum == names[min(bands) + 1]
    assert result.band_maximum == names[max(bands) + 1]
    assert result.positive == (positives[0] if len(set(positives)) == 1 else None)


@given(forms(), ANSWERS, FLAGS, st.sampled_from(NAMES), st.booleans())
def test_knowing_more_never_widens_the_range(
    tool: Instrument,
    answers: Mapping[str, frozenset[Value]],
    flags: frozenset[str],
    name: str,
    yes: bool,
) -> None:
    open_ = {**answers, name: frozenset({Value.UNKNOWN})}
    known = {**answers, name: frozenset({Value.YES if yes else Value.NO})}
    before, after = score(tool, open_, flags), score(tool, known, flags)
    if before.minimum is None or before.maximum is None:
        return
    if after.minimum is None or after.maximum is None:
        assert after.errors == ("apart",)
        return
    assert before.minimum <= after.minimum <= after.maximum <= before.maximum


@given(forms(), ANSWERS, FLAGS)
def test_any_yes_raises_its_marker_whatever_else_is_said(
    tool: Instrument, answers: Mapping[str, frozenset[Value]], flags: frozenset[str]
) -> None:
    result = score(tool, answers, flags)
    yes = [name for name in NAMES if Value.YES in answers.get(name, ())]
    assert result.markers == tuple(f"marker {name}" for name in yes)


@given(forms(), ANSWERS, FLAGS, st.randoms())
def test_the_order_in_which_answers_come_changes_nothing(
    tool: Instrument, answers: Mapping[str, frozenset[Value]], flags: frozenset[str], shuffle: Any
) -> None:
    pairs = list(answers.items())
    shuffle.shuffle(pairs)
    assert score(tool, dict(pairs), flags) == score(tool, answers, flags)


# Scales that are added up ------------------------------------------------------------

GRADED = instrument(
    [Item("1", ItemType.SCALE, least=1, most=5), Item("2", ItemType.SCALE, least=1, most=5), "a"],
    rules=(
        ScaleSum("sum", ("1", "2")),
        ScaleAtLeast("first", "1", 4),
        ScaleAtLeast("second", "2", 4),
        AllOf("both", ("first", "second")),
        Reaches("six", "sum", 6, "one study"),
        Reaches("eight", "sum", 8, "another"),
    ),
    outcome=Outcome("sum", positive=("both",), cutoffs=("six", "eight")),
)
VOICES = st.dictionaries(
    st.sampled_from(("1", "2")), st.frozensets(st.integers(1, 5), max_size=3), max_size=2
)


def test_a_scale_that_nobody_answered_may_be_any_of_it() -> None:
    result = score(GRADED, {}, NOTHING, graded(**{"1": 4}))
    assert (result.minimum, result.maximum, result.positive) == (5, 9, None)
    assert (result.reached, result.perhaps, result.complete) == ((), ("six", "eight"), False)


def test_thresholds_that_were_published_and_do_not_agree_are_each_told() -> None:
    result = score(GRADED, {}, NOTHING, graded(**{"1": 5, "2": 2}))
    assert (result.reached, result.perhaps) == (("six",), ())
    assert result.complete


def test_two_voices_on_a_scale_widen_the_sum_and_read_as_to_be_cleared_up() -> None:
    said_twice = {"1": frozenset({1, 5}), "2": frozenset({4})}
    result = score(GRADED, {}, NOTHING, said_twice)
    assert (result.minimum, result.maximum) == (5, 9)
    assert (result.contradictions, result.complete) == (("1",), False)


def test_a_rule_made_of_rules_holds_when_all_of_them_do() -> None:
    assert score(GRADED, {}, NOTHING, graded(**{"1": 4, "2": 5})).positive is True
    assert score(GRADED, {}, NOTHING, graded(**{"1": 4, "2": 3})).positive is False


def test_the_police_form_of_eleven_is_high_from_seven_or_by_judgement() -> None:
    names = tuple(str(number) for number in range(1, 12))
    rules = (CountAtLeast("seven", names, 7), Override("judged", "belief"))
    high = ("seven", "judged")
    form = instrument(
        names,
        flags=(Flag("belief"),),
        rules=rules,
        outcome=Outcome(positive=high),
        bands=(Band("not_high", when=()), Band("high", when=high)),
    )

    def band(yes: int, flags: frozenset[str] = NOTHING) -> str | None:
        answers = {name: frozenset({Value.YES if int(name) <= yes else Value.NO}) for name in names}
        return score(form, answers, flags).band_maximum

    assert (band(6), band(7)) == ("not_high", "high")
    assert band(0, frozenset({"belief"})) == "high"


@given(VOICES)
def test_a_sum_is_exactly_what_may_turn_out(voices: Mapping[str, frozenset[int]]) -> None:
    result = score(GRADED, {}, NOTHING, voices)
    choices = [voices.get(name) or frozenset(range(1, 6)) for name in ("1", "2")]
    every = [(one + two, one >= 4 and two >= 4) for one, two in product(*choices)]
    sums, positives = zip(*every, strict=True)
    assert (result.minimum, result.maximum) == (min(sums), max(sums))
    assert result.positive == (positives[0] if len(set(positives)) == 1 else None)
    assert set(result.reached) == {n for n, at in (("six", 6), ("eight", 8)) if min(sums) >= at}


@given(forms(), ANSWERS, FLAGS, st.sampled_from(NAMES))
def test_one_more_yes_never_lowers_the_most_where_every_weight_adds(
    tool: Instrument,
    answers: Mapping[str, frozenset[Value]],
    flags: frozenset[str],
    name: str,
) -> None:
    total = tool.rules[0]
    assert isinstance(total, WeightedSum)
    adding = replace(total, weights={item: abs(weight) for item, weight in total.weights.items()})
    tool = replace(tool, rules=(adding, *tool.rules[1:]))
    more = {**answers, name: answers.get(name, frozenset()) | {Value.YES}}
    before, after = score(tool, answers, flags), score(tool, more, flags)
    if before.maximum is not None and after.maximum is not None:
        assert after.maximum >= before.maximum
