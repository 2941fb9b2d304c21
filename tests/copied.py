"""A house whose copies go to a place of their own, and ways to harm a copy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from builders import PASSPHRASE, House, cabinet

from filet.adapters.store.copies import Copies
from filet.application.backing_up import BackingUp
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.restoring import Restoring
from filet.application.unlocking import Entered, Opened
from filet.domain.ids import CaseId
from filet.domain.kinds import NoteWritten


class Scene:
    """A house with a dossier, and a place where its copies go."""

    def __init__(self, root: Path) -> None:
        self.house = House(root)
        self.place = root / "clé"
        self.place.mkdir()
        self.entered: Entered = self.house.create()
        self.begin()
        self.case: CaseId = Cases(self.desk).create("Éloïse", "Tremblay").value.case
        self.backing.arrange(self.place)

    def begin(self) -> None:
        self.desk: Desk = self.house.desk(self.entered)
        self.backing = backing(self.desk, self.entered)

    def note(self, text: str) -> None:
        self.desk.record(self.case, Write(NoteWritten(text)))

    def lock(self) -> None:
        self.entered.vault.close()

    def unlock(self) -> None:
        self.entered = self.house.unlock()
        self.begin()

    def opened(self, name: str) -> Entered:
        """Open a copy as if it were a house, in a folder of its own."""
        folder = self.house.root / f"ouvert-{name}"
        shutil.copytree(self.place / name, folder)
        (folder / "manifest.json").unlink(missing_ok=True)
        return self.house.on("autre").unlocking.unlock(folder, "AB", PASSPHRASE)


def restoring(house: House) -> Restoring:
    return Restoring(Copies({}), cabinet(), house.vaults, house.clock)


def way(folder: Path) -> Opened:
    """Open the keys of a folder as she does who made the house."""
    return cabinet().open(folder, "AB", PASSPHRASE)


def backing(desk: Desk, entered: Entered) -> BackingUp:
    return BackingUp(desk, entered, Copies({}), cabinet(), "0.1.0")


def names(place: Path) -> set[str]:
    return {path.name for path in place.iterdir()}


def damaged(place: int) -> Callable[[Path], None]:
    def flip(copy: Path) -> None:
        path = copy / "filet.vault"
        data = bytearray(path.read_bytes())
        data[place * 4096 + 50] ^= 1
        path.write_bytes(data)

    return flip


def without_last_page(copy: Path) -> None:
    path = copy / "filet.vault"
    os.truncate(path, path.stat().st_size - 4096)


def other_manifest(copy: Path) -> None:
    path = copy / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b'"dossiers": 1', b'"dossiers": 2'))
