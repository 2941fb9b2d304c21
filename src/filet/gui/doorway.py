"""The pages before the dossiers, one at a time: opening, what refuses to, first start, numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from filet.gui import later
from filet.gui.context import Context
from filet.gui.given import Found, Given, Inside
from filet.gui.habits import Habits
from filet.gui.screens.door import DoorPage
from filet.gui.screens.unlock import Typed, UnlockScreen, Ways
from filet.gui.turns import Act, Turns
from filet.gui.widgets.going import let_go
from filet.gui.widgets.unseen import lay_out
from filet.i18n.dates import clock

if TYPE_CHECKING:
    from filet.application.pending import Held
    from filet.gui.repairs import Again, Repairs
    from filet.gui.screens.emergency import EmergencyScreen
    from filet.gui.screens.help import HelpScreen
    from filet.gui.screens.locked import LockedScreen


class Doorway(QStackedWidget):
    """Says when the dossiers are open."""

    opened = Signal(object)
    put_aside = Signal(object)
    """A folder where what is not saved may wait."""
    losing = Signal()
    """She closes without it."""
    habits_changed = Signal(object)

    def __init__(
        self, given: Given, context: Context, choose_folder: Callable[[QWidget], Path | None]
    ) -> None:
        super().__init__()
        self._given, self.choose_folder = given, choose_folder
        self.context = context
        self._habits = Habits()
        self._since = ""
        self.held: tuple[Held, ...] = ()
        """What the disk refused when the dossiers were closed."""
        self._typed = Typed()
        self.page: DoorPage | None = None
        self._again: Again = self._show_first
        self._locked: LockedScreen | None = None
        """The page that is shown, or is being made, while it says that it is locked."""
        self._is_locked = False
        self._locking = Turns(context.runner, self)
        self._blank = QWidget()
        """What is seen at the lock, until its page stands."""
        self.addWidget(self._blank)
        self.emergency: EmergencyScreen | None = None
        self.help: HelpScreen | None = None

    def show_door(self, context: Context, habits: Habits) -> None:
        """Show the page that opens the dossiers of this computer, or the first start."""
        self._take(context, habits)
        self._begin_anew()
        self._show_first() if habits.folder is None else self._show_unlock()

    @property
    def folder(self) -> Path | None:
        """Return where the dossiers are."""
        return self._habits.folder

    def shut(self) -> None:
        """Show nothing at all, at once."""
        self.setCurrentWidget(self._blank)

    def show_locked(self, context: Context, habits: Habits) -> None:
        """Show that it is locked, and since when."""
        self._take(context, habits)
        self._since = clock(context.clock.wall().time(), context.language)
        self._is_locked, self._typed, self._again = True, Typed(), self._unlock_again
        self._show_unlock(looking=False)

    def show_held(self, held: tuple[Held, ...]) -> None:
        """Say on the locked page what the disk refused."""
        self.held = held
        if self._locked is not None and self._locked is self.page:
            self._say_since(self._locked)

    def show_unsaved(self) -> None:
        """Ask where to put what is not saved, before the window closes."""
        self._repairs.show_unsaved()

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong on the page that is shown."""
        self._repairs.show_error(error)

    def _say_since(self, page: LockedScreen) -> None:
        count = sum(one.count for one in self.held)
        again = sum(one.again for one in self.held)
        if self.held:
            page.show_held(self._since, count, again)
        else:
            page.show_since(self._since)

    def show_again(self, context: Context, habits: Habits) -> None:
        """Make the page anew in another language, colour or size; keep what may be kept."""
        self._take(context, habits)
        if self.page is None or not self.page.busy:
            self._again()

    def toggle_emergency(self) -> None:
        """Show the urgent numbers, or come back from them."""
        if self.emergency is not None:
            self._leave_emergency()
        else:
            self._leave_help()
            self.emergency = later.emergency()(self.context, self._given.directory)
            self.emergency.left.connect(self._leave_emergency)
            self._put_over(self.emergency)

    def toggle_help(self) -> None:
        """Show what is to be known before opening, or come back from it."""
        if self.help is not None:
            self._leave_help()
        else:
            self._leave_emergency()
            self.help = later.help_page()(self.context, self._given.help, only="unlock")
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
        self.context, self._habits = context, habits

    def _show_unlock(self, *, looking: bool = True) -> None:
        """Show the page that opens, and look meanwhile whether anything will stand in the way."""
        if self._is_locked:
            self._locking.build(self._locked_acts())
            return
        page = self._made_unlock()
        self.show_page(page, self._unlock_again)
        page.take_focus()
        if looking:
            self._look(page)

    def _unlock_again(self) -> None:
        """Show the same page anew, with what may be kept of it."""
        if isinstance(self.page, UnlockScreen):
            self._typed = self.page.typed()
        self._show_unlock(looking=False)

    def _begin_anew(self) -> None:
        """Forget whoever was here, and since when it is locked."""
        self._since, self._is_locked, self._typed = "", False, Typed()

    def _made_unlock(self) -> UnlockScreen:
        given, folder, context = self._given, self._habits.folder, self.context
        assert folder is not None  # noqa: S101 - for mypy
        ways = Ways.into(given, folder, later.phrase_step)
        page = self._made_locked(context, ways) if self._is_locked else UnlockScreen(context, ways)
        page.greet()
        page.show_typed(self._typed)
        page.others_asked.connect(self._show_first)
        page.opened.connect(self.opened)
        page.refused.connect(self._refuse)
        return page

    def _made_locked(self, context: Context, ways: Ways) -> LockedScreen:
        page = self._locked = later.locked()(context, ways)
        page.change_asked.connect(self._change_worker)
        self._say_since(page)
        return page

    def _locked_acts(self) -> Iterator[Act]:
        """Return what makes the locked page and shows it; urgent numbers stay over it.

        Not over what was asked for since: going back to a copy, or what is not saved.
        """
        page = self._made_unlock()
        yield partial(self._take_page, page, self._unlock_again)
        yield from lay_out(page, self.size())
        yield partial(self._show_locked_page, page)

    def _show_locked_page(self, page: UnlockScreen) -> None:
        if self.emergency is None and self.help is None:
            self.setCurrentWidget(page)
            page.take_focus()

    def _change_worker(self) -> None:
        """Show the plain door: what is sealed, and where somebody was, wait for her."""
        self._begin_anew()
        self._show_unlock(looking=False)

    def _look(self, page: DoorPage) -> None:
        """Find out, away from the window, what stands in the way of opening."""
        folder, given = self._habits.folder, self._given
        if folder is not None:
            page.context.runner.submit(
                page,
                lambda: given.unlocking().look_at(folder),
                done=lambda _: None,
                failed=self._refuse,
            )

    def _refuse(self, error: BaseException) -> None:
        if isinstance(self.page, UnlockScreen):
            self._typed = self.page.typed()
        self._repairs.show_refused(error)

    def show_restore(self, copy: Path | None) -> None:
        """Show what goes back to a copy: this one, or one she looks for."""
        self._repairs.mend(copy)

    @cached_property
    def _repairs(self) -> Repairs:
        """Return what stands between two doors; made when something is in the way."""
        made = later.repairs()(self._given, self, self)
        made.first_asked.connect(self._show_first)
        made.unlock_asked.connect(self._show_unlock)
        made.mended.connect(self._open_in)
        made.put_aside.connect(self.put_aside)
        made.losing.connect(self.losing)
        return made

    def _show_first(self) -> None:
        page = later.first_run()(self.context, self._given, self.choose_folder)
        page.opened.connect(self._made)
        page.folder_found.connect(self._open_found)
        self.show_page(page, self._show_first)
        page.take_focus()

    def _open_found(self, found: Found) -> None:
        self._repairs.open_found(found)

    def _open_in(self, folder: Path) -> None:
        self._habits = replace(self._habits, folder=folder)
        self._is_locked = False
        self.habits_changed.emit(self._habits)
        self._show_unlock()

    def _made(self, inside: Inside, folder: Path) -> None:
        self._habits = replace(self._habits, folder=folder)
        self.habits_changed.emit(self._habits)
        self.opened.emit(inside)

    def show_page(self, page: DoorPage, again: Again) -> None:
        """Show a page in the place of the former; ``again`` makes it anew."""
        self._locking.stop()
        self._leave_emergency()
        self._leave_help()
        self._take_page(page, again)
        self.setCurrentWidget(page)

    def show_page_behind(self, page: DoorPage, again: Again) -> bool:
        """Show a page that nobody asked for, and tell whether it is seen.

        Urgent numbers and help stay over it.
        """
        seen = self.emergency is None and self.help is None
        if seen:
            self.show_page(page, again)
        else:
            self._locking.stop()
            self._take_page(page, again)
        return seen

    def _take_page(self, page: DoorPage, again: Again) -> None:
        former, self.page, self._again = self.page, page, again
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
