"""Everybody who works or worked here, one line each, and what one may change of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.models.accesses import AccessSaid
from filet.gui.turns import Act
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.cells import Cell, Cells
from filet.gui.widgets.page import card, emptied, line


class AccessList(QWidget):
    """Those who may enter come first; who left stays, in grey."""

    change_wanted = Signal(object, object)
    """A WorkerId, and the link that asked."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: Sequence[AccessSaid] = ()
        frame, self._rows = card(context)
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def acts(self, lines: Sequence[AccessSaid], *, manages: bool) -> Iterator[Act]:
        """Return what shows them anew; when each last opened is for who answers for the house."""
        if lines == self._shown:
            return
        self._shown = lines
        yield lambda: emptied(self._rows)
        for place, one in enumerate(lines):
            yield partial(self._add_row, place, one, manages=manages)

    def _add_row(self, place: int, one: AccessSaid, *, manages: bool) -> None:
        if place:
            self._rows.addWidget(line())
        self._rows.addWidget(self._row(one, manages=manages))

    def _row(self, one: AccessSaid, *, manages: bool) -> QWidget:
        ink = "text.muted" if one.ended else "text.primary"
        cells = [
            Cell(one.who, "strong", ink),
            Cell(one.work, colour=ink),
            Cell(one.may, colour="feedback.note_text" if one.wanting else ink),
        ]
        if not manages:
            return Cells(self._context.theme, cells)
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(
            Cells(self._context.theme, [*cells, Cell(one.opened, colour="text.muted")]), 1
        )
        inside.addWidget(self._link(one))
        return row

    def _link(self, one: AccessSaid) -> QWidget:
        """Return what changes a line; one that was withdrawn is never changed again."""
        link = Link(self._context.theme, self._context.t("Change"))
        link.setAccessibleName(f"{link.text()}, {one.who}")
        link.clicked.connect(lambda *_: self.change_wanted.emit(one.worker, link))
        policy = link.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        link.setSizePolicy(policy)
        if one.withdrawn:
            link.hide()
        return link
