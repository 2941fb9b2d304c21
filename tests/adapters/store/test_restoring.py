"""Going back to a copy brings back nothing that was erased, and loses nothing that was there."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from builders import PASSPHRASE, House, cabinet, enrolled
from children import start
from copied import (
    Scene,
    damaged,
    names,
    other_manifest,
    restoring,
    way,
    without_last_page,
)

from filet.adapters.store import replacing
from filet.application.calls import Calls
from filet.application.cases import Cases
from filet.application.desk import Write
from filet.application.erasing import Erasing
from filet.application.home import Home
from filet.application.restoring import Restored
from filet.application.unlocking import Opened
from filet.domain.errors import (
    BackupDamaged,
    BackupForeign,
    BackupMissing,
    FiletError,
    VaultIsCopy,
    VaultOpenElsewhere,
    WrongPassphrase,
)
from filet.domain.ids import HOUSE, CallId, CaseId
from filet.domain.kinds import (
    CallNoted,
    ErasureReason,
    NoteWritten,
    RollbackNoticed,
    VaultRestored,
    WordsNoted,
)

REASON = ErasureReason.NOT_NECESSARY
CALL = CallId(UUID(int=4))


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    made = Scene(tmp_path)
    made.note("avant la copie")
    yield made
    made.lock()


def copied(scene: Scene) -> Path:
    (name,) = scene.backing.run().value
    return scene.place / name


def restored(scene: Scene, copy: Path) -> Restored:
    """Lock, go back to a copy, unlock."""
    scene.lock()
    done = restoring(scene.house).restore(copy, scene.house.folder, way)
    scene.unlock()
    return done


def texts(scene: Scene, case: CaseId | None = None) -> list[str]:
    return [note.text for note in scene.desk.read(case or scene.case).all(NoteWritten)]


def aside(house: House) -> Path:
    (found,) = house.folder.glob("mis-de-cote_*")
    return found


# Restored -----------------------------------------------------------------------------


def test_what_stands_in_the_copy_stands_in_the_dossiers_again(scene: Scene) -> None:
    copy = copied(scene)
    scene.note("après la copie")
    restored(scene, copy)
    assert texts(scene) == ["avant la copie"]
    assert scene.house.check(scene.entered).findings == ()
    assert [line.given for line in Home(scene.desk).first_page()] == ["Éloïse"]


def test_what_was_replaced_is_set_aside_and_still_opens(scene: Scene) -> None:
    copy = copied(scene)
    scene.note("après la copie")
    restored(scene, copy)
    former = aside(scene.house)
    assert {"filet.vault", "filet.keys", "filet.keys.copy"} <= names(former)
    opened = scene.house.on("autre").unlocking.unlock(former, "AB", PASSPHRASE)
    notes = scene.house.desk(opened).read(scene.case).all(NoteWritten)
    assert [note.text for note in notes] == ["avant la copie", "après la copie"]
    opened.vault.close()


def test_a_restore_goes_on_in_a_chain_of_its_own_and_explains_what_is_missing(
    scene: Scene,
) -> None:
    copy = copied(scene)
    scene.note("après la copie")
    lost = scene.entered.vault.journal.heads()[0]
    restored(scene, copy)
    assert scene.entered.noticed == ()
    assert len(scene.entered.vault.journal.heads()) == 2
    (told,) = scene.entered.vault.journal.of_kinds(("vault_restored/1",), HOUSE)
    assert isinstance(told.content, VaultRestored)
    assert told.content.backup == "2026-11-23_1430"
    assert told.content.witnessed is not None
    assert told.content.witnessed.chain == lost.chain
    assert told.signed
    scene.lock()
    scene.unlock()
    assert scene.entered.noticed == ()


def test_an_older_copy_put_back_by_hand_after_a_restore_is_noticed(scene: Scene) -> None:
    copy = copied(scene)
    restored(scene, copy)
    scene.note("après la restauration")
    scene.lock()
    for name in ("filet.vault", "filet.keys"):
        shutil.copy(copy / name, scene.house.folder / name)
    scene.unlock()
    assert [type(one) for one in scene.entered.noticed] == [RollbackNoticed]


def test_a_restore_into_an_empty_folder_of_another_computer_is_a_house_again(
    scene: Scene, tmp_path: Path
) -> None:
    copy = copied(scene)
    house = House(tmp_path / "neuf", scene.house.clock)
    house.folder.mkdir(parents=True)
    restoring(house).restore(copy, house.folder, way)
    entered = house.unlock()
    assert house.check(entered).findings == ()
    assert [note.text for note in house.desk(entered).read(scene.case).all(NoteWritten)] == [
        "avant la copie"
    ]
    assert {"filet.keys", "filet.keys.copy"} <= names(house.folder)
    entered.vault.close()


def test_dossiers_that_cannot_be_opened_any_more_are_restored_over(scene: Scene) -> None:
    copy = copied(scene)
    scene.lock()
    vault = scene.house.folder / "filet.vault"
    vault.write_bytes(b"x" * 5000)
    done = restoring(scene.house).restore(copy, scene.house.folder, way)
    scene.unlock()
    assert not done.erasures_known
    assert (aside(scene.house) / "filet.vault").read_bytes() == b"x" * 5000
    assert texts(scene) == ["avant la copie"]


def test_the_recovery_key_restores_as_well(scene: Scene) -> None:
    copy = copied(scene)
    scene.lock()
    lines = scene.house.recovery
    restoring(scene.house).restore(
        copy, scene.house.folder, lambda folder: cabinet().recover(folder, lines)
    )
    scene.unlock()
    assert texts(scene) == ["avant la copie"]


def test_a_copy_is_tried_out_without_touching_anything(scene: Scene) -> None:
    copy = copied(scene)
    scene.lock()
    before = {path: path.read_bytes() for path in scene.house.root.rglob("*") if path.is_file()}
    holds = restoring(scene.house).try_out(copy, way)
    assert {p: p.read_bytes() for p in scene.house.root.rglob("*") if p.is_file()} == before
    assert holds.dossiers == 1
    scene.unlock()


def test_whose_phrase_opens_it_again_is_told(scene: Scene) -> None:
    keys, folder = cabinet(), scene.house.folder
    before = (folder / "filet.keys").read_bytes()
    enrolled(folder, keys.open(folder, "AB", PASSPHRASE), "CD", "mot")
    copy = copied(scene)
    for name in ("filet.keys", "filet.keys.copy"):  # CD was withdrawn since
        (folder / name).write_bytes(before)
    assert restored(scene, copy).opens_again == ("CD",)


# Erased again -------------------------------------------------------------------------


def test_what_was_erased_after_the_copy_is_erased_in_it_before_it_opens(scene: Scene) -> None:
    scene.note("de trop")
    copy = copied(scene)
    ref = scene.desk.read(scene.case).refs(NoteWritten)[-1]
    Erasing(scene.desk).erase(scene.case, [ref], REASON)
    done = restored(scene, copy)
    assert done.erased_again == 1
    assert texts(scene) == ["avant la copie"]
    assert scene.entered.vault.journal.at([ref])[0].blank
    assert scene.house.check(scene.entered).findings == ()


def test_what_was_destroyed_stays_destroyed(scene: Scene) -> None:
    other = Cases(scene.desk).create("Zoé", "Roy").value.case
    scene.desk.record(other, Write(WordsNoted("ses mots")), Write(NoteWritten("sa note")))
    call = Calls(scene.desk).note(CallNoted(CALL, caller="Lou")).value
    Calls(scene.desk).attach(other, CALL, call.ref)
    copy = copied(scene)
    Erasing(scene.desk).destroy(other, ErasureReason.RETENTION)
    done = restored(scene, copy)
    assert done.erased_again >= 5
    assert texts(scene, other) == []
    assert other not in set(scene.entered.vault.journal.cases())
    assert scene.entered.vault.journal.at([call.ref])[0].blank
    assert [line.given for line in Home(scene.desk).first_page()] == ["Éloïse"]
    destroyed = scene.entered.vault.journal.of_kinds(("file_destroyed/1",), HOUSE)
    assert [getattr(one.content, "case", None) for one in destroyed] == [other]
    assert scene.house.check(scene.entered).findings == ()


def test_a_later_copy_tells_what_was_erased_when_the_dossiers_cannot(scene: Scene) -> None:
    scene.note("de trop")
    copy = copied(scene)
    ref = scene.desk.read(scene.case).refs(NoteWritten)[-1]
    Erasing(scene.desk).erase(scene.case, [ref], REASON)
    scene.house.clock.move(days=1)
    copied(scene)
    scene.lock()
    (scene.house.folder / "filet.vault").write_bytes(b"")
    done = restoring(scene.house).restore(copy, scene.house.folder, way)
    scene.unlock()
    assert (done.erased_again, done.erasures_known) == (1, False)
    assert texts(scene) == ["avant la copie"]


def test_a_later_copy_that_somebody_forged_erases_nothing(scene: Scene) -> None:
    copy = copied(scene)
    scene.house.clock.move(days=1)
    later = copied(scene)
    text = (later / "manifest.json").read_text(encoding="utf-8")
    (head,) = scene.entered.vault.journal.heads()
    lie = (
        '"erased": [{"chain":"' + "ff" * 16 + '","seq":1,"kind":"file_destroyed/1",'
        '"reason":"destroyed","places":{"' + head.chain.hex() + '":[[5,8]]}}]'
    )
    (later / "manifest.json").write_text(text.replace('"erased": []', lie), encoding="utf-8")
    assert restored(scene, copy).erased_again == 0
    assert texts(scene) == ["avant la copie"]


def test_words_erased_again_are_in_no_search(scene: Scene) -> None:
    scene.note("introuvable")
    copy = copied(scene)
    ref = scene.desk.read(scene.case).refs(NoteWritten)[-1]
    Erasing(scene.desk).erase(scene.case, [ref], REASON)
    restored(scene, copy)
    assert scene.entered.vault.lists.search(["introuvable"], 9) == ()
    assert scene.entered.vault.lists.search(["avant"], 9) != ()


# Refused ------------------------------------------------------------------------------


def untouched(scene: Scene, copy: Path, error: type[FiletError]) -> FiletError:
    scene.lock()
    before = {path: path.read_bytes() for path in scene.house.folder.iterdir() if path.is_file()}
    with pytest.raises(FiletError) as caught:
        restoring(scene.house).restore(copy, scene.house.folder, way)
    assert type(caught.value) is error
    assert {p: p.read_bytes() for p in scene.house.folder.iterdir() if p.is_file()} == before
    scene.unlock()
    assert texts(scene) == ["avant la copie"]
    return caught.value


def without_manifest(copy: Path) -> None:
    (copy / "manifest.json").unlink()


def without_vault(copy: Path) -> None:
    (copy / "filet.vault").unlink()


def without_keys(copy: Path) -> None:
    (copy / "filet.keys").unlink()


def with_broken_keys(copy: Path) -> None:
    (copy / "filet.keys").write_bytes(b"{}\n0\n")


@pytest.mark.parametrize(
    ("harm", "error", "what"),
    [
        (without_manifest, BackupMissing, None),
        (without_vault, BackupMissing, None),
        (without_keys, BackupDamaged, "filet.keys"),
        (with_broken_keys, BackupDamaged, "filet.keys"),
        (other_manifest, BackupDamaged, "manifest.json"),
        (damaged(0), BackupDamaged, "filet.vault"),
        (damaged(20), BackupDamaged, "filet.vault"),
        (without_last_page, BackupDamaged, "filet.vault"),
    ],
)
def test_a_broken_copy_is_refused_with_what_is_wrong(
    scene: Scene, harm: Callable[[Path], None], error: type[FiletError], what: str | None
) -> None:
    copy = copied(scene)
    harm(copy)
    assert untouched(scene, copy, error).fields.get("what") == what


def test_an_older_vault_under_a_newer_manifest_is_refused(scene: Scene) -> None:
    copy = copied(scene)
    older = (copy / "filet.vault").read_bytes()
    scene.house.clock.move(days=1)
    newer = copied(scene)
    (newer / "filet.vault").write_bytes(older)
    scene.lock()
    with pytest.raises(FiletError) as caught:
        restoring(scene.house).restore(newer, scene.house.folder, way)
    assert (caught.value.code, caught.value.fields["what"]) == ("backup_differs", "heads")
    scene.unlock()


def test_the_copy_of_another_house_is_refused(scene: Scene, tmp_path: Path) -> None:
    (tmp_path / "voisine").mkdir()
    other = Scene(tmp_path / "voisine")
    copy = copied(other)
    other.lock()
    untouched(scene, copy, BackupForeign)


def test_a_wrong_passphrase_restores_nothing(scene: Scene) -> None:
    copy = copied(scene)

    def wrong(folder: Path) -> Opened:
        return cabinet().open(folder, "AB", "autre chose")

    scene.lock()
    with pytest.raises(WrongPassphrase):
        restoring(scene.house).restore(copy, scene.house.folder, wrong)
    scene.unlock()


def test_dossiers_that_another_program_holds_are_not_replaced(scene: Scene) -> None:
    copy = copied(scene)
    scene.lock()
    with start("hold", scene.house.root) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "open\n"
        with pytest.raises(VaultOpenElsewhere):
            restoring(scene.house).restore(copy, scene.house.folder, way)
        child.stdin.write("\n")
        child.stdin.flush()
        child.wait()
    scene.unlock()
    assert texts(scene) == ["avant la copie"]


# Interrupted --------------------------------------------------------------------------


class Killed(BaseException):
    """Stands for a power cut."""


@pytest.mark.parametrize("step", range(7))
def test_a_restore_that_stops_at_any_rename_is_finished_at_the_next_opening(
    scene: Scene, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copied(scene)
    scene.note("après la copie")
    scene.lock()
    count, real = [0], os.replace

    def replace(self: Path, target: Path) -> Path:
        if self.suffix != ".part":
            if count[0] == step:
                raise Killed
            count[0] += 1
        real(self, target)
        return target

    monkeypatch.setattr(Path, "replace", replace)
    stopped = False
    try:
        restoring(scene.house).restore(copy, scene.house.folder, way)
    except Killed:
        stopped = True
    monkeypatch.undo()
    scene.unlock()
    assert stopped == (step < 6)
    assert texts(scene) == ["avant la copie"]
    assert scene.house.check(scene.entered).findings == ()
    assert {"filet.vault", "filet.keys", "filet.keys.copy"} <= names(aside(scene.house))
    assert replacing.INCOMING not in names(scene.house.folder)


# Keys ---------------------------------------------------------------------------------


def test_a_lost_key_file_comes_back_from_a_copy(scene: Scene) -> None:
    copy = copied(scene)
    scene.note("après la copie")
    scene.lock()
    for name in ("filet.keys", "filet.keys.copy"):
        (scene.house.folder / name).unlink()
    restoring(scene.house).restore_keys(copy, scene.house.folder, way)
    scene.unlock()
    assert texts(scene) == ["avant la copie", "après la copie"]
    assert {"filet.keys", "filet.keys.copy"} <= names(scene.house.folder)


def test_the_keys_of_another_house_are_not_put_here(scene: Scene, tmp_path: Path) -> None:
    (tmp_path / "voisine").mkdir()
    other = Scene(tmp_path / "voisine")
    copy = copied(other)
    other.lock()
    scene.lock()
    before = (scene.house.folder / "filet.keys").read_bytes()
    with pytest.raises(BackupForeign):
        restoring(scene.house).restore_keys(copy, scene.house.folder, way)
    assert (scene.house.folder / "filet.keys").read_bytes() == before
    scene.unlock()


# Found, before any key opens it ---------------------------------------------------------


def unread(scene: Scene) -> Path:
    """Lock when a copy is due, which leaves one that nobody has read."""
    scene.house.clock.move(hours=13)
    aside = scene.backing.while_locked()
    scene.lock()
    assert aside is not None
    (name,) = aside(lambda: None)
    return scene.place / f"{name}_non-relue"


def test_copies_are_found_from_one_of_them_or_from_their_place_the_newest_first(
    scene: Scene,
) -> None:
    copy = copied(scene)
    later = unread(scene)
    use = restoring(scene.house)
    for folder in (scene.place, copy, later):
        found = use.found(folder)
        assert [(one.folder, one.read) for one in found] == [(later, False), (copy, True)]
    assert f"{use.found(scene.place)[0].taken:%d %H:%M}" == "24 03:30"
    assert use.found(scene.house.folder) == ()


def test_a_copy_that_nobody_has_read_is_restored_once_it_reads_whole(scene: Scene) -> None:
    copied(scene)
    scene.note("après la copie")
    later = unread(scene)
    restored_from = restoring(scene.house).restore(later, scene.house.folder, way)
    assert restored_from.erasures_known
    scene.unlock()
    assert texts(scene) == ["avant la copie", "après la copie"]
    assert scene.house.check(scene.entered).findings == ()


def test_a_copy_that_nobody_has_read_and_that_was_harmed_is_refused(scene: Scene) -> None:
    copied(scene)
    later = unread(scene)
    damaged(5)(later)
    with pytest.raises(BackupDamaged):
        restoring(scene.house).restore(later, scene.house.folder, way)
    scene.unlock()
    assert texts(scene) == ["avant la copie"]


@pytest.mark.parametrize("mark", ["", "_non-relue", ".part"])
def test_no_copy_is_ever_opened_to_be_written_in(scene: Scene, mark: str) -> None:
    copy = copied(scene)
    copy = copy.rename(copy.with_name(f"{copy.name}{mark}"))
    before = {path.name: path.read_bytes() for path in copy.iterdir()}
    with pytest.raises(VaultIsCopy):
        scene.house.on("autre").unlocking.unlock(copy, "AB", PASSPHRASE)
    assert {path.name: path.read_bytes() for path in copy.iterdir()} == before
