"""Keys that cost nothing: for what is not about keys."""

from __future__ import annotations

import hashlib
from uuid import UUID, uuid4

from filet.adapters.keys.hiding import DataKeyHiding
from filet.application.unlocking import Opened
from filet.domain.ids import SlotId, VaultId


def opened(*data_keys: bytes, vault: UUID | None = None, slot: UUID | None = None) -> Opened:
    """Return what a slot would open: these data keys, newest first."""
    return Opened(
        vault=VaultId(vault or uuid4()),
        slot=SlotId(slot or uuid4()),
        label="AB",
        data_keys=tuple(bytearray(key) for key in data_keys),
        sign=lambda message: hashlib.sha512(message).digest(),
        sealing_key=bytes(32),
        signing_key=bytes(32),
        hiding=DataKeyHiding(vault or uuid4(), tuple(bytearray(key) for key in data_keys)),
        reopen=lambda _: tuple(bytearray(key) for key in data_keys),
    )


def again(former: Opened, *data_keys: bytes) -> Opened:
    """Return the same slot opened once more."""
    return opened(*data_keys, vault=former.vault, slot=former.slot)
