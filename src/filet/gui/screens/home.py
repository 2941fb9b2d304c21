"""Home: what needs me now, and any dossier in three keystrokes."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from filet.application.home import Chip, HomeList
from filet.application.outcome import Topic
from filet.application.printing import Unread
from filet.application.services import Services
from filet.domain.casefile import CaseFile
from filet.domain.ids import CaseId, WorkerId
from filet.domain.kinds import ActionDone
from filet.domain.moments import Due
from filet.domain.rows import CaseLine, DueLine
from filet.domain.triggers import Trigger
from filet.gui.commands import Command
from filet.gui.context import Context
from filet.gui.habits import Habits
from filet.gui.models.case_table import CaseTable
from filet.gui.models.case_texts import CaseTexts
from filet.gui.models.todo import todos
from filet.gui.widgets.case_list import CaseList
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.glass_panel import GlassPanel
from filet.gui.widgets.going import let_go
from filet.gui.widgets.home_bar import HomeBar
from filet.gui.widgets.home_states import NoDossier, NothingFound
from filet.gui.widgets.new_case import NewCase
from filet.gui.widgets.page import Page, scrolling
from filet.gui.widgets.todo_panel import TodoPanel
from filet.gui.widgets.unread_phrases import UnreadPhrases

_AHEAD = timedelta(days=7)
_BESIDE_FROM = 1000
"""Logical width from which « À faire » stands beside the list."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    """All that the page shows, read in one go."""

    home: HomeList
    counts: Mapping[Chip, int]
    workers: Mapping[WorkerId, str]
    worker: str
    due: tuple[tuple[DueLine, CaseLine], ...]
    """What is to be done in the dossiers that are shown, each with its line."""
    triggers: Mapping[str, Trigger]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the list is to show."""

    chip: Chip = Chip.ALL
    typed: str = ""
    closed_too: bool = False


class HomeScreen(Page):
    """The list of dossiers and what is to be done."""

    case_chosen = Signal(object)
    """A CaseId."""
    call_wanted = Signal()
    shown = Signal()
    """The whole list stands."""

    def __init__(self, context: Context, services: Services, initials: str) -> None:
        super().__init__(context)
        self._services, self._initials = services, initials
        self._loaded: _Loaded | None = None
        self._asked = _Asked()
        self._searcher = QObject(self)
        self.glass: GlassPanel | None = None
        self._table = CaseTable(CaseTexts(context))
        self._build(context)
        self._lay_out(context)
        self._connect()
        self._keys()
        self._hide_names(context.habits.now.numbers_only)

    def load(self) -> None:
        """Read the first rows, then all that is shown."""
        if self._loaded is None:
            self.ask(self._services.home.first_page, self._show_first)
        self.ask(self._read, self._show_loaded)
        self.ask(self._unread_phrases, self.unread.show_unread)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown here."""
        if topics & {Topic.CASES, Topic.DUE}:
            self.load()

    def take_focus(self) -> None:
        """Put the keyboard in the list, or on the first dossier to make while there is none."""
        empty = self._whole.currentWidget() is self._first
        (self.empty.new if empty else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done on this page."""
        t, ctrl = self.context.t, self.context.t("Ctrl")
        return (
            Command(t("New dossier"), self.begin_case, (ctrl, "N")),
            Command(t("Search open dossiers"), self.bar.search.setFocus, (ctrl, "F")),
            Command(t("Ask for a dossier that may be hidden from you"), self.begin_glass),
        )

    def zones(self) -> tuple[QWidget, ...]:
        """Return the tools, the list and what is to be done, those in sight."""
        parts: tuple[QWidget, ...] = (self.bar, self.places, self.todo)
        return tuple(part for part in parts if part.isVisible()) or (self,)

    # What the page is made of ------------------------------------------------------------

    def _build(self, context: Context) -> None:
        t, theme = context.t, context.theme
        self.bar = HomeBar(context)
        self.unread = UnreadPhrases(context)
        self.new_case = NewCase(context)
        self.list = CaseList(context, self._table)
        self.nothing = NothingFound(context)
        self.empty = NoDossier(context)
        self.todo = TodoPanel(context)
        self.tabs = Segmented(
            theme, t("Show"), [Option(0, t("Dossiers")), Option(1, t("To do"))], 0
        )
        self.places = QStackedWidget()
        for widget in (self.list, self.nothing):
            self.places.addWidget(widget)

    def _lay_out(self, context: Context) -> None:
        px = context.theme.px
        self._main, self._whole = QWidget(), QStackedWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        above: tuple[QWidget, ...] = (
            self.bar,
            self.notice,
            self.unread,
            self.new_case,
            self.tabs,
        )
        for widget in above:
            column.addWidget(widget)
        column.setAlignment(self.tabs, Qt.AlignmentFlag.AlignLeft)
        self._above = column
        self.places.setMinimumHeight(px(220))
        column.addWidget(self.places, 1)
        self._columns = QWidget()
        row = QHBoxLayout(self._columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scrolling(self._main), 1)
        self.todo.setFixedWidth(px(276))
        row.addWidget(self.todo)
        self._first = QWidget()
        first = QVBoxLayout(self._first)
        first.setContentsMargins(0, 0, 0, 0)
        first.addWidget(scrolling(self.empty))
        for widget in (self._columns, self._first):
            self._whole.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put « À faire » beside the list, or behind a switch."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() / self.context.theme.scale >= _BESIDE_FROM
        self.tabs.setVisible(not beside)
        second = not beside and self.tabs.value() == 1
        self.todo.setVisible(beside or second)
        self.places.setVisible(not second)
        if beside:
            self.todo.setFixedWidth(self.context.theme.px(276))
        else:
            self.todo.setFixedWidth(min(self.context.theme.px(276), self.width() // 2))

    # What happens ------------------------------------------------------------------------

    def _connect(self) -> None:
        self.bar.call_wanted.connect(self.call_wanted)
        self.empty.call_wanted.connect(self.call_wanted)
        self.bar.case_wanted.connect(self.begin_case)
        self.empty.case_wanted.connect(self.begin_case)
        self.bar.searched.connect(self._search)
        self.bar.filtered.connect(self._filter)
        self.bar.numbers_only.connect(lambda on: self.context.habits.take(numbers_only=on))
        self.context.habits.changed.connect(self._habits_changed)
        self.unread.read.connect(self._phrase_read)
        self.unread.voided.connect(self._void)
        self.nothing.closed_wanted.connect(self._search_closed)
        self.nothing.glass_wanted.connect(self.begin_glass)
        self.list.chosen.connect(self.case_chosen)
        self.list.typed.connect(self.bar.type)
        self.todo.case_chosen.connect(self.case_chosen)
        self.todo.done.connect(self._do)
        self.tabs.chosen.connect(lambda _: self._arrange())
        self.new_case.wanted.connect(self._open_new)
        self.new_case.looked_for.connect(self._look_near)
        self.new_case.chosen.connect(self.case_chosen)
        self.new_case.closed.connect(self._closed_new)

    def _keys(self) -> None:
        keys = {
            "Ctrl+N": self.begin_case,
            "Ctrl+F": lambda: self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def begin_case(self) -> None:
        """Show the fields of a new dossier."""
        self._whole.setCurrentWidget(self._columns)
        self.new_case.begin()

    def _closed_new(self) -> None:
        self._show_whole()
        self.bar.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> _Loaded:
        use, home = self._services.home, self._services.home.all()
        until = Due(self.context.clock.today() + _AHEAD).key()
        due, triggers = tuple(home.due(use.due(until))), self._services.reviewing.triggers()
        return _Loaded(home, home.counted(), use.workers(), use.worker(), due, triggers)

    def _show_first(self, lines: Sequence[CaseLine]) -> None:
        if self._loaded is None:
            self._table.show_lines(lines)

    def _show_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        named = loaded.worker if loaded.worker != self._initials else ""
        self.bar.greet(named)
        self.bar.show_counts(loaded.counts)
        self.todo.show_worker(loaded.worker or self._initials)
        self._say(replace(self._table.texts, workers=loaded.workers))
        self._look()
        self._show_whole()
        self.shown.emit()

    def _show_whole(self) -> None:
        empty = self._loaded is not None and not self._loaded.home.packed
        writing = self.new_case.isVisibleTo(self)
        waiting = self.focusWidget() is self.list
        self._whole.setCurrentWidget(self._first if empty and not writing else self._columns)
        if empty and waiting:
            self.take_focus()

    def _say(self, texts: CaseTexts) -> None:
        self._table.show_texts(texts)
        self.new_case.show_texts(texts)
        if self._loaded is not None:
            self.todo.show_todos(todos(self._loaded.due, texts, self._loaded.triggers))

    @Slot(object, object)
    def _habits_changed(self, _: Habits, now: Habits) -> None:
        self._hide_names(now.numbers_only)

    def _hide_names(self, hidden: bool) -> None:
        self.bar.numbers.setChecked(hidden)
        self._say(replace(self._table.texts, numbers_only=hidden))

    # Searching ---------------------------------------------------------------------------

    def _search(self, typed: str) -> None:
        self._asked = _Asked(self._asked.chip, typed.strip())
        self._look()

    def _filter(self, chip: Chip) -> None:
        """Keep what a chip keeps; looking at closed dossiers is an entry."""
        self.bar.clear_search()
        self._asked = _Asked(chip)
        if chip is Chip.CLOSED:
            self.ask(self._services.cases.searched_closed, lambda _: self._look())
        else:
            self._look()

    def _search_closed(self) -> None:
        self._asked = replace(self._asked, closed_too=True)
        self.ask(self._services.cases.searched_closed, lambda _: self._look())

    def _look(self) -> None:
        """Find on the worker's thread; only the latest search is answered."""
        if self._loaded is None:
            return
        home, asked = self._loaded.home, self._asked
        self.context.runner.submit(
            self._searcher,
            lambda: self._positions(home, asked),
            done=lambda found: self._show_found(home, asked, found),
            failed=self.show_error,
            latest=True,
        )

    def _positions(self, home: HomeList, asked: _Asked) -> array[int]:
        if not asked.typed:
            return home.filtered(asked.chip)
        found = self._services.home.search(home, asked.typed)
        return found + home.closed_named(asked.typed) if asked.closed_too else found

    def _show_found(self, home: HomeList, asked: _Asked, found: array[int]) -> None:
        self._table.show_list(home, found)
        self.nothing.show_words(asked.typed, closed_too=asked.closed_too)
        self.places.setCurrentWidget(self.list if found else self.nothing)

    # Writing -----------------------------------------------------------------------------

    def _open_new(self, given: str, family: str) -> None:
        self.keep(lambda: self._services.cases.create(given, family), self._opened_new)

    def _opened_new(self, file: CaseFile) -> None:
        self.new_case.hide()
        self.case_chosen.emit(file.case)

    def _look_near(self, name: str) -> None:
        calls = self._services.calls
        self.ask(lambda: calls.near(name) if name else (), self.new_case.show_near)

    def begin_glass(self) -> None:
        """Ask by what name or number she looks for, and why."""
        self._close_glass()
        self._whole.setCurrentWidget(self._columns)
        panel = self.glass = GlassPanel(self.context, self._asked.typed)
        panel.decided.connect(lambda given: self._break_glass(*given))
        panel.closed.connect(self._close_glass)
        self._above.insertWidget(self._above.indexOf(self.tabs), panel)
        panel.show()
        panel.take_focus()

    def _break_glass(self, asked: str, reason: str) -> None:
        """Ask; it is written down before it is answered."""

        def found(line: CaseLine) -> None:
            self._close_glass()
            self.case_chosen.emit(line.case)

        self.notice.clear()
        self.keep(lambda: self._services.accesses.break_glass(asked, reason), found)

    def _close_glass(self) -> None:
        if self.glass is not None:
            let_go(self.glass)
            self.glass = None

    def _unread_phrases(self) -> tuple[Unread, ...]:
        use = self._services
        return (*use.printing.unread_phrases(), *use.referring.unread_phrases())

    def _phrase_read(self, unread: Unread) -> None:
        use = self._services
        made = use.referring if unread.left else use.printing
        self.keep(lambda: made.phrase_read(unread.case, unread.paper), lambda _: self.load())

    def _void(self, unread: Unread) -> None:
        use = self._services
        made = use.referring if unread.left else use.printing
        self.keep(lambda: made.void(unread.case, unread.paper), lambda _: self.load())

    def _do(self, done: ActionDone, case: CaseId) -> None:
        self.keep(lambda: self._services.appraising.done(case, done), lambda _: self.load())
