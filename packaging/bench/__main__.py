"""python -m bench: every budget, beside what was measured in the same run."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from bench import table
from bench.houses import REAL, WIDE, House, Place, kept
from bench.keepassxc import keepassxc
from bench.lines import Line, Section
from bench.memory import memory
from bench.opening import dossiers, unlocking
from bench.paper import paper
from bench.searching import searching
from bench.typed import typing
from bench.whole import whole
from bench.window import window
from bench.writing import writing

CACHE = Path(__file__).resolve().parent.parent.parent / ".filet-bench"
Measure = Callable[[Place, House], Iterable[Line]]

MEASURES: dict[str, Measure] = {
    "unlock": lambda place, _: unlocking(place),
    "search": searching,
    "open": dossiers,
    "write": writing,
    "memory": lambda place, _: memory(place),
    "window": lambda place, _: window(place),
    "typing": typing,
    "whole": lambda place, _: whole(place),
}


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and say what was missed; nothing fails for being slow."""
    asked = _parsed(arguments)
    sections: list[Section] = []
    for section in _sections(asked):
        table.show(section)
        sections.append(section)
    print("", *table.summary(sections), sep="\n")
    if asked.json:
        table.write(sections, asked.json)
    return 0


def _sections(asked: argparse.Namespace) -> Iterator[Section]:
    for house in (WIDE, REAL):
        yield _measured(house.tenth() if asked.small else house, asked)
    if len(asked.only) == len(MEASURES):
        yield paper()
        yield keepassxc(CACHE, 500 if asked.small else 5_000)


def _measured(house: House, asked: argparse.Namespace) -> Section:
    """Measure one house in a copy, so that the kept one stays as it was made."""
    with tempfile.TemporaryDirectory(prefix="run-", dir=_cache()) as scratch:
        place = kept(house, CACHE).copy(Path(scratch, house.name))
        wanted = [measure for name, measure in MEASURES.items() if name in asked.only]
        lines = [line for measure in wanted for line in measure(place, house)]
    return Section(house.title, tuple(lines))


def _cache() -> Path:
    CACHE.mkdir(exist_ok=True)
    return CACHE


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tasks.py bench", description=__doc__)
    parser.add_argument("--small", action="store_true", help="houses of a tenth, for a quick look")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every figure here")
    parser.add_argument(
        "--only", nargs="+", choices=MEASURES, default=tuple(MEASURES), help="measure only these"
    )
    parser.add_argument("--fresh", action="store_true", help="forget the houses that were kept")
    asked = parser.parse_args(arguments)
    if asked.fresh:
        shutil.rmtree(CACHE, ignore_errors=True)
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
