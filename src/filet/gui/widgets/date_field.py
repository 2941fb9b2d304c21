"""A day typed as people say it: its echo in full stands beside, F4 opens a calendar in place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.typed import DUE, Reading
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.calendar import Calendar
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text

_OPENS = (Qt.Key.Key_F4,)


class DateField(LabelledField):
    """A line for a day; what is not understood is said only once she has left the line."""

    def __init__(
        self,
        context: Context,
        label: str,
        *,
        reading: Reading = DUE,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._reading = reading
        self.echo = Text(context.theme, kind="body", tone="secondary")
        self.open = Secondary(context.theme, context.t("Choose in a calendar"), icon="calendar")
        self.open.fold(folded=True)
        self.calendar: Calendar | None = None
        super().__init__(context, label, hint=hint, parent=parent)
        name = label.replace("&", "")
        self.open.setAccessibleName(context.t("{field}: choose in a calendar", field=name))
        self.open.setToolTip(context.t("Choose in a calendar (F4)"))
        self.open.clicked.connect(self.toggle_calendar)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda _: self._show_echo())
        self._show_echo()

    def toggle_calendar(self) -> None:
        """Open the calendar under the line, or close it."""
        if self.calendar is not None and self.calendar.isVisible():
            self._close()
            return
        self.calendar = self.calendar or self._made()
        day = self._reading.day(self._context, self.text())
        self.calendar.show_day(day or self._context.clock.today())
        self.calendar.show()
        self.calendar.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take F4 before the page does; look at what was typed once she leaves."""
        if isinstance(event, QFocusEvent):
            self._show_echo()
        if isinstance(event, QKeyEvent) and _opens(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.toggle_calendar()
                return True
        return super().eventFilter(watched, event)

    def _show_echo(self) -> None:
        """Say the day in full; say that it was not understood only where she is no more."""
        text = self.text().strip()
        understood = self._reading.echo(self._context, text)
        left = bool(text) and not self.line.hasFocus()
        unclear = self._context.t(self._reading.unclear) if left and not understood else ""
        self.echo.setText(understood or unclear)
        self.echo.show_tone("secondary" if understood else "muted")
        self.line.setAccessibleDescription(self.echo.text() or self.hint.text())

    def _made(self) -> Calendar:
        calendar = Calendar(self._context)
        calendar.picked.connect(self._pick)
        calendar.closed.connect(self._close)
        self._column.addWidget(calendar)
        return calendar

    def _pick(self, day: date) -> None:
        text = self._reading.write(self._context, day, self.text())
        self.show_wrong("")
        self.show_text(text)
        self._close()
        self.edited.emit(text)

    def _close(self) -> None:
        if self.calendar is not None:
            self.calendar.hide()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        row = Flow(gap=8, line_gap=4)
        row.add(self.line, least=self._context.theme.px(220), stretch=1)
        row.add(self.open)
        row.add(self.echo, least=self._context.theme.px(240), stretch=1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._column.addWidget(self.label)
        self._column.addLayout(row)
        self._column.addWidget(self.hint)
        self._column.addWidget(self.wrong)


def _opens(event: QKeyEvent) -> bool:
    down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
    return event.key() in _OPENS or bool(down)
