"""Going back to a copy and saving what can be read, at the door, on real files."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import PASSPHRASE, House
from copied import damaged, names
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import aloud

from filet.application.desk import Write
from filet.domain.errors import KeysMissing, VaultDamaged, VaultIsCopy
from filet.domain.kinds import ErasureReason, NoteWritten
from filet.gui.guards import Face
from filet.gui.refusals import Remedy
from filet.gui.screens.first_run import FirstRunScreen
from filet.gui.screens.refused import RefusedScreen
from filet.gui.screens.restore import RestoreScreen
from filet.gui.screens.salvage import SalvageScreen
from filet.gui.screens.unlock import UnlockScreen
from filet.gui.where import SETTINGS
from filet.gui.widgets.buttons import Link

LEFT = Qt.MouseButton.LeftButton
FIRST = "2026-11-23_1430"


class Place:
    """A window before a house of which one copy was made, and more written since."""

    def __init__(self, one: Any, key: Path, qtbot: QtBot) -> None:
        self.one, self.house, self.key, self._qtbot = one, one.house, key, qtbot
        key.mkdir(exist_ok=True)
        self.case: Any = None
        self._work(self._before)

    def _before(self, services: Any, desk: Any) -> None:
        self.case = services.cases.create("Éloïse", "Tremblay").value.case
        desk.record(self.case, *[Write(NoteWritten("mot " * 1000)) for _ in range(30)])
        desk.record(self.case, Write(NoteWritten("avant")))
        services.backing_up.arrange(self.key)
        services.backing_up.run()
        desk.record(self.case, Write(NoteWritten("après")))

    def _work(self, act: Callable[[Any, Any], object]) -> None:
        entered = self.house.unlock()
        act(self.one.given.services(entered), self.house.desk(entered))
        self.house.unlocking.lock(entered)

    @property
    def copy(self) -> Path:
        return self.key / FIRST

    @property
    def door(self) -> Any:
        return self.one.shell.doorway.page

    def click(self, button: Any) -> None:
        self._qtbot.mouseClick(button, LEFT)

    def choose(self, folder: Path | None) -> None:
        """Let the next folder that is asked for be this one."""
        self.one.shell.doorway.choose_folder = lambda _: folder

    def type_in(self, initials: str = "AB", passphrase: str = PASSPHRASE) -> None:
        self.door.way.initials.show_text(initials)
        self.door.way.passphrase.show_text(passphrase)

    def restore(self, copy: Path | None = None) -> None:
        self.one.shell.doorway.show_restore(copy or self.copy)
        self.type_in()
        self.click(self.door.restore)

    def notes(self) -> list[str]:
        """Return the short notes of the dossier, as whoever is inside reads them."""
        services = self.one.shell._inside.services
        found = services.cases.read(self.case).all(NoteWritten)
        return [note.text for note in found if len(note.text) < 100]

    def come_in(self) -> None:
        """Press what the page offers last, and open."""
        self.click(self.door.open)
        assert isinstance(self.door, UnlockScreen)
        self.one.open()
        assert self.one.face is Face.ROOM


@pytest.fixture
def place(desk: Any, tmp_path: Path, qtbot: QtBot) -> Place:
    return Place(desk(), tmp_path / "clé", qtbot)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def vault_and_keys(house: House) -> dict[str, bytes]:
    found = contents(house.folder)
    return {name: found[name] for name in ("filet.vault", "filet.keys") if name in found}


# Going back ------------------------------------------------------------------------------------


def test_from_the_settings_she_goes_back_to_a_copy_at_the_door(place: Place) -> None:
    place.one.open()
    place.one.shell.room.show_part(SETTINGS, "copies")
    part = place.one.shell.room.pages.currentWidget().part
    (row,) = [link for link in part.findChildren(Link) if link.text() == "Y revenir…"]
    place.click(row)
    assert place.one.face is Face.LOCK
    assert place.door.chosen == place.copy
    place.type_in()
    place.click(place.door.restore)
    said = aloud(place.door.told)
    assert "Les dossiers sont ceux du 23\u00a0novembre 2026" in said
    assert "mis-de-cote_" in said.replace("\u200b", "")
    place.come_in()
    assert place.notes() == ["avant"]


def test_what_was_there_is_set_aside_whole(place: Place) -> None:
    before = vault_and_keys(place.house)
    place.restore()
    (aside,) = place.house.folder.glob("mis-de-cote_*")
    assert contents(aside).items() >= before.items()


def test_what_was_erased_since_is_erased_again(place: Place) -> None:
    def erase(services: Any, desk: Any) -> None:
        (before,) = [
            one.ref
            for one in desk.whole.journal.of_case(place.case)
            if isinstance(one.content, NoteWritten) and one.content.text == "avant"
        ]
        services.erasing.erase(place.case, [before], ErasureReason.NOT_NECESSARY)

    place._work(erase)
    place.restore()
    assert "1 entrée effacée depuis est effacée de nouveau." in aloud(place.door.told)
    place.come_in()
    assert place.notes() == []


def test_a_copy_is_tried_out_and_nothing_is_touched(place: Place) -> None:
    before, copy = vault_and_keys(place.house), contents(place.copy)
    place.one.shell.doorway.show_restore(place.copy)
    place.type_in()
    place.click(place.door.attempt)
    assert place.door.notice.title() == "Cette copie s’ouvre et se lit au complet."
    assert vault_and_keys(place.house) == before
    assert contents(place.copy) == copy


def test_enter_only_tries_out(place: Place, qtbot: QtBot) -> None:
    before = vault_and_keys(place.house)
    place.one.shell.doorway.show_restore(place.copy)
    place.type_in()
    qtbot.keyClick(place.door.way.passphrase.line, Qt.Key.Key_Return)
    assert place.door.notice.objectName() == "notice-ok"
    assert vault_and_keys(place.house) == before


def test_a_wrong_passphrase_changes_nothing_and_is_told(place: Place) -> None:
    before = vault_and_keys(place.house)
    place.one.shell.doorway.show_restore(place.copy)
    place.type_in(passphrase=PASSPHRASE + "?")
    place.click(place.door.restore)
    assert place.door.notice.isVisible()
    assert place.door.asked.isEnabled()
    assert vault_and_keys(place.house) == before


def test_the_recovery_key_goes_back_as_well(place: Place) -> None:
    place.one.shell.doorway.show_restore(place.copy)
    place.click(place.door.way.turn)
    for field, line in zip(place.door.way.lines.fields, place.house.recovery, strict=True):
        field.show_text(line)
    place.click(place.door.restore)
    place.come_in()
    assert place.notes() == ["avant"]


def test_a_copy_that_does_not_read_whole_is_refused_and_the_dossiers_stay(place: Place) -> None:
    damaged(5)(place.copy)
    before = vault_and_keys(place.house)
    place.restore()
    assert place.door.notice.title().startswith("Cette copie ne se lit pas au complet")
    assert vault_and_keys(place.house) == before


def test_a_copy_of_another_house_is_refused(place: Place, tmp_path: Path) -> None:
    other = House(tmp_path / "voisine")
    entered = other.create()
    key = tmp_path / "autre clé"
    key.mkdir()
    services = place.one.given.services(entered)
    services.backing_up.arrange(key)
    (name,) = services.backing_up.run().value
    other.unlocking.lock(entered)
    before = vault_and_keys(place.house)
    place.restore(key / name)
    assert "autre maison" in place.door.notice.title()
    assert vault_and_keys(place.house) == before


def test_a_copy_that_was_made_while_locked_is_gone_back_to_as_well(
    place: Place, tmp_path: Path
) -> None:
    place.house.clock.move(hours=13)
    place.one.open()
    place.one.shell.lock()
    (unread,) = place.key.glob("*_non-relue")
    place._work(lambda _, desk: desk.record(place.case, Write(NoteWritten("plus tard"))))
    place.one.shell.doorway.show_restore(unread)
    assert place.door.which.currentText().endswith("pas encore relue")
    place.type_in()
    place.click(place.door.restore)
    place.come_in()
    assert place.notes() == ["avant", "après"]


# What is chosen at the door ----------------------------------------------------------------------


def test_a_copy_that_is_chosen_at_the_door_is_never_opened(place: Place) -> None:
    before = contents(place.copy)
    moved = place.house.folder.rename(place.house.root / "débranchée")
    place.one.shell.show_door()
    place.choose(place.copy)
    place.click(place.door.buttons[Remedy.LOOK_FOR])
    assert isinstance(place.door, RestoreScreen)
    assert place.door.chosen == place.copy
    assert place.one.given.preferences.read()["folder"] == str(place.house.folder)
    moved.rename(place.house.folder)
    place.type_in()
    place.click(place.door.restore)
    place.come_in()
    assert contents(place.copy) == before


@pytest.mark.parametrize("inside", ["", FIRST])
def test_a_place_of_copies_at_a_first_start_leads_to_going_back(
    desk: Any, place: Place, inside: str
) -> None:
    shutil.rmtree(place.house.folder)
    shell = place.one.shell
    shell.habits.take(folder=None)
    shell.show_door()
    assert isinstance(place.door, FirstRunScreen)
    place.door._choose_folder = lambda _: place.key / inside
    place.click(place.door.begin.buttons["existing"])
    assert isinstance(place.door, RestoreScreen)
    assert place.door.target == place.one.given.proposed_folder()
    place.type_in()
    place.click(place.door.restore)
    place.come_in()
    assert place.notes() == ["avant"]


def test_a_folder_with_neither_is_told_at_a_first_start(place: Place, tmp_path: Path) -> None:
    place.one.shell.habits.take(folder=None)
    place.one.shell.show_door()
    place.door._choose_folder = lambda _: tmp_path
    place.click(place.door.begin.buttons["existing"])
    assert place.door.notice.title().startswith("Il n’y a pas de dossiers")


@pytest.mark.parametrize("name", [FIRST, f"{FIRST}_non-relue", f"{FIRST}.part"])
def test_a_habit_that_names_a_copy_opens_nothing(place: Place, name: str) -> None:
    copy = place.copy.rename(place.key / name)
    before = contents(copy)
    place.one.shell.habits.take(folder=copy)
    place.one.shell.show_door()
    assert isinstance(place.door, RefusedScreen)
    assert isinstance(place.door.error, VaultIsCopy)
    place.click(place.door.buttons[Remedy.RESTORE])
    assert isinstance(place.door, RestoreScreen)
    assert place.door.target == place.one.given.proposed_folder()
    assert contents(copy) == before


def test_a_folder_without_a_copy_is_told(place: Place, tmp_path: Path) -> None:
    place.one.shell.doorway.show_restore(None)
    assert place.door.restore.isHidden()
    place.choose(tmp_path)
    place.click(place.door.look)
    assert place.door.notice.title().startswith("Il n’y a pas de copie dans")
    place.choose(place.key)
    place.click(place.door.look)
    assert place.door.chosen == place.copy
    assert place.door.notice.isHidden()


def test_another_language_keeps_the_copies(place: Place) -> None:
    place.one.shell.doorway.show_restore(place.copy)
    place.door.language_chosen.emit("en")
    assert place.door.chosen == place.copy
    assert place.door.restore.accessibleName() == "Go back to this copy"


def test_she_goes_back_to_the_page_that_opens(place: Place) -> None:
    place.one.shell.doorway.show_restore(place.copy)
    place.click(place.door.back)
    assert isinstance(place.door, UnlockScreen)


# Damage ------------------------------------------------------------------------------------------


def broken(place: Place) -> Any:
    """Damage the dossiers in their middle, and try to open them."""
    path = place.house.folder / "filet.vault"
    data = bytearray(path.read_bytes())
    for page in range(30, 45):
        data[page * 4096 + 100] ^= 1
    path.write_bytes(data)
    place.one.shell.doorway._refuse(VaultDamaged())
    return place.door


def test_damaged_dossiers_are_given_up_for_a_copy(place: Place) -> None:
    page = broken(place)
    place.click(page.buttons[Remedy.RESTORE])
    place.choose(place.key)
    place.click(place.door.look)
    place.type_in()
    place.click(place.door.restore)
    place.come_in()
    assert place.notes() == ["avant"]


def test_what_can_be_read_is_saved_with_a_list_of_what_is_lost(place: Place) -> None:
    page = broken(place)
    before = vault_and_keys(place.house)
    place.click(page.buttons[Remedy.SALVAGE])
    assert isinstance(place.door, SalvageScreen)
    place.type_in()
    place.click(place.door.save)
    said = aloud(place.door.told)
    assert "Ce qui pouvait être lu est sauvé" in said
    assert "perdues" in said
    assert "Journal " in said
    assert vault_and_keys(place.house) == before
    target = place.house.root / "house-sauve"
    assert "filet.vault" in names(target)
    place.come_in()
    assert place.one.given.preferences.read()["folder"] == str(target)
    assert "après" in place.notes()


def test_a_folder_that_has_dossiers_takes_nothing_that_is_saved(
    place: Place, tmp_path: Path
) -> None:
    page = broken(place)
    place.click(page.buttons[Remedy.SALVAGE])
    place.choose(place.house.folder)
    place.click(place.door.change)
    place.type_in()
    place.click(place.door.save)
    assert place.door.told.isHidden()
    assert place.door.notice.isVisible()


def test_lost_keys_come_back_from_a_copy_and_nothing_is_lost(place: Place) -> None:
    for path in place.house.folder.glob("filet.keys*"):
        path.unlink()
    place.one.shell.show_door()
    assert isinstance(place.door.error, KeysMissing)
    place.click(place.door.buttons[Remedy.KEYS_BACK])
    place.choose(place.key)
    place.click(place.door.look)
    place.type_in()
    place.click(place.door.restore)
    place.come_in()
    assert place.notes() == ["avant", "après"]
