"""``filet backup``, ``restore`` and ``salvage``, as an IT person runs them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import CASE, PASSPHRASE, House

from filet.application.desk import Write
from filet.cli import run
from filet.cli.copies import LOST
from filet.domain import errors
from filet.domain.kinds import NoteWritten

Filet = Callable[..., int]


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path)
    entered = made.create()
    notes = [Write(NoteWritten("mot " * 1000)) for _ in range(40)]
    made.desk(entered).record(CASE, *notes)
    entered.vault.close()
    (tmp_path / "clé").mkdir()
    return made


@pytest.fixture
def filet(monkeypatch: pytest.MonkeyPatch) -> Filet:
    def run_(*words: str | Path, typed: str = PASSPHRASE) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed + "\n"))
        door = "--recovery-stdin" if "\n" in typed else "--passphrase-stdin"
        return run([*map(str, words), door])

    return run_


@pytest.fixture
def copy(house: House, filet: Filet) -> Path:
    assert filet("backup", "--vault", house.folder, "--to", house.root / "clé") == 0
    (made,) = (house.root / "clé").iterdir()
    return made


def test_a_copy_is_named_when_it_was_read(capsys: pytest.CaptureFixture[str], copy: Path) -> None:
    assert f"{copy.name} : rouverte et relue au complet." in capsys.readouterr().out


def test_a_copy_without_any_place_is_refused(house: House, filet: Filet) -> None:
    assert filet("backup", "--vault", house.folder) == errors.BackupsNotArranged.exit_status


def test_a_place_is_chosen_once_and_for_all(house: House, filet: Filet) -> None:
    place = house.root / "clé"
    assert filet("backup", "--vault", house.folder, "--to", place, "--from-now-on") == 0
    assert filet("backup", "--vault", house.folder) == 0
    assert len(list(place.iterdir())) == 1


def test_a_place_that_is_not_there_has_its_own_status(house: House, filet: Filet) -> None:
    gone = house.root / "débranchée"
    status = filet("backup", "--vault", house.folder, "--to", gone)
    assert status == errors.MediumMissing.exit_status == 25


def test_a_copy_beside_the_dossiers_is_refused(house: House, filet: Filet) -> None:
    status = filet("backup", "--vault", house.folder, "--to", house.folder)
    assert status == errors.BackupBesideVault.exit_status


def test_a_copy_is_tried_and_then_restored(
    house: House, copy: Path, filet: Filet, capsys: pytest.CaptureFixture[str]
) -> None:
    assert filet("restore", copy, "--try") == 0
    assert "rien d'anormal" in capsys.readouterr().out
    assert filet("restore", copy, "--vault", house.folder) == 0
    told = capsys.readouterr().out
    assert "mis-de-cote_" in told
    entered = house.unlock()
    assert len(house.desk(entered).read(CASE).all(NoteWritten)) == 40
    entered.vault.close()


def test_the_recovery_key_restores(house: House, copy: Path, filet: Filet) -> None:
    typed = "\n".join(house.recovery)
    assert filet("restore", copy, "--vault", house.folder, typed=typed) == 0


def test_a_broken_copy_is_refused_with_its_own_status(
    house: House, copy: Path, filet: Filet, capsys: pytest.CaptureFixture[str]
) -> None:
    data = bytearray((copy / "filet.vault").read_bytes())
    data[9000] ^= 1
    (copy / "filet.vault").write_bytes(data)
    assert filet("restore", copy, "--vault", house.folder) == errors.BackupDamaged.exit_status == 26
    told = capsys.readouterr().err
    assert "filet.vault" in told
    assert "Traceback" not in told


def test_a_lost_key_file_is_put_back(house: House, copy: Path, filet: Filet) -> None:
    for name in ("filet.keys", "filet.keys.copy"):
        (house.folder / name).unlink()
    assert filet("restore", copy, "--vault", house.folder, "--keys-only") == 0
    house.unlock().vault.close()


def test_a_salvage_names_what_is_lost(
    house: House, filet: Filet, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = house.folder / "filet.vault"
    data = bytearray(vault.read_bytes())
    for page in range(60, 75):
        data[page * 4096 + 100] ^= 1
    vault.write_bytes(data)
    out = house.root / "sauvé"
    assert filet("salvage", "--vault", house.folder, "--out", out) == LOST == 31
    told = capsys.readouterr().out
    assert "perdues" in told
    assert any(line.startswith("- ") for line in told.splitlines())


def test_a_salvage_of_a_sound_vault_loses_nothing(house: House, filet: Filet) -> None:
    assert filet("salvage", "--vault", house.folder, "--out", house.root / "sauvé") == 0


def test_a_salvage_of_nothing_has_its_own_status(house: House, filet: Filet) -> None:
    (house.folder / "filet.vault").write_bytes(b"")
    status = filet("salvage", "--vault", house.folder, "--out", house.root / "sauvé")
    assert status == errors.NothingToSalvage.exit_status == 27
