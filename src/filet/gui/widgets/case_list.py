"""The list of dossiers: arrows move, Enter opens, letters go to the search."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout

from filet.gui.context import Context
from filet.gui.models.case_table import CaseTable
from filet.gui.widgets.case_delegate import CaseDelegate, CaseHead
from filet.gui.widgets.row_list import RowList

_LAID_OUT = 2_000
"""How many rows get their place in one turn of the window: thousands keep a key waiting."""


class _Rows(RowList):
    """The rows themselves."""

    opened = Signal(int)
    typed = Signal(str)
    resized = Signal(int)
    """How wide rows are now, beside their scroll bar."""

    def __init__(self, context: Context, model: CaseTable) -> None:
        super().__init__(context.t("Dossiers"))
        self.setModel(model)
        self.setItemDelegate(CaseDelegate(context.theme, self))
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_LAID_OUT)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; a letter begins a search."""
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif text.strip() and text.isprintable() and not event.modifiers() & _COMMANDS:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure rows again: fewer columns make them higher."""
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
        self.resized.emit(self.viewport().width())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row())


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CaseList(QFrame):
    """A card with the names of the columns, and the rows."""

    chosen = Signal(object)
    """A CaseId."""
    typed = Signal(str)

    def __init__(self, context: Context, model: CaseTable) -> None:
        super().__init__()
        t = context.t
        self.setObjectName("kind-card")
        self.model = model
        self.rows = _Rows(context, model)
        titles = {
            "who": t("Dossier"),
            "level": t("Level, signed on"),
            "status": t("Situation"),
            "due": t("Next follow-up"),
            "worker": t("Worker"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.head = CaseHead(context.theme, titles)
        column.addWidget(self.head)
        column.addWidget(self.rows, 1)
        self.rows.resized.connect(self.head.fit)
        self.rows.opened.connect(self._chose)
        self.rows.typed.connect(self.typed)
        model.modelReset.connect(self._first)
        self.setFocusProxy(self.rows)

    def _first(self) -> None:
        """Put the keyboard on the first row, nothing being chosen yet by a person."""
        if self.model.rowCount():
            self.rows.setCurrentIndex(self.model.index(0))

    def _chose(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None:
            self.chosen.emit(line.case)
