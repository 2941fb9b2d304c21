"""Two states of a plan side by side: what was added, removed, said otherwise, or moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from filet.domain.ids import MeasureId
from filet.domain.kinds import MeasureWritten

_PLACE = frozenset({"rank"})
"""What says where an item stands among the others, and nothing of what it says."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """An item that says something else now; ``about`` names the fields that differ."""

    before: MeasureWritten
    after: MeasureWritten
    about: frozenset[str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two states of a plan, each in the order of the plan."""

    added: tuple[MeasureWritten, ...] = ()
    removed: tuple[MeasureWritten, ...] = ()
    rewritten: tuple[Rewritten, ...] = ()
    moved: tuple[MeasureWritten, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.added or self.removed or self.rewritten or self.moved)


def compare(before: Sequence[MeasureWritten], after: Sequence[MeasureWritten]) -> Comparison:
    """Return what it takes to go from one state of a plan to another.

    Both are in the order of the plan. An item that two computers wrote at once stands
    twice in a state; each of its forms is compared with those of the other side.
    """
    was, now = _by_id(before), _by_id(after)
    kept = [item for item in after if item.measure in was]
    return Comparison(
        added=tuple(item for item in after if item.measure not in was),
        removed=tuple(item for item in before if item.measure not in now),
        rewritten=tuple(
            Rewritten(was[item.measure], item, about)
            for item in kept
            if (about := _differs(was[item.measure], item))
        ),
        moved=_moved([item for item in before if item.measure in now], kept),
    )


def _by_id(items: Iterable[MeasureWritten]) -> dict[MeasureId, MeasureWritten]:
    return {item.measure: item for item in items}


def _differs(before: MeasureWritten, after: MeasureWritten) -> frozenset[str]:
    names = (one.name for one in fields(MeasureWritten) if one.name not in _PLACE)
    return frozenset(name for name in names if getattr(before, name) != getattr(after, name))


def _moved(
    before: Sequence[MeasureWritten], after: Sequence[MeasureWritten]
) -> tuple[MeasureWritten, ...]:
    """Return the fewest items whose move explains the new order of each section."""
    places = {item.measure: place for place, item in enumerate(before)}
    sections = dict.fromkeys(item.section for item in after)
    found: list[MeasureWritten] = []
    for section in sections:
        held = [item for item in after if item.section == section]
        stayed = _longest_rise([places[item.measure] for item in held])
        found += [item for item in held if places[item.measure] not in stayed]
    return tuple(found)


def _longest_rise(places: Sequence[int]) -> frozenset[int]:
    """Return a longest run of places that only rises: those that nobody had to move."""
    runs: list[list[int]] = [[]]
    for place in places:
        below = [run for run in runs if not run or run[-1] < place]
        longest = max(below, key=len)
        runs.append([*longest, place])
    rise = max(runs, key=len)
    return frozenset(rise)
