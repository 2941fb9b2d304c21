"""python -m papers: writes every paper of the exercise, passes each through every gate."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterable, Sequence

from environment import ROOT
from papers.exercise import Made, made
from papers.gates import GATES, Verdict, passed
from papers.pictures import draw

FOLDER = ROOT / ".filet-papers"
_LANGUAGES = ("fr", "en")


def main(arguments: Sequence[str]) -> int:
    """Write, look, print a table; a gate that is missed fails the whole."""
    asked = _parsed(arguments)
    shutil.rmtree(FOLDER, ignore_errors=True)  # what the last run left, and nothing else
    FOLDER.mkdir()
    print(_row(("paper", "lang", "pages", "bytes", "twice", *GATES)))
    missed = 0
    for language in asked.language or _LANGUAGES:
        for one in made(language):
            missed += _look(one, pictures=asked.pictures)
    print(f"\nThey are in {FOLDER.name}. Gates missed: {missed}")
    return int(missed > 0)


def _look(one: Made, *, pictures: bool) -> int:
    """Write one paper, print its line, return how many gates it misses."""
    path = FOLDER / f"{one.name}-{one.language}.pdf"
    path.write_bytes(one.sheet.data)
    if pictures:
        draw(path)
    twice = Verdict.PASSED if one.sheet == one.again else Verdict.MISSED
    found = [twice, *passed(path, one.paper).values()]
    sizes = (str(one.sheet.pages), str(len(one.sheet.data)))
    print(_row((one.name, one.language, *sizes, *found)), flush=True)
    return found.count(Verdict.MISSED)


def _row(cells: Iterable[str]) -> str:
    first, *others = cells
    return f"{first:<18}" + "".join(f"{cell:>8}" for cell in others)


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tasks.py papers", description=__doc__)
    parser.add_argument("--language", action="append", choices=_LANGUAGES)
    parser.add_argument("--pictures", action="store_true", help="also draw each page")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
