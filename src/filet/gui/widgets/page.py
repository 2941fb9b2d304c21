"""What every page of an open vault does alike: it asks, says what went wrong, and is read."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from filet.application.outcome import Topic
from filet.domain.errors import FiletError
from filet.gui.commands import Command, Reach
from filet.gui.context import Context
from filet.gui.keeper import Place
from filet.gui.sayings import now_hour
from filet.gui.turns import Turns, nothing
from filet.gui.widgets.going import let_go
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.i18n.errors import told

Edges: TypeAlias = tuple[int, int, int, int]
"""What stays free at the left, above, at the right and below."""
_EDGES, IN_DOSSIER = (24, 16, 24, 16), (20, 14, 20, 16)
_HIDDEN = Qt.WidgetAttribute.WA_WState_Hidden


class Page(QWidget):
    """A page, with the place where errors are told."""

    failed = Signal(object)
    saved = Signal(str)
    """What the bar says of the last write."""
    made = Signal()
    """All its parts are there."""
    filled = Signal()
    """It shows what it read first, or why it could not."""
    reads_first = False
    """Whether there is nothing to see on it before it has read."""
    goes_back = False
    """Whether Alt+Left is the page's own."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.notice = Notice(context)
        self.turns = Turns(context.runner, self)
        self._is_made, self._is_filled = True, not self.reads_first

    def make(self, steps: Iterator[None]) -> None:
        """Make the parts of the page step by step: one of many fields takes long to make.

        A step ends where keys may be heard. What asks for the parts waits for ``when_made``.
        """
        self._is_made = False
        self.turns.build(chain((nothing for _ in steps), (self._tell_made,)))

    def when_made(self, act: Callable[[], object]) -> None:
        """Act once all parts of the page are there: at once, for a page that is made at once."""
        if self._is_made:
            act()
        else:
            self.made.connect(act, Qt.ConnectionType.SingleShotConnection)

    def _tell_made(self) -> None:
        self._is_made = True
        self.made.emit()

    def when_filled(self, act: Callable[[], object]) -> None:
        """Act once there is something to see: at once, or when it was read."""
        if self._is_filled:
            act()
        else:
            self.filled.connect(act, Qt.ConnectionType.SingleShotConnection)

    def tell_filled(self) -> None:
        """Say that there is something to see now."""
        self._is_filled = True
        self.filled.emit()

    def ask(
        self, work: Callable[[], Any], done: Callable[[Any], object], *, latest: bool = False
    ) -> None:
        """Read or write away from the window."""
        self.context.runner.submit(self, work, done=done, failed=self.show_error, latest=latest)

    def keep(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        *,
        place: Place | None = None,
    ) -> None:
        """Write, and say at what hour it was kept; what the disk refuses is tried again."""

        def kept(value: Any) -> None:
            hour = now_hour(self.context)
            self.saved.emit(self.context.t("Saved at {hour}", hour=hour))
            done(value)

        keeper = self.context.keeper
        keeper.keep(self, work, done=kept, failed=self.show_error, place=place)

    def tie_keys(self, keys: Mapping[str, Callable[[], object]]) -> None:
        """Give the page its keys; one that is held does its act once."""
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown here and has changed; most pages show nothing of it."""

    def where(self) -> object:
        """Return where she is on the page; nothing where it does not matter."""
        return None

    def flush(self) -> None:
        """Put what is typed in its draft, now; called before the screen hides or locks."""

    def take_focus(self) -> None:
        """Put the keyboard where the page wants it."""

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 goes."""
        return (self,)

    def commands(self) -> Sequence[Command]:
        """Return what can be done on this page, for the palette."""
        return ()

    def how_far(self) -> Reach:
        """Return how far the palette may go from here."""
        return Reach.ALL

    def show_error(self, error: BaseException) -> None:
        """Say what happened and what to do, where it happened."""
        foreseen = isinstance(error, FiletError)
        code, fields = (error.code, error.fields) if isinstance(error, FiletError) else ("", {})
        said = told(self.context.words, code, fields)
        tone = Tone.NOTE if foreseen else Tone.ERROR
        self.notice.show_message(Message(tone, said.happened, said.remedy))
        self.failed.emit(error)
        self.tell_filled()


def card(context: Context, title: str = "", *, kind: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """Return a card and the column in which its content goes."""
    frame = QFrame()
    frame.setObjectName(f"kind-{kind}")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    if title:
        column.addWidget(Heading(context.theme, title, kind="h3"))
    return frame, column


def line() -> QFrame:
    """Return a thin line between two things."""
    frame = QFrame()
    frame.setObjectName("kind-line")
    return frame


def muted(context: Context, text: str) -> Text:
    """Return a small text that explains."""
    return Text(context.theme, text, kind="small", tone="muted")


class _Scrolled(QScrollArea):
    """Takes its content once it has a size; leaves the arrows to the page that needs them.

    Qt measures all that a scroll area holds when it takes it, and again when it is styled:
    for nothing, before there is a width.
    """

    def __init__(self, content: QWidget, *, arrows: bool) -> None:
        super().__init__()
        self._content, self._arrows = content, arrows
        content.setParent(self.viewport())
        content.setAttribute(_HIDDEN, False)  # to show it would style and measure it, too early

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, unless the key is the page's."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self._arrows:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the content in the first time that there is room for it."""
        if self.widget() is None:
            self._content.resize(self.viewport().size())
            self.setWidget(self._content)
        super().resizeEvent(event)


def scrolling(content: QWidget, ground: str = "app", *, arrows: bool = True) -> QScrollArea:
    """Return a page that scrolls up and down, never sideways; by arrows too, unless told."""
    content.setObjectName(f"ground-{ground}")
    content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area = _Scrolled(content, arrows=arrows)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def spread(page: QWidget, parts: Iterable[QWidget | QLayout], margins: Edges = _EDGES) -> None:
    """Lay parts under one another in a page that scrolls; a button keeps its own width."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(*margins)
    column.setSpacing(12)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        elif isinstance(part, QAbstractButton):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(part)
    column.addStretch(1)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scrolling(content))


def emptied(column: QVBoxLayout, kept: Container[QWidget] = ()) -> None:
    """Take everything out of a column, and let it go but for the widgets that are kept."""
    while (item := column.takeAt(0)) is not None:
        widget, layout = item.widget(), item.layout()
        if widget is not None and widget not in kept:
            let_go(widget)
        elif isinstance(layout, QVBoxLayout):
            emptied(layout)
