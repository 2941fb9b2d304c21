"""Times acts, and their yardstick in turn with them, so that a busy moment falls on both."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Times:
    """How long an act took, each time, in milliseconds."""

    each: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.each)

    @property
    def p95(self) -> float:
        """What nineteen in twenty stay under."""
        return quantiles(self.each, n=20)[-1] if len(self.each) > 1 else self.each[0]

    @property
    def best(self) -> float:
        """The quickest: what the act costs when nothing else runs."""
        return min(self.each)


def once(act: Act) -> float:
    """Return how many milliseconds an act took."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def repeated(act: Act, times: int) -> Times:
    """Return how long an act took, done several times after a first that is not counted."""
    act()
    gc.collect()
    return Times(tuple(once(act) for _ in range(times)))


def in_turn(act: Act, yardstick: Act, times: int) -> tuple[Times, Times]:
    """Return how long two acts took, done one after the other several times."""
    act(), yardstick()
    gc.collect()
    pairs = [(once(act), once(yardstick)) for _ in range(times)]
    return Times(tuple(own for own, _ in pairs)), Times(tuple(other for _, other in pairs))
