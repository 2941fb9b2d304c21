"""Houses of invented dossiers that are made to be harmed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from filet.adapters.catalogue import Catalogue
from filet.adapters.documents import PdfProtector, ReportlabPrinter
from filet.adapters.keys.cabinet import Cabinet
from filet.adapters.keys.derive import Cost
from filet.adapters.keys.holder import Holder
from filet.adapters.keys.local import LocalSlots
from filet.adapters.keys.locksmith import Locksmith
from filet.adapters.keys.signatures import verify
from filet.adapters.store.copies import Copies
from filet.adapters.store.vaults import SqlVaults
from filet.adapters.store.witness import Witness
from filet.application.backing_up import BackingUp
from filet.application.checking import Checking, Report
from filet.application.desk import Desk, Write
from filet.application.referring import Referring
from filet.application.restoring import Restoring
from filet.application.unlocking import Entered, Opened, Unlocking
from filet.application.workers import Locker, Workers
from filet.domain.ids import CaseId, ConsentId
from filet.domain.kinds import (
    Answer,
    ConsentAnswered,
    Family,
    NoteWritten,
    Recipient,
    SafeContactSet,
)
from filet.domain.moments import Instant
from filet.files import replace_file

INITIALS = "EX"
PASSPHRASE = "rien de vrai ici, seulement des essais"  # noqa: S105 - opens invented data only
CASE = CaseId(UUID(int=0xFA17))
CONSENT = ConsentId(UUID(int=0xC05E))
"""The agreement by which files leave."""
CHEAP = Cost(64, 1, 1)
"""What one guess costs: this is not about keys, and must be done a thousand times."""
RESOURCES = Path(__file__).resolve().parent.parent.parent / "resources"
_START = datetime(2026, 11, 23, 22, 47, tzinfo=ZoneInfo("America/Toronto"))


class Clock:
    """A clock that stands where it is put, in every program that looks at it."""

    def __init__(self, kept: Path) -> None:
        self._kept = kept
        self._wall = _START
        if kept.exists():
            self._wall = datetime.fromisoformat(kept.read_text(encoding="utf-8"))

    def now(self) -> Instant:
        """Return the next moment."""
        self._wall += timedelta(milliseconds=1)
        return Instant.of(self._wall)

    def today(self) -> date:
        """Return the day."""
        return self._wall.date()

    def wall(self) -> datetime:
        """Return the moment as a date and time."""
        return self._wall

    def move(self, **by: int) -> None:
        """Go forward, or back."""
        self._wall += timedelta(**by)
        replace_file(self._kept, self._wall.isoformat().encode())


class House:
    """One house: its folder, what its computer keeps apart, and a key for its copies."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.clock = Clock(root / "clock")
        self.folder, self.local, self.place = root / "house", root / "local", root / "key"

    @property
    def vault(self) -> Path:
        """The file of the vault."""
        return self.folder / "filet.vault"

    @property
    def vaults(self) -> SqlVaults:
        """Vaults as this computer sees them."""
        return SqlVaults(Witness(self.local), self.clock, "faults", {})

    @property
    def door(self) -> Unlocking:
        """The way in."""
        pocket = LocalSlots(self.local, Holder(), lambda _: "", lambda: CHEAP)
        return Unlocking(keys(), self.vaults, self.clock, pocket)

    def create(self, notes: int = 0) -> House:
        """Make the house with some notes in it, and lock it."""
        for folder in (self.folder, self.place):
            folder.mkdir(parents=True, exist_ok=True)
        entered, _ = self.door.create(self.folder, INITIALS, PASSPHRASE, training=True)
        desk = self.desk(entered)
        for number in range(notes):
            desk.record_note(number)
        self.copies(entered).arrange(self.place)
        entered.vault.close()
        return self

    def copy_to(self, root: Path) -> House:
        """Return the same house elsewhere, to be harmed there."""
        shutil.copytree(self.root, root)
        return House(root)

    def unlock(self) -> Entered:
        """Open it."""
        return self.door.unlock(self.folder, INITIALS, PASSPHRASE)

    @contextmanager
    def opened(self, folder: Path | None = None) -> Iterator[Entered]:
        """Open it, or another folder of it, and lock it again."""
        entered = self.door.unlock(folder or self.folder, INITIALS, PASSPHRASE)
        try:
            yield entered
        finally:
            entered.vault.close()

    def desk(self, entered: Entered) -> Writing:
        """Return a desk to write at."""
        return Writing(Desk(entered.vault, self.clock, entered.worker))

    def copies(self, entered: Entered) -> BackingUp:
        """Return what makes copies."""
        desk = Desk(entered.vault, self.clock, entered.worker)
        return BackingUp(desk, entered, Copies({}), keys(), "faults")

    def workers(self, entered: Entered) -> Workers:
        """Return what changes the data key."""
        desk = Desk(entered.vault, self.clock, entered.worker)
        return Workers(desk, Locker(self.folder, keys(), Locksmith(lambda: CHEAP), verify))

    def agree(self) -> None:
        """Let her agree that a recipient learns how to reach her."""
        agreed = ConsentAnswered(
            CONSENT,
            Recipient("Police d'essai"),
            "la rappeler",
            Answer.ACCEPTED,
            (Family.REACH,),
            until=date.max,
        )
        with self.opened() as entered:
            contact = SafeContactSet("819 555-0117")
            self.desk(entered).desk.record(CASE, Write(contact), Write(agreed))

    def referring(self, entered: Entered) -> Referring:
        """Return what lets files leave, with the real printer and the real phrases."""
        desk = Desk(entered.vault, self.clock, entered.worker)
        printer = ReportlabPrinter(RESOURCES / "fonts")
        phrases = PdfProtector(RESOURCES / "phrases" / "fr.txt")
        return Referring(desk, Catalogue(RESOURCES), printer, phrases)

    def restoring(self) -> Restoring:
        """Return what goes back to copies."""
        return Restoring(Copies({}), keys(), self.vaults, self.clock)

    def check(self, entered: Entered) -> Report:
        """Verify all of it."""
        desk = Desk(entered.vault, self.clock, entered.worker)
        noticed = tuple(type(one).__name__ for one in entered.noticed)
        return Checking(desk, verify).check(noticed)


@dataclass(frozen=True, slots=True)
class Writing:
    """A desk at which numbered notes are written in one dossier."""

    desk: Desk

    def record_note(self, number: int, length: int = 60) -> int:
        """Write a note and return its place."""
        text = f"{number} " + "mot " * length
        return self.desk.record(CASE, Write(NoteWritten(text))).entries[-1].ref.seq

    def numbers(self) -> set[int]:
        """Return the numbers of every note that can be read."""
        notes = self.desk.fold(CASE).all(NoteWritten)
        return {int(note.text.split()[0]) for note in notes}


def environment() -> dict[str, str]:
    """Return what a program of ours is started with, so that it finds the same modules."""
    own = str(Path(__file__).resolve().parent.parent)
    paths = [own, os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


def keys() -> Cabinet:
    """Return a cabinet whose passphrases cost little."""
    return Cabinet(lambda: CHEAP)


def way(folder: Path) -> Opened:
    """Open the keys of a folder."""
    return keys().open(folder, INITIALS, PASSPHRASE)
