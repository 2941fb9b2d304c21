"""Levels that were signed: none can be changed. Withdrawn by mistake, both entries stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from filet.domain.ids import WorkerId
from filet.gui.context import Context
from filet.gui.models.signed_level import LevelSaid
from filet.gui.turns import Act
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.page import line, muted
from filet.gui.widgets.paragraph import Paragraph
from filet.gui.widgets.redrawn import redrawn
from filet.gui.widgets.second_panel import SecondPanel
from filet.gui.widgets.signed_level import SignedLevel
from filet.gui.widgets.unseen import laid_out_once, lay_out


class Aimed(QObject):
    """Of which level something is being written; a draft keeps it with what is written."""

    edited = Signal()

    def __init__(self, is_written: Callable[[], bool]) -> None:
        super().__init__()
        self._is_written, self.level = is_written, ""

    def text(self) -> str:
        """Return the level, or nothing while nothing is written of it."""
        return self.level if self._is_written() else ""

    def show_text(self, text: str) -> None:
        """Take a level; whoever chose it shows it."""
        self.level = text


class SignedCard(QWidget):
    """The levels that stand, and what may still be added to each."""

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
        self._shown: tuple[LevelSaid, ...] = ()
        self._withdrawn: tuple[str, ...] | None = None
        self._worker: WorkerId | None = None
        self.rows: list[SignedLevel] = []
        self._build(context)
        self.aimed = Aimed(self._is_written)
        self._lay_out(context)
        self.again.clicked.connect(lambda *_: self.again_wanted.emit())
        self.plan.clicked.connect(lambda *_: self.plan_wanted.emit())
        self.give.clicked.connect(self._give)
        self.withdraw.clicked.connect(self._withdraw)
        self.keep.clicked.connect(self._end_mistake)
        self.second.closed.connect(self.end_second)

    def fields(self) -> dict[str, Any]:
        """Return what a draft keeps."""
        return {
            "later": self.later,
            "aimed": self.aimed,
            "mistake": self.reason,
            **self.second.fields(),
        }

    def acts(
        self,
        levels: Sequence[LevelSaid],
        gone: Sequence[str],
        worker: WorkerId | None,
        room: QSize,
    ) -> Iterator[Act]:
        """Return what shows the levels, and lays the card out in a room before it is shown."""
        yield lambda: self.show_levels(levels, gone, worker)
        if self.isHidden():
            yield from lay_out(self, room)

    def show_levels(
        self, levels: Sequence[LevelSaid], gone: Sequence[str], worker: WorkerId | None = None
    ) -> None:
        """Show what stands, then what was withdrawn; ``worker`` is at the desk."""
        self._worker = worker
        if (self._shown, self._withdrawn) != (tuple(levels), tuple(gone)):
            self._shown, self._withdrawn = tuple(levels), tuple(gone)
            with laid_out_once(self):
                self._draw_levels()
                self._show_wait()
                self._draw_gone()
        self.show_changed()

    def show_changed(self) -> None:
        """Show what a draft kept of a withdrawal or of a second reading."""
        said = self._target()
        if self.reason.text().strip():
            self.panel.show()
            self._show_target(said)
        if self.second.is_written() and said is not None:
            self._show_second(said)

    def take_focus(self) -> None:
        """Put the keyboard on the reason that is waited for, or on what comes next."""
        (self.later.area if self.later.isVisibleTo(self) else self.plan).setFocus()

    def end_second(self) -> None:
        """Put the second reading away, whatever was begun."""
        for field in self.second.fields().values():
            field.show_text("")
        self.second.forget()
        self.second.hide()
        self._back_to("second")

    def fold(self) -> None:
        """Put both panels away: what was written in them became an entry."""
        self.second.hide()
        self.panel.hide()

    def _is_written(self) -> bool:
        return bool(self.reason.text().strip()) or self.second.is_written()

    def _draw_levels(self) -> None:
        self.rows = []
        with redrawn(self._levels):
            for number, said in enumerate(self._shown):
                if number:
                    self._levels.addWidget(line())
                self._levels.addWidget(self._row(said))

    def _draw_gone(self) -> None:
        theme, gone = self._context.theme, self._withdrawn or ()
        with redrawn(self._gone):
            if gone:
                self._gone.addWidget(muted(self._context, self._context.t("Withdrawn levels")))
            for text in gone:
                self._gone.addWidget(Text(theme, text, kind="small", tone="secondary"))

    def _row(self, said: LevelSaid) -> SignedLevel:
        row = SignedLevel(self._context, said)
        row.second_wanted.connect(self._begin_second)
        row.mistake_wanted.connect(self._begin_mistake)
        self.rows.append(row)
        return row

    def _waiting(self) -> LevelSaid | None:
        return next((said for said in self._shown if said.waits), None)

    def _target(self) -> LevelSaid | None:
        """Return the level that is aimed at; the last one where none is, or where it went."""
        aimed = self.aimed.level
        found = (said for said in self._shown if str(said.level_id) == aimed)
        return next(found, self._shown[0] if self._shown else None)

    def _show_wait(self) -> None:
        waiting = self._waiting()
        for widget in (self.later, self.give):
            widget.setVisible(waiting is not None)
        self.plan.setVisible(waiting is None)
        if waiting is not None:
            title = self._context.t("Provisional.")
            self.wait.show_message(Message(Tone.NOTE, title, waiting.waits, icon="clock"))
        else:
            self.wait.clear()

    def _build(self, context: Context) -> None:
        t, theme = context.t, context.theme
        self.wait = Notice(context)
        self.later = Paragraph(context, t("&Why this level?"), lines=3)
        self.give = Primary(theme, t("Add the reason"))
        self.plan = Primary(theme, t("&Make her safety plan"))
        self.again = Secondary(theme, t("New a&ppraisal"))
        self.copy = Secondary(theme, t("Copy for the file…"))
        self.panel, self.second = QFrame(), SecondPanel(context)
        self.panel.setObjectName("kind-sunken")
        self.about = Text(theme, kind="strong")
        self.reason = Paragraph(context, t("Why is it withdrawn?"), lines=2)
        self.wrong = Text(theme, kind="small", tone="error")
        self.withdraw = Secondary(theme, t("Withdraw this level"))
        self.keep = Secondary(theme, t("Leave it"))
        for part in (self.wrong, self.panel, self.second):
            part.hide()

    def _lay_out(self, context: Context) -> None:
        self._levels, self._gone = QVBoxLayout(), QVBoxLayout()
        self._levels.setSpacing(8)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(12, 10, 12, 10)
        both = muted(context, context.t("Nothing is erased: the level and its withdrawal stay."))
        for widget in (self.about, both, self.reason, self.wrong):
            inside.addWidget(widget)
        inside.addLayout(_beside(self.withdraw, self.keep))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(10)
        column.addWidget(Heading(context.theme, context.t("Signed level"), kind="h3"))
        column.addLayout(self._levels)
        for part in (self.second, self.panel, self.wait, self.later, self.give):
            column.addWidget(part)
        column.addLayout(_beside(self.plan, self.again, self.copy))
        column.addLayout(self._gone)

    # What is added -----------------------------------------------------------------------

    def _give(self) -> None:
        waiting = self._waiting()
        if not self.later.text().strip():
            self.later.area.setFocus()
        elif waiting is not None:
            self.reason_given.emit(waiting.level_id, self.later.text())

    def _begin_second(self, said: LevelSaid) -> None:
        self.aimed.show_text(str(said.level_id))
        self._show_second(said)
        self.second.take_focus()

    def _show_second(self, said: LevelSaid) -> None:
        self.second.show_level(said.level_id, _about(said), mine=said.by == self._worker)
        self.second.show()

    def _begin_mistake(self, said: LevelSaid) -> None:
        self.aimed.show_text(str(said.level_id))
        self._show_target(said)
        self.panel.show()
        self.reason.area.setFocus()

    def _show_target(self, said: LevelSaid | None) -> None:
        self.about.setText(_about(said) if said is not None else "")

    def _end_mistake(self) -> None:
        self.reason.show_text("")
        self.wrong.hide()
        self.panel.hide()
        self._back_to("mistake")

    def _back_to(self, link: str) -> None:
        """Give the keyboard back to the link that opened a panel."""
        said = self._target()
        for row in self.rows:
            if said is not None and row.level_id == said.level_id:
                getattr(row, link).setFocus()

    def _withdraw(self) -> None:
        said = self._target()
        if not self.reason.text().strip():
            say = self._context.t("Say why: whoever reads the dossier will want to know.")
            self.wrong.setText(say)
            self.wrong.show()
            self.reason.area.setAccessibleDescription(say)
            self.reason.area.setFocus()
        elif said is not None:
            self.withdrawn.emit(said.level_id, self.reason.text())


def _about(said: LevelSaid) -> str:
    """Return « Aggravé, 9 fév., 14 h 30 · Pour elle ». More than one level may stand."""
    return f"{said.name}, {said.when} · {said.concerned}"


def _beside(*buttons: QWidget) -> Flow:
    row = Flow(gap=8, line_gap=8)
    for button in buttons:
        row.add(button)
    return row
