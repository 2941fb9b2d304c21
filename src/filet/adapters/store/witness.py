"""What is kept outside the vault, so that putting an old vault back is noticed.

Both live in the local data of this computer, never in the folder of the vault: sixteen
random bytes that say which computer writes, and the last entry that was seen.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from filet.domain.errors import FolderUnusable
from filet.domain.ids import ChainId, Ref, VaultId
from filet.domain.journal import Head
from filet.files import replace_file

_DEVICE_SIZE = 16


class _Anchor(msgspec.Struct):
    chain: bytes
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Witness:
    """The local data folder of this computer."""

    folder: Path

    def device(self, vault: VaultId) -> bytes:
        """Return what stands for this computer in one vault: 32 bytes that tell nothing."""
        return sha256(b"filet-device-1\0" + vault.bytes + self._device_id()).digest()

    def _device_id(self) -> bytes:
        path = self.folder / "device"
        try:
            found = path.read_bytes()
        except FileNotFoundError:
            found = b""
        if len(found) == _DEVICE_SIZE:
            return found
        fresh = os.urandom(_DEVICE_SIZE)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            replace_file(path, fresh)
        except OSError:
            raise FolderUnusable(folder=str(self.folder)) from None
        return fresh

    def remember(self, vault: VaultId, head: Head) -> None:
        """Keep the last entry that was seen, over the former."""
        path = self._anchor(vault)
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, msgspec.json.encode(_Anchor(head.chain, head.seq, head.hash)))

    def recall(self, vault: VaultId) -> tuple[Ref, bytes] | None:
        """Return the last entry that was seen and its hash; nothing when nothing readable is."""
        try:
            anchor = msgspec.json.decode(self._anchor(vault).read_bytes(), type=_Anchor)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        return Ref(ChainId(anchor.chain), anchor.seq), anchor.hash

    def _anchor(self, vault: VaultId) -> Path:
        return self.folder / "anchors" / vault.hex


class Silent(Witness):
    """Knows what was seen, and is told nothing: for dossiers that are not in their place yet."""

    def remember(self, vault: VaultId, head: Head) -> None:
        """Keep nothing."""
