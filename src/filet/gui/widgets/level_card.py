"""« Le risque dans le temps »: the painted line or its table, as one prefers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from filet.domain.casefile import CaseFile
from filet.domain.ids import LevelId
from filet.domain.kinds import LevelSigned
from filet.domain.rows import is_provisional
from filet.domain.triggers import Called
from filet.gui.context import Context
from filet.gui.models.matters import Happened
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading
from filet.gui.widgets.level_line import LevelLine, Signed
from filet.gui.widgets.level_table import LevelTable
from filet.gui.widgets.page import card, muted
from filet.gui.widgets.small import SmallLink


class LevelCard(QWidget):
    """Levels over time. ``leads`` adds the way to the page that shows more of it."""

    more_wanted = Signal()

    def __init__(self, context: Context, *, leads: bool = False) -> None:
        super().__init__()
        t = context.t
        frame, column = card(context)
        self.line, self.table = LevelLine(context), LevelTable(context)
        self.none = muted(context, t("Nobody has signed a level yet."))
        options = [Option(0, t("Chart")), Option(1, t("Table"))]
        self.switch = Segmented(context.theme, t("Risk over time"), options, 0)
        self.views = QStackedWidget()
        self.views.addWidget(self.line)
        self.views.addWidget(self.table)
        head = Flow(gap=12, line_gap=6)
        title = Heading(context.theme, t("Risk over time"), kind="h3")
        head.add(title, least=context.theme.px(160), stretch=1)
        self.more = SmallLink(context, t("See more over time"))
        if not leads:
            self.more.hide()
        self.more.clicked.connect(lambda *_: self.more_wanted.emit())
        head.add(self.more)
        head.add(self.switch)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addWidget(self.views)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.switch.chosen.connect(self.views.setCurrentIndex)

    def show_file(
        self,
        file: CaseFile,
        happened: Sequence[Happened] = (),
        again: Mapping[LevelId, Sequence[Called]] | None = None,
    ) -> None:
        """Show every level that counts, what happened, and which are to be looked at again."""
        signed = sorted(_signed(file, again or {}), key=lambda one: one.day)
        self.none.setVisible(not signed)
        self.views.setVisible(bool(signed))
        self.switch.setVisible(bool(signed))
        if signed:
            self.line.show_levels(signed, happened)
            self.table.show_levels(signed, happened)


def _signed(file: CaseFile, again: Mapping[LevelId, Sequence[Called]]) -> Iterator[Signed]:
    """Yield each level, with the day from which it is to be looked at again."""
    for entry in file.live.of(LevelSigned):
        said = entry.content
        if isinstance(said, LevelSigned) and entry.moment is not None:
            asked = [one.since for one in again.get(said.level_id, ())]
            days = [*asked, *([said.review.day] if said.review else [])]
            yield Signed(
                said.level,
                entry.moment.local().date(),
                min(days, default=None),
                is_provisional(file, said),
                again=bool(asked),
            )
