"""The left of a plan: what may be proposed to her, why, and what is known of her life."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.application.planning import Board
from filet.domain.plan import Measure, Situation
from filet.gui.context import Context
from filet.gui.models.idea_rows import SITUATIONS, idea_rows
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.choice import FilterChip, Option
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.ideas_list import IdeasList
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import emptied, scrolling


class IdeasPane(QWidget):
    """Nothing is added by itself."""

    added = Signal(str)
    refused = Signal(str)
    brought_back = Signal(str)
    question_asked = Signal(str)
    situations_set = Signal(object)
    """A frozenset of situations."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self.heading = Heading(theme, t("Ideas to propose to her"), kind="h3")
        self.count = Text(theme, kind="small", tone="muted")
        self.count.setWordWrap(False)
        self.intro = Text(
            theme, t("From her own answers. Nothing is added by itself."), kind="small"
        )
        self.life = Link(theme, "")
        self.life.setCheckable(True)
        self.lives = Text(theme, kind="small", tone="muted")
        self.chips = {
            one: FilterChip(theme, Option(one, t(words))) for one, words in SITUATIONS.items()
        }
        self.life_page = self._chips()
        self.list = IdeasList(context)
        self.none = Text(theme, t("No other idea for now."), kind="small", tone="muted")
        self.aside = Link(theme, "")
        self.aside.setCheckable(True)
        self._aside_rows = QVBoxLayout()
        self.aside_page = self._aside()
        self._lay_out(context)
        self._connect()

    def show_board(self, board: Board) -> None:
        """Show what may be proposed now."""
        context, t = self._context, self._context.t
        rows = idea_rows(context, board)
        self.list.show_rows(rows)
        self.count.setText(str(len(rows)))
        self.none.setVisible(not rows)
        for one, chip in self.chips.items():
            chip.setChecked(one in board.situations)
        chosen = [t(SITUATIONS[one]) for one in Situation if one in board.situations]
        self.life.name_it(t("Her life: {count}", count=len(chosen)))
        self.lives.setText(", ".join(chosen))
        self.lives.setVisible(bool(chosen) and not self.life.isChecked())
        self._show_aside(board)

    def take_focus(self) -> None:
        """Put the keyboard on the first idea, or on what brings ideas."""
        (self.list if self.list.rows.rowCount() else self.life).setFocus()

    def _show_aside(self, board: Board) -> None:
        t, catalogue = self._context.t, board.catalogue
        self.aside.setVisible(bool(board.set_aside))
        self.aside.name_it(t("Put aside: {count}", count=len(board.set_aside)))
        self.aside_page.setVisible(self.aside.isChecked() and bool(board.set_aside))
        emptied(self._aside_rows)
        for measure in board.set_aside:
            self._aside_rows.addWidget(self._aside_row(measure, catalogue.origin(measure)))

    def _aside_row(self, measure: Measure, origin: str) -> QWidget:
        context = self._context
        words = measure.texts[context.language].text
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(Text(context.theme, words, kind="small"))
        back = Link(context.theme, context.t("Bring back"), icon="undo-2")
        back.setAccessibleDescription(words)
        back.clicked.connect(lambda *_: self.brought_back.emit(origin))
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def _chips(self) -> QWidget:
        page = QWidget()
        flow = Flow(page, gap=6, line_gap=6)
        for chip in self.chips.values():
            flow.add(chip)
        return page

    def _aside(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._aside_rows)
        column.addStretch(1)
        return scrolling(inner)

    def _lay_out(self, context: Context) -> None:
        px = context.theme.px
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(4), px(8))
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self.intro)
        column.addWidget(self.life, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.lives)
        column.addWidget(self.life_page)
        column.addWidget(self.none)
        column.addWidget(self.list, 3)
        column.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.aside_page, 1)
        self.life_page.hide()
        self.aside_page.hide()

    def _connect(self) -> None:
        self.list.added.connect(self.added)
        self.list.refused.connect(self.refused)
        self.list.question_asked.connect(self.question_asked)
        self.life.toggled.connect(self._show_life)
        self.aside.toggled.connect(self.aside_page.setVisible)
        for chip in self.chips.values():
            chip.clicked.connect(self._set_life)

    def _show_life(self, shown: bool) -> None:
        self.life_page.setVisible(shown)
        self.lives.setVisible(bool(self.lives.text()) and not shown)

    def _set_life(self, *_: object) -> None:
        chosen = (one for one, chip in self.chips.items() if chip.isChecked())
        self.situations_set.emit(frozenset(one.value for one in chosen))
