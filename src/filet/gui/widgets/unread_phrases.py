"""Protected files whose phrase nobody said was read: asked at each opening, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal

from filet.application.printing import Unread
from filet.gui.context import Context
from filet.gui.sayings import moment_text
from filet.gui.widgets.notice import Message, Notice, Tone


class UnreadPhrases(Notice):
    """Hidden while there is none. It tells when a file was made, and no name."""

    read = Signal(object)
    voided = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._asked: Unread | None = None
        self.chosen.connect(self._answer)

    def show_unread(self, waiting: Sequence[Unread]) -> None:
        """Ask about the one that has waited longest."""
        self._asked = min(waiting, key=lambda one: one.at, default=None)
        if self._asked is None:
            self.clear()
            return
        t, context = self._context.t, self._context
        zone = context.clock.wall().tzinfo
        made = datetime.fromtimestamp(self._asked.at / 1000, UTC).astimezone(zone)
        title = t("A protected file was made {when}.", when=moment_text(context, made))
        text = t("Was its phrase read? It is shown once only, and nobody can find it again.")
        buttons = (t("It was read"), t("No: nobody can open it"))
        self.show_message(Message(Tone.NOTE, title, text, buttons, icon="file-lock"))

    def _answer(self, button: int) -> None:
        if self._asked is not None:
            (self.voided if button else self.read).emit(self._asked)
