"""Secrets are overwritten in memory."""

import sys

import pytest
from fakes.keys import opened

from filet.adapters.keys.derive import (
    Cost,
    sealing_key,
    seed_from_recovery,
    signing_key,
    stretch,
)
from filet.adapters.keys.wiping import take, wipe


def test_a_buffer_of_ours_is_wiped() -> None:
    buffer = bytearray(b"secret")
    wipe(buffer)
    assert buffer == bytes(6)


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="only CPython lets it be done")
def test_taking_a_secret_wipes_the_original() -> None:
    secret = bytes(bytearray(range(1, 49)))
    assert take(secret) == bytearray(range(1, 49))
    assert secret == bytes(48)


@pytest.mark.parametrize("shared", [b"", b"x"])
def test_bytes_that_python_shares_are_left_alone(shared: bytes) -> None:
    before = bytearray(shared)
    assert take(shared) == before
    assert shared == before


def test_forgetting_wipes_every_data_key() -> None:
    keys = opened(b"a" * 48, b"b" * 48)
    keys.forget()
    assert keys.data_keys == (bytearray(48), bytearray(48))


# What is derived is for ever ----------------------------------------------------------


SEED = bytearray(range(32))


def test_the_keys_of_a_seed_never_change() -> None:
    assert sealing_key(SEED).public_key().public_bytes_raw().hex() == SEALING
    assert signing_key(SEED).public_key().public_bytes_raw().hex() == SIGNING


def test_the_seed_of_a_recovery_key_never_changes() -> None:
    assert seed_from_recovery(bytearray(range(16))).hex() == RECOVERY


def test_a_stretched_passphrase_never_changes() -> None:
    assert stretch("cafe\u0301", bytes(16), Cost(8 * 1024, 3, 2)).hex() == STRETCHED


SEALING = "15eceef00c8dc58b9ed390adfc9e9febd2b39e2a800f3ac74dc4aa598d2f7966"
SIGNING = "d670267c740cfbb0f37f05169637fcca7353193b1c2c1b9b803e091ac6d40cb4"
RECOVERY = "c0a5f81a4e4fd36aa4a52d266707649a340740aa8897f63912cdd6e9cf9d5422"
STRETCHED = "b8c41e029afe6f2e8c0c14655ba7c7717d686ae664d39301578fc36d268e50a6"
"""Computed apart from the program, from the names in the description."""
