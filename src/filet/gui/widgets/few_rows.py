"""A list of which a few rows are drawn, in turns of the window; a link draws as many more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.turns import Act, Turns
from filet.gui.widgets.going import let_go
from filet.gui.widgets.page import emptied, line
from filet.gui.widgets.small import SmallLink

FEW = 8
"""Rows that are drawn at first, and at each press: all of a long list would stop the window."""

Row = Callable[[], QWidget]


class FewRows(QWidget):
    """A line above each row. ``name`` says for a screen reader what there is more of."""

    drawn = Signal()
    """The rows that were asked for stand."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context, self._name = context, name
        self._turns = Turns(context.runner, self)
        self._rows: Sequence[Row] = ()
        self._drawn = 0
        self.more: SmallLink | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Draw the first of them in the place of the former; as many as were drawn before."""
        many = max(FEW, self._drawn)
        self._rows, self._drawn, self.more = rows, 0, None
        emptied(self._column)
        self._draw(many)

    def _draw(self, many: int) -> None:
        first, self._drawn = self._drawn, min(len(self._rows), self._drawn + many)
        self._turns.build(self._acts(first, self._drawn))

    def _acts(self, first: int, last: int) -> Iterator[Act]:
        """Return what draws the rows; they are laid out once, when all of them stand."""
        yield self.hide
        for row in self._rows[first:last]:
            yield partial(self._add, row)
        yield self._offer_more
        yield self.show
        yield self.drawn.emit

    def _add(self, row: Row) -> None:
        self._column.addWidget(line())
        self._column.addWidget(row())

    def _offer_more(self) -> None:
        left = len(self._rows) - self._drawn
        if left <= 0:
            return
        count = min(left, FEW)
        words = self._context.tn("Show {count} more", "Show {count} more", count)
        self.more = SmallLink(self._context, words)
        self.more.setAccessibleName(f"{words} ({self._name})")
        self.more.clicked.connect(lambda *_: self._show_more())
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_more(self) -> None:
        if self.more is not None:
            let_go(self.more)
            self.more = None
        self._draw(FEW)
