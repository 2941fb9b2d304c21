"""What makes the definition of an instrument unusable, told to the person who writes it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from filet.domain.flaws import At, Flaw, flaw, twice, unknown
from filet.domain.instruments import (
    LEAST_VECTORS,
    Instrument,
    Item,
    ItemType,
    Kind,
)
from filet.domain.rules import (
    CONDITIONS,
    NUMBERS,
    Count,
    CountAtLeast,
    Reaches,
    ScaleAtLeast,
    ScaleSum,
    WeightedSum,
    flags_of,
    items_of,
    rules_of,
)


def flaws(instrument: Instrument) -> tuple[Flaw, ...]:
    """Return everything that is wrong with a definition; its examples are run elsewhere."""
    return (
        *_names(instrument),
        *_licence(instrument),
        *(one for place, item in enumerate(instrument.items) for one in _item(item, place)),
        *(one for place in range(len(instrument.rules)) for one in _rule(instrument, place)),
        *_outcome(instrument),
        *_bands(instrument),
        *_vectors(instrument),
    )


def _names(instrument: Instrument) -> Iterator[Flaw]:
    if not instrument.items:
        yield flaw("no_item", ())
    if set("-@") & set(instrument.version) or "@" in instrument.id:
        yield flaw("bad_version", ("version",))
    yield from twice("item", (item.id for item in instrument.items), ("items",))
    yield from twice("flag", (flag.id for flag in instrument.flags), ("flags",))
    yield from twice("rule", (rule.id for rule in instrument.rules), ("rules",))
    yield from twice("band", (band.id for band in instrument.bands), ("bands",))
    yield from twice("vector", (vector.id for vector in instrument.vectors), ("vectors",))
    places = (item.first_hour for item in instrument.items if item.first_hour is not None)
    yield from twice("place of the first hour", map(str, places), ("items",))


def _licence(instrument: Instrument) -> Iterator[Flaw]:
    licence = instrument.licence
    stated = {"holder": licence.holder, "terms": licence.terms, "evidence": licence.evidence}
    for name, said in stated.items():
        if not said.strip():
            yield flaw("licence_missing", ("licence", name), name=name)


def _item(item: Item, place: int) -> Iterator[Flaw]:
    at, of = ("items", place), ("item", item.id)
    yield from twice("detail", item.details, (*at, "details"), of)
    match item.type:
        case ItemType.SCALE:
            if bool(item.markers) != (item.marker_from is not None):
                yield flaw("marker_from_alone", at, of)
            if item.least >= item.most:
                yield flaw("scale_falls", (*at, "least"), of)
            if item.marker_from is not None and item.marker_from not in item.grades:
                marked = (*at, "marker_from")
                yield flaw("marker_from_off", marked, of, least=item.least, most=item.most)
        case ItemType.TOLD | ItemType.YES_NO:
            if item.marker_from is not None:
                yield flaw("marker_from_no_scale", (*at, "marker_from"), of)
            if item.type is ItemType.TOLD and item.markers:
                yield flaw("told_marks", (*at, "markers"), of)


def _rule(instrument: Instrument, place: int) -> Iterator[Flaw]:
    rule = instrument.rules[place]
    at, of = ("rules", place), ("rule", rule.id)
    items, flags, rules = items_of(rule), flags_of(rule), rules_of(rule)
    graded = isinstance(rule, ScaleSum | ScaleAtLeast)
    kind = ItemType.SCALE if graded else ItemType.YES_NO
    asked = [item.id for item in instrument.items if item.type is kind]
    yield from unknown("scale" if graded else "yes or no item", items, asked, at, of)
    yield from unknown("flag", flags, (flag.id for flag in instrument.flags), at, of)
    yield from twice("item", items, (*at, "items"), of)
    yield from _built_on(instrument, place)
    if not (items or flags or rules):
        yield flaw("names_nothing", at, of)
    if isinstance(rule, CountAtLeast) and not 1 <= rule.at_least <= len(rule.items):
        yield flaw("at_least_off", (*at, "at_least"), of)


def _built_on(instrument: Instrument, place: int) -> Iterator[Flaw]:
    """Say which rules it builds on that do not stand above it: so none can go round."""
    rule = instrument.rules[place]
    at, of = ("rules", place), ("rule", rule.id)
    above = {one.id: one for one in instrument.rules[:place]}
    below = {one.id for one in instrument.rules[place:]}
    kinds = NUMBERS if isinstance(rule, Reaches) else CONDITIONS
    wanted = "not_a_number" if isinstance(rule, Reaches) else "not_a_condition"
    for name in rules_of(rule):
        if name in below and name not in above:
            yield flaw("goes_round", at, of, name=name)
        elif name not in above:
            yield flaw("no_rule_above", at, of, name=name)
        elif not isinstance(above[name], kinds):
            yield flaw(wanted, at, of, name=name)


def _outcome(instrument: Instrument) -> Iterator[Flaw]:
    outcome, of = instrument.outcome, ("outcome", "")
    if instrument.kind is Kind.INVENTORY and (instrument.rules or instrument.bands):
        yield flaw("inventory_counts", ("kind",))
    if outcome.score and not isinstance(instrument.rule(outcome.score), NUMBERS):
        yield flaw("not_a_number", ("outcome", "score"), of, name=outcome.score)
    if outcome.count and not isinstance(instrument.rule(outcome.count), Count):
        yield flaw("not_a_count", ("outcome", "count"), of, name=outcome.count)
    yield from _must_hold(instrument, outcome.positive, ("outcome", "positive"), of)
    for name in outcome.cutoffs:
        if not isinstance(instrument.rule(name), Reaches):
            yield flaw("not_a_cutoff", ("outcome", "cutoffs"), of, name=name)


def _must_hold(
    instrument: Instrument, names: tuple[str, ...], at: At, of: tuple[str, str]
) -> Iterator[Flaw]:
    for name in names:
        if not isinstance(instrument.rule(name), CONDITIONS):
            yield flaw("not_a_condition", at, of, name=name)


def _bands(instrument: Instrument) -> Iterator[Flaw]:
    starts = [band.start for band in instrument.bands if band.start is not None]
    for place, band in enumerate(instrument.bands):
        at, of = ("bands", place), ("band", band.id)
        if (band.start is None) == (band.when is None):
            yield flaw("from_or_when", at, of)
        yield from _must_hold(instrument, band.when or (), (*at, "when"), of)
    if 0 < len(starts) < len(instrument.bands):
        yield flaw("bands_mixed", ("bands",))
    if any(before >= after for before, after in pairwise(starts)):
        yield flaw("bands_fall", ("bands",))
    if starts and instrument.outcome.score is None:
        yield flaw("bands_without_score", ("bands",))
    yield from _uncovered(instrument, starts)


def _uncovered(instrument: Instrument, starts: list[int]) -> Iterator[Flaw]:
    """Say where no band holds, and which bands begin above all that answers can come to."""
    lowest, highest = _ends(instrument)
    if starts and starts[0] > lowest:
        yield flaw("band_missing", ("bands",), first=lowest, last=starts[0] - 1)
    for place, band in enumerate(instrument.bands):
        if highest is not None and band.start is not None and band.start > highest:
            of = ("band", band.id)
            yield flaw("band_beyond", ("bands", place, "from"), of, most=highest)


def _ends(instrument: Instrument) -> tuple[int, int | None]:
    """Return the least and the most that the score can come to."""
    match instrument.rule(instrument.outcome.score or ""):
        case WeightedSum(weights=weights, flags=flags):
            every = (*weights.values(), *flags.values())
            return sum(min(0, one) for one in every), sum(max(0, one) for one in every)
        case ScaleSum(items=items):
            asked = [item for item in instrument.items if item.id in items]
            return sum(item.least for item in asked), sum(item.most for item in asked)
        case Count(items=items):
            return 0, len(items)
        case _:
            return 0, None


def _vectors(instrument: Instrument) -> Iterator[Flaw]:
    count = len(instrument.vectors)
    if count < LEAST_VECTORS:
        yield flaw("few_vectors", ("vectors",), least=LEAST_VECTORS, count=count)
    bands = [band.id for band in instrument.bands]
    for place, vector in enumerate(instrument.vectors):
        at, of = ("vectors", place), ("vector", vector.id)
        named = (vector.expected.band_minimum, vector.expected.band_maximum)
        wanted = [name for name in named if name is not None]
        yield from unknown("band", wanted, bands, at, of)
        reached = vector.expected.reached or frozenset()
        yield from unknown("cutoff", reached, instrument.outcome.cutoffs, at, of)
