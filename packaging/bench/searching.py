"""Searching as she types, and the whole list in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from bench import lives
from bench.houses import FixedClock, House, Place
from bench.lines import Line, judged
from bench.timing import repeated
from filet.application.desk import Desk
from filet.application.home import FIRST_PAGE, Chip, Home, HomeList
from filet.domain.rows import CaseLine

_BUDGET = 16.0


def searching(place: Place, house: House) -> Iterator[Line]:
    """Measure each letter of several words, until the first page is unpacked."""
    entered = place.enter()
    home = Home(Desk(entered.vault, FixedClock(), entered.worker))
    loaded = repeated(home.all, 5)
    whole = home.all()
    for what, typed in _typed(house).items():
        yield _searched(what, home, whole, typed)
    chip = repeated(lambda: _page(whole, whole.filtered(Chip.SERIOUS)), 9)
    yield Line("a filter of the home list", chip.median, best=chip.best)
    yield Line("the whole list read, after the first page", loaded.median, best=loaded.best)
    entered.vault.close()


def _typed(house: House) -> dict[str, tuple[str, ...]]:
    """Return what is typed: names that many have, one's own, common and rare words."""
    family = lives.name(lives.dossier(house.name, 7)).family
    return {
        "one letter": ("m", "é", "z"),
        "a common name, 2 to 6 letters": ("ma", "mar", "mari", "maril", "marilo"),
        "a family name, 2 to 6 letters": tuple(family[:size] for size in range(2, 7)),
        "first and family name": (f"ma {family[:3]}", f"ma {family}"),
        "a very common word of the notes": ("elle", "porte", "il est", "auto"),
        "a rare word of the notes": ("trem", "tremthi", "tremthila"),
        "a number, and nothing at all": ("26-a-0", "26-a-0004", "zzzzzz"),
    }


def _searched(what: str, home: Home, whole: HomeList, typed: tuple[str, ...]) -> Line:
    times = {text: repeated(partial(_found, home, whole, text), 11) for text in typed}
    slowest = max(times, key=lambda text: times[text].median)
    median = times[slowest].median
    found = len(home.search(whole, slowest))
    return Line(
        f"search: {what}",
        median,
        budget=f"{_BUDGET:.0f} ms",
        verdict=judged(median <= _BUDGET),
        best=times[slowest].best,
        note=f"slowest « {slowest} », p95 {times[slowest].p95:.0f} ms, {found} found",
    )


def _found(home: Home, whole: HomeList, typed: str) -> list[CaseLine]:
    return _page(whole, home.search(whole, typed))


def _page(whole: HomeList, positions: Sequence[int]) -> list[CaseLine]:
    """Unpack what a first page shows."""
    return [whole.line(position) for position in positions[:FIRST_PAGE]]
