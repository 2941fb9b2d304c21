"""What keeps the dossiers closed has its own page, made here by its real cause, and mended."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from builders import House, sql, tampered
from children import start

from filet.adapters.keys.keyfile import load, save
from filet.domain.errors import (
    ChainBroken,
    FiletError,
    KeysDamaged,
    KeysMissing,
    KeysTooNew,
    NetworkFolder,
    SyncedFolder,
    VaultDamaged,
    VaultEmpty,
    VaultForeign,
    VaultMissing,
    VaultOpenElsewhere,
    VaultReadOnly,
    VaultTooNew,
    VaultTruncated,
)
from filet.gui.guards import Face
from filet.gui.refusals import Remedy
from filet.gui.screens.refused import RefusedScreen
from filet.gui.screens.unlock import UnlockScreen

PAGE = 4096
Cause = Callable[[House], AbstractContextManager[None]]


@contextmanager
def put_back(house: House) -> Iterator[Path]:
    """Leave the folder as it was once the cause is gone."""
    kept = house.root / "kept"
    shutil.copytree(house.folder, kept)
    yield house.folder
    shutil.rmtree(house.folder, ignore_errors=True)
    kept.rename(house.folder)


@contextmanager
def unplugged(house: House) -> Iterator[None]:
    away = house.folder.rename(house.root / "unplugged")
    yield
    away.rename(house.folder)


def spoiled(spoil: Callable[[Path], object]) -> Cause:
    @contextmanager
    def cause(house: House) -> Iterator[None]:
        with put_back(house) as folder:
            spoil(folder)
            yield

    return cause


def vault(act: Callable[[Path], object]) -> Cause:
    return spoiled(lambda folder: act(folder / "filet.vault"))


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[200] ^= 0xFF
    path.write_bytes(data)


def keys(data: bytes | None) -> Cause:
    def spoil(folder: Path) -> None:
        for path in folder.glob("filet.keys*"):
            path.unlink() if data is None else path.write_bytes(data)

    return spoiled(spoil)


def later_keys(folder: Path) -> None:
    save(folder, msgspec.structs.replace(load(folder), format="filet-keys/9"))


@contextmanager
def from_a_later_filet(house: House) -> Iterator[None]:
    with put_back(house):
        entered = house.unlock()
        sql(entered).connection.execute("PRAGMA user_version = 999")
        entered.vault.close()
        yield


@contextmanager
def tampered_with(house: House) -> Iterator[None]:
    with put_back(house):
        entered = house.unlock()
        last = "UPDATE entry SET at = at + 1 WHERE seq = (SELECT max(seq) FROM entry)"
        tampered(entered, last)
        entered.vault.close()
        yield


@contextmanager
def open_in_another_process(house: House) -> Iterator[None]:
    with start("hold", house.root) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "open\n"
        yield
        child.stdin.write("\n")
        child.stdin.flush()
        assert child.stdout.readline() == "closed\n"


@contextmanager
def on_a_read_only_medium(house: House) -> Iterator[None]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only an administrator of Linux can make a medium read-only")
    bind = ["mount", "--bind", str(house.folder), str(house.folder)]
    if subprocess.run(bind, capture_output=True, check=False).returncode:
        pytest.skip("this computer lets nobody mount a disk")
    subprocess.run(["mount", "-o", "remount,ro,bind", str(house.folder)], check=True)
    yield
    subprocess.run(["umount", str(house.folder)], check=True)


BEFORE_TYPING: dict[type[FiletError], Cause] = {
    VaultMissing: unplugged,
    VaultEmpty: vault(lambda path: path.write_bytes(b"")),
    VaultOpenElsewhere: open_in_another_process,
    VaultReadOnly: on_a_read_only_medium,
    KeysMissing: keys(None),
    KeysDamaged: keys(b"{}\nnot its checksum\n"),
    KeysTooNew: spoiled(later_keys),
}
AFTER_TYPING: dict[type[FiletError], Cause] = {
    VaultTruncated: vault(lambda path: os.truncate(path, 2 * PAGE)),
    VaultDamaged: vault(damage),
    VaultForeign: vault(lambda path: path.write_bytes(os.urandom(8 * PAGE))),
    VaultTooNew: from_a_later_filet,
    ChainBroken: tampered_with,
}
TITLES: dict[type[FiletError], str] = {
    VaultMissing: "ne sont pas à leur place",
    VaultEmpty: "est vide",
    VaultOpenElsewhere: "déjà ouverts",
    VaultReadOnly: "ne peut pas écrire",
    KeysMissing: "fichier de clés n'est pas là",
    KeysDamaged: "fichier de clés est abîmé",
    KeysTooNew: "fichier de clés a été écrit",
    VaultTruncated: "s'arrête avant sa fin",
    VaultDamaged: "ne s'ouvrent pas au complet",
    VaultForeign: "n'est pas celui que ces clés ouvrent",
    VaultTooNew: "ont été écrits par une version plus récente",
    ChainBroken: "journal ne se suit plus",
}


def contents(house: House) -> dict[str, bytes]:
    names = ("filet.vault", "filet.keys", "filet.keys.copy")
    return {n: p.read_bytes() for n in names if (p := house.folder / n).exists()}


def refused(one: Any, error: type[FiletError]) -> RefusedScreen:
    page = one.shell.doorway.page
    assert isinstance(page, RefusedScreen)
    assert type(page.error) is error
    assert TITLES[error] in page.notice.title().replace("’", "'").replace("\u00a0", " ")
    assert page.notice.isVisibleTo(page)
    return page


@pytest.mark.parametrize("error", BEFORE_TYPING, ids=lambda error: error.code)
def test_what_needs_no_passphrase_is_told_before_one_is_typed(
    desk: Any, error: type[FiletError]
) -> None:
    one = desk()
    with BEFORE_TYPING[error](one.house):
        before = contents(one.house)
        one.shell.show_door()
        page = refused(one, error)
        page.buttons[Remedy.RETRY].click()
        assert isinstance(refused(one, error), RefusedScreen)
        assert contents(one.house) == before
    one.shell.doorway.page.buttons[Remedy.RETRY].click()
    assert isinstance(one.shell.doorway.page, UnlockScreen)
    one.open()
    assert one.face is Face.ROOM


@pytest.mark.parametrize("error", AFTER_TYPING, ids=lambda error: error.code)
def test_what_only_a_key_tells_has_its_own_page(desk: Any, error: type[FiletError]) -> None:
    one = desk()
    with AFTER_TYPING[error](one.house):
        before = contents(one.house)
        one.shell.show_door()
        one.open()
        page = refused(one, error)
        assert one.face is Face.DOOR
        assert contents(one.house) == before
    page.buttons[Remedy.RETRY].click()
    assert isinstance(one.shell.doorway.page, UnlockScreen)
    assert one.shell.doorway.page.initials.text() == "AB"


@pytest.mark.parametrize("folder", ["OneDrive", "Dropbox (maison)"])
def test_dossiers_that_were_moved_into_a_synced_folder_are_not_opened(
    desk: Any, folder: str
) -> None:
    one = desk()
    moved = one.house.root / folder
    shutil.move(one.house.folder, moved)
    one.shell.doorway.show_door(one.shell.context, replace(one.shell.habits.now, folder=moved))
    page = one.shell.doorway.page
    assert type(page.error) is SyncedFolder
    assert Remedy.LOOK_FOR in page.buttons


def test_dossiers_on_another_computer_are_not_opened(desk: Any) -> None:
    one = desk()
    share = Path("//serveur/partage/filet")
    one.shell.doorway.show_door(one.shell.context, replace(one.shell.habits.now, folder=share))
    assert type(one.shell.doorway.page.error) is NetworkFolder


def test_who_holds_the_dossiers_is_told_by_hour_and_program_and_no_name(desk: Any) -> None:
    one = desk()
    with open_in_another_process(one.house):
        one.shell.show_door()
        more = one.shell.doorway.page.refusal.more
    assert more[0] == "Ouverts depuis 14\u00a0h\u00a030."
    assert more[1].startswith("Pour la personne qui s’occupe de l’ordinateur")


def test_she_says_where_the_dossiers_are(desk: Any) -> None:
    one = desk()
    moved = one.house.folder.rename(one.house.root / "ailleurs")
    one.shell.doorway.choose_folder = lambda _: moved
    one.shell.show_door()
    one.shell.doorway.page.buttons[Remedy.LOOK_FOR].click()
    assert isinstance(one.shell.doorway.page, UnlockScreen)
    one.open()
    assert one.face is Face.ROOM
    assert one.given.preferences.read()["folder"] == str(moved)


def test_a_key_pulled_out_while_locked_is_told_and_she_comes_back(desk: Any) -> None:
    one = desk()
    one.open()
    one.shell.lock()
    with unplugged(one.house):
        one.open()
        page = refused(one, VaultMissing)
    page.buttons[Remedy.RETRY].click()
    assert one.shell.doorway.page.since.text().startswith("Verrouillé à 14")
    one.open()
    assert one.face is Face.ROOM


def test_another_language_keeps_the_page(desk: Any) -> None:
    one = desk()
    with unplugged(one.house):
        one.shell.show_door()
        one.shell.doorway.page.language_chosen.emit("en")
        assert one.shell.doorway.page.notice.title().startswith("The dossiers are not in their")


def test_nothing_on_these_pages_deletes(desk: Any) -> None:
    one = desk()
    with ExitStack() as stack:
        stack.enter_context(AFTER_TYPING[VaultDamaged](one.house))
        one.shell.show_door()
        one.open()
        remedies = (Remedy.RESTORE, Remedy.SALVAGE, Remedy.RETRY, Remedy.LOOK_FOR)
        assert tuple(one.shell.doorway.page.buttons) == remedies


def test_urgent_numbers_stay_over_what_keeps_the_dossiers_closed(desk: Any) -> None:
    one = desk()
    doorway = one.shell.doorway
    doorway.toggle_emergency()
    doorway._refuse(VaultDamaged())
    assert doorway.currentWidget() is doorway.emergency
    doorway.toggle_emergency()
    assert isinstance(doorway.currentWidget(), RefusedScreen)
