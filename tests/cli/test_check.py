"""``filet check``: each thing that can be wrong has its own words and its own status."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import PASSPHRASE, House

from filet.adapters.store.vault import VAULT_NAME
from filet.cli import run
from filet.domain import errors
from filet.domain.errors import FiletError

Break = Callable[[Path], object]


def cut(folder: Path) -> None:
    data = (folder / VAULT_NAME).read_bytes()
    (folder / VAULT_NAME).write_bytes(data[: len(data) // 2 // 4096 * 4096])


def flipped(folder: Path) -> None:
    data = bytearray((folder / VAULT_NAME).read_bytes())
    data[100] ^= 1
    (folder / VAULT_NAME).write_bytes(data)


def plain(folder: Path) -> None:
    (folder / VAULT_NAME).unlink()
    connection = sqlite3.connect(folder / VAULT_NAME)
    connection.execute("CREATE TABLE one (two)")
    connection.commit()
    connection.close()


def without_keys(folder: Path) -> None:
    (folder / "filet.keys").unlink()
    (folder / "filet.keys.copy").unlink()


def with_broken_keys(folder: Path) -> None:
    for name in ("filet.keys", "filet.keys.copy"):
        (folder / name).write_bytes(b"{}\n0\n")


BROKEN: list[tuple[Break, type[FiletError]]] = [
    (lambda folder: (folder / VAULT_NAME).unlink(), errors.VaultMissing),
    (lambda folder: (folder / VAULT_NAME).write_bytes(b""), errors.VaultEmpty),
    (cut, errors.VaultTruncated),
    (flipped, errors.VaultDamaged),
    (plain, errors.VaultForeign),
    (without_keys, errors.KeysMissing),
    (with_broken_keys, errors.KeysDamaged),
]


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path)
    made.create().vault.close()
    return made


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def checked(folder: Path, *options: str, passphrase: str = PASSPHRASE) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(passphrase + "\n"))
        return run([*options, "check", "--vault", str(folder), "--passphrase-stdin", "--json"])

    return checked


def test_a_sound_vault_is_told_so(
    house: House, check: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(house.folder) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert answer["sound"] is True
    assert answer["vault"]["findings"] == []
    assert answer["data"]["instruments"] >= 4


def test_checking_writes_nothing(house: House, check: Callable[..., int]) -> None:
    before = (house.folder / "filet.keys").read_bytes()
    assert check(house.folder) == 0
    assert check(house.folder) == 0
    entered = house.unlock()
    count = sum(head.seq for head in entered.vault.journal.heads())
    entered.vault.close()
    assert count == 5
    assert (house.folder / "filet.keys").read_bytes() == before


def test_a_wrong_passphrase_is_its_own_error(
    house: House, check: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    status = check(house.folder, passphrase="autre")  # noqa: S106 - it opens nothing
    assert status == errors.WrongPassphrase.exit_status
    assert "n'ouvrent pas les dossiers" in capsys.readouterr().err


@pytest.mark.parametrize(("harm", "kind"), BROKEN, ids=[kind.code for _, kind in BROKEN])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_harm_has_its_own_words_and_status(
    harm: Break,
    kind: type[FiletError],
    language: str,
    house: House,
    check: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    harm(house.folder)
    assert check(house.folder, "--lang", language) == kind.exit_status
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 2


def test_the_data_alone_can_be_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    assert "instruments" in capsys.readouterr().out


def test_a_passphrase_is_never_an_argument(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["check", "--help"])
    told = capsys.readouterr().out
    assert "--passphrase-stdin" in told
    assert "--passphrase " not in told
