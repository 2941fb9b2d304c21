"""The port of quick unlock: slots of this computer that a PIN opens."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from filet.domain.ids import SlotId

FULL_HOLDS = 12 * 60 * 60 * 1000
"""For how long after a passphrase a PIN may open (milliseconds)."""
MOST_ERRORS = 5
"""Wrong PINs after which the slot is gone."""


class Pocket(Protocol):
    """Where this computer keeps what a PIN opens: never beside the dossiers, never in a copy.

    Nothing of it is needed: without it the passphrase opens, and it alone decides again.
    """

    def computer(self, folder: Path) -> str:
        """Return what stands for this computer in one house."""

    def is_possible(self) -> bool:
        """Tell whether a keyring of this account answers: without one no PIN is offered."""

    def has(self, folder: Path, slot: SlotId) -> bool:
        """Tell whether a slot has a PIN here."""

    def offers(self, folder: Path, initials: str, now: int) -> bool:
        """Tell whether a PIN may be asked for these initials now; the keyring is not touched."""

    def put(self, folder: Path, slot: SlotId, secrets: tuple[str, str], now: int) -> None:
        """Keep the seed that a passphrase opens under a PIN as well.

        Raises WrongPassphrase, and QuickUnlockOff where the keyring does not hold its half.
        """

    def seed(self, folder: Path, initials: str, pin: str, now: int) -> tuple[SlotId, bytearray]:
        """Return the seed that a PIN opens. Who asks wipes it.

        Raises WrongPin with the tries left, QuickUnlockOff when the passphrase must be asked.
        """

    def renewed(self, folder: Path, slot: SlotId, now: int) -> None:
        """Count the hours from here: a passphrase was just typed."""

    def forget(self, folder: Path, slot: SlotId) -> None:
        """Take a slot away, and the half that the keyring holds."""

    def forget_all(self, folder: Path) -> None:
        """Take every slot of this computer away."""
