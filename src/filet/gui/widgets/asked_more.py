"""What is asked after an answer: when, and the details, spoken one at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from filet.gui.context import Context
from filet.gui.typed import days_text, typed_told
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.kept import Kept
from filet.gui.widgets.labels import Text


class WhenRow(QWidget):
    """« Quand? »: her words, and beside them what was understood."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.label = QLabel(context.t("When?"))
        self.label.setFont(context.theme.font("label"))
        self.line = QLineEdit()
        self.line.setFont(context.theme.font("body"))
        self.line.setAccessibleName(context.t("When?"))
        self.line.setMaximumWidth(context.theme.px(240))
        self.label.setBuddy(self.line)
        self.kept = Kept(self.line)
        self.line.textChanged.connect(self._show_echo)
        self.echo = Text(context.theme, kind="small", tone="secondary")
        row = Flow(self, gap=10, line_gap=4)
        row.add(self.label)
        row.add(self.line, least=context.theme.px(170))
        row.add(self.echo, least=context.theme.px(120), stretch=1)

    def _show_echo(self, text: str) -> None:
        """Say what was understood of her words; they are kept as she said them."""
        days = days_text(self._context, typed_told(self._context, text))
        self.echo.setText(days)
        self.line.setAccessibleDescription(days)


class DetailRow(QWidget):
    """One spoken detail at a time, with its answer in words."""

    finished = Signal()
    """She went on from the last one."""
    turned = Signal(str)
    """Which detail is asked now."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self._spoken: list[tuple[str, str]] = []
        self._words: Mapping[str, str] = {}
        self._place = 0
        self.ask = Text(theme, kind="strong")
        self.line = QLineEdit()
        self.line.setFont(theme.font("body"))
        self.kept = Kept(self.line)
        self.count = Text(theme, kind="small", tone="muted")
        self.count.setWordWrap(False)
        self.back = Secondary(theme, t("Detail before"), icon="chevron-left")
        self.on = Secondary(theme, t("Detail after"), icon="chevron-right")
        for button in (self.back, self.on):
            button.fold(folded=True)
        self.ask.setBuddy(self.line)
        self.line.installEventFilter(self)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.on.clicked.connect(lambda: self._turn(1))
        self._lay_out()

    @property
    def detail(self) -> str:
        """Which detail is asked."""
        return self._spoken[self._place][0] if self._spoken else ""

    def begin(
        self, spoken: Sequence[tuple[str, str]], words: Mapping[str, str], detail: str = ""
    ) -> None:
        """Ask the details of another question, from one of them or from the first."""
        self._spoken, self._words = list(spoken), words
        names = [name for name, _ in self._spoken]
        self._place = names.index(detail) if detail in names else 0
        self.kept.begin(words.get(self.detail, ""))
        self._show()

    def refresh(self, words: Mapping[str, str]) -> None:
        """Show what is kept now."""
        self._words = words
        self.kept.refresh(words.get(self.detail, ""))
        self._show()

    def show_detail(self, detail: str) -> None:
        """Ask one of them again."""
        names = [name for name, _ in self._spoken]
        if detail in names and detail != self.detail:
            self._place = names.index(detail)
            self.kept.begin(self._words.get(detail, ""))
            self._show()

    def is_empty(self) -> bool:
        """Tell whether there is nothing to ask."""
        return not self._spoken

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Take Enter: it asks the next detail, and is not the page's."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
            return False
        self._enter()
        return True

    def _enter(self) -> None:
        if self._place + 1 < len(self._spoken):
            self._turn(1)
        else:
            self.kept.leave()
            self.finished.emit()

    def _turn(self, step: int) -> None:
        """Ask the next detail; what was written is kept first."""
        self.kept.leave()
        self._place = (self._place + step) % len(self._spoken)
        self.kept.begin(self._words.get(self.detail, ""))
        self._show()
        self.turned.emit(self.detail)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        if not self._spoken:
            return
        text = self._spoken[self._place][1]
        place, total = self._place + 1, len(self._spoken)
        noted = sum(bool(self._words.get(name)) for name, _ in self._spoken)
        self.ask.setText(text)
        width = self.ask.fontMetrics().horizontalAdvance(text) + 4
        self.ask.setFixedWidth(min(width, self._context.theme.px(400)))
        self.line.setAccessibleName(text)
        where = self._context.t("{place} of {total}", place=place, total=total)
        self.count.setText(where)
        told = self._context.tn("{count} noted", "{count} noted", noted)
        self.line.setAccessibleDescription(f"{where}, {told}")
        for button in (self.back, self.on):
            button.setVisible(total > 1)

    def _lay_out(self) -> None:
        turns = QWidget()
        beside = QHBoxLayout(turns)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.line, 1)
        for widget in (self.back, self.count, self.on):
            beside.addWidget(widget)
        px = self._context.theme.px
        row = Flow(self, gap=12, line_gap=4)
        row.add(self.ask)
        row.add(turns, least=px(340), stretch=1)
