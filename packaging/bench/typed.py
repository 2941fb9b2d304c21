"""Her plan while it is written: what a key costs, and how soon its paper follows.

python -m bench.typed FOLDER ITEMS types in a plan of so many items, in a house of the bench.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

from PySide6.QtTest import QTest

from bench.bare import PATIENCE, until
from bench.entered import Window
from bench.houses import House, Place, some_dossier
from bench.lines import Line, judged
from filet.application.planning import new_measure
from filet.domain.ids import CaseId
from filet.domain.kinds import Appears, MeasureWritten
from filet.gui.places import Place as Where
from filet.gui.screens.scenario import ScenarioScreen

ITEMS = (20, 80)
_WORDS = "Je garde mon cellulaire avec moi"
_PAUSES, _BUDGET = 5, 50.0


def typing(place: Place, house: House) -> Iterator[Line]:
    """Measure a plan of some items, and one of many."""
    case = some_dossier(house, 7).case
    for items in ITEMS:
        keys, pauses, blocks = (
            tuple(map(float, line.split())) for line in _said(place, case, items)
        )
        yield Line(
            f"a key typed in a plan of {items} items", median(keys), budget=f"{_BUDGET:.0f} ms",
            verdict=judged(max(keys) <= _BUDGET), note=f"at most {max(keys):.0f} ms of work",
            best=min(keys),
        )  # fmt: skip
        yield Line(
            f"its paper after a pause, {items} items", median(pauses), best=min(pauses),
            note=f"the window works {max(blocks):.0f} ms at once at most meanwhile",
        )  # fmt: skip


def _said(place: Place, case: CaseId, items: int) -> list[str]:
    command = [sys.executable, "-m", "bench.typed", str(place.folder), case.hex, str(items)]
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        check=True,
    )  # fmt: skip
    return done.stdout.splitlines()


class _Plan:
    """The plan of one dossier in a window, and what its thread worked."""

    def __init__(self, house: Path, case: CaseId) -> None:
        self._window, self._case = Window(house), case
        self._window.enter()
        self._application, self._runner = self._window.application, self._window.runner
        self._shell = self._window.shell

    def fill(self, items: int) -> None:
        """Write so many items, and show the plan."""
        inside: Any = self._shell._inside  # noqa: SLF001 - the bench looks where no screen does
        planning, sections = inside.services.planning, list[str]()

        def write() -> None:
            board = planning.board(self._case)
            sections.append(board.catalogue.measures[0].section)
            for count in range(len(board.file.all(MeasureWritten)), items):
                text, own = f"{_WORDS} {count}", new_measure()
                planning.write(
                    self._case, MeasureWritten(own, sections[0], text, "", Appears.DOSSIER)
                )

        self._runner.submit(self._shell, write, done=str, failed=_fail)
        until(self._application, lambda: not self._runner.busy())
        (section,) = sections
        room: Any = self._shell.room
        rooms = room.pages.currentWidget()
        rooms.dossier.open(self._case, Where.PLAN, resumed=False)
        until(self._application, lambda: isinstance(rooms.page, ScenarioScreen))
        self._page: Any = rooms.page
        self._window.quiet()
        self._page.plan.write_new(section)
        self._window.quiet()

    def type(self, letter: str) -> float:
        """Press a key, and let it be painted; return the milliseconds that the window worked."""
        begun = time.thread_time()
        QTest.keyClicks(self._page.focusWidget(), letter)
        self._application.processEvents()
        return (time.thread_time() - begun) * 1000

    def pause(self) -> tuple[float, float]:
        """Type no more until the paper shows it; return how long it took, and the longest turn."""
        view, begun, longest = self._page.paper.preview.view, time.perf_counter(), 0.0
        former = _shown(view)
        while _shown(view) is former and time.perf_counter() < begun + PATIENCE:
            longest = max(longest, self._window.turn())
        longest = max(longest, self._window.turn())
        return (time.perf_counter() - begun) * 1000, longest


def _shown(view: Any) -> object:
    return view._image  # noqa: SLF001 - as above


def _fail(error: BaseException) -> None:
    raise error


def main(house: Path, case: CaseId, items: int) -> None:
    """Say what each key cost, how soon the paper followed, and the longest turns meanwhile."""
    plan = _Plan(house, case)
    plan.fill(items)
    keys: list[float] = []
    pauses: list[tuple[float, float]] = []
    for count in range(_PAUSES):
        keys += [plan.type(letter) for letter in f"{_WORDS} {count}. "]
        pauses.append(plan.pause())
    for column in (keys, *zip(*pauses, strict=True)):
        print(*column)


if __name__ == "__main__":
    main(Path(sys.argv[1]), CaseId(UUID(sys.argv[2])), int(sys.argv[3]))
