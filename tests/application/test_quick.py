"""Quick unlock is off, and stays off wherever somebody else could sit down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from builders import FAST, PASSPHRASE, House, cabinet
from fakes.pocket import MemoryKeyring

from filet.adapters.keys.holder import Holder
from filet.adapters.keys.local import LocalSlots
from filet.application.desk import Desk
from filet.application.quick import QuickUnlock
from filet.application.unlocking import Entered
from filet.application.workers import Passphrase
from filet.domain.errors import (
    NotAllowed,
    PinUnusable,
    QuickUnlockOff,
    WrongPassphrase,
    WrongPin,
)
from filet.domain.ids import HOUSE
from filet.domain.kinds import VaultUnlocked

PIN = "402759"


@dataclass
class Scene:
    house: House
    entered: Entered
    desk: Desk

    def sit(self, entered: Entered) -> None:
        self.entered, self.desk = entered, self.house.desk(entered)

    @property
    def quick(self) -> QuickUnlock:
        return QuickUnlock(self.desk, self.house.folder, self.house.pocket)

    def leave(self) -> None:
        self.house.unlocking.lock(self.entered)

    def allow(self) -> None:
        self.quick.declare(own_accounts=True, stays_here=True)

    def by_pin(self, initials: str = "AB", pin: str = PIN) -> None:
        self.sit(self.house.unlocking.unlock_quickly(self.house.folder, initials, pin))

    def offers(self, initials: str = "AB") -> bool:
        return self.house.unlocking.offers_pin(self.house.folder, initials)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    keyring = MemoryKeyring()
    pocket = LocalSlots(
        tmp_path / "local", Holder(lambda: keyring), lambda _: "poste", lambda: FAST
    )
    house = House(tmp_path, pocket=pocket)
    entered = house.create()
    made = Scene(house, entered, house.desk(entered))
    yield made
    made.leave()


def test_a_keyring_that_answers_makes_it_possible_and_its_absence_does_not(
    scene: Scene, tmp_path: Path
) -> None:
    assert scene.quick.is_possible()

    def nowhere() -> None:
        raise QuickUnlockOff

    scene.house.pocket = LocalSlots(
        tmp_path / "local", Holder(nowhere), lambda _: "poste", lambda: FAST
    )
    assert not scene.quick.is_possible()


def test_nobody_sets_a_pin_before_direction_allows_it(scene: Scene) -> None:
    assert not scene.quick.is_allowed()
    with pytest.raises(QuickUnlockOff):
        scene.quick.set_up(PASSPHRASE, PIN)


@pytest.mark.parametrize(("own", "stays"), [(False, True), (True, False), (False, False)])
def test_a_shared_account_or_a_laptop_that_leaves_never_has_one(
    scene: Scene, own: bool, stays: bool
) -> None:
    scene.quick.declare(own_accounts=own, stays_here=stays)
    with pytest.raises(QuickUnlockOff):
        scene.quick.set_up(PASSPHRASE, PIN)


def test_a_pin_opens_within_hours_of_a_passphrase_and_the_journal_says_how(scene: Scene) -> None:
    scene.allow()
    scene.quick.set_up(PASSPHRASE, PIN)
    scene.leave()
    assert scene.offers()
    scene.by_pin()
    opened = scene.entered.vault.journal.of_kinds(("vault_unlocked/1",), HOUSE)
    said = [one.content.quick for one in opened if isinstance(one.content, VaultUnlocked)]
    assert said == [False, True]
    assert scene.house.check(scene.entered).findings == ()
    scene.leave()
    scene.house.clock.move(hours=12)
    assert not scene.offers()
    with pytest.raises(QuickUnlockOff):
        scene.by_pin()
    scene.house.unlock().vault.close()
    assert scene.offers()
    scene.by_pin()


def test_a_pin_does_not_make_the_hours_longer(scene: Scene) -> None:
    scene.allow()
    scene.quick.set_up(PASSPHRASE, PIN)
    scene.leave()
    for _ in range(2):
        scene.house.clock.move(hours=5)
        scene.by_pin()
        scene.leave()
    scene.house.clock.move(hours=5)
    with pytest.raises(QuickUnlockOff):
        scene.by_pin()
    scene.sit(scene.house.unlock())


@pytest.mark.parametrize(
    "pin",
    ["", "12345", "000000", "123456", "987654", "890123", "12345a", "٤٠٢٧٥٩", "40 275", "-40275"],
)
def test_a_pin_that_anybody_tries_first_is_none(scene: Scene, pin: str) -> None:
    scene.allow()
    with pytest.raises(PinUnusable):
        scene.quick.set_up(PASSPHRASE, pin)


def test_a_pin_is_set_with_the_passphrase_and_for_oneself(scene: Scene) -> None:
    scene.allow()
    with pytest.raises(WrongPassphrase):
        scene.quick.set_up("autre chose", PIN)
    assert not scene.quick.is_set()
    scene.house.let_in(scene.desk, "CD")
    scene.quick.set_up(PASSPHRASE, PIN)
    assert scene.quick.is_set()
    assert not scene.offers("CD")


def test_only_who_manages_declares(scene: Scene) -> None:
    scene.house.let_in(scene.desk, "CD")
    scene.leave()
    scene.sit(scene.house.enter("CD"))
    with pytest.raises(NotAllowed):
        scene.allow()


def test_wrong_pins_are_failures_and_five_leave_only_the_passphrase(scene: Scene) -> None:
    scene.allow()
    scene.quick.set_up(PASSPHRASE, PIN)
    scene.leave()
    for _ in range(5):
        with pytest.raises(WrongPin):
            scene.by_pin(pin="111222")
    with pytest.raises(QuickUnlockOff):
        scene.by_pin()
    failures = cabinet().failures(scene.house.folder)
    assert failures is not None
    assert failures.count == 5
    scene.sit(scene.house.unlock())
    assert not scene.quick.is_set()


def test_taking_the_declaration_back_takes_every_pin_away(scene: Scene) -> None:
    scene.allow()
    scene.quick.set_up(PASSPHRASE, PIN)
    scene.quick.declare(own_accounts=False, stays_here=True)
    assert not scene.quick.is_set()
    scene.leave()
    with pytest.raises(QuickUnlockOff):
        scene.by_pin()
    scene.sit(scene.house.unlock())


def test_a_pin_kept_elsewhere_is_forgotten_once_it_is_no_longer_allowed(scene: Scene) -> None:
    """Another account of this computer took it back: nobody could reach this one's slots."""
    scene.allow()
    scene.quick.set_up(PASSPHRASE, PIN)
    other = scene.house.root / "elsewhere"
    here = scene.house.root / "local" / "quick"
    here.rename(other)
    scene.quick.declare(own_accounts=False, stays_here=False)
    other.rename(here)
    scene.leave()
    with pytest.raises(QuickUnlockOff):
        scene.by_pin()
    assert list(here.iterdir()) == []
    scene.sit(scene.house.unlock())


def test_a_worker_takes_her_own_pin_away(scene: Scene) -> None:
    scene.allow()
    scene.quick.set_up(PASSPHRASE, PIN)
    scene.quick.give_up()
    assert not scene.quick.is_set()


def test_a_withdrawn_worker_does_not_come_back_by_her_pin(scene: Scene) -> None:
    scene.allow()
    worker = scene.house.let_in(scene.desk, "CD")
    scene.leave()
    scene.sit(scene.house.enter("CD"))
    scene.quick.set_up(PASSPHRASE + "CD", PIN)
    scene.leave()
    scene.sit(scene.house.unlock())
    scene.house.workers(scene.desk).withdraw(Passphrase(PASSPHRASE), worker)
    scene.leave()
    with pytest.raises(QuickUnlockOff):
        scene.by_pin("CD")
    scene.sit(scene.house.unlock())


def test_a_change_of_the_data_key_leaves_pins_as_they_are(scene: Scene) -> None:
    scene.allow()
    scene.quick.set_up(PASSPHRASE, PIN)
    scene.house.workers(scene.desk).change_locks(Passphrase(PASSPHRASE))
    scene.leave()
    scene.by_pin()
