"""Every kind of entry can wait sealed, and comes back as it was."""

from uuid import UUID

import pytest
from builders import CASE, WORKER, ref
from examples import EXAMPLES

from filet.adapters.store.pending import JsonPacking
from filet.application.desk import Act, Unfinished, Write
from filet.application.keeping import DraftKey
from filet.application.pending import Bundle
from filet.domain.errors import PendingUnreadable
from filet.domain.journal import Carried
from filet.domain.kinds import KINDS, NoteWritten
from filet.domain.moments import Instant

KEY = DraftKey(WORKER, CASE, "journal")


def bundle(*refused: Act | Unfinished) -> Bundle:
    return Bundle(UUID(int=7), WORKER, refused)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_comes_back_as_it_was(kind: str) -> None:
    write = Write(EXAMPLES[kind], (ref("a", 3), ref("b", 1)), Carried(WORKER, Instant(5, -300)))
    sent = bundle(Act(CASE, Instant(9, -240), (write,), KEY))
    assert JsonPacking().unpack(JsonPacking().pack(sent)) == sent


def test_a_draft_comes_back_as_it_was() -> None:
    sent = bundle(Unfinished(KEY, '{"note": "été"}'.encode(), 12))
    assert JsonPacking().unpack(JsonPacking().pack(sent)) == sent


def test_what_no_file_can_hold_is_cleaned_first() -> None:
    sent = bundle(Act(CASE, Instant(9, 0), (Write(NoteWritten("mot\ud800\x00")),)))
    (act,) = JsonPacking().unpack(JsonPacking().pack(sent)).refused
    assert isinstance(act, Act)
    assert act.writes[0].content == NoteWritten("mot\ufffd")


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b'{"id": 1}'])
def test_bytes_that_say_nothing_are_unreadable(data: bytes) -> None:
    with pytest.raises(PendingUnreadable):
        JsonPacking().unpack(data)
