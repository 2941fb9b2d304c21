"""Her plan as one list with real rows: arrows move, Enter writes, Delete takes away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from filet.gui.context import Context
from filet.gui.models.plan_rows import PlanRow, RowKind
from filet.gui.models.row_table import RowTable
from filet.gui.widgets.plan_delegate import PlanDelegate
from filet.gui.widgets.row_list import RowList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class PlanList(RowList):
    """Sections that open and close, her items, and a row where the next one is written."""

    toggled = Signal(str)
    """A section is to open or to close."""
    rewrite_asked = Signal(object)
    """An item, by its MeasureId."""
    new_asked = Signal(str, str)
    """Another item, in a section, beginning with what was typed."""
    move_asked = Signal(object, int)
    remove_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context.t("Her plan, in her words"))
        self.rows = RowTable()
        self.setModel(self.rows)
        self.setItemDelegate(PlanDelegate(context, self))
        self.setProperty("bare", True)
        self.clicked.connect(self._act)

    def current_row(self) -> PlanRow | None:
        """Return the row on which the keyboard stands."""
        return self._row(self.currentIndex())

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show rows; the keyboard stays on its row, or goes to the one that took its place."""
        current, place = self.current_row(), self.currentIndex().row()
        self.rows.show_rows(rows)
        kept = self.rows.place(current.key) if current is not None else -1
        if rows and place >= 0:
            self.setCurrentIndex(self.rows.index(kept if kept >= 0 else min(place, len(rows) - 1)))

    def go_to(self, key: object) -> None:
        """Put the keyboard on a row."""
        place = self.rows.place(key)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))
            self.scrollTo(self.rows.index(place))

    def hold(self, key: object, editor: QWidget) -> None:
        """Let something be written in a row."""
        place = self.rows.index(self.rows.place(key))
        self.setIndexWidget(place, editor)
        self.measure_again()
        self.setCurrentIndex(place)
        self.scrollTo(self.currentIndex())

    def let_go(self, key: object) -> None:
        """Nothing is written in a row any more; what was there goes after the event.

        Rows are measured before the next paint, or with what is written next: once.
        """
        place = self.rows.index(self.rows.place(key))
        self.setIndexWidget(place, None)  # type: ignore[arg-type] # Qt's way to say nothing
        self.scheduleDelayedItemsLayout()

    def measure_again(self) -> None:
        """Give a row that is being written the room it now needs."""
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks of the current row; letters on an empty row begin an item."""
        row = self.current_row()
        if row is None or not self._asked(event, row):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure rows again: less width makes them higher."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyboardSearch(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Search nothing: letters are written."""

    def _asked(self, event: QKeyEvent, row: PlanRow) -> bool:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if row.kind is RowKind.ITEM and self._asked_of_item(key, row, alt=alt):
            return True
        if key in _ENTER and not event.isAutoRepeat():
            self._act(self.currentIndex())
            return True
        if row.kind is RowKind.SECTION:
            opens, closes = key == Qt.Key.Key_Right, key == Qt.Key.Key_Left
            if (opens and not row.is_open) or (closes and row.is_open):
                self.toggled.emit(row.section)
                return True
            return False
        return row.kind is RowKind.WRITE and self._begin(event, row)

    def _asked_of_item(self, key: int, row: PlanRow, *, alt: bool) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt and key in steps:
            self.move_asked.emit(row.measure, steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit(row.measure)
        elif key == Qt.Key.Key_F2:
            self.rewrite_asked.emit(row.measure)
        else:
            return False
        return True

    def _begin(self, event: QKeyEvent, row: PlanRow) -> bool:
        text = event.text()
        if not text.strip() or not text.isprintable() or event.modifiers() & _COMMANDS:
            return False
        self.new_asked.emit(row.section, text)
        return True

    def _row(self, index: QModelIndex) -> PlanRow | None:
        row = self.rows.row(index.row())
        return row if isinstance(row, PlanRow) else None

    def _act(self, index: QModelIndex) -> None:
        row = self._row(index)
        if row is None:
            return
        match row.kind:
            case RowKind.SECTION:
                self.toggled.emit(row.section)
            case RowKind.ITEM:
                self.rewrite_asked.emit(row.measure)
            case RowKind.WRITE:
                self.new_asked.emit(row.section, "")
