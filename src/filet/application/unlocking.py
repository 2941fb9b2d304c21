"""Opening and closing the vault of a house: who she is, what she may open, what was noticed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from filet.application.desk import Desk
from filet.application.keeping import Clock, NewEntry, Vault
from filet.application.projecting import bring_up_to_date
from filet.domain.errors import MachineError
from filet.domain.ids import HOUSE, SlotId, VaultId, WorkerId
from filet.domain.kinds import Content, RecoverySet, VaultUnlocked, WorkerEnrolled

_log = logging.getLogger(__name__)


Reopen = Callable[[Path], tuple[bytearray, ...]]
"""Returns the data keys that a slot opens in another folder. Raises KeysMissing, KeysDamaged,
WrongPassphrase. Who asks wipes them."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a slot opened: data keys, newest first, and the hand that signs."""

    vault: VaultId
    slot: SlotId
    label: str
    data_keys: tuple[bytearray, ...]
    sign: Callable[[bytes], bytes]
    sealing_key: bytes
    signing_key: bytes
    reopen: Reopen
    """Opens the keys of a copy with the same slot, without asking anything again."""

    def forget(self) -> None:
        """Overwrite the data keys in memory."""
        for key in self.data_keys:
            key[:] = bytes(len(key))


@dataclass(frozen=True, slots=True)
class Hand:
    """What a worker who entered may still do with her slot: sign, and open copies."""

    sign: Callable[[bytes], bytes]
    reopen: Reopen


@dataclass(frozen=True, slots=True)
class Made:
    """A new cabinet: the first worker's slot, and the recovery key to be written on paper."""

    opened: Opened
    recovery: tuple[str, ...]
    """Lines of groups of four; shown once, kept nowhere."""
    recovery_slot: SlotId
    recovery_sealing_key: bytes
    recovery_signing_key: bytes


class Keys(Protocol):
    """The key file of a house."""

    def create(self, folder: Path, initials: str, passphrase: str) -> Made:
        """Make a key file with one worker and a recovery key."""

    def open(self, folder: Path, initials: str, passphrase: str) -> Opened:
        """Open with a passphrase. Raises WrongPassphrase, KeysMissing, KeysDamaged."""

    def only_label(self, folder: Path) -> str:
        """Return the initials of the only worker; nothing when there are several."""

    def look_at(self, folder: Path) -> None:
        """Read the key file without opening it. Raises KeysMissing, KeysDamaged, KeysTooNew."""

    def recover(self, folder: Path, lines: tuple[str, ...]) -> Opened:
        """Open with the recovery key. Raises MistypedRecoveryKey, WrongRecoveryKey."""


class Vaults(Protocol):
    """Where vaults are."""

    def prepare(self, folder: Path) -> None:
        """Refuse a folder where no vault may be made; called before its keys are.

        Raises VaultExists, VaultReadOnly, SyncedFolder, NetworkFolder.
        """

    def look_at(self, folder: Path) -> None:
        """Find out without any key what stands in the way of opening a vault.

        Raises VaultMissing, VaultEmpty, VaultReadOnly, VaultOpenElsewhere, SyncedFolder,
        NetworkFolder.
        """

    def create(self, folder: Path, opened: Opened, *, training: bool) -> Vault:
        """Make a vault whose chain starts now, and return it open."""

    def open(self, folder: Path, opened: Opened) -> tuple[Vault, tuple[Content, ...]]:
        """Open a vault to write in it; also return what was noticed and is to be recorded."""

    def look(self, folder: Path, opened: Opened) -> tuple[Vault, tuple[Content, ...]]:
        """Open a vault without writing an entry in it."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A worker at her desk: the open vault, who she is, what was noticed when it opened."""

    vault: Vault
    worker: WorkerId
    vault_id: VaultId
    folder: Path
    hand: Hand
    noticed: tuple[Content, ...] = ()
    unrecorded: MachineError | None = None
    """Why this opening is not in the journal: it never keeps anyone out."""


Open = Callable[[Path, Opened], tuple[Vault, tuple[Content, ...]]]


class Unlocking:
    """Creates, opens and locks the vault of a house."""

    def __init__(self, keys: Keys, vaults: Vaults, clock: Clock) -> None:
        self._keys = keys
        self._vaults = vaults
        self._clock = clock

    def create(
        self,
        folder: Path,
        initials: str,
        passphrase: str,
        *,
        name: str = "",
        training: bool = False,
    ) -> tuple[Entered, tuple[str, ...]]:
        """Make a house with its first worker; return her desk and the recovery key's lines."""
        self._vaults.prepare(folder)
        made = self._keys.create(folder, initials, passphrase)
        try:
            vault = self._vaults.create(folder, made.opened, training=training)
        finally:
            made.opened.forget()
        worker = WorkerId(made.opened.slot)
        enrolled = WorkerEnrolled(
            worker,
            made.opened.label,
            name,
            made.opened.sealing_key.hex(),
            made.opened.signing_key.hex(),
        )
        recovery = RecoverySet(
            made.recovery_slot.hex,
            made.recovery_sealing_key.hex(),
            made.recovery_signing_key.hex(),
        )
        try:
            self._record(vault, worker, (enrolled, recovery, VaultUnlocked()))
        except BaseException:
            vault.close()
            raise
        bring_up_to_date(Desk(vault, self._clock, worker))
        return _entered(vault, folder, made.opened), made.recovery

    def look_at(self, folder: Path) -> None:
        """Find out what stands in the way, before anybody types a passphrase.

        The vault comes first: where a key is unplugged, no key file is there either.
        """
        self._vaults.look_at(folder)
        self._keys.look_at(folder)

    def unlock(self, folder: Path, initials: str, passphrase: str) -> Entered:
        """Open with a passphrase."""
        self.look_at(folder)
        return self._enter(folder, self._keys.open(folder, initials, passphrase))

    def inspect(self, folder: Path, initials: str, passphrase: str) -> Entered:
        """Open in order to look: nothing is recorded, so that checking changes nothing.

        Without initials, the one worker of a house that has a single one is meant.
        """
        self._vaults.look_at(folder)
        opened = self._keys.open(folder, initials or self._keys.only_label(folder), passphrase)
        return _opened(self._vaults.look, folder, opened)

    def recover(self, folder: Path, lines: tuple[str, ...]) -> Entered:
        """Open with the recovery key."""
        self.look_at(folder)
        return self._enter(folder, self._keys.recover(folder, lines))

    def _enter(self, folder: Path, opened: Opened) -> Entered:
        """Open and record it; what cannot be recorded never keeps anyone out."""
        entered = _opened(self._vaults.open, folder, opened)
        try:
            self._record(entered.vault, entered.worker, (*entered.noticed, VaultUnlocked()))
        except MachineError as error:
            _log.warning("an unlocking could not be recorded: %s", error.code)
            entered = replace(entered, unrecorded=error)
        bring_up_to_date(Desk(entered.vault, self._clock, entered.worker))
        return entered

    def lock(self, entered: Entered) -> None:
        """Close the vault. It asks nothing and never fails to close."""
        entered.vault.close()

    def _record(self, vault: Vault, worker: WorkerId, contents: tuple[Content, ...]) -> None:
        now = self._clock.now()
        news = [NewEntry(HOUSE, now, worker, content) for content in contents]
        vault.write(lambda: [vault.journal.append(new) for new in news])


def _opened(open_: Open, folder: Path, opened: Opened) -> Entered:
    """Open, and wipe the keys whatever comes of it."""
    try:
        vault, noticed = open_(folder, opened)
    finally:
        opened.forget()
    return _entered(vault, folder, opened, noticed)


def _entered(
    vault: Vault, folder: Path, opened: Opened, noticed: tuple[Content, ...] = ()
) -> Entered:
    hand = Hand(opened.sign, opened.reopen)
    return Entered(vault, WorkerId(opened.slot), opened.vault, folder, hand, noticed)
