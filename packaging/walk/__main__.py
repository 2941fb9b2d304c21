"""python3 -m walk: from the first start to a printed sheet, by the keyboard alone."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from walk import before, inventory, with_her
from walk import first_hour as hour
from walk.eyes import Unseen
from walk.first_start import make_house, unlock
from walk.plan import make_plan, print_sheet
from walk.spool import Spool
from walk.stage import Stage, tell
from walk.traces import look_around

BUDGET, NEAR = 50, 30
"""Milliseconds after which the window keeps a key waiting, and of work that comes near it."""
MOST = 12
_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


def main(arguments: list[str]) -> int:
    """Walk in the languages that are asked for."""
    parser = argparse.ArgumentParser(prog="tasks.py walk", description=__doc__)
    parser.add_argument("--language", choices=("fr", "en"), help="instead of both")
    parser.add_argument("--hour", action="store_true", help="no further than a first hour")
    parser.add_argument("--waits", type=Path, metavar="FILE", help="write every wait here")
    asked = parser.parse_args(arguments)
    launcher = subprocess.Popen(
        [_LAUNCHER, "--launch-immediately"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for language in (asked.language,) if asked.language else ("fr", "en"):
            _walk(language, asked)
    finally:
        launcher.terminate()
    return 0


def _walk(language: str, asked: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(prefix="walk-") as home:
        spool = Spool()
        stage = Stage(Path(home), language, spool.socket)
        try:
            phrase = _first_hour(stage)
            if asked.hour:
                _tell_waits(stage)
            else:
                _go_on(stage, phrase, spool)
            _write_waits(stage, asked.waits)
        except Unseen:
            tell(f"{language}: {stage.fate()}")
            raise
        finally:
            stage.kill()
            spool.close()


def _go_on(stage: Stage, phrase: str, spool: Spool) -> None:
    """Ask everything, make her plan, print it, and look at what is left behind."""
    language = stage.language
    _whole_inventory(stage, phrase)
    begun = stage.hands.pressed
    make_plan(stage)
    print_sheet(stage, spool)
    _tell_waits(stage)
    told = look_around(stage, spool)
    tell(f"{language}: {told}")
    tell(f"{language}: ten items and a sheet of {len(spool.printed())} bytes; "
         f"{stage.hands.pressed - begun} keys")  # fmt: skip


def _first_hour(stage: Stage) -> str:
    """Make a house, and live a first hour in it; return what opens it."""
    stage.begin()
    phrase = make_house(stage, training=False).phrase
    tell(f"{stage.language}: a house is made ({stage.hands.pressed} keys)")
    begun = stage.hands.pressed
    hour.open_dossier(stage)
    hour.set_status(stage)
    hour.set_contact(stage)
    tell(f"{stage.language}: a dossier, where she stands, how to reach her")
    _settle(stage)
    asked = hour.number(stage)
    stage.hands.press("ctrl+l")
    unlock(stage, phrase)
    stage.eyes.wait("the question is lost by the lock", lambda: hour.number(stage) == asked)
    hour.answer(stage, until=6)
    stage.kill()
    stage.begin()
    unlock(stage, phrase)
    tell(f"{stage.language}: locked, then killed, in the middle of the questions")
    before.find_again(stage)
    with_her.turn_back(stage)
    tell(f"{stage.language}: what was settled before the first question is kept")
    hour.answer(stage, until=10)
    hour.sign_level(stage)
    keys = stage.hands.pressed - begun
    tell(f"{stage.language}: a level is signed; {keys} keys for a first hour")
    return phrase


def _settle(stage: Stage) -> None:
    """Settle what comes before the questions; answer three, and turn the screen to her."""
    before.settle(stage)
    with_her.turn_back(stage)
    hour.answer(stage, until=3)
    with_her.note(stage)
    tell(f"{stage.language}: {with_her.look(stage)}")
    with_her.turn_back(stage)


def _whole_inventory(stage: Stage, phrase: str) -> None:
    begun = stage.hands.pressed
    inventory.begin_another(stage)
    count = inventory.answer_all(stage, phrase)
    inventory.leave(stage)
    keys = stage.hands.pressed - begun
    tell(f"{stage.language}: the {count} questions of the inventory, locked and killed inside; "
         f"{keys} keys")  # fmt: skip


def _tell_waits(stage: Stage) -> None:
    """Say how long the window did not answer: the budget is 50 ms."""
    waits = stage.waits()
    long, own = (
        sum(took > BUDGET for took, _, _ in waits),
        sum(work > BUDGET for _, work, _ in waits),
    )
    near = sum(NEAR < work <= BUDGET for _, work, _ in waits)
    tell(f"{stage.language}: {long} waits of more than {BUDGET} ms, {own} by its own work; "
         f"{near} more of {NEAR} ms of work")  # fmt: skip
    for took, work, what in waits[:MOST]:
        tell(f"{took:8} ms, {work:3} of work  {what}")


def _write_waits(stage: Stage, file: Path | None) -> None:
    """Add every wait to a file, the worst first, for whoever mends them."""
    if file is not None:
        with file.open("a", encoding="utf-8") as whole:
            for took, work, what in stage.waits():
                whole.write(f"{stage.language} {took:4} {work:4}  {what}\n")


if __name__ == "__main__":
    os.environ.setdefault("NO_AT_BRIDGE", "0")
    sys.exit(main(sys.argv[1:]))
