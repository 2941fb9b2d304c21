"""The journal of a dossier: dated notes and events, and the way out of a wrong dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal

from filet.application.outcome import Topic
from filet.application.services import Services
from filet.domain.casefile import CaseFile
from filet.domain.errors import NothingToTakeBack
from filet.domain.ids import CaseId, Ref, WorkerId
from filet.domain.journal import Entry
from filet.domain.rows import RegisterLine
from filet.domain.triggers import Trigger
from filet.gui.commands import Command
from filet.gui.context import Context
from filet.gui.models.events import Event, events
from filet.gui.turns import Act
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.call_picker import CallPicker
from filet.gui.widgets.case_picker import CasePicker
from filet.gui.widgets.drafted import DraftedPage
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.journal_row import JournalRow
from filet.gui.widgets.labels import Heading
from filet.gui.widgets.notice import Message, Tone
from filet.gui.widgets.page import IN_DOSSIER, card, emptied, spread
from filet.gui.widgets.paragraph import Paragraph

PLACE = "journal"
_PAGE = 20
"""Lines that are drawn at first; more on demand."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    file: CaseFile
    told: tuple[Entry, ...]
    workers: Mapping[WorkerId, str]
    calls: tuple[RegisterLine, ...]
    triggers: Mapping[str, Trigger]


class JournalScreen(DraftedPage):
    """Notes and events, the latest first."""

    reads_first = True
    told_wanted = Signal()
    """Something was told aloud about her."""
    outside_wanted = Signal()
    """The result of a tool filled in elsewhere is to be noted."""

    def __init__(self, context: Context, services: Services, case: CaseId) -> None:
        super().__init__(context, services, services.drafting.key(PLACE, case))
        self._case, self._many = case, _PAGE
        self._events: Sequence[Event] = ()
        self._moving: Ref | None = None
        self.note = Paragraph(context, context.t("&Write a note"), lines=3)
        self.picker = CasePicker(
            context, services, context.t("Move this note to the right dossier"), new=False
        )
        self.calls = CallPicker(context)
        self._build(context)
        self._lay_out(context)
        self.tend({"note": self.note})
        self._connect()
        self.begin({})

    def load(self) -> None:
        """Read the journal."""
        self.ask(self._read, self._show_loaded)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown here."""
        if topics & {Topic.CASE, Topic.REGISTER}:
            self.load()

    def take_focus(self) -> None:
        """Put the caret in the note."""
        self.note.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done on this page."""
        t, ctrl = self.context.t, self.context.t("Ctrl")
        return (
            Command(t("Write a note"), self.take_focus, (ctrl, "N")),
            Command(t("Undo"), self.take_back, (ctrl, "Z")),
            Command(t("Redo"), self.put_back, (ctrl, "Y")),
            Command(t("Join a noted call"), self._begin_join),
            Command(t("Told aloud"), self.told_wanted.emit),
            Command(t("Result of a tool filled in elsewhere"), self.outside_wanted.emit),
        )

    def _build(self, context: Context) -> None:
        t, theme = context.t, context.theme
        self.keep_note = Primary(theme, t("&Keep this note"), keys=(t("Ctrl"), t("Enter")))
        self.undo = Secondary(theme, t("&Undo"), icon="undo-2", keys=(t("Ctrl"), "Z"))
        self.redo = Secondary(theme, t("&Redo"), icon="redo-2", keys=(t("Ctrl"), "Y"))
        self.join = Secondary(theme, t("Join a noted &call…"), icon="phone-incoming")
        self.told = Secondary(theme, t("Told &aloud…"), icon="message-square")
        self.outside = Secondary(theme, t("Result &from elsewhere…"), icon="file-text")
        self.more = Secondary(theme, t("&Older entries"))

    def _lay_out(self, context: Context) -> None:
        tools = Flow(gap=8, line_gap=8)
        for button in (self.keep_note, self.undo, self.redo, self.join, self.told, self.outside):
            tools.add(button)
        frame, self._rows = card(context)
        self._rows.setSpacing(2)
        title = Heading(context.theme, context.t("Journal"))
        found = (self.picker, self.calls, frame, self.more)
        spread(self, (title, self.notice, self.note, tools, *found), IN_DOSSIER)

    def _connect(self) -> None:
        self.keep_note.clicked.connect(self._keep_note)
        self.undo.clicked.connect(self.take_back)
        self.redo.clicked.connect(self.put_back)
        self.join.clicked.connect(self._begin_join)
        self.told.clicked.connect(lambda *_: self.told_wanted.emit())
        self.outside.clicked.connect(lambda *_: self.outside_wanted.emit())
        self.more.clicked.connect(self._show_more)
        self.picker.chosen.connect(self._move)
        self.calls.chosen.connect(self._join)
        self.tie_keys(
            {
                "Ctrl+N": self.take_focus,
                "Ctrl+Z": self.take_back,
                "Ctrl+Y": self.put_back,
                "Ctrl+Return": self._keep_note,
            }
        )

    def _read(self) -> _Loaded:
        use = self._services
        file = use.cases.read(self._case)
        return _Loaded(
            file,
            use.calls.told_about(self._case),
            use.home.workers(),
            use.calls.latest(),
            self.context.said(use.reviewing.triggers()),
        )

    def _show_loaded(self, loaded: _Loaded) -> None:
        triggers = loaded.triggers
        self._events = events(self.context, loaded.file, loaded.told, loaded.workers, triggers)
        own = {entry.ref for entry in loaded.file.entries}
        self.calls.show_calls([line for line in loaded.calls if line.entry not in own])
        self._draw()

    def _draw(self) -> None:
        emptied(self._rows)
        self.more.setVisible(len(self._events) > self._many)
        self.turns.build(self._acts())

    def _acts(self) -> Iterator[Act]:
        """Return what draws the lines; the page is seen once they stand."""
        for event in self._events[: self._many]:
            yield partial(self._add_row, event)
        yield self.tell_filled

    def _add_row(self, event: Event) -> None:
        row = JournalRow(self.context, event)
        row.move_wanted.connect(self._begin_move)
        self._rows.addWidget(row)

    def _show_more(self) -> None:
        self._many += _PAGE
        self._draw()

    def _keep_note(self) -> None:
        text = self.note.text()
        if not text.strip():
            self.take_focus()
            return
        key, cases = self.written(), self._services.cases
        self.keep(lambda: cases.note(self._case, text, draft=key), lambda _: self._kept())

    def _kept(self) -> None:
        self.note.show_text("")
        self._quiet.stop()
        self.resume()
        self.load()

    def _begin_move(self, event: Event) -> None:
        self._moving = event.ref
        self.calls.hide()
        self.picker.begin(but=self._case)

    def _move(self, target: CaseId) -> None:
        ref, self._moving = self._moving, None
        if ref is None:
            return
        erasing = self._services.erasing
        self.keep(lambda: erasing.move(self._case, (ref,), target), lambda _: self._moved())

    def _moved(self) -> None:
        title = self.context.t("Moved. Nothing of it is left in this dossier.")
        self.notice.show_message(Message(Tone.OK, title))
        self.load()

    def _begin_join(self) -> None:
        self.picker.hide()
        self.calls.begin()

    def _join(self, ref: Ref) -> None:
        calls = self._services.calls
        self.keep(lambda: calls.join(self._case, ref), lambda _: self.load())

    def take_back(self) -> None:
        """Take back the last act; a text being typed goes first."""
        if self.note.area.hasFocus() and self.note.area.document().isUndoAvailable():
            self.note.area.undo()
            return
        undoing = self._services.undoing
        self.keep(lambda: undoing.undo(self._case), lambda _: self._told_back(back=True))

    def put_back(self) -> None:
        """Take back the last taking back."""
        if self.note.area.hasFocus() and self.note.area.document().isRedoAvailable():
            self.note.area.redo()
            return
        undoing = self._services.undoing
        self.keep(lambda: undoing.redo(self._case), lambda _: self._told_back(back=False))

    def _told_back(self, *, back: bool) -> None:
        t = self.context.t
        title = t("The last act was undone.") if back else t("It was done again.")
        self.notice.show_message(Message(Tone.OK, title))
        self.load()

    def show_error(self, error: BaseException) -> None:
        """Say that nothing is left to undo without alarm."""
        if isinstance(error, NothingToTakeBack):
            title = self.context.t("Nothing more to undo since this dossier was opened.")
            self.notice.show_message(Message(Tone.INFO, title))
            return
        super().show_error(error)
