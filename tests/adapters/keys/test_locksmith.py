"""Changes to a key file: made first, written next, and never more than was asked."""

from pathlib import Path
from uuid import UUID

import pytest
from builders import PASSPHRASE, cabinet, enrolled, locksmith

from filet.adapters.keys.keyfile import KEYS_NAME, load
from filet.application.locks import Seals
from filet.application.unlocking import Made, Opened
from filet.domain.errors import (
    KeysDamaged,
    WriteFailed,
    WrongPassphrase,
    WrongRecoveryKey,
)
from filet.domain.ids import SlotId

OTHER = "une autre phrase de cinq mots"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return cabinet().create(tmp_path, "AB", PASSPHRASE)


def opens(folder: Path, initials: str, passphrase: str) -> bool:
    try:
        cabinet().open(folder, initials, passphrase)
    except WrongPassphrase:
        return False
    return True


def seals(made: Made, *others: tuple[SlotId, bytes]) -> Seals:
    keys = {
        made.opened.slot: made.opened.sealing_key,
        made.recovery_slot: made.recovery_sealing_key,
        **dict(others),
    }
    return Seals(keys, made.recovery_slot)


# A slot -------------------------------------------------------------------------------


def test_nothing_is_written_before_it_is_said(made: Made, tmp_path: Path) -> None:
    before = (tmp_path / KEYS_NAME).read_bytes()
    seat = locksmith().enrol(tmp_path, made.opened, "CD", OTHER)
    keep = locksmith().change(tmp_path, made.opened.slot, PASSPHRASE, OTHER)
    renewal = locksmith().renew(tmp_path, made.opened, seals(made))
    assert (tmp_path / KEYS_NAME).read_bytes() == before
    for write in (seat.keep, keep, renewal.begin):
        write()
        assert (tmp_path / KEYS_NAME).read_bytes() != before


def test_the_initials_of_every_passphrase_are_told_to_who_is_inside(
    made: Made, tmp_path: Path
) -> None:
    seat = enrolled(tmp_path, made.opened, "CD", OTHER)
    assert locksmith().labels(tmp_path) == {made.opened.slot: "AB", seat.slot: "CD"}


def test_another_passphrase_opens_the_same_slot_with_the_same_keys(
    made: Made, tmp_path: Path
) -> None:
    locksmith().change(tmp_path, made.opened.slot, PASSPHRASE, OTHER)()
    opened = cabinet().open(tmp_path, "AB", OTHER)
    assert (opened.slot, opened.sealing_key) == (made.opened.slot, made.opened.sealing_key)
    assert (opened.signing_key, opened.data_keys) == (
        made.opened.signing_key,
        made.opened.data_keys,
    )
    assert not opens(tmp_path, "AB", PASSPHRASE)


@pytest.mark.parametrize("former", ["", OTHER, PASSPHRASE + " "])
def test_only_the_former_passphrase_changes_it(made: Made, tmp_path: Path, former: str) -> None:
    with pytest.raises(WrongPassphrase):
        locksmith().change(tmp_path, made.opened.slot, former, OTHER)
    with pytest.raises(WrongPassphrase):
        locksmith().change(tmp_path, SlotId(UUID(int=1)), PASSPHRASE, OTHER)
    assert opens(tmp_path, "AB", PASSPHRASE)


def test_a_forgotten_passphrase_is_replaced_over_another_seed(made: Made, tmp_path: Path) -> None:
    seat = enrolled(tmp_path, made.opened, "CD", OTHER)
    locksmith().reseat(tmp_path, made.opened, (seat.slot, "CD"), PASSPHRASE).keep()
    opened = cabinet().open(tmp_path, "CD", PASSPHRASE)
    assert opened.slot == seat.slot
    assert opened.data_keys == made.opened.data_keys
    assert opened.sealing_key != seat.sealing_key
    assert opened.signing_key != seat.signing_key
    assert not opens(tmp_path, "CD", OTHER)
    assert len(load(tmp_path).slots) == 3


def test_a_slot_that_a_crash_kept_from_being_written_is_made_again(
    made: Made, tmp_path: Path
) -> None:
    lost = locksmith().enrol(tmp_path, made.opened, "CD", OTHER)
    locksmith().reseat(tmp_path, made.opened, (lost.slot, "CD"), OTHER).keep()
    assert cabinet().open(tmp_path, "CD", OTHER).slot == lost.slot


def test_a_key_file_that_cannot_be_written_is_an_error_of_ours(made: Made, tmp_path: Path) -> None:
    seat = locksmith().enrol(tmp_path, made.opened, "CD", OTHER)
    (tmp_path / f"{KEYS_NAME}.part").mkdir()
    with pytest.raises(WriteFailed):
        seat.keep()
    assert not opens(tmp_path, "CD", OTHER)
    assert opens(tmp_path, "AB", PASSPHRASE)


# Another data key ---------------------------------------------------------------------


def reopened(folder: Path, initials: str, passphrase: str) -> Opened:
    return cabinet().open(folder, initials, passphrase)


def test_a_new_data_key_keeps_the_salt_of_the_file_and_nothing_else(
    made: Made, tmp_path: Path
) -> None:
    (former,) = made.opened.data_keys
    key = locksmith().renew(tmp_path, made.opened, seals(made)).data_key
    assert key[32:] == former[32:]
    assert key[:32] != former[:32]
    assert len(key) == 48


def test_both_data_keys_open_until_it_is_finished_and_only_the_new_one_then(
    made: Made, tmp_path: Path
) -> None:
    former = bytearray(made.opened.data_keys[0])
    renewal = locksmith().renew(tmp_path, made.opened, seals(made))
    renewal.begin()
    assert reopened(tmp_path, "AB", PASSPHRASE).data_keys == (renewal.data_key, former)
    assert cabinet().recover(tmp_path, made.recovery).data_keys == (renewal.data_key, former)
    renewal.finish()
    assert reopened(tmp_path, "AB", PASSPHRASE).data_keys == (renewal.data_key,)
    assert cabinet().recover(tmp_path, made.recovery).data_keys == (renewal.data_key,)
    assert [epoch.number for epoch in load(tmp_path).epochs] == [2]


def test_who_is_not_sealed_to_is_out_from_the_first_write_on(made: Made, tmp_path: Path) -> None:
    enrolled(tmp_path, made.opened, "CD", OTHER)
    renewal = locksmith().renew(tmp_path, made.opened, seals(made))
    renewal.begin()
    assert not opens(tmp_path, "CD", OTHER)
    renewal.finish()
    assert not opens(tmp_path, "CD", OTHER)
    assert [slot.label for slot in load(tmp_path).slots] == ["AB", ""]


def test_a_public_key_of_the_key_file_counts_for_nothing(made: Made, tmp_path: Path) -> None:
    """A slot whose seed the journal does not know gets no seal, though its slot stands."""
    seat = enrolled(tmp_path, made.opened, "CD", OTHER)
    known = (seat.slot, made.opened.sealing_key)
    renewal = locksmith().renew(tmp_path, made.opened, seals(made, known))
    renewal.begin()
    renewal.finish()
    with pytest.raises(KeysDamaged):
        cabinet().open(tmp_path, "CD", OTHER)


def test_a_change_begun_over_an_unfinished_one_still_opens_every_former_key(
    made: Made, tmp_path: Path
) -> None:
    locksmith().renew(tmp_path, made.opened, seals(made)).begin()
    opened = reopened(tmp_path, "AB", PASSPHRASE)
    renewal = locksmith().renew(tmp_path, opened, seals(made))
    renewal.begin()
    keys = (renewal.data_key, *opened.data_keys)
    assert reopened(tmp_path, "AB", PASSPHRASE).data_keys == keys
    assert [epoch.number for epoch in load(tmp_path).epochs] == [3, 2, 1]


def test_somebody_enrolled_meanwhile_opens_all_of_them(made: Made, tmp_path: Path) -> None:
    locksmith().renew(tmp_path, made.opened, seals(made)).begin()
    opened = reopened(tmp_path, "AB", PASSPHRASE)
    enrolled(tmp_path, opened, "CD", OTHER)
    assert reopened(tmp_path, "CD", OTHER).data_keys == opened.data_keys


def test_settling_keeps_the_newest_alone(made: Made, tmp_path: Path) -> None:
    renewal = locksmith().renew(tmp_path, made.opened, seals(made))
    renewal.begin()
    cabinet().settle(tmp_path)
    assert reopened(tmp_path, "AB", PASSPHRASE).data_keys == (renewal.data_key,)


def test_another_recovery_key_takes_the_place_of_the_former(made: Made, tmp_path: Path) -> None:
    fresh = locksmith().new_recovery()
    keys = {made.opened.slot: made.opened.sealing_key, fresh.slot: fresh.sealing_key}
    renewal = locksmith().renew(tmp_path, made.opened, Seals(keys, fresh.slot))
    renewal.begin()
    opened = cabinet().recover(tmp_path, fresh.lines)
    assert opened.data_keys[0] == renewal.data_key
    assert (opened.slot, opened.sealing_key) == (fresh.slot, fresh.sealing_key)
    assert opened.signing_key == fresh.signing_key
    with pytest.raises(WrongRecoveryKey):
        cabinet().recover(tmp_path, made.recovery)
