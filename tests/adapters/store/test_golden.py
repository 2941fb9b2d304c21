"""A vault of every shape that was ever released opens for ever."""

import shutil
from pathlib import Path

import pytest
from builders import House

from filet.adapters.store import migrate
from filet.application.cases import Cases
from filet.domain.ids import HOUSE
from filet.domain.kinds import NoteWritten

VAULTS = Path(__file__).parents[2] / "data" / "vaults"
SHAPES = sorted(path.name for path in VAULTS.iterdir() if path.is_dir() and path.name.isdigit())
INITIALS, PASSPHRASE = "EX", "coffre de témoin, rien de vrai"


def test_every_shape_has_its_vault() -> None:
    assert [int(shape) for shape in SHAPES] == list(migrate.scripts())


@pytest.fixture(params=SHAPES)
def house(request: pytest.FixtureRequest, tmp_path: Path) -> House:
    made = House(tmp_path)
    shutil.copytree(VAULTS / request.param, made.folder)
    return made


def test_it_opens_verifies_and_holds_what_it_held(house: House) -> None:
    entered = house.unlocking.unlock(house.folder, INITIALS, PASSPHRASE)
    assert house.check(entered).findings == ()
    (case,) = entered.vault.journal.cases()
    notes = house.desk(entered).read(case).all(NoteWritten)
    assert [note.text for note in notes] == ["une note qui reste"]
    assert len(entered.vault.journal.of_kinds(("file_destroyed/1",), HOUSE)) == 1
    entered.vault.close()


def test_it_opens_with_its_recovery_key(house: House) -> None:
    lines = tuple((house.folder / "recovery.txt").read_text(encoding="utf-8").split("\n")[:4])
    house.unlocking.recover(house.folder, lines).vault.close()


def test_it_goes_on_being_written_in(house: House) -> None:
    entered = house.unlocking.unlock(house.folder, INITIALS, PASSPHRASE)
    Cases(house.desk(entered)).create("Céleste", "Inventée")
    entered.vault.close()
    entered = house.unlocking.unlock(house.folder, INITIALS, PASSPHRASE)
    assert len(set(entered.vault.journal.cases())) == 2
    assert house.check(entered).findings == ()
    entered.vault.close()
