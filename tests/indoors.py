"""A house in memory with its use cases, for tests of what is shown once inside."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from fakes.clock import FixedClock
from fakes.pocket import NoPocket
from fakes.runner import ImmediateRunner
from fakes.vault import FakeVault
from tools import shipped

from filet.adapters.documents import PdfProtector, ReportlabPrinter
from filet.adapters.keys.hiding import DataKeyHiding
from filet.adapters.store.pending import JsonPacking
from filet.application.access import Accesses
from filet.application.appraising import Appraising, Judgement, new_action
from filet.application.attention import Attention
from filet.application.calls import Calls
from filet.application.cases import Cases
from filet.application.control import Control
from filet.application.desk import Desk, Write
from filet.application.drafting import Drafting
from filet.application.erasing import Erasing
from filet.application.home import Home
from filet.application.interviewing import Interviewing
from filet.application.numbers import Numbers
from filet.application.outside import OutsideResults
from filet.application.over_time import OverTime
from filet.application.packs import HousePacks
from filet.application.pending import Pending
from filet.application.planning import Planning
from filet.application.printing import Printing
from filet.application.quick import QuickUnlock
from filet.application.recovery import Recovery
from filet.application.referring import Referring
from filet.application.register import Register
from filet.application.reviewing import Reviewing
from filet.application.screening import Screening
from filet.application.seconding import Seconding
from filet.application.services import Services
from filet.application.undoing import Undoing
from filet.application.versions import Versions
from filet.application.workers import Workers
from filet.domain.ids import CaseId, WorkerId
from filet.domain.kinds import (
    ActionPlanned,
    Level,
    PersonDescribed,
    Role,
    Status,
    StatusSet,
    WorkerEnrolled,
)
from filet.domain.moments import Due
from filet.domain.rows import people
from filet.gui.context import Context
from filet.gui.keeper import Keeper
from filet.gui.theme import Theme, ThemeName
from filet.i18n import Words, screen

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
MAUDE = WorkerId(UUID(int=0x3A0D))


@cache
def words(language: str) -> Words:
    """Return the words as they stand in the translators' file, compiled or not."""
    with (RESOURCES / "locale" / language / "filet.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Words(language, GNUTranslations(compiled))


@dataclass
class Indoors:
    """A desk, what can be done at it, and what screens are handed."""

    language: str = "fr"
    theme: ThemeName = ThemeName.LIGHT
    scale: float = 1.0
    clock: FixedClock = field(default_factory=FixedClock)
    vault: FakeVault = field(default_factory=FakeVault)

    def __post_init__(self) -> None:
        data = shipped()
        self.desk = desk = Desk(self.vault, self.clock, MAUDE, data.triggers)
        packs = HousePacks(desk, data)
        self.runner = ImmediateRunner()
        screen.speak(words(self.language))
        self.context = Context(
            words(self.language), Theme.read(RESOURCES, self.theme, self.scale), self.runner,
            self.clock, Keeper(self.runner),
        )  # fmt: skip
        workers: Workers = None  # type: ignore[assignment]  # no key is touched by these screens
        nothing: Any = None  # no copy, destruction or export is made by these screens
        printer = ReportlabPrinter(RESOURCES / "fonts")
        phrases = PdfProtector(RESOURCES / "phrases" / "fr.txt")
        self.services = Services(
            cases=Cases(desk),
            calls=Calls(desk),
            screening=Screening(desk),
            appraising=Appraising(desk, packs),
            seconding=Seconding(desk, workers),
            reviewing=Reviewing(desk, data),
            planning=Planning(desk, packs),
            versions=Versions(desk, packs),
            over_time=OverTime(desk, data),
            printing=Printing(desk, data, printer, phrases, packs),
            erasing=Erasing(desk),
            undoing=Undoing(desk),
            home=Home(desk),
            drafting=Drafting(desk),
            pending=Pending(desk, DataKeyHiding(UUID(int=1), (bytearray(48),)), JsonPacking()),
            attention=Attention(desk, packs),
            numbers=Numbers(desk, data),
            packs=packs,
            outside=OutsideResults(desk),
            control=Control(desk, data),
            interviewing=Interviewing(desk, packs),
            accesses=Accesses(desk),
            workers=workers,
            recovery=Recovery(desk, None, workers),  # type: ignore[arg-type]  # as above
            quick=QuickUnlock(desk, Path(), NoPocket()),
            backing_up=nothing,
            destroying=nothing,
            retaining=nothing,
            exporting=nothing,
            referring=Referring(desk, data, printer, phrases),
            register=Register(desk),
        )

    def enroll(self, name: str = "Maude R.") -> None:
        self.desk.record_house(Write(WorkerEnrolled(MAUDE, "MR", name, "", "")))

    def case(
        self, given: str, family: str = "", *, status: Status | None = None, children: int = 0
    ) -> CaseId:
        case = self.services.cases.create(given, family).value.case
        if status is not None:
            since = self.clock.today() - timedelta(days=9)
            self.services.cases.set_status(case, StatusSet(status, since))
        for number in range(children):
            child = PersonDescribed(self.services.cases.new_person(), Role.CHILD, f"Zoé{number}")
            self.services.cases.describe(case, child)
        return case

    def sign(
        self, case: CaseId, level: Level, *, review: int = 5, provisional: bool = False
    ) -> None:
        persons = tuple(
            who for who, one in people(self.desk.read(case)).items() if one.role is Role.HER
        )
        judgement = Judgement(
            level, persons, (), "Il sait qu'elle part.", Due(self.day(review)), provisional,
            taken_into_account="vu",
        )  # fmt: skip
        self.services.appraising.sign(case, judgement)

    def plan(
        self, case: CaseId, text: str, *, days: int = 0, hour: str = "", who: str = ""
    ) -> None:
        due = Due(self.day(days), hour)
        self.services.appraising.plan(case, ActionPlanned(new_action(), text, who=who, due=due))

    def day(self, ahead: int) -> date:
        return self.clock.today() + timedelta(days=ahead)

    def full(self) -> list[CaseId]:
        """Write a house as on a common evening."""
        self.enroll()
        cases = [
            self.case("Violette", "Essai-Côté", status=Status.HOUSED, children=2),
            self.case("Églantine", "Fictive-Dubé", status=Status.OUTREACH),
            self.case("Mirabelle", "Exemple-Roy", status=Status.OUTREACH, children=2),
            self.case("Soraya", "Modèle-Benali", status=Status.HOUSED, children=1),
            self.case("Iris", "Démo-Nguyen", status=Status.OUTREACH, children=1),
            self.case("Jacinthe", "Spécimen", status=Status.AFTER_STAY),
            self.case("Capucine", "Brouillon"),
            self.case("Aubépine", "Modèle", status=Status.CLOSED),
        ]
        self.clock.move(days=1)
        self.sign(cases[1], Level.AGGRAVATED, review=2)
        self.sign(cases[2], Level.AGGRAVATED, review=3)
        self.clock.move(days=4)
        self.sign(cases[3], Level.MODERATE)
        self.sign(cases[4], Level.MODERATE)
        self.sign(cases[5], Level.NOT_ESTABLISHED)
        self.sign(cases[0], Level.IMMINENT, provisional=True)
        self.plan(cases[0], "rappel du service de police", hour="23:30", who="Maude R.")
        self.plan(cases[1], "appel, avant 15 h seulement", days=-3, who="Maude R.")
        self.plan(cases[3], "accompagnement au palais de justice", days=1, hour="09:00")
        self.plan(cases[4], "suite du scénario", days=2, hour="13:00")
        return cases


def someone() -> UUID:
    return uuid4()
