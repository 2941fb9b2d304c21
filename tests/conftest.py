"""What holds for every test: no display, no network, no folder of a real person."""

import gc
import importlib
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from halves import OneTour, longest_first

if sys.dont_write_bytecode:  # else each of the programs that tests start compiles Filet anew
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).resolve().parents[1] / ".pytest_cache" / "bytecode")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings = importlib.import_module("hypothesis").settings  # after what keeps its bytecode
settings.register_profile("filet", deadline=None)  # no test is timed: machines are busy
settings.load_profile("filet")

_MEMORY, _ROOM = Path("/dev/shm"), 2 << 30  # noqa: S108 - pytest makes a folder of its own there
if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    # A thousand vaults wait for a disk at each write, and no test can see what it does then.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ["LC_ALL"] = os.environ["LANGUAGE"] = "C"

_HOME = tempfile.TemporaryDirectory(prefix="filet-tests-", ignore_cleanup_errors=True)
_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
}
for _name, _folder in _FOLDERS.items():
    _path = Path(_HOME.name, _folder)
    _path.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ[_name] = str(_path)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneTour:
    """Share the tests so that each tour of the screens is taken by one process, once."""
    return OneTour(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes longest where several processes share the tests."""
    if hasattr(config, "workerinput"):
        longest_first(items)


def pytest_collection_finish() -> None:
    """Leave out of every collection what stays until the end: thousands of tests, every module."""
    gc.collect()
    gc.freeze()


class NetworkRefused(AssertionError):
    """A test tried to reach a computer."""


@pytest.fixture(autouse=True)
def network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets speak within this computer's own programs only."""
    connect = socket.socket.connect

    def connect_locally(self: socket.socket, address: Any) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            refuse(address)
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_locally)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def refuse(address: object, *_: object, **__: object) -> NoReturn:
    """Say which address was meant."""
    raise NetworkRefused(f"no test may reach {address}")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the top of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def packaging_tools(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a test import the modules of packaging/."""
    monkeypatch.syspath_prepend(str(repository / "packaging"))
    yield
    for name in ("tasks", "environment", "libraries", "words", "hatch_build", "papers.gates"):
        sys.modules.pop(name, None)
