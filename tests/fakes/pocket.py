"""A computer where nobody ever chose a PIN."""

from __future__ import annotations

from pathlib import Path

from filet.domain.errors import QuickUnlockOff
from filet.domain.ids import SlotId


class NoPocket:
    def computer(self, folder: Path) -> str:
        return ""

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
