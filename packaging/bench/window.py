"""The window: how soon it is there beside a bare one, and how soon it is locked."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

from bench.houses import Place
from bench.lines import Line, Verdict, judged
from bench.timing import Times

_TIMES = 7
_RATIO, _LOCK = 1.3, 50.0


def window(place: Place) -> Iterator[Line]:
    """Measure the window on a house; what only a walk can say is named."""
    yield from _opening()
    yield from _locking(place)
    yield _waiting()


def _opening() -> Iterator[Line]:
    pairs = [(_opened("bench.opened"), _opened("bench.bare")) for _ in range(_TIMES)]
    own, other = (Times(column) for column in zip(*pairs, strict=True))
    kept = judged(own.median <= _RATIO * other.median)
    yield Line(
        "first painted window", own.median, yardstick=other.median, beside="a bare PySide6 window",
        budget=f"{_RATIO}×", verdict=kept, best=own.best,
    )  # fmt: skip


def _locking(place: Place) -> Iterator[Line]:
    times = Times(tuple(map(float, _said("bench.opened", str(place.folder)).split())))
    kept = judged(times.median <= _LOCK)
    yield Line(
        "lock from key press, all files at home", times.median, budget=f"{_LOCK:.0f} ms",
        verdict=kept, best=times.best,
    )  # fmt: skip


def _waiting() -> Line:
    return Line(
        "GUI thread, longest wait", budget="50 ms", verdict=Verdict.ABSENT, note="tasks.py walk"
    )


def _opened(what: str) -> float:
    """Return how long a program took from its start to its first painted window."""
    begun = time.time()
    return (float(_said(what)) - begun) * 1000


def _said(*arguments: str) -> str:
    command = [sys.executable, "-m", *arguments]
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        check=True,
    )  # fmt: skip
    return done.stdout
