"""A field that grows with her words. Enter confirms, Shift+Enter goes to a new line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from filet.gui.context import Context

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ItemText(QPlainTextEdit):
    """Her words, as many lines as they need."""

    confirmed = Signal()
    left = Signal()
    """Escape: what is written is kept."""
    move_asked = Signal(int)
    undo_asked = Signal()
    """There is nothing more to undo in the field itself."""
    grew = Signal()

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.setFont(context.theme.font("body"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("bare", True)
        self.document().setDocumentMargin(2)
        self._lines = 1
        self.textChanged.connect(self._measure)

    def sizeHint(self) -> QSize:
        """Return the height of all lines."""
        high = self._lines * self.fontMetrics().lineSpacing()
        return QSize(200, high + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a scrolled area would ask for more than a line."""
        return QSize(70, self.sizeHint().height())

    def show_text(self, text: str) -> None:
        """Put a text in it, the caret at its end."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Enter or Escape, move with Alt and an arrow; anything else is written."""
        key, mods = event.key(), event.modifiers()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in _ENTER and not mods & Qt.KeyboardModifier.ShiftModifier:
            if not event.isAutoRepeat():
                self.confirmed.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
            event.ignore()
        elif mods & Qt.KeyboardModifier.AltModifier and key in steps:
            self.move_asked.emit(steps[Qt.Key(key)])
        elif event.matches(QKeySequence.StandardKey.Undo) and not self._can_undo():
            self.undo_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again."""
        super().resizeEvent(event)
        self._measure()

    def _can_undo(self) -> bool:
        return self.document().isUndoAvailable()

    def _measure(self) -> None:
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        text = self.toPlainText()
        box = QRect(0, 0, max(room, 1), 100_000)
        flags = int(Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap)
        high = self.fontMetrics().boundingRect(box, flags, f"{text}x").height()
        lines = max(1, round(high / self.fontMetrics().lineSpacing()))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.grew.emit()
