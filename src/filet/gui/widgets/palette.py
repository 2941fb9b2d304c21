"""« Aller à… »: a line and a list over the page. A child of it, so that the cover hides it too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QListWidgetItem, QWidget

from filet.gui.commands import Command, matching
from filet.gui.context import Context
from filet.gui.forms.palette import Ui_Palette
from filet.gui.widgets.row_delegate import CAPS, NOTE, RowDelegate

_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTH, _TOP = 620, 56


class Palette(QFrame):
    """Knows commands, and no page; what it cannot know by itself is asked by ``typed``."""

    typed = Signal(str)
    """She wrote something: more may be found elsewhere."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._over = context, parent
        self._commands: tuple[Command, ...] = ()
        self._found: tuple[Command, ...] = ()
        self._shown: tuple[Command, ...] = ()
        self._opener: QWidget | None = None
        self.setObjectName("palette")
        self.form = Ui_Palette()
        self.form.setupUi(self)
        self.line, self.list = self.form.line, self.form.list
        self.nothing = self.form.nothing
        self._dress()
        self.line.textChanged.connect(self._look)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._go())
        self.list.currentRowChanged.connect(self._say)
        self.hide()

    def begin(self, commands: Sequence[Command]) -> None:
        """Open over the page, with everything that can be done from there."""
        if not self.isVisible():
            self._opener = QApplication.focusWidget()
        self._commands, self._found = tuple(commands), ()
        self.line.clear()
        self._show()
        self.place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_found(self, typed: str, found: Sequence[Command]) -> None:
        """Add what was found elsewhere for these letters, if they still stand."""
        if typed == self.line.text() and self.isVisible():
            self._found = tuple(found)
            self._show()

    def close_it(self) -> None:
        """Close; nothing typed stays, and the keyboard goes back to where it was."""
        if self.isHidden():
            return
        opener, self._opener = self._opener, None
        self.hide()
        self._commands = self._found = ()
        self.line.clear()
        self._show()  # no name stays in the list
        if opener is not None and opener.isVisible():
            opener.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Stand in the upper middle of the page, never beyond its edges."""
        around, px = self._over.size(), self._context.theme.px
        width = min(px(_WIDTH), around.width() - 32)
        height = min(px(420), around.height() - px(_TOP) - 24)
        self.setGeometry((around.width() - width) // 2, px(_TOP), width, max(height, px(160)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the line drive the list; nobody has to leave it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(Qt.Key(event.key()), again=event.isAutoRepeat())
        if event.type() == QEvent.Type.FocusOut and QApplication.focusWidget() is not None:
            self._left()
        return super().eventFilter(watched, event)

    def _pressed(self, key: Qt.Key, *, again: bool) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_it()
        elif key in _ENTER:
            if not again:
                self._go()
        elif key in _MOVES:
            last = self.list.count() - 1
            self.list.setCurrentRow(min(max(self.list.currentRow() + _MOVES[key], 0), last))
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _left(self) -> None:
        """Go when the keyboard went elsewhere; it stays there."""
        self._opener = None
        self.close_it()

    def _look(self, typed: str) -> None:
        self._found = ()
        self._show()
        if typed.strip() and self.isVisible():
            self.typed.emit(typed)

    def _show(self) -> None:
        """List what answers; the current row stays the first."""
        found = matching(self._commands, self.line.text())
        self._shown = (*self._found, *found) if self.line.text().strip() else found
        self.list.blockSignals(True)
        self.list.clear()
        for command in self._shown:
            self.list.addItem(_row(command))
        self.list.setCurrentRow(0 if self._shown else -1)
        self.list.blockSignals(False)
        self.list.setVisible(bool(self._shown))
        self.nothing.setVisible(not self._shown)

    def _say(self, row: int) -> None:
        """Announce the row: the keyboard stays in the line."""
        if 0 <= row < len(self._shown) and self.isVisible():
            said = _spoken(self._shown[row])
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, said))

    def _go(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            command = self._shown[row]
            self.close_it()
            command.act()

    def _dress(self) -> None:
        form, theme = self.form, self._context.theme
        form.label.setFont(theme.font("label"))
        form.line.setFont(theme.font("lead"))
        form.nothing.setFont(theme.font("body"))
        form.list.setItemDelegate(RowDelegate(theme, form.list))
        form.column.setContentsMargins(12, 12, 12, 12)


def _row(command: Command) -> QListWidgetItem:
    item = QListWidgetItem(command.text)
    item.setData(NOTE, command.note)
    item.setData(CAPS, command.keys)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(command))
    return item


def _spoken(command: Command) -> str:
    return ", ".join(filter(None, (command.text, command.note, " ".join(command.keys))))
