"""« Actions proposées »: nothing is ticked; each says what is to be done, or that it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from filet.application.appraising import new_action
from filet.domain.ids import CaseId
from filet.domain.kinds import ActionDone, ActionPlanned, AgreementNoted
from filet.domain.rows import DueKind, DueLine
from filet.gui.context import Context
from filet.gui.models.proposals import AGREEMENT_ICONS, AGREEMENTS, Proposal
from filet.gui.turns import Act
from filet.gui.widgets.agreement import AgreementPanel
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.done_panel import DonePanel
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.going import let_go
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import card, line, muted
from filet.gui.widgets.panels_kept import kept_panels, read_panels
from filet.gui.widgets.redrawn import redrawn
from filet.gui.widgets.small import SmallButton, SmallLink
from filet.gui.widgets.todo_form import TodoForm
from filet.gui.widgets.unseen import styled

_TODO, _DONE = "todo", "done"


class ProposedRow(QWidget):
    """One action: what it is, what became of it, and its two buttons."""

    changed = Signal()
    planned = Signal(object)
    """An ActionPlanned."""
    done = Signal(object, object)
    """An ActionDone, and the ActionPlanned it names where it was never planned."""
    agreed = Signal(object)
    """An AgreementNoted."""
    edited = Signal()
    """Something was typed in a panel, or one was opened or closed."""

    def __init__(self, context: Context, proposal: Proposal, case: CaseId, worker: str) -> None:
        super().__init__()
        self._context, self.proposal, self._case = context, proposal, case
        self._worker = worker
        self.panel: QWidget | None = None
        t, text = context.t, proposal.text
        self.todo = SmallButton(context.theme, t("To do…"))
        self.did = SmallButton(context.theme, t("It is done…"))
        self.agreement: Link | None = None
        self.todo.setAccessibleName(t("To do: {what}", what=text))
        self.did.setAccessibleName(t("It is done: {what}", what=text))
        self._lay_out(context)
        self.todo.clicked.connect(lambda *_: self.begin_todo())
        self.did.clicked.connect(lambda *_: self.begin_done())

    def begin_todo(self) -> TodoForm:
        """Ask who, and when."""
        form = TodoForm(self._context, self._named(), refused=self.proposal.agreement)
        form.planned.connect(self.planned)
        form.edited.connect(self.edited)
        self._open(form, self.todo)
        return form

    def begin_done(self) -> DonePanel:
        """Ask when, by whom, with whom, what came of it."""
        named = self._named()
        due = DueLine(self._case, named.action, DueKind.ACTION, "", named.text, named.who)
        panel = DonePanel(self._context, due, named.who or self._worker)
        panel.done.connect(self._send_done)
        panel.edited.connect(self.edited)
        self._open(panel, self.did)
        return panel

    def unfinished(self) -> dict[str, str]:
        """Return what is typed in its panel, as a draft keeps it; nothing where none is open."""
        panel = self.panel
        if not isinstance(panel, TodoForm | DonePanel):
            return {}
        kind = _TODO if isinstance(panel, TodoForm) else _DONE
        return {**panel.texts(), "panel": kind, "action": self.proposal.action.id}

    def resume(self, texts: Mapping[str, str]) -> None:
        """Open the panel that a draft kept, with what was typed in it."""
        panel = self.begin_todo() if texts.get("panel") == _TODO else self.begin_done()
        panel.show_texts(texts)

    def close_panel(self) -> None:
        """Close what is open; nothing is written."""
        if self.panel is not None:
            let_go(self.panel)
            self.panel = None
            self.changed.emit()
            self.edited.emit()

    def _send_done(self, done: ActionDone) -> None:
        never = self.proposal.planned is None
        self.done.emit(done, self._named(done) if never else None)

    def _named(self, done: ActionDone | None = None) -> ActionPlanned:
        """Return the action as it is planned, or as it would be."""
        planned = self.proposal.planned
        if planned is not None:
            return planned
        one = self.proposal
        action = done.action if done is not None else new_action()
        return ActionPlanned(action, one.text, one.action.id, self._worker, None, one.agreement)

    def _begin_agreement(self, opener: QWidget) -> None:
        panel = AgreementPanel(self._context, self.proposal)
        panel.chosen.connect(
            lambda said: self.agreed.emit(AgreementNoted(self.proposal.action.id, said))
        )
        self._open(panel, opener)

    def _open(self, panel: TodoForm | DonePanel | AgreementPanel, opener: QWidget) -> None:
        self.close_panel()
        self.panel = panel
        panel.closed.connect(self.close_panel)
        panel.closed.connect(opener.setFocus)
        self._column.addWidget(panel)
        panel.show()
        self.changed.emit()
        self.edited.emit()
        panel.take_focus()

    # What is seen ------------------------------------------------------------------------

    def _lay_out(self, context: Context) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(4)
        self._column.addWidget(Text(context.theme, self.proposal.text))
        if self.proposal.said:
            self._column.addWidget(_stated(context, self.proposal))
        if self.proposal.agreement is None:
            self._column.addLayout(self._buttons())
        else:
            self._column.addWidget(self._agreed(context))

    def _agreed(self, context: Context) -> QWidget:
        """Return her agreement beside both buttons, or above them where there is little room."""
        foot, both = QWidget(), QWidget()
        both.setLayout(self._buttons())
        opener = self.agreement = _agreement(context, self.proposal)
        opener.clicked.connect(lambda *_: self._begin_agreement(opener))
        row = Flow(foot, gap=6, line_gap=4)
        row.add(opener)
        row.add(both, stretch=1)
        return foot

    def _buttons(self) -> QHBoxLayout:
        """Return both buttons, which stay together."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(self.todo)
        row.addWidget(self.did)
        return row


class ProposedCard(QFrame):
    """Everything that may be worth doing, life first."""

    changed = Signal()
    planned = Signal(object)
    done = Signal(object, object)
    agreed = Signal(object)
    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted: dict[str, Mapping[str, str]] = {}
        self._told: list[tuple[Proposal, str]] = []
        self.rows: dict[str, ProposedRow] = {}
        self._frame, self._inside = card(context)
        head = QHBoxLayout()
        self.title = Heading(context.theme, context.t("Proposed actions"), kind="h3")
        head.addWidget(self.title, 1)
        nothing = muted(context, context.t("nothing is ticked in advance"))
        nothing.setWordWrap(False)
        head.addWidget(nothing)
        self._inside.addLayout(head)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._inside.addLayout(self._column)
        self._inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def acts(self, proposals: Sequence[Proposal], case: CaseId, worker: str) -> Iterator[Act]:
        """Return what shows what is proposed: each row is made, then all are shown together.

        A row of which nothing changed stays, with what is typed in it.
        """
        if [(one, one.group) for one in proposals] != self._told:
            yield from self._row_acts(proposals, case, worker)
        yield self._resume

    def _row_acts(self, proposals: Sequence[Proposal], case: CaseId, worker: str) -> Iterator[Act]:
        coming: list[tuple[Proposal, ProposedRow]] = []
        try:
            for one in proposals:
                yield partial(self._make, one, case, worker, coming)
                if self.isVisible() and coming[-1][1].isHidden():
                    yield from styled(coming[-1][1])
            yield partial(self._show_rows, coming)
        finally:
            shown = self.rows.values()
            for _, row in coming:
                if row not in shown and isValid(row):
                    let_go(row)  # others were asked for meanwhile

    def _make(
        self,
        proposal: Proposal,
        case: CaseId,
        worker: str,
        coming: list[tuple[Proposal, ProposedRow]],
    ) -> None:
        """Make a row behind those that are shown, unless nothing changed of its action."""
        row = self.rows.get(proposal.action.id)
        if row is None or row.proposal != proposal:
            row = self._new(ProposedRow(self._context, proposal, case, worker))
            row.setParent(self._frame)
        coming.append((proposal, row))

    def _show_rows(self, coming: Sequence[tuple[Proposal, ProposedRow]]) -> None:
        self._told = [(proposal, proposal.group) for proposal, _ in coming]
        self.rows = {}
        with redrawn(self._column, {row for _, row in coming}):
            for proposal, row in coming:
                self._add(proposal, row)

    def text(self) -> str:
        """Return what is typed in open panels, as a draft keeps it."""
        typed = [row.unfinished() for row in self.rows.values()]
        return kept_panels([one for one in typed if one] + list(self._wanted.values()))

    def show_text(self, text: str) -> None:
        """Open the panels that a draft kept, once their actions are there."""
        self._wanted = read_panels(text)
        self._resume()

    def take_focus(self) -> None:
        """Put the keyboard on the first action."""
        for row in self.rows.values():
            row.todo.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _resume(self) -> None:
        for action in [name for name in self._wanted if name in self.rows]:
            self.rows[action].resume(self._wanted.pop(action))

    def _add(self, proposal: Proposal, row: ProposedRow) -> None:
        if proposal.group:
            self._column.addWidget(muted(self._context, proposal.group))
        self._column.addWidget(line())
        self._column.addWidget(row)
        row.raise_()  # a screen reader meets rows in the order of the card
        self.rows[proposal.action.id] = row

    def _new(self, row: ProposedRow) -> ProposedRow:
        row.changed.connect(self.changed)
        row.planned.connect(self.planned)
        row.done.connect(self.done)
        row.agreed.connect(self.agreed)
        row.edited.connect(self.edited)
        return row


def _stated(context: Context, proposal: Proposal) -> QWidget:
    """Return what became of it: a check mark where it is done, nowhere else."""
    row = QWidget()
    inside = QHBoxLayout(row)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(6)
    icon = IconLabel(context.theme, 16)
    name = "check" if proposal.is_done else "clock"
    icon.show_icon(name, "feedback.ok_text" if proposal.is_done else "text.secondary")
    inside.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    tone = "ok" if proposal.is_done else "secondary"
    inside.addWidget(Text(context.theme, proposal.said, kind="small", tone=tone), 1)
    return row


def _agreement(context: Context, proposal: Proposal) -> Link:
    said = proposal.agreement
    word = context.t(AGREEMENTS[said]) if said else ""
    link = SmallLink(context, word, icon=AGREEMENT_ICONS[said] if said else "")
    link.setAccessibleName(
        context.t("Her agreement: {agreement}. {what}", agreement=word, what=proposal.text)
    )
    return link
