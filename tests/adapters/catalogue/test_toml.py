"""A data file may come from anyone."""

import os
import sys
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filet.adapters.catalogue.toml import LARGEST, LONGEST_LINE, Folder, broken, english


class Small(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    count: int = 0


def told(folder: Path, data: bytes | None = None) -> str:
    """Return the one fault of a file; it is never an exception."""
    if data is not None:
        (folder / "a.toml").write_bytes(data)
    reader = Folder(folder)
    assert reader.read("a.toml", Small) is None or reader.faults
    (fault,) = reader.faults
    assert fault.path == "a.toml"
    return english(fault)


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes('name = "é"\r\ncount = 3\r\n'.encode())
    reader = Folder(tmp_path)
    assert reader.read("a.toml", Small) == Small("é", 3)
    assert reader.faults == []


def test_the_mark_that_windows_editors_put_first_is_let_pass(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b'\xef\xbb\xbfname = "x"')
    assert Folder(tmp_path).read("a.toml", Small) == Small("x")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"name = \xff", "not in UTF-8"),
        (b"name = ", "not TOML"),
        (b'name = "a"\nname = "b"', "not TOML"),
        (b"name = " + b"9" * 5000, "not TOML"),
        (b"when = 2026-13-45", "not TOML"),
        (b"name = " + b"[" * 5000, "nested too deeply"),
        (b"name = 3", "expected `str`, got `int`"),
        (b"count = 3", "missing required field `name`"),
        (b'name = "a"\nscript = "b"', "unknown field `script`"),
        (b'name = "a"\ncount = 3.0', "expected `int`"),
        (b'name = "a"\ncount = "3"', "expected `int`"),
        (b'name = "a"\ncount = true', "expected `int`"),
        (b"#" * (LARGEST + 1), "larger than 1024 KiB"),
        (b"#" * (LONGEST_LINE + 1), "a line is longer"),
        (b".".join([b"a"] * 4000) + b" = 1", "unknown field `a`"),
        (b'name = "a\\u202Eb"', "name holds a character that cannot be seen"),
        (b'name = "a\\u0007"', "name holds a character that cannot be seen"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in told(tmp_path, data)


def test_a_fault_stays_short(tmp_path: Path) -> None:
    assert len(told(tmp_path, b'name = "a"\n' + b"x" * 4000 + b" = 1")) < 300


def test_a_file_of_many_long_keys_is_refused_soon(tmp_path: Path) -> None:
    line = b".".join([b"a"] * 4000) + b" = 1\n"
    before = time.process_time()
    told(tmp_path, (line * 200)[:LARGEST])
    assert time.process_time() - before < 20


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert told(tmp_path) == "this file is missing"


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    assert told(tmp_path) == "this is not a file"


def link(place: Path, target: Path) -> None:
    try:
        place.symlink_to(target)
    except OSError:
        pytest.skip("links cannot be made here")


def test_a_link_that_leads_outside_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "secret.toml").write_text('name = "secret"', encoding="utf-8")
    link(tmp_path / "pack" / "a.toml", tmp_path / "secret.toml")
    assert told(tmp_path / "pack") == "this link leads outside the folder"


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text('name = "x"', encoding="utf-8")
    link(tmp_path / "a.toml", tmp_path / "b.toml")
    assert Folder(tmp_path).read("a.toml", Small) == Small("x")


def test_a_link_to_itself_is_named(tmp_path: Path) -> None:
    link(tmp_path / "a.toml", tmp_path / "a.toml")
    assert told(tmp_path) in {"this file cannot be read", "this file is missing"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file")
def test_a_pipe_that_nobody_writes_to_does_not_hold_us(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.toml")
    assert told(tmp_path) == "this is not a file"


def test_a_path_cannot_climb_out(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "a.toml").write_text('name = "x"', encoding="utf-8")
    reader = Folder(tmp_path / "pack")
    assert reader.read("../a.toml", Small) is None
    assert english(reader.faults[0]) == "this link leads outside the folder"


def test_a_fault_becomes_an_error_with_its_place(tmp_path: Path) -> None:
    reader = Folder(tmp_path)
    reader.read("deep/a.toml", Small)
    error = broken(reader.faults[0])
    assert error.fields == {"path": "deep/a.toml", "fault": "this file is missing"}


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    reader = Folder(tmp_path)
    assert reader.folders("law") == []
    assert (reader.faults[0].path, english(reader.faults[0])) == (
        "law",
        "this folder cannot be read",
    )


@given(st.binary(max_size=200))
def test_no_bytes_are_a_traceback(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    told(tmp_path_factory.mktemp("any"), data + b"\n[never]")
