"""A file is whole or not there."""

import os
from pathlib import Path

import pytest

from filet.files import replace_file, sync_folder, write_synced


def test_a_file_is_written_once(tmp_path: Path) -> None:
    write_synced(tmp_path / "a", b"un")
    with pytest.raises(FileExistsError):
        write_synced(tmp_path / "a", b"deux")
    assert (tmp_path / "a").read_bytes() == b"un"


@pytest.mark.skipif(os.name != "posix", reason="rights are told otherwise on Windows")
def test_nobody_else_reads_a_new_file(tmp_path: Path) -> None:
    write_synced(tmp_path / "a", b"un")
    assert (tmp_path / "a").stat().st_mode & 0o077 == 0


def test_a_file_takes_the_place_of_another(tmp_path: Path) -> None:
    for data in (b"un", b"deux"):
        replace_file(tmp_path / "a", data)
        assert (tmp_path / "a").read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_what_a_crash_left_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.part").write_bytes(b"half")
    replace_file(tmp_path / "a", b"un")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_the_former_file_stays_when_the_new_one_cannot_be_put(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        replace_file(tmp_path / "a", b"un")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_folder_can_be_synced(tmp_path: Path) -> None:
    sync_folder(tmp_path)
