"""The dossiers stay closed: why, what is safe, what to do. Nothing is ever deleted from here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from filet.gui.context import Context
from filet.gui.refusals import Refusal, Remedy, refusal_of
from filet.gui.screens.door import DoorPage
from filet.gui.widgets.buttons import Button, Link, Primary, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.notice import Message, Notice


class RefusedScreen(DoorPage):
    """One error, on its own page, before the dossiers."""

    retried = Signal()
    looked_for = Signal()
    """She wants to say where the dossiers are."""
    restore_asked = Signal(bool)
    """She wants to go back to a copy; or only to put its key file back."""
    salvage_asked = Signal()
    others_asked = Signal()

    def __init__(self, context: Context, error: BaseException) -> None:
        super().__init__(context)
        self.error = error
        self.refusal = refusal_of(context, error)
        self.notice = Notice(context)
        self.held = Text(context.theme, tone="note")
        self.held.hide()
        self.buttons: dict[Remedy, Button] = {}
        self._fill()

    def greet(self) -> None:
        """Say whose page this is; the reason stands in the card."""
        self.show_title("Filet")
        self.notice.show_message(_message(self.refusal))

    def show_held(self, count: int) -> None:
        """Say that words of this session are still in memory only."""
        said = self.context.tn(
            "{count} text or act is sealed in memory until the dossiers open. Do not close Filet.",
            "{count} texts or acts are sealed in memory until the dossiers open. Do not close "
            "Filet.",
            count,
        )
        self.held.setText(said)
        self.held.setVisible(count > 0)

    def take_focus(self) -> None:
        """Start on the first thing that can be done."""
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        theme = self.context.theme
        self.inside.addWidget(self.notice)
        self.inside.addWidget(self.held)
        for line in self.refusal.more:
            self.inside.addWidget(Text(theme, line, kind="small", tone="secondary"))
        row = Flow(gap=12, line_gap=8)
        for place, remedy in enumerate(self.refusal.remedies):
            row.add(self._button(remedy, first=place == 0))
        self.inside.addLayout(row)
        others = Link(theme, self.context.t("Open other &dossiers…"))
        others.clicked.connect(self.others_asked)
        self.below.addStretch(1)
        self.below.addWidget(others)

    def _button(self, remedy: Remedy, *, first: bool) -> Button:
        t, theme = self.context.t, self.context.theme
        texts = {
            Remedy.RETRY: t("&Try again"),
            Remedy.LOOK_FOR: t("&Look for the dossiers…"),
            Remedy.RESTORE: t("Go &back to a copy…"),
            Remedy.KEYS_BACK: t("Put the &key file back…"),
            Remedy.SALVAGE: t("&Save what can be read…"),
        }
        asked: dict[Remedy, Callable[[], object]] = {
            Remedy.RETRY: self.retried.emit,
            Remedy.LOOK_FOR: self.looked_for.emit,
            Remedy.RESTORE: lambda: self.restore_asked.emit(False),
            Remedy.KEYS_BACK: lambda: self.restore_asked.emit(True),
            Remedy.SALVAGE: self.salvage_asked.emit,
        }
        button = (Primary if first else Secondary)(theme, texts[remedy])
        button.clicked.connect(lambda *_: asked[remedy]())
        self.buttons[remedy] = button
        return button


def _message(refusal: Refusal) -> Message:
    return Message(refusal.tone, refusal.title, refusal.text, icon=refusal.icon)
