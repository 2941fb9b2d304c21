"""Where she stands with the house: dated, changed in place; what was before stays readable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from filet.domain.casefile import CaseFile
from filet.domain.ids import WorkerId
from filet.domain.kinds import PersonDescribed, Role, StatusSet
from filet.domain.rows import case_line, current_status, people, status_before
from filet.gui.context import Context
from filet.gui.sayings import STATUSES, day_text, language_text
from filet.gui.typed import DAY
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.date_field import DateField
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.labels import Text
from filet.gui.widgets.role_choice import StatusChoice


class StandingBar(QWidget):
    """Status, language, worker."""

    status_set = Signal(dict)
    """The texts of the fields: status, since, room."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context = context
        self._status: StatusSet | None = None
        self.now = self._tag("body")
        self.before = Text(context.theme, kind="small", tone="secondary")
        self.language, self.worker = self._tag("small"), self._tag("small")
        self.change = Link(context.theme, t("Change"))
        self.change.setAccessibleName(t("Change where she stands"))
        self.panel = FormPanel(
            context, t("Where she stands"), lambda: _status_fields(context), button=t("Keep")
        )
        row = Flow(gap=10, line_gap=6)
        for widget in (self.now, self.change, self.before):
            row.add(widget)
        row.add(QWidget(), stretch=1)
        row.add(self.language)
        row.add(self.worker)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.panel)
        self.change.clicked.connect(lambda *_: self._begin())
        self.panel.sent.connect(self.status_set)

    def show_file(self, file: CaseFile, workers: Mapping[WorkerId, str]) -> None:
        """Show where she stands today, and where she stood before."""
        self.panel.hide()
        self._show_status(current_status(file), status_before(file))
        t, her = self._context.t, _her(file)
        self._show_tag(
            self.language,
            t("Language: {language}", language=language_text(self._context, her.language))
            if her and her.language
            else "",
        )
        written = case_line(file)
        name = workers.get(written.worker, "") if written and written.worker else ""
        self._show_tag(self.worker, t("Worker: {name}", name=name) if name else "")

    def show_wrong_day(self) -> None:
        """Say that the day cannot be read."""
        field = self.panel.fields["since"]
        field.show_wrong(self._context.t("Write a day, such as 2027-02-16 or Feb. 16."))
        field.take_focus()

    def _show_status(self, now: StatusSet | None, former: StatusSet | None) -> None:
        self._status = now
        self._show_tag(self.now, self._said(now) if now else "")
        self.before.setText(self._said_before(former) if former else "")
        self.before.setVisible(former is not None)
        self.before.setWordWrap(False)

    def _said(self, status: StatusSet) -> str:
        since = self._context.t("since {day}", day=day_text(self._context, status.since))
        text = f"{self._context.t(STATUSES[status.status])} {since}"
        return text[:1].upper() + text[1:]

    def _said_before(self, former: StatusSet) -> str:
        t = self._context.t
        day = day_text(self._context, former.since)
        return t("before: {status}, {day}", status=t(STATUSES[former.status]), day=day)

    def _begin(self) -> None:
        today = self._context.clock.today().isoformat()
        status = self._status.status.value if self._status else ""
        room = self._status.room if self._status else ""
        self.panel.fields["since"].show_wrong("")
        self.panel.begin({"status": status, "since": today, "room": room}, self.change)

    def _tag(self, kind: str) -> QFrame:
        frame = QFrame()
        frame.setObjectName("kind-sunken")
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(10, 2, 10, 2)
        label = Text(self._context.theme, kind=kind, tone="secondary")
        label.setWordWrap(False)
        inside.addWidget(label)
        return frame

    @staticmethod
    def _show_tag(frame: QFrame, text: str) -> None:
        label = frame.findChild(Text)
        if isinstance(label, Text):
            label.setText(text)
        frame.setVisible(bool(text))


def _her(file: CaseFile) -> PersonDescribed | None:
    return next((one for one in people(file).values() if one.role is Role.HER), None)


def _status_fields(context: Context) -> dict[str, Any]:
    """Return the fields of where she stands."""
    t = context.t
    return {
        "status": StatusChoice(context, t("Where she stands")),
        "since": DateField(context, t("Since which day"), reading=DAY),
        "room": LabelledField(context, t("Room (optional)")),
    }
