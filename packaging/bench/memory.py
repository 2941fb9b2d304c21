"""What an open house takes in memory, seen from a fresh process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.houses import FixedClock, Place
from bench.lines import Line, Verdict, judged
from bench.resident import STATUS, resident
from filet.application.desk import Desk
from filet.application.home import Home

_BUDGET = 40.0
_TIMES = 5


def memory(place: Place) -> Iterator[Line]:
    """Measure what home adds to a process that has imported all it needs."""
    what = "memory with all files open at home"
    if not STATUS.exists():
        yield Line(what, verdict=Verdict.ABSENT, note="read from /proc, on Linux only")
        return
    runs = [_asked(place) for _ in range(_TIMES)]
    before, after = (median(column) for column in zip(*runs, strict=True))
    yield Line(
        what,
        after,
        "MB",
        before,
        "the same process before unlocking",
        f"+ {_BUDGET:.0f} MB",
        judged(after - before <= _BUDGET),
        f"+ {after - before:.0f} MB",
    )


def _asked(place: Place) -> tuple[float, float]:
    command = [sys.executable, "-m", "bench.memory", str(place.folder)]
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    said = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
    before, after = said.stdout.split()
    return float(before), float(after)


def _measure(place: Place) -> None:
    before = resident()
    entered = place.enter()
    home = Home(Desk(entered.vault, FixedClock(), entered.worker))
    shown = home.first_page(), home.all()
    print(before, resident())
    entered.vault.close()
    del shown


if __name__ == "__main__":
    _measure(Place(Path(sys.argv[1])))
