"""« Réglages »: parts at the left, one of them at the right. Everything applies at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from filet.application.outcome import Topic
from filet.application.services import Services
from filet.domain.kinds import NumberSet
from filet.domain.retention import Rule
from filet.gui.commands import Command
from filet.gui.context import Context
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.going import let_go
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import Page, scrolling
from filet.gui.widgets.part_list import PartList, PartName
from filet.gui.widgets.reading import bring_in
from filet.gui.widgets.tall import Tall
from filet.gui.widgets.undo_bar import UndoBar

_BESIDE_FROM = 800
_LIST_WIDTH = 228
_DEEP = 50


@dataclass(frozen=True, slots=True)
class Step:
    """One change, as it can be taken back: what was there before it."""

    said: str
    """What the bar says, to be translated when it is shown."""
    habits: dict[str, Any] = field(default_factory=dict)
    number: NumberSet | None = None
    rule: Rule | None = None
    """How long closed dossiers were kept."""


class SettingsPart(Page):
    """One part; it says what it changed."""

    changed = Signal(object)
    """A Step."""
    appeared = Signal(object)
    """Something opened on the part that must be in sight."""

    def __init__(self, context: Context, title: str, lead: str = "") -> None:
        super().__init__(context)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 16, 28, 20)
        self.column.setSpacing(12)
        self.title = Heading(context.theme, title)
        self.lead = Text(context.theme, lead, tone="secondary")
        self.head = Flow(gap=16, line_gap=8)
        self.head.add(self._titled(), least=context.theme.px(300), stretch=1)
        self.column.addLayout(self.head)
        self.column.addWidget(self.notice)
        self.lead.setVisible(bool(lead))

    def _titled(self) -> QWidget:
        titled = QWidget()
        column = QVBoxLayout(titled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        return titled

    def take_habits(self, said: str, **habit: Any) -> None:
        """Change habits, and say how they were."""
        now = self.context.habits.now
        former = {name: getattr(now, name) for name in habit}
        if former != habit:
            self.changed.emit(Step(said, former))
            self.context.habits.take(**habit)

    def show_habit(self, name: str) -> None:
        """Put the keyboard on the control of a habit, after everything was drawn anew."""


class PartMaker(NamedTuple):
    """A part that the list offers; it is made when it is opened."""

    name: PartName
    make: Callable[[], SettingsPart]


@dataclass(frozen=True, slots=True)
class SettingsAt:
    """Where she is in the settings, and what she can still take back."""

    part: str
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()


class SettingsScreen(Page):
    """Shows one part at a time; undoes and redoes what was changed here."""

    def __init__(
        self, context: Context, services: Services, makers: Sequence[PartMaker], initial: str = ""
    ) -> None:
        super().__init__(context)
        self._services = services
        self._makers = {maker.name.key: maker.make for maker in makers}
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self.part: SettingsPart | None = None
        self._key = ""
        self.parts = PartList(context, context.t("Settings"), [maker.name for maker in makers])
        self.bar = UndoBar(context)
        self.parts.chosen.connect(self.show_part)
        self.bar.undone.connect(self.undo)
        self._lay_out()
        self._set_keys()
        self.show_part(initial or next(iter(self._makers)))

    def show_part(self, key: str) -> None:
        """Open a part."""
        former, self._key = self.part, key
        self.part = self._makers[key]()
        self.part.changed.connect(self._note)
        self.part.appeared.connect(self._reveal)
        self.part.saved.connect(self.saved)
        self.part.failed.connect(self.failed)
        self._right.insertWidget(0, self.part)
        self.parts.show_part(key)
        if former is not None:
            former.flush()
            let_go(former)

    def undo(self) -> None:
        """Take back the last change made here."""
        self._turn(self._done, self._undone, self.context.t("Taken back."))

    def redo(self) -> None:
        """Make again the last change that was taken back."""
        self._turn(self._undone, self._done, "")

    def where(self) -> SettingsAt:
        """Return the part, and what can be taken back."""
        return SettingsAt(self._key, tuple(self._done), tuple(self._undone))

    def show_where(self, where: object) -> None:
        """Open the part that was open; say again what was changed last."""
        if not isinstance(where, SettingsAt) or where.part not in self._makers:
            return
        self._done, self._undone = list(where.done), list(where.undone)
        self.show_part(where.part)
        if self._done:
            self.bar.show_done(self.context.t(self._done[-1].said))

    def take_focus(self) -> None:
        """Put the keyboard on what was changed last, or on the list of parts."""
        self.parts.buttons[self._key].setFocus(Qt.FocusReason.OtherFocusReason)
        if self._done and self._done[-1].habits and self.part is not None:
            self.part.show_habit(next(iter(self._done[-1].habits)))

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Let the part read again."""
        if self.part is not None:
            self.part.topics_changed(topics)

    def flush(self) -> None:
        """Let the part keep what is typed."""
        if self.part is not None:
            self.part.flush()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be taken back here, and the parts."""
        t, ctrl = self.context.t, self.context.t("Ctrl")
        parts = (
            Command(button.accessibleName(), partial(self.show_part, key))
            for key, button in self.parts.buttons.items()
        )
        undo = Command(t("Undo"), self.undo, (ctrl, "Z"))
        return (*parts, *((undo,) if self._done else ()))

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 goes."""
        return tuple(filter(None, (self.parts, self.part)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the part, or above it where there is little room."""
        super().resizeEvent(event)
        theme, way = self.context.theme, QBoxLayout.Direction
        beside = self.width() / theme.scale >= _BESIDE_FROM
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        width = max(theme.px(_LIST_WIDTH), self.parts.minimumSizeHint().width())
        self.parts.setMinimumWidth(width if beside else 0)
        self.parts.setMaximumWidth(width if beside else 16777215)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll to it once it has its place; where not all of it fits, to where one types."""
        QTimer.singleShot(0, widget, lambda: self._scroll_to(widget))

    def _scroll_to(self, widget: QWidget) -> None:
        bring_in(widget)
        focused: QWidget | None = widget.focusWidget()
        if focused is not None and focused.hasFocus():
            bring_in(focused)

    def _note(self, step: Step) -> None:
        self._done = [*self._done, step][-_DEEP:]
        self._undone = []
        self.bar.show_done(self.context.t(step.said))

    def _turn(self, steps: list[Step], others: list[Step], said: str) -> None:
        """Put back what a step keeps, and keep what it replaces."""
        if not steps:
            return
        step = steps.pop()
        self.bar.show_done(said or self.context.t(step.said))
        if step.number is not None:
            number, numbers = step.number, self._services.numbers
            self._keep(lambda: numbers.keep(number), "number", step, others)
            return
        if step.rule is not None:
            rule, retaining = step.rule, self._services.retaining
            self._keep(lambda: retaining.decide(rule), "rule", step, others)
            return
        now = self.context.habits.now
        others.append(Step(step.said, {name: getattr(now, name) for name in step.habits}))
        self.context.habits.take(**step.habits)

    def _keep(self, write: Callable[[], Any], what: str, step: Step, others: list[Step]) -> None:
        """Write what a step keeps; what was there before can be put back in its turn."""
        self.keep(write, lambda former: others.append(Step(step.said, **{what: former})))

    def _set_keys(self) -> None:
        for key, act in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        inner, right = Tall(), QWidget()
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.parts)
        self._row.addWidget(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.area = scrolling(inner)
        whole.addWidget(self.area, 1)
        whole.setSpacing(0)
        whole.addWidget(self.notice)
        whole.addWidget(self.bar)
