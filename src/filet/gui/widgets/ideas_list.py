"""What may be proposed to her, as a list with real rows. Enter adds, Delete puts aside."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from filet.gui.context import Context
from filet.gui.models.idea_rows import IdeaRow
from filet.gui.models.row_table import RowTable
from filet.gui.widgets.buttons import Link, Secondary
from filet.gui.widgets.idea_delegate import ADD, REFUSE, IdeaDelegate
from filet.gui.widgets.row_list import RowList

_Index: TypeAlias = QModelIndex | QPersistentModelIndex


class _Buttons(QWidget):
    """The real buttons of the current card, over the likeness of which they stand."""

    def __init__(self, context: Context, delegate: IdeaDelegate) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._delegate = delegate
        self.add = Secondary(theme, t("Add"), icon="plus", parent=self)
        self.refuse = Link(theme, t("Not for her"), parent=self)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand where the delegate paints them in the other cards."""
        super().resizeEvent(event)
        add, refuse = self._delegate.buttons(self.rect())
        self.add.setGeometry(add)
        self.refuse.setGeometry(refuse)


class IdeasList(RowList):
    """Ideas, the weightiest first."""

    added = Signal(str)
    refused = Signal(str)
    question_asked = Signal(str)
    """The question whose answer brought an idea up."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.t("Ideas to propose to her"))
        self._context = context
        self.rows = RowTable()
        self.setModel(self.rows)
        self._delegate = IdeaDelegate(context, self)
        self.setItemDelegate(self._delegate)
        self.setProperty("bare", True)
        self.setAccessibleDescription(context.t("Enter adds it to her plan. Delete puts it aside."))

    def current_row(self) -> IdeaRow | None:
        """Return the idea on which the keyboard stands."""
        row = self.rows.row(self.currentIndex().row())
        return row if isinstance(row, IdeaRow) else None

    def show_rows(self, rows: tuple[IdeaRow, ...]) -> None:
        """Show ideas; the keyboard stays where it was, or goes to the next one."""
        place = self.currentIndex().row()
        self.rows.show_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(min(max(place, 0), len(rows) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter, put aside with Delete, see the question with F3."""
        row, key = self.current_row(), event.key()
        if row is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.added.emit(row.origin)
        elif key == Qt.Key.Key_Delete:
            self.refused.emit(row.origin)
        elif key == Qt.Key.Key_F3 and row.item:
            self.question_asked.emit(row.item)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the likeness of a button at the first click."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = self.rows.row(index.row()) if index.isValid() else None
        if not isinstance(row, IdeaRow):
            return
        touched = self._delegate.touched(self.visualRect(index), place)
        if touched == ADD:
            self.added.emit(row.origin)
        elif touched == REFUSE:
            self.refused.emit(row.origin)

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        """Give the current card its real buttons."""
        super().currentChanged(current, previous)
        if previous.isValid() and self.indexWidget(previous) is not None:
            self.setIndexWidget(previous, None)  # type: ignore[arg-type] # Qt's way to say nothing
        row = self.rows.row(current.row())
        if not current.isValid() or not isinstance(row, IdeaRow):
            return
        buttons = _Buttons(self._context, self._delegate)
        buttons.add.clicked.connect(lambda *_: self.added.emit(row.origin))
        buttons.refuse.clicked.connect(lambda *_: self.refused.emit(row.origin))
        self.setIndexWidget(current, buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure cards again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyboardSearch(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Search nothing."""
