"""The band of imminent danger: the one saturated surface of Filet, there as soon as it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.theme import Theme
from filet.gui.widgets.buttons import Button, Look
from filet.gui.widgets.chip import IMMINENT, paint_shape
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.keycap import Ink
from filet.gui.widgets.labels import Text

_SIGN = 28


class _Sign(QWidget):
    """The octagon."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(_SIGN), theme.px(_SIGN))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            paint_shape(painter, self._theme, QRectF(self.rect()), IMMINENT)


class _OnBand(Button):
    """A button in the colours of the band, turned round."""

    def _look(self) -> Look:
        return Look("risk.imminent.text", "risk.imminent.text", "risk.imminent.bg")

    def _cap_ink(self) -> Ink:
        ink = self._theme.colour("risk.imminent.bg")
        return Ink(QColor(Qt.GlobalColor.transparent), ink, ink)


class ImminentBand(QFrame):
    """Says what to do if somebody is exposed now."""

    call_wanted = Signal()
    actions_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self.setObjectName("imminent")
        text = t("If she, the children or the team are exposed now: call 911.")
        title = Text(theme, t("Imminent danger."), kind="h3")
        title.setWordWrap(False)
        said = Text(theme, text, kind="lead")
        self.call = _OnBand(theme, t("Wh&om to call"), icon="phone", keys=("F9",))
        self.now = _OnBand(theme, t("What to do &now"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 8, 20, 8)
        whole = Flow(gap=14, line_gap=8)
        outer.addLayout(whole)
        whole.add(_words(theme, title, said), least=theme.px(320), stretch=1)
        whole.add(self.call)
        whole.add(self.now)
        self._said = f"{title.text()} {text}"
        self.setAccessibleName(self._said)
        self.call.clicked.connect(lambda *_: self.call_wanted.emit())
        self.now.clicked.connect(lambda *_: self.actions_wanted.emit())
        self.hide()

    def show_it(self, *, shown: bool) -> None:
        """Show or hide it; it is announced at once, over anything that is being read."""
        appears = shown and self.isHidden()
        self.setVisible(shown)
        if appears:
            event = QAccessibleAnnouncementEvent(self, self._said)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)


def _words(theme: Theme, title: Text, said: Text) -> QWidget:
    """Return the octagon and what it says, at half its height."""
    words, middle = QWidget(), QVBoxLayout()
    both = Flow(gap=8, line_gap=0)
    both.add(title)
    both.add(said, least=theme.px(260), stretch=1)
    middle.addStretch(1)
    middle.addLayout(both)
    middle.addStretch(1)
    row = QHBoxLayout(words)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(_Sign(theme))
    row.addLayout(middle, 1)
    return words
