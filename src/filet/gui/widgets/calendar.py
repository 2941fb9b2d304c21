"""A month in the page: days are buttons, arrows move among them, nothing needs the mouse."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from filet.gui.context import Context
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.labels import Text
from filet.i18n.dates import full_date, month_and_year, weekday
from filet.i18n.spans import last_of_month, shifted

_WEEKS, _DAYS = 6, 7
_ONE = timedelta(days=1)
_ARROWS = {
    Qt.Key.Key_Left: -_ONE,
    Qt.Key.Key_Right: _ONE,
    Qt.Key.Key_Up: -7 * _ONE,
    Qt.Key.Key_Down: 7 * _ONE,
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class _Day(QPushButton):
    """One day; its name is the whole date."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._day, self._now, self._within = date.min, False, True
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setFont(context.theme.font("body"))

    def show_day(self, day: date, *, chosen: bool, within: bool) -> None:
        """Show a day: chosen or not, of the month that is shown or of its neighbours."""
        self._day, self._within = day, within
        self._now = day == self._context.clock.today()
        self.setText(str(day.day))
        self.setChecked(chosen)
        name = full_date(day, self._context.language)
        today = self._context.t("{day}, today", day=name)
        self.setAccessibleName(today if self._now else name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    @property
    def day(self) -> date:
        """Return the day it stands for."""
        return self._day

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space only; the calendar hears everything else."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay as the month says."""

    def sizeHint(self) -> QSize:
        """Return a target that a tired hand can hit."""
        return QSize(self._context.theme.px(40), self._context.theme.px(34))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: it never shrinks."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the number; a frame around today, a tint and a bar for the one chosen."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, on = self._context.theme, self.isChecked()
            rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            ground = "accent.tint" if on else "bg.hover" if self.underMouse() else "bg.surface"
            painter.setPen(
                QPen(theme.colour("border.strong"), 1) if self._now else Qt.PenStyle.NoPen
            )
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(rect, 6, 6)
            if on:
                painter.fillRect(
                    rect.adjusted(6, rect.height() - 3, -6, 0), theme.colour("accent.fill")
                )
            ink = "accent.tint_text" if on else "text.primary" if self._within else "text.muted"
            painter.setPen(theme.colour(ink))
            painter.setFont(theme.font("strong" if on else "body"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())


class Calendar(QFrame):
    """Six weeks, the month's name and the way to its neighbours."""

    picked = Signal(object)
    """A date."""
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context, self._day = context, context.clock.today()
        self.setObjectName("kind-card")
        self.setAccessibleName(t("Calendar"))
        self.former = Secondary(theme, t("Previous month"), icon="chevron-left")
        self.next = Secondary(theme, t("Next month"), icon="chevron-right")
        for button, step in ((self.former, -1), (self.next, 1)):
            button.fold(folded=True)
            button.clicked.connect(lambda _=False, step=step: self._turn(step))
        self.month = Text(theme, kind="strong")
        self.month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.days = [_Day(context) for _ in range(_WEEKS * _DAYS)]
        for day in self.days:
            day.clicked.connect(lambda _=False, day=day: self.picked.emit(day.day))
        self._lay_out()
        self.show_day(self._day)

    def show_day(self, day: date) -> None:
        """Show the month of a day, this one marked."""
        self._day = day
        language, first = self._context.language, day.replace(day=1)
        self.month.setText(month_and_year(day, language))
        start = first - (first.weekday() + 1) % _DAYS * _ONE
        for number, button in enumerate(self.days):
            shown = start + number * _ONE
            button.show_day(shown, chosen=shown == day, within=shown.month == day.month)

    def take_focus(self) -> None:
        """Put the keyboard on the day that is marked."""
        next(button for button in self.days if button.isChecked()).setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep F4 from the page, where it may mean something else."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F4:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a day, a week, a month; Enter takes, Esc closes."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.picked.emit(self._day)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F4):
            self.closed.emit()
        elif (day := self._moved(key)) is not None:
            self.show_day(day)
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _moved(self, key: Qt.Key) -> date | None:
        if key in _ARROWS:
            return self._day + _ARROWS[key]
        if key in _PAGES:
            return shifted(self._day, _PAGES[key], "month")
        if key == Qt.Key.Key_Home:
            return self._day.replace(day=1)
        if key == Qt.Key.Key_End:
            return last_of_month(self._day.year, self._day.month)
        return None

    def _turn(self, step: int) -> None:
        day = shifted(self._day, step, "month")
        if day is not None:
            self.show_day(day)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.former)
        head.addWidget(self.month, 1)
        head.addWidget(self.next)
        grid = QGridLayout()
        grid.setSpacing(2)
        for column in range(_DAYS):
            grid.addWidget(self._weekday(column), 0, column)
        for number, button in enumerate(self.days):
            grid.addWidget(button, number // _DAYS + 1, number % _DAYS)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 10, 10)
        whole.setSpacing(6)
        whole.addLayout(head)
        whole.addLayout(grid)
        self.setMaximumWidth(self._context.theme.px(40) * _DAYS + 40)

    def _weekday(self, column: int) -> Text:
        """Return the head of a column; the week begins on Sunday, as calendars here do."""
        label = Text(self._context.theme, kind="small", tone="muted")
        label.setText(weekday(column - 1, self._context.language)[:2])
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label
