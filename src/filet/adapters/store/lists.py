"""The rows that lists are read from, and the index that words are found in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from sys import intern
from typing import get_type_hints
from uuid import UUID

import msgspec

from filet.adapters.store.connection import Connection, rows, translated
from filet.application.keeping import HomeRow
from filet.domain.ids import CaseId, ChainId, Ref
from filet.domain.rows import CaseLine, DueLine, RegisterLine

_pack = msgspec.msgpack.Encoder(uuid_format="bytes").encode
_CASE_FIELDS = get_type_hints(CaseLine)
_CASE = msgspec.msgpack.Decoder(tuple[tuple(_CASE_FIELDS.values())])  # type: ignore[misc]  # made here
_DUE = msgspec.msgpack.Decoder(DueLine)
_REGISTER = msgspec.msgpack.Decoder(RegisterLine)
_INDEX = "SELECT sql FROM sqlite_schema WHERE name = 'search_text'"
_FORGETFUL = "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)"
_WORD = re.compile(r"\w+")
_KEY = (
    "SELECT entry.key FROM entry JOIN head ON head.key = entry.chain"
    " WHERE head.chain = ? AND entry.seq = ?"
)
_SEARCH = (
    "SELECT entry.file, head.chain, entry.seq FROM search_text"
    " CROSS JOIN entry ON entry.key = search_text.rowid"
    " CROSS JOIN head ON head.key = entry.chain"
    " LEFT JOIN case_line ON case_line.file = entry.file"
    " WHERE search_text.words MATCH ? AND entry.file <> zeroblob(16)"
    " AND coalesce(case_line.closed, 0) = 0 ORDER BY search_text.rowid DESC"
)


class SqlLists:
    """Rows made from entries. They can all be thrown away and made again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Writing --------------------------------------------------------------------------

    def write_case(self, case: CaseId, line: CaseLine | None, due: Sequence[DueLine]) -> None:
        """Put the home line of a dossier and its due lines in the place of the former."""
        self._write_line(case, line)
        self._connection.execute("DELETE FROM due WHERE file = ?", (case.bytes,))
        self._connection.executemany(
            "INSERT INTO due (file, thing, due, line) VALUES (?, ?, ?, ?)",
            [(case.bytes, line.thing.bytes, line.due, _pack(line)) for line in due],
        )

    def _write_line(self, case: CaseId, line: CaseLine | None) -> None:
        if line is None:
            self._connection.execute("DELETE FROM case_line WHERE file = ?", (case.bytes,))
            return
        self._connection.execute(
            "INSERT INTO case_line (file, sort, closed, status, level, names, line)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (file) DO UPDATE SET"
            " sort = excluded.sort, closed = excluded.closed, status = excluded.status,"
            " level = excluded.level, names = excluded.names, line = excluded.line",
            (
                case.bytes,
                line.sort,
                line.closed,
                line.status.value,
                line.level.value,
                line.names,
                _pack_case(line),
            ),
        )

    def write_register(self, entry: Ref, line: RegisterLine | None) -> None:
        """Put a line of the register, or take it away."""
        key = self._key(entry)
        self._connection.execute("DELETE FROM register_line WHERE entry = ?", (key,))
        if line is not None:
            self._connection.execute(
                "INSERT INTO register_line (entry, at, kind, line) VALUES (?, ?, ?, ?)",
                (key, line.at, line.kind, _pack(line)),
            )

    def write_search(self, entry: Ref, words: str) -> None:
        """Put the words by which an entry is found; no words take it out."""
        key = self._key(entry)
        self._connection.execute("DELETE FROM search_text WHERE rowid = ?", (key,))
        if words:
            self._connection.execute(
                "INSERT INTO search_text (rowid, words) VALUES (?, ?)", (key, words)
            )

    def _key(self, entry: Ref) -> int:
        (key,) = self._connection.execute(_KEY, (entry.chain, entry.seq)).fetchone()
        return int(key)

    def clear(self) -> None:
        """Take every row away, before all are made again."""
        for table in ("case_line", "due", "register_line"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own three names
        self._clear_index()

    def _clear_index(self) -> None:
        """Make the index of words again, as it was: emptied row by row it takes minutes."""
        (made,) = self._connection.execute(_INDEX).fetchone()
        self._connection.execute("DROP TABLE search_text")
        self._connection.execute(made)
        self._connection.execute(_FORGETFUL)

    # Reading --------------------------------------------------------------------------

    def first(self, count: int) -> tuple[CaseLine, ...]:
        """Return the first lines of the home list, closed dossiers left out."""
        query = "SELECT line FROM case_line WHERE closed = 0 ORDER BY sort LIMIT ?"
        return tuple(self.unpack(line) for (line,) in rows(self._connection, query, (count,)))

    def housed(self) -> tuple[CaseLine, ...]:
        """Return the lines of who stays in the house now: by an index that holds no other."""
        query = "SELECT line FROM case_line WHERE status = 'housed' ORDER BY sort"
        return tuple(self.unpack(line) for (line,) in rows(self._connection, query))

    def all(self) -> Iterator[HomeRow]:
        """Return every line, packed, in the order of the home list."""
        query = (
            "SELECT file, closed, status, level, names, line FROM case_line ORDER BY closed, sort"
        )
        with translated():
            for file, closed, status, level, names, line in self._connection.execute(query):
                case = CaseId(UUID(bytes=file))
                yield HomeRow(case, bool(closed), intern(status), intern(level), names, line)

    def unpack(self, packed: bytes) -> CaseLine:
        """Return a line that was packed."""
        return CaseLine(*_CASE.decode(packed))

    def due(self, until: str, limit: int) -> tuple[DueLine, ...]:
        """Return what is due up to a time, the soonest first."""
        query = "SELECT line FROM due WHERE due <= ? ORDER BY due LIMIT ?"
        found = rows(self._connection, query, (until, limit))
        return tuple(_DUE.decode(line) for (line,) in found)

    def register(self, kinds: Sequence[str], limit: int) -> tuple[RegisterLine, ...]:
        """Return the latest lines of some kinds."""
        marks = ",".join("?" * len(kinds))
        found = rows(
            self._connection,
            f"SELECT line FROM register_line WHERE kind IN ({marks})"  # noqa: S608 - marks only
            " ORDER BY at DESC LIMIT ?",
            (*kinds, limit),
        )
        return tuple(_REGISTER.decode(line) for (line,) in found)

    def search(self, words: Sequence[str], limit: int) -> tuple[tuple[CaseId, Ref], ...]:
        """Return the dossiers that hold every word, with the latest entry that does.

        The last word may be unfinished. Closed dossiers are left out here, so that they and
        a dossier with many such entries take nobody's place. No ranking: it would cost ten
        times the search itself.
        """
        query, found = match_query(words), dict[CaseId, Ref]()
        if not query or limit < 1:
            return ()
        with translated():
            for file, chain, seq in self._connection.execute(_SEARCH, (query,)):
                found.setdefault(CaseId(UUID(bytes=file)), Ref(ChainId(chain), seq))
                if len(found) == limit:
                    break
        return tuple(found.items())


def _pack_case(line: CaseLine) -> bytes:
    """Return a home line without the names of its fields: thousands of them are in memory."""
    return _pack([getattr(line, name) for name in _CASE_FIELDS])


def match_query(words: Sequence[str]) -> str:
    """Return an FTS5 query in which nothing that was typed can be an operator."""
    found = [word for typed in words for word in _WORD.findall(typed)]
    if not found:
        return ""
    return " ".join([*(f'"{word}"' for word in found[:-1]), f'"{found[-1]}"*'])
