"""« Scénario de protection »: ideas from her answers, her plan in her words, and its papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.outcome import Topic
from filet.application.planning import Board, new_measure
from filet.application.services import Services
from filet.domain.ids import CaseId, MeasureId
from filet.domain.kinds import MeasureWritten
from filet.domain.paper_words import PaperWords
from filet.gui.commands import Command
from filet.gui.context import Context
from filet.gui.habits import LANGUAGES
from filet.gui.keeper import Place
from filet.gui.models.item_draft import PREFIX, kept, place_of, restored
from filet.gui.models.paper_names import TEMPLATES
from filet.gui.models.plan_again import plan_again_said
from filet.gui.models.since_lines import since_lines, since_title
from filet.gui.press import Press
from filet.gui.sayings import now_hour
from filet.gui.screens.scenario_paper import PaperPart
from filet.gui.turns import Act
from filet.gui.widgets.ideas_pane import IdeasPane
from filet.gui.widgets.page import Page
from filet.gui.widgets.plan_again import PlanAgain
from filet.gui.widgets.plan_pane import PlanPane
from filet.gui.widgets.three_panes import Pane, ThreePanes
from filet.i18n.dates import typography


@dataclass(frozen=True, slots=True)
class _Loaded:
    board: Board
    words: Mapping[str, PaperWords]
    drafts: tuple[tuple[str, Mapping[str, str]], ...]


class ScenarioScreen(Page):
    """One plan. What is typed is a draft at once, and an entry when it is left."""

    reads_first = True
    left = Signal()
    question_wanted = Signal(str)
    """The item of an instrument whose answer brought an idea up."""

    def __init__(self, context: Context, services: Services, case: CaseId, press: Press) -> None:
        super().__init__(context)
        self._services, self._case = services, case
        self._drafted: set[str] = set()
        self._restored = False
        self._spot: dict[str, Any] = {}
        wait = context.theme.wait("autosave_debounce")
        self._quiet = QTimer(self, singleShot=True, interval=wait)
        self.make(self._steps(press))

    def _steps(self, press: Press) -> Iterator[None]:
        self.ideas = IdeasPane(self.context)
        yield
        self.plan = PlanPane(self.context)
        yield
        self.paper = PaperPart(self.context, self._services, self._case, press)
        yield
        self.again = PlanAgain(self.context)
        self.panes = ThreePanes(self.context, self.ideas, self.plan, self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.again)
        column.addWidget(self.panes, 1)
        self._connect()

    # What a room asks of a page ----------------------------------------------------------

    def load(self) -> None:
        """Read the plan, and what was left unfinished."""
        self.ask(self._read, self._show)
        self._ask_since()
        said = partial(plan_again_said, self.context, self._services, self._case)
        self.ask(said, self.again.show_facts)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown here."""
        if Topic.CASE in topics:
            self.load()

    def where(self) -> dict[str, Any]:
        """Return where she is on the page, in plain values that a draft can keep."""
        template, language, page, large = self.paper.where()
        opened = sorted(self.plan.opened())
        paper = {"paper": template, "language": language, "sheet": page, "large": large}
        return {"pane": self.panes.shown.value, "opened": opened} | paper

    def show_where(self, where: object) -> None:
        """Bring her back where she was, once the plan is there."""
        if isinstance(where, dict) and where:
            self._spot = where
            if self._restored:
                self._return()

    def flush(self) -> None:
        """Keep what is written as drafts, now."""
        self._quiet.stop()
        self.paper.flush()
        item, drafting = self.plan.typing(), self._services.drafting
        if item is None or item == self.plan.base():
            self._forget_draft()
            return
        key = drafting.key(place_of(item.measure), self._case)
        self._drafted.add(key.place)
        self.keep(lambda: drafting.keep(key, kept(item)), lambda _: None, place=Place(key))

    def take_focus(self) -> None:
        """Put the keyboard on the plan."""
        self.plan.take_focus()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done on this page."""
        t, ctrl = self.context.t, self.context.t("Ctrl")
        return (
            Command(t("New item of the plan"), self._begin_item, (ctrl, "N")),
            Command(t("Go to the ideas"), self._go_to_ideas, (ctrl, "I")),
            Command(t("Go to the printing"), self._go_to_print, (ctrl, "P")),
        )

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes through."""
        parts: tuple[QWidget, ...] = (self.ideas, self.plan, self.paper)
        return tuple(part for part in parts if part.isVisible())

    def leave(self) -> None:
        """Make entries of what is written, and go."""
        self.plan.settle()
        self.paper.settle()
        self.flush()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Take F6 from her words: it goes to the paper as text, before the next zone."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._reads_text(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the text of the paper."""
        if self._reads_text(event):
            self.panes.show_pane(Pane.PAPER)
            self.paper.show_text(shown=True)
        else:
            super().keyPressEvent(event)

    # Reading -----------------------------------------------------------------------------

    def _read(self) -> _Loaded:
        use, case = self._services, self._case
        words = {name: self._words(name) for name in TEMPLATES}
        places = () if self._restored else use.drafting.places(case, PREFIX)
        drafts = ((place, use.drafting.read(use.drafting.key(place, case))) for place in places)
        return _Loaded(use.planning.board(case), words, tuple(drafts))

    def _ask_since(self) -> None:
        """Read the past of the plan after the plan; what is asked again meanwhile is enough."""
        since = self.plan.since
        self.context.runner.submit(
            since,
            self._read_since,
            done=lambda said: since.show_lines(*said),
            failed=self.show_error,
            latest=True,
        )

    def _look_again(self) -> None:
        reviewed = self._services.reviewing.plan_reviewed
        self.keep(lambda: reviewed(self._case), lambda _: self.load())

    def _read_since(self) -> tuple[str, tuple[str, ...]]:
        """Return what the last paper does not say; it is read after the plan itself."""
        versions = self._services.versions
        stale = versions.staleness(self._case)
        names = versions.item_names(self._case, self.context.language) if stale else {}
        return since_title(self.context, stale), since_lines(self.context, stale, names)

    def _words(self, template: str) -> PaperWords:
        """Return the words of a paper; those of the screen are written as the language prints."""
        language = self.context.language
        words = self.context.said(self._services.printing.words(template, language))
        beside = {key: typography(said, language) for key, said in words.beside.items()}
        return replace(words, beside=beside)

    def _show(self, loaded: _Loaded) -> None:
        self.turns.build(self._acts(loaded))

    def _acts(self, loaded: _Loaded) -> Iterator[Act]:
        """Return what draws the page; what was left unfinished is opened on it the first time."""
        yield lambda: self.ideas.show_board(loaded.board)
        yield lambda: self.plan.show_board(loaded.board)
        yield from self.paper.acts(loaded.board, loaded.words)
        if not self._restored:
            self._restored = True
            yield self._return
            yield lambda: self._restore(loaded)
        yield self.tell_filled

    def _restore(self, loaded: _Loaded) -> None:
        """Open what was left unfinished; what was left before it becomes an entry."""
        for place, texts in reversed(loaded.drafts):
            found = restored(place, texts, loaded.board.file)
            if found is not None:
                self._drafted.add(place)
                self.plan.write(*found)

    def _return(self) -> None:
        spot, self._spot = self._spot, {}
        if not spot:
            return
        if spot.get("pane") in set(Pane):
            self.panes.show_pane(Pane(spot["pane"]))
        self.plan.open_sections(frozenset(map(str, spot.get("opened", ()))))
        template, language = spot.get("paper"), spot.get("language")
        if template in TEMPLATES and language in LANGUAGES:
            page, large = int(spot.get("sheet", 0)), bool(spot.get("large"))
            self.paper.show_where((template, language, page, large))

    # Writing -----------------------------------------------------------------------------

    def _typed(self) -> None:
        item = self.plan.typing()
        self.paper.show_typed(item)
        if item is not None:
            self._quiet.start()

    def _write(self, base: MeasureWritten, item: MeasureWritten) -> None:
        """Make an entry of an item; what the disk refuses is tried again, and nothing is lost."""
        planning, drafting = self._services.planning, self._services.drafting
        self._quiet.stop()
        key = drafting.key(place_of(item.measure), self._case)
        self._drafted.discard(key.place)

        def refused(error: BaseException) -> None:
            self.show_error(error)
            if self.plan.typing() is None:
                self.plan.write(base, item)

        self.context.keeper.keep(
            self,
            lambda: planning.write(self._case, item, key),
            done=lambda _: self._written(),
            failed=refused,
            place=Place(key, kept=False),
        )

    def _written(self) -> None:
        hour = now_hour(self.context)
        self.saved.emit(self.context.t("Saved at {hour}", hour=hour))
        self.load()

    def _forget_draft(self) -> None:
        """Nothing was changed in the end: there is nothing to bring back."""
        drafting = self._services.drafting
        for place in self._drafted:
            key = drafting.key(place, self._case)
            self.keep(
                lambda key=key: drafting.forget(key),  # type: ignore[misc] # a key bound now
                lambda _: None,
                place=Place(key, kept=False),
            )
        self._drafted.clear()

    def _change(self, work: Any) -> None:
        """Write something of the plan, then show it."""
        self.keep(work, lambda _: self.load())

    def _add(self, origin: str) -> None:
        """Put an idea in her plan, and open it so that she says it her way."""
        planning, measure = self._services.planning, new_measure()
        language = self.context.language
        self.plan.settle()

        def added(_: object) -> None:
            self.ask(self._read, shown)

        def shown(loaded: _Loaded) -> None:
            self._show(loaded)
            self.turns.build_after((rewrite,))

        def rewrite() -> None:
            self.panes.show_pane(Pane.PLAN)
            self.plan.rewrite(measure)

        self.keep(lambda: planning.keep_idea(self._case, origin, language, measure), added)

    def _remove(self, measure: MeasureId) -> None:
        planning = self._services.planning
        self._forget_draft()

        def removed(_: object) -> None:
            self.plan.offer_undo()
            self.load()

        self.keep(lambda: planning.remove(self._case, measure), removed)

    def _undo(self) -> None:
        self.plan.settle()
        undoing = self._services.undoing
        self._change(lambda: undoing.undo(self._case))

    def _redo(self) -> None:
        self.plan.settle()
        undoing = self._services.undoing
        self._change(lambda: undoing.redo(self._case))

    # What it is made of ------------------------------------------------------------------

    def _reads_text(self, event: QKeyEvent) -> bool:
        """Tell whether F6 was pressed in the plan: the text of the paper comes next."""
        focused: QWidget | None = self.focusWidget()
        here = focused is not None and self.plan.isAncestorOf(focused)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return here and plain and event.key() == Qt.Key.Key_F6

    def _go_to_ideas(self) -> None:
        self.panes.show_pane(Pane.IDEAS)
        self.ideas.take_focus()

    def _go_to_print(self) -> None:
        """Go to the question that comes before any print; nothing is printed for her."""
        self.panes.show_pane(Pane.PAPER)
        self.paper.take_focus()

    def _begin_item(self) -> None:
        row = self.plan.list.current_row()
        self.panes.show_pane(Pane.PLAN)
        if row is not None:
            self.plan.write_new(row.section)

    def _refuse(self, origin: str) -> None:
        planning = self._services.planning
        self._change(lambda: planning.refuse(self._case, origin))

    def _bring_back(self, origin: str) -> None:
        planning = self._services.planning
        self._change(lambda: planning.bring_back(self._case, origin))

    def _set_situations(self, chosen: frozenset[str]) -> None:
        planning = self._services.planning
        self._change(lambda: planning.set_situations(self._case, chosen))

    def _move(self, measure: MeasureId, step: int) -> None:
        planning = self._services.planning
        self._change(lambda: planning.move(self._case, measure, step))

    def _connect(self) -> None:
        self._quiet.timeout.connect(self.flush)
        self.again.looked.connect(self._look_again)
        self.ideas.added.connect(self._add)
        self.ideas.refused.connect(self._refuse)
        self.ideas.brought_back.connect(self._bring_back)
        self.ideas.situations_set.connect(self._set_situations)
        self.ideas.question_asked.connect(self.question_wanted)
        self.plan.typed.connect(self._typed)
        self.plan.written.connect(self._write)
        self.plan.removed.connect(self._remove)
        self.plan.moved.connect(self._move)
        self.plan.undo_asked.connect(self._undo)
        self.paper.settled.connect(self.plan.settle)
        self.paper.changed.connect(self.load)
        self.paper.saved.connect(self.saved)
        self.paper.failed.connect(self.failed)
        self.tie_keys(
            {
                "Ctrl+Z": self._undo,
                "Ctrl+Y": self._redo,
                "Ctrl+I": self._go_to_ideas,
                "Ctrl+P": self._go_to_print,
                "Ctrl+N": self._begin_item,
                "Ctrl+Return": self._go_to_print,
            }
        )
