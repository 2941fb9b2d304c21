"""Copies of everything, made while she works: one counts only once it was opened and read."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from filet.application.copying import (
    Between,
    CopyStore,
    Inventory,
    KeyFiles,
    Label,
    dated,
    go_on,
    inventory_of,
    same,
    wipe,
)
from filet.application.desk import Desk, Write
from filet.application.keeping import Clock
from filet.application.outcome import Outcome, Topic
from filet.application.unlocking import Entered
from filet.domain.copies import (
    CopyBook,
    Night,
    copy_book,
    names_for,
    nights,
    superfluous,
)
from filet.domain.errors import (
    BackupBesideVault,
    BackupDamaged,
    BackupDiffers,
    BackupMissing,
    BackupsNotArranged,
    FiletError,
    MachineError,
    MediumFull,
    MediumMissing,
    MediumReadOnly,
    MediumVanished,
    NetworkFolder,
    SyncedFolder,
)
from filet.domain.ids import HOUSE
from filet.domain.kinds import (
    NAMES,
    BackupMade,
    BackupMissed,
    BackupsArranged,
    BackupsGone,
    BackupTried,
    Content,
    FileDestroyed,
    Why,
)
from filet.domain.moments import Instant

_log = logging.getLogger(__name__)

_KINDS = tuple(
    NAMES[kind] for kind in (BackupsArranged, BackupMade, BackupMissed, BackupsGone, BackupTried)
)
_WHY: dict[type[FiletError], Why] = {
    MediumMissing: Why.ABSENT,
    MediumFull: Why.FULL,
    MediumReadOnly: Why.READ_ONLY,
    MediumVanished: Why.VANISHED,
    BackupDamaged: Why.DAMAGED,
    BackupDiffers: Why.DAMAGED,
    BackupBesideVault: Why.REFUSED,
    SyncedFolder: Why.REFUSED,
    NetworkFolder: Why.REFUSED,
}
"""What keeps one place from having its copy, while another may have it."""

WhileLocked = Callable[[Between], tuple[str, ...]]
"""Copies the closed dossiers; returns the names of the copies, which nobody has read yet."""


def book_of(desk: Desk) -> CopyBook:
    """Return what the journal says of copies."""
    return copy_book(desk.vault.journal.of_kinds(_KINDS, HOUSE))


class BackingUp:
    """Makes copies, reads them again, keeps as many as were promised, and knows where they are."""

    def __init__(
        self, desk: Desk, entered: Entered, store: CopyStore, keys: KeyFiles, version: str
    ) -> None:
        self._desk = desk
        self._version = version
        self._entered = entered
        self._store = store
        self._keys = keys

    # What is known --------------------------------------------------------------------

    def book(self) -> CopyBook:
        """Return what the journal says of copies: known even where no medium is plugged in."""
        return book_of(self._desk)

    def nights(self) -> tuple[Night, ...]:
        """Return the last fourteen nights, the oldest first."""
        return nights(self.book(), self._desk.clock.wall())

    def due(self) -> bool:
        """Whether the last copy is older than half a day."""
        return self.book().due(self._desk.clock.wall())

    def promising(self, between: Between = go_on) -> bool:
        """Whether a copy is due and nothing says that it would fail again.

        Nobody asks for it then: what a night missed is recorded once, and not each time.
        """
        book, now = self.book(), self._desk.clock.wall()
        if not book.due(now):
            return False
        why = nights(book, now)[-1].why
        if why is not Why.ABSENT:
            return why is None
        places, there = map(Path, book.places), self._store.is_there
        return self._store.meanwhile(lambda: any(there(one) for one in places), between)

    # Deciding -------------------------------------------------------------------------

    def arrange(self, *places: Path) -> Outcome[CopyBook]:
        """Choose where copies go. Raises BackupBesideVault, SyncedFolder, NetworkFolder."""
        for place in places:
            self._store.refuse(place, self._entered.folder)
        return self._told(BackupsArranged(tuple(map(str, places))))

    def note_gone(self, names: tuple[str, ...], why: Why) -> Outcome[CopyBook]:
        """Record that copies were destroyed by hand, or lost."""
        return self._told(BackupsGone(names, why))

    def _told(self, content: Content) -> Outcome[CopyBook]:
        self._desk.record_house(Write(content))
        return Outcome(self.book(), frozenset({Topic.HOUSE}))

    # Making ---------------------------------------------------------------------------

    def run(self, between: Between = go_on, *only: Path) -> Outcome[tuple[str, ...]]:
        """Make a copy in every place that is there, or only in some; return their names.

        Raises what kept the first place from having its copy when no place has one.
        """
        places = tuple(map(str, only)) or self.book().places
        if not places:
            raise BackupsNotArranged
        made: list[str] = []
        failures: list[tuple[str, FiletError]] = []
        for place in places:
            try:
                made.append(self._make(Path(place), between))
            except tuple(_WHY) as error:
                failures.append((place, error))
        self._note_missed(failures, every=not made)
        if not made:
            raise failures[0][1]
        return Outcome(tuple(made), frozenset({Topic.HOUSE}))

    def _make(self, place: Path, between: Between) -> str:
        refuse, folder = self._store.refuse, self._entered.folder
        self._store.meanwhile(lambda: refuse(place, folder), between)
        now = self._desk.clock.wall()
        found: list[Inventory] = []

        def fill(copy: Path) -> Inventory:
            found.append(self._fill(copy, Instant.of(now), between))
            return found[-1]

        name = self._store.make(place, names_for(now), fill, between)
        self._record(_made(name, place, found[-1]))
        self._rotate(place, between)
        return name

    def _fill(self, copy: Path, taken: Instant, between: Between) -> Inventory:
        """Write a copy, say what it holds, then open it with its own keys and compare."""
        copy_keys, folder = self._keys.copy, self._entered.folder
        self._store.meanwhile(lambda: copy_keys(folder, copy), between)
        keys = self._entered.hand.reopen(copy)
        try:
            self._entered.vault.copy_into(copy / "filet.vault", keys[0], between)
            label = self._label(copy, taken)
            holds = inventory_of(self._entered.vault.journal, label)
            self._store.describe(copy, holds, keys[0])
            same(copy, self._store.described(copy, keys), holds)
            same(copy, self._store.read_whole(copy, keys, label, between), holds)
        finally:
            wipe(keys)
        return holds

    def _label(self, copy: Path, taken: Instant) -> Label:
        slots = tuple(sorted(self._keys.slots(copy)))
        return Label(self._entered.vault_id, taken, self._version, slots)

    def _rotate(self, place: Path, between: Between) -> None:
        """Remove the copies that newer ones replace, and those that overstay a destruction."""
        store, vault = self._store, self._entered.vault_id
        there = store.meanwhile(lambda: store.copies(place, vault), between)
        taken = {name: at.local() for name, at in there.items()}
        over = {*superfluous(taken), *(self._overstayed() & taken.keys())}
        gone: list[str] = []
        try:
            for name in sorted(over):
                between()
                gone += [name] if store.drop(place / name) else []
        finally:
            if gone:
                self._record(BackupsGone(tuple(gone), Why.ROTATED))

    def _overstayed(self) -> set[str]:
        """Return the copies that still hold what was to be gone from all of them by today."""
        book, today = self.book(), self._desk.clock.today()
        names: set[str] = set()
        for entry in self._entered.vault.journal.of_kinds((NAMES[FileDestroyed],), HOUSE):
            match entry.content:
                case FileDestroyed(copies_until=day) if day is not None and day < today:
                    names |= {copy.made.name for copy in book.before(entry.ref)}
                case _:
                    continue
        return names

    def _note_missed(self, failures: list[tuple[str, FiletError]], *, every: bool) -> None:
        """Record what was missed; that one of two keys stays in a drawer is no miss."""
        for place, error in failures:
            why = _WHY[type(error)]
            if every or why is not Why.ABSENT:
                self._record(BackupMissed(place, why))

    def _record(self, content: Content) -> None:
        """Record what came of a copy; a full disk makes no copy worse."""
        try:
            self._desk.record_house(Write(content))
        except MachineError as error:
            _log.warning("what came of a copy could not be recorded: %s", error.code)

    # Trying one out -------------------------------------------------------------------

    def try_last(self, between: Between = go_on) -> Outcome[tuple[str, ...]]:
        """Open apart the last copy that is there and that she may open, and read it whole.

        Nothing is touched but the journal, which keeps that it held. Raises BackupMissing where
        none is there, BackupDamaged, BackupDiffers, MediumVanished.
        """
        store, book = self._store, self.book()
        known = [copy.made for copy in book.opened_by(self._desk.worker)]

        def there() -> BackupMade | None:
            return next((one for one in known if store.is_copy(_folder(one))), None)

        made = store.meanwhile(there, between)
        if made is None:
            raise BackupMissing(folder=book.places[0] if book.places else "")
        self._read_whole(_folder(made), between)
        self._record(BackupTried(made.name, made.place))
        return Outcome((made.name,), frozenset({Topic.HOUSE}))

    def _read_whole(self, copy: Path, between: Between) -> None:
        """Compare what a copy holds with what it says of itself."""
        keys = self._entered.hand.reopen(copy)
        try:
            said = self._store.described(copy, keys)
            slots = tuple(sorted(self._keys.slots(copy)))
            label = Label(self._entered.vault_id, said.taken, said.version, slots)
            same(copy, self._store.read_whole(copy, keys, label, between), said)
        finally:
            wipe(keys)

    # While it is locked ---------------------------------------------------------------

    def while_locked(self) -> WhileLocked | None:
        """Return what is to be called once the dossiers are closed; nothing when none is due.

        A lock never waits for a copy: the copy is made after it, without any key, and is
        read at the next opening.
        """
        book = self.book()
        if not book.due(self._desk.clock.wall()):
            return None
        places = tuple(map(Path, book.places))
        return Aside(self._store, self._desk.clock, self._entered.folder, places).copy

    def read_again(self, between: Between = go_on) -> Outcome[tuple[str, ...]]:
        """Open and read the copies that were made while it was locked; return those that hold."""
        held, store = [], self._store
        for place in map(Path, self.book().places):
            for copy in store.meanwhile(partial(store.unread, place), between):
                try:
                    held.append(self._accept(place, copy, between))
                except tuple(_WHY) as error:
                    self._record(BackupMissed(str(place), _WHY[type(error)]))
                    store.drop(copy)
        return Outcome(tuple(held), frozenset({Topic.HOUSE}) if held else frozenset())

    def _accept(self, place: Path, copy: Path, between: Between) -> str:
        try:
            keys = self._entered.hand.reopen(copy)
        except FiletError:
            raise BackupDamaged(folder=str(copy), what="filet.keys") from None
        try:
            label = self._label(copy, Instant.of(dated(copy, self._desk.clock.wall())))
            holds = self._store.read_whole(copy, keys, label, between)
            self._ours(copy, holds)
            self._store.describe(copy, holds, keys[0])
        finally:
            wipe(keys)
        name = self._store.accept(copy)
        self._record(_made(name, place, holds))
        return name

    def _ours(self, copy: Path, holds: Inventory) -> None:
        """Refuse a copy that does not hold what the dossiers held when it was made."""
        for head in holds.heads:
            kept = next(iter(self._entered.vault.journal.sealed(head.chain, head.seq - 1)), None)
            if head.seq and (kept is None or kept.hash != head.hash):
                raise BackupDiffers(folder=str(copy), what="journal")


@dataclass(frozen=True, slots=True)
class Aside:
    """What a copy needs while the dossiers are closed: places, and no key."""

    store: CopyStore
    clock: Clock
    folder: Path
    places: tuple[Path, ...]

    def copy(self, between: Between = go_on) -> tuple[str, ...]:
        """Copy the closed dossiers wherever it is possible; nobody is there to be told."""
        made = []
        for place in self.places:
            try:
                self.store.refuse(place, self.folder)
                names = names_for(self.clock.wall())
                made.append(self.store.take_closed(self.folder, place, names, between))
            except tuple(_WHY) as error:
                _log.warning("no copy was made while locked: %s", error.code)
        return tuple(made)


def _folder(made: BackupMade) -> Path:
    return Path(made.place) / made.name


def _made(name: str, place: Path, holds: Inventory) -> BackupMade:
    return BackupMade(name, str(place), holds.as_of, holds.entries, holds.dossiers, holds.slots)
