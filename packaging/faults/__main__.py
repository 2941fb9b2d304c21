"""python -m faults: every fault, how often it was done, what was lost, what she was told."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from faults import results
from faults.around import HARMS, QUICK
from faults.kills import KILLS, run
from faults.results import Result
from filet.i18n import Words

_RESOURCES = Path(__file__).resolve().parent.parent.parent / "resources"


def main(arguments: Sequence[str]) -> int:
    """Do them all; fail when anything was lost."""
    asked = _parsed(arguments)
    print(results.heads())
    found: list[Result] = []
    for do in _faults(asked):
        with tempfile.TemporaryDirectory(prefix="filet-faults-") as scratch:
            found.append(do(Path(scratch)))
        results.show(found[-1])
    rounds = sum(one.rounds for one in found)
    kept, lost = sum(one.acknowledged for one in found), sum(one.lost for one in found)
    print(f"\n{rounds} rounds, {kept} things said to be kept, {lost} lost")
    return int(not all(one.sound for one in found))


def _faults(asked: argparse.Namespace) -> Iterator[Callable[[Path], Result]]:
    words = Words.of(asked.lang, _RESOURCES / "locale")
    random = Random(asked.seed)  # noqa: S311 - nothing is protected by it
    for kill in KILLS:
        if asked.only in kill.fault:
            rounds = max(1, round(kill.share * asked.rounds))
            yield lambda root, kill=kill, rounds=rounds: run(kill, rounds, root, random, words)  # type: ignore[misc]  # mypy cannot infer it
    for fault, harm in HARMS.items():
        if asked.only in fault and (not asked.quick or fault in QUICK):
            yield lambda root, fault=fault, harm=harm: harm(Result(fault), root, words)  # type: ignore[misc]  # as above


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tasks.py faults", description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000, help="kills in all (1000)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments at which they come")
    parser.add_argument("--only", default="", help="faults whose name has this in it")
    parser.add_argument("--quick", action="store_true", help="only the harms that take no time")
    parser.add_argument("--lang", default="fr", choices=("fr", "en"), help="of what is told")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
