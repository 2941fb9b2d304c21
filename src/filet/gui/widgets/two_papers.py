"""Any two papers of a plan, or one and her plan of today: what differs between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.ids import PaperId
from filet.gui.context import Context
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.combo import Combo, labelled
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text


class TwoPapers(QWidget):
    """Two lists to choose from; nothing is compared before it is asked for."""

    wanted = Signal(object, object)
    """A PaperId, and a later one, or nothing for her plan of today."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self._papers: tuple[PaperId | None, ...] = ()
        self._hers = False
        """Whether she chose what is compared."""
        self.one = Combo(context, t("First paper"))
        self.other = Combo(context, t("Second paper"))
        self.act = Link(theme, t("Compare these two"))
        self.lines = Text(theme, kind="small")
        heading = Heading(theme, t("Compare two papers"), kind="h3")
        boxes = Flow(gap=12, line_gap=8)
        for label, box in ((t("First paper"), self.one), (t("Second paper"), self.other)):
            box.may_shrink()
            box.activated.connect(lambda *_: self._ask_again())
            boxes.add(labelled(context, label, box), least=theme.px(160), stretch=1)
        self.act.clicked.connect(lambda *_: self._ask())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(heading)
        column.addLayout(boxes)
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.lines)
        self.hide()
        self.lines.hide()

    def show_papers(self, papers: Sequence[tuple[PaperId, str]]) -> None:
        """Show what may be compared, the oldest first; the last two unless she chose others."""
        kept = (self._chosen(self.one), self._chosen(self.other)) if self._hers else None
        self._papers = (*(paper for paper, _ in papers), None)
        today = self._context.t("Her plan today")
        for box in (self.one, self.other):
            box.clear()
            box.addItems([*(name for _, name in papers), today])
        first, second = kept or (None, None, *self._papers[:-1])[-2:]
        self.one.setCurrentIndex(self._place(first))
        self.other.setCurrentIndex(self._place(second))
        self.lines.hide()
        self.setVisible(len(papers) > 1)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show what differs."""
        self.lines.setText("\n".join(lines))
        self.lines.show()

    def _ask(self) -> None:
        """Ask for what differs, from the older to the newer, whichever was chosen first."""
        first, second = sorted((self.one.currentIndex(), self.other.currentIndex()))
        before, after = self._papers[first], self._papers[second]
        if before is None:
            self.show_lines((self._context.t("Choose two that are not the same."),))
        else:
            self.wanted.emit(before, after)

    def _ask_again(self) -> None:
        """Follow another choice, once something was compared."""
        self._hers = True
        if not self.lines.isHidden():
            self._ask()

    def _chosen(self, box: Combo) -> PaperId | None:
        return self._papers[box.currentIndex()]

    def _place(self, paper: PaperId | None) -> int:
        return self._papers.index(paper) if paper in self._papers else len(self._papers) - 1
