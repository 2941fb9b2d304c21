"""Rows that are compared by key, so that what is being done in one is never disturbed."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt


class Row(Protocol):
    """One row: its text, what a screen reader says of it, and what stays the same."""

    @property
    def key(self) -> Hashable:
        """What tells it from the others, however its text changes."""

    @property
    def text(self) -> str:
        """What is shown."""

    @property
    def said(self) -> str:
        """What is said."""


class RowTable(QAbstractListModel):
    """A list of rows."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the text of a row, the sentence that says it, or the row itself."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.said
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None

    def row(self, place: int) -> Row | None:
        """Return a row, or nothing."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place(self, key: object) -> int:
        """Return where the row of this key stands, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.key == key), -1)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Change what changed between the first and the last row that differ, and no other."""
        new, old = tuple(rows), self._rows
        start = _alike(old, new)
        end = _alike(old[start:][::-1], new[start:][::-1])
        self._replace(start, len(old) - end, new[start : len(new) - end])
        former, self._rows = self._rows, new
        for place, (before, after) in enumerate(zip(former, new, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(place), self.index(place))

    def _replace(self, start: int, stop: int, rows: tuple[Row, ...]) -> None:
        nowhere = QModelIndex()
        if stop > start:
            self.beginRemoveRows(nowhere, start, stop - 1)
            self._rows = self._rows[:start] + self._rows[stop:]
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(nowhere, start, start + len(rows) - 1)
            self._rows = self._rows[:start] + rows + self._rows[start:]
            self.endInsertRows()


def _alike(old: Sequence[Row], new: Sequence[Row]) -> int:
    """Return how many rows from the first have the same keys."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (a, b) in pairs if a.key != b.key), min(len(old), len(new)))
