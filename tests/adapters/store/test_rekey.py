"""Another data key: all of the file or nothing of it, and never a lost one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from builders import CASE, PASSPHRASE, House, cabinet, locksmith, sql

from filet.adapters.store.connection import connect, is_under, rekey, rows
from filet.application.desk import Write
from filet.application.unlocking import Entered, workers_of
from filet.application.workers import Passphrase
from filet.domain.errors import DiskFull, FiletError, VaultDamaged
from filet.domain.kinds import NoteWritten

OLD, NEW = bytearray(range(48)), bytearray(32) + bytearray(range(32, 48))


def notes(house: House, entered: Entered) -> int:
    return len(house.desk(entered).read(CASE).all(NoteWritten))


def opens(path: Path, key: bytearray) -> bool:
    try:
        with closing(connect(path, key)) as connection:
            rows(connection, "SELECT count(*) FROM sqlite_schema")
    except VaultDamaged:
        return False
    return True


def test_every_page_is_under_the_new_key_and_the_salt_stays(tmp_path: Path) -> None:
    path = tmp_path / "filet.vault"
    with closing(connect(path, OLD)) as connection:
        connection.execute("CREATE TABLE kept (words)")
        connection.executemany("INSERT INTO kept VALUES (?)", [("mot " * 500,)] * 300)
        rekey(connection, NEW)
        assert is_under(path, NEW)
        assert not is_under(path, OLD)
        assert rows(connection, "SELECT count(*) FROM kept") == [(300,)]
        connection.execute("INSERT INTO kept VALUES ('après')")
    assert opens(path, NEW)
    assert not opens(path, OLD)
    assert path.read_bytes()[:16] == bytes(OLD[32:])


def test_looking_at_the_file_lets_nobody_else_open_it(tmp_path: Path) -> None:
    path = tmp_path / "filet.vault"
    with closing(connect(path, OLD)) as connection:
        connection.execute("CREATE TABLE kept (words)")
        assert not is_under(path, NEW)
        code = (
            "import sys; from pathlib import Path;"
            "from filet.adapters.store.connection import connect;"
            "connect(Path(sys.argv[1]), bytearray(range(48)))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, check=False
        )
        assert b"VaultOpenElsewhere" in done.stderr


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of forty mebibytes."""
    folder = tmp_path / "house"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only an administrator of Linux can make a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this computer lets nobody mount a disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def leave_free(folder: Path, size: int) -> Path:
    """Take the space of a disk but for so many bytes."""
    filler, free = folder / "filler", os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    filler.write_bytes(bytes(max(0, free - size)))
    return filler


def test_a_change_that_stops_halfway_leaves_the_file_as_it_was(small: Path) -> None:
    path = small / "filet.vault"
    connection = connect(path, OLD)
    connection.execute("CREATE TABLE kept (words)")
    connection.executemany("INSERT INTO kept VALUES (?)", [("mot " * 900,)] * 900)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    filler = leave_free(small, 1024 * 1024)
    with pytest.raises(FiletError):
        rekey(connection, NEW)
    filler.unlink()
    connection.close()
    assert opens(path, OLD)
    with closing(connect(path, OLD)) as again:
        assert rows(again, "SELECT count(*) FROM kept") == [(900,)]
        assert rows(again, "PRAGMA cipher_integrity_check") == []


def filled(house: House) -> Entered:
    entered = house.create()
    desk = house.desk(entered)
    for _ in range(80):
        desk.record(CASE, Write(NoteWritten("mot " * 10_000)))
    return entered


def test_a_disk_without_room_changes_nothing_yet_and_nobody_stays_out(small: Path) -> None:
    house = House(small.parent)
    entered = filled(house)
    desk = house.desk(entered)
    worker = house.let_in(desk, "CD")
    filler = leave_free(small, 1024 * 1024)
    assert not house.workers(desk).withdraw(Passphrase(PASSPHRASE), worker).value.done
    assert workers_of(entered.vault).workers[worker].withdrawn
    house.desk(entered).record(CASE, Write(NoteWritten("après")))
    entered.vault.close()
    with pytest.raises(FiletError):
        house.enter("CD")
    entered = house.unlock()
    assert notes(house, entered) == 81
    assert len(cabinet().open(house.folder, "AB", PASSPHRASE).data_keys) == 2
    entered.vault.close()
    filler.unlink()
    entered = house.unlock()
    (key,) = cabinet().open(house.folder, "AB", PASSPHRASE).data_keys
    assert is_under(small / "filet.vault", key)
    assert notes(house, entered) == 81
    entered.vault.close()


def test_a_vault_refuses_before_it_touches_anything(small: Path) -> None:
    house = House(small.parent)
    entered = filled(house)
    key = cabinet().open(house.folder, "AB", PASSPHRASE).data_keys[0]
    filler = leave_free(small, 1024 * 1024)
    with pytest.raises(DiskFull):
        sql(entered).rekey(bytearray(32) + key[32:])
    assert entered.vault.is_under(key)
    house.desk(entered).record(CASE, Write(NoteWritten("après")))
    filler.unlink()
    entered.vault.close()


def interrupted(tmp_path: Path) -> tuple[House, bytearray, bytearray]:
    """Return a house where a change of keys was begun: both data keys are in the key file."""
    house = House(tmp_path)
    entered = house.create()
    house.desk(entered).record(CASE, Write(NoteWritten("avant")))
    opened = cabinet().open(house.folder, "AB", PASSPHRASE)
    seals = house.workers(house.desk(entered))._seals()
    renewal = locksmith().renew(house.folder, opened, seals)
    renewal.begin()
    former = bytearray(opened.data_keys[0])
    return_key = bytearray(renewal.data_key)
    house.unlocking.lock(entered)
    return house, former, return_key


def test_a_change_stopped_before_the_file_is_finished_at_the_next_opening(tmp_path: Path) -> None:
    house, former, new = interrupted(tmp_path)
    path = house.folder / "filet.vault"
    assert opens(path, former)
    entered = house.unlock()
    assert is_under(path, new)
    assert cabinet().open(house.folder, "AB", PASSPHRASE).data_keys == (new,)
    assert notes(house, entered) == 1
    entered.vault.close()


def test_a_change_stopped_after_the_file_is_finished_at_the_next_opening(tmp_path: Path) -> None:
    house, former, new = interrupted(tmp_path)
    path = house.folder / "filet.vault"
    with closing(connect(path, former)) as connection:
        rekey(connection, new)
    entered = house.unlocking.recover(house.folder, house.recovery)
    assert cabinet().open(house.folder, "AB", PASSPHRASE).data_keys == (new,)
    assert notes(house, entered) == 1
    entered.vault.close()


def test_looking_finishes_nothing(tmp_path: Path) -> None:
    house, former, new = interrupted(tmp_path)
    house.unlocking.inspect(house.folder, "AB", PASSPHRASE).vault.close()
    assert cabinet().open(house.folder, "AB", PASSPHRASE).data_keys == (new, former)
