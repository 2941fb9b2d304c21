"""The calm page of a pause: it says nothing of anybody. Every way out of « Avec elle » crosses it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.sayings import now_hour
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text

_EVERY = 10_000


class Blank(QWidget):
    """The hour, one sentence, and two ways on."""

    resumed = Signal()
    turned = Signal()
    """The other way: the worker's own view, or out of the interview."""

    def __init__(self, context: Context, *, hers: bool) -> None:
        super().__init__()
        theme, t = context.theme, context.t
        self._context = context
        self.setObjectName("ground-app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hour = Text(theme, kind="h1")
        self.sentence = Heading(theme, t("We pick up when she wants."), kind="h2")
        if hers:
            self.sentence.setText(t("We pick up when you want."))
            self.sentence.setAccessibleName(self.sentence.text())
        self.kept = Text(theme, t("Everything is kept."), tone="secondary")
        self.resume = Primary(theme, t("&Resume"))
        other = t("My &view") if hers else t("&Leave the interview")
        self.other = Secondary(theme, other)
        self.resume.clicked.connect(lambda *_: self.resumed.emit())
        self.other.clicked.connect(lambda *_: self.turned.emit())
        self._lay_out()
        self._tell_hour()
        timer = QTimer(self, interval=_EVERY)
        timer.timeout.connect(self._tell_hour)
        timer.start()

    def take_focus(self) -> None:
        """Put the focus on the way on."""
        self.resume.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_hour(self) -> None:
        self.hour.setText(now_hour(self._context))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(self._context.theme.px(14))
        column.addStretch(2)
        for label in (self.hour, self.sentence, self.kept):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        row = Flow(gap=10, line_gap=8)
        row.add(QWidget(), stretch=1)
        row.add(self.resume)
        row.add(self.other)
        row.add(QWidget(), stretch=1)
        column.addSpacing(self._context.theme.px(14))
        column.addLayout(row)
        column.addStretch(3)
