"""What holds of every questionnaire that ships, whatever is answered, in whatever order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools import shipped

from filet.domain.instruments import Instrument, Item, ItemType, Value
from filet.domain.rules import Exclusive, WeightedSum
from filet.domain.scoring import Result, score

SHIPPED = [pytest.param(tool, id=tool.id) for tool in shipped().instruments()]
OPEN = 4
"""How many items of a drawn form are left open at most: each doubles its completions."""
PLAIN = frozenset({Value.YES, Value.NO})


@dataclass(frozen=True, slots=True)
class Filled:
    """What was said of each item: several values or grades where several voices spoke."""

    answers: Mapping[str, frozenset[Value]]
    scales: Mapping[str, frozenset[int]]
    flags: frozenset[str]

    def scored(self, tool: Instrument) -> Result:
        return score(tool, self.answers, self.flags, self.scales)


def grades(item: Item) -> frozenset[int]:
    return frozenset(range(item.least, item.most + 1))


@st.composite
def filled(draw: st.DrawFn, tool: Instrument) -> Filled:
    """Draw a form of which a few items are open: unknown, never asked, or contradicted."""
    plain = [item for item in tool.items if item.type is ItemType.YES_NO]
    scaled = [item for item in tool.items if item.type is ItemType.SCALE]
    names = [item.id for item in (*plain, *scaled)]
    left_open = draw(st.sets(st.sampled_from(names), max_size=OPEN))
    one = st.sampled_from([Value.YES, Value.NO]).map(lambda value: frozenset({value}))
    unsaid = st.sampled_from([frozenset(), frozenset({Value.UNKNOWN}), PLAIN])
    answers = {item.id: draw(unsaid if item.id in left_open else one) for item in plain}
    scales = {}
    for item in scaled:
        most = 2 if item.id in left_open else 1
        least = 0 if item.id in left_open else 1
        said = st.frozensets(st.sampled_from(sorted(grades(item))), min_size=least, max_size=most)
        scales[item.id] = draw(said)
    flags = draw(st.frozensets(st.sampled_from([one.id for one in tool.flags] or [""])))
    return Filled(answers, scales, flags - {""})


def completions(tool: Instrument, form: Filled) -> list[Filled]:
    """Return every form on which all is known that this one may turn out to be."""
    items = {item.id: item for item in tool.items}
    values = {
        name: [frozenset({one}) for one in (heard & PLAIN or PLAIN)]
        for name, heard in form.answers.items()
    }
    ends = {
        name: [frozenset({one}) for one in {min(among), max(among)}]
        for name, heard in form.scales.items()
        for among in [heard or grades(items[name])]
    }
    return [
        replace(
            form,
            answers=dict(zip(values, said, strict=True)),
            scales=dict(zip(ends, graded, strict=True)),
        )
        for said in product(*values.values())
        for graded in product(*ends.values())
    ]


@pytest.mark.parametrize("tool", SHIPPED)
@settings(max_examples=25)
@given(data=st.data())
def test_the_order_in_which_answers_come_changes_nothing(tool: Instrument, data: Any) -> None:
    form = data.draw(filled(tool))
    answers = data.draw(st.permutations(list(form.answers.items())))
    scales = data.draw(st.permutations(list(form.scales.items())))
    assert replace(form, answers=dict(answers), scales=dict(scales)).scored(tool) == (
        form.scored(tool)
    )


@pytest.mark.parametrize("tool", SHIPPED)
@settings(max_examples=25)
@given(data=st.data())
def test_a_range_holds_every_form_that_it_may_turn_out_to_be(tool: Instrument, data: Any) -> None:
    form = data.draw(filled(tool))
    result, bands = form.scored(tool), [None, *(band.id for band in tool.bands)]
    if result.errors:
        return
    for one in completions(tool, form):
        known = one.scored(tool)
        if known.errors:
            continue
        for low, high in (("minimum", "maximum"), ("count_minimum", "count_maximum")):
            wide = (getattr(result, low), getattr(result, high))
            narrow = (getattr(known, low), getattr(known, high))
            assert (None in wide) == (None in narrow)
            if None not in wide:
                assert wide[0] <= narrow[0] <= narrow[1] <= wide[1]
        places = [bands.index(band) for band in (result.band_minimum, known.band_minimum)]
        assert places[0] <= places[1]
        places = [bands.index(band) for band in (known.band_maximum, result.band_maximum)]
        assert places[0] <= places[1]
        assert set(result.reached) <= set(known.reached)
        assert result.positive in (None, known.positive)


def adds(tool: Instrument) -> bool:
    """Tell whether no answer takes anything away, and no box excludes one."""
    sums = [rule for rule in tool.rules if isinstance(rule, WeightedSum)]
    return all(weight >= 0 for rule in sums for weight in rule.weights.values())


@pytest.mark.parametrize("tool", SHIPPED)
@settings(max_examples=25)
@given(data=st.data())
def test_one_more_yes_never_lowers_the_most(tool: Instrument, data: Any) -> None:
    assert adds(tool), "a rule that takes away needs a property of its own"
    form = data.draw(filled(tool))
    name = data.draw(st.sampled_from(sorted(form.answers) or [""]))
    if not name:
        return
    heard = form.answers[name] | {Value.YES}
    before = form.scored(tool)
    after = replace(form, answers={**form.answers, name: heard}).scored(tool)
    apart = {rule.flag for rule in tool.rules if isinstance(rule, Exclusive) and rule.item == name}
    if before.errors or after.errors or apart & form.flags:
        return
    bands = [None, *(band.id for band in tool.bands)]
    assert bands.index(after.band_maximum) >= bands.index(before.band_maximum)
    for most in ("maximum", "count_maximum"):
        if getattr(before, most) is not None:
            assert getattr(after, most) >= getattr(before, most)
    assert set(before.markers) <= set(after.markers)
