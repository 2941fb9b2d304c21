"""Who may enter: enrolled, let in again, withdrawn; her own passphrase; the recovery key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from filet.application.access import Breaking
from filet.application.outcome import Topic
from filet.application.recovery import RecoveryState
from filet.application.services import Services
from filet.application.workers import Access, Own, Renewed
from filet.domain.ids import WorkerId
from filet.domain.kinds import Duty
from filet.domain.workers import Worker
from filet.gui.context import Context
from filet.gui.models.accesses import drill_said, said, who_helps
from filet.gui.sayings import now_hour
from filet.gui.screens import access_told
from filet.gui.screens.access_panels import (
    Deciding,
    DescribePanel,
    DrillPanel,
    EnrolPanel,
    OwnPhrasePanel,
    ResetPanel,
    WithdrawPanel,
)
from filet.gui.screens.access_pin import PinSection
from filet.gui.screens.access_reissue import ReissuePanel
from filet.gui.screens.settings import SettingsPart
from filet.gui.turns import Act
from filet.gui.widgets.access_card import AccessCard
from filet.gui.widgets.access_list import AccessList
from filet.gui.widgets.broken_glass import BrokenGlass
from filet.gui.widgets.buttons import Link, Primary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.going import let_go
from filet.gui.widgets.notice import Message, Tone
from filet.gui.widgets.step_panel import StepPanel

Told = Callable[[Context, Any], Message | None]
"""Returns what to say of what was done; nothing where the panel has more to show."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    own: Own
    accesses: tuple[Access, ...]
    recovery: RecoveryState
    breakings: tuple[Breaking, ...] = ()
    copies: Mapping[WorkerId, int] = field(default_factory=dict)
    """How many copies still open with the passphrase of each who was withdrawn."""

    def others(self) -> tuple[Worker, ...]:
        """Return everybody else who was not withdrawn."""
        mine = self.own.worker.id if self.own.worker is not None else None
        workers = (one.worker for one in self.accesses)
        return tuple(one for one in workers if not one.withdrawn and one.id != mine)

    def worker(self, worker: WorkerId) -> Worker | None:
        """Return somebody by identity."""
        return next((one.worker for one in self.accesses if one.worker.id == worker), None)


class AccessPart(SettingsPart):
    """Only what her role lets her do is drawn; what touches keys asks for a passphrase again."""

    def __init__(self, context: Context, services: Services, propose: Callable[[], str]) -> None:
        t = context.t
        lead = t("Each has her own passphrase. Nobody else knows it, not even the coordination.")
        super().__init__(context, t("Workers and access"), lead)
        self._services, self._propose = services, propose
        self._loaded: _Loaded | None = None
        self.panel: StepPanel | None = None
        self._opener: QWidget | None = None
        self.add = Primary(context.theme, t("&Add a person…"), icon="plus")
        self.add.hide()
        self.list = AccessList(context)
        self.cards: dict[str, AccessCard] = {}
        self.broken = BrokenGlass(context)
        self.reissue = Link(context.theme, t("Make another…"))
        self.reissue.setAccessibleName(t("Make another recovery key"))
        self.reissue.setParent(self)
        self.reissue.hide()
        self.pin = PinSection(context, services)
        self.pin.failed.connect(self.failed)
        self.pin.appeared.connect(self.appeared)
        self._place, self._below = QWidget(), QWidget()
        self._lay_out()
        self.add.clicked.connect(lambda *_: self._enrol())
        self.list.change_wanted.connect(self._describe)
        self.reissue.clicked.connect(lambda *_: self._reissue())
        self.load()

    def load(self) -> None:
        """Read who may enter, and how the recovery key stands."""
        self.ask(self._read, self._show)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what the house knows."""
        if Topic.HOUSE in topics:
            self.load()
            self.pin.load()

    def _read(self) -> _Loaded:
        use = self._services
        own = use.workers.own()
        breakings = use.accesses.breakings() if own.manages else ()
        accesses = use.workers.accesses()
        gone = [one.worker.id for one in accesses if one.worker.withdrawn]
        copies = {one: len(use.workers.copies_open_to(one)) for one in gone}
        return _Loaded(own, accesses, use.recovery.state(), breakings, copies)

    # What is shown -----------------------------------------------------------------------

    def _show(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self.turns.build(self._acts(loaded))

    def _acts(self, loaded: _Loaded) -> Iterator[Act]:
        """Return what draws the part; its cards once: a role does not change while she sits."""
        own, context = loaded.own, self.context
        yield lambda: self.add.setVisible(own.manages)
        lines = [
            said(context, one, own.worker, loaded.copies.get(one.worker.id, 0))
            for one in loaded.accesses
        ]
        yield from self.list.acts(lines, manages=own.manages)
        if not self.cards:
            yield from self._cards_of(loaded)
        yield lambda: self._show_recovery(loaded.recovery)
        if own.manages:
            yield lambda: self.broken.show_all(loaded.breakings, loaded.accesses)

    def _cards_of(self, loaded: _Loaded) -> Iterator[Act]:
        own = loaded.own
        if own.worker is not None:
            yield self._own_card
        may_try = own.duty is not Duty.TRAINEE
        yield lambda: self._recovery_card(may_try=may_try, manages=own.manages)
        yield lambda: self._forgotten_card(loaded)
        if own.manages:
            yield self._leaving_card

    def _own_card(self) -> None:
        t = self.context.t
        text = t("Change it when somebody may have seen it, or when you wish.")
        card = self._card("own", "lock", t("Your passphrase"), text, t("Change it…"))
        card.act.clicked.connect(lambda *_: self._change_own())

    def _recovery_card(self, *, may_try: bool, manages: bool) -> None:
        t = self.context.t
        text = t(
            "One sealed sheet, in two places. Without it, dossiers whose passphrases are all"
            " forgotten are lost."
        )
        button = t("Try the key…") if may_try else ""
        card = self._card("recovery", "key-round", t("Recovery key"), text, button)
        card.act.clicked.connect(lambda *_: self._drill())
        if manages:
            card.add_link(self.reissue)
            self.reissue.show()

    def _forgotten_card(self, loaded: _Loaded) -> None:
        """For who manages, the act; for the others, in words, who can help."""
        t, manages = self.context.t, loaded.own.manages
        here = t("A colleague who forgot hers chooses another one here, with you beside her.")
        text = here if manages else who_helps(self.context, loaded.accesses)
        button = t("Give another one…") if manages else ""
        title = t("Forgotten passphrase")
        card = self._card("forgotten", "circle-question-mark", title, text, button)
        card.act.clicked.connect(lambda *_: self._reset())

    def _leaving_card(self) -> None:
        t = self.context.t
        text = t(
            "Her access is withdrawn at once on this computer, and the locks are changed. Her"
            " notes stay, under her name."
        )
        title, button = t("When a colleague leaves the team"), t("Withdraw an access…")
        card = self._card("leaving", "user-round", title, text, button)
        card.act.clicked.connect(lambda *_: self._withdraw())

    def _card(self, key: str, icon: str, title: str, text: str, button: str) -> AccessCard:
        card = self.cards[key] = AccessCard(self.context, icon, title, button)
        card.text.setText(text)
        self._flow.add(card, least=self.context.theme.px(300), stretch=1)
        return card

    def _show_recovery(self, state: RecoveryState) -> None:
        places = ", ".join(state.places)
        where = self.context.t("Found in: {places}.", places=places) if places else ""
        text = " ".join(filter(None, (drill_said(self.context, state), where)))
        late = state.is_late(self.context.clock.today())
        self.cards["recovery"].show_state(text, late=late)

    # What is decided ---------------------------------------------------------------------

    def _enrol(self) -> None:
        panel = EnrolPanel(self.context, self._deciding())
        self._begin(panel, self._services.workers.enrol, access_told.enrolled, self.add)

    def _describe(self, worker: WorkerId, link: QWidget) -> None:
        known = self._loaded.worker(worker) if self._loaded else None
        if known is not None:
            panel = DescribePanel(self.context, known)
            self._begin(panel, self._services.workers.describe, access_told.described, link)

    def _change_own(self) -> None:
        panel = OwnPhrasePanel(self.context, self._deciding())
        act = self._services.workers.change_passphrase
        self._begin(panel, act, access_told.changed, self.cards["own"].act)

    def _reset(self) -> None:
        others = self._others("forgotten")
        if others:
            panel = ResetPanel(self.context, others, self._deciding())
            opener = self.cards["forgotten"].act
            self._begin(panel, self._services.workers.reset, access_told.given, opener)

    def _withdraw(self) -> None:
        others = self._others("leaving")
        if others:
            panel = WithdrawPanel(self.context, others, self._deciding())
            opener = self.cards["leaving"].act
            self._begin(panel, self._services.workers.withdraw, access_told.withdrawn, opener)

    def _drill(self) -> None:
        places = self._loaded.recovery.places if self._loaded else ()
        panel, opener = DrillPanel(self.context, places), self.cards["recovery"].act
        self._begin(panel, self._services.recovery.drill, access_told.tried, opener)

    def _reissue(self) -> None:
        panel = ReissuePanel(self.context, self._deciding())

        def made(_: Context, value: tuple[Renewed, tuple[str, ...]]) -> None:
            panel.copied.connect(lambda: self._end(access_told.remade(self.context, value[0])))
            panel.show_lines(value[1])

        self._begin(panel, self._services.recovery.reissue, made, self.reissue)

    def _others(self, card: str) -> Sequence[Worker]:
        """Return the colleagues it may be about; say so where there is none."""
        others = self._loaded.others() if self._loaded else ()
        if not others:
            self.cards[card].show_state(self.context.t("Nobody else has access here."))
        return others

    def _deciding(self) -> Deciding:
        own = self._loaded.own if self._loaded else None
        return Deciding(self._propose, own is not None and own.worker is None)

    def _begin(
        self,
        panel: StepPanel,
        act: Callable[..., Any],
        told: Told,
        opener: QWidget,
    ) -> None:
        """Open a panel; what it decides is done away from the window, however long it takes."""
        if self.panel is not None and self.panel.holds:
            self.panel.take_focus()
            return
        self._close()
        self.notice.clear()
        self.panel, self._opener = panel, opener
        panel.decided.connect(lambda given: self._do(panel, partial(act, *given), told))
        panel.closed.connect(self._close)
        self._panels.addWidget(panel)
        self._place.show()
        panel.take_focus()
        self.appeared.emit(panel)

    def _do(self, panel: StepPanel, work: Callable[[], Any], told: Told) -> None:
        panel.show_busy(busy=True)
        t = self.context.t
        self.notice.show_message(Message(Tone.INFO, t("One moment: the keys are at work.")))

        def done(value: Any) -> None:
            self.saved.emit(t("Saved at {hour}", hour=now_hour(self.context)))
            self.notice.clear()
            panel.show_busy(busy=False)
            message = told(self.context, value)
            if message is not None:
                self._end(message)
            self.load()

        self.context.runner.submit(
            self, work, done=done, failed=lambda error: self._refused(panel, error)
        )

    def _end(self, message: Message) -> None:
        """Close the panel, and say above the page what came of it."""
        self._close()
        self.notice.show_message(message)
        self.appeared.emit(self.notice)

    def _refused(self, panel: StepPanel, error: BaseException) -> None:
        """Say it beside the field where it can be mended, or else above the page."""
        self.notice.clear()
        panel.show_busy(busy=False)
        if not panel.show_error(error):
            self.show_error(error)
            self.appeared.emit(self.notice)

    def _close(self) -> None:
        """Drop the panel and all that was typed in it."""
        if self.panel is not None:
            let_go(self.panel)
            self.panel = None
            self._place.hide()
            self.notice.clear()
        if self._opener is not None and isValid(self._opener) and self._opener.isVisible():
            self._opener.setFocus()
        self._opener = None

    def _lay_out(self) -> None:
        self.head.add(self.add)
        self._panels = QVBoxLayout(self._place)
        self._flow = Flow(self._below, gap=12, line_gap=12)
        for column in (self._panels, self._flow):
            column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._place, self.list, self._below, self.pin, self.broken):
            self.column.addWidget(widget)
        self._place.hide()
