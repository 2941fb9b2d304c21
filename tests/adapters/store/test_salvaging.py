"""What can be read of a damaged vault is saved, and what cannot is named to the entry."""

import os
import shutil
from pathlib import Path

import pytest
from builders import CASE, PASSPHRASE, House, cabinet, sql, tampered
from copied import Scene, backing, way

from filet.adapters.store.wrecks import SqlWrecks
from filet.application.desk import Write
from filet.application.keeping import DraftKey
from filet.application.salvaging import Rescued, Salvaging
from filet.application.unlocking import Entered
from filet.domain.errors import NothingToSalvage, VaultExists
from filet.domain.ids import HOUSE
from filet.domain.kinds import NoteWritten, VaultSalvaged

PAGE = 4096
NOTES = 60


class Wreck:
    """A house of many notes, its vault closed, and another folder to save it into."""

    def __init__(self, root: Path) -> None:
        self.house = House(root)
        entered = self.house.create()
        desk, first = self.house.desk(entered), self.pages(entered)
        for number in range(NOTES):
            desk.record(CASE, Write(NoteWritten(f"note {number} " + "mot " * 300)))
        key = DraftKey(entered.worker, CASE, "note")
        entered.vault.write(lambda: entered.vault.drafts.save(key, b"un brouillon", 1))
        last = self.pages(entered)
        self.pages_of_notes = range(first, last)
        self.heads = entered.vault.journal.heads()
        entered.vault.close()
        self.vault = self.house.folder / "filet.vault"
        self.target = root / "sauvé"
        self.saved = House(root / "sauvé-local", self.house.clock)

    def pages(self, entered: Entered) -> int:
        (count,) = sql(entered).connection.execute("PRAGMA page_count").fetchone()
        return int(count)

    def harm(self, *pages: int) -> None:
        data = bytearray(self.vault.read_bytes())
        for page in pages:
            data[(page - 1) * PAGE + 100] ^= 1
        self.vault.write_bytes(data)

    def salvage(self) -> Rescued:
        wrecks = SqlWrecks(self.house.vaults)
        before = self.vault.read_bytes()
        rescued = Salvaging(wrecks, cabinet(), self.house.clock).salvage(
            self.house.folder, self.target, way
        )
        assert self.vault.read_bytes() == before
        return rescued

    def open(self) -> Entered:
        return self.house.unlocking.unlock(self.target, "AB", PASSPHRASE)


@pytest.fixture
def wreck(tmp_path: Path) -> Wreck:
    return Wreck(tmp_path)


def notes(house: House, entered: Entered) -> list[int]:
    found = house.desk(entered).read(CASE).all(NoteWritten)
    return [int(note.text.split()[1]) for note in found]


def test_a_sound_vault_is_saved_whole(wreck: Wreck) -> None:
    rescued = wreck.salvage()
    assert rescued.lost == ()
    assert rescued.read == sum(head.seq for head in wreck.heads)
    entered = wreck.open()
    assert notes(wreck.house, entered) == list(range(NOTES))
    assert wreck.house.check(entered).findings == ()
    entered.vault.close()


@pytest.fixture(params=[4, 10, 25])
def harmed(wreck: Wreck, request: pytest.FixtureRequest) -> tuple[Wreck, Rescued]:
    """Return a vault of which some pages of entries cannot be read, and what was saved."""
    pages = wreck.pages_of_notes
    wreck.harm(*pages[len(pages) // 3 :][: request.param])
    return wreck, wreck.salvage()


def test_every_entry_is_read_or_named_as_lost(harmed: tuple[Wreck, Rescued]) -> None:
    wreck, rescued = harmed
    assert rescued.lost
    assert rescued.read > 0
    assert rescued.read + rescued.lost_entries == sum(head.seq for head in wreck.heads)
    entered = wreck.open()
    kept = notes(wreck.house, entered)
    assert len(kept) < NOTES
    lost = {ref for run in rescued.lost for ref in range(run.first.seq, run.last + 1)}
    file = wreck.house.desk(entered).read(CASE)
    assert not {entry.ref.seq for entry in file.entries} & lost
    entered.vault.close()


def test_what_was_saved_verifies_and_says_what_it_lacks(harmed: tuple[Wreck, Rescued]) -> None:
    wreck, rescued = harmed
    entered = wreck.open()
    report = wreck.house.check(entered)
    assert report.findings == ()
    assert report.lost == rescued.lost_entries
    (told,) = entered.vault.journal.of_kinds(("vault_salvaged/1",), HOUSE)
    assert told.content == VaultSalvaged(rescued.read, rescued.lost)
    assert told.signed
    entered.vault.close()


def test_what_was_saved_keeps_its_places_its_writers_and_its_times(
    harmed: tuple[Wreck, Rescued],
) -> None:
    wreck, _ = harmed
    entered = wreck.open()
    chain = wreck.heads[0].chain
    for entry in wreck.house.desk(entered).read(CASE).entries:
        assert entry.ref.chain == chain
        assert entry.by == entered.worker
    entered.vault.close()


def test_what_was_saved_is_opened_and_written_in_and_copied(
    harmed: tuple[Wreck, Rescued], tmp_path: Path
) -> None:
    wreck, _ = harmed
    entered = wreck.open()
    desk = wreck.house.desk(entered)
    desk.record(CASE, Write(NoteWritten("note 99 de plus")))
    place = tmp_path / "clé"
    place.mkdir()
    copies = backing(desk, entered)
    copies.arrange(place)
    assert copies.run().value
    entered.vault.close()
    entered = wreck.open()
    assert notes(wreck.house, entered)[-1] == 99
    assert entered.noticed == ()
    entered.vault.close()


def test_a_place_that_was_emptied_by_hand_and_called_lost_is_reported(wreck: Wreck) -> None:
    wreck.salvage()
    entered = wreck.open()
    tampered(
        entered,
        "UPDATE entry SET file = NULL, at = NULL, offset = NULL, author = NULL, kind = NULL,"
        " body = NULL, salt = NULL, sig = NULL, commitment = zeroblob(32) WHERE seq = ?",
        values=(wreck.heads[0].seq - 5,),
    )
    report = wreck.house.check(entered)
    assert {one.what for one in report.findings} >= {"blanked", "chain"}
    assert report.lost == 0
    entered.vault.close()


def test_unfinished_words_are_saved_too(wreck: Wreck) -> None:
    pages = wreck.pages_of_notes
    wreck.harm(pages[len(pages) // 2])
    wreck.salvage()
    entered = wreck.open()
    key = DraftKey(entered.worker, CASE, "note")
    assert entered.vault.drafts.read(key) == b"un brouillon"
    entered.vault.close()


def test_a_vault_that_was_cut_is_saved_up_to_there(wreck: Wreck) -> None:
    size = wreck.vault.stat().st_size
    os.truncate(wreck.vault, size * 2 // 3 // PAGE * PAGE)
    rescued = wreck.salvage()
    assert rescued.lost
    assert rescued.read + rescued.lost_entries == sum(head.seq for head in wreck.heads)
    entered = wreck.open()
    assert notes(wreck.house, entered)
    assert wreck.house.check(entered).findings == ()
    entered.vault.close()


def test_what_stood_in_the_log_only_is_saved(wreck: Wreck, tmp_path: Path) -> None:
    entered = wreck.house.unlock()
    wreck.house.desk(entered).record(CASE, Write(NoteWritten("note 77 au journal")))
    killed = tmp_path / "tué"
    shutil.copytree(wreck.house.folder, killed)
    entered.vault.close()
    assert (killed / "filet.vault-wal").stat().st_size > 0
    Salvaging(SqlWrecks(wreck.house.vaults), cabinet(), wreck.house.clock).salvage(
        killed, wreck.target, way
    )
    saved = wreck.open()
    assert notes(wreck.house, saved)[-1] == 77
    saved.vault.close()


@pytest.mark.parametrize("harm", ["first page", "nothing"])
def test_where_nothing_can_be_read_it_is_said_so(wreck: Wreck, harm: str) -> None:
    if harm == "nothing":
        wreck.vault.write_bytes(b"")
    else:
        wreck.harm(1)
    with pytest.raises(NothingToSalvage):
        wreck.salvage()
    assert not (wreck.target / "filet.vault").exists()


def test_nothing_is_saved_over_other_dossiers(wreck: Wreck) -> None:
    with pytest.raises(VaultExists):
        Salvaging(SqlWrecks(wreck.house.vaults), cabinet(), wreck.house.clock).salvage(
            wreck.house.folder, wreck.house.folder, way
        )


def test_keys_that_are_lost_come_from_a_copy(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.note("la note")
    (name,) = scene.backing.run().value
    scene.lock()
    for keys in ("filet.keys", "filet.keys.copy"):
        (scene.house.folder / keys).unlink()
    target = tmp_path / "sauvé"
    Salvaging(SqlWrecks(scene.house.vaults), cabinet(), scene.house.clock).salvage(
        scene.house.folder, target, way, scene.place / name
    )
    entered = scene.house.unlocking.unlock(target, "AB", PASSPHRASE)
    assert [note.text for note in scene.house.desk(entered).read(scene.case).all(NoteWritten)] == [
        "la note"
    ]
    entered.vault.close()
