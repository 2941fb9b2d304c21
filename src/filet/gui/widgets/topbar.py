"""The top bar: where she is, the truth about the last write, who she is, hide and lock."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame

from filet.gui.context import Context
from filet.gui.forms.topbar import Ui_TopBar
from filet.gui.theme import Theme
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.labels import Elided
from filet.gui.widgets.reading import read_as_laid_out


class Written(StrEnum):
    """What became of the last write."""

    ALL = "all"
    SAVING = "saving"
    SAVED = "saved"
    NOT_YET = "not_yet"


_LOOKS = {
    Written.ALL: ("check", "ok", "feedback.ok_text"),
    Written.SAVED: ("check", "ok", "feedback.ok_text"),
    Written.SAVING: ("loader", "secondary", "text.secondary"),
    Written.NOT_YET: ("clock-alert", "note", "feedback.note_text"),
}


_BETWEEN = "  ›  "


class _Path(Elided):
    """Where she is: the page in bold, and quieter before it what it stands in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, kind="strong")
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both where there is room, and the end of the line where there is not."""
        before, between, here = self.text().rpartition(_BETWEEN)
        around, font = before + between, self._theme.font("body")
        width = QFontMetricsF(font).horizontalAdvance(around)
        if width + QFontMetricsF(self.font()).horizontalAdvance(here) > self.width():
            super().paintEvent(event)
            return
        flags, room = int(Qt.AlignmentFlag.AlignVCenter), QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setFont(font)
            painter.setPen(self._theme.colour("text.secondary"))
            painter.drawText(room, flags, around)
            painter.setFont(self.font())
            painter.setPen(self._theme.colour("text.primary"))
            painter.drawText(room.adjusted(width, 0, 0, 0), flags, here)


class TopBar(QFrame):
    """48 px above every page."""

    cover_asked = Signal()
    lock_asked = Signal()

    def __init__(self, context: Context, initials: str) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self.setObjectName("top")
        self.setFixedHeight(theme.size("topbar_h"))
        self.form = Ui_TopBar()
        self.form.setupUi(self)
        self.path = _Path(theme)
        self._icon = IconLabel(theme, 16)
        self.written, self.who = self.form.written, self.form.initials
        self.who.setText(initials)
        self.who.setAccessibleName(t("You are {initials}", initials=initials))
        escape = t("Esc")
        self.cover = Secondary(theme, t("Hide the screen"), icon="eye-off", keys=(escape, escape))
        self.lock = Secondary(theme, t("Lock"), icon="lock", keys=("Ctrl", "L"))
        for button in (self.cover, self.lock):
            button.setFont(theme.font("body"))  # the page speaks louder than what is always here
        self.cover.clicked.connect(self.cover_asked)
        self.lock.clicked.connect(self.lock_asked)
        self._fill()
        self.show_written(Written.ALL)

    def show_path(self, parts: Sequence[str]) -> None:
        """Show where she is, the widest place first."""
        path = _BETWEEN.join(parts)
        self.path.setText(path)
        self.path.setAccessibleName(path)

    def show_written(self, state: Written, hour: str = "") -> None:
        """Tell the truth about the last write."""
        t = self._context.t
        texts = {
            Written.ALL: t("Everything is saved"),
            Written.SAVED: t("Saved at {hour}", hour=hour),
            Written.SAVING: t("Saving…"),
            Written.NOT_YET: t("Not saved yet"),
        }
        name, tone, colour = _LOOKS[state]
        self._icon.show_icon(name, colour)
        self.written.setText(texts[state])
        self.written.setProperty("tone", tone)
        self.written.style().unpolish(self.written)
        self.written.style().polish(self.written)
        self.written.updateGeometry()  # a bar that was laid out before would cut the hour

    def announce(self) -> None:
        """Say aloud what became of the last write: after a failure only, never each time."""
        event = QAccessibleAnnouncementEvent(self, self.written.text())
        QAccessible.updateAccessibility(event)

    def fold(self, *, folded: bool) -> None:
        """Show both buttons as icons, where the window is narrow or the text large."""
        for button in (self.cover, self.lock):
            button.fold(folded=folded)

    def _fill(self) -> None:
        form = self.form
        for label in (self.written, self.who):
            label.setFont(self._context.theme.font("small"))
        form.where.insertWidget(0, self.path, 1)
        form.where.insertWidget(1, self._icon)
        for button in (self.cover, self.lock):
            form.who.addWidget(button)
        form.row.setContentsMargins(20, 0, 12, 0)
        read_as_laid_out(self)
