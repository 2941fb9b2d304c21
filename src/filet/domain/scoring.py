"""What answers come to. Nobody's silence is a no: what is not known widens the outcome.

Every rule is looked at twice: once as if all that may be were no, once as if it were yes.
What both agree on is certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from filet.domain.defects import SCALE, needs
from filet.domain.instruments import (
    AnyOf,
    Band,
    Count,
    CountAtLeast,
    Exclusive,
    Instrument,
    Item,
    ItemType,
    Override,
    Rule,
    Value,
    Vector,
    WeightedSum,
)

_AGAINST = frozenset({Value.NO, Value.NOT_APPLICABLE})
_FOR = frozenset({Value.YES})
_NOTHING: frozenset[Value] = frozenset()
_NO_SCALES: Mapping[str, int] = {}

Said = Mapping[str, frozenset[Value]]
"""By item: every value that one of its voices gave."""


class Chance(Enum):
    """Whether an item is to be counted as yes."""

    MUST = auto()
    MAY = auto()
    CANNOT = auto()


@dataclass(frozen=True, slots=True)
class Result:
    """What answers come to, with all that is not certain about it.

    ``positive`` is ``None`` when it is not certain, or when the tool has no such answer.
    ``unanswered`` and ``contradictions`` never name an item told in free words.
    """

    minimum: int | None = None
    maximum: int | None = None
    count_minimum: int | None = None
    count_maximum: int | None = None
    band_minimum: str | None = None
    band_maximum: str | None = None
    positive: bool | None = None
    complete: bool = False
    markers: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Picture:
    """What is yes at least, what is yes at most, and the flags."""

    must: frozenset[str]
    may: frozenset[str]
    flags: frozenset[str]


def score(
    instrument: Instrument,
    answers: Said,
    flags: frozenset[str],
    scales: Mapping[str, int] = _NO_SCALES,
) -> Result:
    """Return what answers come to.

    An answer is the set of values that the voices about an item gave; no set, or an empty
    one, means that it was not asked. Whatever is wrong with the answers leaves no number
    and no band, and still every marker.
    """
    heard = {name: values for name, values in answers.items() if values}
    chances = {item.id: _chance(heard, item) for item in instrument.items}
    errors = tuple(_errors(instrument, heard, flags, scales))
    told = _told(instrument, heard, scales)
    if errors:
        return _result(told, {"errors": errors})
    ruled_out = dict.fromkeys(_excluded(instrument, flags), Chance.CANNOT)
    picture = _picture(chances | ruled_out, flags)
    return _result(told, _numbers(instrument, picture), _complete(instrument, picture, told))


def _result(*parts: Mapping[str, Any]) -> Result:
    return Result(**{name: value for part in parts for name, value in part.items()})


def _chance(heard: Said, item: Item) -> Chance:
    values = heard.get(item.id, _NOTHING)
    yes, no = bool(values & _FOR), bool(values & _AGAINST)
    if yes == no:
        return Chance.MAY
    return Chance.MUST if yes else Chance.CANNOT


def _picture(chances: Mapping[str, Chance], flags: frozenset[str]) -> _Picture:
    must = frozenset(name for name, chance in chances.items() if chance is Chance.MUST)
    may = frozenset(name for name, chance in chances.items() if chance is Chance.MAY)
    return _Picture(must, may, flags)


# What is wrong with the answers ------------------------------------------------------


def _errors(
    instrument: Instrument, heard: Said, flags: frozenset[str], scales: Mapping[str, int]
) -> Iterator[str]:
    items = {item.id for item in instrument.items}
    known = {flag.id for flag in instrument.flags}
    yield from (f"unknown_item:{name}" for name in sorted({*heard, *scales} - items))
    yield from (f"unknown_flag:{name}" for name in sorted(flags - known))
    for item in instrument.items:
        if not _possible(item, heard.get(item.id, _NOTHING), scales.get(item.id)):
            yield f"impossible_value:{item.id}"
    for rule in _exclusives(instrument, flags):
        if heard.get(rule.item, _NOTHING) & (_FOR | _AGAINST) == _FOR:
            yield rule.error


def _possible(item: Item, values: frozenset[Value], scale: int | None) -> bool:
    match item.type:
        case ItemType.YES_NO:
            return scale is None
        case ItemType.SCALE:
            return not values & {Value.YES, Value.NO} and (scale is None or scale in SCALE)
        case ItemType.TOLD:
            return not values & {Value.YES, Value.NO} and scale is None


def _exclusives(instrument: Instrument, flags: frozenset[str]) -> Iterator[Exclusive]:
    for rule in instrument.rules:
        if isinstance(rule, Exclusive) and rule.flag in flags:
            yield rule


def _excluded(instrument: Instrument, flags: frozenset[str]) -> Iterator[str]:
    """Give the items that a flag leaves no room for: one that is unknown is then a no."""
    return (rule.item for rule in _exclusives(instrument, flags))


# What stands out ---------------------------------------------------------------------


def _told(instrument: Instrument, heard: Said, scales: Mapping[str, int]) -> dict[str, Any]:
    asked = [item for item in instrument.items if item.type is not ItemType.TOLD]
    answered = {*heard, *scales}
    return {
        "markers": tuple(dict.fromkeys(_markers(instrument, heard, scales))),
        "contradictions": _named(asked, lambda name: _contradictory(heard.get(name, _NOTHING))),
        "unanswered": _named(asked, lambda name: name not in answered),
        "unknown": _named(
            instrument.items, lambda name: name not in scales and _open(heard.get(name, _NOTHING))
        ),
    }


def _named(items: Iterable[Item], fits: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(item.id for item in items if fits(item.id))


def _markers(instrument: Instrument, heard: Said, scales: Mapping[str, int]) -> Iterator[str]:
    for item in instrument.items:
        scale = scales.get(item.id)
        high = scale is not None and item.marker_from is not None and scale >= item.marker_from
        if high or Value.YES in heard.get(item.id, _NOTHING):
            yield from item.markers


def _contradictory(values: frozenset[Value]) -> bool:
    return bool(values & _FOR and values & _AGAINST)


def _open(values: frozenset[Value]) -> bool:
    """Tell whether it was asked and nobody knows, or wished to say."""
    return bool(values) and not values & (_FOR | _AGAINST)


# What the rules give -----------------------------------------------------------------


def _numbers(instrument: Instrument, picture: _Picture) -> dict[str, Any]:
    outcome = instrument.outcome
    minimum, maximum = _range(instrument.rule(outcome.score or ""), picture)
    fewest, most = _range(instrument.rule(outcome.count or ""), picture)
    least = _holding(instrument, picture, picture.must)
    utmost = _holding(instrument, picture, picture.must | picture.may)
    return {
        "minimum": minimum,
        "maximum": maximum,
        "count_minimum": fewest,
        "count_maximum": most,
        "band_minimum": _band(instrument.bands, minimum, least),
        "band_maximum": _band(instrument.bands, maximum, utmost),
        "positive": _positive(outcome.positive, least, utmost),
    }


def _range(rule: Rule | None, picture: _Picture) -> tuple[int | None, int | None]:
    match rule:
        case WeightedSum(weights=weights, flags=flags):
            sure = sum(weights.get(name, 0) for name in picture.must)
            sure += sum(weight for name, weight in flags.items() if name in picture.flags)
            loose = [weights.get(name, 0) for name in picture.may]
            less, more = (min(0, weight) for weight in loose), (max(0, weight) for weight in loose)
            return sure + sum(less), sure + sum(more)
        case Count(items=items):
            fewest = len(picture.must & set(items))
            return fewest, fewest + len(picture.may & set(items))
        case _:
            return None, None


def _holding(instrument: Instrument, picture: _Picture, yes: frozenset[str]) -> frozenset[str]:
    """Return the rules that hold when exactly these items are yes."""
    return frozenset(rule.id for rule in instrument.rules if _holds(rule, yes, picture.flags))


def _holds(rule: Rule, yes: frozenset[str], flags: frozenset[str]) -> bool:
    match rule:
        case AnyOf(items=items):
            return not yes.isdisjoint(items)
        case CountAtLeast(items=items, at_least=enough):
            return len(yes.intersection(items)) >= enough
        case Override(flag=flag):
            return flag in flags
        case WeightedSum() | Count() | Exclusive():
            return False


def _band(bands: tuple[Band, ...], reached: int | None, holding: frozenset[str]) -> str | None:
    """Return the highest band that is reached."""
    found = [band.id for band in bands if _reached(band, reached, holding)]
    return found[-1] if found else None


def _reached(band: Band, reached: int | None, holding: frozenset[str]) -> bool:
    if band.when is None:
        return reached is not None and band.start is not None and reached >= band.start
    return not band.when or not holding.isdisjoint(band.when)


def _positive(rules: tuple[str, ...], least: frozenset[str], utmost: frozenset[str]) -> bool | None:
    if not least.isdisjoint(rules):
        return True
    return None if not rules or not utmost.isdisjoint(rules) else False


def _complete(
    instrument: Instrument, picture: _Picture, told: Mapping[str, Any]
) -> dict[str, bool]:
    """Tell whether all that counts is known; where nothing is counted, everything counts."""
    counted = _counted(instrument)
    if counted:
        return {"complete": counted.isdisjoint(picture.may)}
    loose = (*told["contradictions"], *told["unanswered"], *told["unknown"])
    return {"complete": not loose}


def _counted(instrument: Instrument) -> frozenset[str]:
    used = {instrument.outcome.score, instrument.outcome.count, *instrument.outcome.positive}
    used |= {name for band in instrument.bands for name in band.when or ()}
    found = (name for rule in instrument.rules if rule.id in used for name in _weighty(rule))
    return frozenset(found)


def _weighty(rule: Rule) -> tuple[str, ...]:
    if isinstance(rule, WeightedSum):
        return tuple(name for name, weight in rule.weights.items() if weight)
    return needs(rule)[0]


# The proof of a definition -----------------------------------------------------------


def disproofs(instrument: Instrument) -> tuple[str, ...]:
    """Return, for each example that does not come out, what it gives and what it should."""
    return tuple(
        f"vector {vector.id}: {name} is {got}, expected {wanted}"
        for vector in instrument.vectors
        for name, got, wanted in _differences(vector, given(instrument, vector))
    )


def given(instrument: Instrument, vector: Vector) -> Result:
    """Return what an example gives; ``otherwise`` answers whatever it may answer."""
    answers = dict(vector.answers)
    if vector.otherwise is not None:
        rest = frozenset({vector.otherwise})
        for item in instrument.items:
            if item.id not in vector.scales and _possible(item, rest, None):
                answers.setdefault(item.id, rest)
    return score(instrument, answers, vector.flags, vector.scales)


def _differences(vector: Vector, result: Result) -> Iterator[tuple[str, object, object]]:
    expected = vector.expected
    errors = () if expected.error is None else (expected.error,)
    if result.errors != errors:
        yield "error", ", ".join(result.errors) or "nothing", expected.error or "nothing"
        return
    if expected.markers is not None and expected.markers != frozenset(result.markers):
        yield "markers", ", ".join(sorted(result.markers)), ", ".join(sorted(expected.markers))
    for name in ("minimum", "maximum", "count_minimum", "count_maximum"):
        yield from _different(name, expected, result)
    for name in ("band_minimum", "band_maximum", "positive"):
        yield from _different(name, expected, result)


def _different(name: str, expected: object, result: Result) -> Iterator[tuple[str, object, object]]:
    wanted, got = getattr(expected, name), getattr(result, name)
    if wanted is not None and wanted != got:
        yield name, got, wanted
