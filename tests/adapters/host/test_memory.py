"""What another program finds in the memory of ours: no key once it is locked, or nothing at all."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import PASSPHRASE, House, cabinet
from children import start

from filet.adapters.keys.derive import pending_key
from filet.adapters.keys.keyfile import load
from filet.adapters.keys.slots import open_seed

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux shows a program's memory as a file"
)
_MAP = re.compile(r"([0-9a-f]+)-([0-9a-f]+) r")
_PIECE = 16 * 1024 * 1024


def memory(pid: int) -> Iterator[bytes]:
    """Yield the readable memory of a program, piece by piece."""
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace")
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as file:
        for first, last in _MAP.findall(maps):
            begin, end = int(first, 16), int(last, 16)
            for at in range(begin, end, _PIECE):
                try:
                    file.seek(at)
                    yield file.read(min(_PIECE, end - at))
                except (OSError, OverflowError, ValueError):  # not ours to read, such as vvar
                    continue


def found(root: Path, program: str) -> set[str]:
    """Return which secrets of a house lie in the memory of a program that has locked it."""
    with start(program, root) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == "locked\n"
        secrets = secrets_of(House(root).folder)
        names = {
            name
            for piece in memory(child.pid)
            for name, secret in secrets.items()
            if secret in piece
        }
        child.stdin.write("\n")
        child.stdin.flush()
        child.stdout.read()
    return names


def secrets_of(folder: Path) -> dict[str, bytes]:
    file, (key,) = load(folder), cabinet().open(folder, "AB", PASSPHRASE).data_keys
    seed = open_seed(file.vault, file.slots[0], PASSPHRASE)
    assert seed is not None
    own = bytes(key[:32])
    return {
        "data key": own,
        "data key in hexadecimal": own.hex().encode(),
        "data key in capitals": own.hex().upper().encode(),
        "seed": bytes(seed),
        "pending key": bytes(pending_key(key)),
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    House(tmp_path).create().vault.close()
    return tmp_path


def test_no_key_is_left_in_memory_after_a_lock(root: Path) -> None:
    assert found(root, "lock") == set()


def test_a_copy_that_was_kept_would_be_found(root: Path) -> None:
    assert "data key" in found(root, "keep")


READ = """
import ctypes, os, resource, sys
from filet.adapters.host import harden
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
(ready, told), (leave, left) = os.pipe(), os.pipe()
child = os.fork()
if not child:
    try:
        if sys.argv[1] == "hardened":
            harden()
    finally:
        os.write(told, b"x")
        os.read(leave, 1)
        os._exit(0)
os.read(ready, 1)
try:
    open(f"/proc/{child}/mem", "rb").close()
    print("read")
except PermissionError:
    print("refused")
os.write(left, b"x")
os.waitpid(child, 0)
"""


@pytest.mark.parametrize(("state", "answer"), [("plain", "read"), ("hardened", "refused")])
def test_a_normal_start_refuses_to_be_read_by_a_program_of_the_same_user(
    state: str, answer: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ, state],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=30,
    )
    assert done.stdout.split() == [answer]
