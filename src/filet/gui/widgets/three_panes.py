"""Three columns side by side; two under a switch where there is less room; then one."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from filet.gui.context import Context
from filet.gui.forms.three_panes import Ui_ThreePanes
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.reading import read_as_laid_out

_THREE_FROM, _TWO_FROM = 1144, 860
_MOST = 16777215
_LEFT, _RIGHT = 266, 357


class Pane(StrEnum):
    """One of the three."""

    IDEAS = "ideas"
    PLAN = "plan"
    PAPER = "paper"


class ThreePanes(QWidget):
    """Shows as many panes as there is room for; what is hidden is one key away."""

    def __init__(self, context: Context, ideas: QWidget, plan: QWidget, paper: QWidget) -> None:
        super().__init__()
        self._context = context
        self.form = form = Ui_ThreePanes()
        form.setupUi(self)
        self._frames = {Pane.IDEAS: form.ideas, Pane.PLAN: form.plan, Pane.PAPER: form.paper}
        for frame, ground in ((form.ideas, "surface"), (form.plan, "app"), (form.paper, "rail")):
            frame.setObjectName(f"ground-{ground}")
        form.ideas_column.addWidget(ideas)
        form.plan_column.addWidget(plan)
        form.paper_column.addWidget(paper)
        self.shown = Pane.PLAN
        self.one, self.two = _switch(context, *Pane), _switch(context, Pane.PLAN, Pane.PAPER)
        for switch in (self.one, self.two):
            form.above.addWidget(switch, 0, Qt.AlignmentFlag.AlignLeft)
            switch.setContentsMargins(12, 6, 12, 6)
            switch.chosen.connect(self.show_pane)
        read_as_laid_out(self)

    def show_pane(self, pane: Pane) -> None:
        """Make a pane seen."""
        self.shown = Pane(pane)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() / self._context.theme.scale
        three, one = room >= _THREE_FROM, room < _TWO_FROM
        two = not three and not one
        with_plan = Pane.PLAN if self.shown is Pane.IDEAS else self.shown
        shown = self.shown if one else with_plan
        self.one.setVisible(one)
        self.two.setVisible(two)
        self.one.show_value(self.shown)
        self.two.show_value(with_plan)
        beside = two and shown is Pane.PLAN
        for pane, frame in self._frames.items():
            seen = three or pane is shown or (beside and pane is Pane.IDEAS)
            self._fit(pane, alone=one or (two and pane is Pane.PAPER))
            frame.setVisible(seen)

    def _fit(self, pane: Pane, *, alone: bool) -> None:
        """Give a side column its width, or all of it where it stands alone."""
        if pane is Pane.PLAN:
            return
        frame = self._frames[pane]
        width = self._context.theme.px(_LEFT if pane is Pane.IDEAS else _RIGHT)
        frame.setMinimumWidth(0 if alone else width)
        frame.setMaximumWidth(_MOST if alone else width)


def _switch(context: Context, *panes: Pane) -> Segmented:
    t = context.t
    words = {Pane.IDEAS: t("Ideas"), Pane.PLAN: t("Her plan"), Pane.PAPER: t("The paper")}
    options = [Option(pane, words[pane]) for pane in panes]
    return Segmented(context.theme, t("What is shown"), options, Pane.PLAN)
