"""What a user would otherwise take, on the same machine: KeePassXC, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import uuid
from base64 import b64encode
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from bench.invented import family, given, sentence
from bench.lines import Line, Section, Verdict
from bench.timing import in_turn

_PROGRAM = "keepassxc-cli"
_PASSWORD = "bench bench bench"  # noqa: S105 - opens invented data only
_TITLE = "beside KeePassXC"
_MANY = 50_000


def keepassxc(cache: Path, entries: int) -> Section:
    """Return how long it takes to list, search and add, without its own key derivation."""
    if shutil.which(_PROGRAM) is None:
        why = f"{_PROGRAM} is not installed (Debian: apt-get install keepassxc)"
        return Section(_TITLE, (Line("comparison", verdict=Verdict.ABSENT, note=why),))
    full, empty = (_database(cache, count) for count in (entries, 0))
    title = f"{_TITLE}: {entries} entries, its key derivation and start taken off"
    return Section(title, tuple(_lines(full, empty, entries)))


def _lines(full: Path, empty: Path, entries: int) -> Iterator[Line]:
    for what, act in _ACTS.items():
        whole, bare = in_turn(partial(act, full), partial(act, empty), 3)
        own = max(0.0, whole.median - bare.median)
        note = f"{own * _MANY / entries:.0f} ms for {_MANY} if it grows in proportion"
        yield Line(what, own, yardstick=None, note=note)


def _database(cache: Path, entries: int) -> Path:
    path = cache / f"keepassxc-{entries}.kdbx"
    if not path.exists():
        xml = path.with_suffix(".xml")
        xml.write_text(_xml(entries), encoding="utf-8")
        _run("import", "-q", "-p", "-t", "100", str(xml), str(path), typed=f"{_PASSWORD}\n" * 2)
        xml.unlink()
    return path


def _run(*arguments: str, typed: str = f"{_PASSWORD}\n") -> None:
    command = [_PROGRAM, *arguments]
    subprocess.run(command, input=typed, capture_output=True, text=True, check=True)


def _list(path: Path) -> None:
    _run("ls", "-q", "-R", "-f", str(path))


def _search(path: Path) -> None:
    command = [_PROGRAM, "search", "-q", str(path), "mar"]
    subprocess.run(command, input=f"{_PASSWORD}\n", capture_output=True, text=True, check=False)


def _add(path: Path) -> None:
    _run("add", "-q", str(path), f"entry {uuid.uuid4()}")


_ACTS: dict[str, Callable[[Path], None]] = {
    "open and list": _list,
    "open and search": _search,
    "open, add one entry, save": _add,
}


def _xml(entries: int) -> str:
    """Return what KeePassXC imports: one entry per dossier."""
    random = Random(entries)  # noqa: S311 - invented data
    body = "".join(_entry(random) for _ in range(entries))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><KeePassFile><Meta/><Root><Group>'
        f"<UUID>{_uuid(random)}</UUID><Name>Root</Name>{body}</Group></Root></KeePassFile>"
    )


def _entry(random: Random) -> str:
    fields = {"Title": f"{given(random)} {family(random)}", "Notes": sentence(random, 60)}
    strings = "".join(
        f"<String><Key>{key}</Key><Value>{value}</Value></String>" for key, value in fields.items()
    )
    return f"<Entry><UUID>{_uuid(random)}</UUID>{strings}</Entry>"


def _uuid(random: Random) -> str:
    return b64encode(random.randbytes(16)).decode("ascii")
