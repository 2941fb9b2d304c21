"""What is left at the end of an interview: said once, blocking nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.interview import Interview, Question
from filet.gui.context import Context
from filet.gui.models.interview_texts import QuestionTexts, count_text, impossible_text
from filet.gui.widgets.buttons import Link, Primary, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.page import card, scrolling


class InterviewEnd(QWidget):
    """Questions to come back to, then those without an answer; each leads to its question."""

    wanted = Signal(str)
    back = Signal()
    result = Signal()

    def __init__(self, context: Context, interview: Interview, texts: QuestionTexts) -> None:
        super().__init__()
        theme, t = context.theme, context.t
        self._context, self._texts = context, texts
        self.title = Heading(theme, t("Before the result"), kind="h2")
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.links: list[Link] = []
        self.again = Secondary(theme, t("&Back to the questions"), icon="arrow-left")
        self.go_on = Primary(
            theme,
            t("See the &result"),
            icon="arrow-right",
            keys=(t("Ctrl"), t("Enter")),
            large=True,
        )
        self.go_on.put_icon_after()
        self.again.clicked.connect(lambda *_: self.back.emit())
        self.go_on.clicked.connect(lambda *_: self.result.emit())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(theme.px(12))
        column.addWidget(self.title)
        count = count_text(context, interview.answered, len(interview.counted))
        column.addWidget(Text(theme, count, tone="secondary"))
        self._warn(column, impossible_text(context, interview, texts))
        for words, questions in self._groups(interview):
            column.addWidget(self._card(words, questions))
        column.addWidget(Text(theme, self._rest(interview), tone="secondary"))
        column.addStretch(1)
        column.addLayout(self._foot())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def take_focus(self) -> None:
        """Put the focus on the title, so that it is read aloud."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warn(self, column: QVBoxLayout, told: str) -> None:
        """Say which answers cannot both be true, where there are such."""
        if told:
            notice = Notice(self._context)
            column.addWidget(notice)
            notice.show_message(Message(Tone.NOTE, "", told))

    def _groups(self, interview: Interview) -> list[tuple[str, Sequence[Question]]]:
        t, resume = self._context.t, interview.to_resume
        open_ = [one for one in interview.open if one not in resume]
        groups = [
            (t("To come back to"), resume),
            (t("Not answered yet"), open_),
        ]
        return [(words, found) for words, found in groups if found]

    def _rest(self, interview: Interview) -> str:
        t, tn, later = self._context.t, self._context.tn, interview.later
        nothing = t("Nothing has to be answered. What is not known will be said as not known.")
        if not later:
            return nothing
        rest = tn(
            "{count} question can wait, at her pace.",
            "{count} questions can wait, at her pace.",
            later,
        )
        return f"{nothing} {rest}"

    def _card(self, words: str, questions: Sequence[Question]) -> QWidget:
        frame, column = card(self._context, words)
        for question in questions:
            name = f"{question.number}. {self._texts.name(question.item)}"
            link = Link(self._context.theme, name.replace("&", "&&"))
            link.clicked.connect(lambda *_, key=question.key: self.wanted.emit(key))
            self.links.append(link)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _foot(self) -> Flow:
        row = Flow(gap=10, line_gap=8)
        row.add(self.again)
        row.add(QWidget(), stretch=1)
        row.add(self.go_on)
        return row
