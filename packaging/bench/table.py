"""The table that is printed, and the same figures as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from bench.lines import Line, Section, Verdict

_WIDTHS = (44, 11, 11, 11, 8, 17)
_HEADS = ("-" * 42, "median", "best", "yardstick", "ratio", "budget")


def show(section: Section) -> None:
    """Print the lines of one section."""
    print(f"\n{section.title}\n{_row(_HEADS)}verdict")
    for line in section.lines:
        print(_row(_cells(line)) + " ".join(filter(None, (line.verdict.value, _note(line)))))


def summary(sections: Iterable[Section]) -> Iterator[str]:
    """Return what was missed, each by its name."""
    for section in sections:
        for line in section.lines:
            if line.verdict is Verdict.MISSED:
                figure = _figure(line.measured, line.unit)
                yield f"MISSED: {line.what}, {figure} for {line.budget} ({section.title})"


def write(sections: Iterable[Section], path: Path) -> None:
    """Write every figure as JSON."""
    found = [asdict(section) for section in sections]
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _row(cells: Iterable[str]) -> str:
    first, *others = cells
    aligned = (f"{cell:>{width}}" for cell, width in zip(others, _WIDTHS[1:], strict=True))
    return f"{first:<{_WIDTHS[0]}}" + "".join(aligned) + "  "


def _cells(line: Line) -> tuple[str, ...]:
    ratio = f"{line.ratio:.2f}×" if line.ratio is not None else ""
    values = (line.measured, line.best, line.yardstick)
    return (line.what, *(_figure(value, line.unit) for value in values), ratio, line.budget)


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}"


def _note(line: Line) -> str:
    beside = f"beside {line.beside}" if line.beside else ""
    text = "; ".join(filter(None, (beside, line.note)))
    return f"({text})" if text else ""
