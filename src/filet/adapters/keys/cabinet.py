"""The key cabinet of a house: several slots, one data key, no name.

A slot has a random seed. Its keys come from the seed; the data key is sealed to them with
HPKE (RFC 9180). A passphrase opens a seed, and never the data key itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from filet.adapters.keys import attempts, recovery
from filet.adapters.keys.derive import (
    SEED_SIZE,
    Cost,
    sealing_key,
    seed_from_recovery,
    signing_key,
)
from filet.adapters.keys.keyfile import (
    COPY_NAME,
    FORMAT,
    KEYS_NAME,
    Epoch,
    KeyFile,
    Slot,
    load,
    render,
    save,
)
from filet.adapters.keys.slots import (
    DATA_KEY_SIZE,
    label_of,
    open_seed,
    opened_with,
    seal,
    typed,
    unsealed,
    wrapped,
)
from filet.adapters.keys.wiping import wipe
from filet.application.unlocking import Failures, Made, Opened
from filet.domain.errors import KeysDamaged, QuickUnlockOff, WrongPassphrase, WrongRecoveryKey
from filet.domain.ids import SlotId, VaultId
from filet.files import forget_part, replace_file


@dataclass(frozen=True, slots=True)
class Cabinet:
    """Makes and opens key files. ``cost`` is asked once for each new passphrase."""

    cost: Callable[[], Cost]

    def create(self, folder: Path, initials: str, passphrase: str) -> Made:
        """Make a key file with one worker and a recovery key."""
        vault, data_key = uuid4(), bytearray(os.urandom(DATA_KEY_SIZE))
        label, secret = label_of(initials), bytearray(os.urandom(recovery.SECRET_SIZE))
        seed, saved = bytearray(os.urandom(SEED_SIZE)), seed_from_recovery(secret)
        worker = wrapped(vault, Slot(uuid4(), "passphrase", label), passphrase, seed, self.cost())
        keeper = Slot(uuid4(), "recovery", "")
        sealed = {
            slot.id.hex: seal(data_key, _public(own), vault, 1, slot.id)
            for slot, own in ((worker, seed), (keeper, saved))
        }
        _set_aside(folder)
        save(folder, KeyFile(FORMAT, vault, (worker, keeper), (Epoch(1, sealed),)))
        opened = opened_with(vault, worker, seed, (data_key,))
        keys = (_public(saved), signing_key(saved).public_key().public_bytes_raw())
        lines = recovery.write(secret)
        for spent in (secret, seed, saved):
            wipe(spent)
        return Made(opened, lines, SlotId(keeper.id), *keys)

    def open(self, folder: Path, initials: str, passphrase: str) -> Opened:
        """Open with a passphrase.

        Initials that no slot has take as long, and end the same way, as a wrong
        passphrase: nobody learns who works here.
        """
        return opened_by(load(folder), initials, passphrase)

    def only_label(self, folder: Path) -> str:
        """Return the initials of the only worker; nothing when there are several."""
        labels = [slot.label for slot in load(folder).slots if slot.stretched is not None]
        return labels[0] if len(labels) == 1 else ""

    def look_at(self, folder: Path) -> None:
        """Read the key file without opening it."""
        load(folder)

    def copy(self, source: Path, target: Path) -> None:
        """Copy the key file of one folder into another, and read it again there."""
        file = load(source)
        replace_file(target / KEYS_NAME, render(file))
        if load(target) != file:
            raise KeysDamaged(folder=str(target))

    def double(self, folder: Path) -> None:
        """Write the second key file beside the first, as a house has them."""
        save(folder, load(folder))

    def slots(self, folder: Path) -> dict[str, str]:
        """Return the initials of every slot of a key file; those of recovery are empty."""
        return {slot.id.hex: slot.label for slot in load(folder).slots}

    def vault(self, folder: Path) -> VaultId:
        """Return which vault a key file is of."""
        return VaultId(load(folder).vault)

    def recover(self, folder: Path, lines: tuple[str, ...]) -> Opened:
        """Open with the recovery key."""
        secret = recovery.read(lines)
        try:
            file = load(folder)
            for slot in file.slots:
                if slot.kind == "recovery":
                    with suppress(WrongRecoveryKey):
                        seed = seed_from_recovery(secret)
                        return unsealed(file, slot, seed, WrongRecoveryKey)
        finally:
            wipe(secret)
        raise WrongRecoveryKey

    def open_seed(self, folder: Path, slot: SlotId, seed: bytearray) -> Opened:
        """Open with a seed that was kept elsewhere, and wipe it.

        A slot that is gone, or has another seed since, opens nothing.
        """
        file = load(folder)
        found = next((one for one in file.slots if one.id == slot), None)
        if found is None:
            wipe(seed)
            raise QuickUnlockOff
        return unsealed(file, found, seed, QuickUnlockOff)

    def settle(self, folder: Path) -> None:
        """Keep the newest epoch alone: the vault is under its data key now."""
        file = load(folder)
        save(folder, KeyFile(file.format, file.vault, file.slots, file.epochs[:1]))

    def tidy(self, folder: Path) -> None:
        """Remove what a crash left of a key file; only whoever holds the vault may."""
        for name in (KEYS_NAME, COPY_NAME):
            forget_part(folder / name)

    def failed(self, folder: Path, at: int) -> None:
        """Count a key that opened nothing; nothing of what was typed is kept."""
        attempts.count(folder, at)

    def failures(self, folder: Path) -> Failures | None:
        """Return how many there were since somebody entered; nothing when there was none."""
        return attempts.read(folder)

    def forget_failures(self, folder: Path) -> None:
        """Count from nothing again."""
        attempts.forget(folder)


def opened_by(file: KeyFile, initials: str, passphrase: str) -> Opened:
    """Open one slot of a key file. Raises WrongPassphrase, KeysDamaged."""
    label = typed(initials)
    slots = [slot for slot in file.slots if slot.stretched is not None]
    if not slots:
        raise KeysDamaged
    slot = next((slot for slot in slots if slot.label == label), slots[0])
    seed = open_seed(file.vault, slot, passphrase)
    if seed is None or slot.label != label:
        wipe(seed or bytearray())
        raise WrongPassphrase
    return unsealed(file, slot, seed, KeysDamaged)


def _public(seed: bytearray) -> bytes:
    return sealing_key(seed).public_key().public_bytes_raw()


def _set_aside(folder: Path) -> None:
    """Keep a former key file that opens nothing here: it may belong to a vault moved away."""
    mark = uuid4().hex[:8]
    for name in (KEYS_NAME, COPY_NAME):
        if (folder / name).exists():
            (folder / name).replace(folder / f"{name}.{mark}.old")
