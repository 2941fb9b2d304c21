"""The port of whoever changes who may enter: what is made, and when it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from filet.application.unlocking import Opened
from filet.domain.ids import SlotId


@dataclass(frozen=True, slots=True)
class Seat:
    """A worker's slot, made and not written yet."""

    slot: SlotId
    label: str
    sealing_key: bytes
    signing_key: bytes
    keep: Callable[[], None]
    """Writes it: from then on its passphrase opens the dossiers."""


@dataclass(frozen=True, slots=True)
class NewRecovery:
    """A recovery key that nothing is sealed to yet."""

    lines: tuple[str, ...]
    slot: SlotId
    sealing_key: bytes
    signing_key: bytes


@dataclass(frozen=True, slots=True)
class Seals:
    """The public keys that a data key is sealed to, as the journal knows them."""

    keys: Mapping[SlotId, bytes]
    recovery: SlotId


@dataclass(frozen=True, slots=True)
class Renewal:
    """Another data key, made and not written yet."""

    epoch: int
    data_key: bytearray
    begin: Callable[[], None]
    """Writes the key file with the former data key and this one."""
    finish: Callable[[], None]
    """Writes it with this one only."""


class Locks(Protocol):
    """Changes the key file of a house."""

    def labels(self, folder: Path) -> Mapping[SlotId, str]:
        """Return the initials of each slot that a passphrase opens."""

    def enrol(self, folder: Path, opened: Opened, initials: str, passphrase: str) -> Seat:
        """Make a slot for somebody new. Raises InitialsTaken, InitialsUnusable."""

    def reseat(self, folder: Path, opened: Opened, seat: tuple[SlotId, str], phrase: str) -> Seat:
        """Give the slot of somebody who forgot hers another seed, or make it again."""

    def change(
        self, folder: Path, slot: SlotId, former: str, passphrase: str
    ) -> Callable[[], None]:
        """Put the same seed under another passphrase. Raises WrongPassphrase."""

    def new_recovery(self) -> NewRecovery:
        """Make a recovery key."""

    def renew(self, folder: Path, opened: Opened, seals: Seals) -> Renewal:
        """Make another data key, sealed to these slots and to no other."""
