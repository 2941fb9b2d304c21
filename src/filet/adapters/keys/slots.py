"""One way in: how a seed is kept under a passphrase, and a data key under a seed."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from unicodedata import normalize
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from filet.adapters.keys.derive import SEED_SIZE, Cost, sealing_key, signing_key, stretch
from filet.adapters.keys.hiding import DataKeyHiding
from filet.adapters.keys.keyfile import KeyFile, Slot, Stretched, load
from filet.adapters.keys.wiping import take, wipe
from filet.application.unlocking import Opened
from filet.domain.errors import InitialsUnusable, KeysDamaged, WrongPassphrase
from filet.domain.ids import SlotId, VaultId

DATA_KEY_SIZE = 48
_SLOT_MAGIC = b"filet-slot-1\0"
_SEAL_MAGIC = b"filet-seal-1\0"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def typed(initials: str) -> str:
    """Return initials as slots have them, however the accents were typed."""
    return normalize("NFC", initials).strip().upper()


def label_of(initials: str) -> str:
    """Return initials as a slot has them. Raises InitialsUnusable."""
    label = typed(initials)
    if not (2 <= len(label) <= 4 and label.isalpha()):
        raise InitialsUnusable
    return label


def wrapped(vault: UUID, slot: Slot, passphrase: str, seed: bytearray, cost: Cost) -> Slot:
    """Return a slot whose seed this passphrase opens, with a new salt and a new nonce."""
    salt, nonce = os.urandom(16), os.urandom(12)
    key = stretch(passphrase, salt, cost)
    try:
        sealed = AESGCM(key).encrypt(nonce, seed, _bound(vault, slot.id, slot.kind, cost))
    finally:
        wipe(key)
    stretched = Stretched(cost.memory, cost.passes, cost.lanes, salt, nonce, sealed)
    return Slot(slot.id, slot.kind, slot.label, stretched)


def open_seed(vault: UUID, slot: Slot, passphrase: str) -> bytearray | None:
    """Return the seed that a passphrase opens, or nothing."""
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


def unsealed(file: KeyFile, slot: Slot, seed: bytearray, failure: type[Exception]) -> Opened:
    """Return what a seed opens: every epoch's data key that is sealed to its slot."""
    keys = _data_keys(file, slot.id, sealing_key(seed))
    if not keys:
        wipe(seed)
        raise failure
    found = opened_with(file.vault, slot, seed, keys)
    wipe(seed)
    return found


def opened_with(vault: UUID, slot: Slot, seed: bytearray, keys: tuple[bytearray, ...]) -> Opened:
    """Return an open slot: its data keys, the hand that signs, and what opens a copy again."""
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
        DataKeyHiding(vault, keys),
    )


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


def _again(folder: Path, slot: UUID, private: X25519PrivateKey) -> tuple[bytearray, ...]:
    """Return the data keys that a slot opens in the key file of another folder."""
    file = load(folder)
    if all(one.id != slot for one in file.slots):
        raise WrongPassphrase
    keys = _data_keys(file, slot, private)
    if not keys:
        raise KeysDamaged(folder=str(folder))
    return keys


def seal(data_key: bytearray, public: bytes, vault: UUID, epoch: int, slot: UUID) -> bytes:
    """Return a data key that only the seed behind a public key opens."""
    to = X25519PublicKey.from_public_bytes(public)
    return _SUITE.encrypt(data_key, to, _seal_info(vault, epoch, slot))


def _seal_info(vault: UUID, epoch: int, slot: UUID) -> bytes:
    return b"".join((_SEAL_MAGIC, vault.bytes, struct.pack(">Q", epoch), slot.bytes))


def _bound(vault: UUID, slot: UUID, kind: str, cost: Cost) -> bytes:
    parameters = struct.pack(">III", cost.memory, cost.passes, cost.lanes)
    return b"".join((_SLOT_MAGIC, vault.bytes, slot.bytes, kind.encode("ascii"), parameters))
