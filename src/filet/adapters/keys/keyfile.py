"""``filet.keys``: JSON, a line end, and the SHA-256 of it. It tells nobody's name."""

from __future__ import annotations

import hmac
from hashlib import sha256
from pathlib import Path
from typing import Literal
from uuid import UUID

import msgspec

from filet.adapters.keys.derive import Cost
from filet.domain.errors import KeysDamaged, KeysMissing, KeysTooNew
from filet.files import replace_file

KEYS_NAME = "filet.keys"
COPY_NAME = "filet.keys.copy"
FORMAT = "filet-keys/1"
_LARGEST = 1024 * 1024
_SIZES = (16, 12, 48)
"""Of a salt, a nonce, and a seed under AES-GCM."""


class Stretched(msgspec.Struct, frozen=True):
    """How a passphrase is stretched, and the seed that it opens."""

    memory: int
    passes: int
    lanes: int
    salt: bytes
    nonce: bytes
    seed: bytes

    @property
    def cost(self) -> Cost:
        """What one guess costs."""
        return Cost(self.memory, self.passes, self.lanes)


class Slot(msgspec.Struct, frozen=True):
    """One way in: a worker's passphrase, or the recovery key."""

    id: UUID
    kind: Literal["passphrase", "recovery"]
    label: str
    stretched: Stretched | None = None


class Epoch(msgspec.Struct, frozen=True):
    """One data key, sealed to each slot."""

    number: int
    sealed: dict[str, bytes]


class KeyFile(msgspec.Struct, frozen=True):
    """All of it. Epochs stand newest first; there are two only while re-keying."""

    format: str
    vault: UUID
    slots: tuple[Slot, ...]
    epochs: tuple[Epoch, ...]


class _Named(msgspec.Struct):
    format: str


def load(folder: Path) -> KeyFile:
    """Return the key file, or its copy when the first is missing or damaged.

    Raises KeysMissing, KeysDamaged, KeysTooNew.
    """
    damaged = False
    for name in (KEYS_NAME, COPY_NAME):
        try:
            return parse(_read(folder / name))
        except FileNotFoundError:
            continue
        except (KeysDamaged, OSError):
            damaged = True
    raise (KeysDamaged if damaged else KeysMissing)(folder=str(folder))


def _read(path: Path) -> bytes:
    """Return the bytes of a key file; no more than any house could need."""
    with path.open("rb") as file:
        return file.read(_LARGEST)


def save(folder: Path, file: KeyFile) -> None:
    """Write the key file, then its copy: at every moment one of them is whole."""
    data = render(file)
    replace_file(folder / KEYS_NAME, data)
    replace_file(folder / COPY_NAME, data)


def render(file: KeyFile) -> bytes:
    """Return the bytes of a key file."""
    text = msgspec.json.encode(file) + b"\n"
    return text + sha256(text).hexdigest().encode("ascii") + b"\n"


def parse(data: bytes) -> KeyFile:
    """Return what the bytes of a key file say. Raises KeysDamaged, KeysTooNew."""
    text, _, rest = data.partition(b"\n")
    digest = sha256(text + b"\n").hexdigest().encode("ascii")
    if not hmac.compare_digest(rest.strip(), digest):
        raise KeysDamaged
    try:
        if msgspec.json.decode(text, type=_Named).format != FORMAT:
            raise KeysTooNew
        file = msgspec.json.decode(text, type=KeyFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise KeysDamaged from None
    if not all(_sensible(slot.stretched) for slot in file.slots):
        raise KeysDamaged
    if not all(0 <= epoch.number < 2**64 for epoch in file.epochs):
        raise KeysDamaged
    return file


def _sensible(stretched: Stretched | None) -> bool:
    """Tell whether a passphrase may be stretched as a key file asks."""
    if stretched is None:
        return True
    sizes = (len(stretched.salt), len(stretched.nonce), len(stretched.seed))
    return sizes == _SIZES and stretched.cost.bearable
