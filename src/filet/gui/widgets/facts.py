"""The cards of what is known: her sense, what weighs, what protects, what is not known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.models.weighing import FactSaid, GapSaid, SenseSaid, Weighing
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import card, line, muted
from filet.gui.widgets.redrawn import redrawn
from filet.gui.widgets.small import SmallLink

_MOST_FACTS, _MOST_GAPS = 6, 5


class Card(QFrame):
    """A titled card whose lines are drawn again when something else was said."""

    changed = Signal()
    """Lines were unfolded: whoever orders the page orders it again."""

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self.context = context
        self.unfolded = False
        self._drawn: object = None
        frame, inside = card(context)
        self.title = Heading(context.theme, title, kind="h3")
        inside.addWidget(self.title)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        inside.addLayout(self.lines)
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def draw(self, said: object) -> None:
        """Draw the lines, unless they say this already: to draw them takes long."""
        if said != self._drawn:
            self._drawn = said
            self.draw_again()

    def draw_again(self) -> None:
        """Draw the lines in the place of the former, all at once."""
        with redrawn(self.lines):
            self.draw_lines()

    def draw_lines(self) -> None:
        """Draw the lines; each card has its own."""

    def show_rows(
        self, rows: Sequence[Callable[[], QWidget]], at_first: int, rest: str = ""
    ) -> None:
        """Draw the first rows, and a link to the others: how many they are, or these words."""
        many = len(rows) if self.unfolded else at_first
        for make in islice(rows, many):
            self.lines.addWidget(line())
            self.lines.addWidget(make())
        left = len(rows) - many
        if left > 0:
            count = self.context.tn("Show {count} more", "Show {count} more", left, count=left)
            words = rest or count
            more = SmallLink(self.context, words)
            more.setAccessibleName(f"{words} ({self.title.text()})")
            more.clicked.connect(self._unfold)
            self.lines.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _unfold(self) -> None:
        self.unfolded = True
        self.draw_again()
        self.changed.emit()


class SenseCard(Card):
    """« Ce qu'elle en pense »: her words look like hers."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.t("What she thinks of it"))
        self._said = SenseSaid("", "")

    def show_sense(self, said: SenseSaid) -> None:
        """Show her words, then how much."""
        self._said = said
        self.draw(said)

    def draw_lines(self) -> None:
        """Draw her words in her voice."""
        said, theme = self._said, self.context.theme
        if said.words:
            self.lines.addWidget(her_words(self.context, said.words))
        self.lines.addWidget(Text(theme, said.note, kind="small", tone="secondary"))


class FactsCard(Card):
    """What weighs, or what protects: with who said it, and when."""

    def __init__(self, context: Context, title: str, none: str) -> None:
        super().__init__(context, title)
        self._none = none
        self._facts: Sequence[FactSaid] = ()
        self._least = 0

    def show_facts(self, facts: Sequence[FactSaid], least: int = 0) -> None:
        """Show the facts; the first ``least`` of them are never folded away."""
        self._facts, self._least = facts, least
        self.draw((tuple(facts), least))

    def draw_lines(self) -> None:
        """Draw a line for each fact."""
        if not self._facts:
            self.lines.addWidget(muted(self.context, self._none))
        rows = [lambda fact=fact: _fact(self.context, fact) for fact in self._facts]
        self.show_rows(rows, max(_MOST_FACTS, self._least))


class GapsCard(Card):
    """« Ce qu'on ne sait pas »: each line leads back to its question."""

    question_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.t("What we do not know"))
        self._gaps: Sequence[GapSaid] = ()

    def show_gaps(self, gaps: Sequence[GapSaid]) -> None:
        """Show what was asked and is not known, then what was not asked."""
        self._gaps = gaps
        self.draw(tuple(gaps))

    def draw_lines(self) -> None:
        """Draw a line for each gap."""
        if not self._gaps:
            none = self.context.t("Nothing was asked that stays without an answer.")
            self.lines.addWidget(muted(self.context, none))
        asked = sum(gap.asked for gap in self._gaps)
        rows = [lambda gap=gap: self._gap(gap) for gap in self._gaps]
        self.show_rows(rows, max(_MOST_GAPS, min(asked, 2 * _MOST_GAPS)))

    def _gap(self, gap: GapSaid) -> QWidget:
        link = SmallLink(self.context, gap.text.replace("&", "&&"))
        link.setAccessibleName(f"{gap.text}, {gap.note}")
        link.clicked.connect(lambda *_: self.question_wanted.emit(gap.item))
        row = QWidget()
        flow = Flow(row, gap=8, line_gap=0)
        flow.add(link)
        flow.add(_kept(muted(self.context, gap.note)))
        return row


class ChangesCard(Card):
    """« Depuis le 9 fév. »: before and after, whichever way it went."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.t("Since the last level"))
        self._changes: tuple[str, ...] = ()

    def show_changes(self, said: Weighing) -> None:
        """Show what reads otherwise since a level was last signed."""
        t = self.context.t
        title = t("Since {day}", day=said.since) if said.since else t("Since the last level")
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self._changes = said.changes
        first = t("No level was signed before: nothing to compare.")
        same = t("Nothing reads otherwise.")
        self._none = same if said.since else first
        self.draw((self._changes, self._none))

    def draw_lines(self) -> None:
        """Draw a line for each change."""
        if not self._changes:
            self.lines.addWidget(muted(self.context, self._none))
        rows = [lambda text=text: _changed(self.context, text) for text in self._changes]
        self.show_rows(rows, _MOST_FACTS)


def her_words(context: Context, words: str) -> QFrame:
    """Return her words, in her own voice."""
    frame = QFrame()
    frame.setObjectName("voice-her")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(12, 6, 12, 6)
    said = context.t("“{words}”", words=words.strip('«»“”" \u00a0'))
    inside.addWidget(Text(context.theme, said, kind="lead"))
    return frame


def _fact(context: Context, fact: FactSaid) -> QWidget:
    t, theme = context.t, context.theme
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(Text(theme, fact.text), 1)
    if fact.voices:
        head.addWidget(_badge(context, t("to be cleared up")), 0, Qt.AlignmentFlag.AlignTop)
    if fact.new:
        head.addWidget(_badge(context, t("new")), 0, Qt.AlignmentFlag.AlignTop)
    if not fact.voices:
        head.addWidget(_kept(muted(context, fact.note)), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(head)
    for voice in fact.voices:
        column.addWidget(muted(context, voice))
    return row


def _changed(context: Context, text: str) -> QWidget:
    return Text(context.theme, text, kind="small", tone="secondary")


def _badge(context: Context, text: str) -> Text:
    badge = _kept(Text(context.theme, text, kind="label"))
    badge.setProperty("badge", True)
    return badge


def _kept(text: Text) -> Text:
    """Return a short text that stays on one line."""
    text.setWordWrap(False)
    return text
