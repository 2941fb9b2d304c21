"""Going back to a copy: what it lacks is said, and what was erased since is erased again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from filet.application.backing_up import book_of
from filet.application.copying import (
    Between,
    CopyStore,
    Erased,
    Inventory,
    KeyFiles,
    Label,
    dated,
    go_on,
    inventory_of,
    same,
    wipe,
)
from filet.application.desk import Desk, HouseDesk, Write
from filet.application.erasing import Erasing
from filet.application.keeping import Clock, Vault
from filet.application.unlocking import Opened
from filet.domain.errors import (
    BackupDamaged,
    BackupForeign,
    BackupMissing,
    FiletError,
    KeysDamaged,
    KeysMissing,
    VaultForeign,
)
from filet.domain.ids import HOUSE, CaseId, Ref, VaultId, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import (
    KEPT,
    NAMES,
    CaseCreated,
    ContentRemoved,
    FileDestroyed,
    VaultRestored,
)
from filet.domain.moments import Instant
from filet.domain.triggers import Triggers, no_triggers

Way = Callable[[Path], Opened]
"""Opens the keys in a folder: by a passphrase, or by the recovery key."""


class Replacements(Protocol):
    """Puts other dossiers in the place of those of a house."""

    def look(self, folder: Path, opened: Opened) -> tuple[Vault, object]:
        """Open a vault without writing an entry in it."""

    def stage(self, folder: Path) -> Path:
        """Return an empty folder in which other dossiers are made ready for this one.

        Raises VaultReadOnly, SyncedFolder, NetworkFolder.
        """

    def adopt(self, folder: Path, opened: Opened) -> Vault:
        """Open a copy to go on from it, in a chain of its own; no witness is told yet."""

    def replace(self, folder: Path, aside: str) -> None:
        """Put what was made ready in the place of the dossiers, which go aside."""

    def witnessed(self, vault: Vault, identity: VaultId) -> Ref | None:
        """Return the last entry that was seen on this computer, where a vault lacks it."""


@dataclass(frozen=True, slots=True)
class StandingCopy:
    """A copy as it is found, before any key opens it."""

    folder: Path
    taken: datetime
    read: bool = True
    """Whether it was opened again and read whole when it was made."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of a restore."""

    holds: Inventory
    erased_again: int
    aside: str
    """Name of the folder that holds what was replaced."""
    opens_again: tuple[str, ...]
    """Initials whose passphrase opens it now, and opened nothing any more before."""
    erasures_known: bool
    """Whether the replaced dossiers could still tell what they had erased."""


class Restoring:
    """Tries a copy out, or puts it in the place of the dossiers."""

    def __init__(
        self,
        store: CopyStore,
        keys: KeyFiles,
        replacements: Replacements,
        clock: Clock,
        triggers: Triggers = no_triggers,
    ) -> None:
        self._store = store
        self._keys = keys
        self._replacements = replacements
        self._clock = clock
        self._triggers = triggers

    def found(self, folder: Path) -> tuple[StandingCopy, ...]:
        """Return the copies among which a copy stands, or that stand in a folder; newest first."""
        place = folder.parent if self._store.is_copy(folder) else folder
        found = (self._standing(one) for one in self._store.standing(place))
        return tuple(sorted(found, key=lambda one: (one.taken, one.folder.name), reverse=True))

    def is_copy(self, folder: Path) -> bool:
        """Tell whether a folder is a copy: it is never opened to be written in."""
        return self._store.is_copy(folder)

    def _standing(self, copy: Path) -> StandingCopy:
        """Return when a copy was made, by its own word or by its name."""
        wall = self._clock.wall()
        with suppress(BackupDamaged, BackupMissing):
            taken = self._store.described(copy, ()).taken
            return StandingCopy(copy, taken.local().astimezone(wall.tzinfo))
        return StandingCopy(copy, dated(copy, wall), read=False)

    def describe(self, copy: Path) -> Inventory:
        """Return what a copy says of itself, before anybody opens it."""
        return self._store.described(copy, ())

    def try_out(self, copy: Path, way: Way, between: Between = go_on) -> Inventory:
        """Open a copy apart and read it whole; neither it nor the dossiers are touched.

        Raises BackupMissing, BackupDamaged, BackupDiffers, WrongPassphrase.
        """
        opened = self._opened(copy, way)
        try:
            return self._read(copy, opened, between)
        finally:
            opened.forget()

    def restore(self, copy: Path, folder: Path, way: Way, between: Between = go_on) -> Restored:
        """Put a copy in the place of the dossiers, which are closed and are set aside.

        Raises what ``try_out`` does, and BackupForeign. Until the last step the dossiers
        are as they were.
        """
        opened = self._opened(copy, way)
        try:
            holds = self._read(copy, opened, between)
            self._same_house(folder, holds)
            ready = self._replacements.stage(folder)
            self._store.bring(copy, ready)
            done = self._adopted(copy, folder, ready, opened, holds)
        finally:
            opened.forget()
        self._keys.double(ready)
        self._replacements.replace(folder, done.aside)
        return done

    def restore_keys(self, copy: Path, folder: Path, way: Way) -> None:
        """Put back a key file that was lost, from a copy whose keys open these dossiers."""
        opened = self._opened(copy, way)
        try:
            vault, _ = self._replacements.look(folder, opened)
        except VaultForeign:
            raise BackupForeign(folder=str(copy)) from None
        finally:
            opened.forget()
        vault.close()
        self._keys.copy(copy, folder)
        self._keys.double(folder)

    # One copy -------------------------------------------------------------------------

    def _opened(self, copy: Path, way: Way) -> Opened:
        if not self._store.is_unread(copy):
            self._store.described(copy, ())
        try:
            return way(copy)
        except (KeysMissing, KeysDamaged):
            raise BackupDamaged(folder=str(copy), what="filet.keys") from None

    def _read(self, copy: Path, opened: Opened, between: Between) -> Inventory:
        """Read a copy whole, and compare it with what it says of itself.

        One that was made while it was locked says nothing yet: it is as good as it reads.
        """
        keys, slots = opened.data_keys, tuple(sorted(self._keys.slots(copy)))
        if self._store.is_unread(copy):
            taken = Instant.of(dated(copy, self._clock.wall()))
            return self._store.read_whole(
                copy, keys, Label(opened.vault, taken, "", slots), between
            )
        said = self._store.described(copy, keys)
        label = Label(opened.vault, said.taken, said.version, slots)
        same(copy, self._store.read_whole(copy, keys, label, between), said)
        return said

    def _same_house(self, folder: Path, holds: Inventory) -> None:
        with suppress(KeysMissing, KeysDamaged):
            if self._keys.vault(folder) != holds.vault:
                raise BackupForeign(folder=str(folder))

    # Made ready -----------------------------------------------------------------------

    def _adopted(
        self, copy: Path, folder: Path, ready: Path, opened: Opened, holds: Inventory
    ) -> Restored:
        """Erase again, and say what was restored, before anybody can open it."""
        vault = self._replacements.adopt(ready, opened)
        try:
            desk = HouseDesk(vault, self._clock, WorkerId(opened.slot), self._triggers)
            living = self._living(folder, opened)
            elsewhere = self._elsewhere(desk, copy, opened)
            erased = _erase_again(desk, {one.removal: one for one in (*elsewhere, *(living or ()))})
            back = self._opens_again(folder, copy)
            told = VaultRestored(
                copy.name,
                holds.as_of,
                erased,
                self._replacements.witnessed(vault, opened.vault),
                back,
            )
            desk.record_house(Write(told))
            vault.forget_traces()
        finally:
            vault.close()
        aside = f"mis-de-cote_{self._clock.wall():%Y-%m-%d_%H%M%S}"
        return Restored(holds, erased, aside, back, living is not None)

    def _living(self, folder: Path, opened: Opened) -> tuple[Erased, ...] | None:
        """Return what the dossiers that are to be replaced had erased, where they can tell."""
        try:
            living = replace(opened, data_keys=opened.reopen(folder))
            vault, _ = self._replacements.look(folder, living)
        except FiletError:
            return None
        try:
            label = Label(opened.vault, self._clock.now(), "", ())
            return inventory_of(vault.journal, label).erased
        except FiletError:
            return None
        finally:
            living.forget()
            vault.close()

    def _elsewhere(self, desk: Desk, copy: Path, opened: Opened) -> Iterator[Erased]:
        """Yield what other copies know to be erased: those beside it, and in every place."""
        places = {copy.parent, *map(Path, book_of(desk).places)}
        for place in sorted(places):
            for name in self._store.copies(place, opened.vault):
                with suppress(FiletError):
                    keys = opened.reopen(place / name)
                    try:
                        yield from self._store.described(place / name, keys).erased
                    finally:
                        wipe(keys)

    def _opens_again(self, folder: Path, copy: Path) -> tuple[str, ...]:
        try:
            now = self._keys.slots(folder)
        except FiletError:
            return ()
        then = self._keys.slots(copy)
        return tuple(sorted(label for slot, label in then.items() if label and slot not in now))


def _erase_again(desk: Desk, erased: dict[Ref, Erased]) -> int:
    """Erase what was erased after a copy was made; return how many entries of it that was."""
    before = _blanks(desk)
    for one in erased.values():
        if not desk.vault.journal.at([one.removal]):
            _erase(desk, one)
    return _blanks(desk) - before


def _blanks(desk: Desk) -> int:
    heads = desk.vault.journal.heads()
    sealed = (entry for head in heads for entry in desk.vault.journal.sealed(head.chain))
    return sum(entry.filling is None for entry in sealed)


def _erase(desk: Desk, one: Erased) -> None:
    """Erase by the same hands as then: what a dossier carries with it goes as well."""
    erasing = Erasing(desk)
    there = [entry for entry in desk.vault.journal.at(one.places) if not entry.blank]
    for case in dict.fromkeys(entry.case for entry in there if entry.case not in (None, HOUSE)):
        if one.kind == NAMES[FileDestroyed]:
            erasing.destroy(_case(case), one.reason)
        elif own := _own(there, _case(case)):
            erasing.erase(_case(case), own, one.reason)
    _erase_from_house(desk, one)


def _case(case: CaseId | None) -> CaseId:
    return case if case is not None else HOUSE


def _own(entries: Iterable[Entry], case: CaseId) -> list[Ref]:
    fixed = (*KEPT, CaseCreated)
    return [one.ref for one in entries if one.case == case and not isinstance(one.content, fixed)]


def _erase_from_house(desk: Desk, one: Erased) -> None:
    """Erase calls that nothing in the copy ties to a dossier yet."""
    there = desk.vault.journal.at(one.places)
    left = [entry.ref for entry in there if not entry.blank and entry.case == HOUSE]
    if not left:
        return

    def work() -> None:
        desk.append_house([Write(ContentRemoved(one.reason), tuple(left))])
        desk.vault.journal.blank(left)

    desk.vault.write(work)
