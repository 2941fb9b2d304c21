"""What the window hears: Esc twice, the last touch, and nothing just after the cover."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from filet.gui.guards import Deafness, Escapes, Face

_TOUCHES = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
)
_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.Wheel,
)
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Senses(QObject):
    """Filters what the system delivers to the window, before any control sees it."""

    touched = Signal()
    cover_asked = Signal()
    lift_asked = Signal()

    def __init__(self, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._face = Face.DOOR
        self._deafness, self._escapes = Deafness(), Escapes()

    def show_face(self, face: Face) -> None:
        """Note what is shown now."""
        if self._face is Face.COVER and face is not Face.COVER:
            self._deafness = self._deafness.lifted(self._now())
        self._face = face

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Return whether the event stops here."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            return self._keeps_from_shortcuts(event)
        if kind == QEvent.Type.WindowDeactivate:
            self._deafness = self._deafness.forgot()
        deaf = self._is_deaf()
        stops = isinstance(event, QKeyEvent) and self._key(event, deaf=deaf)
        if kind in _TOUCHES and not deaf:
            self.touched.emit()
        return stops or (deaf and kind in _INPUT)

    def _keeps_from_shortcuts(self, event: QEvent) -> bool:
        """Let no shortcut work behind the cover, nor just after it."""
        closed = self._face is Face.COVER or self._is_deaf()
        if closed:
            event.accept()
        return closed

    def _key(self, event: QKeyEvent, *, deaf: bool) -> bool:
        """Follow which keys are down; return whether this one was taken.

        Behind the cover none is heard, whatever has the keyboard there: Enter lifts it.
        """
        covered = self._face is Face.COVER
        if event.isAutoRepeat():
            return covered
        if event.type() == QEvent.Type.KeyRelease:
            self._deafness = self._deafness.released(event.key())
            return covered
        self._deafness = self._deafness.pressed(event.key())
        if covered and event.key() in _RETURN:
            self.lift_asked.emit()
        return covered or (not deaf and event.key() == Qt.Key.Key_Escape and self._escaped())

    def _escaped(self) -> bool:
        """Note one Esc; ask for the cover at the second, and return whether it was."""
        self._escapes, twice = self._escapes.pressed(self._now())
        if twice:
            self.cover_asked.emit()
        return twice

    def _is_deaf(self) -> bool:
        return self._face is not Face.COVER and self._deafness.deaf(self._now())
