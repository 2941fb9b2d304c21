"""The worker's own view of an interview: the list, one question, or all of them in lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from filet.domain.interview import Interview, Question
from filet.gui.context import Context
from filet.gui.models.interview_texts import QuestionTexts, impossible_text
from filet.gui.models.questions import Rows
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.key_hints import KeyHints
from filet.gui.widgets.labels import Text
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.page import scrolling
from filet.gui.widgets.question_lines import FOOT_FROM, LIST, ONE, QuestionLines, views_switch
from filet.gui.widgets.question_pane import QuestionPane
from filet.gui.widgets.question_side import QuestionSide

_BESIDE_FROM, _SIDE = 860, 330
_LOW = 380
"""Lower than this, what is not the question leaves its room to the answers."""


class InterviewDesk(QWidget):
    """Puts the parts together; says which view is wanted."""

    view_wanted = Signal(str)
    line_chosen = Signal(str)
    """She moved on another line of the list: its question."""
    line_opened = Signal(str)
    line_answered = Signal(object)
    """A click on an answer of the line: its Value."""

    def __init__(
        self, context: Context, notice: Notice, pane: QuestionPane, side: QuestionSide
    ) -> None:
        super().__init__()
        self.context, self._beside, self._list_open = context, True, False
        self._rows: Rows | None = None
        self._impossible_told = ""
        t, theme = context.t, context.theme
        self.side, self.pane = side, pane
        self.place = Text(theme, tone="secondary")
        self.with_her = Secondary(theme, t("&With her"), icon="user-round", keys=("F11",))
        self.with_her.setFont(theme.font("label"))
        self.list_button = Secondary(theme, t("&Questions"), icon="search")
        self.views = views_switch(context, ONE)
        self.lines: QuestionLines | None = None
        self._build_buttons(context)
        self._build_hints(context)
        self.notice = notice
        self.impossible = Notice(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._one())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.impossible)
        column.addWidget(self.stack, 1)
        self.side.closed.connect(lambda: self.open_list(opened=False))
        self.views.chosen.connect(lambda view: self.view_wanted.emit(str(view)))
        self.list_button.clicked.connect(lambda *_: self.open_list(opened=not self._list_open))

    def take_pane_in(self) -> None:
        """Put the question in its place, in a turn after the one that took the rest in."""
        self._asked.addWidget(self.pane, 1)

    @property
    def view(self) -> str:
        """Which view is shown: one question, or all."""
        return LIST if self.stack.currentIndex() else ONE

    def zones(self) -> tuple[QWidget, ...]:
        """Return the list and the question, those in sight; the whole list is one part."""
        if self.view == LIST:
            return (self.stack,)
        return tuple(part for part in (self.side, self._right) if part.isVisible())

    def show_view(self, view: str) -> None:
        """Show one question, or all."""
        if view == LIST and self.lines is None:
            self.lines = self._made_lines()
        self.stack.setCurrentIndex(1 if view == LIST else 0)
        self.views.show_value(ONE)

    def show_place(self, text: str) -> None:
        """Say which question it is, of how many, and whose voice is heard."""
        self.place.setText(text)

    def show_question(self, interview: Interview, question: Question, texts: QuestionTexts) -> None:
        """Show counts and lists, with the question that is asked."""
        rows = self._rows = self._rows or Rows(self.context, texts)
        self.side.show_interview(interview, rows, question.key)
        if self.lines is not None:
            self.lines.show_question(interview, rows, question.key)
        self.mark.setChecked(question.to_resume)
        self._tell_impossible(impossible_text(self.context, interview, texts))

    def _tell_impossible(self, told: str) -> None:
        """Say in both views what cannot be true together."""
        if told == self._impossible_told:
            return
        self._impossible_told = told
        if told:
            self.impossible.show_message(Message(Tone.NOTE, "", told))
        else:
            self.impossible.clear()

    def _made_lines(self) -> QuestionLines:
        """Make the list of lines when it is first wanted."""
        lines = QuestionLines(self.context)
        lines.views.chosen.connect(lambda view: self.view_wanted.emit(str(view)))
        lines.table.chosen.connect(self.line_chosen)
        lines.table.opened.connect(self.line_opened)
        lines.table.answered.connect(lambda _, value: self.line_answered.emit(value))
        self.stack.addWidget(lines)
        return lines

    def begin_find(self) -> None:
        """Put the caret where a question is looked for, opening the list where it is closed."""
        self.open_list(opened=True)
        self.side.begin_find()

    def open_list(self, *, opened: bool) -> None:
        """Where there is room for one column only, the list is a page of its own."""
        self._list_open = opened and not self._beside
        self._arrange()
        if self._list_open:
            self.side.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_top(self) -> None:
        """Show the beginning of the question."""
        self._area.verticalScrollBar().setValue(0)

    def show_focus(self) -> None:
        """Show the control that has the focus, where the page is scrolled."""
        focused = self.pane.focusWidget()
        if self.pane.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused)

    def take_focus(self) -> None:
        """Put the focus where digits answer."""
        if self.view == LIST and self.lines is not None:
            self.lines.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.pane.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the question, or on a page of its own."""
        super().resizeEvent(event)
        theme = self.context.theme
        self._beside = self.width() / theme.scale >= _BESIDE_FROM
        self._list_open = self._list_open and not self._beside
        self.hints.setVisible(self.height() / theme.scale >= FOOT_FROM)
        self._fold(low=self.height() / theme.scale < _LOW)
        self._arrange()

    def _fold(self, *, low: bool) -> None:
        """Leave the height to the question and its answers, where there is little."""
        theme = self.context.theme
        self._asked.setContentsMargins(28, 6 if low else 16, 28, 12)
        self._asked.setSpacing(theme.px(5 if low else 12))
        self._foot_column.setContentsMargins(28, 4 if low else 8, 28, 6 if low else 12)
        self.place.setFont(theme.font("small" if low else "body"))
        for button in (self.list_button, self.with_her):
            button.fold(folded=low)
        self.next.grow(large=not low)
        self.pane.fold(folded=low)

    def _arrange(self) -> None:
        px = self.context.theme.px
        self.side.setVisible(self._beside or self._list_open)
        self._right.setVisible(self._beside or not self._list_open)
        self.side.setMaximumWidth(px(_SIDE) if self._beside else 16777215)
        self.side.setMinimumWidth(px(_SIDE) if self._beside else 0)
        self.list_button.setVisible(not self._beside)
        side = px(_SIDE) if self._beside else 0
        room = (self.width() - side) / self.context.theme.scale
        for button in (self.mark, self.pause):
            button.fold(folded=room < 740)
        self.previous.fold(folded=room < 600)

    def _build_hints(self, context: Context) -> None:
        t = context.t
        self.hints = KeyHints(
            context,
            (
                (("1", "2", "3", "4"), t("answer")),
                (("↑", "↓"), t("change question")),
                ((t("Ctrl"), "Z"), t("undo the last answer")),
                (("F5",), t("next without answer")),
            ),
        )

    def _build_buttons(self, context: Context) -> None:
        t, theme = context.t, context.theme
        self.previous = Secondary(theme, t("&Previous"), icon="arrow-left")
        self.mark = Secondary(theme, t("&Come back to"), icon="flag", keys=("F4",))
        self.mark.setCheckable(True)
        self.pause = Secondary(theme, t("Take a &break"), icon="coffee", keys=("F8",))
        self.finish = Secondary(theme, t("&Finish"))
        self.next = Primary(theme, t("&Next"), icon="arrow-right", keys=(t("Enter"),), large=True)
        self.next.put_icon_after()

    def _one(self) -> QWidget:
        self._right = QWidget()
        inside = QVBoxLayout(self._right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        content = QWidget()
        column = self._asked = QVBoxLayout(content)
        column.addLayout(self._top())
        column.addWidget(self.notice)
        self._area = scrolling(content, arrows=False)
        inside.addWidget(self._area, 1)
        inside.addWidget(self._foot())
        inside.addWidget(self.hints)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        line = QFrame()
        line.setObjectName("kind-upright")
        row.addWidget(self.side)
        row.addWidget(line)
        row.addWidget(self._right, 1)
        return page

    def _top(self) -> Flow:
        row = Flow(gap=10, line_gap=8)
        row.add(self.list_button)
        row.add(self.place, least=self.context.theme.px(150), stretch=1)
        row.add(self.with_her)
        row.add(self.views)
        return row

    def _foot(self) -> QWidget:
        foot = QWidget()
        around = self._foot_column = QVBoxLayout(foot)
        row = Flow(gap=8, line_gap=8)
        for button in (self.previous, self.mark, self.pause, self.finish):
            row.add(button)
        row.add(QWidget(), stretch=1)
        row.add(self.next)
        around.addLayout(row)
        return foot
