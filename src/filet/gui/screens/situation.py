"""« Situation »: how worried we are, what changed, how to reach her safely, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.application.access import WhoSees
from filet.application.attention import Matter, NextStep, Step
from filet.application.outcome import Topic
from filet.application.reviewing import Again, new_change
from filet.application.services import Services
from filet.domain.casefile import CaseFile
from filet.domain.ids import CaseId, PersonId, WorkerId
from filet.domain.kinds import (
    ActionDone,
    ChangeNoted,
    PersonDescribed,
    SafeContactSet,
    Status,
    StatusSet,
)
from filet.domain.triggers import Trigger
from filet.gui.commands import Command
from filet.gui.context import Context
from filet.gui.models.matters import events_said, matter_said, step_said
from filet.gui.sayings import now_key
from filet.gui.turns import Act
from filet.gui.typed import NEAR, near_day, typed_day
from filet.gui.widgets.aside import WithAside
from filet.gui.widgets.buttons import Primary
from filet.gui.widgets.case_access import CaseAccess
from filet.gui.widgets.change_form import change_panel
from filet.gui.widgets.done_panel import DonePanel
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.icons import IconDisc, IconLabel
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.level_card import LevelCard
from filet.gui.widgets.page import Page, card, emptied, line, muted
from filet.gui.widgets.reach_card import PeopleCard, ReachCard
from filet.gui.widgets.small import SmallLink
from filet.gui.widgets.source_box import source_of
from filet.gui.widgets.standing_bar import StandingBar


@dataclass(frozen=True, slots=True)
class _Loaded:
    file: CaseFile
    matters: tuple[Matter, ...]
    told: tuple[Matter, ...]
    step: NextStep
    workers: Mapping[WorkerId, str]
    worker: str
    access: WhoSees
    triggers: Mapping[str, Trigger]
    again: Again


class SituationScreen(Page):
    """One dossier at a glance."""

    reads_first = True
    words_wanted = Signal()
    """Her words are to be written down."""
    step_wanted = Signal(object)
    """A Step that is done elsewhere: an appreciation, its reason, her plan."""
    over_time_wanted = Signal()
    hidden = Signal()
    """The dossier does not exist for her any more."""

    def __init__(self, context: Context, services: Services, case: CaseId, initials: str) -> None:
        super().__init__(context)
        self._services, self._case, self._initials = services, case, initials
        self._loaded: _Loaded | None = None
        self._done: DonePanel | None = None
        self.standing = StandingBar(context)
        self.reach, self.people = ReachCard(context), PeopleCard(context)
        self.levels = LevelCard(context, leads=True)
        self.access = CaseAccess(context)
        self.act = Primary(context.theme, context.t("&Begin"))
        self._lay_out(context)
        self._connect()

    def load(self) -> None:
        """Read the dossier."""
        self.ask(self._read, self._show)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown here."""
        if topics & {Topic.CASE, Topic.REGISTER}:
            self.load()

    def take_focus(self) -> None:
        """Put the keyboard on the next thing to do."""
        (self.act if self.act.isVisibleTo(self) else self.standing.change).setFocus()

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 goes."""
        return self._columns.zones()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done on this page."""
        return (Command(self.context.t("Over time"), self.over_time_wanted.emit),)

    def _lay_out(self, context: Context) -> None:
        t = context.t
        main, aside = QWidget(), QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        attention = self._attention(context)
        for widget in (self.standing, self.notice, self._next(context), attention, self.levels):
            column.addWidget(widget)
        column.addStretch(1)
        right = QVBoxLayout(aside)
        right.setContentsMargins(16, 14, 16, 16)
        right.setSpacing(18)
        right.addWidget(self.reach)
        right.addWidget(self.people)
        right.addWidget(self.access)
        right.addStretch(1)
        aside.setAccessibleName(t("Reach her safely, and who is around her"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._columns = WithAside(context, main, aside, 304)
        outer.addWidget(self._columns)

    def _attention(self, context: Context) -> QWidget:
        frame, column = card(context)
        self._matters = QVBoxLayout()
        self._matters.setSpacing(8)
        self.note_change = SmallLink(context, context.t("Note a change…"))
        self.change = change_panel(context, lambda: self._loaded.triggers if self._loaded else {})
        head = Flow(gap=12, line_gap=2)
        title = Heading(context.theme, context.t("What asks for attention"), kind="h3")
        head.add(title, least=context.theme.px(200), stretch=1)
        head.add(self.note_change)
        column.addLayout(head)
        column.addWidget(self.change)
        column.addLayout(self._matters)
        return frame

    def _next(self, context: Context) -> QWidget:
        frame, self._step = card(context)
        frame.setObjectName("notice-info")
        label = Text(context.theme, context.t("Next thing to do"), kind="small")
        self._what = Heading(context.theme, "", kind="h3")
        self._why = Text(context.theme)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for text in (label, self._what, self._why):
            texts.addWidget(text)
        self._look = IconDisc(context.theme, 44, "bg.surface")
        row = QHBoxLayout()
        row.setSpacing(context.theme.px(16))
        row.addWidget(self._look)
        row.addLayout(texts, 1)
        row.addWidget(self.act)
        self._step.addLayout(row)
        return frame

    def _connect(self) -> None:
        self.act.clicked.connect(self._begin)
        self.standing.status_set.connect(self._set_status)
        self.note_change.clicked.connect(lambda *_: self.change.begin({}, self.note_change))
        self.change.sent.connect(self._note_change)
        self.reach.contact_set.connect(self._set_contact)
        self.people.described.connect(self._describe)
        self.levels.more_wanted.connect(self.over_time_wanted)
        self.access.closed.connect(self._close_to)
        self.access.reopened.connect(self._open_again)
        self.access.appeared.connect(self._columns.reveal)

    def _read(self) -> _Loaded:
        use, now = self._services, now_key(self.context)
        file = use.cases.read(self._case)
        again = use.reviewing.again(file)
        found = use.attention.of(file, again.facts)
        step, told = use.attention.next_step(file, now, found), use.attention.events(file)
        who = use.accesses.about(self._case)
        triggers = self.context.said(use.reviewing.triggers())
        workers, worker = use.home.workers(), use.home.worker()
        return _Loaded(file, found, told, step, workers, worker, who, triggers, again)

    def _show(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self._close_done()
        self.turns.build(self._acts(loaded))

    def _acts(self, loaded: _Loaded) -> Iterator[Act]:
        """Return what draws the page from its top; it is seen once all of it stands."""
        file = loaded.file
        yield lambda: self.standing.show_file(file, loaded.workers)
        yield lambda: self._show_step(loaded.step, loaded.triggers)
        yield lambda: self._show_matters(loaded.matters, loaded.triggers)
        yield lambda: self._show_levels(loaded)
        yield lambda: self.reach.show_file(file)
        yield lambda: self.people.show_file(file)
        yield lambda: self.access.show_who(loaded.access)
        yield self.tell_filled

    def _show_levels(self, loaded: _Loaded) -> None:
        happened = events_said(self.context, loaded.file, loaded.told)
        self.levels.show_file(loaded.file, happened, loaded.again.levels)

    def _show_step(self, step: NextStep, triggers: Mapping[str, Trigger]) -> None:
        t, said = self.context.t, step_said(self.context, step, triggers)
        self._what.setText(said.title)
        self._what.setAccessibleName(said.title)
        self._why.setText(said.note)
        self._look.show_icon(said.icon, "accent.tint_text")
        words = {
            Step.SAFE_CONTACT: t("&Begin"),
            Step.FIRST_WORDS: t("&Write"),
            Step.ACTION: t("D&one…"),
            Step.REASON: t("&Write"),
        }
        self.act.name_it(words.get(step.step, t("&Begin")))

    def _show_matters(self, matters: tuple[Matter, ...], triggers: Mapping[str, Trigger]) -> None:
        t, context = self.context.t, self.context
        emptied(self._matters)
        if not matters:
            self._matters.addWidget(muted(context, t("Nothing new since the last level.")))
        for matter in matters:
            self._matters.addWidget(line())
            self._matters.addWidget(_row(context, matter, triggers))

    # What is done here -------------------------------------------------------------------

    def _begin(self) -> None:
        step = self._loaded.step if self._loaded else None
        if step is None:
            return
        if step.step is Step.SAFE_CONTACT:
            self.reach.begin()
        elif step.step is Step.ACTION and step.due is not None:
            self._ask_done(step)
        elif step.step is Step.FIRST_WORDS:
            self.words_wanted.emit()
        else:
            self.step_wanted.emit(step.step)

    def _ask_done(self, step: NextStep) -> None:
        self._close_done()
        if step.due is None or self._loaded is None:
            return
        self._done = DonePanel(self.context, step.due, self._loaded.worker or self._initials)
        self._step.addWidget(self._done)
        self._done.done.connect(self._do)
        self._done.closed.connect(self._close_done)
        self._done.take_focus()

    def _close_done(self) -> None:
        if self._done is not None:
            self._done.hide()
            self._done.deleteLater()
            self._done = None

    def _do(self, done: ActionDone) -> None:
        self.keep(lambda: self._services.appraising.done(self._case, done), self._again)

    def _set_status(self, texts: dict[str, str]) -> None:
        since = typed_day(self.context, texts["since"])
        if since is None:
            self.standing.show_wrong_day()
            return
        status = StatusSet(Status(texts["status"]), since, texts["room"])
        self.keep(lambda: self._services.cases.set_status(self._case, status), self._again)

    def _note_change(self, texts: dict[str, str]) -> None:
        on = near_day(self.context, texts["on"])
        if texts["on"] and on is None:
            self.change.fields["on"].show_wrong(self.context.t(NEAR.unclear))
            self.change.fields["on"].take_focus()
            return
        said_by = source_of(texts["source"])
        change = ChangeNoted(new_change(), texts["trigger"], on, texts["words"], said_by)
        self.keep(lambda: self._services.reviewing.note(self._case, change), self._noted)

    def _noted(self, _: object) -> None:
        self.change.close_it()
        self.load()

    def _set_contact(self, contact: SafeContactSet) -> None:
        self.keep(lambda: self._services.cases.set_safe_contact(self._case, contact), self._again)

    def _describe(self, described: tuple[PersonId | None, dict[str, Any]]) -> None:
        known, fields = described
        cases = self._services.cases
        person = PersonDescribed(known or cases.new_person(), **fields)
        self.keep(lambda: cases.describe(self._case, person), self._again)

    def _close_to(self, worker: WorkerId, reason: str) -> None:
        """Close it to a colleague; closed to herself, it is left at once."""
        hers = self._loaded is not None and worker == self._loaded.access.me
        done = (lambda _: self.hidden.emit()) if hers else self._again
        self.keep(lambda: self._services.accesses.close(self._case, worker, reason), done)

    def _open_again(self, worker: WorkerId, reason: str) -> None:
        self.keep(lambda: self._services.accesses.reopen(self._case, worker, reason), self._again)

    def _again(self, _: object) -> None:
        self.load()


def _row(context: Context, matter: Matter, triggers: Mapping[str, Trigger]) -> QWidget:
    said = matter_said(context, matter, triggers)
    row = QWidget()
    inside = QHBoxLayout(row)
    inside.setContentsMargins(0, 2, 0, 2)
    inside.setSpacing(12)
    icon = IconLabel(context.theme, 20)
    icon.show_icon(said.icon, "feedback.note_line")
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(Text(context.theme, said.title, kind="strong"))
    texts.addWidget(muted(context, said.note))
    inside.addWidget(icon)
    inside.addLayout(texts, 1)
    return row
