"""There is one window: nothing flashes beside it, takes the keyboard, or is left on the desk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from filet.application.screening import new_session
from filet.domain.kinds import Manner, SessionBegun
from filet.gui.places import Part, Place


class Watch(QObject):
    """Notes every window that is shown, however briefly."""

    def __init__(self, own: QWidget) -> None:
        super().__init__()
        self._own = own
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and watched is not self._own:  # type: ignore[attr-defined] # it is a widget
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def watched(desk: Any, application: QApplication) -> Iterator[tuple[Any, Watch]]:
    one = desk()
    one.open()
    watch = Watch(one.shell)
    application.installEventFilter(watch)
    yield one, watch
    application.removeEventFilter(watch)


def test_no_page_flashes_as_a_window_of_its_own(watched: tuple[Any, Watch]) -> None:
    one, watch = watched
    room = one.shell.room
    rooms = room.pages.currentWidget()
    case = rooms._services.cases.create("Iris", "").value.case
    for place in ("settings", "emergency", "help"):
        room.show_place(place)
    for part in room._widgets["settings"]._makers:
        room._widgets["settings"].show_part(part)
    room.begin_palette()
    room.show_place("dossiers")
    rooms.open_case(case)
    for part in Part:
        rooms.show_part(part)
    for hers in (False, True):
        session = new_session()
        rooms._services.screening.begin(case, SessionBegun(session, Manner.PHONE))
        rooms.show_part(Part.APPRAISAL)
        rooms.dossier.show(Place.BEFORE)
        rooms.page.begun.emit(session, hers)
        QApplication.processEvents()
    rooms.page.pause()
    rooms.page.finished.emit()
    rooms.note_call()
    rooms._show_questions()
    QApplication.processEvents()
    assert watch.seen == []
    assert one.shell.isActiveWindow()
