"""What every list that is painted row by row has in common, and what lists of questions share."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from filet.gui.context import Context
from filet.gui.models.questions import QuestionModel

_MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


def fitted(font: QFont, text: str, width: int) -> str:
    """Return a text that fits, its end left out where it must be."""
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


class RowList(QListView):
    """One column: scrolled by the pixel, never sideways; nothing is edited in it by Qt."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("own_ring", True)
        self.setAccessibleName(name)


class QuestionRows(RowList):
    """Questions; the one that is asked is selected. Arrows move, other keys are the page's."""

    chosen = Signal(str)
    """She moved on another question."""

    def __init__(self, context: Context, model: QuestionModel) -> None:
        super().__init__(context.t("Questions"))
        self.questions = model
        self._showing = False
        self.setModel(model)

    def show_key(self, key: str) -> None:
        """Select the question that is asked; nothing is said."""
        place = self.questions.place(key)
        self._showing = True
        self.setCurrentIndex(self.questions.index(place) if place >= 0 else QModelIndex())
        self._showing = False

    def currentChanged(  # noqa: N802 - Qt's name
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ask the question on which she moved."""
        super().currentChanged(current, previous)
        row = self.questions.row(current.row())
        if not self._showing and row is not None and row.key:
            self.chosen.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows; the rest is the page's."""
        if event.key() == Qt.Key.Key_Home:
            self.setCurrentIndex(self.questions.index(self.questions.first_place()))
        elif event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()
