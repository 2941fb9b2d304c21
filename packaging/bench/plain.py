"""The yardstick of a commit: the same row and indexes in a plain SQLite, as safe on disk."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from filet.adapters.store.connection import Connection

_SHAPE = """
CREATE TABLE entry (
    key INTEGER PRIMARY KEY, chain INTEGER NOT NULL, seq INTEGER NOT NULL, tick INTEGER NOT NULL,
    refs BLOB, commitment BLOB NOT NULL, hash BLOB NOT NULL, file BLOB, at INTEGER,
    offset INTEGER, author BLOB, kind TEXT, body BLOB, salt BLOB, sig BLOB
) STRICT;
CREATE UNIQUE INDEX entry_place ON entry (chain, seq);
CREATE INDEX entry_file ON entry (file) WHERE file IS NOT NULL;
CREATE TABLE case_line (file BLOB PRIMARY KEY, sort TEXT, names TEXT, line BLOB) STRICT;
CREATE INDEX case_line_sort ON case_line (sort);
CREATE VIRTUAL TABLE search_text USING fts5 (
    words, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
);
"""
Row = tuple[bytes, str, str, bytes]
_COLUMNS = (
    "chain, seq, tick, refs, commitment, hash, file, at, offset, author, kind, body, salt, sig"
)
_INSERT = f"INSERT INTO entry ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"  # noqa: S608 - ours


class Plain:
    """A plain database that holds what a vault holds."""

    def __init__(self, path: Path, vault: Connection) -> None:
        path.unlink(missing_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.executescript(_SHAPE)
        self._fill(vault)
        last = "SELECT max(seq), max(tick) FROM entry"
        self._seq, self._tick = self._connection.execute(last).fetchone()

    def _fill(self, vault: Connection) -> None:
        self._connection.execute("BEGIN")
        rows = vault.execute(f"SELECT {_COLUMNS} FROM entry")  # noqa: S608 - our own columns
        self._connection.executemany(_INSERT, rows)
        words = vault.execute("SELECT rowid, words FROM search_text ORDER BY rowid")
        self._connection.executemany("INSERT INTO search_text (rowid, words) VALUES (?, ?)", words)
        self._connection.execute("COMMIT")

    def add(self, file: bytes, body: bytes, words: str, line: Row | None) -> None:
        """Commit one row, with its words and the line of home that it changes."""
        self._seq, self._tick = self._seq + 1, self._tick + 1
        row = (1, self._seq, self._tick, None, os.urandom(32), os.urandom(32), file)
        rest = (1_704_700_000_000, -300, file, "statement_made/1", body, os.urandom(16), None)
        self._connection.execute("BEGIN IMMEDIATE")
        key = self._connection.execute(_INSERT, (*row, *rest)).lastrowid
        if words:
            insert = "INSERT INTO search_text (rowid, words) VALUES (?, ?)"
            self._connection.execute(insert, (key, words))
        if line is not None:
            self._connection.execute("INSERT OR REPLACE INTO case_line VALUES (?,?,?,?)", line)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close it."""
        self._connection.close()
