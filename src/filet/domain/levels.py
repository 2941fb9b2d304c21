"""Levels as a region names them, and the actions that may be proposed beside one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from filet.domain.instruments import duplicates, strangers
from filet.domain.kinds import Level
from filet.domain.moments import Due

_ONE_DAY = timedelta(days=1)
_A_MOMENT = timedelta(hours=1)
"""No reason is asked for sooner than this: the shift that comes will write it."""


class Group(StrEnum):
    """What an action is about, in the order in which it is proposed."""

    LIFE = "life"
    MEDICAL = "medical"
    TELLING_HER = "telling_her"
    CHILDREN = "children"
    HOUSE = "house"
    PARTNERS = "partners"


_ORDER = {group: place for place, group in enumerate(Group)}


@dataclass(frozen=True, slots=True)
class LevelText:
    """A level in one language."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class LevelRule:
    """What signing a level asks for. ``severity`` 0 is off the axis of severity."""

    level: Level
    severity: int
    reason: bool
    provisional: bool = False
    review: timedelta | None = None
    """When to look at it again, unless the worker says otherwise."""
    texts: Mapping[str, LevelText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProposedAction:
    """Something that may be worth doing. Nothing is ever ticked in advance.

    ``agreement`` says that somebody outside would know or act: she is asked first.
    """

    id: str
    group: Group
    markers: frozenset[str] = frozenset()
    levels: frozenset[Level] = frozenset()
    agreement: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels and actions of a region, and what their groups are called."""

    region: str
    rules: tuple[LevelRule, ...]
    actions: tuple[ProposedAction, ...]
    groups: Mapping[str, Mapping[Group, str]] = field(default_factory=dict)
    shift_ends: tuple[str, ...] = ()
    """At what hours (``HH:MM``) a shift ends: until when a provisional level waits."""

    def rule(self, level: Level) -> LevelRule | None:
        """Return what a level asks for."""
        return next((rule for rule in self.rules if rule.level is level), None)

    def review(self, level: Level, now: datetime) -> Due | None:
        """Return when a level is to be looked at again, unless the worker says otherwise.

        A delay of days gives a day; one of hours gives an hour as well.
        """
        rule = self.rule(level)
        if rule is None or rule.review is None:
            return None
        on = now + rule.review
        return Due(on.date(), f"{on:%H}:00" if rule.review < _ONE_DAY else "")

    def end_of_shift(self, now: datetime) -> Due | None:
        """Return when the shift ends; who signs a few minutes before is given the next one."""
        soonest = f"{now + _A_MOMENT:%H:%M}"
        day = (now + _A_MOMENT).date()
        later = [hour for hour in sorted(self.shift_ends) if hour >= soonest]
        if later:
            return Due(day, later[0])
        first = min(self.shift_ends, default=None)
        return Due(day + _ONE_DAY, first) if first is not None else None


def proposed_actions(
    actions: Iterable[ProposedAction], level: Level | None, markers: frozenset[str]
) -> tuple[ProposedAction, ...]:
    """Return the actions worth showing: life first, partners last.

    One is proposed when one of its markers stands or when its level is considered; one
    that asks for neither always is. In imminent danger, what that level itself asks for
    comes before everything else.
    """
    found = [action for action in actions if _fits(action, level, markers)]
    return tuple(sorted(found, key=lambda action: (_later(action, level), _ORDER[action.group])))


def _fits(action: ProposedAction, level: Level | None, markers: frozenset[str]) -> bool:
    if not action.markers and not action.levels:
        return True
    return level in action.levels or not action.markers.isdisjoint(markers)


def _later(action: ProposedAction, level: Level | None) -> bool:
    return level is Level.IMMINENT and level not in action.levels


def faults(levels: Levels, markers: Iterable[str]) -> tuple[str, ...]:
    """Return everything that is wrong with the levels and actions of a region."""
    return tuple(_faults(levels, frozenset(markers)))


def _faults(levels: Levels, markers: frozenset[str]) -> Iterator[str]:
    if [rule.level for rule in levels.rules] != list(Level):
        yield f"levels: they are, in this order, {', '.join(Level)}"
    if any(rule.severity and rule.review is None for rule in levels.rules):
        yield "levels: a level of the axis has a delay of review"
    yield from duplicates("action", (action.id for action in levels.actions))
    for action in levels.actions:
        yield from strangers(f"action {action.id}", "marker", action.markers, markers)
