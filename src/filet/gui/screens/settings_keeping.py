"""« Conservation »: how long closed dossiers stay, which have had their time, what was ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from filet.application.destroying import Certificate
from filet.application.outcome import Topic
from filet.application.printing import Sheet
from filet.application.retaining import Kept, Waiting
from filet.application.services import Services
from filet.domain.blocks import Paper
from filet.domain.ids import CaseId, WorkerId
from filet.domain.law import Law, LawVersion
from filet.domain.retention import Rule
from filet.gui.context import Context
from filet.gui.press import Press
from filet.gui.screens.certificate import CertificatePage
from filet.gui.screens.deciding import DecidingPage
from filet.gui.screens.settings import SettingsPart, Step
from filet.gui.widgets.going import let_go
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import muted
from filet.gui.widgets.retention_rule import RuleCard, law_card
from filet.gui.widgets.waiting_list import CertificatesCard, WaitingCard
from filet.i18n import N_

_SAID = N_("What the house decided was kept.")


@dataclass(frozen=True, slots=True)
class _Loaded:
    waiting: Waiting
    certificates: tuple[Certificate, ...]
    initials: Mapping[WorkerId, str]
    law: tuple[Law, LawVersion] | None
    manages: bool


@dataclass(frozen=True, slots=True)
class Papers:
    """What a certificate leaves by, and whether nothing here is real."""

    press: Callable[[], Press]
    draw: Callable[[Paper], Sheet]
    exercise: bool


class KeepingPart(SettingsPart):
    """Nothing goes without two persons, and nobody is named here."""

    def __init__(self, context: Context, services: Services, papers: Papers) -> None:
        t = context.t
        lead = t("How long a closed dossier is kept. Nothing is erased unless somebody decides it.")
        super().__init__(context, t("Retention"), lead)
        self._services, self._papers = services, papers
        self._loaded: _Loaded | None = None
        self._opened = ""
        self.step: DecidingPage | CertificatePage | None = None
        self.rule = RuleCard(context)
        self.waiting = WaitingCard(context)
        self.certificates = CertificatesCard(context)
        self.only = muted(context, t("The list is for the coordination and the direction."))
        self._law = QVBoxLayout()
        self._overview = QWidget()
        self._lay_out()
        self._connect()
        self.load()

    def load(self) -> None:
        """Read everything again, away from the window."""
        self.ask(self._read, self._show)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what was decided elsewhere."""
        if Topic.HOUSE in topics or Topic.CASES in topics:
            self.load()

    def _read(self) -> _Loaded:
        retaining = self._services.retaining
        manages = retaining.manages()
        return _Loaded(
            retaining.waiting() if manages else Waiting(retaining.rule()),
            self._services.destroying.certificates() if manages else (),
            retaining.initials(),
            retaining.law(),
            manages,
        )

    def _show(self, loaded: _Loaded) -> None:
        known, self._loaded = self._loaded, loaded
        self.rule.show_rule(loaded.waiting.rule, manages=loaded.manages)
        self.only.setVisible(not loaded.manages)
        self.waiting.show_waiting(loaded.waiting, manages=loaded.manages)
        self.certificates.show_certificates(loaded.certificates)
        if known is None and loaded.law is not None:
            self._law.addWidget(law_card(self.context, *loaded.law))

    def _decide(self, rule: Rule) -> None:
        retaining = self._services.retaining

        def kept(former: Rule) -> None:
            self.rule.close_form()
            self.changed.emit(Step(_SAID, rule=former))
            self.load()

        self.keep(lambda: retaining.decide(rule), kept)

    def _find(self, number: str) -> None:
        self.notice.clear()
        retaining = self._services.retaining
        self.ask(lambda: retaining.find(number), self._found)

    def _found(self, kept: Kept) -> None:
        self._open(kept.case, kept.number)

    def _open(self, case: CaseId, number: str = "") -> None:
        self._opened = number or self._number_of(case)
        page = DecidingPage(self.context, self._services)
        page.certified.connect(lambda one: self._see(one, fresh=True))
        self._show_step(page)
        page.show_case(case)

    def _see(self, certificate: Certificate, *, fresh: bool = False) -> None:
        papers, initials = self._papers, self._loaded.initials if self._loaded else {}
        page = CertificatePage(self.context, self._services, papers.press, papers.draw)
        page.show_certificate(certificate, initials, exercise=papers.exercise, fresh=fresh)
        self._show_step(page)

    def _show_step(self, page: DecidingPage | CertificatePage) -> None:
        """Put a page in the place of the overview."""
        former, self.step = self.step, page
        page.left.connect(self._come_back)
        page.appeared.connect(self.appeared)
        page.saved.connect(self.saved)
        page.failed.connect(self.failed)
        self.notice.clear()
        self.lead.hide()
        self._overview.hide()
        self.column.addWidget(page)
        if former is not None:
            let_go(former)
        page.take_focus()
        self.appeared.emit(self.title)

    def _come_back(self) -> None:
        if self.step is not None:
            let_go(self.step)
        self.step = None
        self.lead.show()
        self._overview.show()
        self.waiting.want(self._opened)
        self.load()

    def _number_of(self, case: CaseId) -> str:
        listed = self._loaded.waiting.listed if self._loaded else ()
        return next((one.number for one in listed if one.case == case), "")

    def _connect(self) -> None:
        self.rule.decided.connect(self._decide)
        self.rule.appeared.connect(self.appeared)
        self.waiting.chosen.connect(self._open)
        self.waiting.number_asked.connect(self._find)
        self.certificates.chosen.connect(self._see)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.rule, self.only, self.waiting, self.certificates, self._choosing()):
            column.addWidget(part)
        column.addLayout(self._law)
        self.only.hide()
        self.column.addWidget(self._overview)

    def _choosing(self) -> QFrame:
        """Return what deciding means."""
        t = self.context.t
        frame = QFrame()
        frame.setObjectName("notice-info")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 10, 14, 10)
        words = t(
            "To decide is to choose: keep it longer, with a reason, or destroy it. A destruction"
            " takes two persons, and leaves a line in the register without the content."
            " “Destroyed” is said only if no known copy holds it."
        )
        inside.addWidget(Text(self.context.theme, words))
        return frame
