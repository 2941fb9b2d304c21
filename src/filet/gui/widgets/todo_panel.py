"""« À faire »: what is overdue, what is for today, what comes next; said done in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.models.todo import GROUPS, Todo
from filet.gui.turns import Act, Turns, nothing
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.done_panel import DonePanel
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import emptied, line, muted, scrolling
from filet.gui.widgets.unseen import styled

_TOGETHER, _MANY = 4, 24
"""How many lines are laid out together; and more than any window shows without being scrolled."""
_BAR = {
    True: Qt.ScrollBarPolicy.ScrollBarAlwaysOn,  # known from the start: a width to lay out for
    False: Qt.ScrollBarPolicy.ScrollBarAsNeeded,
}


class TodoPanel(QWidget):
    """A column; reviews are never ticked here, they open the dossier."""

    case_chosen = Signal(object)
    done = Signal(object, object)
    """An ActionDone, and the CaseId it belongs to."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._worker = ""
        self._open: DonePanel | None = None
        content = QWidget()
        self._turns = Turns(context.runner, self, still=content)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(14, 16, 14, 16)
        self._column.setSpacing(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(content, "surface")
        outer.addWidget(self._area)
        self.setObjectName("ground-surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.t("To do"))

    def show_worker(self, name: str) -> None:
        """Say who is proposed as the one who did it."""
        self._worker = name

    def show_todos(self, todos: Iterable[Todo]) -> None:
        """Show what is to be done; each is said and drawn in turns of the window."""
        self._open = None
        emptied(self._column)
        self._column.addWidget(Heading(self._context.theme, self._context.t("To do"), kind="h3"))
        self._column.setEnabled(False)  # it would be laid out again for every line
        self._turns.build(self._acts(todos))

    def _acts(self, todos: Iterable[Todo]) -> Iterator[Act]:
        """Return what says all that is due, then builds the column from its top."""
        said: list[Todo] = []
        for todo in todos:
            said.append(todo)
            yield nothing
        self._area.setVerticalScrollBarPolicy(_BAR[len(said) > _MANY])
        if not said:
            nothing_planned = muted(self._context, self._context.t("Nothing is planned."))
            yield partial(self._column.addWidget, nothing_planned)
        for group, title in enumerate(GROUPS):
            its = [todo for todo in said if todo.group == group]
            yield partial(self._begin_group, title, len(its), group)
            for first in range(0, len(its), _TOGETHER):
                yield from self._part(its[first : first + _TOGETHER])
        yield partial(self._column.addStretch, 1)
        yield self._stand

    def _part(self, todos: Sequence[Todo]) -> Iterator[Act]:
        """Return what builds a few lines, which have a layout of their own."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._column.spacing())
        for todo in todos:
            yield partial(self._show_one, column, todo)
        yield from styled(part)
        yield partial(self._take_in, part)

    def _take_in(self, part: QWidget) -> None:
        """Give a few lines the width that they will have, and their place under the others."""
        edges = self._column.contentsMargins()
        width = self._area.viewport().width() - edges.left() - edges.right()
        part.resize(width, part.heightForWidth(width))
        self._column.addWidget(part)

    def _stand(self) -> None:
        """Give every part its place, now that all are there."""
        self._column.setEnabled(True)
        self._column.activate()

    def _begin_group(self, title: str, count: int, group: int) -> None:
        t = self._context.t
        if not count:
            if group == 0:
                self._column.addWidget(muted(self._context, t("Nothing is overdue.")))
            return
        heading = t("{group} · {count}", group=t(title), count=count)
        self._column.addSpacing(8)
        self._column.addWidget(muted(self._context, heading))
        self._column.addWidget(line())

    def _show_one(self, column: QVBoxLayout, todo: Todo) -> None:
        theme = self._context.theme
        column.addSpacing(6)
        column.addWidget(Text(theme, todo.when, kind="strong", tone="note" if todo.late else ""))
        column.addWidget(Text(theme, todo.what))
        row = QHBoxLayout()
        row.addWidget(Text(theme, todo.who, kind="small", tone="secondary"), 1)
        foot, link = QWidget(), self._link(todo)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignBottom)
        row.setContentsMargins(0, 0, 0, 0)
        foot.setLayout(row)
        column.addWidget(foot)
        column.addWidget(line())
        if todo.is_action:
            link.clicked.connect(lambda *_: self._ask(todo, link, column, foot))
        else:
            link.clicked.connect(lambda *_: self.case_chosen.emit(todo.line.case))

    def _link(self, todo: Todo) -> Link:
        t = self._context.t
        word = t("Done…") if todo.is_action else t("Open")
        link = Link(self._context.theme, word)
        link.setFont(_underlined(self._context))
        said = t("{word} {what}, {who}", word=word, what=todo.what, who=todo.who)
        link.setAccessibleName(said)
        return link

    def _ask(self, todo: Todo, link: Link, column: QVBoxLayout, row: QWidget) -> None:
        """Open the panel under what was done; the former one closes."""
        self._close()
        panel = DonePanel(self._context, todo.line, self._worker)
        self._open = panel
        column.insertWidget(column.indexOf(row) + 1, panel)
        panel.done.connect(lambda done: self.done.emit(done, todo.line.case))
        panel.closed.connect(self._close)
        panel.closed.connect(link.setFocus)
        panel.take_focus()

    def _close(self) -> None:
        if self._open is not None:
            self._open.hide()
            self._open.deleteLater()
            self._open = None


def _underlined(context: Context) -> QFont:
    font = context.theme.font("small")
    font.setUnderline(True)
    return font
