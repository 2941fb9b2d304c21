"""A message in the page, where its cause is: what happened, then what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.buttons import Button, Primary, Secondary
from filet.gui.widgets.going import let_go
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.labels import Text


class Tone(StrEnum):
    """What kind of message."""

    OK = "ok"
    INFO = "info"
    NOTE = "note"
    ERROR = "error"


_ICONS = {
    Tone.OK: ("check", "feedback.ok_text"),
    Tone.INFO: ("info", "accent.tint_text"),
    Tone.NOTE: ("triangle-alert", "feedback.note_text"),
    Tone.ERROR: ("circle-alert", "feedback.error_text"),
}


@dataclass(frozen=True, slots=True)
class Message:
    """What a notice says; at most two buttons, the first being the proposed one."""

    tone: Tone
    title: str
    text: str = ""
    buttons: Sequence[str] = ()
    icon: str = ""
    assertive: bool = False
    """Whether a screen reader stops what it reads to say it."""


class Notice(QFrame):
    """Hidden until there is something to say."""

    chosen = Signal(int)
    """Which button was pressed, from 0."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self._theme = theme
        self._icon = IconLabel(theme, 20)
        self._title = Text(theme, kind="strong")
        self._text = Text(theme)
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._buttons: list[Button] = []
        self._lay_out()
        self.hide()

    def show_message(self, message: Message) -> None:
        """Say it, to the eye and to a screen reader."""
        name, colour = _ICONS[message.tone]
        self._icon.show_icon(message.icon or name, colour)
        self._title.setText(message.title)
        self._text.setText(message.text)
        self._text.setVisible(bool(message.text))
        self._show_buttons(message.buttons)
        self.setObjectName(f"notice-{message.tone}")
        for widget in (self, self._title, self._text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.setAccessibleName(" ".join(filter(None, (message.title, message.text))))
        self.show()
        self._announce(assertive=message.assertive)

    def _announce(self, *, assertive: bool) -> None:
        event = QAccessibleAnnouncementEvent(self, self.accessibleName())
        kind = QAccessible.AnnouncementPoliteness
        event.setPoliteness(kind.Assertive if assertive else kind.Polite)
        QAccessible.updateAccessibility(event)

    def clear(self) -> None:
        """Say nothing more."""
        self.hide()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the lines that are needed here: Qt asks for those of a narrower place."""
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask again at another width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def title(self) -> str:
        """Return what happened, as shown."""
        return self._title.text()

    def _show_buttons(self, labels: Sequence[str]) -> None:
        for old in self._buttons:
            let_go(old)
        self._buttons = [
            (Secondary if index else Primary)(self._theme, label)
            for index, label in enumerate(labels)
        ]
        for index, button in enumerate(self._buttons):
            button.clicked.connect(lambda *_, index=index: self.chosen.emit(index))
            self._row.insertWidget(index, button)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(self._row)
        self._row.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 10)
        whole.setSpacing(10)
        whole.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(column, 1)
