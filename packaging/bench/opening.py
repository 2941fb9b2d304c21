"""Unlocking a house, and opening one of its dossiers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bench.houses import FixedClock, House, Place, long_dossier, some_dossier
from bench.invented import INITIALS, PASSPHRASE
from bench.lines import Line, judged
from bench.lives import STAYING
from bench.timing import Times, in_turn, once, repeated
from filet.adapters.catalogue import Catalogue
from filet.adapters.keys.derive import FLOOR, stretch
from filet.application.desk import Desk
from filet.application.home import FIRST_PAGE, Home
from filet.application.offering import Offering
from filet.application.projecting import is_current
from filet.domain.casefile import fold
from filet.domain.ids import CaseId
from filet.paths import standard_paths

_BUDGET_UNLOCK, _BUDGET_OPEN, _BUDGET_OFFER = 150.0, 50.0, 100.0


def unlocking(place: Place) -> Iterator[Line]:
    """Measure from the passphrase to the first lines of home."""
    alone = partial(stretch, PASSPHRASE, bytes(16), FLOOR)
    whole, derivation = in_turn(partial(_to_home, place), alone, 7)
    more = whole.median - derivation.median
    yield Line(
        f"unlock to home ({FIRST_PAGE} lines)",
        whole.median,
        yardstick=derivation.median,
        beside="key derivation alone",
        budget=f"+ {_BUDGET_UNLOCK:.0f} ms",
        verdict=judged(more <= _BUDGET_UNLOCK),
        note=f"+ {more:.0f} ms",
        best=whole.best,
    )


def _to_home(place: Place) -> None:
    door = place.door()
    entered = door.unlock(place.vault, INITIALS, PASSPHRASE)
    desk = Desk(entered.vault, FixedClock(), entered.worker)
    if not is_current(desk) or not entered.vault.training or not Home(desk).first_page():
        raise RuntimeError("this is not the house that was made")
    door.lock(entered)


def dossiers(place: Place, house: House) -> Iterator[Line]:
    """Measure the opening of the long dossier, and of an ordinary one."""
    long, usual = long_dossier(house).case, some_dossier(house, 7).case
    yield _first_time(place, long)
    entered = place.enter()
    desk = Desk(entered.vault, FixedClock(), entered.worker)
    times = repeated(partial(desk.fold, long), 25)
    yield _opened("open a dossier of 2 000 entries, again", times, _parts(desk, long))
    times = repeated(partial(desk.fold, usual), 25)
    count = len(desk.fold(usual).entries)
    yield Line(f"open one of {count} entries", times.median, best=times.best)
    yield _offered(desk, long)
    entered.vault.close()


def _offered(desk: Desk, case: CaseId) -> Line:
    """Measure what each look at a paper that leaves with her agreement asks of the worker thread.

    Each looks for the names of all the other women who stay in the house.
    """
    offering = Offering(desk, Catalogue(standard_paths().resources))
    times = repeated(partial(offering.offer, case, "fr"), 15)
    return Line(
        "what may leave of a dossier of 2 000 entries", times.median,
        budget=f"{_BUDGET_OFFER:.0f} ms", verdict=judged(times.median <= _BUDGET_OFFER),
        best=times.best, note=f"{STAYING} women stay in the house",
    )  # fmt: skip


def _first_time(place: Place, case: CaseId) -> Line:
    """Measure with nothing of the vault in memory yet, as after an unlock."""
    return _opened("open a dossier of 2 000 entries", Times(tuple(_fresh(place, case))))


def _fresh(place: Place, case: CaseId) -> Iterator[float]:
    for _ in range(7):
        entered = place.enter()
        desk = Desk(entered.vault, FixedClock(), entered.worker)
        yield once(partial(desk.read, case))
        entered.vault.close()


def _opened(what: str, times: Times, note: str = "") -> Line:
    kept = judged(times.median <= _BUDGET_OPEN)
    budget = f"{_BUDGET_OPEN:.0f} ms"
    return Line(what, times.median, budget=budget, verdict=kept, note=note, best=times.best)


def _parts(desk: Desk, case: CaseId) -> str:
    """Return what reading costs, and what folding does."""
    entries = desk.vault.journal.of_case(case)
    read = repeated(partial(desk.vault.journal.of_case, case), 15)
    folded = repeated(partial(fold, case, entries), 15)
    return f"of which {read.best:.0f} to read, {folded.best:.0f} to fold"
