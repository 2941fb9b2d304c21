"""One open vault: a journal, the rows made from it, and drafts."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import msgspec

from filet.adapters.store.connection import (
    Connection,
    connect_copy,
    is_under,
    rekey,
    rows,
    transaction,
    translated,
)
from filet.adapters.store.drafts import SqlDrafts
from filet.adapters.store.journal import Sign, SqlJournal
from filet.adapters.store.lists import SqlLists
from filet.adapters.store.locks import hold, release
from filet.adapters.store.outbox import Outbox
from filet.adapters.store.reserve import Reserve
from filet.adapters.store.witness import Witness
from filet.domain.errors import DiskFull, MachineError, RekeyInterrupted, VaultDamaged
from filet.domain.ids import Ref, VaultId
from filet.domain.kinds import ChainStarted

T = TypeVar("T")

VAULT_NAME = "filet.vault"
LOCK_NAME = "filet.lock"
_HIDING = "hiding"
_AT_ONCE = 500
"""Pages copied before others have their turn."""
_LOG_OVERHEAD = 1.02
"""What a page takes in the log beside what it takes in the file."""
_SPARE = 1024 * 1024
_log = logging.getLogger(__name__)


_WORDS = "fts5vocab('main', 'search_text', 'instance')"
_WHOLE = "SELECT term, count(DISTINCT doc) FROM temp.known_words GROUP BY term"
_BEGINNINGS = " UNION ALL ".join(
    f"SELECT substr(term, 1, {length}), count(DISTINCT doc) FROM temp.known_words"  # noqa: S608 - a number
    f" WHERE length(term) >= {length} GROUP BY 1"
    for length in (2, 3, 4, 5, 6)  # each has an index of its own: see schema.sql
)
_FOUND = "SELECT count(*) FROM search_text WHERE search_text MATCH ?"


def faults(connection: Connection) -> tuple[str, ...]:
    """Read a whole file and return what is wrong with it, page by page.

    Both checks are needed: one does not see a missing page, the other a wrong one. A file
    so damaged that a check cannot go on is a fault as well.
    """
    found: list[str] = []
    for check in ("cipher_integrity_check", "integrity_check(20)"):
        try:
            with translated():
                told = connection.execute(f"PRAGMA {check}").fetchall()
        except VaultDamaged as damage:
            told = [(str(damage.fields.get("detail", damage.code)),)]
        found += [text for (text,) in told if text != "ok"]
    return tuple(found)


def unfound(connection: Connection) -> tuple[str, ...]:
    """Return how many words the search no longer finds everywhere they were written.

    An older page of its index put back passes every other check, and hides what it leads to.
    Whole words are looked up, and their beginnings, which have an index of their own.
    """
    try:
        with translated():
            connection.execute("DROP TABLE IF EXISTS temp.known_words")  # a damage left it
            connection.execute(f"CREATE VIRTUAL TABLE temp.known_words USING {_WORDS}")
            asked = [
                (f'"{word}"{star}', count)
                for star, query in (("", _WHOLE), ("*", _BEGINNINGS))
                for word, count in connection.execute(query)
            ]
            missing = sum(connection.execute(_FOUND, (one,)).fetchone()[0] != n for one, n in asked)
            connection.execute("DROP TABLE temp.known_words")
    except VaultDamaged as damage:
        return (str(damage.fields.get("detail", damage.code)),)
    return (f"search_text: {missing}",) if missing else ()


class LockNote(msgspec.Struct):
    """Who holds the vault: information only, the lock itself is the database's."""

    pid: int
    since: int


@dataclass(frozen=True, slots=True)
class VaultFolder:
    """The folder of a vault, and the names in it."""

    path: Path

    @property
    def vault(self) -> Path:
        """The encrypted file."""
        return self.path / VAULT_NAME

    @property
    def lock(self) -> Path:
        """Who holds it."""
        return self.path / LOCK_NAME


class SqlVault:
    """A vault on one connection, used only by the thread that opened it."""

    def __init__(
        self, folder: VaultFolder, connection: Connection, sign: Sign, witness: Witness
    ) -> None:
        self.folder = folder
        self._witness = witness
        self.connection = connection
        self.journal = SqlJournal(connection, sign)
        self.lists = SqlLists(connection)
        self.drafts = SqlDrafts(connection)
        self.outbox = Outbox(connection, self.write)
        self.reserve = Reserve(folder.path)
        self._closed = False
        hold(folder.vault)

    def write(self, work: Callable[[], T]) -> T:
        """Do all of the work or nothing, on disk when it returns.

        When the disk is full the reserve is given back and the work is done once more.
        """
        try:
            return self._attempt(work)
        except DiskFull:
            if not self.reserve.release():
                raise
            return self._attempt(work)

    def _attempt(self, work: Callable[[], T]) -> T:
        with transaction(self.connection):
            return work()

    @property
    def training(self) -> bool:
        """Whether nothing in this vault is real; the journal says so, and for ever."""
        starts = self.journal.at(Ref(head.chain, 1) for head in self.journal.heads())
        return any(
            isinstance(entry.content, ChainStarted) and entry.content.training for entry in starts
        )

    @property
    def identity(self) -> VaultId:
        """Which vault this is."""
        return VaultId(UUID(str(self.read_value("identity"))))

    @property
    def projection(self) -> int:
        """By which version its rows were made; 0 before any."""
        return int(str(self.read_value("projection") or 0))

    @projection.setter
    def projection(self, version: int) -> None:
        self.write_value("projection", version)

    def next_case_number(self, year: int) -> str:
        """Return the next human number, such as ``26-A-0145``; inside a transaction."""
        letter = str(self.read_value("letter"))
        return self._numbered(f"counter {letter} {year}", f"{year % 100:02}-{letter}")

    def next_register_number(self, year: int) -> str:
        """Return the next number of a communication, such as ``C26-A-0031``; as above."""
        letter = str(self.read_value("letter"))
        return self._numbered(f"register {letter} {year}", f"C{year % 100:02}-{letter}")

    def _numbered(self, counter: str, head: str) -> str:
        count = int(str(self.read_value(counter) or 0)) + 1
        self.write_value(counter, count)
        return f"{head}-{count:04}"

    def read_value(self, name: str) -> object:
        """Return a value of the vault itself, or nothing."""
        found = rows(self.connection, "SELECT value FROM vault WHERE name = ?", (name,))
        return found[0][0] if found else None

    def write_value(self, name: str, value: object) -> None:
        """Keep a value of the vault itself; inside a transaction."""
        self.connection.execute(
            "INSERT OR REPLACE INTO vault (name, value) VALUES (?, ?)", (name, value)
        )

    def forget_traces(self) -> None:
        """Overwrite what was blanked or deleted, in the log as well."""
        with translated():
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def rekey(self, data_key: bytearray) -> None:
        """Put every page under another data key, and leave nothing under the former.

        The log must hold the whole file once over: raises DiskFull, before anything is
        touched, where there is no room. Raises RekeyInterrupted when it stopped halfway;
        the file is then as it was, and this vault is closed.
        """
        room = self.folder.vault.stat().st_size * _LOG_OVERHEAD + _SPARE
        if shutil.disk_usage(self.folder.path).free < room:
            raise DiskFull(detail="rekey")
        try:
            rekey(self.connection, data_key)
            done = is_under(self.folder.vault, data_key)
        except MachineError:
            done = False
        if not done:
            self.close()
            raise RekeyInterrupted

    def keep_hiding(self, key: bytes) -> None:
        """Keep the key under which something may still be hidden outside; in a transaction."""
        self.write_value(f"{_HIDING} {len(self.hidings()) + 1:04}", key)

    def hidings(self) -> tuple[bytes, ...]:
        """Return every such key that was kept, the oldest first."""
        query = "SELECT value FROM vault WHERE name LIKE ? ORDER BY name"
        return tuple(bytes(key) for (key,) in rows(self.connection, query, (f"{_HIDING} %",)))

    def is_under(self, data_key: bytearray) -> bool:
        """Read every page, and tell whether this data key is the one it is written under."""
        return is_under(self.folder.vault, data_key)

    def faults(self) -> tuple[str, ...]:
        """Read the whole file and return what is wrong with it, page by page, then word by word."""
        return faults(self.connection) or unfound(self.connection)

    def copy_into(self, path: Path, data_key: bytearray, between: Callable[[], object]) -> None:
        """Write all of it into a new file under this key; ``between`` is called as it goes.

        What is written here meanwhile is in the copy as well. Whatever ``between`` raises
        stops it. After the last page it is not called any more: what would be written then
        would be in no copy.
        """

        def turn(_: int, remaining: int, __: int) -> None:
            if remaining:
                between()

        with translated(), closing(connect_copy(path, data_key)) as copy:
            self.connection.backup(copy, pages=_AT_ONCE, progress=turn)
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()

    def bear_witness(self) -> None:
        """Keep the last entry outside the vault; a folder that cannot be written is borne."""
        head = self.journal.writing_head()
        if head is None or not head.seq:
            return
        try:
            self._witness.remember(self.identity, head)
        except OSError:
            _log.warning("the witness of the last entry could not be kept")

    def let_go(self) -> None:
        """Close the file and nothing else."""
        self.connection.close()
        release(self.folder.vault)

    def close(self) -> None:
        """Close the file; SQLite folds the log into it and wipes its copy of the key.

        Whatever fails on the way, it closes; closing it again does nothing. The reserve
        comes last: folding the log in may need the space.
        """
        if self._closed:
            return
        self._closed = True
        try:
            with translated():
                self.bear_witness()
        except MachineError as error:
            _log.warning("the witness of the last entry could not be kept: %s", error.code)
        finally:
            self.let_go()
        self.reserve.ensure()
        with suppress(OSError):
            self.folder.lock.unlink(missing_ok=True)
