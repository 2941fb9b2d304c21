"""From a passphrase, or a recovery key, to the keys of a slot. Every secret is a buffer."""

from __future__ import annotations

import time
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from filet.adapters.keys.wiping import wipe
from filet.domain.text import passphrase_bytes

SEED_SIZE = 32
MEBIBYTE = 1024
"""Kibibytes, the unit of Argon2id."""
_GOAL = 0.5
_STEPS = (64, 128, 256)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int

    @property
    def bearable(self) -> bool:
        """Whether a key file may ask for this much: at most 1 GiB and 16 passes."""
        return (
            8 * self.lanes <= self.memory <= 1024 * MEBIBYTE
            and 1 <= self.passes <= 16
            and 1 <= self.lanes <= 16
        )


FLOOR = Cost(64 * MEBIBYTE, 3, 2)


def measured_cost() -> Cost:
    """Return the first of 64, 128 or 256 MiB that takes half a second here."""
    for step in _STEPS:
        cost = Cost(step * MEBIBYTE, 3, 2)
        begun = time.perf_counter()
        wipe(stretch("measure", bytes(16), cost))
        if time.perf_counter() - begun >= _GOAL:
            return cost
    return cost


def stretch(passphrase: str, salt: bytes, cost: Cost) -> bytearray:
    """Return the 32 bytes that a passphrase comes to, by Argon2id."""
    key = bytearray(32)
    argon = Argon2id(
        salt=salt,
        length=len(key),
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    argon.derive_into(passphrase_bytes(passphrase), key)
    return key


def seed_from_recovery(secret: bytearray) -> bytearray:
    """Return the seed of the recovery slot."""
    return expand(secret, b"filet/1/recovery")


def sealing_key(seed: bytearray) -> X25519PrivateKey:
    """Return the key that data keys are sealed to."""
    raw = expand(seed, b"filet/1/x25519")
    try:
        return X25519PrivateKey.from_private_bytes(raw)
    finally:
        wipe(raw)


def signing_key(seed: bytearray) -> Ed25519PrivateKey:
    """Return the key that signs."""
    raw = expand(seed, b"filet/1/ed25519")
    try:
        return Ed25519PrivateKey.from_private_bytes(raw)
    finally:
        wipe(raw)


def pending_key(data_key: bytearray) -> bytearray:
    """Return the key that seals what the disk refused, while a vault is closed."""
    return expand(data_key, b"filet/1/pending")


def expand(secret: bytearray, purpose: bytes) -> bytearray:
    """Return 32 bytes for one purpose, by HKDF."""
    key = bytearray(32)
    HKDF(algorithm=SHA256(), length=len(key), salt=None, info=purpose).derive_into(secret, key)
    return key
