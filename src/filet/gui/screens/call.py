"""« Noter un appel »: under a minute, every field optional, no dossier needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.calls import new_call
from filet.application.services import Services
from filet.domain.ids import CaseId
from filet.domain.journal import Entry
from filet.domain.kinds import CallNoted
from filet.gui.context import Context
from filet.gui.sayings import now_hour
from filet.gui.widgets.aside import WithAside
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.call_form import CallForm
from filet.gui.widgets.case_picker import CasePicker
from filet.gui.widgets.drafted import DraftedPage
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.notice import Message, Tone
from filet.gui.widgets.spoken import SaidFirst

PLACE = "call"


class _Minute:
    """At which minute the call was cut: kept with the fields, set by a button."""

    def __init__(self) -> None:
        self._text = ""

    def text(self) -> str:
        """Return the minute."""
        return self._text

    def show_text(self, text: str) -> None:
        """Take the minute."""
        self._text = text


class CallScreen(DraftedPage):
    """A call that is being noted."""

    finished = Signal()
    """It is kept, or nothing was written."""
    questions_wanted = Signal()
    """Somebody asks about a woman."""
    attached = Signal(object)
    """The CaseId that the call was joined to."""

    def __init__(self, context: Context, services: Services) -> None:
        super().__init__(context, services, services.drafting.key(PLACE))
        self._call = new_call()
        self._cut_at = _Minute()
        self.form = CallForm(context)
        self.make(self._steps())

    def _steps(self) -> Iterator[None]:
        yield from self.form.steps()
        self._make_aside()
        yield
        self._build()
        self._lay_out()
        yield
        self._connect()
        self.begin({"hour": now_hour(self.context)})

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 goes."""
        return self._columns.zones()

    def take_focus(self) -> None:
        """Put the caret where the first word is written."""
        self.form.fields["caller"].take_focus()

    def show_changed(self) -> None:
        """Build the sentence for 911 with what is known."""
        self.said_first.show_place(self.texts())

    def leave(self) -> None:
        """Keep what was written as an entry; nothing written leaves nothing."""
        if self.is_written():
            self._note(lambda _: self.finished.emit())
        else:
            self.finished.emit()

    def _make_aside(self) -> None:
        context = self.context
        self.said_first = SaidFirst(context)
        title = context.t("Join this call to a dossier")
        self.picker = CasePicker(context, self._services, title)

    def _build(self) -> None:
        t, theme = self.context.t, self.context.theme
        self.cut = Secondary(theme, t("Call &cut"), icon="phone-off")
        self.questions = Secondary(
            theme, t("Somebody &asks questions"), icon="circle-question-mark"
        )
        self.join = Secondary(theme, t("&Join to a dossier…"))
        self.finish = Primary(theme, t("&Finish"), keys=(t("Ctrl"), t("Enter")))

    def _lay_out(self) -> None:
        main = QWidget()
        buttons = Flow(gap=8, line_gap=8)
        spring = QWidget()
        buttons.add(self.cut)
        buttons.add(self.questions)
        buttons.add(spring, stretch=1)
        buttons.add(self.join)
        buttons.add(self.finish)
        column = QVBoxLayout(main)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        for part in (self.notice, self.form, self.picker):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._columns = WithAside(self.context, main, self.said_first, 268)
        outer.addWidget(self._columns)

    def _connect(self) -> None:
        self.tend(self.form.fields)
        self.fields["cut_at"] = self._cut_at
        self.cut.clicked.connect(self._note_cut)
        self.questions.clicked.connect(lambda *_: self.questions_wanted.emit())
        self.join.clicked.connect(self._begin_join)
        self.finish.clicked.connect(self.leave)
        self.picker.chosen.connect(self._join)
        self.picker.closed.connect(self.join.setFocus)
        self.tie_keys({"Ctrl+Return": self.leave})

    def _note_cut(self) -> None:
        """Note the minute, and show how she may be called back."""
        t, now = self.context.t, self.context.clock.wall()
        self._cut_at.show_text(f"{now:%H:%M}")
        self.flush()
        title = t("Call cut at {hour}.", hour=now_hour(self.context))
        self.notice.show_message(Message(Tone.NOTE, title, self._rule(), icon="phone-off"))

    def _rule(self) -> str:
        t, texts = self.context.t, self.texts()
        if texts["may_call_back"] != "yes":
            refused = t("Do not call back: she said no.")
            unknown = t("Do not call back: she has not said that it is safe.")
            return refused if texts["may_call_back"] == "no" else unknown
        say = texts["if_other_answers"].strip()
        number = texts["phone"].strip() or t("the number is missing")
        back = t("She may be called back: {number}.", number=number)
        other = t("If somebody else answers, say: {words}", words=say)
        return f"{back} {other}" if say else back

    def _begin_join(self) -> None:
        self.picker.begin(self.texts()["caller"])

    def _join(self, case: CaseId) -> None:
        calls = self._services.calls

        def joined(entry: Entry) -> None:
            self.keep(lambda: calls.join(case, entry.ref), lambda _: self.attached.emit(case))

        self._note(joined)

    def _note(self, done: Callable[[Entry], object]) -> None:
        key, call = self.written(), self._written_call()
        note = self._services.calls.note
        self.keep(lambda: note(call, draft=key), done)

    def _written_call(self) -> CallNoted:
        return self.form.call(self._call, self._cut_at.text())
