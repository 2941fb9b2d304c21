"""« Comparer deux appréciations »: any two, side by side or as a text that can be read line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from filet.gui.context import Context
from filet.gui.models.compared import ComparedSaid
from filet.gui.models.signed_level import LevelSaid
from filet.gui.sayings import risk_key
from filet.gui.widgets.chip import RiskChip
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.combo import Combo, labelled
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import card, emptied, line, muted


class CompareCard(QWidget):
    """Two lists to choose from, and what they give."""

    wanted = Signal(int, int)
    """The places of the two appreciations that are chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context = context
        self.one = Combo(context, t("First appraisal to compare"))
        self.other = Combo(context, t("Second appraisal to compare"))
        options = [Option(0, t("Side by side")), Option(1, t("As text"))]
        self.switch = Segmented(context.theme, t("Two appraisals"), options, 0)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(context.theme.font("body"))
        self.text.setAccessibleName(t("Two appraisals, as text"))
        self.text.setMinimumHeight(context.theme.px(220))
        self.few = muted(context, t("Two signed levels are needed to compare."))
        self.views = QStackedWidget()
        self._lay_out()
        for box in (self.one, self.other):
            box.may_shrink()
            box.activated.connect(lambda *_: self._ask())
        self.switch.chosen.connect(self._show_view)

    def show_choices(self, names: Sequence[str]) -> None:
        """Show what may be compared, the oldest first; the last two unless she chose others."""
        chosen = (self.one.currentIndex(), self.other.currentIndex())
        kept = len(names) == self.one.count()
        for box in (self.one, self.other):
            box.clear()
            box.addItems(list(names))
        two = len(names) > 1
        self.few.setVisible(not two)
        self._whole.setVisible(two)
        if two:
            first, last = chosen if kept else (len(names) - 2, len(names) - 1)
            self.one.setCurrentIndex(first)
            self.other.setCurrentIndex(last)
            self._ask()

    def show_compared(self, said: ComparedSaid) -> None:
        """Show two appreciations and what differs."""
        emptied(self._sides)
        both = QWidget()
        flow = Flow(both, gap=20, line_gap=12)
        for level in said.levels:
            flow.add(_side(self._context, level), least=self._context.theme.px(240), stretch=1)
        self._sides.addWidget(both)
        self._sides.addWidget(line())
        theme, t = self._context.theme, self._context.t
        self._sides.addWidget(Text(theme, t("What was told otherwise"), kind="strong"))
        if not said.groups:
            none = t("Nothing was told otherwise between the two.")
            self._sides.addWidget(muted(self._context, none))
        for title, lines in said.groups:
            self._sides.addWidget(muted(self._context, title))
            for words in lines:
                self._sides.addWidget(Text(theme, words))
        self._sides.addStretch(1)
        self.text.setPlainText(said.text)

    def take_focus(self) -> None:
        """Put the keyboard on the first list."""
        self.one.setFocus()

    def _ask(self) -> None:
        self.wanted.emit(self.one.currentIndex(), self.other.currentIndex())

    def _show_view(self, which: int) -> None:
        self.views.setCurrentIndex(which)
        if which:
            self.text.setFocus()

    def _lay_out(self) -> None:
        context, t = self._context, self._context.t
        frame, column = card(context)
        head = Flow(gap=12, line_gap=6)
        title = Heading(context.theme, t("Compare two appraisals"), kind="h3")
        head.add(title, least=context.theme.px(200), stretch=1)
        head.add(self.switch)
        sides = QFrame()
        self._sides = QVBoxLayout(sides)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(4)
        self.views.addWidget(sides)
        self.views.addWidget(self.text)
        self._whole = QWidget()
        inside = QVBoxLayout(self._whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(head)
        boxes = Flow(gap=12, line_gap=8)
        for label, box in ((t("First appraisal to compare"), self.one),
                           (t("Second appraisal to compare"), self.other)):  # fmt: skip
            boxes.add(labelled(context, label, box), least=context.theme.px(240), stretch=1)
        inside.addLayout(boxes)
        inside.addWidget(self.views)
        column.addWidget(self.few)
        column.addWidget(self._whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


def _side(context: Context, said: LevelSaid) -> QWidget:
    """Return one appreciation: who, when, for whom, why, and what others think of it."""
    theme, t = context.theme, context.t
    frame = QFrame()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    chip = RiskChip(theme)
    chip.show_level(risk_key(said.level), said.name, t("Level: {level}", level=said.sentence))
    column.addWidget(chip)
    column.addWidget(Text(theme, " · ".join(filter(None, (said.when, said.who))), kind="strong"))
    column.addWidget(Text(theme, said.concerned, kind="small", tone="secondary"))
    parts = {t("Why"): said.reasons or said.added, t("Taken into account"): said.taken,
             t("Discussed with"): said.discussed}  # fmt: skip
    for title, text in parts.items():
        if text.strip():
            column.addWidget(muted(context, title))
            column.addWidget(Text(theme, text))
    for one in said.opinions:
        column.addWidget(muted(context, one.sentence))
        if one.reasons.strip():
            column.addWidget(Text(theme, one.reasons))
    column.addStretch(1)
    return frame
