"""The window: door, room, cover and lock, of which one is shown. It alone knows them all."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QToolTip, QWidget

from filet.application.outcome import Topic
from filet.gui import later
from filet.gui.context import Context
from filet.gui.doorway import Doorway
from filet.gui.dress import dress_window
from filet.gui.given import Given, Inside
from filet.gui.guards import Face, Guard, Left
from filet.gui.habits import Habits, Remembered
from filet.gui.learning import Learning
from filet.gui.news import News
from filet.gui.safekeeping import Safekeeping
from filet.gui.senses import Senses
from filet.gui.where import EMERGENCY, SETTINGS, Where
from filet.gui.widgets.appearing import show_in
from filet.gui.widgets.focus import FocusRing
from filet.gui.widgets.one_shown import take_in, turn_to
from filet.gui.widgets.reading import go_on_reading
from filet.gui.window_keys import ROOM_KEYS, text_keys

if TYPE_CHECKING:
    from filet.gui.indoors import Indoors
    from filet.gui.room import Room
    from filet.gui.screens.cover import CoverScreen

Dress = Callable[[bool], Context]
"""Makes the context of a vault that is an exercise or not, and dresses the window."""
InRoom = Callable[["Room"], object]
"""Puts the pages of the dossiers into a room."""

_TICK = 1000


class Shell(QMainWindow):
    """Titled « Filet », always: a title is read by whoever passes."""

    def __init__(
        self,
        given: Given,
        habits: Remembered,
        dress: Dress,
        *,
        now: Callable[[], float] = time.monotonic,
        choose_folder: Callable[[QWidget], Path | None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._given, self._dress, self._now = given, dress, now
        self.habits = habits
        self.context = self._dressed(training=False)
        self.guard = Guard().patient(habits.now.idle)
        self._left: Left | None = None
        self._focused: QWidget | None = None
        self._inside: Inside | None = None
        self._leaving = False
        self.keeping = Safekeeping(given, self.context.keeper, self)
        self.news = News()
        self._ask = partial(choose_folder, self)
        self.indoors: Indoors | None = None
        """Nothing before the dossiers first open."""
        self.stack = QStackedWidget()
        self.learning = Learning(self.context.runner, self, self.stack)
        self.ring = FocusRing(self, self.context.theme)
        self.senses = Senses(now, self)
        self.doorway = Doorway(given, self.context, choose_folder)
        self._timer = QTimer(self, interval=_TICK)
        self._set_up()

    @property
    def room(self) -> Room | None:
        """Return what is seen once inside, while somebody is."""
        return self.indoors.entrance.room if self.indoors is not None else None

    @cached_property
    def cover(self) -> CoverScreen:
        """Return what hides the room; made when it is first needed."""
        cover = later.cover()(self.context)
        take_in(self.stack, cover)
        return cover

    def show_door(self) -> None:
        """Show the page that opens the dossiers, or makes them."""
        self._show(self.doorway)
        self.doorway.show_door(self.context, self.habits.now)

    def hide_screen(self) -> None:
        """Cover: time and date only, until Enter."""
        self._become(self.guard.covered(self._now()))

    def lock(self) -> None:
        """Close the dossiers. Nothing is asked."""
        self._become(self.guard.locked())

    def tick(self) -> None:
        """Look at the clock."""
        self._become(self.guard.tick(self._now()))
        if self.room is not None:
            self.room.warn_lock(self.guard.seconds_to_lock(self._now()))
            self._watch()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lock before leaving, and leave once the dossiers are closed and all of it is kept.

        What is not kept is asked about in the open, even where the door was covered.
        """
        self.lock()
        self._leaving = True
        if self.keeping.busy:
            event.ignore()
        elif self.keeping.held:
            event.ignore()
            self._lifted()
            self.doorway.show_unsaved()
        else:
            super().closeEvent(event)

    def leave(self) -> None:
        """Close the dossiers when nobody can be asked: the session ends."""
        if self._inside is not None:
            self._leave_room(self._inside)
            self.keeping.close_for_good(self._inside)
            self._inside = None
        elif self.keeping.held:
            self.keeping.put_aside(self._given.last_resort)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        """Let Tab go where one reads next: parts that are made late stand in their place."""
        return go_on_reading(self, forward=forward)

    def _become(self, guard: Guard) -> None:
        """Show what a guard says must be shown now."""
        before, self.guard = self.guard, guard
        if before.face is guard.face:
            return
        if guard.face is Face.COVER:
            self._cover()
        elif before.face is Face.COVER and before.behind is guard.face:
            self._uncover()
        elif guard.face is Face.LOCK:
            self._lock()
        self.senses.show_face(guard.face)

    def _cover(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        QToolTip.hideText()
        if self.room is not None:
            self.room.flush()
        self._focused = self.focusWidget()
        self._show(self.cover)
        self.cover.cover(self.context)

    def _uncover(self) -> None:
        if self.guard.face is not Face.ROOM:
            self._show(self.doorway)  # Qt gives the keyboard back to what had it there
        elif self.room is not None:
            self.ring.show_theme(self.context.theme)
            show_in(self.stack, self.room, self.context.runner)
            if self._focused is not None:
                self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.room.take_focus()

    def _lock(self) -> None:
        inside = self._inside
        self.doorway.shut()
        self._show(self.doorway)
        self.stack.repaint()  # nothing of the room is left to see while the rest is done
        if inside is not None:  # the room itself may still be coming
            self._leave_room(inside)
            self.news.forget()
            if self.indoors is not None:
                self.indoors.copier.leave()
            self.keeping.close(inside)
        self._inside = None
        self.context = self._dressed(training=False)
        self.doorway.show_locked(self.context, self.habits.now)
        if self.indoors is not None:
            self.context.runner.soon(self, self.indoors.entrance.forget)

    def _opened(self, inside: Inside) -> None:
        left = self._left
        self._inside, self._left, self._leaving = inside, None, False
        self.guard = self.guard.entered(self._now())
        self.senses.show_face(self.guard.face)
        self.learning.then(partial(self._go_in, inside, left))

    def _go_in(self, inside: Inside, left: Left | None) -> None:
        """Bring her where she was, or offer to; unless it was locked meanwhile."""
        if self._inside is not inside:
            return
        if self.indoors is None:
            self.indoors = self._made_indoors()
        self.indoors.enter(inside)
        self.doorway.show_held(self.keeping.held)
        if left is None or left.worker != inside.entered.worker:  # where another was is hers
            self._enter(*self.indoors.place_of(inside))
            return
        returns = left.returns(inside.entered.worker, self._now())
        self._enter(left.place if returns else Where(), None if returns else left.place)

    def _made_indoors(self) -> Indoors:
        made = later.indoors()(
            self._given, self.habits, self.keeping, self.news, self.stack, self._ask
        )
        made.copier.places_wanted.connect(partial(self._show_settings, "copies"))
        made.glass.shown.connect(partial(self._show_settings, "access"))
        made.copier.restore_wanted.connect(self._go_back_to)
        return made

    def _watch(self) -> None:
        """Keep where she is, and make a copy when one is due."""
        if self.indoors is not None and self._inside is not None:
            self.indoors.follow(self._inside, at_work=True)
            self.indoors.copier.tick(self._now() - self.guard.touched)

    def _enter(self, where: object, offer: object = None) -> None:
        """Build the room anew, and bring her where she was, or offer to."""
        if self._inside is None or self.indoors is None:
            return
        at = where if isinstance(where, Where) else Where()
        self.context = self._dressed(training=self._inside.training)
        room = self.indoors.make_room(self.context, self._inside)
        room.cover_asked.connect(self.hide_screen)
        room.lock_asked.connect(self.lock)
        room.busy_changed.connect(self._note_busy)
        self.indoors.entrance.bring(room, at, lambda: self._arrived(room, offer))

    def _leave_room(self, inside: Inside) -> None:
        """Take the room away, and remember where she was in it."""
        self._focused = None
        if self.indoors is not None:
            where = self.indoors.leave(inside)
            self._left = Left(inside.entered.worker, where, self._now())

    def _arrived(self, room: Room, offer: object) -> None:
        self._focused = None
        if self.guard.face is Face.ROOM:
            self._show(room)
            room.take_focus()
        room.offer_return(offer)

    def _closed(self) -> None:
        self.doorway.show_held(self.keeping.held)
        if self.indoors is not None:
            self.indoors.copier.copy_aside()
        if self._leaving:
            self.close()

    def _put(self, folder: Path) -> None:
        self.habits.take(aside=folder)
        self.close()

    def _lose(self) -> None:
        self.keeping.lose()
        self.close()

    def _dressed(self, *, training: bool) -> Context:
        """Dress for the habits of now."""
        context = self._dress(training)
        dress_window(self, context.theme)
        return context

    def _show(self, page: QWidget) -> None:
        self.ring.show_theme(self.context.theme)
        turn_to(self.stack, page)

    def _note_busy(self, busy: bool) -> None:
        self.guard = self.guard.at_work(self._now(), busy=busy)

    def _touched(self) -> None:
        self.guard = self.guard.touch(self._now())

    def _lifted(self) -> None:
        self._become(self.guard.uncovered(self._now()))

    def _changed(self, topics: frozenset[Topic]) -> None:
        if self.room is not None:
            self.room.topics_changed(topics)

    @Slot(object, object)
    def _habits_changed(self, former: Habits, habits: Habits) -> None:
        """Keep them; show everything in another language, colour or size."""
        self._given.preferences.keep(habits.kept())
        self.guard = self.guard.patient(habits.idle)
        if habits.looks_like(former):
            return
        if self.room is not None:
            self.room.flush()
            self._enter(self.room.where())
            return
        self.context = self._dressed(training=False)
        self.ring.show_theme(self.context.theme)
        self.doorway.show_again(self.context, habits)

    def _show_settings(self, part: str) -> None:
        self._in_room(lambda room: room.show_part(SETTINGS, part))

    def _go_back_to(self, copy: Path | None) -> None:
        """Close the dossiers, and go back to a copy at the door."""
        self.lock()
        self.doorway.show_restore(copy)

    def _urgent(self) -> None:
        self._in_room(lambda room: room.toggle(EMERGENCY), self.doorway.toggle_emergency)

    def _help(self) -> None:
        self._in_room(lambda room: room.toggle_help(), self.doorway.toggle_help)

    def _in_room(self, act: InRoom, outside: Callable[[], object] = lambda: None) -> None:
        """Do something in the room, or outside where there is none."""
        outside() if self.room is None else act(self.room)

    def _set_up(self) -> None:
        self.setWindowTitle("Filet")
        self.setMinimumSize(*self.context.theme.tokens["size"]["window_min"])
        self.setCentralWidget(self.stack)
        self.stack.addWidget(self.doorway)
        self.doorway.opened.connect(self._opened)
        self.doorway.habits_changed.connect(self.habits.take_all)
        self.habits.changed.connect(self._habits_changed)
        self.doorway.put_aside.connect(self.keeping.put_aside)
        self.doorway.losing.connect(self._lose)
        self.keeping.closed.connect(self._closed)
        self.keeping.put.connect(self._put)
        self.keeping.failed.connect(self.doorway.show_error)
        self.senses.touched.connect(self._touched)
        self.senses.cover_asked.connect(self.hide_screen)
        self.senses.lift_asked.connect(self._lifted)
        self.context.runner.changed.connect(self._changed)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self.winId()  # so that there is a window to listen to
        self.windowHandle().installEventFilter(self.senses)
        self._set_keys()

    def _set_keys(self) -> None:
        own: dict[str, Callable[[], None]] = {
            "Ctrl+L": self.lock,
            "F1": self._help,
            "F9": self._urgent,
        }
        inside = {**ROOM_KEYS, "Ctrl+M": lambda _: self.habits.hide_names()}
        for key, act in {**own, **text_keys(self.habits)}.items():
            self._tie(key, act)
        for key, do in inside.items():
            self._tie(key, partial(self._in_room, do))

    def _tie(self, key: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(act)
