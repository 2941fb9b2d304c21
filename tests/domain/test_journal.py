"""The bytes of an entry, against vectors that another program made from the description."""

import json
import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from filet.domain.errors import ChainBroken, EntryTooLarge
from filet.domain.ids import CaseId, ChainId, Ref, WorkerId
from filet.domain.journal import (
    BODY_LIMIT,
    FIRST_PREV,
    Filling,
    Head,
    Header,
    Meta,
    Sealed,
    commitment,
    entry_hash,
    follow,
    head_of,
    matches,
    refs_from_bytes,
    refs_to_bytes,
    runs,
    seal,
    start,
    verify,
)
from filet.domain.moments import Instant

DATA = Path(__file__).parents[1] / "data/journal"
VECTORS = json.loads((DATA / "vectors.json").read_text(encoding="utf-8"))
NUMBERED = pytest.mark.parametrize("vector", VECTORS, ids=lambda one: f"entry {one['seq']}")


def meta_of(vector: dict[str, Any]) -> Meta:
    case, by = CaseId(UUID(vector["case"])), WorkerId(UUID(vector["by"]))
    return Meta(case, Instant(vector["at"], vector["offset"]), by, vector["kind"])


def refs_of(vector: dict[str, Any]) -> tuple[Ref, ...]:
    return tuple(Ref(ChainId(bytes.fromhex(chain)), seq) for chain, seq in vector["refs"])


def filling_of(vector: dict[str, Any]) -> Filling:
    return Filling(meta_of(vector), bytes.fromhex(vector["body"]), bytes.fromhex(vector["salt"]))


def sealed_of(vector: dict[str, Any]) -> Sealed:
    head = Head(
        ChainId(bytes.fromhex(vector["chain"])),
        vector["seq"] - 1,
        bytes.fromhex(vector["prev"]),
        vector["tick"] - 1,
    )
    return seal(head, vector["tick"], refs_of(vector), filling_of(vector))


@NUMBERED
def test_meta_has_the_bytes_of_the_description(vector: dict[str, Any]) -> None:
    assert meta_of(vector).to_bytes().hex() == vector["meta_bytes"]


@NUMBERED
def test_a_commitment_has_the_bytes_of_the_description(vector: dict[str, Any]) -> None:
    filling = filling_of(vector)
    found = commitment(filling.salt, filling.meta.to_bytes(), filling.body)
    assert found.hex() == vector["commitment"]


@NUMBERED
def test_references_have_the_bytes_of_the_description(vector: dict[str, Any]) -> None:
    assert refs_to_bytes(sorted(refs_of(vector))).hex() == vector["refs_bytes"]


@NUMBERED
def test_references_are_read_back(vector: dict[str, Any]) -> None:
    data = bytes.fromhex(vector["refs_bytes"])
    assert refs_from_bytes(data) == tuple(sorted(refs_of(vector)))


@NUMBERED
def test_a_header_has_the_bytes_of_the_description(vector: dict[str, Any]) -> None:
    assert sealed_of(vector).header.to_bytes().hex() == vector["header_bytes"]


@NUMBERED
def test_a_hash_has_the_bytes_of_the_description(vector: dict[str, Any]) -> None:
    prev, header = bytes.fromhex(vector["prev"]), bytes.fromhex(vector["header_bytes"])
    assert entry_hash(prev, header).hex() == vector["hash"]
    assert sealed_of(vector).hash.hex() == vector["hash"]


def test_the_vectors_are_one_chain() -> None:
    entries = [sealed_of(vector) for vector in VECTORS]
    assert verify(start(entries[0].header.chain), entries) == head_of(entries[-1])


def test_the_vectors_are_those_that_the_description_gives() -> None:
    make = runpy.run_path(str(DATA / "make_vectors.py"))["make"]
    assert make() == VECTORS


def test_the_first_entry_follows_zeros() -> None:
    assert VECTORS[0]["prev"] == FIRST_PREV.hex() == "00" * 32


# A chain ------------------------------------------------------------------------------


CHAIN = ChainId(b"c" * 16)


def filling(text: str = "{}") -> Filling:
    moment = Instant(1, 0)
    meta = Meta(CaseId(UUID(int=7)), moment, WorkerId(UUID(int=8)), "note_written/1")
    return Filling(meta, text.encode(), b"s" * 16)


def written(count: int = 4) -> list[Sealed]:
    head, entries = start(CHAIN), []
    for number in range(count):
        entries.append(seal(head, head.tick + 1, (), filling(f"{{{number}}}")))
        head = head_of(entries[-1])
    return entries


def fault_of(entries: list[Sealed]) -> tuple[object, object]:
    with pytest.raises(ChainBroken) as caught:
        verify(start(CHAIN), entries)
    return caught.value.fields["seq"], caught.value.fields["fault"]


def test_references_are_sorted_and_named_once() -> None:
    late, early = Ref(ChainId(b"b" * 16), 1), Ref(ChainId(b"a" * 16), 9)
    sealed = seal(start(CHAIN), 10, (late, early, late), filling())
    assert sealed.header.refs == (early, late)


def test_a_blanked_entry_still_verifies() -> None:
    entries = written()
    entries[1] = replace(entries[1], filling=None)
    assert verify(start(CHAIN), entries).seq == 4


def test_a_changed_body_is_found() -> None:
    entries = written()
    entries[2] = replace(entries[2], filling=filling("{9}"))
    assert fault_of(entries) == (3, "content")


@pytest.mark.parametrize(
    "change",
    [
        {"case": CaseId(UUID(int=9))},
        {"moment": Instant(2, 0)},
        {"moment": Instant(1, 1)},
        {"by": WorkerId(UUID(int=9))},
        {"kind": "note_written/2"},
        {"kind": "é"},
        {"moment": Instant(1, 70_000)},
    ],
)
def test_a_changed_meta_is_found(change: dict[str, Any]) -> None:
    entries = written()
    kept = entries[2].filling
    assert kept is not None
    entries[2] = replace(entries[2], filling=replace(kept, meta=replace(kept.meta, **change)))
    assert fault_of(entries) == (3, "content")


def test_a_changed_salt_is_found() -> None:
    sealed = written(1)[0]
    kept = sealed.filling
    assert kept is not None
    assert not matches(sealed.header, replace(kept, salt=bytes(16)))


def test_a_cut_in_the_middle_is_found() -> None:
    entries = written()
    del entries[1]
    assert fault_of(entries) == (3, "order")


def test_two_entries_exchanged_are_found() -> None:
    entries = written()
    entries[1], entries[2] = entries[2], entries[1]
    assert fault_of(entries) == (3, "order")


def test_an_entry_of_another_chain_is_found() -> None:
    entries = written()
    other = replace(entries[1].header, chain=ChainId(b"d" * 16))
    entries[1] = replace(entries[1], header=other)
    assert fault_of(entries) == (2, "order")


def test_an_added_reference_is_found() -> None:
    entries = written()
    header = replace(entries[3].header, refs=(Ref(CHAIN, 1),))
    entries[3] = replace(entries[3], header=header)
    assert fault_of(entries) == (4, "hash")


def test_a_tick_that_does_not_grow_is_found() -> None:
    first = seal(start(CHAIN), 5, (), filling())
    second = seal(head_of(first), 5, (), filling())
    with pytest.raises(ChainBroken):
        follow(head_of(first), second)


def test_one_changed_bit_of_any_hash_is_found() -> None:
    entries = written(2)
    for bit in range(256):
        number = int.from_bytes(entries[0].hash, "big") ^ 1 << bit
        changed = replace(entries[0], hash=number.to_bytes(32, "big"))
        assert fault_of([changed, entries[1]]) == (1, "hash")


def test_a_body_may_be_as_long_as_the_limit_and_no_longer() -> None:
    assert seal(start(CHAIN), 1, (), filling("x" * BODY_LIMIT)).filling is not None
    with pytest.raises(EntryTooLarge) as caught:
        seal(start(CHAIN), 1, (), filling("x" * (BODY_LIMIT + 1)))
    assert caught.value.fields == {"size": BODY_LIMIT + 1, "limit": BODY_LIMIT}


def test_the_same_words_twice_have_two_commitments() -> None:
    meta = filling().meta.to_bytes()
    assert commitment(b"1" * 16, meta, b"oui") != commitment(b"2" * 16, meta, b"oui")


def test_entries_are_grouped_by_chain_in_their_own_order() -> None:
    ours, head = written(3), start(ChainId(b"a" * 16))
    theirs = [seal(head, 1, (), filling())]
    mixed = [ours[2], theirs[0], ours[0], ours[1]]
    assert list(runs(mixed)) == [(ChainId(b"a" * 16), theirs), (CHAIN, ours)]


def test_a_header_says_its_place_before_anything_else() -> None:
    header = Header(CHAIN, 1, 2, (), bytes(32)).to_bytes()
    assert header.startswith(b"filet-entry-1\0" + CHAIN + bytes(7) + b"\1" + bytes(7) + b"\2\0\0")
