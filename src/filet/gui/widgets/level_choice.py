"""The levels, to choose one from: nothing is chosen before somebody chooses."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from filet.domain.kinds import Level
from filet.domain.levels import Levels, LevelText
from filet.gui.context import Context
from filet.gui.sayings import risk_key
from filet.gui.theme import Theme
from filet.gui.widgets.chip import paint_alone
from filet.gui.widgets.keycap import caps_width, paint_caps, plain_ink
from filet.gui.widgets.page import line
from filet.i18n.dates import typography

ORDER = (Level.MODERATE, Level.AGGRAVATED, Level.IMMINENT, Level.NOT_ESTABLISHED)
"""Digits 1 to 4; the last one is off the axis and stands apart."""
_PAD, _RING, _SHAPE, _GAP = 12, 20, 18, 10


class LevelOption(QRadioButton):
    """One level: ring, shape, word, sentence and the digit that chooses it."""

    def __init__(self, theme: Theme, level: Level, text: LevelText, digit: str) -> None:
        super().__init__(text.name)
        self.level = level
        self._theme, self._sentence, self._digit = theme, text.sentence, digit
        self._rooms: dict[tuple[str, int], QRect] = {}
        self.setAccessibleName(text.name)
        self.setAccessibleDescription(text.sentence)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere in the frame."""
        return self.rect().contains(place)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that the sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the word over the wrapped sentence."""
        return self._words(width).height() + self._sentence_room(width).height() + self._margins()

    def sizeHint(self) -> QSize:
        """Return the size at a common width."""
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the word; the sentence wraps."""
        return QSize(self._theme.px(200), self._words(0).height() + self._margins())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the frame, then what stands in it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, on = self._theme, self.isChecked()
            edge = 1.0 if on else 0.5
            line_colour = theme.colour("accent.fill" if on else "border.strong")
            painter.setPen(QPen(line_colour, 2 * edge))
            ground = "accent.tint" if on else "bg.hover" if self.underMouse() else "bg.surface"
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 8, 8)
            self._paint_signs(painter)
            self._paint_words(painter, "accent.tint_text" if on else "text.primary")

    def _paint_signs(self, painter: QPainter) -> None:
        theme, middle = self._theme, self.height() / 2
        ring = theme.px(_RING)
        place = QRectF(theme.px(_PAD), middle - ring / 2, ring, ring).adjusted(1, 1, -1, -1)
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("accent.fill" if on else "border.strong"), 1.5))
        painter.setBrush(theme.colour("accent.fill" if on else "bg.surface"))
        painter.drawEllipse(place)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent.on"))
            inner = ring * 0.3
            painter.drawEllipse(place.adjusted(inner, inner, -inner, -inner))
        side = theme.px(_SHAPE)
        left = theme.px(_PAD + _RING + _GAP)
        shape = QRectF(left, middle - side / 2, side, side)
        paint_alone(painter, theme, shape, risk_key(self.level))
        caps = caps_width(theme, (self._digit,))
        right = QRect(self.width() - theme.px(_PAD) - caps, 0, caps, self.height())
        cap = right.center().toPointF()
        cap.setX(right.left())
        paint_caps(painter, theme, cap, (self._digit,), plain_ink(theme))

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        theme, width = self._theme, self.width()
        words, sentence = self._words(width), self._sentence_room(width)
        top = (self.height() - words.height() - sentence.height()) // 2
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour(ink))
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words.translated(0, top), wrap, self.text())
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text.secondary" if ink == "text.primary" else ink))
        painter.drawText(sentence.translated(0, top + words.height()), wrap, self._sentence)

    def _margins(self) -> int:
        return self._theme.px(10)

    def _left(self) -> int:
        return self._theme.px(_PAD + _RING + _GAP + _SHAPE + _GAP)

    def _room(self, width: int) -> int:
        caps = caps_width(self._theme, (self._digit,))
        return max(self._theme.px(90), width - self._left() - caps - self._theme.px(_PAD + 4))

    def _words(self, width: int) -> QRect:
        return self._wrapped("strong", self.text(), width)

    def _sentence_room(self, width: int) -> QRect:
        return self._wrapped("small", self._sentence, width)

    def _wrapped(self, font: str, text: str, width: int) -> QRect:
        """Return the room of a text, which never changes; layouts ask over and over."""
        if (font, width) not in self._rooms:
            box = QRect(0, 0, self._room(width), 10_000)
            metrics = QFontMetrics(self._theme.font(font))
            high = metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), text).height()
            self._rooms[font, width] = QRect(self._left(), 0, self._room(width), high)
        return self._rooms[font, width]


class LevelChoices(QWidget):
    """Three levels of severity, then apart the one that says that none is established."""

    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted = ""
        self.options: dict[Level, LevelOption] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.setAccessibleName(context.t("Level"))
        self._group.buttonClicked.connect(lambda *_: self.edited.emit())

    def show_levels(self, levels: Levels) -> None:
        """Show the levels in the words of the region."""
        if self.options:
            return
        for number, level in enumerate(ORDER):
            if level is Level.NOT_ESTABLISHED:
                self._column.addWidget(line())
            self._add(levels, level, number)
        self.show_text(self._wanted)

    def level(self) -> Level | None:
        """Return what is chosen, or nothing."""
        checked = self._group.checkedButton()
        return checked.level if isinstance(checked, LevelOption) else None

    def text(self) -> str:
        """Return what is chosen as a draft keeps it."""
        level = self.level()
        return self._wanted if not self.options else level.value if level else ""

    def show_text(self, text: str) -> None:
        """Show what a draft kept; nothing where it kept nothing."""
        self._wanted = text
        self._group.setExclusive(False)
        for option in self.options.values():
            option.setChecked(option.level.value == text)
        self._group.setExclusive(True)

    def choose(self, level: Level) -> None:
        """Choose a level, and put the keyboard on it."""
        option = self.options.get(level)
        if option is not None:
            option.setFocus(Qt.FocusReason.ShortcutFocusReason)
            option.click()

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen, or on the first level."""
        level = self.level() or ORDER[0]
        if level in self.options:
            self.options[level].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, levels: Levels, level: Level, number: int) -> None:
        rule = levels.rule(level)
        texts = rule.texts if rule is not None else {}
        language = self._context.language
        said = texts.get(language[:2], LevelText(level.value, ""))
        text = LevelText(typography(said.name, language), typography(said.sentence, language))
        option = LevelOption(self._context.theme, level, text, str(number + 1))
        self.options[level] = option
        self._group.addButton(option)
        self._column.addWidget(option)


def digits(page: QWidget, choices: LevelChoices) -> None:
    """Let digits choose a level from anywhere on a page but its text fields."""
    for number, level in enumerate(ORDER):
        shortcut = QShortcut(QKeySequence(str(number + 1)), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda level=level: choices.choose(level))
