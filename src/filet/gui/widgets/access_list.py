"""Everybody who works or worked here, one line each, and what one may change of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.models.accesses import AccessSaid
from filet.gui.turns import Act
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import card, emptied, line


class AccessList(QWidget):
    """Those who may enter come first; who left stays, in grey."""

    change_wanted = Signal(object, object)
    """A WorkerId, and the link that asked."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        frame, self._rows = card(context)
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def acts(self, lines: Sequence[AccessSaid], *, manages: bool) -> Iterator[Act]:
        """Return what shows them anew; when each last opened is for who answers for the house."""
        yield lambda: emptied(self._rows)
        for place, one in enumerate(lines):
            yield partial(self._add_row, place, one, manages=manages)

    def _add_row(self, place: int, one: AccessSaid, *, manages: bool) -> None:
        if place:
            self._rows.addWidget(line())
        self._rows.addWidget(self._row(one, manages=manages))

    def _row(self, one: AccessSaid, *, manages: bool) -> QWidget:
        theme, px = self._context.theme, self._context.theme.px
        row = QWidget()
        flow = Flow(row, gap=12, line_gap=2)
        tone = "muted" if one.ended else ""
        flow.add(Text(theme, one.who, kind="strong", tone=tone), least=px(150), stretch=2)
        flow.add(Text(theme, one.work, kind="small", tone=tone), least=px(150), stretch=2)
        may = Text(theme, one.may, kind="small", tone="note" if one.wanting else tone)
        flow.add(may, least=px(150), stretch=2)
        if manages:
            flow.add(Text(theme, one.opened, kind="small", tone="muted"), least=px(130), stretch=2)
            flow.add(self._link(one))
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
