"""The window: how soon it is there beside a bare one, home in it, its memory, how soon it is locked."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.houses import Place
from bench.lines import Line, Verdict, judged
from bench.timing import Times

_TIMES = 9
_RATIO, _HOME, _LOCK, _WAIT, _MEMORY = 1.3, 150.0, 50.0, 50.0, 40.0
_COMPILED = Path(__file__).resolve().parent.parent.parent / ".filet-bench" / "compiled"


def window(place: Place) -> Iterator[Line]:
    """Measure the window on a house."""
    yield from _opening(place)
    yield from _inside(place)


def _opening(place: Place) -> Iterator[Line]:
    doors = {
        "first painted window: the door": ("bench.opened", str(place.vault)),
        "first painted window: the first start": ("bench.opened",),
    }
    for what, arguments in doors.items():
        pairs = [(_painted(*arguments), _painted("bench.bare")) for _ in range(_TIMES)]
        own, other = zip(*pairs[1:], strict=True)  # the first time Python compiles
        wall, bare = Times(tuple(one for one, _ in own)), Times(tuple(one for one, _ in other))
        worked, beside = (median(work for _, work in column) for column in (own, other))
        yield Line(
            what, wall.median, yardstick=bare.median, beside="a bare PySide6 window",
            budget=f"{_RATIO}×", verdict=judged(wall.median <= _RATIO * bare.median),
            best=wall.best, note=f"work {worked:.0f} ms beside {beside:.0f}, ×{worked / beside:.1f}",
        )  # fmt: skip


def _inside(place: Place) -> Iterator[Line]:
    """Open and lock a house in one process, as often as it says."""
    opened, derived, locked, memory, (longest,) = (
        tuple(map(float, line.split()))
        for line in _said("bench.entered", str(place.folder)).splitlines()
    )
    more = median(opened) - median(derived)
    yield Line(
        "unlock to home in the window", median(opened), yardstick=median(derived),
        beside="key derivation alone", budget=f"+ {_HOME:.0f} ms", verdict=judged(more <= _HOME),
        best=min(opened), note=f"+ {more:.0f} ms, its first lines shown",
    )  # fmt: skip
    yield Line(
        "lock from key press, all files at home", median(locked), budget=f"{_LOCK:.0f} ms",
        verdict=judged(median(locked) <= _LOCK), best=min(locked),
        note=f"at most {max(locked):.0f} ms",
    )  # fmt: skip
    yield Line(
        "GUI thread, longest work at once", longest, budget=f"{_WAIT:.0f} ms",
        verdict=judged(longest <= _WAIT), note="opening and locking; else tasks.py walk",
    )  # fmt: skip
    yield _memory(memory)


def _memory(memory: tuple[float, ...]) -> Line:
    what = "memory of the window with all files at home"
    bare = float(_said("bench.bare").split()[2])
    if not bare:
        return Line(what, verdict=Verdict.ABSENT, note="read from /proc, on Linux only")
    before, *inside = memory
    more = median(inside) - bare
    return Line(
        what, median(inside), "MB", bare, "a bare PySide6 window", f"+ {_MEMORY:.0f} MB",
        judged(more <= _MEMORY), f"+ {more:.0f} MB; {before:.0f} before unlocking",
    )  # fmt: skip


def _painted(*what: str) -> tuple[float, float]:
    """Return how long a program took until its window was painted, and how long it worked."""
    begun = time.time()
    at, worked, _ = map(float, _said(*what).split())
    return (at - begun) * 1000, worked * 1000


def _said(*arguments: str) -> str:
    """Return what a program says; it is compiled once, as an installed one is."""
    command = [sys.executable, "-m", *arguments]
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    variables["PYTHONPYCACHEPREFIX"] = str(_COMPILED)
    done = subprocess.run(
        command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        check=True,
    )  # fmt: skip
    return done.stdout
