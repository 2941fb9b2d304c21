"""The left of an interview: how many answers, where to go, and every question."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from filet.domain.interview import Interview, found
from filet.gui.context import Context
from filet.gui.models.interview_texts import count_text, resume_text
from filet.gui.models.questions import QuestionModel, Rows
from filet.gui.theme import Theme
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.find_line import find_line
from filet.gui.widgets.labels import Text
from filet.gui.widgets.question_list import QuestionList


class ThinBar(QWidget):
    """How far the count is; the words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._share = theme, 0.0
        self.setFixedHeight(theme.px(5))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Show how far."""
        self._share = share
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the bar."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            whole = QRectF(self.rect())
            radius = whole.height() / 2
            painter.setBrush(self._theme.colour("border.soft"))
            painter.drawRoundedRect(whole, radius, radius)
            if self._share:
                whole.setWidth(max(whole.height(), whole.width() * self._share))
                painter.setBrush(self._theme.colour("accent.fill"))
                painter.drawRoundedRect(whole, radius, radius)


class CountHead(QWidget):
    """« 8 réponses sur 10 », « 1 à reprendre » and the bar."""

    def __init__(self, context: Context, *, beside: bool = False) -> None:
        super().__init__()
        theme = context.theme
        self._context = context
        self.count = Text(theme, kind="strong")
        self.resume = Text(theme, kind="small", tone="secondary")
        self.bar = ThinBar(theme)
        for label in (self.count, self.resume):
            label.setWordWrap(False)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.count)
        if beside:
            self.bar.setMinimumWidth(theme.px(120))
            head.addWidget(self.bar, 1)
        else:
            head.addStretch(1)
        head.addWidget(self.resume)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        if not beside:
            column.addWidget(self.bar)

    def show_interview(self, interview: Interview) -> None:
        """Count the answers."""
        answered, total = interview.answered, len(interview.counted)
        self.count.setText(count_text(self._context, answered, total))
        self.resume.setText(resume_text(self._context, len(interview.to_resume)))
        self.bar.show_share(answered / total)


class QuestionSide(QFrame):
    """Shows the list, and says where she wants to go."""

    chosen = Signal(str)
    opened = Signal(str)
    """Found by its words: the question itself is wanted."""
    closed = Signal()
    """The search is over, nothing being chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("ground-surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._interview: Interview | None = None
        self._rows: Rows | None = None
        self.head = CountHead(context)
        self.search = _find_line(context)
        self.nothing = Text(context.theme, context.t("No question has this word."), tone="muted")
        self.nothing.hide()
        self.model = QuestionModel()
        self.list = QuestionList(context, self.model)
        self.before = Link(context.theme, context.t("Before we begin"))
        self.before.setFont(_underlined(context))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._context.theme.px
        top, foot = QVBoxLayout(), QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(px(10))
        for widget in (self.head, self.search, self.nothing):
            top.addWidget(widget)
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self.before)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(14), 0, px(6))
        column.setSpacing(px(10))
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def show_interview(self, interview: Interview, rows: Rows, key: str) -> None:
        """Show the rows, the one that is asked being selected."""
        if interview is not self._interview:
            self._interview, self._rows = interview, rows
            self.head.show_interview(interview)
            self._show_rows()
        self.list.show_key(key)

    def begin_find(self, letters: str = "") -> None:
        """Put the caret where a word is typed."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.insert(letters)
        if letters:
            self._show_rows()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Leave the search with Esc; go into the list with an arrow."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._clear()
            self.closed.emit()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_first()
            return True
        if event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.search.textEdited.connect(lambda _: self._show_rows())
        self.list.chosen.connect(self.chosen)
        self.list.typed.connect(self.begin_find)

    def _show_rows(self) -> None:
        if self._interview is None or self._rows is None:
            return
        names, typed = self._rows.texts.names, self.search.text().strip()
        match = found(self._interview.questions, names, typed) if typed else None
        self.nothing.setVisible(match == [])
        self.model.show_rows(self._rows.of(self._interview, match))

    def _open_first(self) -> None:
        if self._interview is None or self._rows is None or not self.search.text().strip():
            return
        match = found(self._interview.questions, self._rows.texts.names, self.search.text())
        if match:
            self._clear()
            self.opened.emit(match[0].key)

    def _clear(self) -> None:
        self.search.clear()
        self._show_rows()


def _underlined(context: Context) -> QFont:
    font = context.theme.font("small")
    font.setUnderline(True)
    return font


def _find_line(context: Context) -> QLineEdit:
    t, font = context.t, context.theme.font("label")
    font.setWeight(context.theme.font("body").weight())
    name = t("Go to a question")
    field = find_line(context, name, hint=name, letter="F", font=font)
    field.setAccessibleDescription(t("Three letters are enough."))
    return field
