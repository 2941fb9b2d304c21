"""What the window is given by whoever builds it; it builds none of this itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from filet.application.attempts import Attempt

if TYPE_CHECKING:
    from filet.application.keeping import Clock
    from filet.application.pending import Aside, Held
    from filet.application.printing import Sheet
    from filet.application.restoring import Restoring, StandingCopy, Way
    from filet.application.salvaging import Salvaging
    from filet.application.services import Services
    from filet.application.unlocking import Entered, Unlocking
    from filet.domain.blocks import Paper
    from filet.domain.directory import Directory
    from filet.domain.help import Help
    from filet.gui.about import About
    from filet.gui.press import Press

LEFT = "where"
"""The place of the draft that keeps where a worker was."""


class Preferences(Protocol):
    """Where habits are kept."""

    def read(self) -> dict[str, Any]:
        """Return what was kept; nothing where it cannot be read."""

    def keep(self, values: dict[str, Any]) -> None:
        """Keep them; a refusal of the disk changes nothing for the work."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A worker in the open dossiers, with what was asked of the vault on its own thread."""

    entered: Entered
    services: Services
    initials: str
    training: bool
    recovery: tuple[str, ...] = ()
    """Of dossiers made just now: the lines to copy by hand."""
    left: Mapping[str, str] = field(default_factory=dict)
    """Where she was when she last had them open, as a draft of hers keeps it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder is that somebody chose: dossiers, a copy of them, or a place of copies."""

    folder: Path
    copies: tuple[StandingCopy, ...]
    is_copy: bool
    dossiers: bool

    @property
    def leads_to_copies(self) -> bool:
        """Whether only a copy can be meant: it is gone back to, never opened."""
        return self.is_copy or (bool(self.copies) and not self.dossiers)


@dataclass(frozen=True, slots=True)
class Mending:
    """What helps where the dossiers do not open, and the ways to open the keys of a folder."""

    restoring: Restoring
    salvaging: Salvaging
    by_passphrase: Callable[[str, str], Way]
    by_recovery: Callable[[tuple[str, ...]], Way]

    def find(self, folder: Path) -> Found:
        """Find out what a folder is that somebody chose, before anything in it is opened."""
        copies, is_copy = self.restoring.found(folder), self.restoring.is_copy(folder)
        dossiers = not is_copy and (folder / "filet.keys").is_file()
        return Found(folder, copies, is_copy, dossiers)


@dataclass(frozen=True, slots=True)
class Given:
    """The use cases and the data behind the window."""

    resources: Path
    unlocking: Callable[[], Unlocking]
    """Opens and closes the dossiers; like all that is called here, made when it is needed."""
    services: Callable[[Entered], Services]
    directory: Callable[[], Directory]
    phrase: Callable[[], str]
    """Proposes a passphrase of five words; empty where the words are missing."""
    proposed_folder: Callable[[], Path]
    """One folder that everybody who uses this computer can write."""
    refuse_place: Callable[[Path], None]
    """Raises for a folder where dossiers must not be kept."""
    press: Callable[[], Press]
    """Shows papers and prints them; asked for when it is needed."""
    draw: Callable[[Paper], Sheet]
    """Makes a sheet of a paper that is about nobody."""
    preferences: Preferences
    clock: Clock
    aside: Aside
    last_resort: Path
    """Where what the disk refused is put when nobody can be asked: the session ends."""
    help: Callable[[], Help]
    about: Callable[[], About]
    mending: Callable[[], Mending]
    behind: tuple[str, ...] = ()
    """The modules that all of this is made of."""

    def unlock(self, folder: Path, initials: str, passphrase: str) -> Inside:
        """Open with a passphrase; on the thread of the vault."""
        return self._inside(self.unlocking().unlock(folder, initials, passphrase), initials)

    def offers_pin(self, folder: Path, initials: str) -> bool:
        """Tell whether a PIN may be asked for these initials now."""
        return self.unlocking().offers_pin(folder, initials)

    def unlock_quickly(self, folder: Path, initials: str, pin: str) -> Inside:
        """Open with a PIN; on the thread of the vault."""
        return self._inside(self.unlocking().unlock_quickly(folder, initials, pin), initials)

    def replace_passphrase(
        self, folder: Path, lines: tuple[str, ...], initials: str, passphrase: str
    ) -> Inside:
        """Give a worker another passphrase by the recovery key, and let her in by it."""
        inside = self.recover(folder, lines)
        try:
            inside.services.workers.let_in(lines, initials, passphrase)
        finally:
            self.unlocking().lock(inside.entered)
        return self.unlock(folder, initials, passphrase)

    def recover(self, folder: Path, lines: tuple[str, ...]) -> Inside:
        """Open with the recovery key; on the thread of the vault."""
        return self._inside(self.unlocking().recover(folder, lines), "")

    def create(self, folder: Path, initials: str, passphrase: str, *, training: bool) -> Inside:
        """Make the dossiers of a house, or of an exercise; on the thread of the vault."""
        folder.mkdir(parents=True, exist_ok=True)
        entered, lines = self.unlocking().create(folder, initials, passphrase, training=training)
        return self._inside(entered, initials, lines)

    def lock(self, inside: Inside, attempts: Sequence[Attempt]) -> Held | None:
        """Write one last time, seal what is left, close; on the thread of the vault."""
        try:
            return inside.services.pending.seal(attempts)
        finally:
            self.unlocking().lock(inside.entered)

    def lock_for_good(
        self, inside: Inside, attempts: Sequence[Attempt], former: tuple[Held, ...]
    ) -> None:
        """Close when nobody can be asked: what is sealed goes where only this computer looks."""
        held = self.lock(inside, attempts)
        for one in (*former, *((held,) if held is not None else ())):
            self.aside.put(self.last_resort, one.data)

    def _inside(self, entered: Entered, initials: str, recovery: tuple[str, ...] = ()) -> Inside:
        label = initials.strip().upper()
        training, services = entered.vault.training, self.services(entered)
        left = services.drafting.read(services.drafting.key(LEFT))
        return Inside(entered, services, label, training, recovery, left)
