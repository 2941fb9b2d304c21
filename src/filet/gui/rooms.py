"""Everything of an open vault that is about women: home, calls, dossiers, one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from filet.application.outcome import Topic
from filet.application.services import Services
from filet.domain.ids import CaseId
from filet.gui.commands import Command, Reach
from filet.gui.context import Context
from filet.gui.dossier import Dossier
from filet.gui.habits import Habits
from filet.gui.places import BUSY, PART_KEYS, PART_OF, TITLES, WIDE, At, Part, Place
from filet.gui.press import Press
from filet.gui.screens.call import CallScreen
from filet.gui.screens.home import HomeScreen
from filet.gui.screens.interview import InterviewScreen
from filet.gui.screens.someone_asks import SomeoneAsksScreen
from filet.gui.turns import Act, Turns, let_styling_wait
from filet.gui.widgets.appearing import appear, parts_of
from filet.gui.widgets.going import let_go
from filet.gui.widgets.one_shown import take_in, turn_to
from filet.gui.widgets.page import Page
from filet.gui.widgets.reading import let_focus_go
from filet.gui.widgets.unseen import laid_out_once, lay_out

Make = Callable[[], Page]


class Rooms(QWidget):
    """Shows one page, makes it when it is needed, and forgets it when it is left."""

    saved = Signal(str)
    failed = Signal(object)
    path_changed = Signal(object)
    """Where she is, as the bar says it: a tuple of words."""
    rail_changed = Signal(object, bool)
    """The rail of the open dossier or nothing, and whether it folds for long work."""
    busy_changed = Signal(bool)
    """A call, an interview or a plan begins or ends."""
    alone_changed = Signal(bool)
    """She looks at the screen: nothing but the page may be shown, or everything again."""
    emergency_wanted = Signal()

    def __init__(
        self,
        context: Context,
        services: Services,
        worker_initials: str,
        press: Callable[[], Press],
        room_for: Callable[[bool], QSize],
        home: HomeScreen | None = None,
    ) -> None:
        """``room_for`` tells how large a page will be, by whether it is long work.

        ``home`` may be made before, in a turn of its own.
        """
        super().__init__()
        self._context, self._services, self._room_for = context, services, room_for
        self._place = Place.HOME
        self._leaving: Page | None = None
        self._coming: Make | None = None
        """What makes the page that was asked for last: only that one comes to the screen."""
        self.dossier = Dossier(context, services, worker_initials, press, self)
        self.pages = QStackedWidget()
        self.home = home or HomeScreen(context, services, worker_initials)
        turn_to(self.pages, self.home)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._connect()
        self._set_keys()
        self.home.load()

    @property
    def page(self) -> Page:
        """Return the page that is shown."""
        page = self.pages.currentWidget()
        return page if isinstance(page, Page) else self.home

    @property
    def rail(self) -> QWidget | None:
        """Return the rail of the dossier that is shown, or nothing."""
        return self.dossier.rail if self._place in PART_OF else None

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Let the page that is shown read again what changed."""
        self.page.topics_changed(topics)
        if self._place in PART_OF and topics & {Topic.CASE, Topic.CASES}:
            self.dossier.refresh()

    def where(self) -> At:
        """Return where she is: a place and a dossier, never a name."""
        return At(self._place, self.dossier.case, self.page.where())

    def help_page(self) -> str:
        """Return which page the help is asked about."""
        return str(self._place)

    def show_where(self, where: object) -> None:
        """Bring her back where she was; a dossier that was open is opened as resumed."""
        if not isinstance(where, At):
            return
        if where.case is not None:
            place = where.place if where.place in PART_OF else Place.SITUATION
            self.dossier.open(where.case, place, where.inside, resumed=True)
        elif where.place is Place.CALL:
            self.show_call()

    def flush(self) -> None:
        """Put what is typed in its draft, now."""
        self.page.flush()

    def take_focus(self) -> None:
        """Put the keyboard where the page wants it."""
        self.page.take_focus()

    # Going from page to page -------------------------------------------------------------

    def show_home(self) -> None:
        """Go home; a call or a question that was being written is kept first."""
        if self._hers():
            return
        page = self.page
        self.dossier.close()
        if isinstance(page, CallScreen | SomeoneAsksScreen) and page.waits():
            page.leave()
            return
        self._show(Place.HOME, lambda: self.home)
        self.home.load()

    def show_call(self) -> None:
        """Begin a call, or go back to the one that was being noted."""
        if self._place is Place.CALL or self._hers():
            return
        self._show(Place.CALL, self._call)

    def note_call(self) -> None:
        """Begin a call, unless somebody asks about a woman: she answers that one first."""
        if self._place is not Place.QUESTIONS:
            self.show_call()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done on the page, and where one can go from it."""
        t, alt = self._context.t, self._context.t("Alt")
        own = tuple(self.page.commands())
        if self._place not in PART_OF:
            return own
        parts = (
            Command(
                button.text().replace("&", ""),
                partial(self.show_part, part),
                (alt, PART_KEYS[part]),
            )
            for part, button in self.dossier.rail.parts.items()
        )
        return (*own, *parts, Command(t("Back to the list"), self.show_home, (alt, "←")))

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts of the page between which F6 goes."""
        return self.page.zones()

    def how_far(self) -> Reach:
        """Return how far the palette may go from the page."""
        return self.page.how_far()

    def open_case(self, case: CaseId) -> None:
        """Open a dossier; that it was read is an entry."""
        self._coming = None
        self.dossier.open(case, resumed=False)

    def show_part(self, part: Part) -> None:
        """Show a part of the open dossier."""
        if not self._hers():
            self.dossier.show_part(part)

    def _hers(self) -> bool:
        """Tell whether the screen is hers; whoever leaves it crosses a blank page first."""
        return isinstance(self.page, InterviewScreen) and self.page.keeps_her()

    def _call(self) -> Page:
        page = CallScreen(self._context, self._services)
        page.finished.connect(self._go_back)
        page.questions_wanted.connect(self._show_questions)
        page.attached.connect(self.open_case)
        return page

    def _show_questions(self) -> None:
        call = self.page
        going = isinstance(call, CallScreen) and call.is_written()
        self._show(Place.QUESTIONS, partial(self._questions, going=going))

    def _questions(self, *, going: bool) -> Page:
        page = SomeoneAsksScreen(self._context, self._services)
        page.finished.connect(self.show_call if going else self._go_back)
        page.back.connect(self.show_call)
        page.emergency_wanted.connect(self.emergency_wanted)
        return page

    def _go_back(self) -> None:
        """Return to the dossier that was open, or home."""
        if self.dossier.case is None:
            self.show_home()
        else:
            self.dossier.show(Place.SITUATION)

    # What every page has in common -------------------------------------------------------

    def _show(self, place: Place, make: Make, inside: object = None) -> None:
        """Make a page, take it in, and turn to it once there is something to see on it.

        Each in a turn of its own; the page that is shown hears every key until then.
        """
        self._coming = make
        self._context.runner.soon(self, lambda: self._make(place, make, inside))

    def _make(self, place: Place, make: Make, inside: object) -> None:
        if self._coming is not make:
            return
        page, soon = make(), self._context.runner.soon
        let_styling_wait()
        if page is not self.home:
            self._adopt(page)
        page.when_made(lambda: soon(page, partial(self._take_in, place, page, make, inside)))

    def _take_in(self, place: Place, page: Page, make: Make, inside: object) -> None:
        """Take a page in, and turn to it if no other was asked for meanwhile."""
        shown: list[Act] = []
        if page is not self.home:
            take_in(self.pages, page)

        def acts() -> Iterator[Act]:
            yield from lay_out(page, self._room_for(place in WIDE))
            yield partial(turn, parts_of(page))
            yield from shown

        def turn(parts: tuple[QWidget, ...]) -> None:
            if self._coming is make:
                shown.extend(appear(parts))
                self._turn_to(place, page, inside)
            elif page is not self.home:
                let_go(page)

        turns = Turns(self._context.runner, page)
        page.when_filled(lambda: turns.build(acts()))

    def _turn_to(self, place: Place, page: Page, inside: object) -> None:
        """Put a page in the place of the former, which keeps its draft and goes."""
        self.alone_changed.emit(isinstance(page, InterviewScreen) and page.alone)
        former, before = self.page, self._place
        self.flush()
        self._place = place
        with laid_out_once(self.pages):  # the former page needs no place beside the other rail
            self._tell(before, place)
        let_focus_go(former)
        turn_to(self.pages, page)
        self._back.setEnabled(not page.goes_back)
        if former is not self.home and former is not page:
            self._forget(former)
        self.take_focus()
        if inside is not None and hasattr(page, "show_where"):
            page.show_where(inside)

    def _forget(self, former: Page) -> None:
        """Let go of the page before the former: a key may still be on its way to that one.

        Not by removeWidget, which would let Python delete it at once.
        """
        former.hide()
        if self._leaving is not None:
            self._leaving.deleteLater()
        self._leaving = former

    def _tell(self, before: Place, place: Place) -> None:
        self.path_changed.emit(self._path())
        self.rail_changed.emit(self.rail, place in WIDE)
        if (before in BUSY) != (place in BUSY):
            self.busy_changed.emit(place in BUSY)

    def _path(self) -> tuple[str, ...]:
        place, t = self._place, self._context.t
        if place in PART_OF:
            return self.dossier.path(place, numbers_only=self._context.habits.now.numbers_only)
        if place is Place.QUESTIONS:
            return (t(TITLES[Place.CALL]), t(TITLES[place]))
        return (t(TITLES[place]),)

    def _adopt(self, page: Page) -> None:
        page.saved.connect(self.saved)
        page.failed.connect(self.failed)

    def _tell_error(self, error: BaseException) -> None:
        self.page.show_error(error)

    @Slot(object, object)
    def _habits_changed(self, former: Habits, now: Habits) -> None:
        if former.numbers_only is not now.numbers_only:
            self.dossier.rail.show_numbers_only(now.numbers_only)
            self.path_changed.emit(self._path())

    def _connect(self) -> None:
        self._adopt(self.home)
        self.home.call_wanted.connect(self.show_call)
        self.home.case_chosen.connect(self.open_case)
        self._context.habits.changed.connect(self._habits_changed)
        self.dossier.page_wanted.connect(self._show)
        self.dossier.back.connect(self.show_home)
        self.dossier.alone_changed.connect(self.alone_changed)
        self.dossier.emergency_wanted.connect(self.emergency_wanted)
        self.dossier.failed.connect(self._tell_error)

    def _set_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {}
        for part, digit in PART_KEYS.items():
            keys[f"Alt+{digit}"] = lambda part=part: self._part_key(part)  # type: ignore[misc] # a name bound now
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self._back = QShortcut(QKeySequence("Alt+Left"), self)
        self._back.activated.connect(self._back_key)

    def _part_key(self, part: Part) -> None:
        if self._place in PART_OF:
            self.show_part(part)

    def _back_key(self) -> None:
        if self._place in PART_OF:
            self.show_home()
        elif isinstance(self.page, CallScreen):
            self.page.leave()
