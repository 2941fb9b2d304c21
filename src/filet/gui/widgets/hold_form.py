"""Keeping a dossier from destruction, and saying that nothing keeps it any more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.kinds import HoldPlaced, HoldReason
from filet.gui.context import Context
from filet.gui.models.keeping_texts import HOLDS, hold_said
from filet.gui.typed import typed_due
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.choice import Option
from filet.gui.widgets.date_field import DateField
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.optional import OptionalChoice
from filet.gui.widgets.page import card, emptied, muted


class Hold(NamedTuple):
    """Why a dossier is to be kept."""

    why: HoldReason
    words: str
    until: date | None


class HoldForm(QWidget):
    """Anybody may keep a dossier: it harms nothing."""

    wanted = Signal(object)
    """A Hold."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        options = [Option(why, t(words)) for why, words in HOLDS.items()]
        self.why = OptionalChoice(context, t("Keep it, for what &reason"), options)
        self.words = LabelledField(context, t("In a few &words (optional)"))
        self.until = DateField(context, t("Look at it again &on (optional)"))
        self.wrong = Text(theme, tone="error")
        self.wrong.hide()
        self.keep = Secondary(theme, t("&Keep this dossier"), icon="archive")
        frame, column = card(context, t("Keep it longer"))
        lead = t("Nobody can destroy it before this is lifted, whatever the day.")
        column.addWidget(muted(context, lead))
        for part in (self.why, self.wrong, self.words, self.until):
            column.addWidget(part)
        row = Flow(gap=8, line_gap=8)
        row.add(self.keep)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.keep.clicked.connect(lambda *_: self._send())

    def _send(self) -> None:
        t, why, typed = self._context.t, self.why.value(), self.until.text().strip()
        due = typed_due(self._context, typed)
        self._say("" if why is not None else t("Choose the reason."))
        self.until.show_wrong(t("Write one clear day.") if typed and due is None else "")
        if isinstance(why, HoldReason) and (due is not None or not typed):
            words = self.words.text().strip()
            self.wanted.emit(Hold(why, words, due.day if due else None))

    def _say(self, wrong: str) -> None:
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))


class HeldCard(QWidget):
    """What keeps a dossier, and the way to lift it, for who manages the house."""

    lifted = Signal(str)
    """Why, in words."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context = context
        frame, column = card(context, t("This dossier is kept"))
        self._holds = QVBoxLayout()
        column.addLayout(self._holds)
        self.words = LabelledField(context, t("Why nothing keeps it any &more"))
        self.lift = Secondary(context.theme, t("Li&ft"), icon="lock-open")
        self._lifting = QWidget()
        lifting = QVBoxLayout(self._lifting)
        lifting.setContentsMargins(0, 0, 0, 0)
        lifting.addWidget(self.words)
        row = Flow(gap=8, line_gap=8)
        row.add(self.lift)
        lifting.addLayout(row)
        column.addWidget(self._lifting)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.lift.clicked.connect(lambda *_: self._send())

    def show_holds(self, holds: Sequence[HoldPlaced], *, manages: bool) -> None:
        """Show why it is kept; hidden where nothing keeps it."""
        emptied(self._holds)
        for hold in holds:
            said = hold_said(self._context, hold)
            said = said[:1].upper() + said[1:]
            words = self._context.t("{words}: {more}", words=said, more=hold.words)
            self._holds.addWidget(Text(self._context.theme, words if hold.words else said))
        self._lifting.setVisible(manages)
        self.setVisible(bool(holds))

    def _send(self) -> None:
        t, words = self._context.t, self.words.text().strip()
        self.words.show_wrong("" if words else t("Write the reason: it stays in the register."))
        if words:
            self.lifted.emit(words)
        else:
            self.words.take_focus()
