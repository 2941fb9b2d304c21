"""Quick unlock: a PIN that opens again, for some hours, what a passphrase opened.

Off until direction says of this computer that everybody has her own account on it and that
it never leaves the house. The keyring of the account holds one half, the PIN is the other;
whatever goes wrong with either, the passphrase is asked for.
"""

from __future__ import annotations

from pathlib import Path

from filet.application.desk import Desk, Write
from filet.application.outcome import Outcome, Topic
from filet.application.pocket import Pocket
from filet.domain.errors import NotAllowed, QuickUnlockOff
from filet.domain.ids import HOUSE, SlotId
from filet.domain.kinds import NAMES, QuickUnlockDeclared, QuickUnlockSet
from filet.domain.passphrases import require_unguessable
from filet.domain.roles import may_manage
from filet.domain.workers import allows_quick_unlock

DECLARATIONS = (NAMES[QuickUnlockDeclared],)


class QuickUnlock:
    """Declares a computer fit for it, and sets a worker's PIN on it."""

    def __init__(self, desk: Desk, folder: Path, pocket: Pocket) -> None:
        self._desk = desk
        self._folder = folder
        self._pocket = pocket

    def is_allowed(self) -> bool:
        """Tell whether direction allowed it on this computer."""
        entries = self._desk.vault.journal.of_kinds(DECLARATIONS, HOUSE)
        return allows_quick_unlock(entries, self._pocket.computer(self._folder))

    def is_possible(self) -> bool:
        """Tell whether a keyring answers here; it may take some seconds to say no."""
        return self._pocket.is_possible()

    def is_set(self) -> bool:
        """Tell whether whoever is at the desk has a PIN here."""
        return self._pocket.has(self._folder, SlotId(self._desk.worker))

    def declare(self, *, own_accounts: bool, stays_here: bool) -> Outcome[bool]:
        """Say what is true of this computer; it is allowed only when both are."""
        self._require_manager()
        allowed = own_accounts and stays_here
        computer = self._pocket.computer(self._folder)
        said = QuickUnlockDeclared(computer, allowed, own_accounts, stays_here)
        self._desk.record_house(Write(said))
        if not allowed:
            self._pocket.forget_all(self._folder)
        return Outcome(allowed, frozenset({Topic.HOUSE}))

    def set_up(self, passphrase: str, pin: str) -> Outcome[None]:
        """Choose a PIN. Raises QuickUnlockOff, PinUnusable, WrongPassphrase."""
        require_unguessable(pin)
        if not self.is_allowed():
            raise QuickUnlockOff
        slot, now = SlotId(self._desk.worker), self._desk.clock.now().at
        self._pocket.put(self._folder, slot, (passphrase, pin), now)
        return self._told(slot, there=True)

    def give_up(self) -> Outcome[None]:
        """Take her PIN away from this computer."""
        slot = SlotId(self._desk.worker)
        self._pocket.forget(self._folder, slot)
        return self._told(slot, there=False)

    def _told(self, slot: SlotId, *, there: bool) -> Outcome[None]:
        computer = self._pocket.computer(self._folder)
        self._desk.record_house(Write(QuickUnlockSet(slot, computer, there)))
        return Outcome(None, frozenset({Topic.HOUSE}))

    def _require_manager(self) -> None:
        if not may_manage(self._desk.duty):
            raise NotAllowed
