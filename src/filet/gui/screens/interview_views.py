"""The views of an interview, of which one exists at a time, and the way from one to another."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from filet.application.services import Services
from filet.domain.ids import CaseId, SessionId
from filet.gui.asking import Asking, Subject
from filet.gui.context import Context
from filet.gui.screens.interview_parts import asking_text, made_desk, made_end, made_hers
from filet.gui.turns import Act, Turns, nothing
from filet.gui.widgets.appearing import appear, parts_of
from filet.gui.widgets.blank import Blank
from filet.gui.widgets.going import let_go
from filet.gui.widgets.interview_desk import InterviewDesk
from filet.gui.widgets.interview_end import InterviewEnd
from filet.gui.widgets.notice import Notice
from filet.gui.widgets.only import Only
from filet.gui.widgets.page import Page
from filet.gui.widgets.question_lines import LIST, ONE
from filet.gui.widgets.question_pane import QuestionPane
from filet.gui.widgets.question_side import QuestionSide
from filet.gui.widgets.unseen import lay_out
from filet.gui.widgets.with_her import WithHer

HERS, BLANK, END = "hers", "blank", "end"


class InterviewViews(Page):
    """Shows a view, and asks one question after the other in it."""

    reads_first = True
    finished = Signal()
    """Go on to the result."""
    left = Signal()
    """Back to the dossier."""
    before_wanted = Signal()
    emergency_wanted = Signal()
    with_her_changed = Signal(bool)
    """The screen is hers, or blank: nothing else may be seen on it."""

    def __init__(
        self,
        context: Context,
        services: Services,
        case: CaseId,
        session: SessionId,
        *,
        with_her: bool = False,
        item: str = "",
    ) -> None:
        super().__init__(context)
        self.asking = Asking(context, services, Subject(case, session))
        self.asking.setParent(self)
        self.view = ""
        self.first = HERS if with_her else ONE
        self.from_her, self._hers_told = with_her, False
        self._only, self._lists = Only(), Turns(context.runner, self)
        self._asked: tuple[object, ...] | None = None
        """What is asked already in the view that is being made."""
        wait = context.theme.wait("autosave_debounce")
        self.quiet = QTimer(self, singleShot=True, interval=wait)
        self.setObjectName("ground-app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._only)
        self.asking.began.connect(self._began)
        self.asking.changed.connect(self._changed)
        self.begin(item)

    def begin(self, item: str) -> None:
        """Read the interview; it begins with an item, where she was, or what is open."""
        self.asking.load(item)

    @property
    def desk(self) -> InterviewDesk | None:
        """The worker's own view, while it exists."""
        return self._only.part if isinstance(self._only.part, InterviewDesk) else None

    @property
    def hers(self) -> WithHer | None:
        """« Avec elle », while it exists."""
        return self._only.part if isinstance(self._only.part, WithHer) else None

    # Views --------------------------------------------------------------------------------

    @property
    def asks_her(self) -> bool:
        """Whether she is asked; a form that is copied is never turned to her."""
        return self.asking.interview is None or self.asking.interview.asks_her

    @property
    def alone(self) -> bool:
        """Whether nothing but this page may be seen."""
        return (self.view or self.first) in (HERS, BLANK)

    def keeps_her(self) -> bool:
        """Cross the blank page when somebody leaves « Avec elle »; tell whether it is there."""
        if self.view == HERS:
            self.turn_to_her()
        return self.alone

    def show_view(self, view: str) -> None:
        """Show a view; the former is gone, not hidden."""
        if self.asking.interview is None:
            return
        if view == BLANK:  # what hides her answers waits for nothing
            self.turns.stop()
            self._turn_to(view, self._made_blank())
        elif view in (ONE, LIST) and self.desk is not None:
            self.turns.stop()
            self._turn_to(view, None)
        else:
            self.turns.build(self._making(view))

    def _making(self, view: str) -> Iterator[Act]:
        """Return what makes a view, and puts it in the place of what is shown."""
        if view in (ONE, LIST):
            part = yield from self._making_desk()
        else:
            part = self._made(view)
        try:
            yield partial(self._only.take_in, part)
            if isinstance(part, InterviewDesk):
                yield part.take_pane_in
                yield partial(part.show_view, view)
            yield partial(self._ask_in, part)
            yield partial(self._show_lists, part)
            if self.isVisible():  # else the whole page is laid out before it is shown
                yield from lay_out(part, self._only.size())
            yield partial(self._come_in, view, part)
        finally:
            if self._only.part is not part and isValid(part):
                let_go(part)  # another view was asked for meanwhile

    def _come_in(self, view: str, part: QWidget) -> None:
        """Turn to a view that stands, and paint it part by part where it is seen at once."""
        shown = appear(parts_of(part)) if self.isVisible() else iter(())
        self._turn_to(view, part)
        Turns(self.context.runner, part).build(shown)

    def _turn_to(self, view: str, part: QWidget | None) -> None:
        self.view = view
        if part is not None:
            self._only.show_only(part)
        if self.desk is not None:
            self.desk.show_view(view)
        if view in (ONE, LIST, HERS):
            self.asking.place(view=view)
        if self._asked != self._asking_in(self._only.part):
            self._ask_in(self._only.part)
        self._asked = None  # from now on whatever is asked is asked of what is shown
        self._tell_asked(other=True)
        self.tell_hers(hers=self.alone)
        self.view_shown()
        self.take_focus()
        self.tell_filled()

    def view_shown(self) -> None:
        """Say what waits to be said in this view; a page may."""

    def turn_to_her(self) -> None:
        """Turn the screen to her; back from her, cross the blank page first."""
        self.leave_fields()
        if self.view == HERS:
            self.from_her = True
            self.show_view(BLANK)
        elif self.desk is not None and self.asks_her:
            self.show_view(HERS)

    def pause(self) -> None:
        """Cover the answers; that the interview is interrupted is kept."""
        if self.view in (BLANK, ""):
            return
        self.leave_fields()
        self.from_her = self.view == HERS
        self.show_view(BLANK)
        self.asking.stop(paused=True)

    def end(self) -> None:
        """Show what is left before the result."""
        self.leave_fields()
        if self.desk is not None:
            self.show_view(END)

    def typed(self) -> None:
        """Keep a draft after a moment of quiet."""
        self.quiet.start()

    def leave_fields(self) -> None:
        """Keep what is being written, before anything else is shown."""
        self.quiet.stop()
        fields = self.fields()
        if fields is not None:
            fields.leave()

    def fields(self) -> QuestionPane | WithHer | None:
        """Return what is answered and written, where something is."""
        return self.desk.pane if self.desk is not None else self.hers

    def _making_desk(self) -> Generator[Act, None, QWidget]:
        """Return what makes the worker's own view, which has many parts, and return the view."""
        context = self.context
        pane = QuestionPane(context)
        for _ in pane.steps():
            yield nothing
        side = QuestionSide(context)
        yield nothing
        self.notice = Notice(context)
        desk = InterviewDesk(context, self.notice, pane, side)
        yield nothing
        return made_desk(self.asking, desk, self)

    def _made(self, view: str) -> QWidget:
        context, asking = self.context, self.asking
        if view == HERS:
            return made_hers(context, asking, self)
        return made_end(context, asking, self)

    def _made_blank(self) -> Blank:
        blank = Blank(self.context, hers=self.from_her)
        blank.resumed.connect(lambda: self.show_view(HERS if self.from_her else ONE))
        blank.turned.connect(self._turned)
        return blank

    def tell_hers(self, *, hers: bool) -> None:
        """Say whether the screen is hers, where that changed."""
        if hers != self._hers_told:
            self._hers_told = hers
            self.with_her_changed.emit(hers)

    def _turned(self) -> None:
        """Take the other way out of the blank page."""
        if self.from_her:
            self.from_her = False
            self.show_view(ONE)
        else:
            self.tell_hers(hers=False)
            self.left.emit()

    def go_before(self) -> None:
        """Go back to what was settled before the first question."""
        self.leave_fields()
        self.before_wanted.emit()

    def finish(self) -> None:
        """Go on to the result; that the interview is over is kept."""
        self.asking.stop(paused=False, then=self.finished.emit)

    # Going from question to question ------------------------------------------------------

    def go(self, step: int) -> None:
        """Ask the next question or the one before; after the last, say what is left."""
        self.leave_fields()
        if self.asking.go(step):
            self.take_focus()
        elif step > 0 and self.view == HERS:
            self.turn_to_her()
        elif step > 0:
            self.end()

    def go_to(self, key: str) -> None:
        """Ask a question; the focus stays where it is."""
        self.leave_fields()
        self.asking.go_to(key)

    def open_question(self, key: str) -> None:
        """Ask a question and put the focus on it."""
        self.go_to(key)
        self.show_view(ONE)
        if self.desk is not None:
            self.desk.open_list(opened=False)
        self.take_focus()

    def _go_to_unanswered(self) -> None:
        self.leave_fields()
        if self.asking.go_to_unanswered():
            self.take_focus()
        else:
            self.end()

    def _began(self, other: bool) -> None:
        """Show the question that is asked now; at first, in the view that is wanted."""
        if not self.view:
            self._begin_first()
            return
        self._ask_in(self._only.part, other=other)
        self._tell_asked(other=other)

    def _ask_in(self, part: QWidget | None, *, other: bool = True) -> None:
        """Ask the question of now in a view: before it is laid out, where one is being made."""
        asked, (interview, texts) = self.asking.question, self.asking.known()
        self._asked = self._asking_in(part)
        if isinstance(part, WithHer):
            part.begin(asked, texts)
        if isinstance(part, InterviewDesk):
            if other:
                part.pane.ask(interview, asked, texts)
            part.pane.begin(asked, self.asking.source)
            part.show_place(asking_text(self.context, self.asking))

    def _asking_in(self, part: QWidget | None) -> tuple[object, ...]:
        """Return what is asked now, of whom, and in which view."""
        return (part, self.asking.question, self.asking.source)

    def _tell_asked(self, *, other: bool) -> None:
        """Say aloud what is asked, from its beginning where it is another question."""
        self._lists.build((partial(self._show_lists, self.desk),))
        fields = self.fields()
        if other and fields is not None:
            text = self.asking.known()[1].question(self.asking.question.item)
            said = QAccessibleAnnouncementEvent(fields, text)
            QAccessible.updateAccessibility(said)
        if other:
            self._scrolled(lambda part: part.show_top())

    def _begin_first(self) -> None:
        kept, first = self.asking.remembered("view"), ONE if self.asks_her else LIST
        hers = self.asks_her and HERS in (self.first, kept)
        self.from_her = hers
        self.show_view(HERS if hers else kept if kept in (ONE, LIST) else first)

    def _scrolled(self, show: Callable[[InterviewDesk | WithHer], object]) -> None:
        part = self.desk or self.hers
        if part is not None:
            show(part)

    def press_digit(self, digit: int) -> None:
        """Answer by a digit; the answer takes the focus and is in sight."""
        fields = self.fields()
        if fields is not None:
            fields.answers.press_digit(digit)
            self._scrolled(lambda part: part.show_focus())

    def _changed(self) -> None:
        if not self.view:
            return
        asked = self.asking.question
        if self.hers is not None:
            self.hers.refresh(asked)
        if self.desk is not None:
            self.desk.pane.refresh(asked, self.asking.source)
            self._lists.build((partial(self._show_lists, self.desk),))

    def _show_lists(self, part: QWidget | None) -> None:
        """Show counts and lists, in a turn after the one that asked or kept."""
        if isinstance(part, InterviewDesk) and isValid(part):
            interview, texts = self.asking.known()
            part.show_question(interview, self.asking.question, texts)

    def take_focus(self) -> None:
        """Put the keyboard where digits answer."""
        if isinstance(self._only.part, InterviewDesk | WithHer | Blank | InterviewEnd):
            self._only.part.take_focus()
