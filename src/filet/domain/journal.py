"""The journal: what an entry is made of, byte by byte, and how its chain is verified.

Nothing here may change after the first release. Numbers are big-endian. A hash covers
the header only; the header covers meta and body through a salted commitment, so that a
body can be blanked, cannot be guessed back, and the chain still verifies.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from filet.domain.errors import ChainBroken, EntryTooLarge
from filet.domain.ids import CaseId, ChainId, Ref, WorkerId
from filet.domain.kinds import Content
from filet.domain.moments import Instant

BODY_LIMIT = 64 * 1024
FIRST_PREV = bytes(32)
LOST = bytes(32)
"""Commitment of an entry that a salvage could not read: no hash ever comes to this."""
SALT_SIZE = 16

_BODY_MAGIC = b"filet-body-1\0"
_ENTRY_MAGIC = b"filet-entry-1\0"
_PLACE = struct.Struct(">16sQQH")
_REF = struct.Struct(">16sQ")
_META = struct.Struct(">16sqh16sH")


@dataclass(frozen=True, slots=True)
class Meta:
    """When, by whom, in which dossier, and of which kind an entry is."""

    case: CaseId
    moment: Instant
    by: WorkerId
    kind: str

    def to_bytes(self) -> bytes:
        """Return ``case(16) at(i64) offset(i16) by(16) length(u16) kind``."""
        kind = self.kind.encode("ascii")
        head = _META.pack(
            self.case.bytes, self.moment.at, self.moment.offset, self.by.bytes, len(kind)
        )
        return head + kind


@dataclass(frozen=True, slots=True)
class Header:
    """What a hash covers: the place of an entry, what it refers to, and its commitment."""

    chain: ChainId
    seq: int
    tick: int
    refs: tuple[Ref, ...]
    commitment: bytes

    def to_bytes(self) -> bytes:
        """Return the magic, the place, the sorted references and the commitment."""
        place = _PLACE.pack(self.chain, self.seq, self.tick, len(self.refs))
        return b"".join((_ENTRY_MAGIC, place, refs_to_bytes(self.refs), self.commitment))


@dataclass(frozen=True, slots=True)
class Filling:
    """What an entry says, as written: kept and hashed as these exact bytes."""

    meta: Meta
    body: bytes
    salt: bytes
    signature: bytes | None = None


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry as it is kept; a blanked one has no filling."""

    header: Header
    hash: bytes
    filling: Filling | None

    @property
    def ref(self) -> Ref:
        """Which entry this is."""
        return Ref(self.header.chain, self.header.seq)


@dataclass(frozen=True, slots=True)
class Carried:
    """Who wrote a moved entry first, and when."""

    by: WorkerId
    moment: Instant


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is read. ``content`` is nothing when blanked or of an unknown kind."""

    ref: Ref
    tick: int
    refs: tuple[Ref, ...]
    case: CaseId | None
    moment: Instant | None
    by: WorkerId | None
    kind: str | None
    content: Content | None
    carried: Carried | None = None
    signed: bool = False

    @property
    def blank(self) -> bool:
        """Whether its content was removed."""
        return self.kind is None

    def order(self) -> tuple[int, ChainId, int]:
        """Return its place among all entries; the clock has no part in it."""
        return (self.tick, self.ref.chain, self.ref.seq)


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain: the witness of everything before it."""

    chain: ChainId
    seq: int
    hash: bytes
    tick: int


def refs_to_bytes(refs: Iterable[Ref]) -> bytes:
    """Return references as they stand in a header: 24 bytes each."""
    return b"".join(_REF.pack(ref.chain, ref.seq) for ref in refs)


def refs_from_bytes(data: bytes) -> tuple[Ref, ...]:
    """Return the references that 24-byte groups stand for."""
    return tuple(Ref(ChainId(chain), seq) for chain, seq in _REF.iter_unpack(data))


def commitment(salt: bytes, meta: bytes, body: bytes) -> bytes:
    """Return the 32 bytes that stand for meta and body; without the salt they say nothing."""
    return hashlib.sha256(b"".join((_BODY_MAGIC, salt, meta, body))).digest()


def entry_hash(prev: bytes, header: bytes) -> bytes:
    """Return the 32 bytes that tie a header to everything before it."""
    return hashlib.sha256(prev + header).digest()


def seal(head: Head, tick: int, refs: Iterable[Ref], filling: Filling) -> Sealed:
    """Return the entry that follows ``head`` in its chain.

    Raises EntryTooLarge when the body is over 64 KiB.
    """
    if len(filling.body) > BODY_LIMIT:
        raise EntryTooLarge(size=len(filling.body), limit=BODY_LIMIT)
    bound = commitment(filling.salt, filling.meta.to_bytes(), filling.body)
    header = Header(head.chain, head.seq + 1, tick, tuple(sorted(set(refs))), bound)
    return Sealed(header, entry_hash(head.hash, header.to_bytes()), filling)


def head_of(entry: Sealed) -> Head:
    """Return the head of a chain that ends with this entry."""
    return Head(entry.header.chain, entry.header.seq, entry.hash, entry.header.tick)


def start(chain: ChainId) -> Head:
    """Return the head of a chain that holds nothing yet."""
    return Head(chain, 0, FIRST_PREV, 0)


def lost_after(head: Head) -> Sealed:
    """Return what stands for an entry that could not be read: a place, and nothing in it."""
    header = Header(head.chain, head.seq + 1, head.tick + 1, (), LOST)
    return Sealed(header, entry_hash(head.hash, header.to_bytes()), None)


def is_lost(entry: Sealed) -> bool:
    """Tell whether an entry only holds the place of one that could not be read."""
    return entry.header.commitment == LOST


def follow(head: Head, entry: Sealed, *, after_loss: bool = False) -> Head:
    """Return the head after ``entry``; raise ChainBroken when it does not follow.

    A ChainBroken names the place (``seq``) and what is wrong (``fault``): ``order``,
    ``hash`` or ``content``. After a loss the entry before is not known, and neither is
    its hash.
    """
    header = entry.header
    if header.chain != head.chain or header.seq != head.seq + 1 or header.tick <= head.tick:
        raise ChainBroken(seq=header.seq, fault="order")
    linked = after_loss and not is_lost(entry)
    if not linked and not hmac.compare_digest(entry_hash(head.hash, header.to_bytes()), entry.hash):
        raise ChainBroken(seq=header.seq, fault="hash")
    if entry.filling is not None and not matches(header, entry.filling):
        raise ChainBroken(seq=header.seq, fault="content")
    return head_of(entry)


def matches(header: Header, filling: Filling) -> bool:
    """Tell whether this filling is the one that the header commits to."""
    try:
        found = commitment(filling.salt, filling.meta.to_bytes(), filling.body)
    except (struct.error, UnicodeEncodeError):  # a column that could not have been written
        return False
    return hmac.compare_digest(found, header.commitment)


def verify(head: Head, entries: Iterable[Sealed]) -> Head:
    """Follow a whole run of one chain and return its head; raise ChainBroken at a fault."""
    lost = False
    for entry in entries:
        head = follow(head, entry, after_loss=lost)
        lost = is_lost(entry)
    return head


def runs(entries: Iterable[Sealed]) -> Iterator[tuple[ChainId, list[Sealed]]]:
    """Group entries by chain, each in its own order."""
    chains: dict[ChainId, list[Sealed]] = {}
    for entry in entries:
        chains.setdefault(entry.header.chain, []).append(entry)
    for chain, run in sorted(chains.items()):
        yield chain, sorted(run, key=lambda entry: entry.header.seq)
