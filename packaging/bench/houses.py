"""Houses of invented dossiers, written through the journal itself and kept between runs."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path

from bench import invented, lives
from bench.invented import INITIALS, PASSPHRASE
from bench.lives import Dossier, Said
from filet.adapters.keys.cabinet import Cabinet
from filet.adapters.keys.derive import FLOOR
from filet.adapters.keys.holder import Holder
from filet.adapters.keys.local import LocalSlots
from filet.adapters.store import lists, migrate
from filet.adapters.store.vaults import SqlVaults
from filet.adapters.store.witness import Witness
from filet.application.desk import Desk
from filet.application.keeping import NewEntry, Vault
from filet.application.projecting import rebuild
from filet.application.unlocking import Entered, Unlocking
from filet.domain import rows
from filet.domain.ids import HOUSE, WorkerId
from filet.domain.kinds import CallNoted
from filet.domain.moments import Instant

Step = tuple[Dossier, Callable[[Dossier], Iterable[Said]]]

LONG = 2000
"""Entries of the one long dossier that every house has."""
_AT = 1_704_700_000_000
_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class House:
    """What a house holds."""

    name: str
    title: str
    dossiers: int
    visits: int
    visit: Callable[..., Iterable[Said]]
    calls: int

    def tenth(self) -> House:
        """Return the same with a tenth of the dossiers and calls."""
        return replace(
            self,
            name=f"{self.name}-small",
            title=f"{self.title}: a tenth of it",
            dossiers=self.dossiers // 10,
            calls=self.calls // 10,
        )


WIDE = House("wide", "50 000 dossiers, 500 000 statements", 50_000, 5, lives.short_visit, 0)
REAL = House(
    "real",
    "a real house: 3 000 dossiers × 300 entries, 30 000 calls",
    3_000,
    20,
    lives.long_visit,
    30_000,
)


class FixedClock:
    """A clock that goes on by a second at each look, from the same day at every run."""

    def __init__(self, at: int = _AT) -> None:
        self._at = at

    def now(self) -> Instant:
        """Return the next moment."""
        self._at += 1000
        return Instant(self._at, -300)

    def today(self) -> date:
        """Return the day."""
        return self.wall().date()

    def wall(self) -> datetime:
        """Return the moment as a date and time."""
        return datetime.fromtimestamp(self._at / 1000, UTC)


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of one house: its vault, and what its computer keeps outside of it."""

    folder: Path

    @property
    def vault(self) -> Path:
        """Where the vault is."""
        return self.folder / "vault"

    def door(self) -> Unlocking:
        """Return the door of this house; passphrases cost what the floor says."""
        witness = Witness(self.folder / "local")
        vaults = SqlVaults(witness, FixedClock(), "bench", os.environ)
        pocket = LocalSlots(self.folder, Holder(), lambda _: "", lambda: FLOOR)
        return Unlocking(Cabinet(lambda: FLOOR), vaults, FixedClock(), pocket)

    def enter(self) -> Entered:
        """Unlock."""
        return self.door().unlock(self.vault, INITIALS, PASSPHRASE)

    def copy(self, target: Path) -> Place:
        """Return a copy that may be written in."""
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.folder, target)
        return Place(target)


def kept(house: House, cache: Path) -> Place:
    """Return a house from the cache; make it when it, or what makes it, is new."""
    cache.mkdir(parents=True, exist_ok=True)
    (cache / ".gitignore").write_text("*\n", encoding="utf-8")
    place = Place(cache / f"{house.name}-{_key()}")
    if not place.folder.exists():
        for former in cache.glob(f"{house.name}-[0-9a-f]*"):
            shutil.rmtree(former)
        _make(house, place)
    return place


def _key() -> str:
    """Return what changes when the generator or the shape of a vault does."""
    makers = (invented, lives, lists, rows)
    sources = [Path(__file__), *(Path(str(module.__file__)) for module in makers)]
    whole = sha256(b"".join(path.read_bytes() for path in sources))
    whole.update("".join(migrate.scripts().values()).encode())
    return whole.hexdigest()[:12]


def _make(house: House, place: Place) -> None:
    part = Place(place.folder.with_name(f"{place.folder.name}.part"))
    shutil.rmtree(part.folder, ignore_errors=True)
    part.vault.mkdir(parents=True)
    begun = time.perf_counter()
    entered, _ = part.door().create(part.vault, INITIALS, PASSPHRASE, training=True)
    count = _fill(house, entered)
    written = time.perf_counter()
    desk = Desk(entered.vault, FixedClock(), entered.worker)
    rebuild(desk)
    made = time.perf_counter()
    entered.vault.forget_traces()
    entered.vault.close()
    part.folder.rename(place.folder)
    print(
        f"{house.title}: {count} entries appended in {written - begun:.0f} s,"
        f" rows made in {made - written:.0f} s, kept in {os.path.relpath(place.folder)}",
        file=sys.stderr,
    )


def _fill(house: House, entered: Entered) -> int:
    """Write a whole house in a few large transactions; return how many entries."""
    pen = Pen(entered.vault, entered.worker)
    steps = _steps(house)
    while batch := list(islice(steps, _BATCH)):
        entered.vault.write(partial(pen.write, batch))
    return pen.count


class Pen:
    """Writes what is said, and remembers what a later visit will replace."""

    def __init__(self, vault: Vault, worker: WorkerId) -> None:
        self._journal, self._worker, self._clock = vault.journal, worker, FixedClock()
        self.count = 0

    def write(self, steps: Iterable[Step]) -> None:
        """Write the visits, and the calls in between."""
        for file, visit in steps:
            for said in visit(file):
                self._say(file, said)

    def _say(self, file: Dossier, said: Said) -> None:
        refs = (file.last[said.slot],) if said.slot in file.last else ()
        case = HOUSE if isinstance(said.content, CallNoted) else file.case
        new = NewEntry(case, self._clock.now(), self._worker, said.content, refs)
        ref = self._journal.append(new).ref
        self.count += 1
        if said.slot:
            file.last[said.slot] = ref


def long_dossier(house: House) -> Dossier:
    """Return the dossier that was written in since the house began."""
    return lives.dossier(house.name, -1)


def some_dossier(house: House, index: int = 0) -> Dossier:
    """Return an ordinary dossier, for the sake of its identity."""
    return lives.dossier(house.name, index)


def _steps(house: House) -> Iterator[Step]:
    """Return every visit as the years bring them: all dossiers are written in by turns."""
    files = [lives.dossier(house.name, index) for index in range(house.dossiers)]
    long, steps = long_dossier(house), house.visits * house.dossiers
    yield from ((file, lives.opening) for file in (long, *files))
    for step in range(steps):
        number, index = divmod(step, house.dossiers)
        yield files[index], partial(house.visit, number=number)
        if _falls(step, LONG // lives.LONG_VISIT, steps):
            yield long, partial(lives.long_visit, number=step % 97)
        if _falls(step, house.calls, steps):
            yield files[index], lives.call
    yield from ((file, lives.closing) for file in files)


def _falls(step: int, times: int, steps: int) -> bool:
    """Tell whether one of so many things, spread evenly, comes after this step."""
    return (step + 1) * times // steps > step * times // steps
