"""The answers of a question: real radio buttons in one group, painted large.

A digit or a click chooses; an arrow only moves, so that no passing finger answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from filet.domain.instruments import ItemType, Value
from filet.gui.context import Context
from filet.gui.models.interview_texts import scale_text
from filet.gui.theme import Theme
from filet.gui.widgets.keycap import caps_width, paint_caps, plain_ink
from filet.gui.widgets.labels import ANOTHER_FACE
from filet.gui.widgets.reading import let_focus_go

FOUR = (Value.YES, Value.NO, Value.UNKNOWN, Value.DECLINED)
_TOLD = (Value.NOT_APPLICABLE, Value.UNKNOWN, Value.DECLINED)
_SCALED = (Value.UNKNOWN, Value.DECLINED)
_TEN = range(11)
_BACK, _ON = (Qt.Key.Key_Left,), (Qt.Key.Key_Right,)
_SIDE, _SIDE_LARGE, _GAP = 16, 24, 12


class Choice(NamedTuple):
    """An answer: a value, or how much."""

    value: Value | None = None
    scale: int | None = None


class AnswerButton(QRadioButton):
    """One answer; the whole of it can be pressed."""

    moved = Signal(int)
    """An arrow asks for the next answer, or the one before."""

    def __init__(self, theme: Theme, text: str, cap: str = "", *, large: bool = False) -> None:
        self._lines: dict[int, int] = {}  # first: Qt tells of a face meanwhile
        super().__init__(text)
        self._theme, self._cap = theme, cap
        self._side = _SIDE_LARGE if large else _SIDE
        self.setFont(theme.font("lead"))
        if large:
            font = theme.font("h2")
            font.setWeight(QFont.Weight.Normal)
            self.setFont(font)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return its least width, and the height of an answer."""
        return QSize(self._theme.px(120), self.height_for(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the container give it its width."""
        return QSize(self._theme.px(40), self.height_for(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another face."""
        if event.type() in ANOTHER_FACE:
            self._lines.clear()
        super().changeEvent(event)

    def lines_at(self, width: int) -> int:
        """Return how many lines its words take at this width."""
        if width not in self._lines:
            self._lines[width] = self._wrapped(width)
        return self._lines[width]

    def _wrapped(self, width: int) -> int:
        metrics = QFontMetrics(self._bold())
        box = QRect(0, 0, max(1, width - self._around()), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        widest = max(metrics.horizontalAdvance(word) for word in self.text().split() or [""])
        if widest > box.width():
            return 99
        return round(metrics.boundingRect(box, flags, self.text()).height() / metrics.lineSpacing())

    def height_for(self, width: int) -> int:
        """Return the height that its words need."""
        lines = min(self.lines_at(width), 4) if width > self._around() else 1
        return lines * QFontMetrics(self._bold()).lineSpacing() + self._theme.px(14)

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere on it."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with left and right; leave up and down to the list of questions."""
        if event.key() in (*_BACK, *_ON):
            self.moved.emit(1 if event.key() in _ON else -1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the box, the ring, the words and the cap of its key."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, on = self._theme, self.isChecked()
            edge = 1.5 if on else 0.5
            ground = "accent.tint" if on else "bg.hover" if self.underMouse() else "bg.surface"
            painter.setPen(QPen(theme.colour("accent.fill" if on else "border.strong"), 2 * edge))
            painter.setBrush(theme.colour(ground))
            rect = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            painter.drawRoundedRect(rect, 8, 8)
            self._paint_ring(painter, on=on)
            self._paint_words(painter, on=on)

    def _paint_ring(self, painter: QPainter, *, on: bool) -> None:
        theme, side = self._theme, self._theme.px(20)
        left, middle = theme.px(self._side), self.height() / 2
        circle = QRectF(left, middle - side / 2, side, side)
        ink = theme.colour("accent.fill" if on else "border.strong")
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if on else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent.on"))
            painter.drawEllipse(circle.center(), side * 0.19, side * 0.19)

    def _paint_words(self, painter: QPainter, *, on: bool) -> None:
        theme = self._theme
        left = theme.px(self._side + 20 + 10)
        room = QRectF(left, 0, self.width() - self._around() + 1, self.height())
        painter.setFont(self._bold() if on else self.font())
        painter.setPen(theme.colour("text.primary"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self.text())
        if self._cap:
            width = caps_width(theme, (self._cap,))
            place = QPointF(self.width() - width - theme.px(self._side), self.height() / 2)
            paint_caps(painter, theme, place, (self._cap,), plain_ink(theme))

    def _around(self) -> int:
        """Return the width that is not for the words."""
        cap = caps_width(self._theme, (self._cap,)) + self._theme.px(8) if self._cap else 0
        return self._theme.px(2 * self._side + 20 + 10) + cap

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class _Step(AnswerButton):
    """One number of a scale."""

    def _around(self) -> int:
        return self._theme.px(8)

    def sizeHint(self) -> QSize:
        """Return a square that a finger can press."""
        return QSize(self._theme.px(44), self._theme.px(48))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same height, and the least width."""
        return QSize(self._theme.px(36), self._theme.px(48))

    def _paint_ring(self, painter: QPainter, *, on: bool) -> None:
        if on:
            width, height = self.width(), self.height()
            bar = QRectF(10, height - 6, width - 20, 3)
            painter.fillRect(bar, self._theme.colour("accent.fill"))

    def _paint_words(self, painter: QPainter, *, on: bool) -> None:
        painter.setFont(self._bold() if on else self.font())
        painter.setPen(self._theme.colour("text.primary"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Answers(QWidget):
    """All answers of one question."""

    chosen = Signal(object)
    """A Choice that a person made."""
    cleared = Signal()
    """She takes the answer back."""
    words_wanted = Signal()
    """The answer of this question is in words."""

    def __init__(
        self,
        context: Context,
        words: Mapping[Value, str],
        *,
        caps: bool = True,
        large: bool = False,
    ) -> None:
        super().__init__()
        self._context, self._words = context, words
        caps = caps and context.habits.now.digits
        self._caps, self._large, self._most = caps, large, 2 if large else 4
        self._low, self._least = False, 0
        self._kind: ItemType | None = None
        self._grades = _TEN
        self._group = QButtonGroup(self)
        self._choices: list[Choice] = []
        self._made: dict[tuple[ItemType, range], list[AnswerButton]] = {}
        """The answers of each kind of question: they are put away, not made again."""
        self._steps, self._grid = QGridLayout(), QGridLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(10))
        for grid in (self._steps, self._grid):
            grid.setContentsMargins(0, 0, 0, 0)
            column.addLayout(grid)
        self._space()
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._choices[place]))

    def show_question(self, kind: ItemType, name: str, grades: range = _TEN) -> None:
        """Show the answers of another question; none is chosen. ``grades`` are those of a scale."""
        self.setAccessibleName(name)
        if (kind, grades) != (self._kind, self._grades):
            self._put_away()
            self._kind, self._grades = kind, grades
            self._put_out(kind)
        for button in self._group.buttons():
            button.setAccessibleDescription(name)

    def fold(self, *, folded: bool) -> None:
        """Stand low and close, so that all are in sight where the window is low."""
        if folded != self._low:
            self._low = folded
            self._space()
            self._arrange()

    def show_choice(self, choice: Choice) -> None:
        """Show what is chosen; nothing is said."""
        wanted = self._choices.index(choice) if choice in self._choices else -1
        if wanted == self._group.checkedId():
            return
        self._group.setExclusive(False)
        for place, button in enumerate(self._group.buttons()):
            button.setChecked(place == wanted)
        self._group.setExclusive(True)

    def choice(self) -> Choice:
        """Return what is chosen; an empty choice where nothing is."""
        place = self._group.checkedId()
        return self._choices[place] if place >= 0 else Choice()

    def press_digit(self, digit: int) -> bool:
        """Choose by a digit and put the focus there; tell whether the digit is an answer."""
        if self._kind is ItemType.SCALE:
            tenth = digit == 0 and self.choice().scale == 1 and self._focused().isChecked()
            return self.press(Choice(scale=10 if tenth and 10 in self._grades else digit))
        if not 1 <= digit <= len(FOUR):
            return False
        if self._kind is ItemType.TOLD and digit == 1:
            self.words_wanted.emit()
            return True
        values = (*FOUR[:1], *_TOLD) if self._kind is ItemType.TOLD else FOUR
        return self.press(Choice(values[digit - 1]))

    def press(self, choice: Choice) -> bool:
        """Choose as a click would, and put the focus on the answer."""
        if choice not in self._choices:
            return False
        button = self._group.button(self._choices.index(choice))
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not button.isChecked():
            button.setChecked(True)
            self.chosen.emit(choice)
        return True

    def take_focus(self) -> None:
        """Put the focus on the answer, or on the first."""
        button = self._group.checkedButton() or self._group.button(0)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete take the answer back."""
        delete = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.key() in delete and self._group.checkedId() >= 0:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put four beside one another, two over two, or one under the other."""
        super().resizeEvent(event)
        self._arrange()

    def _put_away(self) -> None:
        """Take away the answers of the former question; none of them stays chosen."""
        let_focus_go(self)
        self.show_choice(Choice())
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()

    def _put_out(self, kind: ItemType) -> None:
        """Show the answers of a kind of question."""
        scaled = kind is ItemType.SCALE
        values = {ItemType.YES_NO: FOUR, ItemType.SCALE: _SCALED, ItemType.TOLD: _TOLD}[kind]
        steps = [Choice(scale=n) for n in self._grades] if scaled else []
        self._choices = [*steps, *(Choice(value) for value in values)]
        made = self._made.get((kind, self._grades))
        if made is None:
            made = self._made[kind, self._grades] = self._make()
        for place, button in enumerate(made):
            self._group.addButton(button, place)
        self._arrange()
        for button in made:
            button.show()

    def _make(self) -> list[AnswerButton]:
        made = [self._button(choice) for choice in self._choices]
        for place, button in enumerate(made):
            button.moved.connect(lambda step, place=place: self._move(place + step))
        return made

    def _button(self, choice: Choice) -> AnswerButton:
        theme, t = self._context.theme, self._context.t
        if choice.scale is not None:
            step = _Step(theme, str(choice.scale), large=self._large)
            step.setAccessibleName(scale_text(self._context, choice.scale, self._grades[-1]))
            return step
        assert choice.value is not None  # noqa: S101 - a choice is one or the other
        text = t(self._words[choice.value])
        return AnswerButton(theme, text, self._cap(choice.value), large=self._large)

    def _cap(self, value: Value) -> str:
        if not self._caps or self._kind is ItemType.SCALE:
            return ""
        values = (*FOUR[:1], *_TOLD) if self._kind is ItemType.TOLD else FOUR
        return str(values.index(value) + 1)

    def _arrange(self) -> None:
        buttons = [self._group.button(place) for place in range(len(self._choices))]
        steps = [one for one in buttons if isinstance(one, _Step)]
        answers = [one for one in buttons if isinstance(one, AnswerButton) and one not in steps]
        theme = self._context.theme
        per_row = max(1, min(11, (self.width() + theme.px(6)) // theme.px(46)))
        for place, step in enumerate(steps):
            self._steps.addWidget(step, place // per_row, place % per_row)
        columns = self._columns(answers)
        width = (self.width() - (columns - 1) * self._grid.spacing()) // columns
        height = max([self._least, *(one.height_for(width) for one in answers)])
        for place, answer in enumerate(answers):
            answer.setFixedHeight(height)
            self._grid.addWidget(answer, place // columns, place % columns)
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _space(self) -> None:
        theme = self._context.theme
        gap = 6 if self._low else 14 if self._large else 10
        self._least = theme.px(52 if self._low else 76 if self._large else 64)
        for grid in (self._steps, self._grid):
            grid.setSpacing(theme.px(gap))

    def _columns(self, answers: list[AnswerButton]) -> int:
        for columns in (self._most, 2):
            width = (self.width() - (columns - 1) * self._grid.spacing()) // columns
            if all(one.lines_at(width) <= 2 for one in answers):
                return columns
        return 1

    def _move(self, place: int) -> None:
        button = self._group.button(place)
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def _focused(self) -> AnswerButton:
        widget = self.focusWidget()
        return widget if isinstance(widget, AnswerButton) else AnswerButton(self._context.theme, "")
