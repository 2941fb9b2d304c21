"""A disk that refuses, really: what is typed stays, is tried again, sealed, put aside; never lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import House
from disks import FailingDisk, SmallDisk, failing_disk, small_disk
from PySide6.QtGui import QCloseEvent
from pytestqt.qtbot import QtBot

from filet.domain.errors import VaultMissing
from filet.domain.ids import HOUSE
from filet.domain.kinds import CallNoted
from filet.gui import bars
from filet.gui.guards import Face
from filet.gui.refusals import Remedy
from filet.gui.screens.locked import LockedScreen
from filet.gui.screens.unsaved import UnsavedScreen


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(House(tmp_path).folder) as made:
        yield made


@pytest.fixture
def one(disk: SmallDisk, desk: Any) -> Any:
    made = desk()
    made.open()
    return made


def rooms(one: Any) -> Any:
    return one.shell.room.pages.currentWidget()


def call(one: Any, words: str) -> Any:
    """Write in a call, as far as its draft."""
    if not hasattr(rooms(one).page, "form"):
        rooms(one).show_call()
    page = rooms(one).page
    page.fields["words"].show_text(words)
    page.flush()
    return page


def written(one: Any) -> str:
    return str(one.shell.room.top.written.text())


def calls(one: Any) -> list[str]:
    vault = one.shell._inside.entered.vault
    entries = vault.journal.of_kinds(("call_noted/1",), HOUSE)
    return [entry.content.words for entry in entries if isinstance(entry.content, CallNoted)]


def told(one: Any, key: str) -> str:
    return str(one.shell.room.bars.shown[key].accessibleName())


def test_a_full_disk_is_told_and_what_was_typed_is_still_there(one: Any, disk: SmallDisk) -> None:
    disk.fill()
    page = call(one, "Il est devant la porte.")
    assert written(one) == "Pas encore enregistré"
    assert told(one, bars.UNSAVED).startswith("Le disque est plein. Vos réponses sont gardées")
    assert page.fields["words"].text() == "Il est devant la porte."
    call(one, "Il est devant la porte. Il crie.")
    disk.empty()
    one.shell.context.keeper.retry()
    assert written(one).startswith("Enregistré à")
    assert bars.UNSAVED not in one.shell.room.bars.shown
    drafting = one.shell._inside.services.drafting
    assert drafting.read(drafting.key("call"))["words"] == "Il est devant la porte. Il crie."


def test_it_tries_again_by_itself(one: Any, disk: SmallDisk, qtbot: QtBot) -> None:
    disk.fill()
    call(one, "mot")
    disk.empty()
    one.shell.context.keeper._timer.setInterval(1)
    qtbot.waitUntil(lambda: one.shell.context.keeper.error is None)


def test_an_entry_waits_and_the_page_goes_on_when_it_is_kept(one: Any, disk: SmallDisk) -> None:
    disk.fill()
    page = call(one, "Il est parti.")
    page.leave()
    assert rooms(one).page is page
    disk.empty()
    one.shell.context.keeper.retry()
    assert calls(one) == ["Il est parti."]
    assert rooms(one).page is rooms(one).home


def test_what_is_typed_while_a_call_waits_is_in_the_call(one: Any, disk: SmallDisk) -> None:
    disk.fill()
    page = call(one, "Il est parti.")
    page.leave()
    page.fields["words"].show_text("Il est parti. Il revient.")
    disk.empty()
    one.shell.context.keeper.retry()
    assert calls(one)[-1] == "Il est parti. Il revient."
    drafting = one.shell._inside.services.drafting
    assert drafting.read(drafting.key("call")) == {}


def test_locking_seals_says_so_and_the_same_worker_finds_it(one: Any, disk: SmallDisk) -> None:
    disk.fill()
    call(one, "Il est devant la porte.")
    one.shell.lock()
    page = one.shell.doorway.page
    assert isinstance(page, LockedScreen)
    assert "scellé en mémoire" in page.since.text()
    assert "Tout est enregistré" not in page.since.text()
    disk.empty()
    one.open()
    assert one.shell.keeping.held == ()
    assert told(one, bars.RESTORED).endswith("1 texte ou geste.")
    assert rooms(one).page.fields["words"].text() == "Il est devant la porte."


def test_nothing_of_it_is_readable_while_locked(one: Any, disk: SmallDisk) -> None:
    disk.fill()
    call(one, "Il est devant la porte.")
    one.shell.lock()
    assert b"porte" not in one.shell.keeping.held[0].data


def test_a_disk_that_is_still_full_keeps_it_through_another_lock(one: Any, disk: SmallDisk) -> None:
    disk.fill()
    call(one, "Il est devant la porte.").leave()
    one.shell.lock()
    disk.fill()
    one.open()
    assert one.face is Face.ROOM
    assert bars.UNSAVED in one.shell.room.bars.shown
    assert bars.UNRECORDED in one.shell.room.bars.shown
    one.shell.lock()
    disk.empty()
    one.open()
    assert calls(one) == ["Il est devant la porte."]


# A medium that fails ------------------------------------------------------------------


@pytest.fixture
def failing(tmp_path: Path) -> Iterator[FailingDisk]:
    with failing_disk(House(tmp_path).folder, tmp_path / "image") as made:
        yield made


def test_a_medium_that_fails_under_the_work_is_told_and_loses_nothing(
    failing: FailingDisk, desk: Any
) -> None:
    one = desk()
    one.open()
    call(one, "avant")
    failing.fail()
    call(one, "Il est devant la porte.").leave()
    assert written(one) == "Pas encore enregistré"
    assert told(one, bars.UNSAVED).startswith("Pas encore enregistré. Filet réessaie")
    one.shell.lock()
    failing.pull_out()
    one.open()
    page = one.shell.doorway.page
    assert type(page.error) is VaultMissing
    assert page.held.text().startswith("1 texte ou geste est scellé en mémoire")
    failing.plug_in()
    page.buttons[Remedy.RETRY].click()
    one.open()
    assert calls(one) == ["Il est devant la porte."]


# Closing ------------------------------------------------------------------------------


def close(one: Any) -> bool:
    event = QCloseEvent()
    one.shell.closeEvent(event)
    return event.isAccepted()


def test_closing_on_a_sound_disk_asks_nothing(one: Any, disk: SmallDisk) -> None:
    call(one, "mot")
    assert close(one)


def test_closing_on_a_full_disk_asks_where_to_put_it(
    one: Any, disk: SmallDisk, tmp_path: Path
) -> None:
    disk.fill()
    call(one, "Il est devant la porte.").leave()
    assert not close(one)
    page = one.shell.doorway.page
    assert isinstance(page, UnsavedScreen)
    assert page.elsewhere.hasFocus()
    one.shell.doorway.choose_folder = lambda _: tmp_path / "clé"
    page.elsewhere.click()
    (path,) = (tmp_path / "clé").iterdir()
    assert b"porte" not in path.read_bytes()
    assert close(one)
    assert one.given.preferences.read()["aside"] == str(tmp_path / "clé")


def test_what_was_put_on_a_key_comes_back_when_it_is_plugged_in(
    one: Any, disk: SmallDisk, tmp_path: Path
) -> None:
    key, away = tmp_path / "clé", tmp_path / "débranchée"
    disk.fill()
    call(one, "Il est devant la porte.").leave()
    close(one)
    one.shell.doorway.choose_folder = lambda _: key
    one.shell.doorway.page.elsewhere.click()
    disk.empty()
    key.rename(away)
    one.shell.show_door()
    one.open()
    assert str(key) in told(one, bars.ASIDE).replace("\u200b", "")
    away.rename(key)
    one.shell.room.bars.shown[bars.ASIDE].chosen.emit(0)
    assert calls(one) == ["Il est devant la porte."]
    assert list(key.iterdir()) == []
    assert "aside" not in one.given.preferences.read()
    assert bars.ASIDE not in one.shell.room.bars.shown


def test_a_folder_that_refuses_too_is_told_and_nothing_is_forgotten(
    one: Any, disk: SmallDisk
) -> None:
    disk.fill()
    call(one, "Il est devant la porte.")
    close(one)
    disk.fill()
    one.shell.doorway.choose_folder = lambda _: disk.folder / "ailleurs"
    one.shell.doorway.page.elsewhere.click()
    assert one.shell.doorway.page.notice.title().startswith("Le disque est plein")
    assert one.shell.keeping.held


def test_opening_again_instead_of_closing_writes_it(one: Any, disk: SmallDisk) -> None:
    disk.fill()
    call(one, "Il est devant la porte.").leave()
    close(one)
    one.shell.doorway.page.reopen.click()
    disk.empty()
    one.open()
    assert calls(one) == ["Il est devant la porte."]


def test_losing_it_takes_two_times_of_asking(one: Any, disk: SmallDisk) -> None:
    disk.fill()
    call(one, "mot")
    close(one)
    page = one.shell.doorway.page
    page.lose.click()
    assert page.sure.no.hasFocus()
    assert not close(one)
    one.shell.doorway.page.sure.yes.click()
    assert close(one)


def test_a_session_that_ends_leaves_it_on_this_computer(one: Any, disk: SmallDisk) -> None:
    disk.fill()
    call(one, "Il est devant la porte.").leave()
    one.shell.leave()
    disk.empty()
    one.shell.show_door()
    one.open()
    assert calls(one) == ["Il est devant la porte."]
