"""Choosing a dossier by number or name, in the page; those that look alike come first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.application.services import Services
from filet.domain.casefile import CaseFile
from filet.domain.ids import CaseId
from filet.domain.rows import CaseLine
from filet.domain.text import fold
from filet.gui.context import Context
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.near import NearCases
from filet.gui.widgets.page import Page, card, muted

_MOST = 6


class CasePicker(Page):
    """Hidden until it is needed. Nothing of what is typed is kept."""

    chosen = Signal(object)
    """A CaseId."""
    closed = Signal()

    def __init__(
        self, context: Context, services: Services, title: str, *, new: bool = True
    ) -> None:
        super().__init__(context)
        t, theme = context.t, context.theme
        self._services = services
        self._but: CaseId | None = None
        frame, self._column = card(context, title)
        self.search = LabelledField(context, t("First &name or number"))
        self.near = NearCases(context, t("Which dossier?"))
        self.none = muted(context, t("No open dossier answers to that."))
        self.new = Secondary(theme, t("Open a new dossier w&ith this name"), icon="plus")
        self.cancel = Secondary(theme, t("No&t now"))
        self._can_open = new
        self._quiet = QTimer(self, singleShot=True, interval=120)
        self._lay_out(frame)
        self._connect()
        self.hide()

    def begin(self, name: str = "", but: CaseId | None = None) -> None:
        """Show it, with the dossiers that look like a name; one dossier may be left out."""
        self._but = but
        self.search.show_text(name.strip())
        self.show()
        self.search.take_focus()
        self._look()

    def _look(self) -> None:
        typed = self.search.text().strip()
        self.ask(lambda: self._found(typed), self._show_found, latest=True)

    def _found(self, typed: str) -> Sequence[CaseLine]:
        if not typed:
            return ()
        near = self._services.calls.near(typed)
        home = self._services.home.all()
        lines = {line.case: line for line in near if not line.closed}
        named = [home.line(place) for place in home.named(fold(typed).split())[:_MOST]]
        return [*{**lines, **{line.case: line for line in named}}.values()][:_MOST]

    def _show_found(self, lines: Sequence[CaseLine]) -> None:
        fitting = [line for line in lines if line.case != self._but]
        typed = self.search.text().strip()
        self.near.show_lines(fitting)
        self.none.setVisible(bool(typed) and not fitting)
        self.new.setVisible(self._can_open and bool(typed))

    def _open_new(self) -> None:
        name, cases = self.search.text().strip(), self._services.cases
        self.ask(lambda: cases.create(name), self._opened)

    def _opened(self, file: CaseFile) -> None:
        self._chose(file.case)

    def _chose(self, case: object) -> None:
        self.hide()
        self.chosen.emit(case)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _connect(self) -> None:
        self.search.edited.connect(lambda _: self._quiet.start())
        self.search.confirmed.connect(self._look)
        self._quiet.timeout.connect(self._look)
        self.near.chosen.connect(self._chose)
        self.new.clicked.connect(self._open_new)
        self.cancel.clicked.connect(self._close)

    def _lay_out(self, frame: QFrame) -> None:
        row = Flow(gap=8, line_gap=8)
        row.add(self.new)
        row.add(self.cancel)
        for widget in (self.notice, self.search, self.near, self.none):
            self._column.addWidget(widget)
        self._column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
