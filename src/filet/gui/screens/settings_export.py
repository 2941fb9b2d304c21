"""« Tout exporter »: what leaves, in one file that a stranger can read; closed, unless two decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from filet.application.exporting import Exported, InClear, Left
from filet.application.outcome import Topic
from filet.application.services import Services
from filet.domain.errors import ExportStopped
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.exporter import Exporter, Wanted
from filet.gui.press import Press
from filet.gui.sayings import moment_text
from filet.gui.screens.settings import SettingsPart
from filet.gui.widgets.buttons import Link, Primary, Secondary
from filet.gui.widgets.exported import ExportedPanel
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.in_clear import InClearForm
from filet.gui.widgets.labels import Text
from filet.gui.widgets.notice import Message, Tone
from filet.gui.widgets.page import card, emptied, line, muted

_MOST = 10
"""Exports that are listed."""
_LOOK = 300
"""Milliseconds between two looks at how far it is."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    left: tuple[Left, ...]
    manages: bool
    may_in_clear: bool


class ExportPart(SettingsPart):
    """Behind what she does; a lock stops it, and nothing of it remains then."""

    help_wanted = Signal(str)

    def __init__(
        self, context: Context, services: Services, exporter: Exporter, press: Callable[[], Press]
    ) -> None:
        t, theme = context.t, context.theme
        lead = t("All that is written here, in one file that can be read without Filet.")
        super().__init__(context, t("Export everything"), lead)
        self._services, self._exporter, self._press = services, exporter, press
        self.why = LabelledField(context, t("For what &reason (it stays in the register)"))
        self.go = Primary(theme, t("Choose &where, then make the file…"), icon="file-lock")
        self.clear = Link(theme, t("In clear, with a colleague…"))
        self.in_clear = InClearForm(context)
        self.state, self.stop = Text(theme, kind="strong"), Secondary(theme, t("&Stop"))
        self.done = ExportedPanel(context)
        self.only = muted(context, t("This is for the coordination and the direction."))
        self._timer = QTimer(self, interval=_LOOK)
        self._lay_out()
        self._connect()
        self._show_state()
        self.load()

    def load(self) -> None:
        """Read the register, away from the window."""
        self.ask(self._read, self._show)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read the register again."""
        if Topic.HOUSE in topics:
            self.load()

    def show_error(self, error: BaseException) -> None:
        """Say it here: nothing that she wrote is unsaved by it."""
        self.notice.show_message(message_of(self.context, error))
        self.appeared.emit(self.notice)

    def _read(self) -> _Loaded:
        exporting, retaining = self._services.exporting, self._services.retaining
        manages = retaining.manages()
        left = exporting.left() if manages else ()
        return _Loaded(left, manages, exporting.may_in_clear())

    def _show(self, loaded: _Loaded) -> None:
        t = self.context.t
        self._making.setVisible(loaded.manages)
        self.only.setVisible(not loaded.manages)
        self.clear.setVisible(loaded.may_in_clear)
        self._show_left(loaded.left)
        if loaded.left and not loaded.left[0].completed and not self._exporter.busy:
            title = t("The last export stopped on the way.")
            text = t("Nothing of it was handed over. The register says so.")
            self.notice.show_message(Message(Tone.NOTE, title, text))

    def _show_left(self, left: tuple[Left, ...]) -> None:
        t, theme = self.context.t, self.context.theme
        emptied(self._rows)
        self._register.setVisible(bool(left))
        for one in left[:_MOST]:
            if self._rows.count():
                self._rows.addWidget(line())
            when = moment_text(self.context, one.entry.moment.local()) if one.entry.moment else ""
            closed = t("encrypted") if one.begun.sealed else t("in clear, decided by two")
            state = closed if one.completed else t("not handed over")
            words = " · ".join(filter(None, (when, state, one.begun.why)))
            self._rows.addWidget(Text(theme, words))

    # Making ---------------------------------------------------------------------------

    def _begin(self) -> None:
        """Ask where; nothing is made before there is a reason."""
        wanted = self._wanted("zip.age")
        if wanted is not None:
            self._exporter.export(self._services.exporting, wanted)

    def _begin_in_clear(self, second: tuple[str, str], typed: str) -> None:
        wanted = self._wanted("zip")
        if wanted is not None:
            decided = InClear(second, typed)
            full = Wanted(wanted.path, wanted.why, self.in_clear.sentence, decided)
            self._exporter.export(self._services.exporting, full)

    def _wanted(self, ending: str) -> Wanted | None:
        t, why = self.context.t, self.why.text().strip()
        self.notice.clear()
        self.why.show_wrong("" if why else t("Write the reason."))
        if not why:
            self.why.take_focus()
            return None
        day = self.context.clock.today().isoformat()
        name = t("everything-{day}", day=day) + f".{ending}"
        path: Path | None = self._press().ask_path(self, t("Export everything"), name)
        return Wanted(path, why) if path is not None else None

    @Slot()
    def _changed(self) -> None:
        self._show_state()
        error = self._exporter.error
        if isinstance(error, ExportStopped):
            title, text = (
                self.context.t("The export is stopped."),
                self.context.t("Nothing of it remains."),
            )
            self.notice.show_message(Message(Tone.INFO, title, text))
        elif error is not None:
            self.show_error(error)
        elif self._exporter.done is not None:
            self.why.show_text("")
            self.in_clear.clear()
            self.load()

    def _show_state(self) -> None:
        busy, done = self._exporter.busy, self._exporter.done
        for part in (self.go, self.why, self.clear, self.in_clear):
            part.setEnabled(not busy)
        self.state.setVisible(busy)
        self.stop.setVisible(busy)
        self._say_how_far()
        (self._timer.start if busy else self._timer.stop)()
        self._show_done(done)

    def _show_done(self, done: Exported | None) -> None:
        was = self.done.isHidden()
        self.done.show_done(done)
        if done is not None and was:
            self.done.take_focus()
            self.appeared.emit(self.done)

    def _say_how_far(self) -> None:
        words = self.context.t("Writing, part {count}…", count=self._exporter.turns)
        self.state.setText(words)

    def _connect(self) -> None:
        self.go.clicked.connect(lambda *_: self._begin())
        self.clear.clicked.connect(lambda *_: self._toggle_in_clear())
        self.in_clear.wanted.connect(self._begin_in_clear)
        self.in_clear.appeared.connect(self.appeared)
        self.stop.clicked.connect(lambda *_: self._exporter.stop())
        self.done.noted.connect(self._exporter.note)
        self.done.help_wanted.connect(lambda: self.help_wanted.emit("export"))
        self._timer.timeout.connect(self._say_how_far)
        self._exporter.changed.connect(self._changed)

    def _toggle_in_clear(self) -> None:
        self.in_clear.setVisible(self.in_clear.isHidden())
        if not self.in_clear.isHidden():
            self.in_clear.take_focus()

    def _lay_out(self) -> None:
        t, theme = self.context.t, self.context.theme
        what, column = card(self.context, t("What leaves"))
        for words in _what(self.context):
            column.addWidget(Text(theme, words))
        self._making, making = card(self.context, t("Make the file"))
        careful = t("It tells of women in danger: keep it as you keep the dossiers.")
        making.addWidget(Text(theme, careful, tone="note"))
        making.addWidget(muted(self.context, _how(self.context)))
        making.addWidget(self.why)
        acts = Flow(gap=8, line_gap=8)
        for act in (self.go, self.stop, self.clear):
            acts.add(act)
        making.addWidget(self.state)
        making.addLayout(acts)
        making.addWidget(self.in_clear)
        self._register, register = card(self.context, t("What was exported"))
        self._rows = QVBoxLayout()
        register.addLayout(self._rows)
        for part in (self.done, what, self.only, self._making, self._register):
            self.column.addWidget(part)
        for part in (self.in_clear, self.only, self._register):
            part.hide()


def _what(context: Context) -> tuple[str, ...]:
    t = context.t
    return (
        t("• every entry, one a line, as it was written and with what proves it (JSON)"),
        t("• the same in tables for a spreadsheet (CSV)"),
        t("• the protection plan of each dossier that has one (PDF)"),
        t("• two pages that tell a stranger how to read it, in French and in English"),
        t("A dossier that is closed to whoever makes the file is not in it."),
    )


def _how(context: Context) -> str:
    return context.t(
        "The file is encrypted with a phrase that is shown once. You can go on working meanwhile."
        " A lock stops it, and nothing of it remains."
    )
