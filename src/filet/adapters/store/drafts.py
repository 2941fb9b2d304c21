"""Unfinished words: the only rows of the vault that are written over."""

from __future__ import annotations

from uuid import UUID

from filet.adapters.store.connection import Connection, rows
from filet.application.keeping import DraftKey
from filet.domain.ids import CaseId, WorkerId


class SqlDrafts:
    """Drafts on one connection, inside whatever transaction is open."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, key: DraftKey, body: bytes, at: int) -> None:
        """Keep a draft in the place of the former."""
        self._connection.execute(
            "INSERT OR REPLACE INTO draft (author, file, place, at, body) VALUES (?, ?, ?, ?, ?)",
            (key.worker.bytes, key.case.bytes, key.place, at, body),
        )

    def read(self, key: DraftKey) -> bytes | None:
        """Return a draft, or nothing."""
        found = rows(
            self._connection,
            "SELECT body FROM draft WHERE author = ? AND file = ? AND place = ?",
            (key.worker.bytes, key.case.bytes, key.place),
        )
        return bytes(found[0][0]) if found else None

    def drop(self, key: DraftKey) -> None:
        """Forget a draft."""
        self._connection.execute(
            "DELETE FROM draft WHERE author = ? AND file = ? AND place = ?",
            (key.worker.bytes, key.case.bytes, key.place),
        )

    def drop_case(self, case: CaseId) -> None:
        """Forget every draft of a dossier."""
        self._connection.execute("DELETE FROM draft WHERE file = ?", (case.bytes,))

    def of_worker(self, worker: WorkerId) -> tuple[DraftKey, ...]:
        """Return the drafts that a worker left, the latest first."""
        query = "SELECT file, place FROM draft WHERE author = ? ORDER BY at DESC"
        found = rows(self._connection, query, (worker.bytes,))
        return tuple(DraftKey(worker, CaseId(UUID(bytes=file)), place) for file, place in found)
