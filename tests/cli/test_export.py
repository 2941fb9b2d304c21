"""``filet export``: one file, its phrase said once, and nothing in clear by one person alone."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from builders import CASE, PASSPHRASE, House
from pyrage import passphrase as age

from filet.application.desk import Write
from filet.cli import run
from filet.domain import errors
from filet.domain.kinds import NoteWritten

SENTENCE = "Je laisse tout sortir en clair"


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path)
    entered = made.create()
    desk = made.desk(entered)
    made.let_in(desk, "CD")
    desk.record(CASE, Write(NoteWritten("la note")))
    entered.vault.close()
    return made


def export(
    house: House, monkeypatch: pytest.MonkeyPatch, *more: str, typed: str = PASSPHRASE
) -> tuple[int, Path]:
    out = house.root / "tout.zip.age"
    monkeypatch.setattr("sys.stdin", io.StringIO(typed + "\n"))
    words = ["export", "--vault", str(house.folder), "--out", str(out), "--why", "essai"]
    return run([*words, "--initials", "AB", "--passphrase-stdin", *more]), out


def test_the_phrase_that_is_said_opens_the_file(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = export(house, monkeypatch)
    assert status == 0
    phrase = capsys.readouterr().out.splitlines()[-1].partition(" : ")[2]
    with zipfile.ZipFile(io.BytesIO(age.decrypt(out.read_bytes(), phrase))) as archive:
        assert b"la note" in archive.read("entries.jsonl")


def test_two_let_it_leave_in_clear(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "\n".join((PASSPHRASE, PASSPHRASE + "CD", SENTENCE))
    status, out = export(house, monkeypatch, "--in-clear", "CD", typed=typed)
    assert status == 0
    assert zipfile.is_zipfile(out)


def test_one_alone_lets_nothing_leave_in_clear(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "\n".join((PASSPHRASE, PASSPHRASE, SENTENCE))
    status, out = export(house, monkeypatch, "--in-clear", "AB", typed=typed)
    assert status == errors.SamePerson.exit_status
    assert not out.exists()
