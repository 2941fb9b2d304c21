"""How what the disk refused is written as bytes, before it is sealed."""

from __future__ import annotations

from uuid import UUID

import msgspec

from filet.adapters.store import codec
from filet.application.desk import Act, Unfinished, Write
from filet.application.keeping import DraftKey
from filet.application.pending import Bundle, Refused
from filet.domain.errors import PendingUnreadable
from filet.domain.ids import CaseId, ChainId, Ref, WorkerId
from filet.domain.moments import Instant
from filet.domain.text import cleaned


class _Ref(msgspec.Struct, array_like=True):
    chain: bytes
    seq: int


class _Write(msgspec.Struct):
    kind: str
    body: bytes
    refs: tuple[_Ref, ...]


class _Key(msgspec.Struct, array_like=True):
    worker: UUID
    case: UUID
    place: str


class _Act(msgspec.Struct, tag="act"):
    case: UUID
    at: int
    offset: int
    writes: tuple[_Write, ...]
    draft: _Key | None


class _Unfinished(msgspec.Struct, tag="unfinished"):
    key: _Key
    body: bytes
    at: int


class _Bundle(msgspec.Struct):
    id: UUID
    worker: UUID
    refused: tuple[_Act | _Unfinished, ...]


class JsonPacking:
    """Entries in the very bytes that the journal would hold, and what places them."""

    def pack(self, bundle: Bundle) -> bytes:
        """Return its bytes."""
        refused = tuple(_packed(one) for one in bundle.refused)
        return msgspec.json.encode(_Bundle(bundle.id, bundle.worker, refused))

    def unpack(self, data: bytes) -> Bundle:
        """Return what the bytes say. Raises PendingUnreadable."""
        try:
            found = msgspec.json.decode(data, type=_Bundle)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise PendingUnreadable from None
        refused = tuple(_unpacked(one) for one in found.refused)
        return Bundle(found.id, WorkerId(found.worker), refused)


def _packed(one: Refused) -> _Act | _Unfinished:
    if isinstance(one, Unfinished):
        return _Unfinished(_key(one.key), one.body, one.at)
    writes = tuple(_written(write) for write in one.writes)
    draft = _key(one.draft) if one.draft is not None else None
    return _Act(one.case, one.moment.at, one.moment.offset, writes, draft)


def _written(write: Write) -> _Write:
    content = cleaned(write.content)
    refs = tuple(_Ref(ref.chain, ref.seq) for ref in write.refs)
    return _Write(codec.kind_of(content), codec.encode(content, write.carried), refs)


def _key(key: DraftKey) -> _Key:
    return _Key(key.worker, key.case, key.place)


def _unpacked(one: _Act | _Unfinished) -> Refused:
    if isinstance(one, _Unfinished):
        return Unfinished(_key_of(one.key), one.body, one.at)
    writes = tuple(_write_of(write) for write in one.writes)
    draft = _key_of(one.draft) if one.draft is not None else None
    return Act(CaseId(one.case), Instant(one.at, one.offset), writes, draft)


def _write_of(write: _Write) -> Write:
    content = codec.decode(write.kind, write.body)
    if content is None:
        raise PendingUnreadable
    refs = tuple(Ref(ChainId(ref.chain), ref.seq) for ref in write.refs)
    return Write(content, refs, codec.carried(write.body))


def _key_of(key: _Key) -> DraftKey:
    return DraftKey(WorkerId(key.worker), CaseId(key.case), key.place)
