"""The pages before the dossiers, one at a time: opening, what refuses to, first start, numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from filet.application.pending import Held
from filet.application.restoring import StandingCopy
from filet.domain.errors import VaultIsCopy
from filet.gui.context import Context
from filet.gui.given import Found, Given, Inside
from filet.gui.habits import Habits
from filet.gui.runner import Runner
from filet.gui.screens.door import DoorPage
from filet.gui.screens.emergency import EmergencyScreen
from filet.gui.screens.first_run import FirstRunScreen
from filet.gui.screens.help import HelpScreen
from filet.gui.screens.locked import LockedScreen
from filet.gui.screens.mending import MendingPage
from filet.gui.screens.refused import RefusedScreen
from filet.gui.screens.restore import RestoreScreen
from filet.gui.screens.salvage import SalvageScreen
from filet.gui.screens.unlock import Typed, UnlockScreen, Ways
from filet.gui.screens.unsaved import UnsavedScreen
from filet.gui.turns import Act, Turns
from filet.gui.widgets.going import let_go
from filet.gui.widgets.unseen import lay_out
from filet.i18n.dates import clock


class Doorway(QStackedWidget):
    """Says when the dossiers are open."""

    opened = Signal(object)
    put_aside = Signal(object)
    """A folder where what is not saved may wait."""
    losing = Signal()
    """She closes without it."""
    habits_changed = Signal(object)

    def __init__(
        self, given: Given, runner: Runner, choose_folder: Callable[[QWidget], Path | None]
    ) -> None:
        super().__init__()
        self._given, self._choose_folder = given, choose_folder
        self._context: Context | None = None
        self._habits = Habits()
        self._since = ""
        self._held: tuple[Held, ...] = ()
        self._kind: type[UnlockScreen] = UnlockScreen
        self._typed = Typed()
        self.page: DoorPage | None = None
        self._locking = Turns(runner, self)
        self._blank = QWidget()
        """What is seen at the lock, until its page stands."""
        self.addWidget(self._blank)
        self.emergency: EmergencyScreen | None = None
        self.help: HelpScreen | None = None

    def show_door(self, context: Context, habits: Habits) -> None:
        """Show the page that opens the dossiers of this computer, or the first start."""
        self._take(context, habits)
        self._since, self._kind, self._typed = "", UnlockScreen, Typed()
        self._show_first() if habits.folder is None else self._show_unlock()

    def shut(self) -> None:
        """Show nothing at all, at once."""
        self.setCurrentWidget(self._blank)

    def show_locked(self, context: Context, habits: Habits) -> None:
        """Show that it is locked, and since when."""
        self._take(context, habits)
        self._since = clock(context.clock.wall().time(), context.language)
        self._kind, self._typed = LockedScreen, Typed()
        self._show_unlock(looking=False)

    def show_held(self, held: tuple[Held, ...]) -> None:
        """Say on the locked page what the disk refused."""
        self._held = held
        if isinstance(self.page, LockedScreen):
            self._say_since(self.page)

    def show_unsaved(self) -> None:
        """Ask where to put what is not saved, before the window closes."""
        assert self._context is not None  # noqa: S101 - for mypy
        page = UnsavedScreen(self._context, sum(one.count + one.again for one in self._held))
        page.greet()
        page.elsewhere_asked.connect(lambda: self._choose_aside(page))
        page.reopen_asked.connect(self._show_unlock)
        page.lose_asked.connect(self.losing)
        self._show_page(page)
        page.take_focus()

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong on the page that is shown."""
        if isinstance(self.page, UnsavedScreen):
            self.page.show_error(error)

    def _choose_aside(self, page: UnsavedScreen) -> None:
        folder = self._choose_folder(page)
        if folder is not None:
            self.put_aside.emit(folder)

    def _say_since(self, page: LockedScreen) -> None:
        count = sum(one.count for one in self._held)
        again = sum(one.again for one in self._held)
        if self._held:
            page.show_held(self._since, count, again)
        else:
            page.show_since(self._since)

    def show_again(self, context: Context, habits: Habits) -> None:
        """Make the page anew in another language, colour or size; keep what may be kept."""
        former = self.page
        self._take(context, habits)
        if isinstance(former, MendingPage) and former.busy:
            return  # what comes of the work is told on that very page
        match former:
            case RestoreScreen(copies=copies, chosen=chosen, keys_only=keys_only):
                self._show_restore(copies, chosen, keys_only=keys_only)
            case SalvageScreen():
                self._show_salvage()
            case UnlockScreen():
                self._remember(former)
                self._show_unlock(looking=False)
            case RefusedScreen():
                self._show_refused(former.error)
            case UnsavedScreen():
                self.show_unsaved()
            case _:
                self._show_first()

    def toggle_emergency(self) -> None:
        """Show the urgent numbers, or come back from them."""
        if self.emergency is not None:
            self._leave_emergency()
        elif self._context is not None:
            self._leave_help()
            self.emergency = EmergencyScreen(self._context, self._given.directory)
            self.emergency.left.connect(self._leave_emergency)
            self._put_over(self.emergency)

    def toggle_help(self) -> None:
        """Show what is to be known before opening, or come back from it."""
        if self.help is not None:
            self._leave_help()
        elif self._context is not None:
            self._leave_emergency()
            self.help = HelpScreen(self._context, self._given.help, only="unlock")
            self.help.show_where("unlock")
            self.help.left.connect(self._leave_help)
            self._put_over(self.help)

    def _put_over(self, over: EmergencyScreen | HelpScreen) -> None:
        self.addWidget(over)
        self.setCurrentWidget(over)
        over.take_focus()

    def _leave_help(self) -> None:
        self._take_off(self.help)
        self.help = None

    def _leave_emergency(self) -> None:
        self._take_off(self.emergency)
        self.emergency = None

    def _take_off(self, over: QWidget | None) -> None:
        """Show the page again that something stood over."""
        if over is not None:
            if self.page is not None:
                self.setCurrentWidget(self.page)
            let_go(over)

    def _take(self, context: Context, habits: Habits) -> None:
        self._context, self._habits = context, habits

    def _show_unlock(self, *, looking: bool = True) -> None:
        """Show the page that opens, and look meanwhile whether anything will stand in the way."""
        if self._kind is LockedScreen:
            self._locking.build(self._locked_acts())
            return
        page = self._made_unlock()
        self._show_page(page)
        page.take_focus()
        if looking:
            self._look(page, done=lambda _: None)

    def _made_unlock(self) -> UnlockScreen:
        given, folder, context = self._given, self._habits.folder, self._context
        assert folder is not None and context is not None  # noqa: S101, PT018 - for mypy
        page = self._kind(context, Ways.into(given, folder))
        page.greet()
        if isinstance(page, LockedScreen):
            page.change_asked.connect(self._change_worker)
            self._say_since(page)
        page.show_typed(self._typed)
        page.others_asked.connect(self._show_first)
        page.opened.connect(self.opened)
        page.refused.connect(self._refuse)
        return page

    def _locked_acts(self) -> Iterator[Act]:
        """Return what makes the locked page and shows it; urgent numbers stay over it.

        Not over what was asked for since: going back to a copy, or what is not saved.
        """
        page = self._made_unlock()
        yield partial(self._take_page, page)
        yield from lay_out(page, self.size())
        yield partial(self._show_locked_page, page)

    def _show_locked_page(self, page: UnlockScreen) -> None:
        if self.emergency is None and self.help is None:
            self.setCurrentWidget(page)
            page.take_focus()

    def _change_worker(self) -> None:
        """Show the plain door: what is sealed, and where somebody was, wait for her."""
        self._since, self._kind, self._typed = "", UnlockScreen, Typed()
        self._show_unlock(looking=False)

    def _look(self, page: DoorPage, done: Callable[[object], None]) -> None:
        """Find out, away from the window, what stands in the way of opening."""
        folder, given = self._habits.folder, self._given
        if folder is not None:
            look = partial(given.unlocking.look_at, folder)
            page.context.runner.submit(page, look, done=done, failed=self._refuse)

    def _refuse(self, error: BaseException) -> None:
        if isinstance(self.page, UnlockScreen):
            self._remember(self.page)
        self._show_refused(error)

    def _show_refused(self, error: BaseException) -> None:
        assert self._context is not None  # noqa: S101 - for mypy
        page = RefusedScreen(self._context, error)
        page.greet()
        page.retried.connect(lambda: self._look(page, done=lambda _: self._show_unlock()))
        page.looked_for.connect(lambda: self._look_for(page))
        page.others_asked.connect(self._show_first)
        page.restore_asked.connect(lambda keys: self._mend(keys_only=keys))
        page.salvage_asked.connect(self._show_salvage)
        page.show_held(sum(one.count for one in self._held))
        self._show_page(page)
        page.take_focus()

    def _look_for(self, page: DoorPage) -> None:
        folder = self._choose_folder(page)
        if folder is not None:
            find = partial(self._given.mending().find, folder)
            page.context.runner.submit(page, find, done=self._found, failed=self._refuse)

    def _remember(self, page: UnlockScreen) -> None:
        self._typed = page.typed()

    # Mending ------------------------------------------------------------------------------

    def show_restore(self, copy: Path | None) -> None:
        """Show what goes back to a copy: this one, or one she looks for."""
        self._mend(copy)

    def _mend(self, copy: Path | None = None, *, keys_only: bool = False) -> None:
        """Show the page at once; which copies stand around one is found out meanwhile."""
        folder = self._habits.folder if copy is None and not keys_only else copy
        page = self._show_restore((), None, keys_only=keys_only)
        if folder is not None:
            self._find_copies(page, folder, asked=False)

    def _show_restore(
        self, copies: Sequence[StandingCopy], chosen: Path | None, *, keys_only: bool
    ) -> RestoreScreen:
        assert self._context is not None  # noqa: S101 - for mypy
        mending, target = self._given.mending(), self._target()
        page = RestoreScreen(self._context, mending, target, keys_only=keys_only)
        page.places_asked.connect(lambda: self._look_for_copies(page))
        self._show_mending(page)
        page.show_copies(copies, chosen)
        page.take_focus()
        return page

    def _target(self) -> Path:
        """Return where a copy is put: where the dossiers are, never where a copy is."""
        folder, former = self._habits.folder, self.page
        if isinstance(former, RestoreScreen):
            return former.target
        copy = isinstance(former, RefusedScreen) and isinstance(former.error, VaultIsCopy)
        return self._given.proposed_folder if folder is None or copy else folder

    def _show_salvage(self) -> None:
        folder = self._habits.folder
        assert self._context is not None and folder is not None  # noqa: S101, PT018 - for mypy
        page = SalvageScreen(self._context, self._given.mending(), folder)
        page.folder_asked.connect(lambda: self._choose_target(page))
        self._show_mending(page)
        page.take_focus()

    def _show_mending(self, page: MendingPage) -> None:
        page.greet()
        page.left.connect(self._leave_mending)
        page.mended.connect(self._open_in)
        self._show_page(page)

    def _leave_mending(self) -> None:
        self._show_first() if self._habits.folder is None else self._show_unlock()

    def _look_for_copies(self, page: RestoreScreen) -> None:
        folder = self._choose_folder(page)
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
        folder = self._choose_folder(page)
        if folder is not None:
            page.show_folder(folder)

    def _show_first(self) -> None:
        assert self._context is not None  # noqa: S101 - for mypy
        page = FirstRunScreen(self._context, self._given, self._choose_folder)
        page.opened.connect(self._made)
        page.folder_found.connect(self._found)
        self._show_page(page)
        page.take_focus()

    def _found(self, found: Found) -> None:
        """Open dossiers; copies are never opened, they are gone back to."""
        if found.leads_to_copies:
            chosen = found.folder if found.is_copy else None
            self._show_restore(found.copies, chosen, keys_only=False)
        else:
            self._open_in(found.folder)

    def _open_in(self, folder: Path) -> None:
        self._habits = replace(self._habits, folder=folder)
        self._kind = UnlockScreen
        self.habits_changed.emit(self._habits)
        self._show_unlock()

    def _made(self, inside: Inside, folder: Path) -> None:
        self._habits = replace(self._habits, folder=folder)
        self.habits_changed.emit(self._habits)
        self.opened.emit(inside)

    def _show_page(self, page: DoorPage) -> None:
        self._locking.stop()
        self._leave_emergency()
        self._leave_help()
        self._take_page(page)
        self.setCurrentWidget(page)

    def _take_page(self, page: DoorPage) -> None:
        former, self.page = self.page, page
        page.language_chosen.connect(lambda value: self._change(language=value))
        page.theme_chosen.connect(lambda value: self._change(theme=value))
        page.scale_chosen.connect(lambda value: self._change(scale=value))
        page.emergency_asked.connect(self.toggle_emergency)
        page.help_asked.connect(self.toggle_help)
        self.addWidget(page)
        if former is not None:
            let_go(former)

    def _change(self, **habit: object) -> None:
        self.habits_changed.emit(replace(self._habits, **habit))  # type: ignore[arg-type]  # by name
