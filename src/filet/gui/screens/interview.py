"""The interview: one question at a time, all in a list, « Avec elle », and the pause."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from filet.application.interviewing import Spot
from filet.application.outcome import Topic
from filet.domain.errors import NothingToTakeBack
from filet.domain.interview import tellable
from filet.domain.kinds import SourceKind
from filet.gui.commands import Command, Reach
from filet.gui.errors import message_of
from filet.gui.sayings import now_hour
from filet.gui.screens.interview_parts import digit_of, interview_commands, step_of
from filet.gui.screens.interview_views import BLANK, END, HERS, InterviewViews
from filet.gui.widgets.interview_desk import InterviewDesk
from filet.gui.widgets.notice import Message, Tone
from filet.gui.widgets.question_lines import LIST, ONE
from filet.gui.widgets.question_pane import QuestionPane

__all__ = ["BLANK", "END", "HERS", "LIST", "ONE", "InterviewScreen"]


class InterviewScreen(InterviewViews):
    """Where an interview takes place: its keys, its drafts, and what goes wrong."""

    goes_back = True

    def begin(self, item: str) -> None:
        """Tie the keys, and read the interview."""
        self._wanted: object = None
        self._parts: dict[str, object] = {}
        self._error: BaseException | None = None
        self._unshown: tuple[Spot, dict[str, str]] | None = None
        """What was left unfinished, read before the view in which it is written."""
        self._connect()
        super().begin(item)

    # The contract with whoever shows this page --------------------------------------------

    def where(self) -> object:
        """Return where she is: a question and a view, no name and no answer."""
        if self.asking.interview is None:
            return self._wanted
        fields = self.fields()
        parts = {"item": self.asking.spot.item, "view": self.view, "hers": self.from_her}
        return parts | (fields.open_parts() if isinstance(fields, QuestionPane) else {})

    def show_where(self, where: object) -> None:
        """Bring her back to the question and the view where she was."""
        if not isinstance(where, dict):
            return
        if self.asking.interview is None:
            self._wanted, view = where, where.get("view")
            self.first = HERS if view in (HERS, BLANK) else self.first
            self.tell_hers(hers=self.alone)
            return
        self.leave_fields()
        self.from_her = bool(where.get("hers"))
        self.show_view(str(where.get("view", ONE)))
        self._parts = where
        self.context.runner.soon(self, self._return)

    def _return(self) -> None:
        """Ask again what was asked, in the view that has come."""
        self.asking.go_to(str(self._parts.get("item", "")), again=True)
        self._show_parts()

    def _show_parts(self) -> None:
        """Open again what was open, and put the caret back."""
        fields = self.fields()
        same = self._parts.get("item") == self.asking.spot.item
        if isinstance(fields, QuestionPane) and same:
            fields.show_open_parts(self._parts)

    def _bring_back(self) -> None:
        """Go where she was, when that was asked for before the interview was read."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.show_where(wanted)

    def flush(self) -> None:
        """Put what is typed in its draft, and where she is, now."""
        self._keep_draft()
        self.asking.keep_place()

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what somebody else may have changed."""
        if Topic.CASE in topics and self.asking.interview is not None:
            self.asking.read_again()

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 goes."""
        return self.desk.zones() if self.desk is not None else (self,)

    def how_far(self) -> Reach:
        """Keep everything out of reach while the screen is hers, or blank."""
        return Reach.NOTHING if self.view in (HERS, BLANK) else Reach.ALL

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done in the interview, then its questions."""
        if self.desk is None or self.asking.interview is None:
            return ()
        interview, texts = self.asking.known()
        questions = (
            Command(texts.name(one.item), partial(self.open_question, one.key))
            for one in interview.questions
        )
        acts = {key: act for key, act in self._acts().items() if self.asks_her or key != "F11"}
        return (*interview_commands(self.context, acts), *questions)

    # Keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with a digit, go on with Enter, leave a field with Esc."""
        digit, step, fields = digit_of(event), step_of(event, self.focusWidget()), self.fields()
        if fields is None:
            super().keyPressEvent(event)
        elif digit is not None and self.context.habits.now.digits:
            self.press_digit(digit)
        elif step:
            self.go(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        asking = self.asking
        self.quiet.timeout.connect(self._keep_draft)
        asking.began.connect(self._bring_back)
        asking.saved.connect(self._tell_saved)
        asking.failed.connect(self.show_error)
        asking.undone.connect(self._tell_undone)
        asking.drafted.connect(self._show_draft)
        keys = {
            **self._acts(),
            "Ctrl+F": lambda: self._on_one(lambda desk: desk.begin_find()),
            "Ctrl+Z": lambda: self._take_back(back=True),
            "Ctrl+Y": lambda: self._take_back(back=False),
            "Ctrl+Return": lambda: self.finish() if self.view == END else self.end(),
            "Alt+Left": self._leave,
        }
        self.tie_keys(keys)

    def _acts(self) -> dict[str, Callable[[], object]]:
        """Return what the F-keys do; the palette does it too."""
        asking = self.asking
        return {
            "F2": lambda: self._on_one(lambda desk: desk.pane.voices.turn()),
            "F3": lambda: self._on_one(lambda desk: desk.pane.sources.take_focus()),
            "F4": lambda: self._on_desk(lambda _: asking.mark()),
            "F5": lambda: self._on_desk(lambda _: self._go_to_unanswered()),
            "F8": self.pause,
            "F11": self.turn_to_her,
            "Ctrl+T": self._turn_view,
        }

    def _on_desk(self, act: Callable[[InterviewDesk], object]) -> None:
        if self.desk is not None:
            act(self.desk)

    def _on_one(self, act: Callable[[InterviewDesk], object]) -> None:
        if self.view == LIST:
            self.show_view(ONE)
        self._on_desk(act)

    def _turn_view(self) -> None:
        self.leave_fields()
        self._on_desk(lambda _: self.show_view(ONE if self.view == LIST else LIST))

    def _leave(self) -> None:
        """Go back to the dossier; from « Avec elle », only by the blank page."""
        self.leave_fields()
        if self.view == HERS:
            self.turn_to_her()
        elif self.view == END:
            self.show_view(ONE)
        elif self.desk is not None:
            self.left.emit()

    def _take_back(self, *, back: bool) -> None:
        if self.fields() is not None:
            self.leave_fields()
            self.asking.take_back(back=back)

    # Drafts, and what goes wrong ----------------------------------------------------------

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong in the worker's own view."""
        if isinstance(error, NothingToTakeBack):
            title = self.context.t("Nothing more to undo in this interview.")
            self._on_desk(lambda _: self.notice.show_message(Message(Tone.INFO, title)))
            return
        self._error = error
        self.failed.emit(error)
        self._tell_error()

    def view_shown(self) -> None:
        """Put back what waited for a view; say an error once she is back in her own."""
        unshown, self._unshown = self._unshown, None
        if unshown is not None and unshown[0] == self.asking.spot:
            self._show_draft(unshown[1])
        self._tell_error()

    def _tell_error(self) -> None:
        """Say it where only she reads it."""
        if self._error is None or self.desk is None:
            return
        message = message_of(self.context, self._error)
        self.notice.show_message(message)

    def _tell_saved(self) -> None:
        self.saved.emit(self.context.t("Saved at {hour}", hour=now_hour(self.context)))
        self._error = None
        self._on_desk(lambda _: self.notice.clear())

    def _tell_undone(self, back: bool) -> None:
        t = self.context.t
        title = t("The last act was undone.") if back else t("It was done again.")
        self._on_desk(lambda _: self.notice.show_message(Message(Tone.OK, title)))

    def _keep_draft(self) -> None:
        self.quiet.stop()
        fields = self.fields()
        written = fields.unfinished() if fields is not None else {}
        if written:
            self.asking.keep_draft(written)

    def _show_draft(self, texts: dict[str, str]) -> None:
        fields = self.fields()
        if fields is None or not self._is_hers_to_read():
            self._unshown = (self.asking.spot, texts)
        else:
            fields.show_draft(texts)
            self._show_parts()

    def _is_hers_to_read(self) -> bool:
        """Tell whether what was left unfinished may be in sight: in her view, her own words only."""
        voice = self.asking.question.hers
        own = self.asking.source.kind is SourceKind.HER and (voice is None or tellable(voice))
        return own or self.hers is None
