"""Local slots: a seed under a PIN and a half that the keyring holds, on one computer.

The file stands beside the file of the device. What limits it (hours since a passphrase,
wrong PINs) holds for people: whoever controls the account can put a former file back, and
then needs the keyring of that account and a PIN guessed at the price of a passphrase.
"""

from __future__ import annotations

import hmac
import os
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from filet.adapters.keys.derive import SEED_SIZE, Cost, expand, stretch
from filet.adapters.keys.holder import SECRET_SIZE, Holder
from filet.adapters.keys.keyfile import KeyFile, Slot, load
from filet.adapters.keys.slots import open_seed, typed
from filet.adapters.keys.wiping import wipe
from filet.application.pocket import FULL_HOLDS, MOST_ERRORS
from filet.domain.errors import QuickUnlockOff, WrongPassphrase, WrongPin
from filet.domain.ids import SlotId, VaultId
from filet.files import replace_file

FORMAT = "filet-quick/1"
_MAGIC = b"filet-quick-1\0"
_LARGEST = 4096


class _Kept(msgspec.Struct, frozen=True):
    """A seed under both halves, and what was tried since."""

    format: str
    cost: Cost
    salt: bytes
    nonce: bytes
    seed: bytes
    check: bytes
    """Tells a half that the keyring changed from a wrong PIN."""
    full: int
    errors: int


@dataclass(frozen=True, slots=True)
class LocalSlots:
    """The local slots of this account on this computer."""

    local: Path
    holder: Holder
    name: Callable[[VaultId], str]
    """Returns what stands for this computer in one house."""
    cost: Callable[[], Cost]

    def computer(self, folder: Path) -> str:
        """Return what stands for this computer in one house."""
        return self.name(VaultId(load(folder).vault))

    def is_possible(self) -> bool:
        """Tell whether a keyring of this account answers."""
        return self.holder.is_there()

    def has(self, folder: Path, slot: SlotId) -> bool:
        """Tell whether a slot has a PIN here."""
        return _read(self._path(load(folder).vault, slot)) is not None

    def offers(self, folder: Path, initials: str, now: int) -> bool:
        """Tell whether a PIN may be asked for these initials now."""
        file = load(folder)
        slot = _slot(file, initials)
        kept = _read(self._path(file.vault, slot.id)) if slot is not None else None
        return kept is not None and _is_fresh(kept, now)

    def put(self, folder: Path, slot: SlotId, secrets: tuple[str, str], now: int) -> None:
        """Keep the seed that a passphrase opens under a PIN as well."""
        passphrase, pin = secrets
        file = load(folder)
        own = next((one for one in file.slots if one.id == slot), None)
        seed = open_seed(file.vault, own, passphrase) if own is not None else None
        if seed is None:
            raise WrongPassphrase
        half = bytearray(os.urandom(SECRET_SIZE))
        try:
            self.holder.hold(_entry(file.vault, slot), half)
            kept = _sealed(file.vault, slot, seed, (half, pin), self.cost())
            self._write(file.vault, slot, msgspec.structs.replace(kept, full=now))
        finally:
            wipe(half)
            wipe(seed)

    def seed(self, folder: Path, initials: str, pin: str, now: int) -> tuple[SlotId, bytearray]:
        """Return the seed that a PIN opens."""
        file = load(folder)
        slot = _slot(file, initials)
        kept = _read(self._path(file.vault, slot.id)) if slot is not None else None
        if slot is None or kept is None or not _is_fresh(kept, now):
            raise QuickUnlockOff
        identity = SlotId(slot.id)
        half = self.holder.held(_entry(file.vault, identity))
        if not hmac.compare_digest(_check(half), kept.check):
            self.forget(folder, identity)
            raise QuickUnlockOff
        self._write(file.vault, identity, msgspec.structs.replace(kept, errors=kept.errors + 1))
        found = _opened(file.vault, identity, kept, (half, pin))
        if found is None:
            self._refuse(folder, identity, MOST_ERRORS - kept.errors - 1)
            raise WrongPin(left=MOST_ERRORS - kept.errors - 1)
        self._write(file.vault, identity, msgspec.structs.replace(kept, errors=0))
        return identity, found

    def renewed(self, folder: Path, slot: SlotId, now: int) -> None:
        """Count the hours from here: a passphrase was just typed."""
        vault = load(folder).vault
        kept = _read(self._path(vault, slot))
        if kept is not None:
            with suppress(QuickUnlockOff):
                self._write(vault, slot, msgspec.structs.replace(kept, full=now, errors=0))

    def forget(self, folder: Path, slot: SlotId) -> None:
        """Take a slot away, and the half that the keyring holds."""
        vault = load(folder).vault
        with suppress(OSError):
            self._path(vault, slot).unlink(missing_ok=True)
        self.holder.drop(_entry(vault, slot))

    def forget_all(self, folder: Path) -> None:
        """Take every slot of this computer away."""
        vault = load(folder).vault
        for path in self._folder.glob(f"{vault.hex}-*"):
            with suppress(ValueError):
                self.forget(folder, SlotId(UUID(path.name.rpartition("-")[2])))

    def _refuse(self, folder: Path, slot: SlotId, left: int) -> None:
        if left <= 0:
            self.forget(folder, slot)

    def _write(self, vault: UUID, slot: UUID, kept: _Kept) -> None:
        """Write a slot; where tries cannot be counted, none is allowed."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._path(vault, slot), msgspec.json.encode(kept))
        except OSError:
            raise QuickUnlockOff from None

    @property
    def _folder(self) -> Path:
        return self.local / "quick"

    def _path(self, vault: UUID, slot: UUID) -> Path:
        return self._folder / f"{vault.hex}-{slot.hex}"


def _read(path: Path) -> _Kept | None:
    """Return a local slot; one that is damaged, or asks for too much, is none."""
    try:
        with path.open("rb") as file:
            kept = msgspec.json.decode(file.read(_LARGEST), type=_Kept)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    sizes = (len(kept.salt), len(kept.nonce), len(kept.seed), len(kept.check))
    sound = kept.format == FORMAT and sizes == (16, 12, 48, 32) and kept.cost.bearable
    return kept if sound and 0 <= kept.errors < MOST_ERRORS else None


def _is_fresh(kept: _Kept, now: int) -> bool:
    """Tell whether a passphrase was typed not long ago; a clock moved back tells nothing."""
    return 0 <= now - kept.full < FULL_HOLDS


def _slot(file: KeyFile, initials: str) -> Slot | None:
    label = typed(initials)
    slots = (slot for slot in file.slots if slot.stretched is not None)
    return next((slot for slot in slots if slot.label == label), None)


def _entry(vault: UUID, slot: UUID) -> str:
    return f"{vault.hex}-{slot.hex}"


def _sealed(
    vault: UUID, slot: UUID, seed: bytearray, halves: tuple[bytearray, str], cost: Cost
) -> _Kept:
    salt, nonce = os.urandom(16), os.urandom(12)
    key = _key(halves, salt, cost)
    try:
        sealed = AESGCM(key).encrypt(nonce, seed, _bound(vault, slot, cost))
    finally:
        wipe(key)
    return _Kept(FORMAT, cost, salt, nonce, sealed, _check(halves[0]), 0, 0)


def _opened(
    vault: UUID, slot: UUID, kept: _Kept, halves: tuple[bytearray, str]
) -> bytearray | None:
    key, seed = _key(halves, kept.salt, kept.cost), bytearray(SEED_SIZE)
    try:
        AESGCM(key).decrypt_into(kept.nonce, kept.seed, _bound(vault, slot, kept.cost), seed)
    except (InvalidTag, ValueError):
        return None
    finally:
        wipe(key)
        wipe(halves[0])
    return seed


def _key(halves: tuple[bytearray, str], salt: bytes, cost: Cost) -> bytearray:
    """Return HKDF(what the keyring holds ‖ what the PIN comes to)."""
    half, pin = halves
    stretched = stretch(pin, salt, cost)
    both = half + stretched
    try:
        return expand(both, b"filet/1/quick")
    finally:
        wipe(stretched)
        wipe(both)


def _check(half: bytearray) -> bytes:
    return bytes(expand(half, b"filet/1/quick-check"))


def _bound(vault: UUID, slot: UUID, cost: Cost) -> bytes:
    parameters = struct.pack(">III", cost.memory, cost.passes, cost.lanes)
    return b"".join((_MAGIC, vault.bytes, slot.bytes, parameters))
