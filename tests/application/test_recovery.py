"""The recovery key: tried once a year, made again by two people, never another house's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from builders import PASSPHRASE, House, cabinet

from filet.adapters.store.connection import is_under
from filet.application.desk import Desk
from filet.application.recovery import Recovery
from filet.application.unlocking import Entered
from filet.application.workers import Passphrase
from filet.domain.errors import (
    MistypedRecoveryKey,
    NotAllowed,
    SamePerson,
    WrongPassphrase,
    WrongRecoveryKey,
)
from filet.domain.kinds import Duty, RecoverySet

OWN = Passphrase(PASSPHRASE)
SECOND = ("CD", PASSPHRASE + "CD")


@dataclass
class Scene:
    house: House
    entered: Entered
    desk: Desk

    @property
    def recovery(self) -> Recovery:
        return Recovery(self.desk, self.house.locker, self.house.workers(self.desk))

    def opens(self, lines: tuple[str, ...]) -> bool:
        try:
            cabinet().recover(self.house.folder, lines)
        except WrongRecoveryKey:
            return False
        return True


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    house = House(tmp_path)
    entered = house.create()
    yield Scene(house, entered, house.desk(entered))
    entered.vault.close()


# The drill ----------------------------------------------------------------------------


def test_a_drill_is_due_a_year_after_the_key_was_made(scene: Scene) -> None:
    state = scene.recovery.state()
    today = scene.desk.clock.today()
    assert (state.made, state.tried) == (today, None)
    assert not state.is_late(today + timedelta(365))
    assert state.is_late(today + timedelta(366))


def test_the_key_typed_back_whole_keeps_the_day_and_the_places(scene: Scene) -> None:
    scene.house.clock.move(days=400)
    today = scene.desk.clock.today()
    assert scene.recovery.state().is_late(today)
    state = scene.recovery.drill(scene.house.recovery, ("coffre", " ", "notaire")).value
    assert (state.tried, state.places) == (today, ("coffre", "notaire"))
    assert not state.is_late(today + timedelta(365))
    assert scene.house.check(scene.entered).findings == ()


def test_a_key_of_another_house_or_with_a_wrong_character_is_no_drill(
    scene: Scene, tmp_path: Path
) -> None:
    other = House(tmp_path / "other")
    other.create().vault.close()
    with pytest.raises(WrongRecoveryKey):
        scene.recovery.drill(other.recovery)
    with pytest.raises(MistypedRecoveryKey):
        scene.recovery.drill(("0000 0000", *scene.house.recovery[1:]))
    assert scene.recovery.state().tried is None


def test_a_key_that_opens_the_key_file_and_not_these_dossiers_is_no_drill(
    scene: Scene, tmp_path: Path
) -> None:
    other = House(tmp_path / "other")
    other.create().vault.close()
    for name in ("filet.keys", "filet.keys.copy"):
        (scene.house.folder / name).write_bytes((other.folder / name).read_bytes())
    with pytest.raises(WrongRecoveryKey):
        scene.recovery.drill(other.recovery)
    assert scene.recovery.state().tried is None


def test_anybody_who_holds_the_sheet_tries_it(scene: Scene) -> None:
    scene.house.let_in(scene.desk, "CD")
    scene.entered.vault.close()
    scene.entered = scene.house.enter("CD")
    scene.desk = scene.house.desk(scene.entered)
    assert scene.recovery.drill(scene.house.recovery).value.tried


# Another one --------------------------------------------------------------------------


def test_two_people_make_another_and_the_former_opens_nothing(scene: Scene) -> None:
    second = scene.house.let_in(scene.desk, "CD")
    before = cabinet().open(scene.house.folder, "AB", PASSPHRASE).data_keys
    renewed, lines = scene.recovery.reissue(OWN, SECOND).value
    assert renewed.done
    assert not scene.opens(scene.house.recovery)
    (key,) = cabinet().recover(scene.house.folder, lines).data_keys
    assert (key,) != before
    assert is_under(scene.house.folder / "filet.vault", key)
    known = scene.desk.roster.recovery
    assert isinstance(known, RecoverySet)
    assert known.second == second
    scene.entered.vault.close()
    scene.entered = scene.house.unlocking.recover(scene.house.folder, lines)
    assert scene.house.check(scene.entered).findings == ()


def test_another_key_is_due_a_drill_of_its_own(scene: Scene) -> None:
    scene.house.let_in(scene.desk, "CD")
    scene.recovery.drill(scene.house.recovery)
    scene.house.clock.move(days=30)
    scene.recovery.reissue(OWN, SECOND)
    state = scene.recovery.state()
    assert (state.made, state.tried) == (scene.desk.clock.today(), None)


@pytest.mark.parametrize(
    ("second", "error"),
    [
        (("AB", PASSPHRASE), SamePerson),
        (("CD", PASSPHRASE), WrongPassphrase),
        (("ZZ", PASSPHRASE), WrongPassphrase),
    ],
)
def test_one_person_is_not_two(
    scene: Scene, second: tuple[str, str], error: type[Exception]
) -> None:
    scene.house.let_in(scene.desk, "CD")
    with pytest.raises(error):
        scene.recovery.reissue(OWN, second)
    assert scene.opens(scene.house.recovery)


def test_only_who_manages_makes_another(scene: Scene) -> None:
    scene.house.let_in(scene.desk, "CD", Duty.WORKER)
    scene.entered.vault.close()
    scene.entered = scene.house.enter("CD")
    scene.desk = scene.house.desk(scene.entered)
    with pytest.raises(NotAllowed):
        scene.recovery.reissue(Passphrase(PASSPHRASE + "CD"), ("AB", PASSPHRASE))
    assert scene.opens(scene.house.recovery)
