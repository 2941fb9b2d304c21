"""A file is closed in a program of its own, which tells nobody the phrase and can be stopped."""

import os
import sys
from pathlib import Path

import pytest
from pyrage import passphrase as age

from filet.adapters.packages import Archive
from filet.adapters.packages.closing import close_aside
from filet.application.copying import go_on

PHRASE = "abeille été cœur demain hiver île"


def test_what_was_closed_opens_with_the_phrase_and_with_no_other() -> None:
    data = os.urandom(300_000)
    closed = close_aside(data, PHRASE, go_on)
    assert age.decrypt(closed, PHRASE) == data
    with pytest.raises(Exception, match=r"[Dd]ecrypt"):
        age.decrypt(closed, PHRASE[:-1])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows the commands so plainly")
def test_whoever_waits_has_turns_and_the_phrase_is_in_no_command() -> None:
    turns: list[bytes] = []
    close_aside(b"court", PHRASE, lambda: turns.append(_commands()))
    assert len(turns) > 1
    assert b"packages.closing" in b"".join(turns)
    assert b"abeille" not in b"".join(turns)


def _commands() -> bytes:
    return b" ".join(map(_read, Path("/proc").glob("[0-9]*/cmdline")))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it ended meanwhile
        return b""


class Locks(Exception):
    """Stands for a lock that comes."""


def test_what_stops_it_ends_the_program() -> None:
    def between() -> None:
        raise Locks

    with pytest.raises(Locks):
        close_aside(b"x" * 1_000_000, PHRASE, between)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_no_phrase_closes_nothing(repository: Path) -> None:
    archive = Archive(repository / "resources" / "export", lambda: "")
    with pytest.raises(ValueError, match="no phrase"):
        archive.seal(b"x", "", go_on)
