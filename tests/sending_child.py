"""A program that lets files leave: ``python -m sending_child send FOLDER STEP NAME``."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from datetime import date
from pathlib import Path
from uuid import UUID

from builders import CASE, House
from children import say
from fakes.clock import FixedClock
from tools import shipped

from filet.adapters.documents import PdfProtector, ReportlabPrinter
from filet.application.desk import Desk
from filet.application.referring import Parcel, Referring
from filet.domain.ids import ConsentId

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
CONSENT = ConsentId(UUID(int=0xC05E))
"""The agreement by which files leave in ``send``."""
STEPS = {
    "part": ("open", ".part"),
    "name": ("os.link", ".part"),
    "part again": ("os.remove", ".part"),
}
"""By step: what the system is asked for, and how the name ends for which it is."""


def referring_of(desk: Desk) -> Referring:
    """Return what lets files leave, with the real printer and the real phrases."""
    phrases = PdfProtector(RESOURCES / "phrases" / "fr.txt")
    printer = ReportlabPrinter(RESOURCES / "fonts")
    return Referring(desk, shipped(), printer, phrases)


def send(root: Path) -> None:
    """Let a protected file leave with her agreement once told to, and die at one step of it.

    The step is the third argument: ``part``, ``name``, ``part again``, ``entry``, ``phrase``,
    ``said``; the fourth is the name of the file. Everything that is said was read aloud.
    """
    step, name = sys.argv[3:5]
    house = House(root, clock=Fatal(step))
    sys.stdin.readline()
    entered = house.unlock()
    referring = referring_of(house.desk(entered))
    path = root / "out" / name
    say("open")
    die_at(step)
    _, phrase = referring.send(CASE, Parcel(CONSENT, frozenset({"reach"}), "fr"), path).value
    if step != "phrase":
        say(phrase)
    kill()


class Fatal(FixedClock):
    """A clock that kills whoever asks it for the day while an entry is being written."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self._dies_at = step

    def today(self) -> date:
        writing = any("register" in frame.name for frame in traceback.extract_stack())
        if self._dies_at == "entry" and writing:
            kill()
        return super().today()


def die_at(step: str) -> None:
    """Die when the system is asked for what begins a step of writing a file."""
    event, ending = STEPS.get(step, ("", ""))

    def hear(told: str, told_of: tuple[object, ...]) -> None:
        if told == event and str(told_of[0]).endswith(ending):
            kill()

    sys.addaudithook(hear)


def kill() -> None:
    """Die at once, as when the power goes."""
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    send(Path(sys.argv[2]))
