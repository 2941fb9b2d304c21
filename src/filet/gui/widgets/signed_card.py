"""A level that was signed: it cannot be changed. Withdrawn by mistake, both entries stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.models.signed_level import LevelSaid
from filet.gui.sayings import risk_key
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.chip import RiskChip
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.page import emptied, line, muted
from filet.gui.widgets.paragraph import Paragraph


class SignedCard(QWidget):
    """The levels that stand, and what may still be added to the last one."""

    again_wanted = Signal()
    """A new appreciation begins."""
    plan_wanted = Signal()
    reason_given = Signal(object, str)
    """The LevelId, and why."""
    withdrawn = Signal(object, str)
    """The LevelId, and why."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._last: LevelSaid | None = None
        self._build(context)
        self._lay_out(context)
        self.again.clicked.connect(lambda *_: self.again_wanted.emit())
        self.plan.clicked.connect(lambda *_: self.plan_wanted.emit())
        self.give.clicked.connect(self._give)
        self.mistake.clicked.connect(lambda *_: self._begin_mistake())
        self.withdraw.clicked.connect(self._withdraw)
        self.keep.clicked.connect(self._end_mistake)

    def fields(self) -> dict[str, Any]:
        """Return what a draft keeps."""
        return {"later": self.later, "mistake": self.reason}

    def show_levels(self, levels: Sequence[LevelSaid], gone: Sequence[str]) -> None:
        """Show what stands, then what was withdrawn."""
        self._last = levels[0] if levels else None
        emptied(self._levels)
        for number, said in enumerate(levels):
            if number:
                self._levels.addWidget(line())
            self._levels.addWidget(_level(self._context, said))
        self._show_wait(self._last)
        emptied(self._gone)
        if gone:
            self._gone.addWidget(muted(self._context, self._context.t("Withdrawn levels")))
        for text in gone:
            self._gone.addWidget(Text(self._context.theme, text, kind="small", tone="secondary"))
        self.show_changed()

    def show_changed(self) -> None:
        """Show what a draft kept of a withdrawal."""
        if self.reason.text().strip():
            self.panel.show()

    def take_focus(self) -> None:
        """Put the keyboard on the reason that is waited for, or on what comes next."""
        (self.later.area if self.later.isVisibleTo(self) else self.plan).setFocus()

    def _show_wait(self, said: LevelSaid | None) -> None:
        waits = said.waits if said is not None else ""
        for widget in (self.later, self.give):
            widget.setVisible(bool(waits))
        self.plan.setVisible(not waits)
        if waits:
            title = self._context.t("Provisional.")
            self.wait.show_message(Message(Tone.NOTE, title, waits, icon="clock"))
        else:
            self.wait.clear()

    def _build(self, context: Context) -> None:
        t, theme = context.t, context.theme
        self.wait = Notice(context)
        self.later = Paragraph(context, t("&Why this level?"), lines=3)
        self.give = Primary(theme, t("Add the reason"))
        self.plan = Primary(theme, t("&Make her safety plan"))
        self.again = Secondary(theme, t("New a&ppraisal"))
        self.mistake = Secondary(theme, t("Signed by mistake…"))
        self.panel = QFrame()
        self.panel.setProperty("kind", "sunken")
        self.reason = Paragraph(context, t("Why is it withdrawn?"), lines=2)
        self.wrong = Text(theme, kind="small", tone="error")
        self.withdraw = Secondary(theme, t("Withdraw this level"))
        self.keep = Secondary(theme, t("Leave it"))
        self.wrong.hide()
        self.panel.hide()

    def _lay_out(self, context: Context) -> None:
        self._levels, self._gone = QVBoxLayout(), QVBoxLayout()
        self._levels.setSpacing(8)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(12, 10, 12, 10)
        both = muted(context, context.t("Nothing is erased: the level and its withdrawal stay."))
        for widget in (both, self.reason, self.wrong):
            inside.addWidget(widget)
        inside.addLayout(_row(self.withdraw, self.keep))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(10)
        column.addWidget(Heading(context.theme, context.t("Signed level"), kind="h3"))
        column.addLayout(self._levels)
        for waited in (self.wait, self.later, self.give):
            column.addWidget(waited)
        column.addLayout(_row(self.plan, self.again, self.mistake))
        column.addWidget(self.panel)
        column.addLayout(self._gone)

    def _give(self) -> None:
        if not self.later.text().strip():
            self.later.area.setFocus()
        elif self._last is not None:
            self.reason_given.emit(self._last.level_id, self.later.text())

    def _begin_mistake(self) -> None:
        self.panel.show()
        self.reason.area.setFocus()

    def _end_mistake(self) -> None:
        self.reason.show_text("")
        self.wrong.hide()
        self.panel.hide()
        self.mistake.setFocus()

    def _withdraw(self) -> None:
        if not self.reason.text().strip():
            say = self._context.t("Say why: whoever reads the dossier will want to know.")
            self.wrong.setText(say)
            self.wrong.show()
            self.reason.area.setAccessibleDescription(say)
            self.reason.area.setFocus()
        elif self._last is not None:
            self.withdrawn.emit(self._last.level_id, self.reason.text())


def _level(context: Context, said: LevelSaid) -> QWidget:
    t, theme = context.t, context.theme
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    chip = RiskChip(theme)
    chip.show_level(risk_key(said.level), said.name, t("Level: {level}", level=said.sentence))
    column.addWidget(chip)
    signed = " · ".join(filter(None, (said.when, said.who)))
    column.addWidget(Text(theme, signed, kind="strong"))
    column.addWidget(Text(theme, said.concerned, kind="small", tone="secondary"))
    column.addWidget(Text(theme, said.review, kind="small", tone="note" if said.late else ""))
    parts = {
        t("Why"): said.reasons or said.added,
        t("Taken into account"): said.taken,
        t("Discussed with"): said.discussed,
    }
    for title, text in parts.items():
        if text.strip():
            column.addWidget(muted(context, title))
            column.addWidget(Text(theme, text))
    return whole


def _row(*buttons: QWidget) -> Flow:
    row = Flow(gap=8, line_gap=8)
    for button in buttons:
        row.add(button)
    return row
