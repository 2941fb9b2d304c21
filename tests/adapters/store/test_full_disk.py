"""When the disk is full, the last writes still succeed, and nothing is half written."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import CASE, House

from filet.adapters.store.reserve import RESERVE_SIZE, Reserve
from filet.application.desk import Desk, Write
from filet.application.unlocking import Entered
from filet.domain.errors import DiskFull
from filet.domain.kinds import NoteWritten

LONG = Write(NoteWritten("mot " * 12_000))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Return a house on a disk of twelve mebibytes."""
    made = House(tmp_path)
    made.folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only an administrator of Linux can make a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(made.folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this computer lets nobody mount a disk")
    yield made
    subprocess.run(["umount", "-l", str(made.folder)], check=True)


def fill(house: House) -> Path:
    """Take every byte that is left."""
    filler = house.folder / f"filler{len(list(house.folder.iterdir()))}"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue
    return filler


def reserve(house: House) -> Path:
    return house.folder / "filet.reserve"


def write_without_end(desk: Desk) -> None:
    while True:
        desk.record(CASE, LONG)


def exhausted(house: House) -> tuple[Entered, Desk, int]:
    """Return an open vault on a disk where even the reserve is used up."""
    entered = house.create()
    desk = house.desk(entered)
    fill(house)
    with pytest.raises(DiskFull):
        write_without_end(desk)
    return entered, desk, len(desk.fold(CASE).entries)


def test_a_reserve_is_there_from_the_first_session_on(house: House) -> None:
    entered = house.create()
    assert reserve(house).stat().st_size == RESERVE_SIZE
    entered.vault.close()


def test_a_write_on_a_full_disk_succeeds_by_the_reserve(house: House) -> None:
    entered = house.create()
    desk = house.desk(entered)
    fill(house)
    for _ in range(3):
        desk.record(CASE, LONG)
    assert not reserve(house).exists()
    assert len(desk.fold(CASE).entries) == 3
    assert entered.vault.faults() == ()
    entered.vault.close()


def test_the_reserve_is_made_again_when_there_is_room(house: House) -> None:
    entered = house.create()
    filler = fill(house)
    for _ in range(3):
        house.desk(entered).record(CASE, LONG)
    filler.unlink()
    entered.vault.close()
    assert reserve(house).stat().st_size == RESERVE_SIZE


def test_a_write_without_any_room_left_changes_nothing(house: House) -> None:
    entered, desk, kept = exhausted(house)
    before = entered.vault.journal.heads()
    with pytest.raises(DiskFull):
        desk.record(CASE, LONG)
    assert entered.vault.journal.heads() == before
    assert len(desk.fold(CASE).entries) == kept
    assert not Reserve(house.folder).ensure()
    entered.vault.close()


def test_a_vault_on_a_full_disk_opens_and_can_be_read(house: House) -> None:
    entered, _, kept = exhausted(house)
    entered.vault.close()
    fill(house)
    again = house.unlock()
    desk = house.desk(again)
    assert len(desk.fold(CASE).entries) >= kept
    assert again.vault.faults() == ()
    again.vault.close()


def test_nothing_is_lost_once_there_is_room_again(house: House) -> None:
    entered, _, kept = exhausted(house)
    entered.vault.close()
    for filler in house.folder.glob("filler*"):
        filler.unlink()
    again = house.unlock()
    house.desk(again).record(CASE, LONG)
    assert len(house.desk(again).fold(CASE).entries) == kept + 1
    assert again.vault.faults() == ()
    again.vault.close()
