"""What the pages that mend share: who opens, a long work beside the vault, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.restoring import Way
from filet.gui.beside import beside
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.given import Mending
from filet.gui.screens.door import DoorPage
from filet.gui.screens.first_steps import row_of
from filet.gui.widgets.buttons import Button, Link, Primary
from filet.gui.widgets.labels import Text
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.way_fields import WayFields


class MendingPage(DoorPage):
    """Nothing is touched before she asks for it, and what is there stays whatever comes."""

    left = Signal()
    """She goes back to the page that opens."""
    mended = Signal(object)
    """She wants to open what was put back or saved: its folder."""

    def __init__(self, context: Context, mending: Mending) -> None:
        super().__init__(context)
        self._mending = mending
        self.busy = False
        self.notice = Notice(context)
        self.way = WayFields(context)
        self.asked, self.told = QWidget(), QWidget()
        self.before = self._column(self.asked)
        self._after = self._column(self.told)
        self.open = Primary(context.theme, context.t("&Open these dossiers"), icon="lock-open")
        self.back = Link(context.theme, context.t("&Back"))
        self.back.clicked.connect(self.left)
        self.below.addStretch(1)
        self.below.addWidget(self.back)
        for widget in (self.asked, self.notice, self.told):
            self.inside.addWidget(widget)
        self.told.hide()

    def greet(self) -> None:
        """Say what page this is."""

    def work(self, act: Callable[[Way], Any], done: Callable[[Any], object]) -> None:
        """Do a long work with what is typed; nothing else can be begun meanwhile."""
        way, runner = self.way.way(self._mending), self.context.runner
        self.show_busy(busy=True)
        t = self.context.t
        text = t("Everything is read. It may take some minutes: leave Filet open.")
        self.notice.show_message(Message(Tone.INFO, t("Working…"), text, icon="loader"))

        def over(value: Any) -> None:
            self.show_busy(busy=False)
            self.notice.clear()
            done(value)

        task = partial(beside, runner, partial(act, way))
        runner.submit(self, task, done=over, failed=self._failed, alone=True)

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while it works."""
        self.busy = busy
        for widget in (self.asked, self.back):
            widget.setEnabled(not busy)

    def show_told(self, title: str, lines: Sequence[str], folder: Path, *more: str) -> None:
        """Show what came of it in the place of what was asked."""
        theme = self.context.theme
        self.way.clear()
        self.asked.hide()
        self._after.addWidget(Text(theme, title, kind="h2"))
        for line in lines:
            self._after.addWidget(Text(theme, line))
        for line in more:
            self._after.addWidget(Text(theme, line, kind="small", tone="secondary"))
        self._after.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.open.clicked.connect(lambda *_: self.mended.emit(folder))
        self.told.show()
        self.told.setAccessibleName(" ".join((title, *lines)))
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(self.open)

    def show_error(self, error: BaseException) -> None:
        """Say what kept it from being done: nothing was changed."""
        self.notice.show_message(message_of(self.context, error))
        self.reveal(self.notice)

    def _failed(self, error: BaseException) -> None:
        self.show_busy(busy=False)
        self.show_error(error)
        self.way.show_wrong(error)

    @staticmethod
    def _column(widget: QWidget) -> QVBoxLayout:
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        return column

    def add_row(self, *buttons: Button) -> None:
        """Put buttons in a row that breaks."""
        self.before.addLayout(row_of(*buttons))
