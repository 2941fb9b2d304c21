"""Lines that need a window, named until there is one."""

from __future__ import annotations

from bench.lines import Line, Section, Verdict

_WAITING = (
    ("first painted window", "1.3× bare PySide6"),
    ("lock from key press", "50 ms"),
    ("GUI thread, longest wait", "50 ms"),
)


def window() -> Section:
    """Return the lines that cannot be measured yet."""
    lines = (Line(what, budget=budget, verdict=Verdict.WINDOW) for what, budget in _WAITING)
    return Section("the window", tuple(lines))
