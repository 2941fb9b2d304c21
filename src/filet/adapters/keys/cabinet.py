"""The key cabinet of a house: several slots, one data key, no name.

A slot has a random seed. Its keys come from the seed; the data key is sealed to them with
HPKE (RFC 9180). A passphrase opens a seed, and never the data key itself.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from filet.adapters.keys import recovery
from filet.adapters.keys.derive import (
    SEED_SIZE,
    Cost,
    sealing_key,
    seed_from_recovery,
    signing_key,
    stretch,
)
from filet.adapters.keys.keyfile import (
    COPY_NAME,
    FORMAT,
    KEYS_NAME,
    Epoch,
    KeyFile,
    Slot,
    Stretched,
    load,
    render,
    save,
)
from filet.adapters.keys.wiping import take, wipe
from filet.application.unlocking import Made, Opened
from filet.domain.errors import (
    InitialsTaken,
    InitialsUnusable,
    KeysDamaged,
    WrongPassphrase,
    WrongRecoveryKey,
)
from filet.domain.ids import SlotId, VaultId
from filet.files import replace_file

DATA_KEY_SIZE = 48
_SLOT_MAGIC = b"filet-slot-1\0"
_SEAL_MAGIC = b"filet-seal-1\0"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class Cabinet:
    """Makes and opens key files. ``cost`` is asked once for each new passphrase."""

    cost: Callable[[], Cost]

    def create(self, folder: Path, initials: str, passphrase: str) -> Made:
        """Make a key file with one worker and a recovery key."""
        vault, data_key = uuid4(), bytearray(os.urandom(DATA_KEY_SIZE))
        secret = bytearray(os.urandom(recovery.SECRET_SIZE))
        seed, saved = bytearray(os.urandom(SEED_SIZE)), seed_from_recovery(secret)
        worker = self._slot(vault, _label(initials), passphrase, seed)
        keeper = Slot(uuid4(), "recovery", "")
        public, signer = sealing_key(saved).public_key(), signing_key(saved).public_key()
        sealed = {
            worker.id.hex: _seal(data_key, sealing_key(seed).public_key(), vault, 1, worker.id),
            keeper.id.hex: _seal(data_key, public, vault, 1, keeper.id),
        }
        _set_aside(folder)
        save(folder, KeyFile(FORMAT, vault, (worker, keeper), (Epoch(1, sealed),)))
        opened = _opened(vault, worker, seed, (data_key,))
        lines = recovery.write(secret)
        for spent in (secret, seed, saved):
            wipe(spent)
        keys = (public.public_bytes_raw(), signer.public_bytes_raw())
        return Made(opened, lines, SlotId(keeper.id), *keys)

    def enrol(
        self, folder: Path, opened: Opened, initials: str, passphrase: str
    ) -> tuple[SlotId, bytes, bytes]:
        """Add a worker's slot; return it with its public sealing and signing keys.

        ``opened`` must hold the data key still. No slot is ever removed by this.
        """
        file, label = load(folder), _label(initials)
        if any(slot.label == label for slot in file.slots):
            raise InitialsTaken(initials=label)
        seed = bytearray(os.urandom(SEED_SIZE))
        slot = self._slot(file.vault, label, passphrase, seed)
        public, signer = sealing_key(seed).public_key(), signing_key(seed).public_key()
        wipe(seed)
        newest = file.epochs[0]
        sealed = _seal(opened.data_keys[0], public, file.vault, newest.number, slot.id)
        epoch = Epoch(newest.number, {**newest.sealed, slot.id.hex: sealed})
        epochs = (epoch, *file.epochs[1:])
        save(folder, KeyFile(FORMAT, file.vault, (*file.slots, slot), epochs))
        return SlotId(slot.id), public.public_bytes_raw(), signer.public_bytes_raw()

    def open(self, folder: Path, initials: str, passphrase: str) -> Opened:
        """Open with a passphrase.

        Initials that no slot has take as long, and end the same way, as a wrong
        passphrase: nobody learns who works here.
        """
        file, label = load(folder), _typed(initials)
        slots = [slot for slot in file.slots if slot.stretched is not None]
        if not slots:
            raise KeysDamaged(folder=str(folder))
        slot = next((slot for slot in slots if slot.label == label), slots[0])
        seed = _open_seed(file.vault, slot, passphrase)
        if seed is None or slot.label != label:
            wipe(seed or bytearray())
            raise WrongPassphrase
        return _unsealed(file, slot, seed, KeysDamaged)

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
                        return _unsealed(file, slot, seed, WrongRecoveryKey)
        finally:
            wipe(secret)
        raise WrongRecoveryKey

    def _slot(self, vault: UUID, label: str, passphrase: str, seed: bytearray) -> Slot:
        cost, identity = self.cost(), uuid4()
        salt, nonce = os.urandom(16), os.urandom(12)
        key = stretch(passphrase, salt, cost)
        bound = _bound(vault, identity, "passphrase", cost)
        sealed = AESGCM(key).encrypt(nonce, seed, bound)
        wipe(key)
        stretched = Stretched(cost.memory, cost.passes, cost.lanes, salt, nonce, sealed)
        return Slot(identity, "passphrase", label, stretched)


def _typed(initials: str) -> str:
    """Return initials as slots have them, however the accents were typed."""
    return normalize("NFC", initials).strip().upper()


def _label(initials: str) -> str:
    label = _typed(initials)
    if not (2 <= len(label) <= 4 and label.isalpha()):
        raise InitialsUnusable
    return label


def _set_aside(folder: Path) -> None:
    """Keep a former key file that opens nothing here: it may belong to a vault moved away."""
    mark = uuid4().hex[:8]
    for name in (KEYS_NAME, COPY_NAME):
        if (folder / name).exists():
            (folder / name).replace(folder / f"{name}.{mark}.old")


def _open_seed(vault: UUID, slot: Slot, passphrase: str) -> bytearray | None:
    stretched = slot.stretched
    if stretched is None:
        return None
    key, seed = stretch(passphrase, stretched.salt, stretched.cost), bytearray(SEED_SIZE)
    bound = _bound(vault, slot.id, slot.kind, stretched.cost)
    try:
        AESGCM(key).decrypt_into(stretched.nonce, stretched.seed, bound, seed)
    except (InvalidTag, ValueError):
        return None
    finally:
        wipe(key)
    return seed


def _unsealed(file: KeyFile, slot: Slot, seed: bytearray, failure: type[Exception]) -> Opened:
    """Return what a seed opens: every epoch's data key that is sealed to its slot."""
    keys = _data_keys(file, slot.id, sealing_key(seed))
    if not keys:
        wipe(seed)
        raise failure
    found = _opened(file.vault, slot, seed, keys)
    wipe(seed)
    return found


def _data_keys(file: KeyFile, slot: UUID, private: X25519PrivateKey) -> tuple[bytearray, ...]:
    """Return the data keys that are sealed to a slot, newest first; none when one is no key."""
    keys = []
    for epoch in file.epochs:
        sealed = epoch.sealed.get(slot.hex, b"")
        try:
            opened = _SUITE.decrypt(sealed, private, _seal_info(file.vault, epoch.number, slot))
        except (InvalidTag, ValueError):
            continue
        keys.append(take(opened))
    return tuple(keys) if all(len(key) == DATA_KEY_SIZE for key in keys) else ()


def _opened(vault: UUID, slot: Slot, seed: bytearray, keys: tuple[bytearray, ...]) -> Opened:
    signer, private = signing_key(seed), sealing_key(seed)
    return Opened(
        VaultId(vault),
        SlotId(slot.id),
        slot.label,
        keys,
        signer.sign,
        private.public_key().public_bytes_raw(),
        signer.public_key().public_bytes_raw(),
        lambda folder: _again(folder, slot.id, private),
    )


def _again(folder: Path, slot: UUID, private: X25519PrivateKey) -> tuple[bytearray, ...]:
    """Return the data keys that a slot opens in the key file of another folder."""
    file = load(folder)
    if all(one.id != slot for one in file.slots):
        raise WrongPassphrase
    keys = _data_keys(file, slot, private)
    if not keys:
        raise KeysDamaged(folder=str(folder))
    return keys


def _seal(
    data_key: bytearray, public: X25519PublicKey, vault: UUID, epoch: int, slot: UUID
) -> bytes:
    return _SUITE.encrypt(data_key, public, _seal_info(vault, epoch, slot))


def _seal_info(vault: UUID, epoch: int, slot: UUID) -> bytes:
    return b"".join((_SEAL_MAGIC, vault.bytes, struct.pack(">Q", epoch), slot.bytes))


def _bound(vault: UUID, slot: UUID, kind: str, cost: Cost) -> bytes:
    parameters = struct.pack(">III", cost.memory, cost.passes, cost.lanes)
    return b"".join((_SLOT_MAGIC, vault.bytes, slot.bytes, kind.encode("ascii"), parameters))
