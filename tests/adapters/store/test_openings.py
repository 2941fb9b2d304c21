"""Whatever stands in the way of opening a vault has its own error."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from builders import CASE, PASSPHRASE, House, cabinet, sql
from children import start
from fakes.keys import again, opened
from sqlcipher3 import dbapi2

from filet.adapters.keys.keyfile import COPY_NAME, KEYS_NAME
from filet.adapters.store.connection import connect, key_literal
from filet.adapters.store.vault import SqlVault
from filet.adapters.store.vaults import SqlVaults
from filet.adapters.store.witness import Witness
from filet.application.desk import Write
from filet.application.unlocking import Opened, Unlocking
from filet.domain.errors import (
    ChainBroken,
    DiskFull,
    FiletError,
    KeysDamaged,
    KeysMissing,
    VaultDamaged,
    VaultEmpty,
    VaultExists,
    VaultForeign,
    VaultMissing,
    VaultOpenElsewhere,
    VaultTooNew,
    VaultTruncated,
    WrongPassphrase,
)
from filet.domain.kinds import Content, NoteWritten

T = TypeVar("T")
PAGE = 4096
OLD, NEW, SALT = b"o" * 32, b"n" * 32, b"s" * 16


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Return a house whose vault is closed, with a note of some length in it."""
    made = House(tmp_path)
    entered = made.create()
    made.desk(entered).record(CASE, *(Write(NoteWritten("mot " * 2000)) for _ in range(8)))
    entered.vault.close()
    return made


def vault_file(house: House) -> Path:
    return house.folder / "filet.vault"


def refused(house: House, error: type[FiletError]) -> FiletError:
    """Check how opening ends, and that the file is as it was: nothing is ever deleted."""
    file = vault_file(house)
    before = file.read_bytes() if file.exists() else None
    with pytest.raises(FiletError) as caught:
        house.unlock()
    assert type(caught.value) is error
    assert (file.read_bytes() if file.exists() else None) == before
    return caught.value


def damage(path: Path, place: int, length: int = 1) -> None:
    data = bytearray(path.read_bytes())
    data[place : place + length] = bytes(byte ^ 0xFF for byte in data[place : place + length])
    path.write_bytes(data)


def test_a_vault_opens_again(house: House) -> None:
    entered = house.unlock()
    assert len(house.desk(entered).read(CASE).all(NoteWritten)) == 8
    entered.vault.close()


# The vault ----------------------------------------------------------------------------


def test_a_wrong_passphrase_is_no_damage(house: House) -> None:
    with pytest.raises(WrongPassphrase):
        house.unlocking.unlock(house.folder, "AB", "autre chose")


def test_no_vault_is_missing(house: House) -> None:
    vault_file(house).unlink()
    refused(house, VaultMissing)


def test_a_vault_of_no_byte_is_empty(house: House) -> None:
    vault_file(house).write_bytes(b"")
    refused(house, VaultEmpty)


@pytest.mark.parametrize("size", [16, 100, PAGE - 1])
def test_a_vault_shorter_than_a_page_is_truncated(house: House, size: int) -> None:
    os.truncate(vault_file(house), size)
    refused(house, VaultTruncated)


@pytest.mark.parametrize("pages", [1, 2, 5])
@pytest.mark.parametrize("more", [0, 1000])
def test_a_vault_that_stops_before_its_end_is_truncated(
    house: House, pages: int, more: int
) -> None:
    os.truncate(vault_file(house), pages * PAGE + more)
    refused(house, VaultTruncated)


def test_a_vault_without_its_last_page_is_truncated(house: House) -> None:
    os.truncate(vault_file(house), vault_file(house).stat().st_size - PAGE)
    refused(house, VaultTruncated)


@pytest.mark.parametrize("place", [16, 100, 4000])
def test_a_first_page_that_was_changed_is_damaged(house: House, place: int) -> None:
    damage(vault_file(house), place)
    refused(house, VaultDamaged)


def test_a_page_that_is_met_when_opening_is_damaged(house: House) -> None:
    size = vault_file(house).stat().st_size
    damage(vault_file(house), PAGE + 10, size - PAGE - 10)
    refused(house, VaultDamaged)


def test_a_damaged_page_met_when_reading_is_damaged_too(house: House) -> None:
    damage(vault_file(house), 20 * PAGE, 15 * PAGE)
    try:
        entered = house.unlock()
    except VaultDamaged:
        return
    with pytest.raises(VaultDamaged):
        house.desk(entered).read(CASE)
    entered.vault.close()


def test_the_vault_of_another_house_is_foreign(house: House, tmp_path: Path) -> None:
    other = House(tmp_path / "other")
    other.create().vault.close()
    shutil.copy(vault_file(other), vault_file(house))
    refused(house, VaultForeign)


def test_a_vault_in_clear_is_foreign(house: House) -> None:
    vault_file(house).unlink()
    plain = dbapi2.connect(str(vault_file(house)))
    plain.execute("CREATE TABLE entry (a)")
    plain.commit()
    plain.close()
    refused(house, VaultForeign)


@pytest.mark.parametrize("size", [40, PAGE, 10 * PAGE])
def test_any_bytes_are_foreign(house: House, size: int) -> None:
    vault_file(house).write_bytes(os.urandom(size))
    refused(house, VaultForeign)


def test_an_encrypted_file_of_another_program_is_foreign(tmp_path: Path) -> None:
    house, keys = House(tmp_path), opened(OLD + SALT)
    house.folder.mkdir()
    connection = connect(vault_file(house), bytearray(OLD + SALT))
    connection.execute("CREATE TABLE notes (a)")
    connection.close()
    with pytest.raises(VaultForeign):
        house.vaults.open(house.folder, keys)


def test_the_keys_of_another_vault_under_the_same_key_are_foreign(tmp_path: Path) -> None:
    house, keys = House(tmp_path), opened(OLD + SALT)
    house.vaults.create(house.folder, keys, training=False).close()
    with pytest.raises(VaultForeign):
        house.vaults.open(house.folder, opened(OLD + SALT))


def test_a_vault_of_a_later_filet_is_too_new(house: House) -> None:
    entered = house.unlock()
    sql(entered).connection.execute("PRAGMA user_version = 99")
    entered.vault.close()
    refused(house, VaultTooNew)


def test_a_last_entry_that_was_changed_breaks_the_chain(house: House) -> None:
    entered = house.unlock()
    connection = sql(entered).connection
    connection.execute("DROP TRIGGER entry_keeps")
    connection.execute("UPDATE entry SET at = at + 1 WHERE seq = (SELECT max(seq) FROM entry)")
    entered.vault.close()
    refused(house, ChainBroken)


# The keys -----------------------------------------------------------------------------


def test_no_key_file_is_missing(house: House) -> None:
    (house.folder / KEYS_NAME).unlink()
    (house.folder / COPY_NAME).unlink()
    refused(house, KeysMissing)


@pytest.mark.parametrize("content", [b"", b"{}", b"x" * 400])
def test_a_damaged_key_file_is_not_a_wrong_passphrase(house: House, content: bytes) -> None:
    (house.folder / KEYS_NAME).write_bytes(content)
    (house.folder / COPY_NAME).write_bytes(content)
    refused(house, KeysDamaged)


@pytest.mark.parametrize("gone", [True, False])
def test_the_copy_of_the_keys_is_used_when_the_first_is_lost(house: House, gone: bool) -> None:
    keys = house.folder / KEYS_NAME
    keys.unlink() if gone else damage(keys, 100)
    house.unlock().vault.close()


# Two keys while re-keying -------------------------------------------------------------


def both(tmp_path: Path, fitting: bytes) -> tuple[House, Opened]:
    house, keys = House(tmp_path), opened(fitting + SALT)
    house.vaults.create(house.folder, keys, training=False).close()
    return house, again(keys, NEW + SALT, OLD + SALT)


@pytest.mark.parametrize("fitting", [NEW, OLD])
def test_a_vault_opens_with_either_key_while_it_is_given_a_new_one(
    tmp_path: Path, fitting: bytes
) -> None:
    house, keys = both(tmp_path, fitting)
    vault, noticed = house.vaults.open(house.folder, keys)
    assert (vault.faults(), noticed) == ((), ())
    vault.close()


def test_a_vault_that_neither_key_opens_is_damaged(tmp_path: Path) -> None:
    house, keys = both(tmp_path, b"x" * 32)
    with pytest.raises(VaultDamaged):
        house.vaults.open(house.folder, keys)


def test_a_key_of_another_length_never_reaches_the_cipher() -> None:
    with pytest.raises(ValueError, match="48 bytes"):
        key_literal(bytearray(32))


def test_a_key_is_written_as_sqlcipher_reads_it() -> None:
    assert key_literal(bytearray(range(48))) == b"x'" + bytes(range(48)).hex().encode() + b"'"


# Two processes, rights ----------------------------------------------------------------


def test_a_vault_open_in_another_process_is_refused(house: House) -> None:
    with start("hold", house.root) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "open\n"
        found = refused(house, VaultOpenElsewhere)
        assert found.fields["pid"] == child.pid
        child.stdin.write("\n")
        child.stdin.flush()
        assert child.stdout.readline() == "closed\n"
    house.unlock().vault.close()


def test_a_vault_open_in_this_process_is_refused(house: House) -> None:
    entered = house.unlock()
    refused(house, VaultOpenElsewhere)
    entered.vault.close()


def test_no_shared_memory_is_used(house: House) -> None:
    entered = house.unlock()
    assert not list(house.folder.glob("*-shm"))
    entered.vault.close()


def test_a_closed_vault_leaves_no_log_and_no_lock(house: House) -> None:
    names = {path.name for path in house.folder.iterdir()}
    assert names == {"filet.vault", "filet.keys", "filet.keys.copy", "filet.reserve"}


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only an administrator can become nobody"
)
@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_vault_that_cannot_be_written_is_read_only(house: House, what: str) -> None:
    for path in (*house.root.parents, house.root):
        if path.stat().st_uid == os.geteuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055)
    for path in house.folder.iterdir():
        path.chmod(0o644)
    house.folder.chmod(0o755 if what == "folder" else 0o777)
    with start("open_as_nobody", house.root) as child:
        assert child.stdout is not None
        assert child.stdout.read() == "vault_read_only\n"


# Making one ---------------------------------------------------------------------------


def test_a_house_is_never_made_over_another_and_its_keys_still_open(house: House) -> None:
    before = {path.name: path.read_bytes() for path in house.folder.iterdir()}
    with pytest.raises(VaultExists):
        house.unlocking.create(house.folder, "CD", "autre chose")
    assert {path.name: path.read_bytes() for path in house.folder.iterdir()} == before
    house.unlock().vault.close()


def test_keys_of_a_vault_that_was_moved_away_are_set_aside(house: House) -> None:
    keys = (house.folder / KEYS_NAME).read_bytes()
    vault_file(house).rename(house.root / "moved.vault")
    house.create().vault.close()
    kept = [path.read_bytes() for path in house.folder.glob("*.old")]
    assert kept == [keys, keys]


def test_a_vault_that_could_not_be_begun_leaves_no_file(tmp_path: Path) -> None:
    house = House(tmp_path)
    (house.local).parent.mkdir(parents=True, exist_ok=True)
    house.local.write_bytes(b"a file where the local folder should be")
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        house.vaults.create(house.folder, opened(OLD + SALT), training=False)
    assert not list(house.folder.glob("filet.vault*"))


def test_a_folder_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    house = House(tmp_path / "a" / "b")
    house.create().vault.close()
    house.unlock().vault.close()


def test_a_training_vault_says_so_for_ever(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.create(training=True).vault.close()
    entered = house.on("autre").unlock()
    assert entered.vault.training
    entered.vault.close()


class FullVault(SqlVault):
    """A vault on a disk that takes nothing more."""

    def write(self, work: Callable[[], T]) -> T:
        raise DiskFull


class FullDisk(SqlVaults):
    """The vaults of a disk that is full once one of them is open."""

    def open(self, folder: Path, opened: Opened) -> tuple[SqlVault, tuple[Content, ...]]:
        vault, noticed = super().open(folder, opened)
        return FullVault(vault.folder, vault.connection, opened.sign, self.witness), noticed


def test_an_unlocking_that_cannot_be_recorded_keeps_nobody_out(house: House) -> None:
    disk = FullDisk(Witness(house.local), house.clock, "0.1.0", {})
    door = Unlocking(cabinet(), disk, house.clock, house.pocket)
    entered = door.unlock(house.folder, "AB", PASSPHRASE)
    assert len(house.desk(entered).read(CASE).all(NoteWritten)) == 8
    entered.vault.close()
