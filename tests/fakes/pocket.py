"""A computer where nobody ever chose a PIN, and a keyring in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from filet.domain.errors import QuickUnlockOff
from filet.domain.ids import SlotId


class NoPocket:
    def computer(self, folder: Path) -> str:
        return ""

    def is_possible(self) -> bool:
        return False

    def has(self, folder: Path, slot: SlotId) -> bool:
        return False

    def offers(self, folder: Path, initials: str, now: int) -> bool:
        return False

    def put(self, folder: Path, slot: SlotId, secrets: tuple[str, str], now: int) -> None:
        raise QuickUnlockOff

    def seed(self, folder: Path, initials: str, pin: str, now: int) -> tuple[SlotId, bytearray]:
        raise QuickUnlockOff

    def renewed(self, folder: Path, slot: SlotId, now: int) -> None:
        return

    def forget(self, folder: Path, slot: SlotId) -> None:
        return

    def forget_all(self, folder: Path) -> None:
        return


@dataclass
class MemoryKeyring:
    """What a keyring of a system does, for as long as a test lasts."""

    kept: dict[str, str] = field(default_factory=dict)

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[name] = secret

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get(name)

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[name]
