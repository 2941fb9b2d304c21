"""Entries in the vault: appended, read, blanked; never changed, never deleted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from filet.adapters.store import codec
from filet.adapters.store.connection import Connection, rows, translated
from filet.application.keeping import NewEntry
from filet.domain.ids import HOUSE, NOBODY, CaseId, ChainId, Ref, WorkerId
from filet.domain.journal import (
    SALT_SIZE,
    Entry,
    Filling,
    Head,
    Header,
    Meta,
    Sealed,
    refs_from_bytes,
    refs_to_bytes,
    seal,
)
from filet.domain.kinds import SIGNED
from filet.domain.moments import Instant

Sign = Callable[[bytes], bytes]
Identify = Callable[[bytes], UUID]

_MANY = 4096

_READ = (
    "SELECT head.chain, entry.seq, entry.tick, entry.refs, entry.file, entry.at, entry.offset,"
    " entry.author, entry.kind, entry.body, entry.sig IS NOT NULL"
    " FROM entry JOIN head ON head.key = entry.chain"
)
SEALED = (
    "SELECT head.chain, entry.seq, entry.tick, entry.refs, entry.commitment, entry.hash,"
    " entry.file, entry.at, entry.offset, entry.author, entry.kind, entry.body, entry.salt,"
    " entry.sig FROM entry JOIN head ON head.key = entry.chain"
)
_INSERT = (
    "INSERT INTO entry (chain, seq, tick, refs, commitment, hash, file, at, offset, author,"
    " kind, body, salt, sig) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_IN_HOUSE = "entry.file = x'00000000000000000000000000000000'"
"""As the index says it: a value that is bound would not be seen to be the same."""
_BLANK = (
    "UPDATE entry SET file = NULL, at = NULL, offset = NULL, author = NULL, kind = NULL,"
    " body = NULL, salt = NULL, sig = NULL"
    " WHERE chain = (SELECT key FROM head WHERE chain = ?) AND seq = ?"
)


class SqlJournal:
    """The journal on one connection. It writes on one chain and reads them all."""

    def __init__(self, connection: Connection, sign: Sign) -> None:
        self._connection = connection
        self._sign = sign
        self._writing: tuple[int, ChainId] | None = None

    # Chains ---------------------------------------------------------------------------

    def heads(self) -> tuple[Head, ...]:
        """Return the head of every chain, by chain."""
        found = rows(self._connection, "SELECT chain, seq, hash, tick FROM head ORDER BY chain")
        return tuple(Head(ChainId(chain), seq, hash_, tick) for chain, seq, hash_, tick in found)

    def start_chain(self, chain: ChainId, device: bytes) -> None:
        """Add an empty chain, written by the computer that ``device`` stands for."""
        self._connection.execute(
            "INSERT INTO head (chain, device, seq, hash, tick) VALUES (?, ?, 0, ?, 0)",
            (chain, device, bytes(32)),
        )
        self.write_on(device)

    def write_on(self, device: bytes) -> Head | None:
        """Go on writing the last chain of this computer; nothing when it has none."""
        row = self._connection.execute(
            "SELECT key, chain, seq, hash, tick FROM head WHERE device = ?"
            " ORDER BY key DESC LIMIT 1",
            (device,),
        ).fetchone()
        if row is None:
            return None
        self._writing = (row[0], ChainId(row[1]))
        return Head(ChainId(row[1]), row[2], row[3], row[4])

    def writing_head(self) -> Head | None:
        """Return the head of the chain that is written on."""
        if self._writing is None:
            return None
        key, head, _ = self._head()
        return head if key else None

    def last_started(self) -> Head | None:
        """Return the head of the chain that was begun last, whoever wrote it."""
        row = self._connection.execute(
            "SELECT chain, seq, hash, tick FROM head ORDER BY key DESC LIMIT 1"
        ).fetchone()
        return Head(ChainId(row[0]), row[1], row[2], row[3]) if row else None

    # Writing --------------------------------------------------------------------------

    def append(self, new: NewEntry) -> Entry:
        """Add one entry inside the current transaction and return it as it reads."""
        if self._writing is None:
            raise RuntimeError("no chain was started")
        key, head, tick = self._head()
        kind = codec.kind_of(new.content)
        meta = Meta(new.case, new.moment, new.by, kind)
        body = codec.encode(new.content, new.carried)
        filling = Filling(meta, body, os.urandom(SALT_SIZE))
        sealed = seal(head, tick, new.refs, filling)
        signature = self._sign(sealed.hash) if isinstance(new.content, SIGNED) else None
        self._insert(key, sealed, filling, signature)
        return _as_entry(sealed, new, kind, signature is not None)

    def _head(self) -> tuple[int, Head, int]:
        (key, chain), connection = self._writing or (0, ChainId(b"")), self._connection
        row = connection.execute(
            "SELECT seq, hash, tick, (SELECT max(tick) FROM head) FROM head WHERE key = ?", (key,)
        ).fetchone()
        return key, Head(chain, row[0], row[1], row[2]), row[3] + 1

    def _insert(
        self, key: int, sealed: Sealed, filling: Filling | None, signature: bytes | None
    ) -> None:
        header = sealed.header
        self._connection.execute(
            _INSERT,
            (
                key,
                header.seq,
                header.tick,
                refs_to_bytes(header.refs) or None,
                header.commitment,
                sealed.hash,
                *_columns(filling),
                signature,
            ),
        )
        self._connection.execute(
            "UPDATE head SET seq = ?, hash = ?, tick = ? WHERE key = ?",
            (header.seq, sealed.hash, header.tick, key),
        )

    def blank(self, refs: Iterable[Ref]) -> None:
        """Empty entries for good. What names them, and why, is an entry of its own."""
        self._connection.executemany(_BLANK, [(ref.chain, ref.seq) for ref in refs])

    # Taking over ----------------------------------------------------------------------

    def begin_chain(self, key: int, chain: ChainId, device: bytes) -> None:
        """Add a chain of another vault, under the key it had there."""
        self._connection.execute(
            "INSERT INTO head (key, chain, device, seq, hash, tick) VALUES (?, ?, ?, 0, ?, 0)",
            (key, chain, device, bytes(32)),
        )

    def put(self, key: int, entry: Sealed) -> None:
        """Add an entry of another vault as it stands there: the next one of its chain."""
        filling = entry.filling
        self._insert(key, entry, filling, filling.signature if filling else None)

    # Reading --------------------------------------------------------------------------

    def of_case(self, case: CaseId) -> tuple[Entry, ...]:
        """Return every entry of a dossier that was not blanked, in no given order."""
        return self._entries(f"{_READ} WHERE entry.file = ?", (case.bytes,))

    def of_kinds(self, kinds: Sequence[str], case: CaseId) -> tuple[Entry, ...]:
        """Return the entries of some kinds in a dossier, or in the house."""
        marks = ",".join("?" * len(kinds))
        if case == HOUSE:  # thousands of calls stand there: its own index finds the kinds
            return self._entries(
                f"{_READ} WHERE {_IN_HOUSE} AND entry.kind IN ({marks})", (*kinds,)
            )
        query = f"{_READ} WHERE entry.file = ? AND entry.kind IN ({marks})"
        return self._entries(query, (case.bytes, *kinds))

    def everywhere(self, kinds: Sequence[str]) -> tuple[Entry, ...]:
        """Return the entries of some kinds, whatever they are about; it reads them all."""
        marks = ",".join("?" * len(kinds))
        return self._entries(f"{_READ} WHERE entry.kind IN ({marks})", tuple(kinds))

    def at(self, refs: Iterable[Ref]) -> tuple[Entry, ...]:
        """Return the entries at these places, blanked ones included."""
        query = f"{_READ} WHERE head.chain = ? AND entry.seq = ?"
        found = [self._entries(query, (ref.chain, ref.seq)) for ref in refs]
        return tuple(entry for entries in found for entry in entries)

    def blanks_named_by(self, case: CaseId) -> tuple[Entry, ...]:
        """Return the blanked entries that the erasures of a dossier name."""
        removals = self.of_kinds(("content_removed/1",), case)
        return self.at({ref for entry in removals for ref in entry.refs})

    def cases(self) -> Iterator[CaseId]:
        """Return every dossier that has entries."""
        query = "SELECT DISTINCT file FROM entry WHERE file IS NOT NULL"
        for (file,) in rows(self._connection, query):
            case = CaseId(UUID(bytes=file))
            if case.int:
                yield case

    def sealed(self, chain: ChainId, after: int = 0) -> Iterator[Sealed]:
        """Return a chain as it is kept, from its first entry or after a place."""
        query = f"{SEALED} WHERE head.chain = ? AND entry.seq > ? ORDER BY entry.seq"
        identity = lru_cache(_MANY)(_identity)
        with translated():
            for row in self._connection.execute(query, (chain, after)):
                yield _sealed(row, identity)

    def key(self, ref: Ref) -> int | None:
        """Return the local key of an entry."""
        row = self._connection.execute(
            "SELECT entry.key FROM entry JOIN head ON head.key = entry.chain"
            " WHERE head.chain = ? AND entry.seq = ?",
            (ref.chain, ref.seq),
        ).fetchone()
        return int(row[0]) if row else None

    def _entries(self, query: str, values: tuple[Any, ...]) -> tuple[Entry, ...]:
        identity = cache(_identity)
        return tuple(_entry(row, identity) for row in rows(self._connection, query, values))


def _columns(filling: Filling | None) -> tuple[Any, ...]:
    if filling is None:
        return (None,) * 7
    meta = filling.meta
    return (
        meta.case.bytes,
        meta.moment.at,
        meta.moment.offset,
        meta.by.bytes,
        meta.kind,
        filling.body,
        filling.salt,
    )


def _as_entry(sealed: Sealed, new: NewEntry, kind: str, signed: bool) -> Entry:
    header = sealed.header
    return Entry(
        sealed.ref,
        header.tick,
        header.refs,
        new.case,
        new.moment,
        new.by,
        kind,
        new.content,
        new.carried,
        signed,
    )


def _identity(data: bytes) -> UUID:
    """Return an identity; kept by who asks for many, since few differ."""
    return UUID(bytes=data)


def _entry(row: tuple[Any, ...], identity: Identify) -> Entry:
    chain, seq, tick, refs, file, at, offset, author, kind, body, signed = row
    place = (Ref(ChainId(chain), seq), tick, refs_from_bytes(refs) if refs else ())
    if kind is None:
        return Entry(*place, None, None, None, None, None)
    return Entry(
        *place,
        CaseId(identity(file)),
        Instant(at, offset),
        WorkerId(identity(author)),
        kind,
        codec.decode(kind, body),
        codec.carried(body),
        bool(signed),
    )


def sealed_row(row: tuple[Any, ...]) -> Sealed:
    """Return an entry from the columns that ``SEALED`` asks for."""
    return _sealed(row, _identity)


def _sealed(row: tuple[Any, ...], identity: Identify) -> Sealed:
    chain, seq, tick, refs, bound, hash_, *filling = row
    header = Header(ChainId(chain), seq, tick, refs_from_bytes(refs) if refs else (), bound)
    return Sealed(header, hash_, _filling(filling, identity))


_HALF = Filling(Meta(HOUSE, Instant(0, 0), NOBODY, ""), b"", b"")
"""Half a filling: no header commits to it, so the chain is broken there."""


def _filling(columns: list[Any], identity: Identify) -> Filling | None:
    file, at, offset, author, kind, body, salt, signature = columns
    kept = (file, at, offset, author, kind, body, salt)
    if all(column is None for column in (*kept, signature)):
        return None
    if any(column is None for column in kept):
        return _HALF
    meta = Meta(CaseId(identity(file)), Instant(at, offset), WorkerId(identity(author)), kind)
    return Filling(meta, body, salt, signature)
