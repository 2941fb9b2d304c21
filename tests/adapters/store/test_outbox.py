"""A file on its way out is whole under its name and registered, or it is not there."""

import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from builders import House, sql
from disks import failing_disk, small_disk

from filet.adapters.store.vault import SqlVault
from filet.domain.errors import (
    ExportFailed,
    ExportPlaceFull,
    ExportPlaceGone,
    FileExists,
    FolderUnusable,
)


@pytest.fixture
def house(tmp_path: Path) -> House:
    (tmp_path / "out").mkdir()
    return House(tmp_path)


@pytest.fixture
def vault(house: House) -> Iterator[SqlVault]:
    entered = house.create()
    yield sql(entered)
    entered.vault.close()


def waiting(vault: SqlVault) -> int:
    (count,) = vault.connection.execute("SELECT count(*) FROM outbox").fetchone()
    return int(count)


def reopened(house: House, vault: SqlVault) -> None:
    """Open again after what a crash would leave."""
    vault.close()
    house.unlock().vault.close()


def test_a_file_is_whole_under_its_name(vault: SqlVault, tmp_path: Path) -> None:
    path = tmp_path / "out" / "plan.pdf"
    vault.outbox.put(path, b"%PDF", 1)
    assert path.read_bytes() == b"%PDF"
    assert [one.name for one in path.parent.iterdir()] == ["plan.pdf"]
    assert waiting(vault) == 1


def test_a_registered_file_is_forgotten_and_stays(
    house: House, vault: SqlVault, tmp_path: Path
) -> None:
    path = tmp_path / "out" / "plan.pdf"
    key = vault.outbox.put(path, b"%PDF", 1)
    vault.write(lambda: vault.outbox.settle(key))
    assert waiting(vault) == 0
    reopened(house, vault)
    assert path.exists()


def test_a_file_that_was_never_registered_is_removed(
    house: House, vault: SqlVault, tmp_path: Path
) -> None:
    path = tmp_path / "out" / "plan.pdf"
    vault.outbox.put(path, b"%PDF", 1)
    reopened(house, vault)
    assert list(path.parent.iterdir()) == []


def test_a_file_whose_entry_could_not_be_written_is_deleted(
    vault: SqlVault, tmp_path: Path
) -> None:
    path = tmp_path / "out" / "plan.pdf"
    key = vault.outbox.put(path, b"%PDF", 1)
    vault.outbox.undo(key, path)
    assert not path.exists()
    assert waiting(vault) == 0


def test_nothing_is_ever_written_over(vault: SqlVault, tmp_path: Path) -> None:
    path = tmp_path / "out" / "plan.pdf"
    path.write_bytes(b"the former")
    with pytest.raises(FileExists):
        vault.outbox.put(path, b"%PDF", 1)
    assert path.read_bytes() == b"the former"
    assert [one.name for one in path.parent.iterdir()] == ["plan.pdf"]
    assert waiting(vault) == 0


@pytest.mark.parametrize("name", ["plan.pdf", "brouillon.part"])
def test_what_is_not_ours_is_never_removed(
    house: House, vault: SqlVault, tmp_path: Path, name: str
) -> None:
    path, other = tmp_path / "out" / name, tmp_path / "out" / "x.part"
    path.write_bytes(b"of somebody")
    row = (str(path), str(other), sha256(b"ours").digest(), 1)
    vault.connection.execute(
        "INSERT INTO outbox (path, temporary, digest, at) VALUES (?, ?, ?, ?)", row
    )
    reopened(house, vault)
    assert path.read_bytes() == b"of somebody"


def test_half_a_file_is_removed(house: House, vault: SqlVault, tmp_path: Path) -> None:
    path, part = tmp_path / "out" / "plan.pdf", tmp_path / "out" / ".abc.part"
    part.write_bytes(b"%P")
    row = (str(path), str(part), sha256(b"%PDF").digest(), 1)
    vault.connection.execute(
        "INSERT INTO outbox (path, temporary, digest, at) VALUES (?, ?, ?, ?)", row
    )
    reopened(house, vault)
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_unusable(vault: SqlVault, tmp_path: Path) -> None:
    with pytest.raises(FolderUnusable):
        vault.outbox.put(tmp_path / "nowhere" / "plan.pdf", b"%PDF", 1)
    assert waiting(vault) == 0


def test_a_name_that_no_system_takes_leaves_nothing(vault: SqlVault, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed):
        vault.outbox.put(tmp_path / "out" / ("x" * 300), b"%PDF", 1)
    assert list((tmp_path / "out").iterdir()) == []
    assert waiting(vault) == 0


# Where it goes is full, or gone --------------------------------------------------------------


def test_a_key_that_is_full_is_said_to_be_full_and_nothing_half_is_left(
    vault: SqlVault, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "key") as disk:
        disk.fill()
        with pytest.raises(ExportPlaceFull) as full:
            vault.outbox.put(disk.folder / "plan.pdf", bytes(300_000), 1)
        assert full.value.fields == {"folder": str(disk.folder)}
        assert not [one for one in disk.folder.iterdir() if one.suffix in (".pdf", ".part")]
    assert waiting(vault) == 0


def test_a_key_that_goes_away_is_said_to_be_gone(vault: SqlVault, tmp_path: Path) -> None:
    with failing_disk(tmp_path / "key", tmp_path / "image") as disk:
        disk.fail()
        with pytest.raises(ExportPlaceGone):
            vault.outbox.put(disk.folder / "plan.pdf", b"%PDF", 1)
        assert not list(disk.folder.glob("*.pdf"))


def test_a_file_on_a_key_that_was_pulled_out_is_removed_once_the_key_is_back(
    house: House, vault: SqlVault, tmp_path: Path
) -> None:
    path, away = tmp_path / "out" / "plan.pdf", tmp_path / "away"
    key = vault.outbox.put(path, b"%PDF", 1)
    path.parent.rename(away)
    vault.outbox.undo(key, path)
    assert waiting(vault) == 1
    reopened(house, vault)
    away.rename(path.parent)
    house.unlock().vault.close()
    assert list(path.parent.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows renames and has no such link")
def test_a_usb_key_without_hard_links_is_written_too(
    vault: SqlVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "out" / "plan.pdf"
    vault.outbox.put(path, b"%PDF", 1)
    assert path.read_bytes() == b"%PDF"
    with pytest.raises(FileExists):
        vault.outbox.put(path, b"%PDF 2", 1)
    assert [one.name for one in path.parent.iterdir()] == ["plan.pdf"]
