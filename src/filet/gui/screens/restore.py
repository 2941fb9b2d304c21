"""Going back to a copy: tried out without touching anything, or put in the place of the dossiers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from filet.application.copying import Inventory
from filet.application.restoring import Restored, StandingCopy
from filet.gui.context import Context
from filet.gui.given import Mending
from filet.gui.models.copies_said import shown_place
from filet.gui.models.mended import copy_said, restored_said
from filet.gui.screens.mending import MendingPage
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.combo import Combo
from filet.gui.widgets.labels import Text
from filet.gui.widgets.notice import Message, Tone


class RestoreScreen(MendingPage):
    """A copy is never written in: what is written goes where the dossiers are."""

    places_asked = Signal()
    """She wants to say where the copies are."""

    def __init__(
        self, context: Context, mending: Mending, target: Path, *, keys_only: bool = False
    ) -> None:
        super().__init__(context, mending)
        self.target, self.keys_only = target, keys_only
        self.copies: tuple[StandingCopy, ...] = ()
        t, theme = context.t, context.theme
        self.label = Text(theme, t("Which copy"), kind="label")
        self.which = Combo(context, t("Which copy"))
        self.where = Text(theme, kind="small", tone="secondary")
        self.look = Secondary(theme, t("Where the copies &are…"), icon="folder-open")
        name = t("Put the key &file back") if keys_only else t("&Go back to this copy")
        self.restore = Primary(theme, name, icon="history")
        self.attempt = Secondary(theme, t("Only &try it out"))
        self._fill()
        self._connect_own()
        self.show_copies(())

    def greet(self) -> None:
        """Say what page this is."""
        t = self.context.t
        title = t("Put the key file back") if self.keys_only else t("Go back to a copy")
        self.show_title(title, "history")

    def show_copies(self, copies: Sequence[StandingCopy], chosen: Path | None = None) -> None:
        """Offer copies, one of them chosen; the newest where nobody chose."""
        self.copies = tuple(copies)
        self.which.clear()
        for copy in self.copies:
            self.which.addItem(copy_said(self.context, copy))
        folders = [copy.folder for copy in self.copies]
        if chosen in folders:
            self.which.setCurrentIndex(folders.index(chosen))
        there = bool(self.copies)
        for widget in (self.label, self.which, self.where, self.way, self.restore):
            widget.setVisible(there)
        self.attempt.setVisible(there and not self.keys_only)

    def show_none(self, folder: Path) -> None:
        """Say that no copy stands in a folder."""
        t = self.context.t
        text = t("A copy is a folder with a date for a name, such as 2026-11-23_2247.")
        title = t("There is no copy in this folder: {folder}.", folder=shown_place(folder))
        self.notice.show_message(Message(Tone.NOTE, title, text))

    def take_focus(self) -> None:
        """Start where something is missing."""
        if self.copies:
            self.way.take_focus()
        else:
            self.look.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Path | None:
        """Return the folder of the copy that is chosen."""
        place = self.which.currentIndex()
        return self.copies[place].folder if 0 <= place < len(self.copies) else None

    def _show_where(self, _: int = 0) -> None:
        t, chosen = self.context.t, self.chosen
        if chosen is None:
            return
        lines = (
            t("The copy: {folder}", folder=shown_place(chosen)),
            t("The dossiers: {folder}", folder=shown_place(self.target)),
        )
        self.where.setText("\n".join(lines))

    def _restore(self) -> None:
        copy, target, restoring = self.chosen, self.target, self._mending.restoring
        if copy is None:
            return
        if self.keys_only:
            self.work(partial(restoring.restore_keys, copy, target), self._keys_back)
        else:
            self.work(partial(restoring.restore, copy, target), self._restored)

    def _try(self) -> None:
        copy, restoring = self.chosen, self._mending.restoring
        if copy is not None:
            self.work(partial(restoring.try_out, copy), self._tried)

    def _tried(self, _: Inventory) -> None:
        t = self.context.t
        text = t("Neither it nor the dossiers were touched.")
        self.notice.show_message(Message(Tone.OK, t("This copy opens and reads whole."), text))
        self.reveal(self.notice)

    def _restored(self, done: Restored) -> None:
        title = self.context.t("The copy is in its place")
        self.show_told(title, restored_said(self.context, done), self.target)

    def _keys_back(self, _: None) -> None:
        t = self.context.t
        line = t("The dossiers themselves were not touched.")
        self.show_told(t("The key file is back in its place."), (line,), self.target)

    def _connect_own(self) -> None:
        self.which.currentIndexChanged.connect(self._show_where)
        self.look.clicked.connect(self.places_asked)
        self.restore.clicked.connect(self._restore)
        self.attempt.clicked.connect(self._try)
        self.way.confirmed.connect(self._try_or_keys)

    def _try_or_keys(self) -> None:
        """Let Enter do what changes nothing of the dossiers."""
        self._restore() if self.keys_only else self._try()

    def _fill(self) -> None:
        t, theme = self.context.t, self.context.theme
        what = t(
            "The copy takes the place of the dossiers. Those of now are set aside, whole. What was"
            " erased since is erased again before anybody opens them."
        )
        keys = t(
            "Each copy holds the key file of its day. It is put beside the dossiers, which are"
            " not touched: nothing is lost."
        )
        whose = t("A copy opens with the passphrases of the day it was made.")
        for text in (keys if self.keys_only else what, whose):
            self.before.addWidget(Text(theme, text))
        self.add_row(self.look)
        for widget in (self.label, self.which, self.where, self.way):
            self.before.addWidget(widget)
        self.add_row(self.restore, self.attempt)
