"""The room behind the door: band of an exercise, rail, top bar and one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.rail import Rail, Stop
from filet.gui.widgets.topbar import TopBar, Written
from filet.i18n.dates import clock

DOSSIERS, EMERGENCY, HELP = "dossiers", "emergency", "help"
_FOLD_UNDER = 1200


class Where(NamedTuple):
    """Where a worker is: enough to bring her back, nothing that names anybody."""

    place: str = DOSSIERS
    inside: object = None


class Room(QWidget):
    """Everything a worker sees once inside.

    A page may have ``where()`` and ``show_where(…)``, so that she comes back to the same
    line; ``flush()``, called before the screen locks; ``take_focus()``; and a signal
    ``busy_changed(bool)`` for an interview, a call or a plan.
    """

    cover_asked = Signal()
    lock_asked = Signal()
    place_asked = Signal(str)

    def __init__(self, context: Context, initials: str, *, training: bool) -> None:
        super().__init__()
        self._context = context
        self.place = DOSSIERS
        self.rail = Rail(context, *_stops(context))
        self.top = TopBar(context, initials)
        self.pages = QStackedWidget()
        self._widgets: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._paths: dict[str, Sequence[str]] = {}
        self.top.cover_asked.connect(self.cover_asked)
        self.top.lock_asked.connect(self.lock_asked)
        self.rail.asked.connect(self.place_asked)
        self.setProperty("ground", "app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out(training=training)

    def add_place(self, key: str, title: str, make: Callable[[], QWidget]) -> None:
        """Add a place; its page is made when it is first shown."""
        self._makers[key], self._paths[key] = make, (title,)

    def show_place(self, key: str, inside: object = None) -> None:
        """Go to a place."""
        page = self._page(key)
        self.place = key
        self.pages.setCurrentWidget(page)
        self.rail.show_place(key)
        self.top.show_path(self._paths[key])
        if inside is not None and hasattr(page, "show_where"):
            page.show_where(inside)
        if hasattr(page, "take_focus"):
            page.take_focus()

    def show_path(self, parts: Sequence[str]) -> None:
        """Show where she is inside a place."""
        self.top.show_path(parts)

    def where(self) -> Where:
        """Return where she is."""
        page = self._widgets.get(self.place)
        ask = getattr(page, "where", None)
        return Where(self.place, ask() if ask is not None else None)

    def flush(self) -> None:
        """Let each page put what is typed in its draft."""
        for page in self._widgets.values():
            if hasattr(page, "flush"):
                page.flush()

    def tell_saved(self) -> None:
        """Say that a write just reached the disk."""
        hour = clock(self._context.clock.wall().time(), self._context.language)
        self.top.show_written(Written.SAVED, hour)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold rail and bar where there is little room for the size of the text."""
        super().resizeEvent(event)
        folded = self.width() / self._context.theme.scale < _FOLD_UNDER
        self.rail.fold(folded=folded)
        self.top.fold(folded=folded)

    def _page(self, key: str) -> QWidget:
        if key not in self._widgets:
            page = self._makers[key]()
            self._widgets[key] = page
            self.pages.addWidget(page)
        return self._widgets[key]

    def _lay_out(self, *, training: bool) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if training:
            whole.addWidget(_exercise_band(self._context))
        whole.addLayout(row, 1)


def _stops(context: Context) -> tuple[tuple[Stop, ...], tuple[Stop, ...]]:
    t = context.t
    above = (Stop(DOSSIERS, t("&Dossiers"), "folder-open", ("Ctrl", "1")),)
    below = (
        Stop(EMERGENCY, t("&Emergency"), "phone", ("F9",)),
        Stop(HELP, t("&Aid"), "circle-question-mark", ("F1",)),
    )
    return above, below


def _exercise_band(context: Context) -> QFrame:
    band = QFrame()
    band.setObjectName("exercise")
    label = QLabel(context.t("EXERCISE. Nothing is real here."))
    label.setFont(context.theme.font("strong"))
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    row = QHBoxLayout(band)
    row.setContentsMargins(16, 3, 16, 3)
    row.addWidget(label, 1)
    return band
