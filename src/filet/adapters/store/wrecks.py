"""Reads a damaged vault entry by entry, and puts what could be read into a new one.

The damaged files are never opened: a copy of them is, bad sectors and all. After each page
that cannot be read the connection is of no more use, so another one takes over.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filet.adapters.store.connection import Connection, connect_wreck, rows
from filet.adapters.store.journal import SEALED, sealed_row
from filet.adapters.store.vault import VAULT_NAME, SqlVault
from filet.adapters.store.vaults import SqlVaults
from filet.application.salvaging import Rescued
from filet.application.unlocking import Opened
from filet.domain.errors import NothingToSalvage, VaultDamaged, VaultReadOnly, WriteFailed
from filet.domain.ids import ChainId, Ref
from filet.domain.journal import Head, Sealed, head_of, lost_after, matches, start
from filet.domain.kinds import Lost

_COPIED = (VAULT_NAME, f"{VAULT_NAME}-wal")
_AT_ONCE = 256
_SECTOR = 4096
_UNREADABLE = (VaultDamaged, VaultReadOnly, WriteFailed)
_SHAPE = "SELECT name FROM sqlite_schema WHERE name = 'head'"
_HEADS = "SELECT key, chain, device, seq, hash, tick FROM head ORDER BY key"
_DRAFTS = "SELECT author, file, place, at, body FROM draft"
_VALUES = "SELECT name, value FROM vault"


@dataclass(frozen=True, slots=True)
class SqlWrecks:
    """Damaged vaults, and new ones that hold what is left of them."""

    vaults: SqlVaults

    def prepare(self, target: Path) -> None:
        """Refuse a folder where no vault may be made."""
        self.vaults.prepare(target)

    def rescue(self, folder: Path, target: Path, opened: Opened) -> tuple[SqlVault, Rescued]:
        """Return a new vault with all that can be read, in a chain of its own, and the losses."""
        scratch = target / "filet.wreck"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        try:
            for name in _COPIED:
                _copied(folder / name, scratch / name)
            wreck = _boarded(scratch / VAULT_NAME, opened.data_keys)
            return self._rebuilt(wreck, target, opened)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _rebuilt(self, wreck: Wreck, target: Path, opened: Opened) -> tuple[SqlVault, Rescued]:
        vault = self.vaults.raise_from(target, opened)
        try:
            pen = _Pen(vault, wreck)
            vault.write(pen.write)
            vault.write(lambda: self.vaults.go_on_from(vault, opened.vault))
        except BaseException:
            vault.let_go()
            raise
        finally:
            wreck.close()
        return vault, Rescued(pen.read, tuple(pen.lost))


def _copied(source: Path, target: Path) -> None:
    """Copy a file; what the disk does not give back is copied as zeros."""
    if not source.exists():
        return
    size = source.stat().st_size
    with source.open("rb", buffering=0) as read, target.open("xb") as written:
        for place in range(0, size, _SECTOR):
            read.seek(place)
            try:
                data = read.read(_SECTOR)
            except OSError:
                data = bytes(min(_SECTOR, size - place))
            written.write(data)
        os.fsync(written.fileno())


def _boarded(path: Path, keys: Sequence[bytearray]) -> Wreck:
    for key in keys:
        wreck = Wreck(path, key)
        with suppress(*_UNREADABLE):
            if wreck.all(_SHAPE):
                wreck.heads = wreck.all(_HEADS)
            if wreck.heads:
                return wreck
        wreck.close()
    raise NothingToSalvage


@dataclass(slots=True)
class Wreck:
    """A copy of a damaged vault, and whatever its pages still give."""

    path: Path
    key: bytearray
    heads: list[Any] = field(default_factory=list)
    _connection: Connection | None = None

    def all(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return what a query finds; after a failure the next one has another connection."""
        if self._connection is None:
            self._connection = connect_wreck(self.path, self.key)
        try:
            return rows(self._connection, query, values)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def entries(self) -> Iterator[Sealed]:
        """Yield every entry that can be read, in the order they were written."""
        last = sum(head[3] for head in self.heads)
        for first in range(1, last + 1, _AT_ONCE):
            for row in self._between(first, min(last, first + _AT_ONCE - 1)):
                yield sealed_row(row)

    def _between(self, first: int, last: int) -> Iterator[Any]:
        """Yield rows; where some cannot be read, each half is tried, down to a single one."""
        query = f"{SEALED} WHERE entry.key BETWEEN ? AND ? ORDER BY entry.key"
        try:
            yield from self.all(query, (first, last))
        except _UNREADABLE:
            if first < last:
                middle = (first + last) // 2
                yield from self._between(first, middle)
                yield from self._between(middle + 1, last)

    def some(self, query: str) -> list[Any]:
        """Return what a query finds, or nothing where it cannot be read."""
        with suppress(*_UNREADABLE):
            return self.all(query)
        return []


class _Pen:
    """Writes what was read into a new vault; a place whose entry is lost stays empty."""

    def __init__(self, vault: SqlVault, wreck: Wreck) -> None:
        self._vault, self._wreck = vault, wreck
        self._keys: dict[ChainId, int] = {}
        self._heads: dict[ChainId, Head] = {}
        self.read = 0
        self.lost: list[Lost] = []

    def write(self) -> None:
        """Write the chains, their entries, and what is not made from entries."""
        self.read, self.lost = 0, []
        self._begin()
        for entry in self._wreck.entries():
            place = self._heads.get(entry.header.chain)
            if place is not None and entry.header.seq > place.seq and _sound(entry):
                self._pass(entry.header.chain, entry.header.seq - 1)
                self._put(entry)
                self.read += 1
        for _, chain, _, seq, _, _ in self._wreck.heads:
            self._pass(ChainId(chain), seq)
        self._rest()

    def _begin(self) -> None:
        for key, chain, device, *_ in self._wreck.heads:
            self._vault.journal.begin_chain(key, ChainId(chain), device)
            self._keys[ChainId(chain)] = key
            self._heads[ChainId(chain)] = start(ChainId(chain))

    def _pass(self, chain: ChainId, last: int) -> None:
        """Leave places empty up to one, and say which."""
        first = self._heads[chain].seq + 1
        for _ in range(first, last + 1):
            self._put(lost_after(self._heads[chain]))
        if first <= last:
            self.lost.append(Lost(Ref(chain, first), last))

    def _put(self, entry: Sealed) -> None:
        chain = entry.header.chain
        self._vault.journal.put(self._keys[chain], entry)
        self._heads[chain] = head_of(entry)

    def _rest(self) -> None:
        for name, value in self._wreck.some(_VALUES):
            self._vault.write_value(name, value)
        insert = "INSERT OR REPLACE INTO draft (author, file, place, at, body) VALUES (?,?,?,?,?)"
        self._vault.connection.executemany(insert, self._wreck.some(_DRAFTS))


def _sound(entry: Sealed) -> bool:
    return entry.filling is None or matches(entry.header, entry.filling)
