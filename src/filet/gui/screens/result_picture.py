"""What is known, in the order in which it is read; in imminent danger, actions come first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from filet.application.appraising import Sheet
from filet.application.control import Told
from filet.domain.ids import CaseId
from filet.domain.kinds import Level
from filet.gui.context import Context
from filet.gui.models.control_said import ControlTold, control_told
from filet.gui.models.outside_said import OutsideSaid, outside_said
from filet.gui.models.proposals import Proposal, proposals
from filet.gui.models.tools_said import ToolSaid, tools_said
from filet.gui.models.weighing import Weighing, weighing
from filet.gui.turns import Act
from filet.gui.widgets.control_facts import ControlFacts
from filet.gui.widgets.facts import ChangesCard, FactsCard, GapsCard, SenseCard
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.proposed import ProposedCard
from filet.gui.widgets.tall import Tall
from filet.gui.widgets.tools_fold import ToolsFold
from filet.gui.widgets.unseen import styled

_TWO_COLUMNS_FROM = 680


@dataclass(frozen=True, slots=True)
class PictureSaid:
    """All that the picture says, worded away from the window."""

    weighing: Weighing
    control: ControlTold
    tools: Sequence[ToolSaid]
    outside: Sequence[OutsideSaid]
    proposals: Sequence[Proposal]


def picture_said(context: Context, sheet: Sheet, level: Level | None, control: Told) -> PictureSaid:
    """Put what is known, and what is proposed for a level, into words."""
    return PictureSaid(
        weighing(context, sheet),
        control_told(context, control),
        tools_said(context, sheet),
        outside_said(context, sheet.file),
        proposals(context, sheet, level),
    )


class ResultPicture(Tall):
    """The left part of the page."""

    changed = Signal()
    """Something was drawn anew: whoever orders the page orders it again."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context = context
        self._imminent = False
        self.sense = SenseCard(context)
        self.weighs = FactsCard(
            context, t("What weighs most"), t("Nothing that weighs was said yet.")
        )
        self.protects = FactsCard(
            context, t("What protects"), t("Nothing that protects was said yet.")
        )
        self.control = ControlFacts(context)
        self.gaps, self.changes = GapsCard(context), ChangesCard(context)
        self.proposed = ProposedCard(context)
        self.proposed.hide()
        self.tools = ToolsFold(context)
        self.facts = QWidget()
        self._lay_out(context)
        for part in (
            self.weighs,
            self.protects,
            self.control,
            self.gaps,
            self.changes,
            self.proposed,
            self.tools,
        ):
            part.changed.connect(self.changed)

    def take_focus(self) -> None:
        """Begin with what she thinks of it, or with what there is to do in imminent danger."""
        acts_first = self._imminent and not self.proposed.isHidden()
        first = self.proposed if acts_first else self.sense
        first.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_acts(self) -> Iterator[Act]:
        """Return what shows the actions too, once each of them stands."""
        if self.proposed.isHidden():
            yield from styled(self.proposed)
            yield self.proposed.show
            yield self._read_from_the_top

    def facts_acts(self, picture: PictureSaid) -> Iterator[Act]:
        """Return what shows what is known, card by card."""
        said = picture.weighing
        yield lambda: self.sense.show_sense(said.sense)
        yield lambda: self.weighs.show_facts(said.weighs, said.critical)
        yield lambda: self.protects.show_facts(said.protects)
        yield lambda: self.control.show_told(picture.control)
        yield lambda: self.gaps.show_gaps(said.gaps)
        yield lambda: self.changes.show_changes(said)
        yield lambda: self.tools.show_tools(picture.tools, picture.outside)
        yield self.changed.emit

    def actions_acts(
        self, picture: PictureSaid, case: CaseId, worker: str, *, imminent: bool
    ) -> Iterator[Act]:
        """Return what shows what is proposed for a level, first of all in imminent danger."""
        yield from self.proposed.acts(picture.proposals, case, worker)
        yield lambda: self._put_first(imminent=imminent)
        yield self.changed.emit

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put both columns beside one another, or one under the other."""
        super().resizeEvent(event)
        beside = self.width() / self._context.theme.scale >= _TWO_COLUMNS_FROM
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _put_first(self, *, imminent: bool) -> None:
        """Order both columns, for the eye and for a screen reader alike."""
        if imminent == self._imminent:
            return
        self._imminent = imminent
        first, second = (self.proposed, self.facts) if imminent else (self.facts, self.proposed)
        self._columns.insertWidget(0, first, self._share(first))
        self._read_from_the_top()
        second.raise_()
        self.tools.raise_()

    def _read_from_the_top(self) -> None:
        """Follow what is first now, for whoever has not begun to go through the page."""
        if self.sense.title.hasFocus() or self.proposed.title.hasFocus():
            self.take_focus()

    def _share(self, part: QWidget) -> int:
        return 6 if part is self.facts else 5

    def _lay_out(self, context: Context) -> None:
        column = QVBoxLayout(self.facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.sense, self.weighs, self.protects, self.control):
            column.addWidget(part)
        both = Flow(gap=10, line_gap=10)
        both.add(self.gaps, least=context.theme.px(190), stretch=1)
        both.add(self.changes, least=context.theme.px(190), stretch=1)
        column.addLayout(both)
        column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(10)
        self._columns.addWidget(self.facts, 6)
        self._columns.addWidget(self.proposed, 5)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(self._columns)
        whole.addWidget(self.tools)
        whole.addStretch(1)
