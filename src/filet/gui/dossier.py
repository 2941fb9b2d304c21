"""The open dossier: its rail, and the page of the part that is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from filet.application.services import Services
from filet.domain.casefile import CaseFile
from filet.domain.ids import CaseId
from filet.gui.context import Context
from filet.gui.places import PART_OF, TITLES, Part, Place
from filet.gui.screens.journal import JournalScreen
from filet.gui.screens.situation import SituationScreen
from filet.gui.screens.told_aloud import ToldAloudScreen
from filet.gui.widgets.case_rail import CaseRail, short_name
from filet.gui.widgets.page import Page
from filet.gui.widgets.rail import Stop


class Dossier(QObject):
    """Makes the pages of one dossier; whoever owns it puts them on the screen."""

    page_made = Signal(object, object)
    """A Place, and the page to show there."""
    back = Signal()
    """She goes back to the list."""
    asked = Signal(str)
    """A place of the house is wanted."""
    failed = Signal(object)
    """The dossier could not be read: the error."""

    def __init__(
        self, context: Context, services: Services, initials: str, below: tuple[Stop, ...]
    ) -> None:
        super().__init__()
        self._context, self._services, self._initials = context, services, initials
        self._makers: dict[Place, Callable[[CaseId], Page]] = {
            Place.SITUATION: self._situation,
            Place.JOURNAL: self._journal,
            Place.TOLD: self._told,
        }
        self.case: CaseId | None = None
        self.number = self.name = ""
        self.rail = CaseRail(context, below)
        self.rail.back.connect(self.back)
        self.rail.part_chosen.connect(self.show_part)
        self.rail.asked.connect(self.asked)

    def open(
        self, case: CaseId, place: Place = Place.SITUATION, inside: object = None, *, resumed: bool
    ) -> None:
        """Open a dossier; that it was read is an entry."""
        self.close()

        def opened(file: CaseFile) -> None:
            self.case = file.case
            self._show_file(file)
            self.show(place, inside)

        self._ask(lambda: self._services.cases.open(case, resumed=resumed), opened)

    def close(self) -> None:
        """Leave the dossier."""
        self.case = None

    def show_part(self, part: Part) -> None:
        """Show a part of the open dossier."""
        self.show(Place(part))

    def show(self, place: Place, inside: object = None) -> None:
        """Show a page of the open dossier, at a place of it."""
        if self.case is None:
            return
        page = self._makers[place](self.case)
        self.rail.show_part(PART_OF[place])
        self.page_made.emit(place, page)
        if inside is not None and hasattr(page, "show_where"):
            page.show_where(inside)

    def refresh(self) -> None:
        """Show a name, a level or a count that has just changed."""
        if self.case is not None:
            case, cases = self.case, self._services.cases
            self._ask(lambda: cases.read(case), self._show_file)

    def path(self, place: Place, *, numbers_only: bool) -> tuple[str, ...]:
        """Return where she is, as the bar says it: first name and initial, or the number."""
        who = self.number if numbers_only else self.name
        return tuple(filter(None, (who, self._context.t(TITLES[place]))))

    def _show_file(self, file: CaseFile) -> None:
        self.number, self.name = short_name(file, numbers_only=True), short_name(file)
        self.rail.show_file(file)

    def _situation(self, case: CaseId) -> Page:
        page = SituationScreen(self._context, self._services, case, self._initials)
        page.words_wanted.connect(lambda: self.show(Place.JOURNAL))
        page.load()
        return page

    def _journal(self, case: CaseId) -> Page:
        page = JournalScreen(self._context, self._services, case)
        page.told_wanted.connect(lambda: self.show(Place.TOLD))
        page.load()
        return page

    def _told(self, case: CaseId) -> Page:
        page = ToldAloudScreen(self._context, self._services, case)
        page.finished.connect(lambda: self.show(Place.JOURNAL))
        return page

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self._context.runner.submit(self, work, done=done, failed=self.failed.emit)
