"""python3 -m walk: from the first start to a printed sheet, by the keyboard alone."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from walk.first_start import make_house, unlock
from walk.stage import Stage, tell

_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


def main(arguments: list[str]) -> int:
    """Walk in the languages that are asked for."""
    parser = argparse.ArgumentParser(prog="tasks.py walk", description=__doc__)
    parser.add_argument("--language", choices=("fr", "en"), help="instead of both")
    asked = parser.parse_args(arguments)
    launcher = subprocess.Popen(
        [_LAUNCHER, "--launch-immediately"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for language in (asked.language,) if asked.language else ("fr", "en"):
            _walk(language)
    finally:
        launcher.terminate()
    return 0


def _walk(language: str) -> None:
    with tempfile.TemporaryDirectory(prefix="walk-") as home:
        stage = Stage(Path(home), language)
        stage.begin()
        opened = make_house(stage, training=False)
        tell(f"{language}: a house is made ({stage.hands.pressed} keys)")
        stage.hands.press("ctrl+l")
        unlock(stage, opened.phrase)
        tell(f"{language}: locked and opened again")
        stage.kill()


if __name__ == "__main__":
    os.environ.setdefault("NO_AT_BRIDGE", "0")
    sys.exit(main(sys.argv[1:]))
