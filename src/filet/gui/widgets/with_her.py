"""« Avec elle »: what her own eyes may read, and nothing else is anywhere on it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.domain.interview import Question, tellable
from filet.gui.context import Context
from filet.gui.models.interview_texts import HER_ANSWERS, QuestionTexts
from filet.gui.widgets.answers import Answers, Choice
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.growing import Growing
from filet.gui.widgets.kept import Kept
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import scrolling
from filet.gui.widgets.tall import Tall
from filet.gui.widgets.two_voices import WORDS

_WIDE = 1000
_LARGEST, _HIGH, _LOW = 1.3, 560, 420


class WithHer(QWidget):
    """The question, why it is asked, her answer, her words; back, pause, on."""

    back = Signal()
    pause = Signal()
    on = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, t = context.theme, context.t
        self._context = context
        self.setObjectName("ground-app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.question = Heading(theme, "", kind="question")
        large = theme.scale <= _LARGEST  # beyond, the text is large already
        self.question.setFont(_larger(theme.font("question"), 1.32 if large else 1))
        self.question.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.why = Text(theme, kind="lead", tone="secondary")
        self.why.setFont(_larger(theme.font("lead"), 1.12 if large else 1))
        self.answers = Answers(context, HER_ANSWERS, caps=False, large=True)
        self.words_area = Growing(context, t("Your words"), hers=True)
        self.words_area.setPlaceholderText(t("Your words"))
        self.words = Kept(self.words_area)
        self.previous = Secondary(theme, t("&Previous"), icon="arrow-left", large=True)
        self.stop = Secondary(theme, t("Take a &break"), icon="coffee", large=True)
        self.next = Primary(theme, t("&Next"), icon="arrow-right", large=True)
        self.next.put_icon_after()
        self.previous.clicked.connect(lambda *_: self.back.emit())
        self.stop.clicked.connect(lambda *_: self.pause.emit())
        self.next.clicked.connect(lambda *_: self.on.emit())
        self._lay_out()

    def begin(self, question: Question, texts: QuestionTexts) -> None:
        """Ask a question."""
        item = question.item
        self.question.setText(texts.question(item))
        self.question.setAccessibleName(self.question.text())
        self.why.setText(texts.why(item))
        self.answers.show_question(item.type, self.question.text(), item.grades)
        self.words.begin(_words(question))
        self.refresh(question)

    def refresh(self, question: Question) -> None:
        """Show her own answer; what others said of it is not known here."""
        voice = question.hers
        said = voice.statement if voice is not None and tellable(voice) else None
        self.answers.show_choice(Choice(said.value, said.scale) if said else Choice())
        self.words.refresh(_words(question))

    def unfinished(self) -> dict[str, str]:
        """Return what is written and not kept yet."""
        return {WORDS: self.words.text()} if self.words.is_changed() else {}

    def show_draft(self, texts: Mapping[str, str]) -> None:
        """Put back what was left unfinished."""
        if WORDS in texts:
            self.words.resume(texts[WORDS])

    def leave(self) -> None:
        """Keep what is written."""
        self.words.leave()

    def show_top(self) -> None:
        """Show the beginning of the question."""
        self._area.verticalScrollBar().setValue(0)

    def show_focus(self) -> None:
        """Show the control that has the focus, where the page is scrolled."""
        focused = self.focusWidget()
        if self._area.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused)

    def take_focus(self) -> None:
        """Put the focus on the question, so that it is read aloud."""
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to be read by two."""
        super().resizeEvent(event)
        px = self._context.theme.px
        side = max(px(24), (self.width() - px(_WIDE)) // 2)
        height = self.height() / self._context.theme.scale
        high, low = height >= _HIGH, height < _LOW
        self._body.setContentsMargins(side, px(40 if high else 12), side, px(12))
        self._foot.setContentsMargins(side, px(8), side, px(36 if high else 10))
        self._fold(low=low)

    def _fold(self, *, low: bool) -> None:
        """Leave the height to the question and its answers, where there is little."""
        px = self._context.theme.px
        self._body.setSpacing(px(6 if low else 18))
        around = px(0 if low else 12)
        self.answers.setContentsMargins(0, around, 0, around)
        self.answers.fold(folded=low)
        for button in (self.previous, self.stop, self.next):
            button.grow(large=not low)

    def _lay_out(self) -> None:
        inside = Tall()
        self._body = QVBoxLayout(inside)
        for widget in (self.question, self.why, self.answers, self.words_area):
            self._body.addWidget(widget)
        self._body.addStretch(1)
        foot = QWidget()
        self._foot = QHBoxLayout(foot)
        row = Flow(gap=12, line_gap=8)
        row.add(self.previous)
        row.add(QWidget(), stretch=1)
        row.add(self.stop)
        row.add(QWidget(), stretch=1)
        row.add(self.next)
        self._foot.addLayout(row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._area = scrolling(inside, arrows=False)
        column.addWidget(self._area, 1)
        column.addWidget(foot)


def _words(question: Question) -> str:
    voice = question.hers
    return voice.words.get("", "") if voice is not None and tellable(voice) else ""


def _larger(font: QFont, by: float) -> QFont:
    font.setPixelSize(round(font.pixelSize() * by))
    return font
