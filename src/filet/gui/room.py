"""The room behind the door: band of an exercise, rail, top bar and one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.outcome import Topic
from filet.domain.errors import FiletError
from filet.gui.bars import UNSAVED, unsaved
from filet.gui.commands import Command, Reach
from filet.gui.context import Context
from filet.gui.forms.room import Ui_Room
from filet.gui.go_to import GoTo
from filet.gui.turns import Act, nothing
from filet.gui.where import DOSSIERS, EMERGENCY, HELP, REGISTER, SETTINGS, Where
from filet.gui.widgets.appearing import show_in
from filet.gui.widgets.bars import Bars
from filet.gui.widgets.case_rail import CaseRail
from filet.gui.widgets.exercise_band import ExerciseBand
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.one_shown import Slot, take_in
from filet.gui.widgets.rail import Rail, Stop
from filet.gui.widgets.reading import go_to_part, read_as_laid_out
from filet.gui.widgets.topbar import TopBar, Written
from filet.i18n.dates import clock

_FOLD_UNDER = 1200


class Room(QWidget):
    """Everything a worker sees once inside.

    A page may have ``where()`` and ``show_where(…)``, so that she comes back to the same
    line; ``flush()``, called before the screen locks; ``take_focus()``; and a signal
    ``busy_changed(bool)`` for an interview, a call or a plan.
    """

    cover_asked = Signal()
    lock_asked = Signal()
    busy_changed = Signal(bool)
    """An interview, a call or a plan began or ended."""

    def __init__(self, context: Context, initials: str, *, training: bool) -> None:
        super().__init__()
        self._context, self.place = context, DOSSIERS
        self._case_rail: CaseRail | None = None
        self._long_work, self._folds_by_hand, self._alone = False, False, False
        self.rail = Rail(context, stops_above(context), stops_below(context))
        self.top = TopBar(context, initials)
        self.form, self._rails, self._head, self._above = Ui_Room(), Slot(), Slot(), QWidget()
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self._prepared_by: dict[str, Act] = {}
        self._widgets: dict[str, QWidget] = {}
        self._paths: dict[str, Sequence[str]] = {}
        self._elsewhere: dict[str, object] = {}
        self.top.cover_asked.connect(self.cover_asked)
        self.top.lock_asked.connect(self.lock_asked)
        self.rail.asked.connect(self.go_to)
        self._before, self._offered = DOSSIERS, Where()
        self.warning, self.offer, self.bars = Notice(context), Notice(context), Bars(context)
        self.offer.chosen.connect(self._answered)
        self.setObjectName("ground-app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out(training=training)
        self.pages = self.form.pages
        self.rail.fold(folded=True)  # or the window would grow to hold them unfolded, and stay so
        self.top.fold(folded=True)
        context.keeper.held.connect(self.tell_held)
        context.keeper.kept.connect(self.tell_kept)
        if context.keeper.error is not None:
            self.tell_held(context.keeper.error)
        self.anything = GoTo(context, self)

    def add_place(
        self, key: str, title: str, make: Callable[[], QWidget], before: Act | None = None
    ) -> None:
        """Add a place; its page is made when it is first shown.

        ``before`` makes a part of it that takes long to make, in a turn of its own.
        """
        self._makers[key], self._paths[key] = make, (title,)
        if before is not None:
            self._prepared_by[key] = before

    def prepare_place(self, key: str) -> None:
        """Make a part of the page of a place, in a turn before the one that makes the rest."""
        self._prepared_by.get(key, nothing)()

    def make_place(self, key: str) -> None:
        """Make the page of a place, in a turn before the one that takes it in."""
        if key not in self._widgets and key not in self._made:
            self._made[key] = self._makers[key]()

    def take_place_in(self, key: str) -> None:
        """Take the page of a place in, in a turn before the one that shows it."""
        self._page(key)

    def show_place(self, key: str, inside: object = None) -> None:
        """Go to a place."""
        inside = self._elsewhere.pop(key, None) if inside is None else inside
        page = self._page(key)
        self._before = self.place if self.place != key else self._before
        self.place = key
        show_in(self.pages, page, self._context.runner)
        self.rail.show_place(key)
        self._arrange()
        self.top.show_path(self._paths[key])
        if inside is not None and hasattr(page, "show_where"):
            page.show_where(inside)
        self.take_focus()

    def show_part(self, key: str, part: str) -> None:
        """Go to a part of a place."""
        self.show_place(key)
        page = self._widgets[key]
        if hasattr(page, "show_part"):
            page.show_part(part)

    def go_to(self, key: str) -> None:
        """Go where she asks; asked for where she is, go back to its first page.

        Nowhere while the screen is hers: urgent numbers alone come over it, by ``toggle``.
        """
        if key == HELP:
            self.toggle_help()
            return
        if self._alone:
            return
        again = self.place == key
        self.show_place(key)
        page = self._widgets[key]
        if again and hasattr(page, "show_home"):
            page.show_home()

    def show_path(self, key: str, parts: Sequence[str]) -> None:
        """Say where she is inside a place; kept while she is elsewhere."""
        self._paths[key] = parts
        if self.place == key:
            self.top.show_path(parts)

    def show_case_rail(self, rail: CaseRail | None, *, long_work: bool) -> None:
        """Put the rail of a dossier in the place of the house's, or take it away."""
        if rail is not None and not rail.below:
            take_in(self._rails, rail)
            rail.add_stops(stops_below(self._context))
            rail.asked.connect(self.go_to)
        self._case_rail, self._long_work = rail, long_work
        self._folds_by_hand = False
        self._arrange()
        self.form.whole.activate()  # the page that comes is shown once, where it stays

    def show_alone(self, *, alone: bool) -> None:
        """Leave nothing but the page on the screen, or show everything again."""
        self._alone = alone
        self._arrange()

    def note_call(self) -> None:
        """Begin a call from wherever she is, or go back to the one that was being noted."""
        if self._alone:
            return
        self.show_place(DOSSIERS)
        page = self._page(DOSSIERS)
        if hasattr(page, "note_call"):
            page.note_call()

    def begin_palette(self) -> None:
        """Open « Aller à… » on what this page allows."""
        how_far = getattr(self._page(self.place), "how_far", lambda: Reach.ALL)
        self.anything.begin(self.commands(), how_far())

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done from here: on the page first, then anywhere."""
        page = self._page(self.place)
        own = page.commands() if hasattr(page, "commands") else ()
        return (*own, *self._places(), *self._anywhere())

    def _places(self) -> Iterator[Command]:
        for stop in (*stops_above(self._context), *stops_below(self._context)):
            yield Command(
                stop.text.replace("&", ""), partial(self.go_to, stop.key), tuple(stop.keys)
            )

    def _anywhere(self) -> tuple[Command, ...]:
        t, habits = self._context.t, self._context.habits
        ctrl, esc, shift = t("Ctrl"), t("Esc"), t("Shift")
        return (
            Command(t("Note a call"), self.note_call, (ctrl, "J")),
            Command(t("Hide the screen"), self.cover_asked.emit, (esc, esc)),
            Command(t("Lock"), self.lock_asked.emit, (ctrl, "L")),
            Command(t("Names or numbers only"), habits.hide_names, (ctrl, "M")),
            Command(t("Fold or unfold the rail"), self.toggle_rail, (ctrl, "B")),
            Command(t("Next part of the window"), partial(self.next_zone, 1), ("F6",)),
            Command(t("Part before"), partial(self.next_zone, -1), (shift, "F6")),
            Command(t("Larger text"), partial(habits.resize_text, 1), (ctrl, "+")),
            Command(t("Smaller text"), partial(habits.resize_text, -1), (ctrl, "-")),
            Command(t("Normal text"), partial(habits.resize_text, 0), (ctrl, "0")),
        )

    def toggle_rail(self) -> None:
        """Fold the rail, or unfold it."""
        self._folds_by_hand = not self._folds_by_hand
        self._arrange()

    def room_for(self, long_work: bool) -> QSize:
        """Return how large a page will be beside its rail, before that one is folded for it."""
        folded = long_work or self._is_narrow()
        rail = self._context.theme.size("rail_w_collapsed" if folded else "rail_w")
        return QSize(self.width() - rail, self.pages.height())

    def _is_narrow(self) -> bool:
        return self.width() / self._context.theme.scale < _FOLD_UNDER

    def _arrange(self) -> None:
        """Show one rail at a time, folded where there is little room or long work."""
        narrow = self._is_narrow()
        case_rail = self._case_rail if self.place == DOSSIERS else None
        long_work = case_rail is not None and self._long_work
        folded = (narrow or long_work) is not self._folds_by_hand
        self.rail.fold(folded=folded)
        if self._case_rail is not None:
            self._case_rail.fold(folded=folded)
        self.top.fold(folded=narrow)
        self._rails.show_part(None if self._alone else case_rail or self.rail)
        self._head.show_part(None if self._alone else self._above)

    def toggle(self, key: str) -> None:
        """Go to a place, or back to where she was before it."""
        self.show_place(self._before if self.place == key else key)

    def toggle_help(self) -> None:
        """Show what is to be known of this page, or go back to it."""
        if self._alone:
            return
        page = self._widgets.get(self.place)
        about = getattr(page, "help_page", lambda: self.place)()
        back = self.place == HELP
        self.show_place(self._before if back else HELP, None if back else about)

    def warn_lock(self, seconds: int | None) -> None:
        """Announce the lock; any key or move of the mouse cancels it."""
        if seconds is None:
            self.warning.clear()
            return
        t = self._context.t
        text = t("Move the mouse or press a key to stay. Everything is saved.")
        title = t("Locking in {seconds} s", seconds=seconds)
        self.warning.show_message(Message(Tone.INFO, title, text, icon="lock"))

    def offer_return(self, where: object) -> None:
        """Ask whether to go on where somebody was, if anywhere; no name is shown."""
        if where is None:
            return
        self._offered = where if isinstance(where, Where) else Where()
        t = self._context.t
        title = t("Go on where you were?")
        self.offer.show_message(Message(Tone.INFO, title, buttons=(t("&Go on"), t("Not no&w"))))

    def next_zone(self, step: int) -> None:
        """Move the focus to the next part: rail, bar, then the parts of the page."""
        page = self.pages.currentWidget()
        rails = (self.rail, self._case_rail)
        rail = next((one for one in rails if one is not None and one.isVisible()), None)
        parts = getattr(page, "zones", lambda: (page,))()
        zones = [zone for zone in (rail, self.top, *parts) if zone is not None]
        go_to_part(zones, self.focusWidget(), step)

    def _answered(self, choice: int) -> None:
        self.offer.clear()
        if choice == 0:
            self.show_where(self._offered)

    def where(self) -> Where:
        """Return where she is."""
        found = {key: _where(page) for key, page in self._widgets.items()}
        places = {**self._elsewhere, **found}
        inside = places.pop(self.place, None)
        others = ((key, one) for key, one in places.items() if one is not None)
        return Where(self.place, inside, tuple(others))

    def show_where(self, where: Where) -> None:
        """Bring her back where she was; her other places are found as she left them."""
        self._elsewhere = dict(where.elsewhere)
        self.show_place(where.place, where.inside)

    def take_focus(self) -> None:
        """Put the keyboard where the page that is shown wants it."""
        page = self._widgets[self.place]
        if hasattr(page, "take_focus"):
            page.take_focus()

    def flush(self) -> None:
        """Let each page put what is typed in its draft; close what is over them."""
        self.anything.palette.close_it()
        for page in self._widgets.values():
            if hasattr(page, "flush"):
                page.flush()

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Say that a write reached the disk; let each page read again what it shows."""
        self.tell_saved()
        self.anything.topics_changed(topics)
        for page in self._widgets.values():
            if hasattr(page, "topics_changed"):
                page.topics_changed(topics)

    def tell_saved(self) -> None:
        """Say that a write just reached the disk; not while others wait for it."""
        if self._context.keeper.error is not None:
            return
        hour = clock(self._context.clock.wall().time(), self._context.language)
        self.top.show_written(Written.SAVED, hour)

    def tell_unsaved(self) -> None:
        """Say that a write did not reach the disk; what was typed is still here."""
        self.top.show_written(Written.NOT_YET)

    def tell_held(self, error: FiletError) -> None:
        """Say that writes wait, and why; what was typed is here, and she can go on."""
        self.tell_unsaved()
        self.bars.tell(UNSAVED, unsaved(self._context, error), self._context.keeper.retry)

    def tell_kept(self) -> None:
        """Say that all of it is saved again."""
        self.bars.clear(UNSAVED)
        self.tell_saved()
        self.top.announce()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold rail and bar where there is little room for the size of the text."""
        super().resizeEvent(event)
        self._arrange()
        self.anything.palette.place()

    def _page(self, key: str) -> QWidget:
        if key not in self._widgets:
            self.make_place(key)
            take_in(self.pages, self._made[key])
            self._widgets[key] = self._made.pop(key)
        return self._widgets[key]

    def _lay_out(self, *, training: bool) -> None:
        form = self.form
        form.setupUi(self)
        if training:
            form.band.addWidget(ExerciseBand(self._context))
        column = QVBoxLayout(self._above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self.top, self.warning, self.bars, self.offer):
            column.addWidget(bar)
        form.rails.addWidget(self._rails)
        form.above.addWidget(self._head)
        read_as_laid_out(self)


def _where(page: QWidget) -> object:
    ask = getattr(page, "where", None)
    return ask() if ask is not None else None


def stops_above(context: Context) -> tuple[Stop, ...]:
    """Return the places of the house."""
    t = context.t
    return (
        Stop(DOSSIERS, t("Dossiers"), "folder-open", ("Ctrl", "1")),
        Stop(REGISTER, t("Register"), "list", ("Ctrl", "4")),
        Stop(SETTINGS, t("Settings"), "settings-2", ("Ctrl", "5")),
    )


def stops_below(context: Context) -> tuple[Stop, ...]:
    """Return what is wanted from anywhere."""
    t = context.t
    return (
        Stop(EMERGENCY, t("Emergency"), "phone", ("F9",)),
        Stop(HELP, t("Help"), "circle-question-mark", ("F1",)),
    )
