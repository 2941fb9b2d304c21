"""Changes who may enter: a slot more, another passphrase, other keys for everybody.

Every change is made in memory first and written by a call of its own, so that the journal
can say it before the key file does it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from errno import ENOSPC
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

from filet.adapters.keys import recovery
from filet.adapters.keys.derive import (
    SEED_SIZE,
    Cost,
    sealing_key,
    seed_from_recovery,
    signing_key,
)
from filet.adapters.keys.keyfile import Epoch, KeyFile, Slot, load, save
from filet.adapters.keys.slots import label_of, open_seed, seal, wrapped
from filet.adapters.keys.wiping import wipe
from filet.application.locks import NewRecovery, Renewal, Seals, Seat
from filet.application.unlocking import Opened
from filet.domain.errors import (
    DiskFull,
    InitialsTaken,
    KeysDamaged,
    WriteFailed,
    WrongPassphrase,
)
from filet.domain.ids import SlotId

_FRESH = 32
"""Bytes of a data key that change; the sixteen that follow are the salt of the file."""


@dataclass(frozen=True, slots=True)
class Locksmith:
    """Works on key files. ``cost`` is asked once for each new passphrase."""

    cost: Callable[[], Cost]

    def labels(self, folder: Path) -> Mapping[SlotId, str]:
        """Return the initials of each slot that a passphrase opens."""
        slots = load(folder).slots
        return {SlotId(slot.id): slot.label for slot in slots if slot.stretched is not None}

    def enrol(self, folder: Path, opened: Opened, initials: str, passphrase: str) -> Seat:
        """Make a slot for somebody new. Raises InitialsTaken, InitialsUnusable.

        ``opened`` must hold the data key still. No slot is ever removed by this.
        """
        file, label = load(folder), label_of(initials)
        if any(slot.label == label for slot in file.slots):
            raise InitialsTaken(initials=label)
        return self._seated(folder, file, opened, Slot(uuid4(), "passphrase", label), passphrase)

    def reseat(self, folder: Path, opened: Opened, seat: tuple[SlotId, str], phrase: str) -> Seat:
        """Give the slot of somebody who forgot hers another seed, or make it again."""
        identity, label = seat
        slot = Slot(identity, "passphrase", label)
        return self._seated(folder, load(folder), opened, slot, phrase)

    def change(
        self, folder: Path, slot: SlotId, former: str, passphrase: str
    ) -> Callable[[], None]:
        """Put the same seed under another passphrase. Raises WrongPassphrase."""
        file = load(folder)
        found = next((one for one in file.slots if one.id == slot), None)
        seed = open_seed(file.vault, found, former) if found is not None else None
        if found is None or seed is None:
            raise WrongPassphrase
        fresh = wrapped(file.vault, found, passphrase, seed, self.cost())
        wipe(seed)
        return partial(_write, folder, _with_slot(file, fresh))

    def new_recovery(self) -> NewRecovery:
        """Make a recovery key for a slot that nothing is sealed to yet."""
        secret = bytearray(os.urandom(recovery.SECRET_SIZE))
        seed = seed_from_recovery(secret)
        keys = _public(seed)
        lines = recovery.write(secret)
        for spent in (secret, seed):
            wipe(spent)
        return NewRecovery(lines, SlotId(uuid4()), *keys)

    def renew(self, folder: Path, opened: Opened, seals: Seals) -> Renewal:
        """Make another data key, sealed to these slots and to no other.

        Public keys come from the journal: a key planted in the key file gets nothing. All
        data keys that may still be needed are sealed again as well, until it is finished.
        """
        file = load(folder)
        if len(opened.data_keys) != len(file.epochs):
            raise KeysDamaged(folder=str(folder))
        key = bytearray(opened.data_keys[0])
        key[:_FRESH] = os.urandom(_FRESH)
        numbers = (file.epochs[0].number + 1, *(epoch.number for epoch in file.epochs))
        slots = _kept(file, seals)
        to = {slot.id: seals.keys[SlotId(slot.id)] for slot in slots}
        epochs = tuple(
            _epoch(file.vault, number, data_key, to)
            for number, data_key in zip(numbers, (key, *opened.data_keys), strict=True)
        )
        both, only = (
            KeyFile(file.format, file.vault, slots, some) for some in (epochs, epochs[:1])
        )
        return Renewal(
            numbers[0], key, partial(_write, folder, both), partial(_write, folder, only)
        )

    def _seated(
        self, folder: Path, file: KeyFile, opened: Opened, slot: Slot, passphrase: str
    ) -> Seat:
        if len(opened.data_keys) != len(file.epochs):
            raise KeysDamaged(folder=str(folder))
        seed = bytearray(os.urandom(SEED_SIZE))
        fresh = wrapped(file.vault, slot, passphrase, seed, self.cost())
        public, signer = _public(seed)
        wipe(seed)
        epochs = tuple(
            Epoch(
                epoch.number,
                {**epoch.sealed, slot.id.hex: seal(key, public, file.vault, epoch.number, slot.id)},
            )
            for epoch, key in zip(file.epochs, opened.data_keys, strict=True)
        )
        changed = _with_slot(KeyFile(file.format, file.vault, file.slots, epochs), fresh)
        return Seat(SlotId(slot.id), slot.label, public, signer, partial(_write, folder, changed))


def _public(seed: bytearray) -> tuple[bytes, bytes]:
    """Return the two public keys of a seed: to seal to it, and to know its hand."""
    return (
        sealing_key(seed).public_key().public_bytes_raw(),
        signing_key(seed).public_key().public_bytes_raw(),
    )


def _with_slot(file: KeyFile, fresh: Slot) -> KeyFile:
    """Return a key file with a slot in the place of the former, or after all others."""
    slots = tuple(fresh if slot.id == fresh.id else slot for slot in file.slots)
    if fresh not in slots:
        slots = (*slots, fresh)
    return KeyFile(file.format, file.vault, slots, file.epochs)


def _epoch(vault: UUID, number: int, data_key: bytearray, seals: Mapping[UUID, bytes]) -> Epoch:
    sealed = {
        slot.hex: seal(data_key, public, vault, number, slot) for slot, public in seals.items()
    }
    return Epoch(number, sealed)


def _kept(file: KeyFile, seals: Seals) -> tuple[Slot, ...]:
    """Return the slots that something is sealed to; the recovery key may have none yet."""
    slots = tuple(slot for slot in file.slots if slot.id in seals.keys)
    if any(slot.id == seals.recovery for slot in slots):
        return slots
    return (*slots, Slot(seals.recovery, "recovery", ""))


def _write(folder: Path, file: KeyFile) -> None:
    """Write a key file. Raises DiskFull, WriteFailed."""
    try:
        save(folder, file)
    except OSError as error:
        raise (DiskFull if error.errno == ENOSPC else WriteFailed)(detail="keys") from None
