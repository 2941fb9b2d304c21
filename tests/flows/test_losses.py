"""How other programs lost what was entrusted to them, each once: the names say which.

What others lost by taking in a package is held here by what takes dossiers in today, a copy;
what they let out by their statistics, by what lets everything out, an export.
"""

import io
import shutil
import sys
import zipfile
from contextlib import suppress
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path

import pytest
from builders import CASE, FAST, PASSPHRASE, House, cabinet, enrolled, sql
from children import start
from copied import Scene, restoring, way
from fakes.archive import LightArchive, unsealed
from fakes.pocket import NoPocket

from filet import bootstrap
from filet.adapters.keys.cabinet import Cabinet
from filet.adapters.keys.holder import ALLOWED, Holder
from filet.adapters.keys.local import LocalSlots
from filet.adapters.store import migrate
from filet.adapters.store.copies import Copies
from filet.adapters.store.vaults import SqlVaults
from filet.adapters.store.witness import Witness
from filet.application.access import Accesses
from filet.application.cases import Cases
from filet.application.desk import Write
from filet.application.erasing import Erasing
from filet.application.exporting import Exporting
from filet.application.keeping import DraftKey
from filet.application.unlocking import Unlocking
from filet.domain.errors import (
    FiletError,
    SyncedFolder,
    VaultDamaged,
    VaultOpenElsewhere,
    VaultTooNew,
    WrongPassphrase,
)
from filet.domain.kinds import (
    KINDS,
    Agreement,
    Duty,
    ErasureReason,
    Ground,
    MayTellHer,
    NoteWritten,
    Status,
    StatusSet,
)
from filet.domain.retention import Rule
from filet.paths import Paths

VAULT = "filet.vault"


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path)
    made.create().vault.close()
    return made


class Raises:
    """A keyring behind a window that somebody closed."""

    def get_password(self, *_: str) -> str:
        raise RuntimeError

    set_password = delete_password = get_password


class ReturnsNone:
    def get_password(self, *_: str) -> None:
        return None

    def set_password(self, *_: str) -> None:
        return None

    delete_password = set_password


class ReturnsOther(ReturnsNone):
    def get_password(self, *_: str) -> str:  # type: ignore[override] # it is another keyring
        return "ZGUgcXVlbHF1J3VuIGQnYXV0cmU="


@pytest.mark.parametrize("keyring", [Raises, ReturnsNone, ReturnsOther])
def test_vault_opens_with_passphrase_when_keyring_fails(
    house: House, keyring: type[object]
) -> None:
    pocket = LocalSlots(house.local, Holder(keyring), lambda _: "", lambda: FAST)
    door = Unlocking(cabinet(), house.vaults, house.clock, pocket)
    door.unlock(house.folder, "AB", PASSPHRASE).vault.close()


def test_refuses_insecure_keyring_backend() -> None:
    refused = ("keyring.backends.null.Keyring", "keyring.backends.fail.Keyring",
               "keyrings.alt.file.PlaintextKeyring", "keyrings.alt.file.EncryptedKeyring")  # fmt: skip
    assert not ALLOWED & set(refused)


def test_adding_slot_never_removes_slot(house: House) -> None:
    opened = cabinet().open(house.folder, "AB", PASSPHRASE)
    before = set(cabinet().slots(house.folder))
    enrolled(house.folder, opened, "CD", "une autre phrase")
    assert before < set(cabinet().slots(house.folder))
    house.unlock().vault.close()


def test_recovery_code_yields_same_master_key(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.create().vault.close()
    by_phrase = cabinet().open(house.folder, "AB", PASSPHRASE).data_keys
    by_sheet = cabinet().recover(house.folder, house.recovery).data_keys
    assert by_phrase == by_sheet


def test_header_never_plaintext_even_after_a_failed_migration(house: House) -> None:
    entered = house.unlock()
    connection = sql(entered).connection
    with pytest.raises(Exception, match="already exists"):
        migrate.migrate(connection, {**migrate.scripts(), 99: "CREATE TABLE entry (a);\n"})
    entered.vault.close()
    heads = {path.read_bytes()[:16] for path in house.folder.glob("filet*vault*")}
    assert b"SQLite format 3\0" not in heads


def test_wrong_key_and_damage_are_different_screens(house: House) -> None:
    with pytest.raises(WrongPassphrase) as wrong:
        house.unlocking.unlock(house.folder, "AB", "autre chose")
    data = bytearray((house.folder / VAULT).read_bytes())
    data[100] ^= 1
    (house.folder / VAULT).write_bytes(data)
    with pytest.raises(VaultDamaged) as damaged:
        house.unlock()
    assert wrong.value.code != damaged.value.code
    assert (house.folder / VAULT).read_bytes() == data


def test_refuse_newer_schema(house: House) -> None:
    entered = house.unlock()
    sql(entered).connection.execute("PRAGMA user_version = 99")
    entered.vault.close()
    before = (house.folder / VAULT).read_bytes()
    with pytest.raises(VaultTooNew):
        house.unlock()
    assert (house.folder / VAULT).read_bytes() == before


def test_lock_is_unconditional_and_draft_returns(house: House) -> None:
    entered = house.unlock()
    key = DraftKey(entered.worker, CASE, "note")
    entered.vault.write(lambda: entered.vault.drafts.save(key, b"une phrase pas fin", 1))
    house.unlocking.lock(entered)
    again = house.unlock()
    assert again.vault.drafts.read(key) == b"une phrase pas fin"
    again.vault.close()


def test_network_or_synced_path_refused(tmp_path: Path) -> None:
    vaults = SqlVaults(Witness(tmp_path / "local"), House(tmp_path).clock, "0.1.0", {})
    door = Unlocking(Cabinet(lambda: FAST), vaults, House(tmp_path).clock, NoPocket())
    with pytest.raises(SyncedFolder):
        door.create(tmp_path / "OneDrive", "AB", PASSPHRASE)
    assert not (tmp_path / "OneDrive").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the other program waits on a POSIX pipe")
def test_second_process_refused(house: House, tmp_path: Path) -> None:
    with start("hold", tmp_path) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "open\n"
        with pytest.raises(VaultOpenElsewhere):
            house.unlock()
        child.stdin.write("\n")
        child.stdin.flush()
        child.wait()
    house.unlock().vault.close()


def test_vault_identity_unique_and_a_copy_worked_in_by_mistake_is_noticed(
    house: House, tmp_path: Path
) -> None:
    other = House(tmp_path / "other")
    other.create().vault.close()
    assert cabinet().vault(house.folder) != cabinet().vault(other.folder)
    shutil.copytree(house.folder, tmp_path / "copie")
    house.unlock().vault.close()
    astray = house.unlocking.unlock(tmp_path / "copie", "AB", PASSPHRASE)
    assert [type(one).__name__ for one in astray.noticed] == ["RollbackNoticed"]
    astray.vault.close()


def test_every_backup_is_reopened(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    looked: list[Path] = []

    class Seen(Copies):
        def read_whole(self, copy: Path, *more: object) -> object:  # type: ignore[override] # it only looks on
            looked.append(copy)
            return super().read_whole(copy, *more)  # type: ignore[arg-type] # as they came

    scene.backing._store = Seen({})  # type: ignore[assignment] # as above
    (name,) = scene.backing.run().value
    assert [copy.name for copy in looked] == [f"{name}.part"]
    scene.lock()


def test_a_backup_that_was_made_restores(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.note("la note")
    (name,) = scene.backing.run().value
    scene.lock()
    (scene.house.folder / VAULT).unlink()
    restoring(scene.house).restore(scene.place / name, scene.house.folder, way)
    scene.unlock()
    assert scene.desk.read(scene.case).all(NoteWritten) == (NoteWritten("la note"),)
    scene.lock()


def test_no_orphan_temp_after_a_failed_backup_restore_or_lock(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    (name,) = scene.backing.run().value
    (scene.place / name / VAULT).write_bytes(b"x")
    scene.lock()
    with suppress(FiletError):
        restoring(scene.house).restore(scene.place / name, scene.house.folder, way)
    left = {path.name for path in tmp_path.rglob("*")}
    assert not {one for one in left if one.endswith((".part", "-shm")) or "incoming" in one}


def test_override_recorded_only_when_chosen() -> None:
    given = {Agreement.AGREES, Ground.AGREEMENT, Ground.LAW, MayTellHer.YES, True}
    agreed = [
        (name, one.name)
        for name, kind in KINDS.items()
        for one in fields(kind)
        if one.default is not MISSING and type(one.default) in (Agreement, Ground, MayTellHer, bool)
        and one.default in given
    ]  # fmt: skip
    assert agreed == []


def test_import_never_deletes(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    (name,) = scene.backing.run().value
    scene.note("plus récente que la copie")
    scene.lock()
    restoring(scene.house).restore(scene.place / name, scene.house.folder, way)
    (former,) = scene.house.folder.glob("mis-de-cote_*")
    opened = scene.house.on("autre").unlocking.unlock(former, "AB", PASSPHRASE)
    kept = scene.house.desk(opened).read(scene.case).all(NoteWritten)
    assert kept == (NoteWritten("plus récente que la copie"),)
    opened.vault.close()


@pytest.mark.parametrize("left", [(), ("manifest.json",), ("filet.vault", "filet.keys")])
def test_empty_package_changes_nothing(tmp_path: Path, left: tuple[str, ...]) -> None:
    scene = Scene(tmp_path)
    (name,) = scene.backing.run().value
    scene.note("elle reste")
    scene.lock()
    for path in (scene.place / name).iterdir():
        path.write_bytes(b"") if path.name in left else path.unlink()
    before = (scene.house.folder / VAULT).read_bytes()
    with pytest.raises(FiletError):
        restoring(scene.house).restore(scene.place / name, scene.house.folder, way)
    assert (scene.house.folder / VAULT).read_bytes() == before


def test_import_offers_and_reports_original(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    (name,) = scene.backing.run().value
    scene.lock()
    copy = scene.place / name
    before = {path.name: path.read_bytes() for path in copy.iterdir()}
    done = restoring(scene.house).restore(copy, scene.house.folder, way)
    assert (scene.house.folder / done.aside / VAULT).exists()  # what it replaced is told
    assert {path.name: path.read_bytes() for path in copy.iterdir()} == before  # and it stays


def test_all_outputs_suppressed(tmp_path: Path, repository: Path) -> None:
    scene = Scene(tmp_path)
    her = scene.house.let_in(scene.desk, "GH", Duty.COORDINATION)
    scene.note("le double est au grenier")
    shown = Cases(scene.desk).create("Rose").value.case
    wrote = Write(NoteWritten("la voisine a vu"))
    ref = scene.desk.record(shown, wrote).refs(NoteWritten)[0]
    Erasing(scene.desk).erase(shown, [ref], ErasureReason.RECTIFIED)
    Accesses(scene.desk).close(scene.case, her, "son cousin")
    scene.lock()
    scene.entered = scene.house.enter("GH")
    scene.begin()
    archive = LightArchive(repository / "resources" / "export", lambda: "la phrase")
    workers = scene.house.workers(scene.desk)
    papers = {shown: b"%PDF Rose", scene.case: b"%PDF au grenier"}
    Exporting(scene.desk, workers, archive, papers.get).export(tmp_path / "tout.age", "relève")
    members = unpacked((tmp_path / "tout.age").read_bytes(), "la phrase")
    assert {Path(name).suffix for name in members} >= {".jsonl", ".csv", ".pdf"}
    for secret in ("grenier", "voisine", "Éloïse"):
        assert not [name for name, data in members.items() if secret.encode() in data]
    scene.lock()


def unpacked(data: bytes, phrase: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(unsealed(data, phrase))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_was_erased_stays_erased_through_a_restore(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.note("de trop")
    (name,) = scene.backing.run().value
    (ref,) = scene.desk.record(scene.case, Write(NoteWritten("garder"))).refs(NoteWritten)[:1]
    Erasing(scene.desk).erase(scene.case, [ref], ErasureReason.RECTIFIED)
    scene.lock()
    restoring(scene.house).restore(scene.place / name, scene.house.folder, way)
    scene.unlock()
    assert scene.entered.vault.journal.at([ref])[0].blank
    scene.lock()


def test_reopen_keeps_retention_clock_rule(house: House, repository: Path) -> None:
    entered, paths = house.unlock(), Paths(repository / "resources", house.local)
    services = bootstrap._services(entered, paths, house.clock)
    cases, retaining = services.cases, services.retaining
    case = cases.create("Bertille").value.case

    def becomes(status: Status, day: date) -> list[bool]:
        cases.set_status(case, StatusSet(status, day))
        return [one.over for one in retaining.waiting().listed]

    retaining.decide(Rule(5))
    assert becomes(Status.CLOSED, date(2020, 3, 2)) == [True]
    assert becomes(Status.HOUSED, date(2026, 11, 1)) == []  # open: nothing counts
    assert becomes(Status.CLOSED, date(2026, 11, 20)) == []  # from zero, not from 2020
    house.clock.move(days=5 * 366)
    assert [one.over for one in retaining.waiting().listed] == [True]  # and it does not escape
    entered.vault.close()
