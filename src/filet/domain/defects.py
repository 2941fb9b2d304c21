"""What makes the definition of an instrument unusable, told to the person who writes it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from filet.domain.instruments import (
    LEAST_VECTORS,
    Instrument,
    Item,
    ItemType,
    Kind,
    duplicates,
    strangers,
)
from filet.domain.rules import (
    CONDITIONS,
    NUMBERS,
    Count,
    CountAtLeast,
    Reaches,
    Rule,
    ScaleAtLeast,
    ScaleSum,
    WeightedSum,
    flags_of,
    items_of,
    rules_of,
)


def faults(instrument: Instrument) -> tuple[str, ...]:
    """Return everything that is wrong with a definition; its examples are run elsewhere."""
    return (
        *_names(instrument),
        *_licence(instrument),
        *(fault for item in instrument.items for fault in _item(item)),
        *(fault for rule in instrument.rules for fault in _rule(instrument, rule)),
        *_outcome(instrument),
        *_bands(instrument),
        *_vectors(instrument),
    )


def _names(instrument: Instrument) -> Iterator[str]:
    if not instrument.items:
        yield "there is no item"
    if set("-@") & set(instrument.version) or "@" in instrument.id:
        yield "a version has no hyphen, and no name has an @"
    yield from duplicates("item", (item.id for item in instrument.items))
    yield from duplicates("flag", (flag.id for flag in instrument.flags))
    yield from duplicates("rule", (rule.id for rule in instrument.rules))
    yield from duplicates("band", (band.id for band in instrument.bands))
    yield from duplicates("vector", (vector.id for vector in instrument.vectors))
    places = (item.first_hour for item in instrument.items if item.first_hour is not None)
    yield from duplicates("place of the first hour", map(str, places))


def _licence(instrument: Instrument) -> Iterator[str]:
    licence = instrument.licence
    stated = {"holder": licence.holder, "terms": licence.terms, "evidence": licence.evidence}
    for name, said in stated.items():
        if not said.strip():
            yield f"licence: {name} is missing"


def _item(item: Item) -> Iterator[str]:
    yield from duplicates(f"item {item.id}: detail", item.details)
    match item.type:
        case ItemType.SCALE:
            if bool(item.markers) != (item.marker_from is not None):
                yield f"item {item.id}: markers and marker_from go together on a scale"
            if item.least >= item.most:
                yield f"item {item.id}: its scale goes up, from least to most"
            if item.marker_from is not None and item.marker_from not in item.grades:
                ends = f"{item.least} to {item.most}"
                yield f"item {item.id}: marker_from is a value of the scale, {ends}"
        case ItemType.TOLD | ItemType.YES_NO:
            if item.marker_from is not None:
                yield f"item {item.id}: only a scale has marker_from"
            if item.type is ItemType.TOLD and item.markers:
                yield f"item {item.id}: free words raise no marker"


def _rule(instrument: Instrument, rule: Rule) -> Iterator[str]:
    where, items, flags, rules = f"rule {rule.id}", items_of(rule), flags_of(rule), rules_of(rule)
    graded = isinstance(rule, ScaleSum | ScaleAtLeast)
    kind = ItemType.SCALE if graded else ItemType.YES_NO
    asked = [item.id for item in instrument.items if item.type is kind]
    yield from strangers(where, "scale" if graded else "yes or no item", items, asked)
    yield from strangers(where, "flag", flags, (flag.id for flag in instrument.flags))
    yield from duplicates(f"{where}: item", items)
    yield from _built_on(instrument, rule)
    if not (items or flags or rules):
        yield f"{where}: it names nothing"
    if isinstance(rule, CountAtLeast) and not 1 <= rule.at_least <= len(rule.items):
        yield f"{where}: at_least is from 1 to the number of its items"


def _built_on(instrument: Instrument, rule: Rule) -> Iterator[str]:
    """Say which rules it builds on that do not stand above it: so none can go round."""
    above: dict[str, Rule] = {}
    for one in instrument.rules:
        if one is rule:
            break
        above[one.id] = one
    where, kinds = f"rule {rule.id}", NUMBERS if isinstance(rule, Reaches) else CONDITIONS
    wanted = "gives a number" if isinstance(rule, Reaches) else "holds or not"
    for name in rules_of(rule):
        if name not in above:
            yield f"{where}: no rule {name} stands above it"
        elif not isinstance(above[name], kinds):
            yield f"{where}: {name} is not a rule that {wanted}"


def _outcome(instrument: Instrument) -> Iterator[str]:
    outcome = instrument.outcome
    if instrument.kind is Kind.INVENTORY and (instrument.rules or instrument.bands):
        yield "an inventory has no rule and no band"
    if outcome.score and not isinstance(instrument.rule(outcome.score), NUMBERS):
        yield f"outcome: score {outcome.score} is not a rule that gives a number"
    if outcome.count and not isinstance(instrument.rule(outcome.count), Count):
        yield f"outcome: count {outcome.count} is not a rule that counts"
    yield from _must_hold(instrument, "outcome", outcome.positive)
    for name in outcome.cutoffs:
        if not isinstance(instrument.rule(name), Reaches):
            yield f"outcome: cutoff {name} is not a rule of type reaches"


def _must_hold(instrument: Instrument, where: str, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if not isinstance(instrument.rule(name), CONDITIONS):
            yield f"{where}: {name} is not a rule that holds or not"


def _bands(instrument: Instrument) -> Iterator[str]:
    starts = [band.start for band in instrument.bands if band.start is not None]
    for band in instrument.bands:
        if (band.start is None) == (band.when is None):
            yield f"band {band.id}: it has either from or when"
        yield from _must_hold(instrument, f"band {band.id}", band.when or ())
    if 0 < len(starts) < len(instrument.bands):
        yield "bands: all have from, or all have when"
    if any(before >= after for before, after in pairwise(starts)):
        yield "bands: from does not rise"
    if starts and instrument.outcome.score is None:
        yield "bands: from needs a score in outcome"
    yield from _uncovered(instrument, starts)


def _uncovered(instrument: Instrument, starts: list[int]) -> Iterator[str]:
    rule = instrument.rule(instrument.outcome.score or "")
    lowest = 0
    if isinstance(rule, WeightedSum):
        lowest = sum(min(0, weight) for weight in (*rule.weights.values(), *rule.flags.values()))
    if isinstance(rule, ScaleSum):
        lowest = sum(item.least for item in instrument.items if item.id in rule.items)
    if starts and starts[0] > lowest:
        yield f"bands: no band holds from {lowest} to {starts[0] - 1}"


def _vectors(instrument: Instrument) -> Iterator[str]:
    if len(instrument.vectors) < LEAST_VECTORS:
        yield f"fewer than {LEAST_VECTORS} vectors: {len(instrument.vectors)}"
    bands = [band.id for band in instrument.bands]
    for vector in instrument.vectors:
        named = (vector.expected.band_minimum, vector.expected.band_maximum)
        wanted = [name for name in named if name is not None]
        yield from strangers(f"vector {vector.id}", "band", wanted, bands)
        reached = vector.expected.reached or frozenset()
        yield from strangers(f"vector {vector.id}", "cutoff", reached, instrument.outcome.cutoffs)
