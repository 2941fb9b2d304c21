"""A questionnaire in a real vault: whole after the door was closed and opened again."""

from pathlib import Path

from builders import PASSPHRASE, House
from tools import RESOURCES, shipped

from filet.application.packs import HousePacks

GARDEN = RESOURCES / "examples" / "exemple-jardin"


def test_a_pack_that_was_imported_is_whole_when_the_vault_is_opened_again(tmp_path: Path) -> None:
    house = House(tmp_path)
    entered = house.create()
    packs = HousePacks(house.desk(entered), shipped())
    packs.take_in(packs.consider(GARDEN), "La directrice", "Lettre du 3 novembre")
    before = packs.instrument("exemple-jardin", "1")
    house.unlocking.lock(entered)
    opened = house.unlocking.unlock(house.folder, "AB", PASSPHRASE)
    again = HousePacks(house.desk(opened), shipped())
    assert again.instrument("exemple-jardin", "1") == before
    house.unlocking.lock(opened)
