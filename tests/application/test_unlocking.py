"""Who enters, what is recorded of it, and what is refused before anything is written."""

import json
from pathlib import Path
from typing import Any

import pytest
from builders import PASSPHRASE, House, cabinet, locksmith, sql
from fakes.pocket import NoPocket
from fakes.vault import FakeVault

from filet.adapters.store.vaults import SqlVaults
from filet.adapters.store.witness import Witness
from filet.application.cases import Cases
from filet.application.unlocking import Opened, Unlocking
from filet.domain.errors import (
    DiskFull,
    MistypedRecoveryKey,
    RekeyInterrupted,
    VaultExists,
    WrongPassphrase,
    WrongRecoveryKey,
)
from filet.domain.ids import HOUSE, WorkerId
from filet.domain.kinds import ChainStarted, Content, RecoverySet, UnlocksFailed, WorkerEnrolled
from filet.domain.rows import PROJECTION_VERSION


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path)
    made.create().vault.close()
    return made


def kinds(house: House) -> list[str]:
    entered = house.unlocking.inspect(house.folder, "AB", PASSPHRASE)
    names = ("chain_started/1", "worker_enrolled/1", "recovery_set/1", "vault_unlocked/1")
    found = entered.vault.journal.of_kinds(names, HOUSE)
    entered.vault.close()
    return [one.kind or "" for one in sorted(found, key=lambda one: one.order())]


def test_a_new_house_begins_by_saying_who_writes_and_who_may_enter(house: House) -> None:
    assert kinds(house) == [
        "chain_started/1", "worker_enrolled/1", "recovery_set/1", "vault_unlocked/1",
    ]  # fmt: skip


def test_every_unlocking_is_recorded(house: House) -> None:
    house.unlock().vault.close()
    house.unlocking.recover(house.folder, house.recovery).vault.close()
    assert kinds(house).count("vault_unlocked/1") == 3


def test_looking_records_nothing(house: House) -> None:
    before = (house.folder / "filet.vault").read_bytes()
    assert kinds(house) == kinds(house)
    assert (house.folder / "filet.vault").read_bytes() == before


def test_who_entered_is_who_was_enrolled(house: House) -> None:
    entered = house.unlock()
    (enrolled,) = entered.vault.journal.of_kinds(("worker_enrolled/1",), HOUSE)
    assert isinstance(enrolled.content, WorkerEnrolled)
    assert enrolled.content.worker == enrolled.by == entered.worker
    assert enrolled.content.initials == "AB"
    entered.vault.close()


def test_the_recovery_key_is_known_by_its_slot_and_public_keys(house: House) -> None:
    entered = house.unlocking.recover(house.folder, house.recovery)
    (one,) = entered.vault.journal.of_kinds(("recovery_set/1",), HOUSE)
    assert isinstance(one.content, RecoverySet)
    assert one.content.slot == entered.worker.hex
    assert len(bytes.fromhex(one.content.signing_key)) == 32
    entered.vault.close()


def test_the_start_of_a_chain_names_its_house_and_its_letter(house: House) -> None:
    entered = house.unlock()
    (one,) = entered.vault.journal.of_kinds(("chain_started/1",), HOUSE)
    assert isinstance(one.content, ChainStarted)
    assert (one.content.house, one.content.letter) == (entered.vault_id, "A")
    assert (one.content.continues, one.content.training) == (None, False)
    assert one.by == WorkerId(HOUSE)
    entered.vault.close()


def test_a_wrong_passphrase_leaves_the_vault_free(house: House) -> None:
    with pytest.raises(WrongPassphrase):
        house.unlocking.unlock(house.folder, "AB", "autre chose")
    house.unlock().vault.close()


def test_a_mistyped_recovery_key_says_its_line_and_another_one_says_nothing(
    house: House, tmp_path: Path
) -> None:
    with pytest.raises(MistypedRecoveryKey):
        house.unlocking.recover(house.folder, ("0000 0000", *house.recovery[1:]))
    other = House(tmp_path / "other")
    other.create().vault.close()
    with pytest.raises(WrongRecoveryKey):
        house.unlocking.recover(house.folder, other.recovery)


def test_locking_twice_does_nothing_more(house: House) -> None:
    entered = house.unlock()
    house.unlocking.lock(entered)
    house.unlocking.lock(entered)


def test_locking_closes_whatever_the_witness_does(house: House) -> None:
    entered = house.unlock()
    anchors = house.local / "anchors"
    for path in anchors.iterdir():
        path.unlink()
    anchors.rmdir()
    anchors.write_bytes(b"a file where a folder should be")
    house.unlocking.lock(entered)
    house.unlock().vault.close()


def test_two_houses_in_one_folder_are_never_made(house: House) -> None:
    with pytest.raises(VaultExists):
        house.create()


def test_the_data_keys_are_wiped_once_the_vault_is_open(house: House) -> None:
    keys = house.unlocking._keys.open(house.folder, "AB", PASSPHRASE)
    door = house.unlocking
    entered = door.enter(house.folder, keys)
    assert keys.data_keys == (bytearray(48),)
    assert sql(entered).identity == keys.vault
    entered.vault.close()


def test_rows_of_another_version_are_made_again_at_the_next_opening(house: House) -> None:
    entered = house.unlock()
    assert entered.vault.projection == PROJECTION_VERSION
    case = Cases(house.desk(entered)).create("Éloïse").value.case
    vault = sql(entered)
    vault.write(lambda: vault.connection.execute("DELETE FROM case_line"))
    vault.write(lambda: vault.write_value("projection", PROJECTION_VERSION - 1))
    entered.vault.close()
    entered = house.unlock()
    assert [line.case for line in entered.vault.lists.first(9)] == [case]
    entered.vault.close()


def test_a_worker_is_enrolled_by_the_initials_of_her_slot(tmp_path: Path) -> None:
    entered, _ = House(tmp_path).unlocking.create(tmp_path, " ex ", PASSPHRASE)
    (enrolled,) = entered.vault.journal.of_kinds(("worker_enrolled/1",), HOUSE)
    entered.vault.close()
    assert isinstance(enrolled.content, WorkerEnrolled)
    assert enrolled.content.initials == "EX"


class FullDisk(SqlVaults):
    """Vaults on a disk that has no room for the first entries of one."""

    def _begin(self, *_: object) -> None:
        raise DiskFull


def test_a_new_house_whose_first_entries_cannot_be_written_is_not_there(
    tmp_path: Path,
) -> None:
    house = House(tmp_path)
    house.folder.mkdir()
    full = FullDisk(Witness(house.local), house.clock, "0.1.0", {})
    with pytest.raises(DiskFull):
        Unlocking(cabinet(), full, house.clock, NoPocket()).create(house.folder, "AB", PASSPHRASE)
    assert {path.name for path in house.folder.iterdir()} <= {"filet.keys", "filet.keys.copy"}
    house.create().vault.close()
    house.unlock().vault.close()


# What opened nothing ------------------------------------------------------------------


def failed(house: House) -> list[UnlocksFailed]:
    entered = house.unlock()
    found = entered.vault.journal.of_kinds(("unlocks_failed/1",), HOUSE)
    entered.vault.close()
    return [one.content for one in found if isinstance(one.content, UnlocksFailed)]


def test_failures_are_counted_and_told_at_the_next_opening(house: House, tmp_path: Path) -> None:
    other = House(tmp_path / "other")
    other.create().vault.close()
    for passphrase in ("autre chose", ""):
        with pytest.raises(WrongPassphrase):
            house.unlocking.unlock(house.folder, "AB", passphrase)
        house.clock.move(minutes=1)
    with pytest.raises(WrongRecoveryKey):
        house.unlocking.recover(house.folder, other.recovery)
    (told,) = failed(house)
    assert told.count == 3
    assert 120_000 <= told.last - told.first < 121_000
    assert len(failed(house)) == 1


def test_a_mistyped_recovery_key_is_no_failure(house: House) -> None:
    with pytest.raises(MistypedRecoveryKey):
        house.unlocking.recover(house.folder, ("0000 0000", *house.recovery[1:]))
    assert failed(house) == []


def test_nothing_of_what_was_typed_is_kept(house: House) -> None:
    with pytest.raises(WrongPassphrase):
        house.unlocking.unlock(house.folder, "ZZTOP", "un secret tapé au mauvais endroit")
    kept = (house.folder / "filet.attempts").read_bytes()
    assert b"secret" not in kept
    assert b"ZZ" not in kept
    assert set(json.loads(kept)) == {"count", "first", "last"}


@pytest.mark.parametrize("kept", [b"", b"{}", b"null", b'{"count":-3,"first":1,"last":1}', b"\xff"])
def test_a_count_that_cannot_be_read_keeps_nobody_out(house: House, kept: bytes) -> None:
    (house.folder / "filet.attempts").write_bytes(kept)
    assert failed(house) == []
    with pytest.raises(WrongPassphrase):
        house.unlocking.unlock(house.folder, "AB", "autre chose")
    assert [one.count for one in failed(house)] == [1]


def test_a_count_that_cannot_be_written_keeps_nobody_from_trying(house: House) -> None:
    (house.folder / "filet.attempts.part").mkdir()
    with pytest.raises(WrongPassphrase):
        house.unlocking.unlock(house.folder, "AB", "autre chose")
    assert failed(house) == []


class Stopping(SqlVaults):
    """A vault on which a change of keys stops halfway, and that is then opened again."""

    def open(self, folder: Path, opened: Opened) -> tuple[Any, tuple[Content, ...]]:
        vault, noticed = super().open(folder, opened)
        stopped = folder / "stopped"
        if stopped.exists():
            return vault, noticed
        stopped.touch()
        vault.close()
        return Interrupted(), ()


class Interrupted(FakeVault):
    def rekey(self, data_key: bytearray) -> None:
        raise RekeyInterrupted


def test_a_change_of_keys_that_stops_again_keeps_nobody_out(house: House) -> None:
    opened = cabinet().open(house.folder, "AB", PASSPHRASE)
    entered = house.unlock()
    seals = house.workers(house.desk(entered))._seals()
    entered.vault.close()
    locksmith().renew(house.folder, opened, seals).begin()
    vaults = Stopping(Witness(house.local), house.clock, "0.1.0", {})
    door = Unlocking(cabinet(), vaults, house.clock, NoPocket())
    entered = door.unlock(house.folder, "AB", PASSPHRASE)
    assert (house.folder / "stopped").exists()
    assert sql(entered).identity == opened.vault
    entered.vault.close()


def test_what_a_crash_left_of_a_key_file_goes_at_the_next_opening(house: House) -> None:
    for name in ("filet.keys.part", "filet.keys.copy.part"):
        (house.folder / name).write_bytes(b"half a key file")
    house.unlock().vault.close()
    assert list(house.folder.glob("*.part")) == []
