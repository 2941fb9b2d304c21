"""« Ce qu'elle raconte du contrôle »: exact words by date or by tactic. No number stands here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.kinds import TacticNoted
from filet.gui.context import Context
from filet.gui.models.control_said import ControlSaid, ControlTold
from filet.gui.typed import told_text
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.control_form import THROUGH, ControlPanel, WithdrawPanel
from filet.gui.widgets.facts import her_words
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import card, emptied, line, muted
from filet.gui.widgets.panel_draft import PanelDraft
from filet.gui.widgets.small import SmallLink

BY_DATE, BY_TACTIC = "date", "tactic"


class ControlCard(QWidget):
    """What was told, the form in which it is written, and the one that takes it back."""

    noted = Signal(object, dict)
    """The TacticNoted that is corrected or nothing, and the texts of the form."""
    withdrawn = Signal(object, str)
    """The TacticNoted that was noted by mistake, and why."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context = context
        self._told: ControlTold | None = None
        self._about: TacticNoted | None = None
        self._gone: TacticNoted | None = None
        self.title, self.note = Heading(context.theme, "", kind="h3"), muted(context, "")
        ways = [Option(BY_DATE, t("By date")), Option(BY_TACTIC, t("By tactic"))]
        self.switch = Segmented(context.theme, t("Order of these words"), ways, BY_DATE)
        self.add = SmallLink(context, t("Note words about control…"))
        self.panel = ControlPanel(context, lambda: self._told.tactics if self._told else ())
        self.undo = WithdrawPanel(context)
        self.links: list[SmallLink] = []
        self.draft = PanelDraft(self.panel, lambda: _name(self._about), self._begin_again)
        self.undo_draft = PanelDraft(self.undo, lambda: _name(self._gone), self._withdraw_again)
        self._lay_out()
        self.add.clicked.connect(lambda *_: self.begin(None, self.add))
        self.switch.chosen.connect(lambda _: self._draw())
        self.panel.sent.connect(lambda texts: self.noted.emit(self._about, texts))
        self.undo.sent.connect(lambda texts: self.withdrawn.emit(self._gone, texts["reason"]))

    def show_told(self, told: ControlTold) -> None:
        """Show what was told."""
        self._told = told
        for part, words in ((self.title, told.title), (self.note, told.note)):
            part.setText(words)
            part.setAccessibleName(words)
        self._draw()

    def begin(self, about: TacticNoted | None, opener: QWidget) -> None:
        """Open the form, empty or on words that are to be corrected."""
        self._about = about
        self.panel.begin(self._texts(about), opener)

    def when_shown(self, about: TacticNoted) -> str:
        """Return the time of words, as the form shows it."""
        return about.happened.said or told_text(self._context, about.happened)

    def _withdraw(self, one: ControlSaid, opener: QWidget) -> None:
        self._gone = one.said
        self.undo.show_what(f"{one.tactic} · {one.words}")
        self.undo.begin({}, opener)

    def _texts(self, about: TacticNoted | None) -> dict[str, str]:
        if about is None:
            return {}
        return {
            "tactic": about.tactic,
            "words": about.words,
            "whose": about.whose.value,
            "on": self.when_shown(about),
            "still": about.still.value,
            "source": about.source.kind.value,
            "may_tell_her": about.may_tell_her.value,
            "language": about.language,
            "through": THROUGH if about.through_interpreter else "",
        }

    def _begin_again(self, aimed: str) -> None:
        """Open the form on the words that a draft names; on new ones where they are gone."""
        found = self._found(aimed)
        self.begin(found.said if found is not None else None, self.add)

    def _withdraw_again(self, aimed: str) -> None:
        found = self._found(aimed)
        if found is not None:
            self._withdraw(found, self.add)

    def _found(self, aimed: str) -> ControlSaid | None:
        every = self._told.by_time if self._told is not None else ()
        return next((one for one in every if aimed and _name(one.said) == aimed), None)

    # The rows -----------------------------------------------------------------------------

    def _draw(self) -> None:
        focused = any(link.hasFocus() for link in self.links)
        emptied(self._rows)
        self.links, told = [], self._told
        if focused:
            self.add.setFocus()  # what had the keyboard is drawn anew
        if told is None:
            return
        self.switch.setVisible(bool(told.by_time))
        if not told.by_time:
            self._rows.addWidget(muted(self._context, self._context.t("Nothing is noted yet.")))
        elif self.switch.value() == BY_TACTIC:
            for name, held in told.groups:
                self._rows.addWidget(line())
                self._rows.addWidget(Heading(self._context.theme, name, kind="h3"))
                self._draw_rows(held, named=False)
        else:
            self._draw_rows(told.by_time, named=True)

    def _draw_rows(self, rows: Sequence[ControlSaid], *, named: bool) -> None:
        for one in rows:
            if named:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(one, named=named))

    def _row(self, one: ControlSaid, *, named: bool) -> QWidget:
        context, theme = self._context, self._context.theme
        whole, texts = QWidget(), QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = f"{one.when} · {one.tactic}" if named else one.when
        column.addWidget(Text(theme, head, kind="strong"))
        column.addWidget(words_of(context, one))
        column.addWidget(muted(context, one.about))
        flow = Flow(whole, gap=12, line_gap=2)
        flow.add(texts, least=theme.px(260), stretch=1)
        for link in self._acts(one):
            flow.add(link)
        return whole

    def _acts(self, one: ControlSaid) -> tuple[SmallLink, SmallLink]:
        """Return the links that correct and withdraw words."""
        context, t = self._context, self._context.t
        change, gone = SmallLink(context, t("Correct")), SmallLink(context, t("Withdraw"))
        change.setAccessibleName(t("Correct: {what}", what=one.sentence))
        gone.setAccessibleName(t("Withdraw: {what}", what=one.sentence))
        change.clicked.connect(lambda *_: self.begin(one.said, change))
        gone.clicked.connect(lambda *_: self._withdraw(one, gone))
        self.links += (change, gone)
        return change, gone

    def _lay_out(self) -> None:
        context, t = self._context, self._context.t
        frame, column = card(context)
        head = Flow(gap=12, line_gap=6)
        head.add(self.title, least=context.theme.px(200), stretch=1)
        head.add(self.switch)
        links = Flow(gap=12, line_gap=2)
        links.add(self.add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column.addLayout(head)
        never = t("These are facts and words. They are never added up, and no level follows.")
        column.addWidget(self.note)
        column.addWidget(muted(context, never))
        column.addLayout(links)
        column.addWidget(self.panel)
        column.addWidget(self.undo)
        column.addLayout(self._rows)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


def words_of(context: Context, one: ControlSaid) -> QWidget:
    """Return words: hers look like hers, those of others stand in quotation marks."""
    return her_words(context, one.words) if one.hers else Text(context.theme, one.words)


def _name(one: TacticNoted | None) -> str:
    return one.note.hex if one is not None else ""
