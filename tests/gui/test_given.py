"""What the window is given: ways in that are made of more than one use case."""

from dataclasses import replace
from pathlib import Path

import pytest
from builders import PASSPHRASE, House

from filet import bootstrap, doorstep
from filet.application.services import Services
from filet.application.unlocking import Entered
from filet.domain.errors import UnknownWorker, WrongPassphrase
from filet.gui.given import Given
from filet.paths import Paths

FRESH = "une phrase neuve de cinq mots"


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path)
    entered = made.create()
    made.let_in(made.desk(entered), "CD")
    entered.vault.close()
    return made


def given(house: House, repository: Path) -> Given:
    paths = Paths(repository / "resources", house.local)

    def services(entered: Entered) -> Services:
        """Give the real use cases, with keys that cost little."""
        cheap = house.workers(house.desk(entered))
        return replace(bootstrap.services(entered, paths), workers=cheap)

    return replace(doorstep.given(paths), unlocking=lambda: house.unlocking, services=services)


def test_a_forgotten_passphrase_is_replaced_by_the_recovery_key_and_lets_her_in(
    house: House, repository: Path
) -> None:
    door = given(house, repository)
    inside = door.replace_passphrase(house.folder, house.recovery, "cd", FRESH)
    assert inside.initials == "CD"
    assert house.check(inside.entered).findings == ()
    house.unlocking.lock(inside.entered)
    with pytest.raises(WrongPassphrase):
        house.enter("CD")


def test_nobody_is_let_in_under_initials_that_nobody_has(house: House, repository: Path) -> None:
    with pytest.raises(UnknownWorker):
        given(house, repository).replace_passphrase(house.folder, house.recovery, "ZZ", FRESH)
    house.unlocking.unlock(house.folder, "AB", PASSPHRASE).vault.close()


def test_no_pin_is_offered_where_none_was_chosen(house: House, repository: Path) -> None:
    assert not given(house, repository).offers_pin(house.folder, "AB")
