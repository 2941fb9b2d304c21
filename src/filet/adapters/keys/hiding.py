"""Seals what the disk refused, under a key that comes from the data key of the vault."""

from __future__ import annotations

import os
from collections.abc import Iterable
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from filet.adapters.keys.derive import pending_key
from filet.adapters.keys.wiping import wipe
from filet.domain.errors import PendingUnreadable

MAGIC = b"filet-pending-1\0"
_NONCE = 12


class DataKeyHiding:
    """AES-256-GCM, bound to the vault; opens under each data key that the slot still has."""

    def __init__(self, vault: UUID, data_keys: tuple[bytearray, ...]) -> None:
        self._bound = MAGIC + vault.bytes
        self._keys = tuple(pending_key(key) for key in data_keys)

    def hide(self, plain: bytes) -> bytes:
        """Return bytes that only these dossiers open."""
        nonce = os.urandom(_NONCE)
        return MAGIC + nonce + AESGCM(self._keys[0]).encrypt(nonce, plain, self._bound)

    def reveal(self, data: bytes) -> bytes:
        """Return what was hidden. Raises PendingUnreadable."""
        start, nonce = len(MAGIC), data[len(MAGIC) : len(MAGIC) + _NONCE]
        for key in self._keys if data.startswith(MAGIC) else ():
            try:
                return AESGCM(key).decrypt(nonce, data[start + _NONCE :], self._bound)
            except (InvalidTag, ValueError):
                continue
        raise PendingUnreadable

    def own(self) -> bytes:
        """Return the key it hides under: kept in the vault when the data key changes."""
        return bytes(self._keys[0])

    def learn(self, keys: Iterable[bytes]) -> None:
        """Take keys of before, so that what was hidden under them is revealed still."""
        self._keys += tuple(bytearray(key) for key in keys)

    def forget(self) -> None:
        """Overwrite the keys in memory."""
        for key in self._keys:
            wipe(key)
