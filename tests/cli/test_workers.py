"""``filet workers list``, as an IT person runs it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from builders import CASE, PASSPHRASE, House

from filet.application.desk import Write
from filet.application.workers import Described, Passphrase
from filet.cli import run
from filet.domain import errors
from filet.domain.kinds import Duty, NoteWritten

Filet = Callable[..., int]
SECRET = "zephyrine"  # noqa: S105 - a word of a note, that no list may say


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path)
    entered = made.create()
    desk = made.desk(entered)
    desk.record(CASE, Write(NoteWritten(SECRET)))
    workers, own = made.workers(desk), Passphrase(PASSPHRASE)
    told = Described("Claire D.", Duty.COORDINATION, since=date(2026, 1, 5))
    workers.enrol(own, "CD", told, PASSPHRASE + "CD")
    gone = workers.enrol(own, "EF", Described("Élise F."), PASSPHRASE + "EF").value
    workers.withdraw(own, gone.id, "départ")
    entered.vault.close()
    return made


@pytest.fixture
def filet(monkeypatch: pytest.MonkeyPatch, house: House) -> Filet:
    def run_(*words: str, typed: str = PASSPHRASE) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed + "\n"))
        door = ("--vault", str(house.folder), "--passphrase-stdin")
        return run(["workers", "list", *door, *words])

    return run_


def test_each_is_listed_by_initials_role_and_days(
    filet: Filet, capsys: pytest.CaptureFixture[str]
) -> None:
    assert filet("--initials", "AB") == 0
    assert capsys.readouterr().out.splitlines() == [
        "AB    Direction",
        "CD    Coordination  depuis le 2026-01-05",
        "EF    Intervenante  accès retiré",
    ]


def test_nothing_of_a_name_or_of_what_was_written_is_said(
    filet: Filet, capsys: pytest.CaptureFixture[str]
) -> None:
    filet("--initials", "AB")
    filet("--initials", "AB", "--json")
    said = capsys.readouterr().out
    assert not [word for word in (SECRET, "Claire", "Élise", "départ") if word in said]


def test_a_program_reads_it_as_json(filet: Filet, capsys: pytest.CaptureFixture[str]) -> None:
    assert filet("--initials", "CD", "--json", typed=PASSPHRASE + "CD") == 0
    found = {one.pop("initials"): one for one in json.loads(capsys.readouterr().out)}
    assert found["CD"] == {
        "role": "coordination",
        "since": "2026-01-05",
        "until": None,
        "withdrawn": False,
        "opens": True,
    }
    assert found["EF"]["withdrawn"]
    assert not found["EF"]["opens"]


def test_who_was_withdrawn_lists_nothing(filet: Filet, capsys: pytest.CaptureFixture[str]) -> None:
    status = filet("--initials", "EF", typed=PASSPHRASE + "EF")
    assert status == errors.WrongPassphrase.exit_status
    assert capsys.readouterr().out == ""
