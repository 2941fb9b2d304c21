"""« Dans le temps »: levels compared, twelve months of incidents, words about control, the stages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal

from filet.application.control import new_tactic
from filet.application.keeping import DraftKey
from filet.application.outcome import Topic
from filet.application.over_time import Course, new_incident
from filet.application.reviewing import Again
from filet.application.services import Services
from filet.domain.errors import DateUnclear, DayToCome
from filet.domain.ids import CaseId, WorkerId
from filet.domain.incidents import Incident
from filet.domain.kinds import (
    IncidentNoted,
    MayTellHer,
    SourceKind,
    Still,
    TacticNoted,
    Whose,
)
from filet.domain.rows import people
from filet.gui.context import Context
from filet.gui.models.compared import ComparedSaid, compared, picked
from filet.gui.models.control_said import ControlTold, control_told
from filet.gui.models.incidents_said import year_said
from filet.gui.models.matters import Happened, events_said
from filet.gui.models.stages_said import stages_said
from filet.gui.turns import Act
from filet.gui.typed import typed_told
from filet.gui.widgets.compare_card import CompareCard
from filet.gui.widgets.control_card import ControlCard
from filet.gui.widgets.control_form import THROUGH
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.incident_card import IncidentCard
from filet.gui.widgets.labels import Heading
from filet.gui.widgets.level_card import LevelCard
from filet.gui.widgets.page import IN_DOSSIER, spread
from filet.gui.widgets.small import SmallLink
from filet.gui.widgets.source_box import source_of
from filet.gui.widgets.stages_card import StagesCard
from filet.gui.widgets.undoable import UndoablePage

PLACE = "over_time"


@dataclass(frozen=True, slots=True)
class _Loaded:
    course: Course
    happened: tuple[Happened, ...]
    workers: Mapping[WorkerId, str]
    names: Mapping[str, str]
    again: Again
    control: ControlTold


class OverTimeScreen(UndoablePage):
    """One dossier over time. Nothing here says what will come."""

    reads_first = True
    left = Signal()

    def __init__(self, context: Context, services: Services, case: CaseId) -> None:
        super().__init__(context, services, services.drafting.key(PLACE, case), case)
        self._loaded: _Loaded | None = None
        self.title = Heading(context.theme, context.t("Over time"))
        self.back = SmallLink(context, context.t("&Back to the appraisal"), icon="arrow-left")
        self.levels, self.compare = LevelCard(context), CompareCard(context)
        self.incidents, self.stages = IncidentCard(context), StagesCard(context)
        self.control = ControlCard(context)
        self.tend(
            {
                "incident": self.incidents.draft,
                "control": self.control.draft,
                "control_gone": self.control.undo_draft,
            }
        )
        self._lay_out()
        self.back.clicked.connect(lambda *_: self.left.emit())
        self.compare.wanted.connect(self._compare)
        self.incidents.noted.connect(self._note)
        self.control.noted.connect(self._note_control)
        self.control.withdrawn.connect(self._withdraw_control)
        self.tie_keys(self.undo_keys())

    def load(self) -> None:
        """Read the dossier."""
        self.ask(self._read, self._show_loaded)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown here."""
        if Topic.CASE in topics:
            self.load()

    def take_focus(self) -> None:
        """Begin at the title: nothing is to be done first."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> _Loaded:
        use = self._services
        course = use.over_time.course(self._case)
        called = use.attention.events(course.file)
        names = use.versions.item_names(self._case, self.context.language[:2])
        happened = events_said(self.context, course.file, called)
        again = use.reviewing.again(course.file)
        told = control_told(self.context, use.control.told(course.file))
        return _Loaded(course, happened, use.home.workers(), names, again, told)

    def _show_loaded(self, loaded: _Loaded) -> None:
        first, self._loaded = self._loaded is None, loaded
        self.turns.build(self._acts(loaded))
        if first:
            self.turns.build_after(iter([lambda: self.begin({})]))

    def _acts(self, loaded: _Loaded) -> Iterator[Act]:
        context, course, names = self.context, loaded.course, loaded.names
        known = people(course.file)
        choices = [picked(context, course.file, one, loaded.workers) for one in course.levels]
        year = year_said(context, course.incidents, course.severity, names, known)
        yield lambda: self.levels.show_file(course.file, loaded.happened, loaded.again.levels)
        yield lambda: self.compare.show_choices(choices)
        yield lambda: self.incidents.show_year(year)
        yield lambda: self.control.show_told(loaded.control)
        yield lambda: self.stages.show_stages(stages_said(context, course, names))
        yield self.tell_filled

    def _compare(self, first: int, second: int) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        both = (loaded.course.levels[first], loaded.course.levels[second])
        use, context = self._services.over_time, self.context

        def read() -> ComparedSaid:
            found = use.differences(self._case, *both)
            file = loaded.course.file
            return compared(context, file, both, found, loaded.workers, loaded.names)

        self.ask(read, self.compare.show_compared)

    def _note(self, about: Incident | None, texts: dict[str, Any]) -> None:
        """Keep an incident; one that was told in an interview keeps its statement."""
        scale = self._loaded.course.severity.key if self._loaded else ""
        degree = int(texts["severity"]) if texts["severity"] else None
        happened = typed_told(self.context, texts["on"])
        noted = IncidentNoted(
            new_incident(),
            happened,
            degree,
            scale if degree else "",
            texts["words"],
            source_of(texts["source"]),
        )
        if about is not None:
            noted = _corrected(noted, about, texts["on"], self.incidents.said_of(about))
        note, panel = self._services.over_time.note, self.incidents.panel
        key = self._dropped("incident")
        self.keep(lambda: note(self._case, noted, key), lambda _: self._noted(panel))

    def _note_control(self, about: TacticNoted | None, texts: dict[str, Any]) -> None:
        """Keep words about control; those that are corrected keep what was not changed."""
        missing = next((name for name in ("tactic", "words") if not texts[name]), "")
        if missing:
            self.control.panel.show_missing(missing)
            return
        said = self._told(texts)
        if about is not None:
            shown = self.control.when_shown(about)
            said = _corrected_words(said, about, texts["on"], shown)
        note, panel = self._services.control.note, self.control.panel
        key = self._dropped("control")
        self.keep(lambda: note(self._case, said, key), lambda _: self._noted(panel))

    def _told(self, texts: Mapping[str, str]) -> TacticNoted:
        """Return what the form says."""
        return TacticNoted(
            new_tactic(),
            texts["tactic"],
            texts["words"],
            Whose(texts["whose"]),
            texts["language"],
            texts["through"] == THROUGH,
            typed_told(self.context, texts["on"]),
            Still(texts["still"]),
            source_of(texts["source"]),
            _may_know(texts),
        )

    def _withdraw_control(self, about: TacticNoted | None, reason: str) -> None:
        if about is None:
            return
        if not reason:
            self.control.undo.fields["reason"].setFocus()
            return
        withdraw, panel = self._services.control.withdraw, self.control.undo
        key = self._dropped("control_gone")
        self.keep(
            lambda: withdraw(self._case, about.note, reason, key), lambda _: self._noted(panel)
        )

    def _dropped(self, own: str) -> DraftKey | None:
        """Return the draft that an entry takes the place of: none while another panel is open.

        All panels of the page share one draft; what is typed in the others is never lost.
        """
        key = self.written()
        others = (field.text() for name, field in self.fields.items() if name != own)
        return None if any(others) else key

    def _noted(self, panel: FormPanel) -> None:
        panel.close_it()
        self.resume()
        self.flush()
        self.load()

    def show_error(self, error: BaseException) -> None:
        """Say at the field that a day cannot be read."""
        if isinstance(error, DateUnclear) and self.incidents.panel.isVisible():
            self.resume()
            self.incidents.show_wrong_day()
            return
        if isinstance(error, DayToCome) and self.control.panel.isVisible():
            self.resume()
            self.control.panel.show_wrong_day()
            return
        super().show_error(error)

    def _lay_out(self) -> None:
        cards = (self.levels, self.compare, self.incidents, self.control, self.stages)
        spread(self, (self.back, self.title, self.notice, *cards), IN_DOSSIER)


def _may_know(texts: Mapping[str, str]) -> MayTellHer:
    """Return what was decided; of what she told herself, or a worker saw, nothing was asked."""
    own = texts["source"] in (SourceKind.HER, SourceKind.TEAM) or texts["whose"] == Whose.TEAM
    return MayTellHer.UNDECIDED if own else MayTellHer(texts["may_tell_her"])


def _corrected_words(said: TacticNoted, about: TacticNoted, typed: str, shown: str) -> TacticNoted:
    """Return words in the place of others; what was not changed stays as it was."""
    source = about.source if said.source.kind is about.source.kind else said.source
    same_tactic = said.tactic.partition("@")[0] == about.tactic.partition("@")[0]
    return replace(
        said,
        note=about.note,
        tactic=about.tactic if same_tactic else said.tactic,
        happened=about.happened if typed == shown else said.happened,
        source=source,
    )


def _corrected(noted: IncidentNoted, about: Incident, typed: str, shown: str) -> IncidentNoted:
    """Return what is noted in the place of an incident; what was not changed stays as it was."""
    kind = noted.source.kind
    return replace(
        noted,
        incident=about.incident or noted.incident,
        happened=about.happened if typed in ("", shown) else noted.happened,
        source=about.source if kind is about.source.kind else noted.source,
        statement=about.statement,
    )
