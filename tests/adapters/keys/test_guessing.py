"""A hundred thousand ways in that are none: nothing crashes, and nothing opens."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
from builders import PASSPHRASE

from filet.adapters.keys.cabinet import Cabinet, opened_by
from filet.adapters.keys.derive import Cost
from filet.adapters.keys.keyfile import KEYS_NAME, KeyFile, load, parse
from filet.adapters.keys.locksmith import Locksmith
from filet.application.unlocking import Made
from filet.domain.errors import KeysDamaged, KeysTooNew, WrongPassphrase

PHRASES, BYTES, FIELDS = 30_000, 50_000, 20_000
NOTHING = Cost(8, 1, 1)
"""A guess that costs next to nothing: so many are made here."""
LETTERS = "abAB éÉ\u0301\0\ud800\U0001f9e16 '\"\\\n\u202f"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Made]:
    folder = tmp_path_factory.mktemp("house")
    made = Cabinet(lambda: NOTHING).create(folder, "AB", PASSPHRASE)
    Locksmith(lambda: NOTHING).enrol(folder, made.opened, "CD", "une autre phrase").keep()
    return folder, made


def opens(file: KeyFile, initials: str, passphrase: str) -> list[bytearray]:
    try:
        return list(opened_by(file, initials, passphrase).data_keys)
    except (WrongPassphrase, KeysDamaged):
        return []


def test_no_initials_and_no_passphrase_but_hers_open(house: tuple[Path, Made]) -> None:
    random, file = Random(3), load(house[0])  # noqa: S311 - nothing is protected by it
    known = ("AB", "ab", " AB ", "CD", "", "ZZ")
    for _ in range(PHRASES):
        typed = "".join(random.choices(LETTERS, k=random.randrange(40)))
        near = PASSPHRASE[: random.randrange(len(PASSPHRASE))] + typed
        initials = random.choice((*known, typed[:4]))
        assert opens(file, initials, random.choice((typed, near))) == []
    assert opens(file, "AB", PASSPHRASE) == [house[1].opened.data_keys[0]]


def test_no_damage_of_a_key_file_crashes_or_is_taken_for_one(house: tuple[Path, Made]) -> None:
    random, whole = Random(4), (house[0] / KEYS_NAME).read_bytes()  # noqa: S311 - as above
    harms: tuple[Callable[[bytearray], object], ...] = (
        lambda data: data.__setitem__(random.randrange(len(data)), random.randrange(256)),
        lambda data: data.__delitem__(random.randrange(len(data))),
        lambda data: data.insert(random.randrange(len(data)), random.randrange(256)),
        lambda data: data.__delitem__(slice(random.randrange(len(data)), None)),
    )
    for _ in range(BYTES):
        data = bytearray(whole)
        random.choice(harms)(data)
        try:
            assert parse(bytes(data)) == parse(whole)
        except (KeysDamaged, KeysTooNew):
            continue


def test_no_key_file_under_a_right_checksum_opens_anything_else(house: tuple[Path, Made]) -> None:
    random, key = Random(5), house[1].opened.data_keys[0]  # noqa: S311 - as above
    text = (house[0] / KEYS_NAME).read_bytes().split(b"\n")[0]
    for _ in range(FIELDS):
        changed = json.loads(text)
        _harm(random, changed)
        line = json.dumps(changed).encode() + b"\n"
        try:
            file = parse(line + sha256(line).hexdigest().encode())
        except (KeysDamaged, KeysTooNew):
            continue
        if any(one.stretched is not None and one.stretched.memory > 64 for one in file.slots):
            continue  # dear, and as wrong as any other: the cost is bound to the seed
        assert opens(file, "AB", PASSPHRASE) in ([], [key])
        assert opens(file, "AB", "autre chose") == []


def _harm(random: Random, node: Any) -> None:
    """Change one thing somewhere in a tree."""
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        at = random.choice(keys)
        if isinstance(node[at], dict | list) and node[at] and random.random() < 0.85:
            node = node[at]
            continue
        others: tuple[Any, ...] = (None, 0, 1, -1, 2**40, "", "AA==", [], {}, "AB", 1.5)
        node[at] = random.choice((*others, _turned(random, node[at])))
        return


def _turned(random: Random, value: Any) -> Any:
    if not isinstance(value, str) or not value:
        return value
    at = random.randrange(len(value))
    return value[:at] + random.choice("ABCDEFabcdef0123456789+/=") + value[at + 1 :]
