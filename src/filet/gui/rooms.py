"""Everything of an open vault that is about women: home, calls, dossiers, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from filet.application.outcome import Topic
from filet.application.services import Services
from filet.domain.casefile import CaseFile
from filet.domain.ids import CaseId
from filet.gui.context import Context
from filet.gui.screens.call import CallScreen
from filet.gui.screens.home import HomeScreen
from filet.gui.screens.journal import JournalScreen
from filet.gui.screens.situation import SituationScreen
from filet.gui.screens.someone_asks import SomeoneAsksScreen
from filet.gui.screens.told_aloud import ToldAloudScreen
from filet.gui.widgets.case_head import JOURNAL, SITUATION, CaseHead
from filet.gui.widgets.page import Page

HOME, CALL, QUESTIONS, TOLD = "home", "call", "questions", "told"


class Rooms(QWidget):
    """Shows one page, makes it when it is needed, and forgets it when it is left."""

    left_home = Signal()
    came_home = Signal()
    saved = Signal(str)
    failed = Signal(object)
    path_changed = Signal(object)
    """Where she is, as the bar says it: a tuple of words, and no name."""
    busy_changed = Signal(bool)
    """A call begins or ends."""
    emergency_wanted = Signal()

    def __init__(self, context: Context, services: Services, worker_initials: str) -> None:
        super().__init__()
        self._context, self._services, self._initials = context, services, worker_initials
        self._case: CaseId | None = None
        self._place = HOME
        self._leaving: Page | None = None
        self.head = CaseHead(context)
        self.pages = QStackedWidget()
        self.home = HomeScreen(context, services, worker_initials)
        self.pages.addWidget(self.home)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.pages, 1)
        self.head.hide()
        self._connect()
        self.home.load()

    @property
    def page(self) -> Page:
        """Return the page that is shown."""
        page = self.pages.currentWidget()
        return page if isinstance(page, Page) else self.home

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Let the page that is shown read again what changed."""
        if isinstance(self.page, HomeScreen | SituationScreen | JournalScreen):
            self.page.topics_changed(topics)

    def where(self) -> tuple[str, CaseId | None]:
        """Return where she is: a place and a dossier, never a name."""
        return self._place, self._case

    def show_where(self, where: object) -> None:
        """Bring her back where she was; a dossier that was open is opened as resumed."""
        if isinstance(where, tuple) and len(where) == 2:
            place, case = where
            if case is not None:
                self._open(case, place, resumed=True)
            elif place == CALL:
                self.show_call()

    def flush(self) -> None:
        """Put what is typed in its draft, now."""
        flush = getattr(self.page, "flush", None)
        if flush is not None:
            flush()

    def take_focus(self) -> None:
        """Put the keyboard where the page wants it."""
        take = getattr(self.page, "take_focus", None)
        if take is not None:
            take()

    # Going from page to page -------------------------------------------------------------

    def show_home(self) -> None:
        """Go home; a call or a question that was being written is kept first."""
        page = self.page
        if isinstance(page, CallScreen | SomeoneAsksScreen) and page.waits():
            self._case = None
            page.leave()
            return
        self._case = None
        self._show(HOME, self.home)
        self.home.load()
        self.came_home.emit()

    def show_call(self) -> None:
        """Begin a call, or go back to the one that was being noted."""
        if self._place == CALL:
            return
        page = CallScreen(self._context, self._services)
        page.finished.connect(self._go_back)
        page.questions_wanted.connect(self._show_questions)
        page.attached.connect(self.open_case)
        self._show(CALL, page)

    def open_case(self, case: CaseId) -> None:
        """Open a dossier; that it was read is an entry."""
        self._open(case, SITUATION, resumed=False)

    def show_part(self, place: str) -> None:
        """Show a part of the open dossier."""
        if self._case is None:
            return
        self.head.show_place(place)
        self._show(place, self._journal() if place == JOURNAL else self._situation())

    def _open(self, case: CaseId, place: str, *, resumed: bool) -> None:
        self._case = None

        def opened(file: CaseFile) -> None:
            self._case = file.case
            self.head.show_file(file)
            self.show_part(JOURNAL if place == JOURNAL else SITUATION)

        cases = self._services.cases
        self._ask(lambda: cases.open(case, resumed=resumed), opened)

    def _situation(self) -> SituationScreen:
        page = SituationScreen(self._context, self._services, self._known(), self._initials)
        page.words_wanted.connect(lambda: self.show_part(JOURNAL))
        page.load()
        return page

    def _journal(self) -> JournalScreen:
        page = JournalScreen(self._context, self._services, self._known())
        page.told_wanted.connect(self._show_told)
        page.load()
        return page

    def _show_questions(self) -> None:
        call = self.page
        going = isinstance(call, CallScreen) and call.is_written()
        page = SomeoneAsksScreen(self._context, self._services)
        page.finished.connect(self.show_call if going else self._go_back)
        page.back.connect(self.show_call)
        page.emergency_wanted.connect(self.emergency_wanted)
        self._show(QUESTIONS, page)

    def _show_told(self) -> None:
        page = ToldAloudScreen(self._context, self._services, self._case)
        page.finished.connect(lambda: self.show_part(JOURNAL))
        self._show(TOLD, page)

    def _go_back(self) -> None:
        """Return to the dossier that was open, or home."""
        if self._case is None:
            self.show_home()
        else:
            self.show_part(SITUATION)

    def _known(self) -> CaseId:
        if self._case is None:
            raise LookupError("no dossier is open")
        return self._case

    # What every page has in common -------------------------------------------------------

    def _show(self, place: str, page: Page) -> None:
        """Put a page in the place of the former, which keeps its draft and goes."""
        former = self.page
        self.flush()
        before, self._place = self._place, place
        if page is not self.home:
            self._adopt(page)
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if former is not self.home and former is not page:
            self._forget(former)
        self.head.setVisible(place in (SITUATION, JOURNAL))
        self.path_changed.emit(self._path(place))
        self._tell(before, place)
        self.take_focus()

    def _forget(self, former: Page) -> None:
        """Let go of the page before the former: a key may still be on its way to that one.

        Not by removeWidget, which would let Python delete it at once.
        """
        former.hide()
        if self._leaving is not None:
            self._leaving.deleteLater()
        self._leaving = former

    def _tell(self, before: str, place: str) -> None:
        if before == HOME and place != HOME:
            self.left_home.emit()
        calls = (CALL, QUESTIONS)
        if (before in calls) != (place in calls):
            self.busy_changed.emit(place in calls)

    def _path(self, place: str) -> tuple[str, ...]:
        t = self._context.t
        paths = {
            HOME: (t("Dossiers"),),
            CALL: (t("Note a call"),),
            QUESTIONS: (t("Note a call"), t("Somebody asks about a woman")),
            TOLD: (t("Dossiers"), t("Told aloud")),
            SITUATION: (t("Dossiers"), t("Situation")),
            JOURNAL: (t("Dossiers"), t("Journal")),
        }
        return paths[place]

    def _adopt(self, page: Page) -> None:
        page.saved.connect(self.saved)
        page.failed.connect(self.failed)

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self._context.runner.submit(self, work, done=done, failed=self.page.show_error)

    def _connect(self) -> None:
        self._adopt(self.home)
        self.home.call_wanted.connect(self.show_call)
        self.home.case_chosen.connect(self.open_case)
        self.head.back.connect(self.show_home)
        self.head.place_chosen.connect(self.show_part)
        self.saved.connect(self._refresh_head)
        for key, act in (("Ctrl+J", self._call_key), ("Alt+Left", self._back_key)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _refresh_head(self, _: str) -> None:
        """Show a name or a level that has just changed."""
        if self._case is not None and self._place in (SITUATION, JOURNAL):
            case, cases = self._case, self._services.cases
            self._ask(lambda: cases.read(case), self.head.show_file)

    def _call_key(self) -> None:
        if self._place != QUESTIONS:
            self.show_call()

    def _back_key(self) -> None:
        if self._place in (SITUATION, JOURNAL):
            self.show_home()
        elif self._place == CALL and isinstance(self.page, CallScreen):
            self.page.leave()
