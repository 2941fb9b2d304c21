"""Where vaults are: makes one, or opens one and says what was noticed on the way."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from filet.adapters.store import copies, openings, places, replacing
from filet.adapters.store.connection import translated
from filet.adapters.store.vault import SqlVault, VaultFolder
from filet.adapters.store.witness import Silent, Witness
from filet.application.keeping import Clock, NewEntry, Vault
from filet.application.unlocking import Opened
from filet.domain.errors import ChainBroken, VaultForeign
from filet.domain.ids import HOUSE, NOBODY, ChainId, Ref, VaultId
from filet.domain.journal import Head, follow, head_of, is_lost, start
from filet.domain.kinds import (
    NAMES,
    ChainStarted,
    ClockMovedBack,
    Content,
    RollbackNoticed,
    VaultRestored,
    VaultSalvaged,
)

_CLOCK_TOLERANCE = 2 * 60 * 1000
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class SqlVaults:
    """Vaults on the disks of this computer."""

    witness: Witness
    clock: Clock
    version: str
    environment: Mapping[str, str]

    def prepare(self, folder: Path) -> None:
        """Refuse a folder where no vault may be made, before any key is written there."""
        openings.free(self._place(folder))

    def look_at(self, folder: Path) -> None:
        """Find out without any key what stands in the way of opening a vault.

        A restore that was interrupted is finished first. A copy is never opened: what is
        written in one is in no copy any more.
        """
        place = self._place(folder)
        copies.refuse_copy(place.path)
        replacing.settle(place.path)
        openings.look_at(place)

    def create(
        self, folder: Path, opened: Opened, first: Sequence[NewEntry] = (), *, training: bool
    ) -> SqlVault:
        """Make a vault whose chain starts now, and return it open.

        It is made apart, with its first entries, and comes to its place when it is whole: a
        power cut leaves a house that opens, or none.
        """
        place = self._place(folder)
        openings.free(place)
        ready = VaultFolder(replacing.stage(place.path))
        connection = openings.make(ready, opened.data_keys[0], self.clock.now().at)
        vault = SqlVault(ready, connection, opened.sign, Silent(self.witness.folder))
        try:
            with _closed_on_error(vault):
                vault.write(lambda: self._begin(vault, opened.vault, first, training))
            vault.let_go()
            replacing.arrive(place.path)
        except BaseException:
            replacing.forget(place.path)
            raise
        return self.open(folder, opened)[0]

    def open(self, folder: Path, opened: Opened) -> tuple[SqlVault, tuple[Content, ...]]:
        """Open a vault to write in it; also return what was noticed and is to be recorded.

        Raises, besides what opening a file may, ChainBroken when the last entry of a
        chain does not follow from the one before it.
        """
        vault, noticed = self.look(folder, opened)
        with _closed_on_error(vault), translated():
            vault.reserve.ensure()
            vault.outbox.sweep()
            replacing.drop_former_shapes(folder, self.clock.now().at)
            self._join_chain(vault, opened.vault, noticed)
        return vault, noticed

    def look(self, folder: Path, opened: Opened) -> tuple[SqlVault, tuple[Content, ...]]:
        """Open a vault without writing an entry in it."""
        place = self._place(folder)
        connection = openings.unseal(place, opened.data_keys, self.clock.now().at)
        vault = SqlVault(place, connection, opened.sign, self.witness)
        with _closed_on_error(vault), translated():
            if vault.identity != opened.vault:
                raise VaultForeign(folder=str(place.path))
            for head in vault.journal.heads():
                _check_head(vault, head)
            return vault, (*self._rollback(vault), *self._clock_back(vault))

    def stage(self, folder: Path) -> Path:
        """Return an empty folder in which other dossiers are made ready for this one."""
        place = self._place(folder)
        replacing.settle(place.path)
        if place.vault.exists():  # before anything else opens it: closing it would free its lock
            openings.refuse_held(place)
        openings.writable(place)
        return replacing.stage(place.path)

    def adopt(self, folder: Path, opened: Opened) -> SqlVault:
        """Open a copy to go on from it, in a chain of its own; no witness is told yet.

        Files that were on their way out when it was made are no longer its business.
        """
        silent = replace(self, witness=Silent(self.witness.folder))
        vault, _ = silent.look(folder, opened)
        with _closed_on_error(vault):
            vault.write(lambda: silent.go_on_from(vault, opened.vault))
        return vault

    def go_on_from(self, vault: SqlVault, identity: VaultId) -> None:
        """Begin a chain after the last one, whoever wrote that; inside a transaction."""
        vault.connection.execute("DELETE FROM outbox")
        self._start_chain(vault, identity, vault.training, vault.journal.last_started())

    def raise_from(self, folder: Path, opened: Opened) -> SqlVault:
        """Make a vault that holds nothing yet, to take over what is left of another."""
        place = self._place(folder)
        connection = openings.make(place, opened.data_keys[0], self.clock.now().at)
        vault = SqlVault(place, connection, opened.sign, self.witness)
        vault.write(lambda: vault.write_value("identity", opened.vault.hex))
        return vault

    def replace(self, folder: Path, aside: str) -> None:
        """Put what was made ready in the place of the dossiers, which go aside."""
        replacing.replace(folder, aside)

    def witnessed(self, vault: Vault, identity: VaultId) -> Ref | None:
        """Return the last entry that was seen on this computer, where a vault lacks it."""
        seen = self.witness.recall(identity)
        if seen is None or any(one.ref == seen[0] for one in vault.journal.at([seen[0]])):
            return None
        return seen[0]

    def _join_chain(self, vault: SqlVault, identity: VaultId, noticed: tuple[Content, ...]) -> None:
        """Go on with this computer's chain, or begin one when another wrote last.

        An older copy that was put back goes on in a new chain as well: the places after
        its end, and the numbers of its dossiers, were given once already.
        """
        rolled_back = any(isinstance(content, RollbackNoticed) for content in noticed)
        mine = vault.journal.write_on(self.witness.device(identity))
        last = vault.journal.last_started()
        if rolled_back or mine is None or last is None or mine.chain != last.chain:
            vault.write(lambda: self._start_chain(vault, identity, vault.training, last))

    def _place(self, folder: Path) -> VaultFolder:
        folder = folder.absolute()
        existing = next(near for near in (folder, *folder.parents) if near.exists())
        drive = places.drive_of(existing.resolve())
        places.refuse_unsafe(existing.resolve(), self.environment, drive)
        places.refuse_unsafe(folder, self.environment, drive)
        return VaultFolder(folder)

    def _begin(
        self,
        vault: SqlVault,
        identity: VaultId,
        first: Sequence[NewEntry] = (),
        training: bool = False,
    ) -> None:
        vault.write_value("identity", identity.hex)
        self._start_chain(vault, identity, training, None)
        for new in first:
            vault.journal.append(new)

    def _start_chain(
        self, vault: SqlVault, identity: VaultId, training: bool, last: Head | None
    ) -> None:
        letter = _letter(len(vault.journal.heads()))
        vault.journal.start_chain(ChainId(os.urandom(16)), self.witness.device(identity))
        vault.write_value("letter", letter)
        started = ChainStarted(
            house=identity,
            device=socket.gethostname()[:64],
            version=self.version,
            training=training,
            letter=letter,
            continues=Ref(last.chain, last.seq) if last else None,
            continues_hash=last.hash.hex() if last else "",
        )
        vault.journal.append(NewEntry(HOUSE, self.clock.now(), NOBODY, started))

    def _rollback(self, vault: SqlVault) -> tuple[Content, ...]:
        seen = self.witness.recall(vault.identity)
        if seen is None:
            return ()
        ref, hash_ = seen
        kept = next(iter(vault.journal.sealed(ref.chain, ref.seq - 1)), None)
        if kept is not None and kept.hash == hash_:
            return ()
        if self._explained(vault, ref):
            return ()
        found = max((h.seq for h in vault.journal.heads() if h.chain == ref.chain), default=0)
        return (RollbackNoticed(ref.chain.hex(), ref.seq, found),)

    def _explained(self, vault: SqlVault, missing: Ref) -> bool:
        """Tell whether a restore or a salvage already says why an entry is missing."""
        kinds = (NAMES[VaultRestored], NAMES[VaultSalvaged])
        return any(_explains(one.content, missing) for one in vault.journal.of_kinds(kinds, HOUSE))

    def _clock_back(self, vault: SqlVault) -> tuple[Content, ...]:
        row = vault.connection.execute(
            "SELECT at FROM entry WHERE at IS NOT NULL ORDER BY key DESC LIMIT 1"
        ).fetchone()
        behind = (row[0] if row else 0) - self.clock.now().at
        return (ClockMovedBack(behind // 60_000),) if behind > _CLOCK_TOLERANCE else ()


@contextmanager
def _closed_on_error(vault: SqlVault) -> Iterator[None]:
    try:
        yield
    except BaseException:
        vault.let_go()
        raise


def _explains(content: Content | None, missing: Ref) -> bool:
    match content:
        case VaultRestored(witnessed=witnessed):
            return witnessed == missing
        case VaultSalvaged(lost=lost):
            return any(missing in run for run in lost)
        case _:
            return False


def _letter(place: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    letters = ""
    while place >= 0:
        place, letter = divmod(place, len(_LETTERS))
        letters, place = _LETTERS[letter] + letters, place - 1
    return letters


def _check_head(vault: SqlVault, head: Head) -> None:
    """Compute the last entry of a chain again, and its link to the one before."""
    if head.seq == 0:
        return
    last = list(vault.journal.sealed(head.chain, max(0, head.seq - 2)))
    before = head_of(last[0]) if head.seq > 1 and last else start(head.chain)
    lost = len(last) == 2 and is_lost(last[0])
    if not last or follow(before, last[-1], after_loss=lost) != head:
        raise ChainBroken(seq=head.seq, fault="head")
