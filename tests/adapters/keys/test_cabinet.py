"""Several slots, one data key: whoever may enter enters, and nobody else."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from builders import FAST, PASSPHRASE, House, cabinet, enrolled

from filet.adapters.keys.cabinet import Cabinet
from filet.adapters.keys.derive import FLOOR, Cost
from filet.adapters.keys.keyfile import COPY_NAME, KEYS_NAME, load
from filet.adapters.keys.locksmith import Locksmith
from filet.adapters.keys.signatures import verify
from filet.application.unlocking import Made
from filet.domain.errors import (
    FiletError,
    InitialsTaken,
    InitialsUnusable,
    KeysDamaged,
    KeysMissing,
    KeysTooNew,
    WrongPassphrase,
    WrongRecoveryKey,
)


class Counting:
    """A cost that says how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> Cost:
        self.asked += 1
        return FAST


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return cabinet().create(tmp_path, "AB", PASSPHRASE)


def content(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / KEYS_NAME).read_bytes().split(b"\n")[0])
    return found


def put(folder: Path, changed: object) -> None:
    """Write a key file whose checksum is right, whatever it says."""
    text = json.dumps(changed).encode() + b"\n"
    data = text + sha256(text).hexdigest().encode() + b"\n"
    (folder / KEYS_NAME).write_bytes(data)
    (folder / COPY_NAME).write_bytes(data)


def refused(folder: Path, error: type[FiletError]) -> None:
    with pytest.raises(FiletError) as caught:
        cabinet().open(folder, "AB", PASSPHRASE)
    assert type(caught.value) is error


# Entering -----------------------------------------------------------------------------


def test_a_passphrase_opens_the_data_key(made: Made, tmp_path: Path) -> None:
    opened = cabinet().open(tmp_path, "AB", PASSPHRASE)
    assert opened.data_keys == made.opened.data_keys
    assert len(opened.data_keys[0]) == 48
    assert (opened.vault, opened.slot, opened.label) == (made.opened.vault, made.opened.slot, "AB")


def test_recovery_yields_the_same_data_key(made: Made, tmp_path: Path) -> None:
    opened = cabinet().recover(tmp_path, made.recovery)
    assert opened.data_keys == made.opened.data_keys
    assert opened.slot == made.recovery_slot
    assert opened.sealing_key == made.recovery_sealing_key
    assert opened.signing_key == made.recovery_signing_key


@pytest.mark.parametrize("initials", ["ab", " AB ", "Ab"])
def test_initials_may_be_typed_as_one_likes(made: Made, tmp_path: Path, initials: str) -> None:
    assert cabinet().open(tmp_path, initials, PASSPHRASE).slot == made.opened.slot


@pytest.mark.parametrize(
    ("initials", "passphrase"),
    [
        ("AB", "autre chose"), ("AB", ""), ("AB", PASSPHRASE + " "), ("AB", PASSPHRASE.upper()),
        ("ZZ", PASSPHRASE), ("", PASSPHRASE), ("AB\0", PASSPHRASE),
    ],
)  # fmt: skip
def test_what_does_not_fit_always_ends_the_same_way(
    made: Made, tmp_path: Path, initials: str, passphrase: str
) -> None:
    with pytest.raises(WrongPassphrase) as caught:
        cabinet().open(tmp_path, initials, passphrase)
    assert caught.value.fields == {}


def test_a_passphrase_is_the_same_however_accents_were_typed(tmp_path: Path) -> None:
    made = cabinet().create(tmp_path, "AB", "café ﬁn")
    assert cabinet().open(tmp_path, "AB", "cafe\u0301 fin").slot == made.opened.slot


def test_initials_are_the_same_however_accents_were_typed(tmp_path: Path) -> None:
    made = cabinet().create(tmp_path, "ÉM", PASSPHRASE)
    assert cabinet().open(tmp_path, "E\u0301m", PASSPHRASE).slot == made.opened.slot


def test_no_slot_opens_with_the_recovery_key_of_another_house(made: Made, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    lines = cabinet().create(other, "AB", PASSPHRASE).recovery
    with pytest.raises(WrongRecoveryKey):
        cabinet().recover(tmp_path, lines)


def test_what_a_slot_signs_verifies_with_its_public_key(made: Made, tmp_path: Path) -> None:
    opened = cabinet().open(tmp_path, "AB", PASSPHRASE)
    signature = opened.sign(b"une empreinte")
    assert verify(made.opened.signing_key, signature, b"une empreinte")
    assert not verify(made.opened.signing_key, signature, b"une autre")
    assert not verify(b"", signature, b"une empreinte")
    assert not verify(made.recovery_signing_key, signature, b"une empreinte")


def test_forgetting_wipes_the_data_keys(made: Made) -> None:
    made.opened.forget()
    assert made.opened.data_keys == (bytearray(48),)


def test_only_one_label_is_told_when_there_is_one(made: Made, tmp_path: Path) -> None:
    assert cabinet().only_label(tmp_path) == "AB"
    enrolled(tmp_path, made.opened, "CD", "mot")
    assert cabinet().only_label(tmp_path) == ""


# Slots --------------------------------------------------------------------------------


def test_adding_a_slot_never_removes_one(made: Made, tmp_path: Path) -> None:
    before = load(tmp_path).slots
    for initials in ("CD", "EF", "GH"):
        enrolled(tmp_path, made.opened, initials, f"phrase de {initials}")
    assert load(tmp_path).slots[: len(before)] == before
    key = made.opened.data_keys
    assert cabinet().open(tmp_path, "AB", PASSPHRASE).data_keys == key
    assert cabinet().open(tmp_path, "EF", "phrase de EF").data_keys == key
    assert cabinet().recover(tmp_path, made.recovery).data_keys == key


def test_an_enrolled_worker_has_the_keys_that_were_told(made: Made, tmp_path: Path) -> None:
    seat = enrolled(tmp_path, made.opened, "CD", "mot")
    opened = cabinet().open(tmp_path, "CD", "mot")
    assert (opened.slot, opened.sealing_key) == (seat.slot, seat.sealing_key)
    assert opened.signing_key == seat.signing_key


@pytest.mark.parametrize("initials", ["AB", "ab ", "Ab"])
def test_initials_are_given_once(made: Made, tmp_path: Path, initials: str) -> None:
    with pytest.raises(InitialsTaken):
        enrolled(tmp_path, made.opened, initials, "mot")


@pytest.mark.parametrize("initials", ["", "A", "ABCDE", "A1", "A B", "../", "a@"])
def test_initials_are_two_to_four_letters(tmp_path: Path, initials: str) -> None:
    with pytest.raises(InitialsUnusable):
        cabinet().create(tmp_path, initials, PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_the_cost_of_a_guess_is_asked_for_each_new_passphrase(tmp_path: Path) -> None:
    counting = Counting()
    cupboard = Cabinet(counting)
    made = cupboard.create(tmp_path, "AB", PASSPHRASE)
    cupboard.open(tmp_path, "AB", PASSPHRASE)
    assert counting.asked == 1
    Locksmith(counting).enrol(tmp_path, made.opened, "CD", "mot")
    assert counting.asked == 2


def test_the_same_passphrase_twice_looks_different(made: Made, tmp_path: Path) -> None:
    enrolled(tmp_path, made.opened, "CD", PASSPHRASE)
    first, second = (slot["stretched"] for slot in content(tmp_path)["slots"] if slot["stretched"])
    assert not {first[name] for name in ("salt", "nonce", "seed")} & set(map(str, second.values()))


def test_a_key_file_tells_initials_and_nothing_else(made: Made, tmp_path: Path) -> None:
    for slot in content(tmp_path)["slots"]:
        assert slot.keys() == {"id", "kind", "label", "stretched"}
    assert {slot["label"] for slot in content(tmp_path)["slots"]} == {"AB", ""}
    data = (tmp_path / KEYS_NAME).read_bytes()
    assert bytes(made.opened.data_keys[0][:32]).hex().encode() not in data
    assert made.recovery[0].encode() not in data


def test_a_seal_is_as_long_as_the_format_says(made: Made, tmp_path: Path) -> None:
    sealed = load(tmp_path).epochs[0].sealed
    assert {len(one) for one in sealed.values()} == {96}


# Bound together -----------------------------------------------------------------------


def two(tmp_path: Path, made: Made) -> dict[str, Any]:
    enrolled(tmp_path, made.opened, "CD", PASSPHRASE)
    return content(tmp_path)


def test_a_seed_exchanged_between_slots_opens_nothing(made: Made, tmp_path: Path) -> None:
    changed = two(tmp_path, made)
    first, _, second = changed["slots"]
    first["stretched"], second["stretched"] = second["stretched"], first["stretched"]
    put(tmp_path, changed)
    refused(tmp_path, WrongPassphrase)


def test_a_slot_given_another_identity_opens_nothing(made: Made, tmp_path: Path) -> None:
    changed = two(tmp_path, made)
    changed["slots"][0]["id"], changed["slots"][2]["id"] = (
        changed["slots"][2]["id"],
        changed["slots"][0]["id"],
    )
    put(tmp_path, changed)
    refused(tmp_path, WrongPassphrase)


@pytest.mark.parametrize(("name", "value"), [("passes", 2), ("lanes", 2), ("memory", 16 * 1024)])
def test_a_changed_cost_opens_nothing(made: Made, tmp_path: Path, name: str, value: int) -> None:
    changed = content(tmp_path)
    changed["slots"][0]["stretched"][name] = value
    put(tmp_path, changed)
    refused(tmp_path, WrongPassphrase)


def test_the_slots_of_another_vault_open_nothing(made: Made, tmp_path: Path) -> None:
    changed = content(tmp_path)
    changed["vault"] = "00000000-0000-4000-8000-000000000000"
    put(tmp_path, changed)
    refused(tmp_path, WrongPassphrase)


def test_a_seal_exchanged_between_slots_is_damage(made: Made, tmp_path: Path) -> None:
    changed = content(tmp_path)
    sealed = changed["epochs"][0]["sealed"]
    first, second = sealed
    sealed[first], sealed[second] = sealed[second], sealed[first]
    put(tmp_path, changed)
    refused(tmp_path, KeysDamaged)


def test_a_seal_of_another_epoch_is_damage(made: Made, tmp_path: Path) -> None:
    changed = content(tmp_path)
    changed["epochs"][0]["number"] = 2
    put(tmp_path, changed)
    refused(tmp_path, KeysDamaged)


def test_every_epoch_that_a_slot_opens_is_given_newest_first(made: Made, tmp_path: Path) -> None:
    changed = content(tmp_path)
    stale = {"number": 2, "sealed": {}}
    changed["epochs"] = [stale, *changed["epochs"]]
    put(tmp_path, changed)
    assert cabinet().open(tmp_path, "AB", PASSPHRASE).data_keys == made.opened.data_keys


# Hostile and damaged key files --------------------------------------------------------


@pytest.mark.parametrize(
    "cost",
    [
        {"memory": 10 * 1024 * 1024}, {"memory": 1024 * 1024 + 1}, {"passes": 10**6},
        {"passes": 17}, {"passes": 0}, {"lanes": 0}, {"lanes": 17}, {"memory": 7},
        {"memory": -1}, {"memory": 2**70}, {"salt": ""}, {"salt": "AAAA"}, {"nonce": "AAAA"},
        {"seed": ""}, {"memory": "8192"}, {"memory": 1.5}, {"seed": "%%"},
    ],
)  # fmt: skip
def test_a_key_file_that_asks_too_much_is_refused_without_deriving(
    made: Made, tmp_path: Path, cost: dict[str, object]
) -> None:
    changed = content(tmp_path)
    changed["slots"][0]["stretched"] |= cost
    put(tmp_path, changed)
    refused(tmp_path, KeysDamaged)


@pytest.mark.parametrize("missing", ["format", "vault", "slots", "epochs"])
def test_a_key_file_without_a_field_is_damaged(made: Made, tmp_path: Path, missing: str) -> None:
    changed = content(tmp_path)
    del changed[missing]
    put(tmp_path, changed)
    refused(tmp_path, KeysDamaged)


@pytest.mark.parametrize(
    "change",
    [
        {"slots": []}, {"slots": None}, {"slots": [{}]}, {"epochs": []},
        {"epochs": [{"number": -1, "sealed": {}}]}, {"epochs": [{"number": 2**64, "sealed": {}}]},
        {"epochs": [{"number": 1, "sealed": {}}]}, {"vault": "x"}, {"format": 3},
    ],
)  # fmt: skip
def test_a_key_file_that_opens_nothing_is_damaged(
    made: Made, tmp_path: Path, change: dict[str, object]
) -> None:
    put(tmp_path, content(tmp_path) | change)
    refused(tmp_path, KeysDamaged)


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"{}", b"{}\n", b"null\n", b"\xff" * 200, b"[" * 100_000, b"\0" * 4096]
)
def test_bytes_that_are_no_key_file_are_damage(made: Made, tmp_path: Path, data: bytes) -> None:
    for name in (KEYS_NAME, COPY_NAME):
        (tmp_path / name).write_bytes(data)
    refused(tmp_path, KeysDamaged)


@pytest.mark.parametrize("value", [None, 3, "texte", [[[[]]]], {"format": "filet-keys/1"}])
def test_other_json_under_a_right_checksum_is_damage(
    made: Made, tmp_path: Path, value: object
) -> None:
    put(tmp_path, value)
    refused(tmp_path, KeysDamaged)


def test_a_huge_key_file_is_not_read_whole(made: Made, tmp_path: Path) -> None:
    for name in (KEYS_NAME, COPY_NAME):
        with (tmp_path / name).open("wb") as file:
            file.truncate(50 * 1024**3)
    refused(tmp_path, KeysDamaged)


def test_a_key_file_of_a_later_filet_is_too_new(made: Made, tmp_path: Path) -> None:
    put(tmp_path, {"format": "filet-keys/2", "other": 1})
    refused(tmp_path, KeysTooNew)


def test_no_changed_byte_of_a_key_file_opens_anything(made: Made, tmp_path: Path) -> None:
    (tmp_path / COPY_NAME).unlink()
    whole = (tmp_path / KEYS_NAME).read_bytes()
    for place in range(0, len(whole) - 1, 7):
        changed = bytearray(whole)
        changed[place] ^= 0x10
        (tmp_path / KEYS_NAME).write_bytes(changed)
        with pytest.raises((KeysDamaged, KeysTooNew)):
            load(tmp_path)


def test_the_copy_is_used_when_the_first_is_damaged(made: Made, tmp_path: Path) -> None:
    (tmp_path / KEYS_NAME).write_bytes(b"damaged")
    assert cabinet().open(tmp_path, "AB", PASSPHRASE).slot == made.opened.slot


def test_no_key_file_is_missing(tmp_path: Path) -> None:
    refused(tmp_path, KeysMissing)


# The cost of a guess ------------------------------------------------------------------


def test_the_floor_of_a_new_passphrase_is_sixty_four_mebibytes() -> None:
    assert Cost(64 * 1024, 3, 2) == FLOOR
    assert FLOOR.bearable


def test_a_house_can_be_entered_only_by_its_own_keys(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.create().vault.close()
    with pytest.raises(WrongPassphrase):
        house.unlocking.unlock(house.folder, "AB", "autre chose")
