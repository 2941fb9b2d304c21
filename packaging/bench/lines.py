"""One line of the table: what was measured, beside what, and what was promised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a line comes to."""

    OK = "ok"
    MISSED = "MISSED"
    REPORTED = ""
    WINDOW = "needs the window"
    ABSENT = "not measured"


@dataclass(frozen=True, slots=True)
class Line:
    """A figure in one unit; without a budget it is only reported."""

    what: str
    measured: float | None = None
    unit: str = "ms"
    yardstick: float | None = None
    beside: str = ""
    """What the yardstick is."""
    budget: str = ""
    verdict: Verdict = Verdict.REPORTED
    note: str = ""
    best: float | None = None
    """The quickest time: far under the one measured, the computer was busy."""

    @property
    def ratio(self) -> float | None:
        """How many times the yardstick."""
        if self.measured is None or not self.yardstick:
            return None
        return self.measured / self.yardstick


def judged(kept: bool) -> Verdict:
    """Return whether a promise was kept, as it is printed."""
    return Verdict.OK if kept else Verdict.MISSED


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one house, or of one subject."""

    title: str
    lines: tuple[Line, ...]
