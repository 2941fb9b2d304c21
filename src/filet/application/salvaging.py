"""Saving what can be read of a damaged vault, with an honest list of what cannot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from filet.application.copying import KeyFiles
from filet.application.desk import Desk, HouseDesk, Write
from filet.application.keeping import Clock, Vault
from filet.application.projecting import rebuild
from filet.application.restoring import Way
from filet.application.unlocking import Opened
from filet.domain.ids import WorkerId
from filet.domain.kinds import Lost, VaultSalvaged
from filet.domain.triggers import Triggers, no_triggers

_MOST_NAMED = 500
"""Runs of lost places that one entry names; its body has a limit."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """How many entries were read, and which were not."""

    read: int
    lost: tuple[Lost, ...]

    @property
    def lost_entries(self) -> int:
        """How many entries could not be read."""
        return sum(run.count for run in self.lost)


class Wrecks(Protocol):
    """Damaged vaults."""

    def prepare(self, target: Path) -> None:
        """Refuse a folder where no vault may be made."""

    def rescue(self, folder: Path, target: Path, opened: Opened) -> tuple[Vault, Rescued]:
        """Return a new vault with all that can be read, in a chain of its own, and the losses.

        Raises NothingToSalvage.
        """


class Salvaging:
    """Makes a new vault of what is left of a damaged one, which is not touched."""

    def __init__(
        self, wrecks: Wrecks, keys: KeyFiles, clock: Clock, triggers: Triggers = no_triggers
    ) -> None:
        self._wrecks = wrecks
        self._keys = keys
        self._clock = clock
        self._triggers = triggers

    def salvage(
        self, folder: Path, target: Path, way: Way, keys_from: Path | None = None
    ) -> Rescued:
        """Save into another folder; the keys may come from a copy when they are lost here."""
        source = keys_from or folder
        self._wrecks.prepare(target)
        opened = way(source)
        try:
            vault, rescued = self._wrecks.rescue(folder, target, opened)
            try:
                self._record(
                    HouseDesk(vault, self._clock, WorkerId(opened.slot), self._triggers), rescued
                )
            finally:
                vault.close()
        finally:
            opened.forget()
        self._keys.copy(source, target)
        self._keys.double(target)
        return rescued

    def _record(self, desk: Desk, rescued: Rescued) -> None:
        """Say what is lost before anything else is written, and make the lists again."""
        desk.record_house(*(Write(VaultSalvaged(rescued.read, runs)) for runs in _runs(rescued)))
        rebuild(desk)


def _runs(rescued: Rescued) -> Iterator[tuple[Lost, ...]]:
    for first in range(0, max(1, len(rescued.lost)), _MOST_NAMED):
        yield rescued.lost[first : first + _MOST_NAMED]
