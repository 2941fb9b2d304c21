"""Who sees a dossier: closed to a colleague who may know, or be of, his family; opened again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.access import Closing, WhoSees
from filet.domain.ids import WorkerId
from filet.domain.workers import Worker
from filet.gui.context import Context
from filet.gui.models.accesses import who_said
from filet.gui.sayings import day_text
from filet.gui.widgets.buttons import Link, Primary
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.going import let_go
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import emptied, muted
from filet.gui.widgets.role_choice import ListChoice
from filet.gui.widgets.step_panel import StepPanel


class ReasonPanel(StepPanel):
    """To whom, where that is a choice; and why, in words that stay."""

    def __init__(
        self, context: Context, title: str, lead: str, *, button: str, workers: Sequence[Worker]
    ) -> None:
        super().__init__(context, title, lead)
        t = context.t
        self._workers = {one.id.hex: one.id for one in workers}
        names = [(one.id.hex, who_said(one)) for one in workers]
        self.who = ListChoice(context, t("From whom"), names)
        self.reason = LabelledField(context, t("Why"), hint=t("It stays in the register."))
        self.confirm = Primary(context.theme, button)
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.who)
        column.addWidget(self.reason)
        column.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)
        if len(workers) < 2:  # nobody to choose between
            self.who.hide()
        self.add_steps(step)
        self.reason.confirmed.connect(self._send)
        self.confirm.clicked.connect(self._send)

    def take_focus(self) -> None:
        """Start on the list, or on the reason."""
        (self.reason.line if self.who.isHidden() else self.who.box).setFocus()

    def _send(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.reason.show_wrong(self.context.t("Write why, in a few words."))
            self.reason.take_focus()
            return
        self.decided.emit((self._workers[self.who.text()], reason))


class CaseAccess(QWidget):
    """Tells coordination and direction to whom it is closed; lets anybody close it to herself."""

    closed = Signal(object, str)
    """A WorkerId to whom it is to be closed, and why."""
    reopened = Signal(object, str)
    appeared = Signal(object)
    """A panel that must be in sight."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context = context
        self._seen: WhoSees | None = None
        self.panel: ReasonPanel | None = None
        self.said = Text(context.theme, tone="secondary")
        self.close_it = Link(context.theme, t("Hide it from somebody…"))
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._column = QVBoxLayout(self)
        for column in (self._rows, self._column):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
        self._column.addWidget(Heading(context.theme, t("Who sees this dossier"), kind="h3"))
        for widget in (self.said, rows):
            self._column.addWidget(widget)
        self._column.addWidget(self.close_it, 0, Qt.AlignmentFlag.AlignLeft)
        self.close_it.clicked.connect(lambda *_: self.begin())

    def show_who(self, seen: WhoSees) -> None:
        """Show who sees it now."""
        t = self._context.t
        self._seen = seen
        self._drop()
        everybody = t("Everybody who works here.")
        hers = t("Are you close to one of these persons? Hide it from yourself.")
        but = t("Everybody who works here, but not:")
        self.said.setText((but if seen.closings else everybody) if seen.manages else hers)
        words = t("Hide it from somebody…") if seen.manages else t("Hide it from myself…")
        self.close_it.name_it(words)
        self.close_it.setVisible(bool(seen.closable))
        emptied(self._rows)
        for one in seen.closings:
            self._rows.addWidget(self._row(one, seen))

    def begin(self) -> None:
        """Ask to whom it is to be closed, and why."""
        seen, t = self._seen, self._context.t
        if seen is None or not seen.closable:
            return
        lead = t(
            "She will find it nowhere: no line, no count, no search, no paper. In a danger for a"
            " life she may still ask for it, with a reason that stays."
        )
        hers = t(
            "You will find it nowhere any more. Only the coordination or the direction can show it"
            " to you again."
        )
        panel = ReasonPanel(
            self._context,
            t("Hide this dossier"),
            lead if seen.manages else hers,
            button=t("Hide this dossier"),
            workers=seen.closable,
        )
        panel.decided.connect(lambda given: self.closed.emit(*given))
        self._open(panel)

    def _begin_reopening(self, worker: Worker) -> None:
        t = self._context.t
        title = t("Show this dossier to {who} again", who=who_said(worker))
        button = t("Show it again")
        panel = ReasonPanel(self._context, title, "", button=button, workers=(worker,))
        panel.decided.connect(lambda given: self.reopened.emit(*given))
        self._open(panel)

    def _open(self, panel: ReasonPanel) -> None:
        self._drop()
        self.panel = panel
        panel.closed.connect(self._drop)
        self._column.addWidget(panel)
        panel.show()
        panel.take_focus()
        self.appeared.emit(panel)

    def _drop(self) -> None:
        if self.panel is not None:
            let_go(self.panel)
            self.panel = None

    def _row(self, one: Closing, seen: WhoSees) -> QWidget:
        t, context = self._context.t, self._context
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = _name(seen, one.worker)
        day = day_text(context, one.moment.local().date()) if one.moment is not None else ""
        by = t("hidden on {day} by {name}", day=day, name=_name(seen, one.by))
        column.addWidget(Text(context.theme, name, kind="strong"))
        column.addWidget(muted(context, f"{by}. {one.reason}"))
        worker = seen.workers.get(one.worker)
        if worker is not None and one.worker != seen.me:
            again = Link(context.theme, t("Show again…"))
            again.setAccessibleName(f"{again.text()}, {name}")
            again.clicked.connect(lambda *_: self._begin_reopening(worker))
            column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return row


def _name(seen: WhoSees, worker: WorkerId | None) -> str:
    found = seen.workers.get(worker) if worker is not None else None
    return who_said(found) if found is not None else "?"
