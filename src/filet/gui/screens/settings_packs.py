"""« Questionnaires »: those that Filet brings along, and those that the house is allowed to use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.outcome import Topic
from filet.application.packs import Candidate, Listed
from filet.application.services import Services
from filet.domain.ids import WorkerId
from filet.domain.kinds import CutoffSet
from filet.gui.context import Context
from filet.gui.models.pack_texts import PackSaid, pack_said
from filet.gui.screens.settings import SettingsPart
from filet.gui.turns import Act
from filet.gui.widgets.buttons import Link, Primary
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.going import let_go
from filet.gui.widgets.labels import Text
from filet.gui.widgets.notice import Message, Tone
from filet.gui.widgets.pack_candidate import PackCandidate
from filet.gui.widgets.page import card, emptied, line, muted

_DIGITS = 5


@dataclass(frozen=True, slots=True)
class _Loaded:
    listed: tuple[Listed, ...]
    workers: Mapping[WorkerId, str]
    manages: bool


class Chooser(Protocol):
    """Who asks for a folder."""

    choose_folder: Callable[[], Path | None]


class PacksPart(SettingsPart):
    """Nothing comes in that does not prove itself, nor without whoever allows it."""

    help_wanted = Signal(str)

    def __init__(self, context: Context, services: Services, chooser: Chooser) -> None:
        t, theme = context.t, context.theme
        lead = t("A questionnaire sheds light; it does not decide. Each says whose it is.")
        super().__init__(context, t("Questionnaires"), lead)
        self._services, self._chooser = services, chooser
        self._leaving: tuple[str, str] = ("", "")
        self.add = Primary(theme, t("&Add a questionnaire…"), icon="folder-open")
        self.guide = Link(theme, t("How a questionnaire is written"))
        self.only = muted(context, t("This is for the coordination and the direction."))
        self.candidate: PackCandidate | None = None
        self.panel = FormPanel(
            context, t("Withdraw a questionnaire"), self._fields, button=t("&Withdraw it")
        )
        self.threshold = FormPanel(
            context,
            t("Threshold of the house"),
            self._threshold_fields,
            button=t("&Set this threshold"),
        )
        self.links: dict[str, Link] = {}
        self.thresholds: dict[str, Link] = {}
        self._card, self._rows = card(context)
        self._lay_out()
        self._connect()
        self.load()

    def load(self) -> None:
        """Read every questionnaire, away from the window."""
        self.ask(self._read, self._show)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what was added or withdrawn elsewhere."""
        if Topic.HOUSE in topics:
            self.load()

    def _read(self) -> _Loaded:
        packs = self._services.packs
        return _Loaded(packs.listed(), self._services.home.workers(), packs.manages())

    def _show(self, loaded: _Loaded) -> None:
        self.add.setVisible(loaded.manages)
        self.only.setVisible(not loaded.manages)
        emptied(self._rows)
        self.links, self.thresholds = {}, {}
        own = [one for one in loaded.listed if one.kept is not None]
        shipped = [one for one in loaded.listed if one.kept is None]
        self.turns.build(self._acts((*own, *shipped), loaded))

    def _acts(self, listed: Sequence[Listed], loaded: _Loaded) -> Iterator[Act]:
        """Return what draws the rows; they are laid out once, when all of them stand."""
        yield self._card.hide
        for place, one in enumerate(listed):
            yield partial(self._add_row, place, one, loaded)
        yield self._card.show

    def _add_row(self, place: int, one: Listed, loaded: _Loaded) -> None:
        if place:
            self._rows.addWidget(line())
        said = pack_said(self.context, one, loaded.workers)
        links = (self._threshold_link(one, said, loaded), self._withdraw_link(one, said, loaded))
        self._rows.addWidget(self._row(said, links))

    def _row(self, said: PackSaid, links: Sequence[Link | None]) -> QWidget:
        theme, row = self.context.theme, QWidget()
        words = QVBoxLayout(row)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        head = Flow(gap=16, line_gap=2)
        head.add(Text(theme, said.title, kind="strong"), least=theme.px(260), stretch=1)
        for link in filter(None, links):
            head.add(link)
        words.addLayout(head)
        if said.warning:
            words.addWidget(Text(theme, said.warning, kind="small", tone="note"))
        told = (said.what, said.licence, f"{said.proof} · {said.origin}", said.cutoff)
        for text in filter(None, told):
            words.addWidget(muted(self.context, text))
        return row

    def _withdraw_link(self, one: Listed, said: PackSaid, loaded: _Loaded) -> Link | None:
        if one.kept is None or not one.kept.offered or not loaded.manages:
            return None
        link = Link(self.context.theme, self.context.t("Withdraw…"))
        link.setAccessibleName(f"{self.context.t('Withdraw')}, {said.title}")
        pack = (one.kept.imported.pack, one.kept.imported.version)
        link.clicked.connect(lambda *_: self._begin_withdrawal(pack, link))
        self.links[one.instrument.id] = link
        return link

    # Adding -------------------------------------------------------------------------------

    def _pick(self) -> None:
        path = self._chooser.choose_folder()
        if path is not None:
            packs = self._services.packs
            self.notice.clear()
            self.ask(lambda: packs.consider(path), self._consider)

    def _consider(self, candidate: Candidate) -> None:
        self._put_away()
        shown = self.candidate = PackCandidate(self.context, candidate)
        shown.wanted.connect(self._keep_it)
        shown.closed.connect(self._close)
        shown.help_wanted.connect(self.help_wanted)
        self._place.addWidget(shown)
        shown.take_focus()
        self.appeared.emit(shown)

    def _keep_it(self, who: str, what: str) -> None:
        packs, shown = self._services.packs, self.candidate
        if shown is not None:
            candidate = shown.candidate
            self.keep(lambda: packs.take_in(candidate, who, what), lambda _: self._kept())

    def _kept(self) -> None:
        t = self.context.t
        text = t("It is kept with the dossiers: what is answered with it can be read for ever.")
        self.notice.show_message(Message(Tone.OK, t("The questionnaire was added."), text))
        self._close()
        self.load()

    def _close(self) -> None:
        self._put_away()
        self.add.setFocus()

    def _put_away(self) -> None:
        former, self.candidate = self.candidate, None
        if former is not None:
            let_go(former)

    # Withdrawing --------------------------------------------------------------------------

    def _fields(self) -> dict[str, Any]:
        return {"reason": LabelledField(self.context, self.context.t("Why it is withdrawn"))}

    def _begin_withdrawal(self, pack: tuple[str, str], opener: QWidget) -> None:
        self._leaving = pack
        self.notice.clear()
        self.panel.begin({}, opener)
        self.panel.fields["reason"].show_wrong("")
        self.appeared.emit(self.panel)

    def _withdraw(self, texts: dict[str, str]) -> None:
        reason, field = texts["reason"], self.panel.fields["reason"]
        field.show_wrong("" if reason else self.context.t("Write the reason."))
        if not reason:
            field.take_focus()
            return
        packs, (pack, version) = self._services.packs, self._leaving
        self.keep(lambda: packs.withdraw(pack, version, reason), lambda _: self._withdrawn())

    def _withdrawn(self) -> None:
        t = self.context.t
        text = t("What was answered with it stays readable.")
        self.notice.show_message(
            Message(Tone.OK, t("The questionnaire is not offered any more."), text)
        )
        self.panel.hide()
        self.add.setFocus()
        self.load()

    # A threshold of the house -----------------------------------------------------------

    def _threshold_link(self, one: Listed, said: PackSaid, loaded: _Loaded) -> Link | None:
        if not one.counts or not loaded.manages or (one.kept and not one.kept.offered):
            return None
        t = self.context.t
        link = Link(self.context.theme, t("Threshold of the house…"))
        link.setAccessibleName(f"{t('Threshold of the house')}, {said.title}")
        link.clicked.connect(lambda *_: self._begin_threshold(one, link))
        self.thresholds[one.instrument.id] = link
        return link

    def _threshold_fields(self) -> dict[str, Any]:
        context, t = self.context, self.context.t
        hint = t("It stands beside the published ones, and decides nothing. Empty, it is given up.")
        return {
            "least": LabelledField(context, t("From which number on"), hint=hint),
            "source": LabelledField(context, t("Where this number comes from")),
            "reason": LabelledField(context, t("Why the house sets it, or gives it up")),
        }

    def _begin_threshold(self, one: Listed, opener: QWidget) -> None:
        self._leaving = (one.instrument.id, one.instrument.version)
        self.notice.clear()
        cutoff = one.cutoff
        known = {"least": str(cutoff.at_least), "source": cutoff.source} if cutoff else {}
        self.threshold.begin(known, opener)
        self.appeared.emit(self.threshold)

    def _set_threshold(self, texts: dict[str, str]) -> None:
        least, field = texts["least"], self.threshold.fields["least"]
        wrong = bool(least) and not (least.isdecimal() and len(least) < _DIGITS)
        field.show_wrong(self.context.t("Write a whole number.") if wrong else "")
        if wrong:
            field.take_focus()
            return
        cutoff = CutoffSet(
            *self._leaving, int(least or 0), texts["source"], texts["reason"], not least
        )
        packs = self._services.packs
        self.keep(lambda: packs.set_cutoff(cutoff), lambda _: self._threshold_set())

    def _threshold_set(self) -> None:
        title = self.context.t("What the house decided was kept.")
        self.notice.show_message(Message(Tone.OK, title))
        self.threshold.close_it()
        self.add.setFocus()
        self.load()

    # The page -----------------------------------------------------------------------------

    def _connect(self) -> None:
        self.add.clicked.connect(lambda *_: self._pick())
        self.guide.clicked.connect(lambda *_: self.help_wanted.emit("pack_author"))
        self.panel.sent.connect(self._withdraw)
        self.threshold.sent.connect(self._set_threshold)

    def _lay_out(self) -> None:
        self.head.add(self.add)
        place = QWidget()
        self._place = QVBoxLayout(place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        for part in (self.only, place, self.panel, self.threshold, self._card, self.guide):
            self.column.addWidget(part)
        for part in (self.add, self.only):
            part.hide()
