"""The cover: time and date only. Which key comes back is taught, not painted."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from filet.gui.context import Context
from filet.gui.forms.cover import Ui_Cover
from filet.i18n import N_
from filet.i18n.dates import clock, long_date

_DAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


class CoverScreen(QWidget):
    """Says nothing of what is behind it, not even that there is something."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.form = Ui_Cover()
        self.form.setupUi(self)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.show_time)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("own_ring", True)
        self._size()
        self.show_time()

    def cover(self, context: Context) -> None:
        """Show the time in the language and the size of now, and take the keys."""
        self._context = context
        self._size()
        self.show_time()
        self._timer.start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_time(self) -> None:
        """Show the hour and the day, and nothing else."""
        now, language = self._context.clock.wall(), self._context.language
        self.form.hour.setText(clock(now.time(), language))
        weekday = self._context.t(_DAYS[now.weekday()])
        text = long_date(now.date(), language)
        self.form.day.setText(f"{weekday} {text}" if language == "fr" else f"{weekday}, {text}")
        self.setAccessibleName(f"{self.form.hour.text()}, {self.form.day.text()}")

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no seconds for nobody."""
        self._timer.stop()
        super().hideEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard back from a page that asks for it behind the cover."""
        super().focusOutEvent(event)
        if self.isVisible() and self.window().isActiveWindow():
            QTimer.singleShot(0, self, self._take_back)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click through."""
        event.accept()

    def _take_back(self) -> None:
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _size(self) -> None:
        theme = self._context.theme
        big, small = theme.font("h1"), theme.font("lead")
        big.setPixelSize(theme.px(72))
        big.setWeight(big.Weight.Normal)
        small.setPixelSize(theme.px(22))
        self.form.hour.setFont(big)
        self.form.day.setFont(small)
