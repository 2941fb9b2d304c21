"""Opening with a PIN on this computer: off until direction says what is true of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.application.outcome import Topic
from filet.application.services import Services
from filet.application.workers import Own
from filet.domain.errors import QuickUnlockOff
from filet.gui.context import Context
from filet.gui.screens.pin_panels import DeclarePanel, PinPanel
from filet.gui.widgets.buttons import Link, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.going import let_go
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.notice import Message, Tone
from filet.gui.widgets.page import Page
from filet.gui.widgets.step_panel import StepPanel


@dataclass(frozen=True, slots=True)
class _Loaded:
    own: Own
    allowed: bool
    chosen: bool


class PinSection(Page):
    """Says why it is not offered, wherever it is not; the passphrase opens in any case."""

    appeared = Signal(object)
    """Something opened that must be in sight."""

    def __init__(self, context: Context, services: Services) -> None:
        super().__init__(context)
        t, theme = context.t, context.theme
        self._services = services
        self.panel: StepPanel | None = None
        self.state = Text(theme, tone="secondary")
        self.choose = Secondary(theme, t("Choose a PIN…"))
        self.declare = Secondary(theme, t("About this computer…"))
        self.give_up = Link(theme, t("Take my PIN away"))
        self._lay_out()
        for button in (self.choose, self.declare, self.give_up):
            button.hide()
        self.choose.clicked.connect(lambda *_: self._begin_pin())
        self.declare.clicked.connect(lambda *_: self._begin_declaring())
        self.give_up.clicked.connect(lambda *_: self._take_away())
        self.load()

    def load(self) -> None:
        """Read whether a PIN is allowed here, and whether she has one."""
        self.ask(self._read, self._show)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what the house knows."""
        if Topic.HOUSE in topics:
            self.load()

    def _read(self) -> _Loaded:
        quick = self._services.quick
        return _Loaded(self._services.workers.own(), quick.is_allowed(), quick.is_set())

    def _show(self, loaded: _Loaded) -> None:
        t, mine = self.context.t, loaded.own.worker is not None
        off = t(
            "Off on this computer: each opens with her passphrase. The coordination or the"
            " direction may allow it where each has her own account and the computer stays."
        )
        allowed = t("Allowed on this computer. Your passphrase goes on opening.")
        chosen = t("You have a PIN here. It opens for twelve hours after your passphrase.")
        self.state.setText((chosen if loaded.chosen else allowed) if loaded.allowed else off)
        self.choose.setVisible(loaded.allowed and mine)
        self.choose.name_it(t("Choose another PIN…") if loaded.chosen else t("Choose a PIN…"))
        self.give_up.setVisible(loaded.chosen and loaded.allowed)
        self.declare.setVisible(loaded.own.manages)

    # What is decided ---------------------------------------------------------------------

    def _begin_pin(self) -> None:
        self._where_possible(lambda: self._begin(PinPanel(self.context), self._kept_pin))

    def _begin_declaring(self) -> None:
        self._where_possible(lambda: self._begin(DeclarePanel(self.context), self._declared))

    def _where_possible(self, begin: Callable[[], None]) -> None:
        """Ask the keyring first; without one, say that a PIN is not offered, and why."""
        self.notice.clear()

        def answered(possible: bool) -> None:
            if possible:
                begin()
            else:
                self._say_no_keyring()

        self.ask(self._services.quick.is_possible, answered)

    def _say_no_keyring(self) -> None:
        t = self.context.t
        title = t("The keyring of this computer does not answer. A PIN is not offered here.")
        text = t(
            "A PIN needs the place where this account keeps its secrets. Filet works all the"
            " same: your passphrase is asked for each time."
        )
        self.notice.show_message(Message(Tone.NOTE, title, text))
        self.appeared.emit(self.notice)

    def _begin(self, panel: StepPanel, told: Callable[[Any], None]) -> None:
        self._close()
        self.panel = panel
        panel.decided.connect(lambda given: self._do(panel, given, told))
        panel.closed.connect(self._close)
        self._column.addWidget(panel)
        panel.show()
        panel.take_focus()
        self.appeared.emit(panel)

    def _do(self, panel: StepPanel, given: Any, told: Callable[[Any], None]) -> None:
        quick = self._services.quick
        work: Callable[[], Any] = (
            partial(quick.set_up, *given)
            if isinstance(panel, PinPanel)
            else lambda: quick.declare(own_accounts=given[0], stays_here=given[1])
        )
        panel.show_busy(busy=True)
        self.context.runner.submit(
            self, work, done=told, failed=lambda error: self._refused(panel, error)
        )

    def _refused(self, panel: StepPanel, error: BaseException) -> None:
        panel.show_busy(busy=False)
        if isinstance(error, QuickUnlockOff):
            self._close()
            self._say_no_keyring()
        elif not panel.show_error(error):
            self.show_error(error)

    def _take_away(self) -> None:
        def gone(_: object) -> None:
            self._say(self.context.t("Your PIN is gone from this computer."))

        self._close()
        self.ask(self._services.quick.give_up, gone)

    def _kept_pin(self, _: object) -> None:
        self._close()
        self._say(self.context.t("Your PIN is kept on this computer."))

    def _declared(self, allowed: bool) -> None:
        t = self.context.t
        self._close()
        off = t("A PIN is not allowed on this computer. Those chosen before are gone.")
        self._say(t("A PIN is allowed on this computer.") if allowed else off)

    def _say(self, title: str) -> None:
        self.notice.show_message(Message(Tone.OK, title))
        self.appeared.emit(self.notice)
        self.load()

    def _close(self) -> None:
        """Drop the panel and the digits in it."""
        if self.panel is not None:
            let_go(self.panel)
            self.panel = None

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setObjectName("kind-card")
        title = self.context.t("Opening with a PIN on this computer")
        buttons = Flow(gap=12, line_gap=8)
        for button in (self.choose, self.give_up, self.declare):
            buttons.add(button)
        self._column = QVBoxLayout(frame)
        self._column.setContentsMargins(16, 12, 16, 14)
        self._column.setSpacing(8)
        self._column.addWidget(Heading(self.context.theme, title, kind="h3"))
        self._column.addWidget(self.state)
        self._column.addLayout(buttons)
        self._column.addWidget(self.notice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
