"""What stands in the way of the dossiers, and what mends it: the pages between two doors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from filet.application.pending import Held
from filet.application.restoring import StandingCopy
from filet.domain.errors import VaultIsCopy
from filet.gui.context import Context
from filet.gui.given import Found, Given
from filet.gui.screens.door import DoorPage
from filet.gui.screens.mending import MendingPage
from filet.gui.screens.refused import RefusedScreen
from filet.gui.screens.restore import RestoreScreen
from filet.gui.screens.salvage import SalvageScreen
from filet.gui.screens.unsaved import UnsavedScreen

Again = Callable[[], object]
"""Makes a page anew in another language, colour or size."""


class Door(Protocol):
    """How things stand at the door, and how it shows a page."""

    page: DoorPage | None
    choose_folder: Callable[[QWidget], Path | None]

    @property
    def context(self) -> Context:
        """Return what a page is handed now."""

    @property
    def folder(self) -> Path | None:
        """Return where the dossiers are."""

    @property
    def held(self) -> tuple[Held, ...]:
        """Return what the disk refused when they were closed."""

    def show_page(self, page: DoorPage, again: Again) -> None:
        """Show a page, and what makes it anew."""

    def show_page_behind(self, page: DoorPage, again: Again) -> bool:
        """Show a page that nobody asked for, and tell whether it is seen."""


class Repairs(QObject):
    """Shows one page after another at the door."""

    first_asked = Signal()
    unlock_asked = Signal()
    mended = Signal(object)
    """The folder of the dossiers to open."""
    put_aside = Signal(object)
    """A folder where what is not saved may wait."""
    losing = Signal()
    """She closes without it."""

    def __init__(self, given: Given, door: Door, parent: QObject) -> None:
        super().__init__(parent)
        self._given, self._door = given, door

    def show_unsaved(self) -> None:
        """Ask where to put what is not saved, before the window closes."""
        count = sum(one.count + one.again for one in self._door.held)
        page = UnsavedScreen(self._door.context, count)
        page.greet()
        page.elsewhere_asked.connect(lambda: self._choose_aside(page))
        page.reopen_asked.connect(self.unlock_asked)
        page.lose_asked.connect(self.losing)
        self._door.show_page(page, self.show_unsaved)
        page.take_focus()

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong on the page that asked where to put it."""
        page = self._door.page
        if isinstance(page, UnsavedScreen):
            page.show_error(error)

    def show_refused(self, error: BaseException) -> None:
        """Say why the dossiers do not open."""
        page = RefusedScreen(self._door.context, error)
        page.greet()
        page.retried.connect(lambda: self._look(page))
        page.looked_for.connect(lambda: self._look_for(page))
        page.others_asked.connect(self.first_asked)
        page.restore_asked.connect(lambda keys: self.mend(keys_only=keys))
        page.salvage_asked.connect(self._show_salvage)
        page.show_held(sum(one.count for one in self._door.held))
        if self._door.show_page_behind(page, partial(self.show_refused, error)):
            page.take_focus()

    def mend(self, copy: Path | None = None, *, keys_only: bool = False) -> None:
        """Show what goes back to a copy: this one, or one she looks for.

        The page is there at once; which copies stand around one is found out meanwhile.
        """
        folder = self._door.folder if copy is None and not keys_only else copy
        page = self._show_restore((), None, keys_only=keys_only)
        if folder is not None:
            self._find_copies(page, folder, asked=False)

    def open_found(self, found: Found) -> None:
        """Open dossiers; copies are never opened, they are gone back to."""
        if found.leads_to_copies:
            chosen = found.folder if found.is_copy else None
            self._show_restore(found.copies, chosen, keys_only=False)
        else:
            self.mended.emit(found.folder)

    def _choose_aside(self, page: UnsavedScreen) -> None:
        folder = self._door.choose_folder(page)
        if folder is not None:
            self.put_aside.emit(folder)

    def _look(self, page: RefusedScreen) -> None:
        """Look again, away from the window, whether anything stands in the way."""
        folder = self._door.folder
        if folder is not None:
            page.context.runner.submit(
                page,
                lambda: self._given.unlocking().look_at(folder),
                done=lambda _: self.unlock_asked.emit(),
                failed=self.show_refused,
            )

    def _look_for(self, page: RefusedScreen) -> None:
        folder = self._door.choose_folder(page)
        if folder is not None:
            find = partial(self._given.mending().find, folder)
            page.context.runner.submit(page, find, done=self.open_found, failed=self.show_refused)

    def _show_restore(
        self, copies: Sequence[StandingCopy], chosen: Path | None, *, keys_only: bool
    ) -> RestoreScreen:
        mending, target = self._given.mending(), self._target()
        page = RestoreScreen(self._door.context, mending, target, keys_only=keys_only)
        page.places_asked.connect(lambda: self._look_for_copies(page))
        self._show_mending(page, lambda: self._restore_again(page))
        page.show_copies(copies, chosen)
        page.take_focus()
        return page

    def _restore_again(self, page: RestoreScreen) -> None:
        self._show_restore(page.copies, page.chosen, keys_only=page.keys_only)

    def _target(self) -> Path:
        """Return where a copy is put: where the dossiers are, never where a copy is."""
        folder, former = self._door.folder, self._door.page
        if isinstance(former, RestoreScreen):
            return former.target
        copy = isinstance(former, RefusedScreen) and isinstance(former.error, VaultIsCopy)
        return self._given.proposed_folder() if folder is None or copy else folder

    def _show_salvage(self) -> None:
        folder = self._door.folder
        if folder is None:
            return
        page = SalvageScreen(self._door.context, self._given.mending(), folder)
        page.folder_asked.connect(lambda: self._choose_target(page))
        self._show_mending(page, self._show_salvage)
        page.take_focus()

    def _show_mending(self, page: MendingPage, again: Again) -> None:
        page.greet()
        page.left.connect(self._leave)
        page.mended.connect(self.mended)
        self._door.show_page(page, again)

    def _leave(self) -> None:
        asked = self.first_asked if self._door.folder is None else self.unlock_asked
        asked.emit()

    def _look_for_copies(self, page: RestoreScreen) -> None:
        folder = self._door.choose_folder(page)
        if folder is not None:
            self._find_copies(page, folder, asked=True)

    def _find_copies(self, page: RestoreScreen, folder: Path, *, asked: bool) -> None:
        """Offer the copies of a folder; that there are none is told to whoever chose it."""

        def done(found: Found) -> None:
            if found.copies:
                page.notice.clear()
                page.show_copies(found.copies, found.folder)
                page.take_focus()
            elif asked:
                page.show_none(folder)

        find = partial(self._given.mending().find, folder)
        page.context.runner.submit(page, find, done=done, failed=page.show_error)

    def _choose_target(self, page: SalvageScreen) -> None:
        folder = self._door.choose_folder(page)
        if folder is not None:
            page.show_folder(folder)
