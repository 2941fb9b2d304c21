"""The exact bytes of a body: what was written once is read for ever."""

import json
import random
import string
from dataclasses import MISSING, fields, replace
from pathlib import Path
from uuid import UUID

import pytest
from builders import stated
from examples import EXAMPLES, WORKER

from filet.adapters.store import codec
from filet.domain.journal import Carried
from filet.domain.kinds import BARRIERS, KEPT, KINDS, NAMES, SIGNED, Content, NoteWritten
from filet.domain.moments import Instant

BODIES: dict[str, str] = json.loads(
    (Path(__file__).parents[2] / "data/journal/bodies.json").read_text(encoding="utf-8")
)
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)


def test_every_kind_has_its_frozen_bytes() -> None:
    assert BODIES.keys() == KINDS.keys() == EXAMPLES.keys()


@EVERY_KIND
def test_today_writes_the_frozen_bytes(kind: str) -> None:
    assert codec.encode(EXAMPLES[kind]).decode("utf-8") == BODIES[kind]


@EVERY_KIND
def test_today_reads_the_frozen_bytes(kind: str) -> None:
    assert codec.decode(kind, BODIES[kind].encode("utf-8")) == EXAMPLES[kind]


@EVERY_KIND
def test_an_example_leaves_no_field_at_its_default(kind: str) -> None:
    example = EXAMPLES[kind]
    same = [
        one.name
        for one in fields(example)
        if one.default is not MISSING and getattr(example, one.name) == one.default
    ]
    assert not same


@EVERY_KIND
def test_fields_at_their_default_are_left_out_and_come_back(kind: str) -> None:
    example = EXAMPLES[kind]
    bare: Content = replace(
        example, **{one.name: one.default for one in fields(example) if one.default is not MISSING}
    )
    body = codec.encode(bare)
    assert codec.decode(kind, body) == bare
    needed = {one.name for one in fields(example) if one.default is MISSING}
    assert set(json.loads(body)) == needed


@EVERY_KIND
def test_a_field_of_a_later_filet_is_passed_over(kind: str) -> None:
    body = json.dumps(json.loads(BODIES[kind]) | {"later": [1]}).encode()
    assert codec.decode(kind, body) == EXAMPLES[kind]


@EVERY_KIND
def test_no_body_holds_a_float(kind: str) -> None:
    def refuse(text: str) -> None:
        raise AssertionError(text)

    json.loads(BODIES[kind], parse_float=refuse)


@EVERY_KIND
def test_a_kind_is_a_name_and_a_number(kind: str) -> None:
    name, _, number = kind.partition("/")
    assert set(name) <= set(string.ascii_lowercase + "_")
    assert int(number) >= 1
    assert codec.kind_of(EXAMPLES[kind]) == kind


def test_every_group_of_kinds_is_of_kinds() -> None:
    assert {*SIGNED, *BARRIERS, *KEPT} <= NAMES.keys()


# Moved entries ------------------------------------------------------------------------


FIRST = Carried(WORKER, Instant(1_795_462_200_123, -300))


def test_a_moved_entry_says_first_who_wrote_it() -> None:
    body = codec.encode(NoteWritten("note"), FIRST)
    assert body.decode() == (
        '{"carried":{"by":"00000000-0000-4009-8000-000000000009","at":1795462200123,'
        '"offset":-300},"text":"note"}'
    )


@EVERY_KIND
def test_a_moved_entry_says_the_same(kind: str) -> None:
    body = codec.encode(EXAMPLES[kind], FIRST)
    assert codec.decode(kind, body) == EXAMPLES[kind]
    assert codec.carried(body) == FIRST


def test_words_that_look_like_a_move_are_words() -> None:
    body = codec.encode(NoteWritten('{"carried":{"by":"x"}}'))
    assert codec.carried(body) is None


# What cannot be read ------------------------------------------------------------------


def test_a_kind_of_a_later_filet_says_nothing() -> None:
    assert codec.decode("later/1", b"{}") is None


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b'{"text":3}', b"[" * 9999])
def test_a_body_that_is_none_says_nothing(body: bytes) -> None:
    assert codec.decode("note_written/1", body) is None


def test_a_word_of_a_later_filet_keeps_no_dossier_closed() -> None:
    body = codec.encode(stated()).replace(b'"her"', b'"hospital"')
    assert codec.decode("statement_made/1", body) is None


def test_half_a_move_is_no_move() -> None:
    assert codec.carried(b'{"carried":{"by":1}}') is None


def test_no_damage_of_a_body_breaks_the_reading() -> None:
    source = random.Random(4)  # noqa: S311 - nothing is protected by it
    for kind, text in BODIES.items():
        for _ in range(40):
            body = bytearray(text.encode("utf-8"))
            body[source.randrange(len(body))] = source.randrange(256)
            codec.decode(kind, bytes(body))
            codec.carried(b'{"carried":' + bytes(body))


def test_a_body_is_the_same_at_each_writing() -> None:
    said = stated(about=(UUID(int=2), UUID(int=1)))
    assert codec.encode(said) == codec.encode(replace(said))
