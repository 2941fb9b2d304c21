"""What the rules of an instrument give, at least and at most.

Every rule is looked at twice: once as if all that may be were no, or the least of its
scale, once as if it were yes, or the most. What both agree on is certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from filet.domain.instruments import Instrument
from filet.domain.rules import (
    AllOf,
    AnyOf,
    Condition,
    Count,
    CountAtLeast,
    Exclusive,
    Number,
    Override,
    Reaches,
    Rule,
    ScaleAtLeast,
    ScaleSum,
    WeightedSum,
    rules_of,
)

Span = tuple[int, int]
"""The least and the most that something may be."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is yes at least, what is yes at most, the flags, and how far each scale may go."""

    must: frozenset[str]
    may: frozenset[str]
    flags: frozenset[str]
    scales: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The number of each rule that gives one, and which rules hold for certain, or may."""

    numbers: Mapping[str, Span]
    surely: frozenset[str]
    perhaps: frozenset[str]

    def holds(self, names: Iterable[str]) -> bool | None:
        """Tell whether one of these rules holds; nothing when it is not certain."""
        wanted = frozenset(names)
        if not self.surely.isdisjoint(wanted):
            return True
        return False if wanted and self.perhaps.isdisjoint(wanted) else None


def ruled(instrument: Instrument, picture: Picture) -> Ruling:
    """Return what every rule gives. A rule builds only on those above it."""
    numbers: dict[str, Span] = {}
    surely: set[str] = set()
    perhaps: set[str] = set()
    for rule in instrument.rules:
        match rule:
            case WeightedSum() | Count() | ScaleSum():
                numbers[rule.id] = span(rule, picture)
            case Exclusive():
                continue
            case _:
                least, most = _holds(rule, picture, numbers, (surely, perhaps))
                surely.update([rule.id] if least else [])
                perhaps.update([rule.id] if most else [])
    return Ruling(numbers, frozenset(surely), frozenset(perhaps))


def span(rule: Number, picture: Picture) -> Span:
    """Return the least and the most that a rule may give."""
    match rule:
        case WeightedSum(weights=weights, flags=flags):
            sure = sum(weights.get(name, 0) for name in picture.must)
            sure += sum(weight for name, weight in flags.items() if name in picture.flags)
            loose = [weights.get(name, 0) for name in picture.may]
            less = sum(min(0, weight) for weight in loose)
            return sure + less, sure + sum(max(0, weight) for weight in loose)
        case Count(items=items):
            fewest = len(picture.must & set(items))
            return fewest, fewest + len(picture.may & set(items))
        case ScaleSum(items=items):
            ends = [picture.scales[name] for name in items]
            return sum(least for least, _ in ends), sum(most for _, most in ends)


def _holds(
    rule: Condition,
    picture: Picture,
    numbers: Mapping[str, Span],
    held: tuple[set[str], set[str]],
) -> tuple[bool, bool]:
    """Return whether a rule holds at least, and at most."""
    match rule:
        case Override(flag=flag):
            return (flag in picture.flags,) * 2
        case ScaleAtLeast(item=item, at_least=enough):
            return _each(picture.scales[item], enough)
        case Reaches(rule=name, at_least=enough):
            return _each(numbers[name], enough)
        case AllOf(rules=names):
            surely, perhaps = held
            return surely.issuperset(names), perhaps.issuperset(names)
        case AnyOf() | CountAtLeast():
            fewest = len(picture.must.intersection(rule.items))
            most = fewest + len(picture.may.intersection(rule.items))
            enough = rule.at_least if isinstance(rule, CountAtLeast) else 1
            return _each((fewest, most), enough)


def _each(ends: Span, enough: int) -> tuple[bool, bool]:
    least, most = ends
    return least >= enough, most >= enough


def below(instrument: Instrument, names: Iterable[str]) -> tuple[Rule, ...]:
    """Return these rules, and every rule that they build on."""
    from_name = {rule.id: rule for rule in instrument.rules}
    found: dict[str, Rule] = {}
    waiting = [name for name in names if name in from_name]
    while waiting:
        rule = from_name[waiting.pop()]
        if rule.id not in found:
            found[rule.id] = rule
            waiting += [name for name in rules_of(rule) if name in from_name]
    return tuple(found.values())
