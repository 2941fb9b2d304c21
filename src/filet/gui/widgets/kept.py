"""A text that is a draft while it is typed, and becomes an entry when its field is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The caret is still there when she comes back."""


class Kept(QObject):
    """Watches over one field."""

    typed = Signal()
    left = Signal(str)
    """She left the field, and its text is not what was kept."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self.field = field
        self._kept = ""
        field.installEventFilter(self)
        changed = field.textEdited if isinstance(field, QLineEdit) else field.textChanged
        changed.connect(self._changed)
        self._showing = False

    def text(self) -> str:
        """Return what is written."""
        field = self.field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def is_changed(self) -> bool:
        """Tell whether something is written that is not kept."""
        return self.text() != self._kept

    def begin(self, kept: str) -> None:
        """Show what is kept of another question."""
        self._kept = kept
        self._put(kept)

    def resume(self, draft: str) -> None:
        """Show what was left unfinished."""
        self._put(draft)

    def refresh(self, kept: str) -> None:
        """Show what is kept now, unless something else is being written."""
        if not self.is_changed():
            self._kept = kept
            self._put(kept)
        elif self.text() == kept:
            self._kept = kept

    def leave(self) -> None:
        """Say that it is to be kept, where it changed."""
        if self.is_changed():
            self._kept = self.text()
            self.left.emit(self._kept)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Keep the text when she goes elsewhere in the window.

        Undo and redo are the field's own as long as it has something to undo; then they
        are the page's.
        """
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            self.leave()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._is_of_page(event)
        return False

    def _is_of_page(self, event: QKeyEvent) -> bool:
        owner = self.field if isinstance(self.field, QLineEdit) else self.field.document()
        undo = event.matches(QKeySequence.StandardKey.Undo) and not owner.isUndoAvailable()
        redo = event.matches(QKeySequence.StandardKey.Redo) and not owner.isRedoAvailable()
        if undo or redo:
            event.ignore()
        return undo or redo

    def _put(self, text: str) -> None:
        if self.text() == text:
            return
        self._showing = True
        if isinstance(self.field, QLineEdit):
            self.field.setText(text)
        else:
            self.field.setPlainText(text)
        self._showing = False

    def _changed(self, *_: object) -> None:
        if not self._showing:
            self.typed.emit()
