"""Opening and closing the vault of a house: who she is, what she may open, what was noticed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Protocol

from filet.application.desk import HouseDesk
from filet.application.keeping import Clock, NewEntry, Vault
from filet.application.pending import Hiding
from filet.application.pocket import Pocket
from filet.application.projecting import bring_up_to_date
from filet.domain.errors import (
    AccessEnded,
    AccessNotBegun,
    MachineError,
    QuickUnlockOff,
    RekeyInterrupted,
    WrongPassphrase,
    WrongPin,
    WrongRecoveryKey,
)
from filet.domain.ids import HOUSE, NOBODY, SlotId, VaultId, WorkerId
from filet.domain.kinds import (
    NAMES,
    Content,
    Duty,
    QuickUnlockDeclared,
    RecoverySet,
    UnlocksFailed,
    VaultUnlocked,
    WorkerEnrolled,
)
from filet.domain.roles import may_enter
from filet.domain.triggers import Triggers, no_triggers
from filet.domain.workers import ROSTER_KINDS, Roster, allows_quick_unlock, roster

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
    hiding: Hiding
    """Seals what the disk refuses when the vault closes."""

    def forget(self) -> None:
        """Overwrite the data keys in memory."""
        for key in self.data_keys:
            key[:] = bytes(len(key))

    def discard(self) -> None:
        """Overwrite all that was opened for one act only."""
        self.forget()
        self.hiding.forget()


@dataclass(frozen=True, slots=True)
class Hand:
    """What a worker who entered may still do with her slot: sign, open copies, seal."""

    sign: Callable[[bytes], bytes]
    reopen: Reopen
    hiding: Hiding


@dataclass(frozen=True, slots=True)
class Made:
    """A new cabinet: the first worker's slot, and the recovery key to be written on paper."""

    opened: Opened
    recovery: tuple[str, ...]
    """Lines of groups of four; shown once, kept nowhere."""
    recovery_slot: SlotId
    recovery_sealing_key: bytes
    recovery_signing_key: bytes


@dataclass(frozen=True, slots=True)
class Failures:
    """Keys that opened nothing since somebody entered: how many, and when (ms UTC)."""

    count: int
    first: int
    last: int


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

    def open_seed(self, folder: Path, slot: SlotId, seed: bytearray) -> Opened:
        """Open with a seed that was kept elsewhere, and wipe it. Raises QuickUnlockOff."""

    def settle(self, folder: Path) -> None:
        """Keep the newest data key alone: the vault is under it now."""

    def tidy(self, folder: Path) -> None:
        """Remove what a crash left of a key file; the vault is held."""

    def failed(self, folder: Path, at: int) -> None:
        """Count a key that opened nothing; nothing of what was typed is kept."""

    def failures(self, folder: Path) -> Failures | None:
        """Return how many there were since somebody entered."""

    def forget_failures(self, folder: Path) -> None:
        """Count from nothing again."""


class Vaults(Protocol):
    """Where vaults are."""

    def prepare(self, folder: Path) -> None:
        """Refuse a folder where no vault may be made; called before its keys are.

        Raises VaultExists, VaultReadOnly, SyncedFolder, NetworkFolder.
        """

    def look_at(self, folder: Path) -> None:
        """Find out without any key what stands in the way of opening a vault.

        Raises VaultMissing, VaultEmpty, VaultReadOnly, VaultOpenElsewhere, VaultIsCopy,
        SyncedFolder, NetworkFolder.
        """

    def create(
        self, folder: Path, opened: Opened, first: Sequence[NewEntry] = (), *, training: bool
    ) -> Vault:
        """Make a vault whose chain starts now, with its first entries, and return it open."""

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


class Unlocking:
    """Creates, opens and locks the vault of a house."""

    def __init__(
        self,
        keys: Keys,
        vaults: Vaults,
        clock: Clock,
        pocket: Pocket,
        triggers: Triggers = no_triggers,
    ) -> None:
        self._keys = keys
        self._vaults = vaults
        self._clock = clock
        self._pocket = pocket
        self._triggers = triggers

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
        worker = WorkerId(made.opened.slot)
        first = self._news(worker, (*_first(made, worker, name), VaultUnlocked()))
        try:
            vault = self._vaults.create(folder, made.opened, first, training=training)
        finally:
            made.opened.forget()
        bring_up_to_date(HouseDesk(vault, self._clock, NOBODY, self._triggers))
        return _entered(folder, made.opened, vault, ()), made.recovery

    def look_at(self, folder: Path) -> None:
        """Find out what stands in the way, before anybody types a passphrase.

        The vault comes first: where a key is unplugged, no key file is there either.
        """
        self._vaults.look_at(folder)
        self._keys.look_at(folder)

    def unlock(self, folder: Path, initials: str, passphrase: str) -> Entered:
        """Open with a passphrase. Raises, besides what opening may, AccessEnded."""
        self.look_at(folder)
        entered = self._enter(folder, lambda: self._keys.open(folder, initials, passphrase))
        self._pocket.renewed(folder, SlotId(entered.worker), self._clock.now().at)
        return entered

    def offers_pin(self, folder: Path, initials: str) -> bool:
        """Tell whether a PIN may be asked for these initials now."""
        try:
            return self._pocket.offers(folder, initials, self._clock.now().at)
        except MachineError:
            return False

    def unlock_quickly(self, folder: Path, initials: str, pin: str) -> Entered:
        """Open with a PIN. Raises WrongPin, and QuickUnlockOff to ask for the passphrase."""
        self.look_at(folder)
        now = self._clock.now().at
        try:
            slot, seed = self._pocket.seed(folder, initials, pin, now)
        except WrongPin:
            self._keys.failed(folder, now)
            raise
        return self.enter(folder, self._keys.open_seed(folder, slot, seed), quick=True)

    def inspect(self, folder: Path, initials: str, passphrase: str) -> Entered:
        """Open in order to look: nothing is recorded, so that checking changes nothing.

        Without initials, the one worker of a house that has a single one is meant.
        """
        self._vaults.look_at(folder)
        opened = self._keys.open(folder, initials or self._keys.only_label(folder), passphrase)
        try:
            vault, noticed = self._vaults.look(folder, opened)
        finally:
            opened.forget()
        return _entered(folder, opened, vault, noticed)

    def recover(self, folder: Path, lines: tuple[str, ...]) -> Entered:
        """Open with the recovery key."""
        self.look_at(folder)
        return self._enter(folder, lambda: self._keys.recover(folder, lines))

    def enter(self, folder: Path, opened: Opened, *, quick: bool = False) -> Entered:
        """Open with a slot that was opened otherwise; its keys are wiped whatever comes."""
        try:
            vault, noticed = self._vaults.open(folder, opened)
            if not self._settled(folder, vault, opened):
                vault, _ = self._vaults.open(folder, opened)
        finally:
            opened.forget()
        opened.hiding.learn(vault.hidings())
        entered = _entered(folder, opened, vault, noticed)
        try:
            self._admit(entered, quick=quick)
        except BaseException:
            vault.close()
            raise
        unrecorded = self._record_entry(entered, quick=quick)
        bring_up_to_date(HouseDesk(vault, self._clock, NOBODY, self._triggers))
        return replace(entered, unrecorded=unrecorded)

    def _enter(self, folder: Path, open_: Callable[[], Opened]) -> Entered:
        """Open with what was typed; what opens nothing is counted until somebody enters."""
        try:
            opened = open_()
        except (WrongPassphrase, WrongRecoveryKey):
            self._keys.failed(folder, self._clock.now().at)
            raise
        return self.enter(folder, opened)

    def _admit(self, entered: Entered, *, quick: bool) -> None:
        """Refuse a worker whose time here is over, and a PIN that is no longer allowed."""
        if not self._allows_pin(entered) and quick:
            raise QuickUnlockOff
        worker = workers_of(entered.vault).workers.get(entered.worker)
        if worker is None or may_enter(workers_of(entered.vault), worker, self._clock.today()):
            return
        self._keys.failed(entered.folder, self._clock.now().at)
        if worker.has_ended(self._clock.today()):
            raise AccessEnded
        raise AccessNotBegun

    def _allows_pin(self, entered: Entered) -> bool:
        """Tell whether direction still allows it here; every PIN is forgotten where not."""
        folder, slot = entered.folder, SlotId(entered.worker)
        if not self._pocket.has(folder, slot):
            return False
        said = entered.vault.journal.of_kinds((NAMES[QuickUnlockDeclared],), HOUSE)
        allowed = allows_quick_unlock(said, self._pocket.computer(folder))
        if not allowed:
            self._pocket.forget_all(folder)
        return allowed

    def _settled(self, folder: Path, vault: Vault, opened: Opened) -> bool:
        """Finish a change of the data key that was interrupted; at worst, try next time.

        Return false when the vault closed over it, and is to be opened again.
        """
        with suppress(OSError):
            self._keys.tidy(folder)
        if len(opened.data_keys) == 1:
            return True
        try:
            vault.rekey(opened.data_keys[0])
            self._keys.settle(folder)
        except RekeyInterrupted:
            return False
        except (MachineError, OSError) as error:
            _log.warning("a change of keys could not be finished: %s", type(error).__name__)
        return True

    def _record_entry(self, entered: Entered, *, quick: bool) -> MachineError | None:
        """Record it; what cannot be recorded never keeps anyone out, and is returned."""
        failures = self._keys.failures(entered.folder)
        tried = (UnlocksFailed(*astuple(failures)),) if failures is not None else ()
        try:
            self._record(
                entered.vault, entered.worker, (*entered.noticed, *tried, VaultUnlocked(quick))
            )
        except MachineError as error:
            _log.warning("an unlocking could not be recorded: %s", error.code)
            return error
        self._keys.forget_failures(entered.folder)
        return None

    def lock(self, entered: Entered) -> None:
        """Close the vault. It asks nothing and never fails to close."""
        entered.hand.hiding.forget()
        entered.vault.close()

    def _record(self, vault: Vault, worker: WorkerId, contents: tuple[Content, ...]) -> None:
        news = self._news(worker, contents)
        vault.write(lambda: [vault.journal.append(new) for new in news])

    def _news(self, worker: WorkerId, contents: tuple[Content, ...]) -> tuple[NewEntry, ...]:
        now = self._clock.now()
        return tuple(NewEntry(HOUSE, now, worker, content) for content in contents)


def _first(made: Made, worker: WorkerId, name: str) -> tuple[Content, ...]:
    """Return what a new house says first: who works there, and that it can be recovered."""
    opened = made.opened
    return (
        WorkerEnrolled(
            worker,
            opened.label,
            name,
            opened.sealing_key.hex(),
            opened.signing_key.hex(),
            Duty.DIRECTION,
        ),
        RecoverySet(
            made.recovery_slot.hex,
            made.recovery_sealing_key.hex(),
            made.recovery_signing_key.hex(),
        ),
    )


def _entered(folder: Path, opened: Opened, vault: Vault, noticed: tuple[Content, ...]) -> Entered:
    hand = Hand(opened.sign, opened.reopen, opened.hiding)
    return Entered(vault, WorkerId(opened.slot), opened.vault, folder, hand, noticed)


def workers_of(vault: Vault) -> Roster:
    """Return who works in the house of a vault."""
    return roster(vault.journal.of_kinds(ROSTER_KINDS, HOUSE))
