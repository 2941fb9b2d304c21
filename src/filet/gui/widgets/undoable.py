"""A page of a dossier whose last acts can be taken back: never a signature, nor what it crossed."""

from __future__ import annotations

from collections.abc import Callable

from filet.application.keeping import DraftKey
from filet.application.services import Services
from filet.domain.errors import NothingToTakeBack
from filet.domain.ids import CaseId
from filet.gui.context import Context
from filet.gui.widgets.drafted import DraftedPage
from filet.gui.widgets.notice import Message, Tone


class UndoablePage(DraftedPage):
    """Reads itself again by ``load`` after each."""

    def __init__(self, context: Context, services: Services, key: DraftKey, case: CaseId) -> None:
        super().__init__(context, services, key)
        self._case = case

    def load(self) -> None:
        """Read the dossier; a page says how."""

    def undo_keys(self) -> dict[str, Callable[[], None]]:
        """Return the keys of these acts."""
        return {"Ctrl+Z": self.take_back, "Ctrl+Y": self.put_back}

    def take_back(self) -> None:
        """Take back the last act in this dossier."""
        undo, done = self._services.undoing.undo, self.context.t("The last act was undone.")
        self.keep(lambda: undo(self._case), lambda _: self._told_back(done))

    def put_back(self) -> None:
        """Do it again."""
        redo, done = self._services.undoing.redo, self.context.t("It was done again.")
        self.keep(lambda: redo(self._case), lambda _: self._told_back(done))

    def show_error(self, error: BaseException) -> None:
        """Say that nothing is left to undo without alarm."""
        if isinstance(error, NothingToTakeBack):
            title = self.context.t("Nothing more to undo since this dossier was opened.")
            self.notice.show_message(Message(Tone.INFO, title))
            return
        super().show_error(error)

    def _told_back(self, title: str) -> None:
        self.notice.show_message(Message(Tone.OK, title))
        self.load()
