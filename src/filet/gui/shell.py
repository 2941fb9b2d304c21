"""The window: door, room, cover and lock, of which one is shown. It alone knows them all."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QToolTip, QWidget

from filet.application.outcome import Topic
from filet.gui import bars, returning
from filet.gui.context import Context
from filet.gui.copier import Copier
from filet.gui.doorway import Doorway
from filet.gui.dress import dress_window
from filet.gui.entrance import Entrance
from filet.gui.given import LEFT, Given, Inside
from filet.gui.glass import Glass
from filet.gui.guards import Face, Guard, Left
from filet.gui.habits import Habits, Remembered
from filet.gui.news import News
from filet.gui.room import EMERGENCY, SETTINGS, Room, Where
from filet.gui.safekeeping import Safekeeping
from filet.gui.screens.cover import CoverScreen
from filet.gui.senses import Senses
from filet.gui.takeback import TakeBack
from filet.gui.widgets.appearing import show_in
from filet.gui.widgets.focus import FocusRing
from filet.gui.widgets.reading import go_on_reading
from filet.gui.window_keys import ROOM_KEYS, text_keys

Dress = Callable[[bool], Context]
"""Makes the context of a vault that is an exercise or not, and dresses the window."""
Furnish = Callable[[Context, Inside, Room, Copier], None]
InRoom = Callable[[Room], object]
"""Puts the pages of the dossiers into a room."""

_TICK = 1000


class Shell(QMainWindow):
    """Titled « Filet », always: a title is read by whoever passes."""

    def __init__(
        self,
        given: Given,
        habits: Remembered,
        dress: Dress,
        furnish: Furnish,
        *,
        now: Callable[[], float] = time.monotonic,
        choose_folder: Callable[[QWidget], Path | None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._given, self._dress, self._furnish, self._now = given, dress, furnish, now
        self.habits = habits
        self.context = self._dressed(training=False)
        self.guard = Guard().patient(habits.now.idle)
        self._left: Left | None = None
        self._focused: QWidget | None = None
        self._inside: Inside | None = None
        self._leaving = False
        self._followed: tuple[Where, datetime | None] | None = None
        self.keeping = Safekeeping(given, self.context.keeper, self)
        self.news = News()
        ask = partial(choose_folder, self)
        self.copier = Copier(self.context.runner, given.clock, self.news, ask, self)
        self.glass = Glass(self.context.runner, self.news, self)
        self.take_back = TakeBack(self.keeping, self.news, habits, ask)
        self.stack = QStackedWidget()
        self.entrance = Entrance(self.context.runner, self.stack)
        self.ring = FocusRing(self, self.context.theme)
        self.senses = Senses(now, self)
        self.doorway = Doorway(given, self.context.runner, choose_folder)
        self.cover = CoverScreen(self.context)
        self._timer = QTimer(self, interval=_TICK)
        self._set_up()

    @property
    def room(self) -> Room | None:
        """Return what is seen once inside, while somebody is."""
        return self.entrance.room

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
            self._follow(at_work=True)
            self.copier.tick(self._now() - self.guard.touched)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lock before leaving, and leave once the dossiers are closed and all of it is kept."""
        self.lock()
        self._leaving = True
        if self.keeping.busy:
            event.ignore()
        elif self.keeping.held:
            event.ignore()
            self.doorway.show_unsaved()
        else:
            super().closeEvent(event)

    def leave(self) -> None:
        """Close the dossiers when nobody can be asked: the session ends."""
        if self._inside is not None:
            self.entrance.flush()
            self._follow(at_work=False)
            self.keeping.close_for_good(self._inside)
            self._drop_room()
            self._inside = None
        elif self.keeping.held:
            self.keeping.put_aside(self._given.last_resort)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        """Let Tab go where one reads next: parts that are made late stand in their place."""
        return go_on_reading(self, forward=forward)

    def _become(self, guard: Guard) -> None:
        """Show what a guard says must be shown now."""
        before, self.guard = self.guard.face, guard
        if before is guard.face:
            return
        match guard.face:
            case Face.COVER:
                self._cover()
            case Face.LOCK:
                self._lock()
            case Face.ROOM if before is Face.COVER and self.room is not None:
                self._uncover(self.room)
            case _:
                pass
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
        self.cover.cover()

    def _uncover(self, room: Room) -> None:
        self.ring.show_theme(self.context.theme)
        show_in(self.stack, room, self.context.runner)
        if self._focused is not None:
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lock(self) -> None:
        inside = self._inside
        self.doorway.shut()
        self._show(self.doorway)
        self.stack.repaint()  # nothing of the room is left to see while the rest is done
        if inside is not None:  # the room itself may still be coming
            self.entrance.flush()
            self._left = Left(inside.entered.worker, self.entrance.where(), self._now())
            self._follow(at_work=False)
            self._drop_room()
            self.news.forget()
            self.copier.leave()
            self.keeping.close(inside)
        self._inside = None
        self.context = self._dressed(training=False)
        self.doorway.show_locked(self.context, self.habits.now)
        self.context.runner.soon(self, self.entrance.forget)

    def _opened(self, inside: Inside) -> None:
        now, left = self._now(), self._left
        self._inside, self._left, self._leaving = inside, None, False
        self.guard = self.guard.entered(now)
        self.senses.show_face(Face.ROOM)
        bars.tell_noticed(self.news, inside.entered)
        self.take_back.enter(inside)
        self.copier.enter(inside)
        self.glass.enter(inside)
        self.doorway.show_held(self.keeping.held)
        if left is None or left.worker != inside.entered.worker:  # where another was is hers
            self._come_back(inside)
            return
        returns = left.returns(inside.entered.worker, now)
        self._enter(left.place if returns else Where(), None if returns else left.place)

    def _come_back(self, inside: Inside) -> None:
        """Bring her where she was before the program ended or fell; asked for when it is long."""
        kept, now = inside.left, self.context.clock.wall()
        if (fell := returning.fell(kept)) is not None:
            self.news.tell(bars.CRASHED, partial(bars.crashed, until=fell))
        recent = returning.is_recent(kept, now)
        place, known = returning.where_of(kept), returning.says_somewhere(kept)
        self._enter(place if recent else Where(), place if known and not recent else None)

    def _follow(self, *, at_work: bool) -> None:
        """Keep where she is when it changed, and each minute, as a draft of hers.

        A disk that refuses it is told by what she writes, not by this.
        """
        now = self.context.clock.wall()
        where = (self.entrance.where(), now.replace(second=0, microsecond=0) if at_work else None)
        if self._inside is None or where == self._followed:
            return
        self._followed = where
        drafting = self._inside.services.drafting
        fields = returning.kept(where[0], now, at_work=at_work)
        self.context.runner.submit(
            self,
            lambda: drafting.keep(drafting.key(LEFT), fields).value,
            done=lambda _: None,
            failed=lambda _: None,
        )

    def _enter(self, where: object, offer: object = None) -> None:
        """Build the room anew, and bring her where she was, or offer to."""
        if self._inside is None:
            return
        inside, at = self._inside, where if isinstance(where, Where) else Where()
        self.context = self._dressed(training=inside.training)
        room = Room(self.context, inside.initials, training=inside.training)
        self._furnish(self.context, inside, room, self.copier)
        room.cover_asked.connect(self.hide_screen)
        room.lock_asked.connect(self.lock)
        room.busy_changed.connect(self._note_busy)
        self.news.show_in(self.context, room.bars)
        self.entrance.bring(room, at, lambda: self._arrived(room, offer))

    def _arrived(self, room: Room, offer: object) -> None:
        self._focused = None
        if self.guard.face is Face.ROOM:
            self._show(room)
            room.take_focus()
        room.offer_return(offer)

    def _closed(self) -> None:
        self.doorway.show_held(self.keeping.held)
        self.copier.copy_aside()
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

    def _drop_room(self) -> None:
        self.entrance.clear()
        self._focused = None

    def _show(self, page: QWidget) -> None:
        self.ring.show_theme(self.context.theme)
        self.stack.setCurrentWidget(page)

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
        self._in_room(Room.toggle_help, self.doorway.toggle_help)

    def _in_room(self, act: InRoom, outside: Callable[[], object] = lambda: None) -> None:
        """Do something in the room, or outside where there is none."""
        outside() if self.room is None else act(self.room)

    def _set_up(self) -> None:
        self.setWindowTitle("Filet")
        self.setMinimumSize(*self.context.theme.tokens["size"]["window_min"])
        self.setCentralWidget(self.stack)
        for page in (self.doorway, self.cover):
            self.stack.addWidget(page)
        self.doorway.opened.connect(self._opened)
        self.doorway.habits_changed.connect(self.habits.take_all)
        self.habits.changed.connect(self._habits_changed)
        self.doorway.put_aside.connect(self.keeping.put_aside)
        self.doorway.losing.connect(self._lose)
        self.copier.places_wanted.connect(partial(self._show_settings, "copies"))
        self.glass.shown.connect(partial(self._show_settings, "access"))
        self.copier.restore_wanted.connect(self._go_back_to)
        self.keeping.closed.connect(self._closed)
        self.keeping.put.connect(self._put)
        self.keeping.failed.connect(self.doorway.show_error)
        self.cover.lifted.connect(self._lifted)
        self.senses.touched.connect(self._touched)
        self.senses.cover_asked.connect(self.hide_screen)
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
