"""The forms that a rule of an instrument may take. A rule is data: it holds no code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class WeightedSum:
    """Each yes and each flag that is set adds its weight."""

    id: str
    weights: Mapping[str, int]
    flags: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of these are yes."""

    id: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when one of these is yes."""

    id: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountAtLeast:
    """Holds when enough of these are yes."""

    id: str
    items: tuple[str, ...]
    at_least: int


@dataclass(frozen=True, slots=True)
class Override:
    """Holds when a person set this flag, whatever the answers."""

    id: str
    flag: str


@dataclass(frozen=True, slots=True)
class Exclusive:
    """An item and a flag that cannot both be true on the form."""

    id: str
    item: str
    flag: str
    error: str


@dataclass(frozen=True, slots=True)
class ScaleSum:
    """The sum of what these scales were answered with."""

    id: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScaleAtLeast:
    """Holds when a scale was answered with this much or more."""

    id: str
    item: str
    at_least: int


@dataclass(frozen=True, slots=True)
class Reaches:
    """Holds when another rule, which gives a number, gives this much or more."""

    id: str
    rule: str
    at_least: int
    source: str = ""
    """Who published the threshold."""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds when all of these rules hold; they stand above it."""

    id: str
    rules: tuple[str, ...]


Number: TypeAlias = WeightedSum | Count | ScaleSum
"""A rule that gives a number."""

Condition: TypeAlias = AnyOf | CountAtLeast | Override | ScaleAtLeast | Reaches | AllOf
"""A rule that holds or not."""

Rule: TypeAlias = Number | Condition | Exclusive

NUMBERS = (WeightedSum, Count, ScaleSum)
CONDITIONS = (AnyOf, CountAtLeast, Override, ScaleAtLeast, Reaches, AllOf)


def items_of(rule: Rule) -> tuple[str, ...]:
    """Return the items that a rule looks at itself."""
    match rule:
        case WeightedSum(weights=weights):
            return tuple(weights)
        case Count(items=items) | AnyOf(items=items) | CountAtLeast(items=items):
            return items
        case ScaleSum(items=items):
            return items
        case Exclusive(item=item) | ScaleAtLeast(item=item):
            return (item,)
        case Override() | Reaches() | AllOf():
            return ()


def flags_of(rule: Rule) -> tuple[str, ...]:
    """Return the flags that a rule looks at."""
    match rule:
        case WeightedSum(flags=flags):
            return tuple(flags)
        case Override(flag=flag) | Exclusive(flag=flag):
            return (flag,)
        case _:
            return ()


def rules_of(rule: Rule) -> tuple[str, ...]:
    """Return the rules that a rule builds on."""
    match rule:
        case Reaches(rule=name):
            return (name,)
        case AllOf(rules=names):
            return names
        case _:
            return ()
