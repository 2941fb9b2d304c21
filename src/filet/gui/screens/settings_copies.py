"""Copies of everything: the last one, each night, where they go, and how to go back to one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.backing_up import BackingUp
from filet.domain.copies import NIGHTS, WEEKS, CopyBook, KnownCopy
from filet.domain.errors import BackupStopped
from filet.domain.kinds import Why
from filet.gui.context import Context
from filet.gui.copier import Copier
from filet.gui.copy_bars import last_said
from filet.gui.errors import message_of
from filet.gui.models.copies_said import (
    counted,
    missed_said,
    night_looks,
    nights_spoken,
    places_said,
    said_at,
    tried_said,
)
from filet.gui.screens.settings import SettingsPart
from filet.gui.widgets.buttons import Link, Primary, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.night_strip import NightStrip
from filet.gui.widgets.notice import Notice
from filet.gui.widgets.page import card, emptied, line, muted

_FEW = 4
"""Copies that are listed before she asks for all of them."""


class CopiesPart(SettingsPart):
    """Says the truth about the copies, and changes nothing of the dossiers themselves."""

    restore_wanted = Signal(object)
    """She wants to go back to a copy: its folder, where they are, or nothing yet."""

    def __init__(self, context: Context, copies: BackingUp, copier: Copier) -> None:
        t = context.t
        lead = t("Each copy is encrypted. It opens with the passphrases of the day it was made.")
        super().__init__(context, t("Copies"), lead)
        self._copies, self._copier = copies, copier
        self._all, self._listed = False, tuple[KnownCopy, ...]()
        theme = context.theme
        self.now = Primary(theme, t("Copy &now"), icon="copy")
        self.last = Notice(context)
        self.strip, self.count = NightStrip(theme), Text(theme, kind="small", tone="secondary")
        self.missed, self.where_to = Text(theme), Text(theme)
        self.missed_row = _row(context, t("Missed"), self.missed)
        self.change = Link(theme, t("C&hange…"))
        self.add = Link(theme, t("&Another place as well…"))
        self.none = muted(context, t("No copy is known yet."))
        self.more = Link(theme, t("All the co&pies"))
        self.gone = _Gone(context)
        self._gone: KnownCopy | None = None
        self.tried = Text(theme, tone="secondary")
        self.attempt = Secondary(theme, t("Tr&y the last one"), icon="refresh-cw")
        self.restore = Secondary(theme, t("&Go back to a copy…"), icon="history")
        self._lay_out()
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.now.clicked.connect(lambda *_: self._copier.copy_now())
        self.change.clicked.connect(lambda *_: self._choose(()))
        self.add.clicked.connect(lambda *_: self._choose(self._book().places))
        self.more.clicked.connect(lambda *_: self._show_all())
        self.restore.clicked.connect(lambda *_: self.restore_wanted.emit(self._newest()))
        self.attempt.clicked.connect(lambda *_: self._copier.try_now())
        self.gone.answered.connect(self._note_gone)
        self._copier.changed.connect(self._changed)

    # Where ----------------------------------------------------------------------------

    def _choose(self, kept: Sequence[str]) -> None:
        """Ask for a folder; what may hold no copy is refused in words, and nothing changes."""
        chosen = self._copier.choose_folder()
        if chosen is None:
            return
        places = dict.fromkeys((*map(Path, kept), chosen))
        self.notice.clear()
        self.keep(lambda: self._copies.arrange(*places), self._copier.learn)

    # Shown ----------------------------------------------------------------------------

    @Slot()
    def _changed(self) -> None:
        self._show()
        error = self._copier.error
        if error is None:
            self.notice.clear()
        elif not (self._copier.busy or isinstance(error, BackupStopped)):
            self.show_error(error)

    def show_error(self, error: BaseException) -> None:
        """Say it here: what may hold no copy, or kept one from being made, left nothing unsaved."""
        self.notice.show_message(message_of(self.context, error))

    def _book(self) -> CopyBook:
        return self._copier.book or CopyBook()

    def _show(self) -> None:
        """Show what is known; nothing is said before the book of the copies was read."""
        context, book, copier = self.context, self._book(), self._copier
        self.now.setEnabled(bool(book.places) and not copier.busy)
        self.now.name_it(context.t("Copying…") if copier.busy else context.t("Copy &now"))
        if copier.book is None:
            return
        self.last.show_message(last_said(context, book))
        self.tried.setText(tried_said(context, book))
        self.attempt.setEnabled(bool(book.copies) and not copier.busy)
        self.strip.show_nights(
            [look for _, look in night_looks(context, book)], nights_spoken(context, book)
        )
        self.count.setText(counted(context, book))
        missed = missed_said(context, book)
        self.missed.setText(missed)
        self.missed_row.setVisible(bool(missed))
        self.where_to.setText(places_said(context, book.places))
        self.change.name_it(context.t("C&hange…") if book.places else context.t("C&hoose…"))
        self.add.setVisible(bool(book.places))
        self._show_list(book)

    def _show_list(self, book: CopyBook) -> None:
        shown = book.copies if self._all else book.copies[:_FEW]
        if shown == self._listed:
            return
        self._listed = shown
        emptied(self._rows)
        for place, copy in enumerate(shown):
            if place:
                self._rows.addWidget(line())
            self._rows.addWidget(self._copy_row(copy))
        self.more.setVisible(len(shown) < len(book.copies))
        self.none.setVisible(not shown)

    def _copy_row(self, copy: KnownCopy) -> QWidget:
        context, theme = self.context, self.context.theme
        when = Text(theme, self._when(copy), kind="strong")
        when.setWordWrap(False)
        where = places_said(context, [copy.made.place])
        back = Link(theme, context.t("Go back to it…"))
        back.setAccessibleName(f"{back.text()}, {when.text()}")
        folder = Path(copy.made.place) / copy.made.name
        back.clicked.connect(partial(self._go_back, folder))
        row = QWidget()
        flow = Flow(row, gap=12, line_gap=2)
        flow.add(when, least=theme.px(150))
        flow.add(muted(context, where), least=theme.px(220), stretch=1)
        flow.add(back)
        gone = Link(theme, context.t("It is gone…"))
        gone.setAccessibleName(f"{gone.text()}, {when.text()}")
        gone.clicked.connect(partial(self._ask_gone, copy))
        flow.add(gone)
        return row

    def _ask_gone(self, copy: KnownCopy, *_: object) -> None:
        """Ask what became of a copy: what it held is said to be destroyed only then."""
        self._gone = copy
        said = self.context.t("The copy of {when}: what became of it?", when=self._when(copy))
        self.gone.ask(said)
        self.appeared.emit(self.gone)

    def _note_gone(self, why: Why) -> None:
        """Record it; the copy leaves the list, and nothing on any disk is touched."""
        copy, copies = self._gone, self._copies
        if copy is not None:
            self.keep(lambda: copies.note_gone((copy.made.name,), why), self._copier.learn)
            self.restore.setFocus()

    def _when(self, copy: KnownCopy) -> str:
        return said_at(self.context, copy)

    def _go_back(self, folder: Path, *_: object) -> None:
        self.restore_wanted.emit(folder)

    def _newest(self) -> Path | None:
        """Return where the copies are found: the last one, or the first place."""
        book = self._book()
        if book.copies:
            return Path(book.copies[0].made.place) / book.copies[0].made.name
        return Path(book.places[0]) if book.places else None

    def _show_all(self) -> None:
        self._all = True
        self._show_list(self._book())

    # Laid out -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.head.add(self.now)
        self.column.addWidget(self.last)
        self.column.addWidget(self._facts())
        self.column.addWidget(self._list())
        self.column.addWidget(self._trial())
        self.column.addWidget(self._back())

    def _facts(self) -> QWidget:
        context, t = self.context, self.context.t
        strip = QWidget()
        flow = Flow(strip, gap=12, line_gap=4)
        flow.add(self.strip)
        flow.add(self.count)
        kept = t(
            "The last copy of each of {nights} nights, then one a week for {weeks} weeks.",
            nights=NIGHTS,
            weeks=WEEKS,
        )
        when = t(
            "When the last one is more than 12 hours old: as soon as nobody types, or once it is"
            " locked. A lock never waits for it."
        )
        frame, column = card(context)
        rows = (
            _row(context, t("The last {nights} nights", nights=NIGHTS), strip),
            self.missed_row,
            _row(context, t("Where"), self.where_to, self.change, self.add),
            _row(context, t("When"), Text(context.theme, when)),
            _row(context, t("How many are kept"), Text(context.theme, kept)),
        )
        for place, row in enumerate(rows):
            if place and row is not self.missed_row:
                column.addWidget(line())
            column.addWidget(row)
        return frame

    def _list(self) -> QWidget:
        context = self.context
        frame, column = card(context, context.t("The copies"))
        within = QWidget()
        self._rows = QVBoxLayout(within)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self.more.hide()
        column.addWidget(self.none)
        column.addWidget(within)
        column.addWidget(self.gone)
        tools = Flow()
        tools.add(self.more)
        column.addLayout(tools)
        return frame

    def _trial(self) -> QWidget:
        context = self.context
        frame, column = card(context, context.t("Try a copy out"))
        text = context.t(
            "The last copy is opened apart and read whole; nothing is touched. Once a season."
        )
        column.addWidget(Text(context.theme, text, tone="secondary"))
        tools = Flow(gap=12, line_gap=4)
        tools.add(self.attempt)
        tools.add(self.tried, least=context.theme.px(220), stretch=1)
        column.addLayout(tools)
        return frame

    def _back(self) -> QWidget:
        context, t = self.context, self.context.t
        frame, column = card(context, t("Go back to a copy"))
        text = t(
            "Filet locks first. At the door, a copy is tried out without touching anything, or"
            " takes the place of the dossiers: those of now are set aside, and what was erased"
            " since is erased again."
        )
        column.addWidget(Text(context.theme, text, tone="secondary"))
        tools = Flow()
        tools.add(self.restore)
        column.addLayout(tools)
        return frame


class _Gone(QWidget):
    """What became of a copy; the way back has the focus."""

    answered = Signal(object)
    """A Why."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self.asked = Text(theme, kind="strong")
        self.back = Secondary(theme, t("It is still &there"))
        self.by_hand = Secondary(theme, t("Somebody &destroyed it"))
        self.lost = Secondary(theme, t("It is &lost"))
        for button, why in ((self.by_hand, Why.DESTROYED), (self.lost, Why.LOST)):
            button.clicked.connect(partial(self._answer, why))
        self.back.clicked.connect(self.hide)
        whole = Flow(self, gap=12, line_gap=8)
        whole.add(self.asked, least=theme.px(300), stretch=1)
        for button in (self.back, self.by_hand, self.lost):
            whole.add(button)
        self.hide()

    def ask(self, said: str) -> None:
        """Ask about one copy."""
        self.asked.setText(said)
        self.setAccessibleName(said)
        self.show()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, why: Why, *_: object) -> None:
        self.hide()
        self.answered.emit(why)


def _row(context: Context, title: str, content: QWidget, *links: Link) -> QWidget:
    """Return one fact: its name, what it is, and what changes it."""
    name = Text(context.theme, title, kind="strong")
    row = QWidget()
    flow = Flow(row, gap=12, line_gap=2)
    flow.add(name, least=context.theme.px(170))
    flow.add(content, least=context.theme.px(300), stretch=1)
    for link in links:
        flow.add(link)
    return row
