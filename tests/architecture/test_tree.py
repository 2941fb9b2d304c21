"""What must hold for every file of the repository, on every system."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

RESERVED = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(10)}

IGNORES = {
    "type: ignore": re.compile(r"#\s*type:\s*ignore\[[\w, -]+\]\s+(#|--?|—)\s*\S"),
    "noqa": re.compile(r"#\s*noqa:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*\s+(#|--?|—)\s*\S"),
    "pragma: no": re.compile(r"#\s*pragma:\s*no (cover|branch)\s+(#|--?|—)\s*\S"),
}
"""How an ignore reads when it says what it ignores and why."""


@pytest.fixture(scope="module")
def names(repository: Path) -> list[PurePosixPath]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=repository, capture_output=True, check=True).stdout
    return [PurePosixPath(name) for name in listed.decode("utf-8").split("\0") if name]


def windows_refuses(part: str) -> bool:
    stem = part.partition(".")[0].lower()
    return bool(re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', part)) or stem in RESERVED


def test_every_name_can_stand_on_every_system(names: list[PurePosixPath]) -> None:
    assert not [str(name) for name in names if any(map(windows_refuses, name.parts))]


def test_no_two_names_differ_in_case_only(names: list[PurePosixPath]) -> None:
    every = {path for name in names for path in (name, *name.parents)}
    counted = Counter(str(path).casefold() for path in every)
    assert not [name for name, count in counted.items() if count > 1]


@pytest.mark.parametrize("part", ["a:b", "plan.", "nul", "COM1.txt", "a b "])
def test_such_names_are_refused(part: str) -> None:
    assert windows_refuses(part)


def ignores(path: Path) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for kind in IGNORES:
            if re.search(rf"#\s*{kind}", line):
                yield kind, line, f"{path.name}:{number}"


def test_every_ignore_says_what_and_why(repository: Path) -> None:
    folders = [repository / name for name in ("src", "packaging", "tests")]
    modules = [path for folder in folders for path in folder.rglob("*.py")]
    found = [ignore for path in modules for ignore in ignores(path)]
    assert not [place for kind, line, place in found if not IGNORES[kind].search(line)]
