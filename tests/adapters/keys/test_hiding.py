"""What is sealed opens in the same dossiers only, under any data key that the slot has."""

from uuid import UUID

import pytest

from filet.adapters.keys.hiding import DataKeyHiding
from filet.domain.errors import PendingUnreadable

VAULT = UUID(int=1)


def hiding(*keys: bytes, vault: UUID = VAULT) -> DataKeyHiding:
    return DataKeyHiding(vault, tuple(bytearray(key * 48) for key in keys))


def test_what_was_hidden_is_revealed_and_shows_nothing_meanwhile() -> None:
    data = hiding(b"a").hide(b"cou")
    assert b"cou" not in data
    assert hiding(b"a").reveal(data) == b"cou"


def test_the_same_words_never_look_the_same() -> None:
    assert hiding(b"a").hide(b"cou") != hiding(b"a").hide(b"cou")


def test_an_older_data_key_that_the_slot_still_has_opens_it() -> None:
    assert hiding(b"b", b"a").reveal(hiding(b"a").hide(b"cou")) == b"cou"


@pytest.mark.parametrize("place", [0, 20, 30, -1])
def test_a_changed_byte_opens_nothing(place: int) -> None:
    data = bytearray(hiding(b"a").hide(b"cou"))
    data[place] ^= 1
    with pytest.raises(PendingUnreadable):
        hiding(b"a").reveal(bytes(data))


@pytest.mark.parametrize("other", [hiding(b"b"), hiding(b"a", vault=UUID(int=2))])
def test_other_dossiers_open_nothing(other: DataKeyHiding) -> None:
    with pytest.raises(PendingUnreadable):
        other.reveal(hiding(b"a").hide(b"cou"))


def test_a_key_that_was_forgotten_opens_nothing() -> None:
    once = hiding(b"a")
    data = once.hide(b"cou")
    once.forget()
    with pytest.raises(PendingUnreadable):
        once.reveal(data)


@pytest.mark.parametrize("data", [b"", b"filet-pending-1\0", b"x" * 100])
def test_any_bytes_open_nothing(data: bytes) -> None:
    with pytest.raises(PendingUnreadable):
        hiding(b"a").reveal(data)
