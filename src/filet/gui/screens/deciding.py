"""One closed dossier, by its number: keep it longer, or end it with a colleague."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from filet.application.destroying import Certificate
from filet.application.retaining import Kept, Weight
from filet.application.services import Services
from filet.application.workers import Passphrase
from filet.domain.ids import CaseId
from filet.gui.context import Context
from filet.gui.models.keeping_texts import closed_said, time_said
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.ending import EndingCard
from filet.gui.widgets.hold_form import HeldCard, Hold, HoldForm
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import Page, muted


@dataclass(frozen=True, slots=True)
class _Loaded:
    kept: Kept
    weight: Weight | None
    """What its end would take; nothing where it cannot end now."""
    who: str
    manages: bool


class DecidingPage(Page):
    """Shows no name and nothing of what the dossier says."""

    left = Signal()
    certified = Signal(object)
    """It is destroyed: the Certificate."""
    appeared = Signal(object)

    def __init__(self, context: Context, services: Services) -> None:
        super().__init__(context)
        t, theme = context.t, context.theme
        self._services = services
        self._case: CaseId | None = None
        self.back = Link(theme, t("Back to the &list"), icon="arrow-left")
        self.title = Heading(theme, "")
        self.facts = Text(theme, tone="secondary")
        early = t("It can be destroyed once it is closed and its time is over.")
        self.early = muted(context, early)
        self.held, self.hold, self.ending = (
            HeldCard(context),
            HoldForm(context),
            EndingCard(context),
        )
        self._lay_out()
        self._connect()

    def show_case(self, case: CaseId) -> None:
        """Show a dossier."""
        self._case = case
        self.load()

    def load(self) -> None:
        """Read it again."""
        case, retaining = self._case, self._services.retaining
        if case is None:
            return

        def read() -> _Loaded:
            kept, manages = retaining.look(case), retaining.manages()
            ends = manages and kept.over and not kept.holds
            asked = kept.asked.entry.by if kept.asked else None
            who = retaining.initials().get(asked, "") if asked else ""
            return _Loaded(kept, retaining.weigh(case) if ends else None, who, manages)

        self.ask(read, self._show)

    def show_error(self, error: BaseException) -> None:
        """Say it at the top, in sight."""
        super().show_error(error)
        self.appeared.emit(self.notice)

    def take_focus(self) -> None:
        """Begin at the way back: nothing is proposed."""
        self.back.setFocus()

    def _show(self, loaded: _Loaded) -> None:
        t, kept = self.context.t, loaded.kept
        title = t("Dossier {number}", number=kept.number)
        self.title.setText(title)
        self.title.setAccessibleName(title)
        facts = (closed_said(self.context, kept), time_said(self.context, kept))
        self.facts.setText(" · ".join(filter(None, facts)))
        self.held.show_holds(kept.holds, manages=loaded.manages)
        self.hold.setVisible(not kept.holds)
        self.early.setVisible(loaded.manages and not kept.over and not kept.holds)
        self.ending.setVisible(loaded.weight is not None)
        if loaded.weight is not None:
            self.ending.show_ending(kept, loaded.weight, loaded.who)
        first = (self.ending, self.hold) if kept.asked else (self.hold, self.ending)
        for part in first:
            self._column.addWidget(part)

    def _write(self, work: Callable[[CaseId], Any]) -> None:
        """Write, then read again; what two persons decide is never tried again by itself."""
        case = self._case
        if case is not None:
            self.notice.clear()
            self.ask(lambda: work(case), lambda _: self.load())

    def _hold(self, hold: Hold) -> None:
        self._write(lambda case: self._services.destroying.hold(case, *hold))

    def _lift(self, words: str) -> None:
        self._write(lambda case: self._services.destroying.lift(case, words))

    def _ask_for_it(self, own: str) -> None:
        self._write(lambda case: self._services.retaining.ask(case, Passphrase(own)))

    def _take_back(self) -> None:
        self._write(self._services.retaining.take_back)

    def _agree(self, own: str) -> None:
        case, retaining = self._case, self._services.retaining
        if case is None:
            return
        self.notice.clear()
        self.ending.clear()
        self.ask(lambda: retaining.agree(case, Passphrase(own)), self._certified)

    def _certified(self, certificate: Certificate) -> None:
        self._case = None
        self.certified.emit(certificate)

    def _lay_out(self) -> None:
        head, column = QVBoxLayout(), QVBoxLayout(self)
        self._column = column
        head.setSpacing(2)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.title)
        head.addWidget(self.facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.notice)
        for part in (self.held, self.early, self.hold, self.ending):
            column.addWidget(part)
            part.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(lambda *_: self.left.emit())
        self.hold.wanted.connect(self._hold)
        self.held.lifted.connect(self._lift)
        self.ending.asked.connect(self._ask_for_it)
        self.ending.agreed.connect(self._agree)
        self.ending.taken_back.connect(self._take_back)
