"""The home list as Qt reads it: positions into packed rows, unpacked when they are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from filet.application.home import HomeList
from filet.domain.ids import CaseId
from filet.domain.rows import CaseLine
from filet.gui.models.case_texts import CaseTexts, RowTexts

Index = QModelIndex | QPersistentModelIndex
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class CaseTable(QStringListModel):
    """One dossier a row.

    A list of empty texts counts the rows: to lay them out, the view asks twice for each row how
    many there are, and to answer in Python kept keys waiting for as long as there are dossiers.
    """

    def __init__(self, texts: CaseTexts) -> None:
        super().__init__()
        self._texts = texts
        self._line: Callable[[int], CaseLine] | None = None
        self._positions: Sequence[int] = ()

    @property
    def texts(self) -> CaseTexts:
        """Return how rows are said."""
        return self._texts

    def show_lines(self, lines: Sequence[CaseLine]) -> None:
        """Show a few lines that are unpacked already."""
        self._show(lines.__getitem__, range(len(lines)))

    def show_list(self, home: HomeList, positions: array[int]) -> None:
        """Show some positions of the whole list."""
        self._show(home.line, positions)

    def show_texts(self, texts: CaseTexts) -> None:
        """Say the same rows otherwise."""
        self._texts = texts
        if self._positions:
            self.dataChanged.emit(self.index(0), self.index(len(self._positions) - 1))

    def line(self, row: int) -> CaseLine | None:
        """Return the line of a row."""
        if self._line is None or not 0 <= row < len(self._positions):
            return None
        return self._line(self._positions[row])

    def row_of(self, case: CaseId) -> int:
        """Return where a dossier stands among the first rows, or -1."""
        near = range(min(len(self._positions), 200))
        return next((row for row in near if _is(self.line(row), case)), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a row can be chosen, and never written in."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, the sentence that is read aloud, or the texts that are painted."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._texts.name(line)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._texts.row(line).sentence
            case Qt.ItemDataRole.UserRole:
                return self._texts.row(line)
            case _:
                return None

    def row_texts(self, row: int) -> RowTexts | None:
        """Return the texts of one row."""
        line = self.line(row)
        return self._texts.row(line) if line else None

    def _show(self, line: Callable[[int], CaseLine], positions: Sequence[int]) -> None:
        self._line, self._positions = line, positions
        self.setStringList([""] * len(positions))


def _is(line: CaseLine | None, case: CaseId) -> bool:
    return line is not None and line.case == case
