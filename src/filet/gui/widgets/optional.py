"""A labelled switch that may stay unanswered: pressing the chosen word again takes it back."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.choice import Option, Segmented


class _Unanswered(Segmented):
    """A switch of which nothing may be on."""

    taken_back = Signal()

    def __init__(self, context: Context, name: str, options: Sequence[Option]) -> None:
        super().__init__(context.theme, name, options, options[0].value)
        self._before: QAbstractButton | None = None
        for button in self._group.buttons():
            button.pressed.connect(self._remember)
            button.installEventFilter(self)
        self._group.buttonClicked.connect(self._again)
        self.clear()

    def value(self) -> Hashable:
        """Return what is chosen, or nothing."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else None

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Delete take the answer back."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and _deletes(event) and self.value() is not None:
            self.clear()
            self.taken_back.emit()
            return True
        return super().eventFilter(watched, event)

    def _remember(self) -> None:
        self._before = self._group.checkedButton()

    def _again(self, button: QAbstractButton) -> None:
        if button is self._before:
            self.clear()
            self.taken_back.emit()
        self._before = None


def _deletes(event: QEvent) -> bool:
    delete = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
    return isinstance(event, QKeyEvent) and event.key() in delete


class OptionalChoice(QWidget):
    """The label, and the switch under it."""

    edited = Signal()

    def __init__(self, context: Context, label: str, options: Sequence[Option]) -> None:
        super().__init__()
        self._options = {str(option.value): option.value for option in options}
        self.label = QLabel(label)
        self.label.setFont(context.theme.font("label"))
        self.switch = _Unanswered(context, label.replace("&", ""), options)
        self.label.setBuddy(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.label)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.switch.chosen.connect(lambda _: self.edited.emit())
        self.switch.taken_back.connect(self.edited)

    def value(self) -> Hashable:
        """Return what is chosen, or nothing."""
        return self.switch.value()

    def text(self) -> str:
        """Return what is chosen as a draft keeps it."""
        value = self.switch.value()
        return "" if value is None else str(value)

    def show_text(self, text: str) -> None:
        """Show what a draft kept."""
        if text in self._options:
            self.switch.show_value(self._options[text])
        else:
            self.switch.clear()
