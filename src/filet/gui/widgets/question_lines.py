"""Every question in lines, with the count above and the keys below."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from filet.domain.instruments import Kind
from filet.domain.interview import Interview
from filet.gui.context import Context
from filet.gui.models.questions import QuestionModel, Rows
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.key_hints import KeyHints
from filet.gui.widgets.labels import Heading
from filet.gui.widgets.question_side import CountHead
from filet.gui.widgets.question_table import QuestionTable

ONE, LIST = "one", "list"
FOOT_FROM = 590
"""Lower than this, the keys at the foot leave their room to the questions."""


class QuestionLines(QWidget):
    """The list, and what stands around it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._interview: Interview | None = None
        self.views = views_switch(context, LIST)
        self.model = QuestionModel()
        self.table = QuestionTable(context, self.model)
        self.tool = Heading(context.theme, "", kind="h3")
        self.head = CountHead(context, beside=True)
        self.hints = _hints(context)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._page(), 1)
        outer.addWidget(self.hints)

    def show_question(self, interview: Interview, rows: Rows, key: str) -> None:
        """Show counts and answers, the question that is asked being selected."""
        if interview is not self._interview:
            self._interview = interview
            self.head.show_interview(interview)
            self.model.show_rows(rows.of(interview))
            own = interview.instrument.kind is Kind.INVENTORY
            self.tool.setText("" if own else rows.texts.short)
            self.tool.setVisible(not own)
        self.views.show_value(LIST)
        self.table.show_key(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the keys to the questions where there is little."""
        super().resizeEvent(event)
        self.hints.setVisible(self.height() / self._context.theme.scale >= FOOT_FROM)

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 14, 24, 12)
        column.setSpacing(12)
        head = Flow(gap=16, line_gap=8)
        head.add(self.tool)
        head.add(self.head, least=self._context.theme.px(360), stretch=1)
        head.add(self.views)
        frame = QFrame()
        frame.setObjectName("kind-card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column.addLayout(head)
        column.addWidget(frame, 1)
        return page


def views_switch(context: Context, view: str) -> Segmented:
    """Return the switch between one question and all, with the key that turns it."""
    t = context.t
    keys = (t("Ctrl"), "T")
    options = (
        Option(ONE, t("One at a time"), icon="square", keys=keys if view == LIST else ()),
        Option(LIST, t("As a list"), icon="list", keys=keys if view == ONE else ()),
    )
    return Segmented(context.theme, t("View"), options, view)


def _hints(context: Context) -> KeyHints:
    t = context.t
    digits, arrows, undo = ("1", "2", "3", "4"), ("↑", "↓"), (t("Ctrl"), "Z")
    return KeyHints(
        context,
        (
            (arrows, t("question")),
            (digits, t("answer")),
            (("F2",), t("note")),
            (("F3",), t("source")),
            (("F4",), t("to come back to")),
            ((t("Ctrl"), "K"), t("go to a question")),
            (undo, t("undo")),
        ),
    )
