"""A PIN opens what a passphrase opened, for some hours, on one computer, or it asks for it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from builders import FAST, PASSPHRASE, cabinet, enrolled, locksmith

from filet.adapters.keys.holder import Holder
from filet.adapters.keys.local import LocalSlots
from filet.application.pocket import FULL_HOLDS, MOST_ERRORS
from filet.application.unlocking import Made
from filet.domain.errors import KeysMissing, QuickUnlockOff, WrongPassphrase, WrongPin

PIN, NOW = "402759", 1_795_462_200_000


@dataclass
class Backend:
    """A keyring in memory, that does as told."""

    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    answer: Callable[[str | None], str | None] = lambda found: found
    calls: int = 0

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def get_password(self, service: str, name: str) -> str | None:
        self.calls += 1
        return self.answer(self.kept.get((service, name)))

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


@dataclass
class Scene:
    folder: Path
    made: Made
    backend: Backend
    slots: LocalSlots

    def put(self) -> None:
        self.slots.put(self.folder, self.made.opened.slot, (PASSPHRASE, PIN), NOW)

    def tried(self, pin: str = PIN, now: int = NOW) -> bytes:
        """Return the data key that a PIN leads to."""
        slot, seed = self.slots.seed(self.folder, "AB", pin, now)
        return bytes(cabinet().open_seed(self.folder, slot, seed).data_keys[0])

    @property
    def kept(self) -> list[Path]:
        return list((self.slots.local / "quick").glob("*"))


def slots_of(local: Path, holder: Holder) -> LocalSlots:
    return LocalSlots(local, holder, lambda _: "poste", lambda: FAST)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    folder, backend = tmp_path / "house", Backend()
    folder.mkdir()
    made = cabinet().create(folder, "AB", PASSPHRASE)
    return Scene(folder, made, backend, slots_of(tmp_path / "local", Holder(lambda: backend)))


def off(scene: Scene, now: int = NOW) -> None:
    with pytest.raises(QuickUnlockOff):
        scene.tried(now=now)


# A PIN --------------------------------------------------------------------------------


def test_a_pin_opens_the_same_data_key(scene: Scene) -> None:
    scene.put()
    assert scene.tried() == scene.made.opened.data_keys[0]
    assert scene.slots.offers(scene.folder, " ab ", NOW)
    assert scene.slots.has(scene.folder, scene.made.opened.slot)


def test_nothing_is_offered_before_it_was_set(scene: Scene) -> None:
    off(scene)
    assert not scene.slots.offers(scene.folder, "AB", NOW)
    assert not scene.slots.offers(scene.folder, "ZZ", NOW)


def test_only_her_passphrase_sets_it(scene: Scene) -> None:
    with pytest.raises(WrongPassphrase):
        scene.slots.put(scene.folder, scene.made.opened.slot, ("autre chose", PIN), NOW)
    assert scene.kept == []
    assert scene.backend.kept == {}


def test_neither_half_is_anything_alone(scene: Scene) -> None:
    scene.put()
    (path,) = scene.kept
    (text,) = scene.backend.kept.values()
    data = path.read_bytes()
    assert PIN.encode() not in data
    assert text.encode() not in data
    assert b"AB" not in data
    assert len(text) == 44
    assert list(scene.folder.glob("*quick*")) == []


def test_it_holds_for_half_a_day_after_a_passphrase(scene: Scene) -> None:
    scene.put()
    last = NOW + FULL_HOLDS - 1
    assert scene.tried(now=last)
    off(scene, last + 1)
    off(scene, NOW - 1)
    assert not scene.slots.offers(scene.folder, "AB", last + 1)
    scene.slots.renewed(scene.folder, scene.made.opened.slot, last + 1)
    assert scene.tried(now=last + 1)


def test_five_wrong_pins_take_it_away_with_the_half_in_the_keyring(scene: Scene) -> None:
    scene.put()
    for left in range(MOST_ERRORS - 1, -1, -1):
        with pytest.raises(WrongPin) as caught:
            scene.tried("111222")
        assert caught.value.fields == {"left": left}
    off(scene)
    assert scene.kept == []
    assert scene.backend.kept == {}


def test_a_right_pin_or_a_passphrase_counts_from_nothing_again(scene: Scene) -> None:
    scene.put()
    slot = scene.made.opened.slot
    for forgive in (scene.tried, lambda: scene.slots.renewed(scene.folder, slot, NOW)):
        for _ in range(MOST_ERRORS - 1):
            with pytest.raises(WrongPin):
                scene.tried("111222")
        forgive()
    assert scene.tried()


def test_a_try_outlives_the_program_that_made_it(scene: Scene) -> None:
    scene.put()
    (path,) = scene.kept
    with pytest.raises(WrongPin):
        scene.tried("111222")
    again = slots_of(scene.slots.local, Holder(lambda: scene.backend))
    with pytest.raises(WrongPin) as caught:
        Scene(scene.folder, scene.made, scene.backend, again).tried("111222")
    assert caught.value.fields == {"left": MOST_ERRORS - 2}
    assert json.loads(path.read_bytes())["errors"] == 2


def test_where_tries_cannot_be_counted_none_is_allowed(scene: Scene) -> None:
    scene.put()
    (path,) = scene.kept
    path.with_name(f"{path.name}.part").mkdir()
    off(scene)


# What it leans on ---------------------------------------------------------------------


def test_a_slot_with_another_seed_since_opens_nothing(scene: Scene) -> None:
    scene.put()
    seat = (scene.made.opened.slot, "AB")
    locksmith().reseat(scene.folder, scene.made.opened, seat, PASSPHRASE).keep()
    off(scene)


def test_a_changed_passphrase_keeps_the_seed_and_so_the_pin(scene: Scene) -> None:
    scene.put()
    locksmith().change(scene.folder, scene.made.opened.slot, PASSPHRASE, "autre " * 4)()
    assert scene.tried()


def test_a_slot_that_is_gone_opens_nothing(scene: Scene) -> None:
    seat = enrolled(scene.folder, scene.made.opened, "CD", "mot")
    scene.slots.put(scene.folder, seat.slot, ("mot", PIN), NOW)
    slot, seed = scene.slots.seed(scene.folder, "CD", PIN, NOW)
    cabinet().create(scene.folder, "AB", PASSPHRASE)
    with pytest.raises(QuickUnlockOff):
        cabinet().open_seed(scene.folder, slot, seed)
    assert seed == bytes(32)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "filet-quick/2"}, {"salt": "AAAA"}, {"seed": ""}, {"errors": -1}, {"errors": 5},
        {"cost": {"memory": 2**40, "passes": 1, "lanes": 1}}, {"full": "hier"}, {"check": "AAAA"},
    ],
)  # fmt: skip
def test_a_local_slot_that_makes_no_sense_is_none(scene: Scene, change: dict[str, Any]) -> None:
    scene.put()
    (path,) = scene.kept
    path.write_text(json.dumps(json.loads(path.read_bytes()) | change), encoding="utf-8")
    off(scene)


def test_forgetting_all_of_them_leaves_nothing(scene: Scene) -> None:
    scene.put()
    seat = enrolled(scene.folder, scene.made.opened, "CD", "mot")
    scene.slots.put(scene.folder, seat.slot, ("mot", PIN), NOW)
    scene.slots.forget_all(scene.folder)
    assert scene.kept == []
    assert scene.backend.kept == {}
    scene.slots.forget(scene.folder, seat.slot)


def test_a_missing_key_file_is_its_own_error(scene: Scene) -> None:
    scene.put()
    for path in scene.folder.iterdir():
        path.unlink()
    with pytest.raises(KeysMissing):
        scene.tried()


# A keyring that fails -----------------------------------------------------------------


def explode(_: str | None) -> str:
    raise RuntimeError("the bus is gone")


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: None, lambda _: "", lambda _: "pas du base 64", lambda _: "QUJD",
        lambda _: 42, explode,
    ],
)  # fmt: skip
def test_whatever_a_keyring_answers_the_passphrase_is_asked_for(
    scene: Scene, answer: Callable[[str | None], str | None]
) -> None:
    scene.put()
    scene.backend.answer = answer
    off(scene)
    assert scene.kept != []
    scene.backend.answer = lambda found: found
    assert scene.tried()


def test_a_half_that_was_changed_is_forgotten_and_no_try_is_counted(scene: Scene) -> None:
    scene.put()
    scene.backend.answer = lambda _: "QUJD" * 10 + "QUI="
    off(scene)
    assert scene.kept == []


@pytest.mark.parametrize("answer", [lambda _: None, lambda _: "QUJD" * 10 + "QUI="])
def test_a_keyring_that_does_not_read_back_sets_nothing(
    scene: Scene, answer: Callable[[str | None], str | None]
) -> None:
    scene.backend.answer = answer
    with pytest.raises(QuickUnlockOff):
        scene.put()
    assert scene.kept == []
    assert scene.backend.kept == {}


def test_a_keyring_that_hangs_is_waited_for_once(scene: Scene) -> None:
    scene.put()
    gate = threading.Event()
    scene.backend.answer = lambda found: found if gate.wait(30) else None
    hanging = slots_of(scene.slots.local, Holder(lambda: scene.backend, patience=0.05))
    stuck = Scene(scene.folder, scene.made, scene.backend, hanging)
    off(stuck)
    asked = scene.backend.calls
    off(stuck)
    assert scene.backend.calls == asked
    assert hanging.holder._asking is not None
    assert hanging.holder._asking.daemon
    gate.set()
    hanging.holder._asking.join()
    assert stuck.tried()


def test_no_keyring_at_all_is_no_half(scene: Scene) -> None:
    def nowhere() -> None:
        raise QuickUnlockOff

    scene.put()
    without = slots_of(scene.slots.local, Holder(nowhere))
    off(Scene(scene.folder, scene.made, scene.backend, without))
    without.forget(scene.folder, scene.made.opened.slot)
    assert scene.kept == []
