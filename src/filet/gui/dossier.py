"""The open dossier: its rail, and the page of the part that is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from filet.application.attention import Step
from filet.application.interviewing import INVENTORY
from filet.application.services import Services
from filet.domain.casefile import CaseFile
from filet.domain.grammar import Lexicon
from filet.domain.ids import HOUSE, CaseId, ConsentId, OutsideId, SessionId
from filet.domain.kinds import SessionBegun, StatementMade
from filet.domain.sessions import open_session, open_sessions
from filet.domain.speaking import forms_of
from filet.gui.context import Context
from filet.gui.places import PART_OF, TITLES, Part, Place
from filet.gui.press import Press
from filet.gui.screens.before import BeforeScreen
from filet.gui.screens.consent import ConsentScreen
from filet.gui.screens.interview import InterviewScreen
from filet.gui.screens.journal import JournalScreen
from filet.gui.screens.outside_result import OutsideResultScreen
from filet.gui.screens.over_time import OverTimeScreen
from filet.gui.screens.result import ResultScreen
from filet.gui.screens.scenario import ScenarioScreen
from filet.gui.screens.sending import SendingScreen
from filet.gui.screens.share import ShareScreen
from filet.gui.screens.situation import SituationScreen
from filet.gui.screens.told_aloud import ToldAloudScreen
from filet.gui.widgets.case_rail import CaseRail, short_name
from filet.gui.widgets.page import Page


class Dossier(QObject):
    """Makes the pages of one dossier; whoever owns it puts them on the screen."""

    page_wanted = Signal(object, object, object)
    """A Place, what makes the page to show there, and at what of it, or nothing."""
    back = Signal()
    """She goes back to the list."""
    alone_changed = Signal(bool)
    """On the page that is shown: nothing but it may be seen, or everything again."""
    emergency_wanted = Signal()
    failed = Signal(object)
    """The dossier could not be read: the error."""

    def __init__(
        self,
        context: Context,
        services: Services,
        initials: str,
        press: Callable[[], Press],
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._usual = self._context = context
        self._services, self._initials = services, initials
        self._press = press
        self._makers: dict[Place, Callable[[CaseId], Page]] = {
            Place.SITUATION: self._situation,
            Place.BEFORE: self._before,
            Place.INTERVIEW: self._interview,
            Place.RESULT: self._result,
            Place.OUTSIDE: self._outside_result,
            Place.OVER_TIME: self._over_time,
            Place.PLAN: self._plan,
            Place.SHARE: self._share,
            Place.CONSENT: self._consent,
            Place.SENDING: self._sending,
            Place.JOURNAL: self._journal,
            Place.TOLD: self._told,
        }
        self.case: CaseId | None = None
        self._place = Place.SITUATION
        self._file = CaseFile(HOUSE)
        self._with_her, self._question = False, ""
        self._agreement: ConsentId | None = None
        """By which agreement something is to be chosen."""
        self._noted: OutsideId | None = None
        """Which result of another tool is to be corrected."""
        self._before_outside = Place.RESULT
        self.number = self.name = ""
        self.rail = CaseRail(context)
        self.rail.setParent(owner)  # until the room takes it, so that it goes with its owner
        self.rail.hide()
        self.rail.back.connect(self.back)
        self.rail.part_chosen.connect(self.show_part)

    def open(
        self, case: CaseId, place: Place = Place.SITUATION, inside: object = None, *, resumed: bool
    ) -> None:
        """Open a dossier; that it was read is an entry."""
        self.close()
        if place is Place.SENDING and isinstance(inside, str):
            self._agreement = ConsentId(UUID(inside))

        def opened(file: CaseFile) -> None:
            self.case = file.case
            self.show(place, inside)

        self._read(lambda: self._services.cases.open(case, resumed=resumed), opened)

    def close(self) -> None:
        """Leave the dossier."""
        self.case = self._agreement = None

    def show_part(self, part: Part) -> None:
        """Show a part of the open dossier."""
        self.show(self._appraisal() if part is Part.APPRAISAL else Place(part))

    def show(self, place: Place, inside: object = None) -> None:
        """Show a page of the open dossier, at a place of it."""
        if self.case is None:
            return
        self._place, case, make = place, self.case, self._makers[place]

        def made() -> Page:
            self.rail.show_part(PART_OF[place])
            return make(case)

        self.page_wanted.emit(place, made, inside)

    def refresh(self) -> None:
        """Show a name, a level or a count that has just changed; a page in another grammar anew."""
        if self.case is None:
            return
        case, cases, before = self.case, self._services.cases, self._context.forms

        def shown(_: CaseFile) -> None:
            if self._context.forms != before and self._place is Place.SITUATION:
                self.show(self._place)

        self._read(lambda: cases.read(case), shown)

    def path(self, place: Place, *, numbers_only: bool) -> tuple[str, ...]:
        """Return where she is, as the bar says it: first name and initial, or the number."""
        who = self.number if numbers_only else self.name
        return tuple(filter(None, (who, self._context.t(TITLES[place]))))

    def _appraisal(self) -> Place:
        """Return the page of the appraisal: the interview that goes on, or what is known."""
        if open_session(self._file, self._context.clock.now()) is not None:
            return Place.INTERVIEW
        return Place.RESULT if self._file.all(StatementMade) else Place.BEFORE

    def _read(self, read: Callable[[], CaseFile], then: Callable[[CaseFile], object]) -> None:
        """Read the dossier, and from now on speak in its grammar."""

        def shown(found: tuple[CaseFile, Lexicon]) -> None:
            file, lexicon = found
            self._show_file(file, lexicon)
            then(file)

        self._ask(lambda: (read(), self._services.packs.grammar()), shown)

    def _show_file(self, file: CaseFile, lexicon: Lexicon) -> None:
        self._file, forms = file, forms_of(file)
        if forms != self._context.forms:
            self._context = self._usual.speaking(forms, lexicon)
        self.number, self.name = short_name(file, numbers_only=True), short_name(file)
        self.rail.show_file(file)

    def _situation(self, case: CaseId) -> Page:
        page = SituationScreen(self._context, self._services, case, self._initials)
        page.words_wanted.connect(lambda: self.show(Place.JOURNAL))
        page.over_time_wanted.connect(lambda: self.show(Place.OVER_TIME))
        page.step_wanted.connect(self._take_step)
        page.hidden.connect(self.back)
        page.when_made(page.load)
        return page

    def _take_step(self, step: Step) -> None:
        """Go where the next thing to do is done."""
        match step:
            case Step.PLAN | Step.PLAN_AGAIN:
                self.show_part(Part.PLAN)
            case Step.REASON:
                self.show(Place.RESULT)
            case _:
                self.show_part(Part.APPRAISAL)

    def _before(self, case: CaseId) -> Page:
        going, pack = self._session_asked(), self._pack_asked()
        session = going.session if going is not None else None
        page = BeforeScreen(self._context, self._services, case, session, pack)
        page.begun.connect(self._begin)
        page.left.connect(lambda: self.show(Place.SITUATION))
        return page

    def _begin(self, _: SessionId, turned: bool) -> None:
        """Begin to ask; the screen may already be turned to her."""
        self._with_her = turned

        case = self._file.case
        self._read(lambda: self._services.cases.read(case), lambda _: self.show(Place.INTERVIEW))

    def _interview(self, case: CaseId) -> Page:
        """Return the interview that goes on, or what comes before one."""
        session = self._session_asked()
        if session is None:
            return self._before(case)
        with_her, item = self._with_her, self._question
        self._with_her, self._question = False, ""
        page = InterviewScreen(
            self._context, self._services, case, session.session, with_her=with_her, item=item
        )
        page.finished.connect(lambda: self.show(Place.RESULT))
        page.left.connect(lambda: self.show(Place.SITUATION))
        page.before_wanted.connect(lambda: self.show(Place.BEFORE))
        page.emergency_wanted.connect(self.emergency_wanted)
        page.with_her_changed.connect(self.alone_changed)
        return page

    def _session_asked(self) -> SessionBegun | None:
        """Return the interview in which the question stands that is wanted, or the last one."""
        going = open_sessions(self._file, self._context.clock.now())
        if "@" in self._question:
            name = self._pack_asked().rpartition("-")[0]
            going = tuple(one for one in going if one.pack.rpartition("-")[0] == name)
        return going[-1] if going else None

    def _pack_asked(self) -> str:
        """Return of which questionnaire a question is wanted; nothing for the inventory, or none."""
        pack = self._question.partition("@")[2]
        return "" if pack.startswith(f"{INVENTORY}-") else pack

    def _result(self, case: CaseId) -> Page:
        page = ResultScreen(self._context, self._services, case)
        page.question_wanted.connect(self._ask_again)
        page.interview_wanted.connect(lambda: self.show(Place.INTERVIEW))
        page.emergency_wanted.connect(self.emergency_wanted)
        page.plan_wanted.connect(lambda: self.show(Place.PLAN))
        page.over_time_wanted.connect(lambda: self.show(Place.OVER_TIME))
        copy = {"pane": "paper", "paper": "appraisal", "language": self._context.language[:2]}
        page.copy_wanted.connect(lambda: self.show(Place.PLAN, copy))
        page.left.connect(lambda: self.show(Place.SITUATION))
        page.outside_wanted.connect(lambda noted: self._note_outside(noted, Place.RESULT))
        page.when_made(page.load)
        return page

    def _over_time(self, case: CaseId) -> Page:
        page = OverTimeScreen(self._context, self._services, case)
        page.left.connect(lambda: self.show(Place.RESULT))
        page.when_made(page.load)
        return page

    def _note_outside(self, noted: OutsideId | None, back: Place) -> None:
        """Note the result of another tool, or correct one; then go back to where it was wanted."""
        self._noted, self._before_outside = noted, back
        self.show(Place.OUTSIDE)

    def _outside_result(self, case: CaseId) -> Page:
        noted, back = self._noted, self._before_outside
        page = OutsideResultScreen(self._context, self._services, case)
        page.finished.connect(lambda: self.show(back))
        page.load(noted)
        self._noted = None
        return page

    def _ask_again(self, item: str) -> None:
        """Go back to one question; without an interview, settle first how they speak."""
        self._question = item
        self.show(Place.INTERVIEW)

    def _plan(self, case: CaseId) -> Page:
        page = ScenarioScreen(self._context, self._services, case, self._press())
        page.left.connect(lambda: self.show(Place.SITUATION))
        page.question_wanted.connect(self._ask_again)
        page.when_made(page.load)
        return page

    def _share(self, case: CaseId) -> Page:
        page = ShareScreen(self._context, self._services, case)
        page.ask_wanted.connect(lambda: self.show(Place.CONSENT))
        page.send_wanted.connect(self._begin_sending)
        page.told_wanted.connect(lambda: self.show(Place.TOLD))
        page.when_made(page.load)
        return page

    def _begin_sending(self, consent: ConsentId) -> None:
        self._agreement = consent
        self.show(Place.SENDING)

    def _consent(self, case: CaseId) -> Page:
        page = ConsentScreen(self._context, self._services, case)
        page.finished.connect(lambda: self.show(Place.SHARE))
        page.told_wanted.connect(lambda: self.show(Place.TOLD))
        return page

    def _sending(self, case: CaseId) -> Page:
        """Return what is being chosen, or her answers where none is known any more."""
        if self._agreement is None:
            return self._share(case)
        page = SendingScreen(self._context, self._services, case, self._agreement, self._press())
        page.finished.connect(lambda: self.show(Place.SHARE))
        return page

    def _journal(self, case: CaseId) -> Page:
        page = JournalScreen(self._context, self._services, case)
        page.outside_wanted.connect(lambda: self._note_outside(None, Place.JOURNAL))
        page.told_wanted.connect(lambda: self.show(Place.TOLD))
        page.when_made(page.load)
        return page

    def _told(self, case: CaseId) -> Page:
        page = ToldAloudScreen(self._context, self._services, case)
        page.finished.connect(lambda: self.show(Place.JOURNAL))
        return page

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self._context.runner.submit(self, work, done=done, failed=self.failed.emit)
