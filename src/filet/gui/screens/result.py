"""« Résultat et jugement »: what is known, then a level that a person signs. Nothing is proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.application.appraising import Judgement, Sheet
from filet.application.outcome import Topic
from filet.application.seconding import SecondReading
from filet.application.services import Services
from filet.domain.ids import CaseId, LevelId, WorkerId
from filet.domain.kinds import ActionDone, ActionPlanned, AgreementNoted, Level
from filet.gui.commands import Command
from filet.gui.context import Context
from filet.gui.models.matters import again_said
from filet.gui.models.signed_level import LevelSaid, standing, withdrawn
from filet.gui.screens.result_picture import PictureSaid, ResultPicture, picture_said
from filet.gui.screens.result_spot import Spot, go_to_spot, spot_of, spot_on
from filet.gui.turns import Act
from filet.gui.widgets.drafted import Writable
from filet.gui.widgets.former_level import FormerLevel
from filet.gui.widgets.imminent_band import ImminentBand
from filet.gui.widgets.judgement import JudgementForm
from filet.gui.widgets.level_choice import digits
from filet.gui.widgets.panes import Panes
from filet.gui.widgets.signed_card import SignedCard
from filet.gui.widgets.small import SmallLink
from filet.gui.widgets.undoable import UndoablePage

PLACE = "result"


@dataclass(frozen=True, slots=True)
class _Loaded:
    sheet: Sheet
    workers: Mapping[WorkerId, str]
    worker: str
    level: Level | None
    """For which level its actions are proposed."""
    said: PictureSaid
    again: Mapping[LevelId, tuple[str, ...]]
    """By level, what asks for another look."""


class ResultScreen(UndoablePage):
    """The picture at left, the judgement at right; under one another where it is narrow."""

    reads_first = True
    question_wanted = Signal(str)
    """The key of an item: she goes back to its question."""
    emergency_wanted = Signal()
    interview_wanted = Signal()
    """The questions are to be asked again, or for the first time."""
    signed = Signal()
    plan_wanted = Signal()
    over_time_wanted = Signal()
    copy_wanted = Signal()
    """A copy of the appreciation for the file."""
    outside_wanted = Signal(object)
    """The OutsideId of a result to correct, or nothing: one is to be noted."""
    left = Signal()
    """She goes back to the dossier."""

    def __init__(self, context: Context, services: Services, case: CaseId) -> None:
        super().__init__(context, services, services.drafting.key(PLACE, case), case)
        self._loaded: _Loaded | None = None
        self._asked: Level | None = None
        """The level for which actions were read last."""
        self._then: Act | None = None
        self._stands: tuple[LevelSaid, ...] = ()
        self._again = self._looking = self._begun = False
        self._spot: Spot | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self.make(self._steps(context))

    def _steps(self, context: Context) -> Iterator[None]:
        self.picture = ResultPicture(context)
        yield
        self.form = JudgementForm(context)
        yield
        self.card = SignedCard(context)
        yield
        self.band, self.former = ImminentBand(context), FormerLevel(context)
        self.back = SmallLink(context, context.t("&Back to the dossier"), icon="arrow-left")
        self.questions = SmallLink(context, context.t("Ask the questions"), icon="list")
        self.course = SmallLink(context, context.t("Over time"), icon="history")
        yield
        self._lay_out()
        self._connect()

    def load(self) -> None:
        """Read the dossier, then what was left unfinished."""
        first = self._loaded is None
        self._read(self._show_loaded)
        if first:
            self.begin({})

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown here."""
        if topics & {Topic.CASE, Topic.REGISTER} and self._loaded is not None:
            self._read(self._show_loaded)

    def show_changed(self) -> None:
        """Show what follows from the level and from what is written."""
        if self._loaded is None:
            return
        self.form.show_changed()
        self.card.show_changed()
        self._decide()
        self._show_level()
        if self._considered() is not self._asked:
            self._read(self._show_actions)

    def _begin_with(self, kept: Mapping[str, str], proposed: Mapping[str, str]) -> None:
        super()._begin_with(kept, proposed)
        self._begun = True
        self._later.start()

    def commands(self) -> tuple[Command, ...]:
        """Return what the keys of this page do."""
        t = self.context.t
        why = Command(t("Say why this level"), self._to_reason, ("F2",))
        return (why, Command(t("Over time"), self.over_time_wanted.emit))

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 goes."""
        return self.panes.zones()

    def take_focus(self) -> None:
        """Begin with what is read first; a reason that is waited for goes before."""
        if self.card.later.isVisibleTo(self):
            self.card.take_focus()
        else:
            self.picture.take_focus()

    def where(self) -> Spot:
        """Return how far she had scrolled, what was unfolded, and what she was writing."""
        return spot_on(self.panes.area, self.picture.tools, self.fields, self.focusWidget())

    def show_where(self, where: object) -> None:
        """Bring her back there, once everything is there again."""
        self._spot = spot_of(where)

    # Reading -----------------------------------------------------------------------------

    def _read(self, show: Callable[[_Loaded], None]) -> None:
        use, case = self._services, self._case
        level = self._asked = self._considered()

        def read() -> _Loaded:
            sheet = use.appraising.sheet(case, level)
            said = picture_said(self.context, sheet, level, use.control.told(sheet.file))
            triggers = self.context.said(use.reviewing.triggers())
            asks = again_said(self.context, use.reviewing.again(sheet.file).levels, triggers)
            return _Loaded(sheet, use.home.workers(), use.home.worker(), level, said, asks)

        self.ask(read, show)

    def _considered(self) -> Level | None:
        """Return the level that is being considered, or the one that stands.

        Imminent danger stands until another level is chosen.
        """
        chosen = self.form.level.level()
        if chosen is not None:
            return chosen
        if any(said.level is Level.IMMINENT for said in self._stands):
            return Level.IMMINENT
        return self._stands[0].level if self._stands and self._is_signed() else None

    def _show_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self._stands = standing(self.context, loaded.sheet.file, loaded.workers, loaded.again)
        self.turns.build(self._acts(loaded))

    def _acts(self, loaded: _Loaded) -> Iterator[Act]:
        """Return what draws the page; the actions come with the level they are proposed for."""
        gone = withdrawn(self.context, loaded.sheet.file, loaded.workers)
        yield lambda: self.form.show_sheet(loaded.sheet)
        worker, room = self._services.seconding.worker(), self.form.size()
        yield from self.card.acts(self._stands, gone, worker, room)
        yield lambda: self.former.show_levels(self._stands)
        yield from self.picture.facts_acts(loaded.said)
        yield self.show_changed
        if self._asked is loaded.level:
            yield from self._actions_acts(loaded)

    def _actions_acts(self, loaded: _Loaded) -> Iterator[Act]:
        imminent, case = loaded.level is Level.IMMINENT, loaded.sheet.file.case
        yield from self.picture.actions_acts(loaded.said, case, loaded.worker, imminent=imminent)
        yield from self.picture.reveal_acts()
        yield self._tell_shown

    def _tell_shown(self) -> None:
        """Do what waited until the page shows what was written."""
        then, self._then = self._then, None
        self.tell_filled()
        if then is not None:
            then()

    def _decide(self) -> None:
        """Show the level that stands, or room for a new one: never both."""
        loaded, stands = self._loaded, self._stands
        if loaded is None:
            return
        asked = self._again or any(field.text().strip() for field in self.form.fields().values())
        stale = not stands or stands[0].late or bool(loaded.sheet.picture.changes)
        form = asked or (stale and not self._looking)
        shown = {self.form: form, self.form.foot: form, self.card: not form}
        self.panes.show_parts(shown | {self.former: form and bool(stands)})

    def _is_signed(self) -> bool:
        """Tell whether the level that stands is shown, and not the form of a new one."""
        return not self.card.isHidden()

    def _show_level(self) -> None:
        level = self._considered()
        self.band.show_it(shown=level is Level.IMMINENT)
        chosen = self._is_signed() or self.form.level.level() is not None
        self.picture.tools.allow(allowed=chosen)

    def _choose(self) -> None:
        """Show the level that was chosen; in imminent danger the tools fold."""
        level = self.form.level.level()
        if level is Level.IMMINENT:
            self.picture.tools.show_open(opened=False)
        if level is not None:
            self.panes.show_widget(self.form.level.options[level])

    def _show_actions(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self.turns.build_after(self._actions_acts(loaded))

    # Writing -----------------------------------------------------------------------------

    def _sign(self, judgement: Judgement) -> None:
        key, appraising = self.written(), self._services.appraising
        self.keep(lambda: appraising.sign(self._case, judgement, key), lambda _: self._signed())

    def _signed(self) -> None:
        self._again = False
        self._clear(self.form.fields())
        self.signed.emit()

    def _give_reason(self, level: LevelId, reasons: str) -> None:
        key, give = self.written(), self._services.appraising.give_reason
        fields = {"later": self.card.later}
        self.keep(lambda: give(self._case, level, reasons, key), lambda _: self._clear(fields))

    def _withdraw(self, level: LevelId, reason: str) -> None:
        key, withdraw = self.written(), self._services.appraising.withdraw
        fields = {"mistake": self.card.reason}
        self.keep(lambda: withdraw(self._case, level, reason, key), lambda _: self._clear(fields))

    def _second(self, reading: SecondReading, by: tuple[str, str] | None) -> None:
        """Keep a second reading. One that is signed by passphrase is never tried again."""
        key, use = self.written(), self._services.seconding
        self.card.second.forget()
        fields = self.card.second.fields()
        if by is None:
            self.keep(lambda: use.second(self._case, reading, key), lambda _: self._clear(fields))
        else:
            self.ask(
                lambda: use.second_here(self._case, reading, by, key),
                lambda _: self._clear(fields),
            )

    def _clear(self, fields: Mapping[str, Writable]) -> None:
        """Empty what became an entry; what else is written stays a draft."""
        self.card.fold()
        for field in fields.values():
            field.show_text("")
        self.resume()
        self.flush()
        self._read(self._show_written)

    def _show_written(self, loaded: _Loaded) -> None:
        """Show what became of it, and put the keyboard on what comes next."""
        self._then = self._go_on
        self._show_loaded(loaded)

    def _go_on(self) -> None:
        (self.card if self._is_signed() else self).take_focus()

    def _plan(self, action: ActionPlanned) -> None:
        plan = self._services.appraising.plan
        self.keep(lambda: plan(self._case, action), lambda _: self._acted())

    def _do(self, done: ActionDone, named: ActionPlanned | None) -> None:
        do = self._services.appraising.done
        self.keep(lambda: do(self._case, done, named), lambda _: self._acted())

    def _acted(self) -> None:
        """Show what became of the action; what was typed for it is no draft any more."""
        self._read(self._show_acted)

    def _show_acted(self, loaded: _Loaded) -> None:
        self._then = self.flush
        self._show_loaded(loaded)

    def _agree(self, noted: AgreementNoted) -> None:
        agree = self._services.appraising.agree
        self.keep(lambda: agree(self._case, noted), lambda _: self.load())

    def _begin_again(self) -> None:
        self._again, self._looking = True, False
        self._decide()
        self.form.take_focus()

    def _look(self) -> None:
        self._again, self._looking = False, True
        self._decide()

    # The page ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        main, aside = QWidget(), QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.notice)
        column.addWidget(self.picture, 1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        for link in (self.back, self.questions, self.course):
            foot.addWidget(link)
        foot.addStretch(1)
        column.addLayout(foot)
        side = QVBoxLayout(aside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        for part in (self.former, self.form, self.card):
            side.addWidget(part)
        self.panes = Panes(self.context, main, aside, self.form.foot, width=403)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.band)
        whole.addWidget(self.panes, 1)
        for part in (self.card, self.former):
            part.hide()

    def _connect(self) -> None:
        self.tend({**self.form.fields(), **self.card.fields(), "panels": self.picture.proposed})
        self.band.call_wanted.connect(self.emergency_wanted)
        self.band.actions_wanted.connect(self._go_to_actions)
        self.picture.changed.connect(self._later.start)
        self._later.timeout.connect(self._settle)
        self.picture.gaps.question_wanted.connect(self.question_wanted)
        self.picture.proposed.planned.connect(self._plan)
        self.picture.proposed.done.connect(self._do)
        self.picture.proposed.agreed.connect(self._agree)
        self.picture.tools.outside_wanted.connect(self.outside_wanted)
        self.back.clicked.connect(lambda *_: self.left.emit())
        self.questions.clicked.connect(lambda *_: self.interview_wanted.emit())
        self.course.clicked.connect(lambda *_: self.over_time_wanted.emit())
        self.form.level_chosen.connect(self._choose)
        self.form.sign_wanted.connect(self._sign)
        self.former.look_wanted.connect(self._look)
        self.card.copy.clicked.connect(lambda *_: self.copy_wanted.emit())
        self.card.again_wanted.connect(self._begin_again)
        self.card.plan_wanted.connect(self.plan_wanted)
        self.card.reason_given.connect(self._give_reason)
        self.card.withdrawn.connect(self._withdraw)
        self.card.second.given.connect(self._second)
        if self.context.habits.now.digits:
            digits(self, self.form.level)
        self.tie_keys({"Ctrl+Return": self._to_button, "F2": self._to_reason, **self.undo_keys()})

    def _settle(self) -> None:
        """Bring her back where she was, once everything is laid out."""
        if self._spot is None or not self._begun:
            return
        spot, self._spot = self._spot, None
        go_to_spot(spot, self.panes.area, self.picture.tools, self.fields)

    def _go_to_actions(self) -> None:
        self.picture.proposed.take_focus()
        self.panes.show_widget(self.picture.proposed)

    def _to_button(self) -> None:
        """Go to the main button; whether to press it is for a second gesture to say."""
        self._go_to(self.form.sign if self.form.isVisibleTo(self) else self.card.plan)

    def _to_reason(self) -> None:
        signing = self.form.isVisibleTo(self)
        self._go_to(self.form.why.area if signing else self.card.later.area)

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panes.show_widget(widget)
