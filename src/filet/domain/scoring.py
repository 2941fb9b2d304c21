"""What answers come to. Nobody's silence is a no: what is not known widens the outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from filet.domain.instruments import Band, Instrument, Item, ItemType, Value
from filet.domain.rules import Exclusive, Rule, WeightedSum, items_of
from filet.domain.ruling import Picture, Ruling, Span, below, ruled

_AGAINST = frozenset({Value.NO, Value.NOT_APPLICABLE})
_FOR = frozenset({Value.YES})
_NOTHING: frozenset[Value] = frozenset()
_NO_GRADES: frozenset[int] = frozenset()

Said = Mapping[str, frozenset[Value]]
"""By item: every value that one of its voices gave."""

Grades = Mapping[str, frozenset[int]]
"""By item of a scale: everything that one of its voices gave."""

_NO_SCALES: Grades = {}


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
    reached: tuple[str, ...] = ()
    """Thresholds that are reached for certain; ``perhaps`` those that may be."""
    perhaps: tuple[str, ...] = ()
    complete: bool = False
    markers: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


def score(
    instrument: Instrument,
    answers: Said,
    flags: frozenset[str],
    scales: Grades = _NO_SCALES,
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
    picture = _picture(chances | ruled_out, flags, _spans(instrument, scales))
    return _result(told, _numbers(instrument, picture), _complete(instrument, picture, told))


def _result(*parts: Mapping[str, Any]) -> Result:
    return Result(**{name: value for part in parts for name, value in part.items()})


def _chance(heard: Said, item: Item) -> Chance:
    values = heard.get(item.id, _NOTHING)
    yes, no = bool(values & _FOR), bool(values & _AGAINST)
    if yes == no:
        return Chance.MAY
    return Chance.MUST if yes else Chance.CANNOT


def _spans(instrument: Instrument, scales: Grades) -> dict[str, Span]:
    """Return how far each scale may go: over all of it where nobody said."""
    asked = [item for item in instrument.items if item.type is ItemType.SCALE]
    said = {item.id: scales.get(item.id) or frozenset(item.grades) for item in asked}
    return {name: (min(grades), max(grades)) for name, grades in said.items()}


def _picture(
    chances: Mapping[str, Chance], flags: frozenset[str], spans: Mapping[str, Span]
) -> Picture:
    must = frozenset(name for name, chance in chances.items() if chance is Chance.MUST)
    may = frozenset(name for name, chance in chances.items() if chance is Chance.MAY)
    return Picture(must, may, flags, spans)


# What is wrong with the answers ------------------------------------------------------


def _errors(
    instrument: Instrument, heard: Said, flags: frozenset[str], scales: Grades
) -> Iterator[str]:
    items = {item.id for item in instrument.items}
    known = {flag.id for flag in instrument.flags}
    yield from (f"unknown_item:{name}" for name in sorted({*heard, *scales} - items))
    yield from (f"unknown_flag:{name}" for name in sorted(flags - known))
    for item in instrument.items:
        if not possible(item, heard.get(item.id, _NOTHING), scales.get(item.id, _NO_GRADES)):
            yield f"impossible_value:{item.id}"
    yield from (rule.error for rule in clashes(instrument, heard, flags))


def clashes(instrument: Instrument, answers: Said, flags: frozenset[str]) -> tuple[Exclusive, ...]:
    """Return which items and boxes cannot both be true as they are answered."""
    return tuple(
        rule
        for rule in _exclusives(instrument, flags)
        if answers.get(rule.item, _NOTHING) & (_FOR | _AGAINST) == _FOR
    )


def possible(item: Item, values: frozenset[Value], grades: frozenset[int]) -> bool:
    """Tell whether an item of this kind may be answered so."""
    match item.type:
        case ItemType.YES_NO:
            return not grades
        case ItemType.SCALE:
            return not values & {Value.YES, Value.NO} and grades.issubset(item.grades)
        case ItemType.TOLD:
            return not values & {Value.YES, Value.NO} and not grades


def _exclusives(instrument: Instrument, flags: frozenset[str]) -> Iterator[Exclusive]:
    for rule in instrument.rules:
        if isinstance(rule, Exclusive) and rule.flag in flags:
            yield rule


def _excluded(instrument: Instrument, flags: frozenset[str]) -> Iterator[str]:
    """Give the items that a flag leaves no room for: one that is unknown is then a no."""
    return (rule.item for rule in _exclusives(instrument, flags))


# What stands out ---------------------------------------------------------------------


def _told(instrument: Instrument, heard: Said, scales: Grades) -> dict[str, Any]:
    asked = [item for item in instrument.items if item.type is not ItemType.TOLD]
    answered = {*heard, *(name for name, grades in scales.items() if grades)}
    return {
        "markers": tuple(dict.fromkeys(_markers(instrument, heard, scales))),
        "contradictions": _named(
            asked,
            lambda name: (
                _contradictory(heard.get(name, _NOTHING)) or len(scales.get(name, _NO_GRADES)) > 1
            ),
        ),
        "unanswered": _named(asked, lambda name: name not in answered),
        "unknown": _named(
            instrument.items,
            lambda name: not scales.get(name) and _open(heard.get(name, _NOTHING)),
        ),
    }


def _named(items: Iterable[Item], fits: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(item.id for item in items if fits(item.id))


def _markers(instrument: Instrument, heard: Said, scales: Grades) -> Iterator[str]:
    for item in instrument.items:
        highest = max(scales.get(item.id, _NO_GRADES), default=None)
        if _high(item, highest) or Value.YES in heard.get(item.id, _NOTHING):
            yield from item.markers


def _high(item: Item, highest: int | None) -> bool:
    return None not in (highest, item.marker_from) and (highest or 0) >= (item.marker_from or 0)


def _contradictory(values: frozenset[Value]) -> bool:
    return bool(values & _FOR and values & _AGAINST)


def _open(values: frozenset[Value]) -> bool:
    """Tell whether it was asked and nobody knows, or wished to say."""
    return bool(values) and not values & (_FOR | _AGAINST)


# What the rules give -----------------------------------------------------------------


def _numbers(instrument: Instrument, picture: Picture) -> dict[str, Any]:
    outcome, found = instrument.outcome, ruled(instrument, picture)
    minimum, maximum = found.numbers.get(outcome.score or "", (None, None))
    fewest, most = found.numbers.get(outcome.count or "", (None, None))
    return {
        "minimum": minimum,
        "maximum": maximum,
        "count_minimum": fewest,
        "count_maximum": most,
        "band_minimum": _band(instrument.bands, minimum, found.surely),
        "band_maximum": _band(instrument.bands, maximum, found.perhaps),
        "positive": found.holds(outcome.positive),
        **_cutoffs(instrument, found),
    }


def _cutoffs(instrument: Instrument, found: Ruling) -> dict[str, tuple[str, ...]]:
    names = instrument.outcome.cutoffs
    reached = tuple(name for name in names if name in found.surely)
    perhaps = tuple(name for name in names if name in found.perhaps - found.surely)
    return {"reached": reached, "perhaps": perhaps}


def _band(bands: tuple[Band, ...], reached: int | None, holding: frozenset[str]) -> str | None:
    """Return the highest band that is reached."""
    found = [band.id for band in bands if _reached(band, reached, holding)]
    return found[-1] if found else None


def _reached(band: Band, reached: int | None, holding: frozenset[str]) -> bool:
    if band.when is None:
        return reached is not None and band.start is not None and reached >= band.start
    return not band.when or not holding.isdisjoint(band.when)


def _complete(instrument: Instrument, picture: Picture, told: Mapping[str, Any]) -> dict[str, bool]:
    """Tell whether all that counts is known; where nothing is counted, everything counts."""
    counted = _counted(instrument)
    if counted:
        settled = {name for name, (least, most) in picture.scales.items() if least == most}
        return {"complete": counted.isdisjoint(picture.may - settled)}
    loose = (*told["contradictions"], *told["unanswered"], *told["unknown"])
    return {"complete": not loose}


def _counted(instrument: Instrument) -> frozenset[str]:
    outcome = instrument.outcome
    used = {outcome.score or "", outcome.count or "", *outcome.positive, *outcome.cutoffs}
    used |= {name for band in instrument.bands for name in band.when or ()}
    found = (name for rule in below(instrument, used) for name in _weighty(rule))
    return frozenset(found)


def _weighty(rule: Rule) -> tuple[str, ...]:
    if isinstance(rule, WeightedSum):
        return tuple(name for name, weight in rule.weights.items() if weight)
    return items_of(rule)
