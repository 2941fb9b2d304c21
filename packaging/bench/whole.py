"""What goes through all of a house: its chains verified, its rows made again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bench.houses import FixedClock, Place
from bench.lines import Line
from bench.timing import once
from filet.application.desk import Desk
from filet.application.keeping import Journal
from filet.application.projecting import rebuild
from filet.domain.journal import start, verify


def whole(place: Place) -> Iterator[Line]:
    """Measure both once: they take seconds, and nobody waits for them while writing."""
    entered = place.enter()
    journal = entered.vault.journal
    count = sum(head.seq for head in journal.heads())
    seconds = once(partial(_chains, journal)) / 1000
    yield Line("chains verified, per 500 000 entries", seconds * 500_000 / count, "s",
               note=f"{seconds:.1f} s for {count}")  # fmt: skip
    desk = Desk(entered.vault, FixedClock(), entered.worker)
    seconds = once(partial(rebuild, desk)) / 1000
    yield Line("rows made again, per million entries", seconds * 1_000_000 / count, "s",
               note=f"{seconds:.1f} s for {count}")  # fmt: skip
    entered.vault.close()


def _chains(journal: Journal) -> None:
    for head in journal.heads():
        if verify(start(head.chain), journal.sealed(head.chain)) != head:
            raise RuntimeError("a chain stops before its head")
