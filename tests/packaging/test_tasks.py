import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

THIS = (sys.version_info.major, sys.version_info.minor)
NEXT = (sys.version_info.major, sys.version_info.minor + 1)


@pytest.fixture
def environment(packaging_tools: None) -> ModuleType:
    return importlib.import_module("environment")


@pytest.fixture
def libraries(packaging_tools: None) -> ModuleType:
    return importlib.import_module("libraries")


@pytest.fixture
def tasks(packaging_tools: None) -> ModuleType:
    return importlib.import_module("tasks")


def test_this_python_is_new_enough(environment: ModuleType) -> None:
    assert environment.is_new_enough(sys.executable, THIS)


def test_a_python_of_long_ago_is_not(environment: ModuleType) -> None:
    assert not environment.is_new_enough(sys.executable, NEXT)


@pytest.mark.skipif(sys.platform == "win32", reason="an executable script is a Unix thing")
def test_an_old_python_looks_for_a_newer_one(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, code in (("python3.13", 1), ("python3.12", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert environment.find_python(NEXT) == str(tmp_path / "python3.12")


def test_where_there_is_no_python_the_sentence_says_which_one_to_install(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(environment.Trouble, match=r"needs Python 4\.0 or newer"):
        environment.find_python((4, 0))


def test_a_stamp_changes_with_a_name_and_with_a_content(
    environment: ModuleType, tmp_path: Path
) -> None:
    hashes = set()
    for name, content in (("a", "1"), ("a", "2"), ("b", "2")):
        (tmp_path / name).write_text(content, encoding="utf-8")
        hashes.add(environment.digest([tmp_path / name], tmp_path))
    assert len(hashes) == 3


@pytest.mark.parametrize("content", [None, "", "{half"])
def test_a_stamp_that_cannot_be_read_is_no_stamp(
    environment: ModuleType, tmp_path: Path, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "stamp").write_text(content, encoding="utf-8")
    assert environment.read_stamp(tmp_path / "stamp") == {}


def test_every_package_of_the_lock_has_a_hash(repository: Path) -> None:
    lock = (repository / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    entries = lock.replace("\\\n", " ").splitlines()
    assert not [line for line in entries if line.strip() and "--hash=sha256:" not in line]


def test_a_library_that_is_nowhere_is_missing(libraries: ModuleType) -> None:
    needs = {"libnowhere1": "libnowhere.so.1", "nowhere": "nowhere-at-all"}
    assert libraries.missing(needs) == ["libnowhere1", "nowhere"]


@pytest.mark.skipif(sys.platform != "linux", reason="libc.so.6 is Linux's")
def test_a_library_that_is_here_is_not_missing(libraries: ModuleType) -> None:
    assert libraries.missing({"libc6": "libc.so.6"}) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries")
def test_without_the_right_to_install_the_command_is_shown(
    libraries: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    libraries.provide({"libnowhere1": "libnowhere.so.1"}, may_install=False)
    assert "sudo apt-get install --no-install-recommends libnowhere1" in capsys.readouterr().out


def test_what_follows_a_task_is_passed_on(tasks: ModuleType) -> None:
    assert tasks.parsed(["test", "-q", "--", "x"])[1] == ["-q", "--", "x"]


def test_an_unknown_task_is_refused(tasks: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        tasks.parsed(["fly"])
    assert "fly" in capsys.readouterr().err


def test_the_tools_need_nothing_but_python(repository: Path) -> None:
    command = [sys.executable, "-E", "-s", "-S", "packaging/tasks.py", "--help"]
    done = subprocess.run(command, cwd=repository, capture_output=True, check=True)
    assert b"tasks:" in done.stdout
