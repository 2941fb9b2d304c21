"""A copy counts once it was opened with its own keys and read whole; otherwise there is none."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import PASSPHRASE, House, cabinet, enrolled
from copied import Scene, backing, damaged, names, other_manifest, without_last_page

from filet.adapters.store.copies import Copies
from filet.application.desk import Write
from filet.application.erasing import Erasing
from filet.domain.copies import Night
from filet.domain.errors import (
    BackupBesideVault,
    BackupDamaged,
    BackupsNotArranged,
    BackupStopped,
    FiletError,
    MediumMissing,
    MediumReadOnly,
    MediumVanished,
    NetworkFolder,
    SyncedFolder,
    WrongPassphrase,
)
from filet.domain.ids import WorkerId
from filet.domain.kinds import ErasureReason, NoteWritten, Why

REASON = ErasureReason.NOT_NECESSARY


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    made = Scene(tmp_path)
    yield made
    made.lock()


# Made ---------------------------------------------------------------------------------


def test_a_copy_is_a_folder_with_a_date_and_three_files(scene: Scene) -> None:
    assert scene.backing.run().value == ("2026-11-23_1430",)
    assert names(scene.place) == {"2026-11-23_1430"}
    assert names(scene.place / "2026-11-23_1430") == {"filet.vault", "filet.keys", "manifest.json"}


def test_a_copy_opens_with_the_passphrase_of_its_day_and_holds_the_same(scene: Scene) -> None:
    scene.note("la note")
    (name,) = scene.backing.run().value
    opened = scene.opened(name)
    file = scene.house.desk(opened).read(scene.case)
    assert [note.text for note in file.all(NoteWritten)] == ["la note"]
    assert scene.house.check(opened).findings == ()
    opened.vault.close()


def test_a_copy_is_one_file_that_can_be_read_where_nothing_can_be_written(scene: Scene) -> None:
    (name,) = scene.backing.run().value
    before = {path: path.read_bytes() for path in (scene.place / name).iterdir()}
    scene.backing._store.read_whole(
        scene.place / name,
        scene.entered.hand.reopen(scene.place / name),
        scene.backing._label(scene.place / name, scene.house.clock.now()),
        lambda: None,
    )
    assert {path: path.read_bytes() for path in (scene.place / name).iterdir()} == before


def test_a_copy_says_how_much_it_holds_and_names_nobody(scene: Scene) -> None:
    scene.note("brouhaha")
    (name,) = scene.backing.run().value
    said = (scene.place / name / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(said)
    heads = {head["chain"]: head["seq"] for head in manifest["heads"]}
    live = scene.entered.vault.journal.heads()
    assert manifest["dossiers"] == 1
    assert manifest["entries"] == sum(heads.values())
    assert heads[live[0].chain.hex()] == live[0].seq - 1
    assert manifest["format"] == "filet-backup/1"
    assert manifest["version"] == "0.1.0"
    assert not any(word in said.lower() for word in ("brouhaha", "éloïse", "tremblay", '"ab"'))
    assert os.uname().nodename not in said


def test_what_is_written_while_a_copy_is_made_is_in_it(scene: Scene) -> None:
    writes = [Write(NoteWritten("mot " * 10_000)) for _ in range(100)]
    scene.desk.record(scene.case, *writes)
    turns: list[int] = []

    def between() -> None:
        if not turns:
            scene.note("pendant la copie")
        turns.append(1)

    (name,) = scene.backing.run(between).value
    assert len(turns) > 2
    opened = scene.opened(name)
    texts = [note.text for note in scene.house.desk(opened).read(scene.case).all(NoteWritten)]
    assert texts[-1] == "pendant la copie"
    opened.vault.close()


def test_the_keys_may_change_while_a_copy_is_made(scene: Scene) -> None:
    scene.desk.record(scene.case, *[Write(NoteWritten("mot " * 10_000))] * 60)
    (former,) = scene.entered.hand.reopen(scene.house.folder)
    key = bytearray(os.urandom(32)) + former[32:]
    turns: list[int] = []

    def between() -> None:
        if not turns:
            scene.entered.vault.rekey(key)
        turns.append(1)

    (name,) = scene.backing.run(between).value
    opened = scene.opened(name)
    assert scene.house.check(opened).findings == ()
    opened.vault.close()
    assert scene.entered.vault.is_under(key)


def test_a_dossier_that_is_destroyed_while_a_copy_is_made_is_in_no_copy(scene: Scene) -> None:
    scene.desk.record(scene.case, *[Write(NoteWritten("mot " * 10_000))] * 60)
    turns: list[int] = []

    def between() -> None:
        if not turns:
            Erasing(scene.desk).destroy(scene.case, REASON)
        turns.append(1)

    (name,) = scene.backing.run(between).value
    opened = scene.opened(name)
    assert scene.house.check(opened).findings == ()
    assert scene.house.desk(opened).read(scene.case).all(NoteWritten) == ()
    opened.vault.close()


def test_a_copy_is_tried_by_itself_unless_it_would_fail_again(scene: Scene) -> None:
    assert scene.backing.promising()
    away = scene.place.rename(scene.place.with_name("tiroir"))
    assert scene.backing.promising()
    with pytest.raises(MediumMissing):
        scene.backing.run()
    assert not scene.backing.promising()
    away.rename(scene.place)
    assert scene.backing.promising()
    scene.backing.run()
    assert not scene.backing.promising()


def test_a_copy_is_recorded_with_where_it_is_and_who_opens_it(scene: Scene) -> None:
    scene.backing.run()
    (copy,) = scene.backing.book().copies
    assert (copy.made.name, copy.made.place) == ("2026-11-23_1430", str(scene.place))
    assert scene.entered.worker.hex in copy.made.slots
    assert len(copy.made.slots) == 2


def test_a_second_copy_of_one_night_takes_the_place_of_the_first(scene: Scene) -> None:
    scene.backing.run()
    scene.backing.run()
    assert names(scene.place) == {"2026-11-23_1430-2"}
    assert [one.made.name for one in scene.backing.book().copies] == ["2026-11-23_1430-2"]


def test_every_place_that_is_there_has_its_copy(scene: Scene, tmp_path: Path) -> None:
    other = tmp_path / "autre clé"
    other.mkdir()
    scene.backing.arrange(scene.place, other, tmp_path / "absente")
    scene.backing.run()
    assert names(scene.place) == names(other) == {"2026-11-23_1430"}
    assert scene.backing.book().missed == ()


def test_old_copies_make_room_and_other_files_stay(scene: Scene) -> None:
    (scene.place / "photo.jpg").write_bytes(b"x")
    for _ in range(17):
        scene.backing.run()
        scene.house.clock.move(days=1)
    kept = sorted(names(scene.place) - {"photo.jpg"})
    assert len(kept) == 15
    assert {copy.made.name for copy in scene.backing.book().copies} == set(kept)
    assert (scene.place / "photo.jpg").exists()


def test_a_copy_of_another_house_is_never_removed(scene: Scene, tmp_path: Path) -> None:
    (tmp_path / "voisine").mkdir()
    other = Scene(tmp_path / "voisine")
    other.backing.arrange(scene.place)
    other.house.clock.move(days=-400)
    (theirs,) = other.backing.run().value
    other.lock()
    for _ in range(16):
        scene.house.clock.move(days=1)
        scene.backing.run()
    assert theirs in names(scene.place)


def test_a_withdrawn_workers_phrase_opens_the_copies_of_her_time(scene: Scene) -> None:
    keys = cabinet()
    opened = keys.open(scene.house.folder, "AB", PASSPHRASE)
    scene.backing.run()
    slot = enrolled(scene.house.folder, opened, "CD", "mot").slot
    scene.house.clock.move(days=1)
    scene.backing.run()
    hers = scene.backing.book().opened_by(WorkerId(slot))
    assert [one.made.name for one in hers] == ["2026-11-24_1430"]
    found = Copies({}).copies(scene.place, scene.entered.vault_id)
    assert set(found) == {"2026-11-23_1430", "2026-11-24_1430"}


def test_a_manifest_travels_with_what_was_erased(scene: Scene) -> None:
    scene.note("de trop")
    ref = scene.desk.read(scene.case).refs(NoteWritten)[-1]
    Erasing(scene.desk).erase(scene.case, [ref], REASON)
    (name,) = scene.backing.run().value
    keys = scene.entered.hand.reopen(scene.place / name)
    (erased,) = Copies({}).described(scene.place / name, keys).erased
    assert erased.places == (ref,)
    assert erased.reason is REASON


def test_a_manifest_that_was_changed_is_not_believed(scene: Scene) -> None:
    (name,) = scene.backing.run().value
    other_manifest(scene.place / name)
    keys = scene.entered.hand.reopen(scene.place / name)
    with pytest.raises(BackupDamaged):
        Copies({}).described(scene.place / name, keys)
    assert Copies({}).described(scene.place / name, ()).dossiers == 2


# Not made -----------------------------------------------------------------------------


def missed(scene: Scene, error: type[FiletError], why: Why) -> None:
    with pytest.raises(error):
        scene.backing.run()
    assert [miss.why for _, miss in scene.backing.book().missed] == [why]
    assert scene.backing.nights()[-1] == Night(scene.house.clock.today(), "", why)


def test_nothing_is_copied_before_a_place_is_chosen(tmp_path: Path) -> None:
    house = House(tmp_path)
    entered = house.create()
    with pytest.raises(BackupsNotArranged):
        backing(house.desk(entered), entered).run()
    assert not backing(house.desk(entered), entered).due()
    entered.vault.close()


def test_a_key_that_is_not_plugged_in_is_said_so(scene: Scene) -> None:
    scene.place.rmdir()
    missed(scene, MediumMissing, Why.ABSENT)


def test_a_key_that_is_taken_out_in_the_middle_is_said_so(scene: Scene) -> None:
    scene.desk.record(scene.case, *(Write(NoteWritten("mot " * 10_000)) for _ in range(100)))

    def unplug() -> None:
        if any(scene.place.glob("*.part/filet.vault")):
            shutil.rmtree(scene.place, ignore_errors=True)

    with pytest.raises(MediumVanished):
        scene.backing.run(unplug)
    assert [miss.why for _, miss in scene.backing.book().missed] == [Why.VANISHED]


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator writes wherever it wants")
def test_a_key_that_cannot_be_written_is_said_so(scene: Scene) -> None:
    scene.place.chmod(0o500)
    missed(scene, MediumReadOnly, Why.READ_ONLY)
    scene.place.chmod(0o700)


def test_a_lock_stops_a_copy_and_leaves_nothing_of_it(scene: Scene) -> None:
    def lock() -> None:
        raise BackupStopped

    with pytest.raises(BackupStopped):
        scene.backing.run(lock)
    assert names(scene.place) == set()
    scene.note("la vie continue")
    assert scene.backing.book().missed == ()


def test_a_lock_stops_a_copy_that_is_being_read_as_well(scene: Scene) -> None:
    turns: list[int] = []

    def lock() -> None:
        turns.append(1)
        if any((scene.place / "2026-11-23_1430.part").glob("manifest.json")):
            raise BackupStopped

    with pytest.raises(BackupStopped):
        scene.backing.run(lock)
    assert turns
    assert names(scene.place) == set()


@pytest.mark.parametrize("inside", ["", "copies"])
def test_a_copy_beside_the_dossiers_is_refused(scene: Scene, inside: str) -> None:
    with pytest.raises(BackupBesideVault):
        scene.backing.arrange(scene.house.folder / inside)


@pytest.mark.parametrize(
    ("place", "error"),
    [("OneDrive - Maison/copies", SyncedFolder), ("//serveur/copies", NetworkFolder)],
)
def test_a_place_that_is_copied_elsewhere_is_refused(
    scene: Scene, tmp_path: Path, place: str, error: type[FiletError]
) -> None:
    where = Path(place) if place.startswith("//") else tmp_path / place
    if place.startswith("//") and os.name == "posix":
        pytest.skip("two slashes are one here")
    with pytest.raises(error):
        scene.backing.arrange(where)


@pytest.mark.parametrize("harm", [damaged(0), damaged(5), damaged(30), without_last_page])
def test_a_copy_that_was_harmed_is_never_read_as_whole(
    scene: Scene, harm: Callable[[Path], None]
) -> None:
    for _ in range(20):
        scene.note("mot " * 1500)
    (name,) = scene.backing.run().value
    copy = scene.place / name
    harm(copy)
    label = scene.backing._label(copy, scene.house.clock.now())
    with pytest.raises(BackupDamaged):
        Copies({}).read_whole(copy, scene.entered.hand.reopen(copy), label, lambda: None)


def test_the_hand_of_a_stranger_opens_no_copy(scene: Scene, tmp_path: Path) -> None:
    (name,) = scene.backing.run().value
    other = House(tmp_path / "voisine")
    stranger = other.create()
    with pytest.raises(WrongPassphrase):
        stranger.hand.reopen(scene.place / name)
    stranger.vault.close()


# While it is locked -------------------------------------------------------------------


def test_a_copy_that_is_not_due_is_not_made_while_locked(scene: Scene) -> None:
    scene.backing.run()
    assert scene.backing.while_locked() is None


def test_a_copy_is_made_while_locked_and_marked_as_not_read(scene: Scene) -> None:
    copy = scene.backing.while_locked()
    assert copy is not None
    scene.lock()
    assert copy(lambda: None) == ("2026-11-23_1430",)
    assert names(scene.place) == {"2026-11-23_1430_non-relue"}
    scene.unlock()
    assert scene.backing.book().copies == ()


def test_a_copy_made_while_locked_is_read_at_the_next_opening(scene: Scene) -> None:
    scene.note("la note")
    copy = scene.backing.while_locked()
    assert copy is not None
    scene.lock()
    copy(lambda: None)
    scene.house.clock.move(hours=9)
    scene.unlock()
    scene.note("plus tard")
    assert scene.backing.read_again().value == ("2026-11-23_1430",)
    assert names(scene.place) == {"2026-11-23_1430"}
    (known,) = scene.backing.book().copies
    assert known.made.name == "2026-11-23_1430"
    holds = Copies({}).described(
        scene.place / known.made.name, scene.entered.hand.reopen(scene.place / known.made.name)
    )
    assert holds.taken.local().hour == 14
    opened = scene.opened("2026-11-23_1430")
    assert scene.house.check(opened).findings == ()
    opened.vault.close()


@pytest.mark.parametrize("harm", [damaged(3), without_last_page])
def test_a_copy_made_while_locked_that_does_not_hold_is_no_copy(
    scene: Scene, harm: Callable[[Path], None]
) -> None:
    copy = scene.backing.while_locked()
    assert copy is not None
    scene.lock()
    copy(lambda: None)
    harm(scene.place / "2026-11-23_1430_non-relue")
    scene.unlock()
    assert scene.backing.read_again().value == ()
    assert [miss.why for _, miss in scene.backing.book().missed] == [Why.DAMAGED]
    assert scene.backing.due()


def test_a_copy_of_dossiers_that_opened_again_meanwhile_is_dropped(scene: Scene) -> None:
    copy = scene.backing.while_locked()
    assert copy is not None
    assert copy(lambda: None) == ()
    assert names(scene.place) == set()


def test_what_a_kill_left_of_a_copy_is_swept_by_the_next(scene: Scene) -> None:
    part = scene.place / "2026-11-22_2200.part"
    part.mkdir()
    (part / "filet.vault").write_bytes(b"x")
    stranger = scene.place / "roman.part"
    stranger.mkdir()
    (stranger / "chapitre 1").write_bytes(b"x")
    scene.backing.run()
    assert names(scene.place) == {"2026-11-23_1430", "roman.part"}
