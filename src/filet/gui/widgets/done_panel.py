"""« C'est fait… »: by whom, when, and what came of it; in the page, never a dialog."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.domain.ids import ActionId
from filet.domain.kinds import ActionDone
from filet.domain.moments import Due
from filet.domain.rows import DueLine
from filet.gui.context import Context
from filet.gui.sayings import now_hour, typed_hour
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow


class DonePanel(QFrame):
    """Nothing is done until its button is pressed."""

    done = Signal(object)
    """An ActionDone."""
    closed = Signal()
    edited = Signal()

    def __init__(self, context: Context, due: DueLine, worker: str) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context, self._due = context, due
        self.setObjectName("kind-sunken")
        self.by = LabelledField(context, t("By whom"))
        self.by.show_text(worker)
        days = [Option(0, t("Today")), Option(1, t("Yesterday"))]
        self.day = Segmented(theme, t("Which day"), days, 0)
        self.hour = LabelledField(context, t("At what time"))
        self.hour.show_text(now_hour(context))
        self.with_whom = LabelledField(context, t("With whom (optional)"))
        self.result = LabelledField(context, t("What came of it (optional)"))
        self.confirm = Primary(theme, t("It is done"))
        self.cancel = Secondary(theme, t("Cancel"))
        self.confirm.clicked.connect(self._send)
        self.cancel.clicked.connect(self.closed)
        for field in (self.by, self.hour, self.with_whom, self.result):
            field.confirmed.connect(self._send)
        self._fields = {
            "by": self.by,
            "hour": self.hour,
            "with": self.with_whom,
            "result": self.result,
        }
        for field in self._fields.values():
            field.edited.connect(lambda _: self.edited.emit())
        self.day.chosen.connect(lambda _: self.edited.emit())
        self._lay_out()

    def texts(self) -> dict[str, str]:
        """Return what is written, as a draft keeps it."""
        texts = {name: field.text() for name, field in self._fields.items()}
        return {**texts, "day": str(self.day.value())}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what a draft kept."""
        for name, field in self._fields.items():
            field.show_text(texts.get(name, field.text()))
        self.day.show_value(1 if texts.get("day") == "1" else 0)

    def take_focus(self) -> None:
        """Put the caret where the first word is written."""
        self.by.take_focus()

    def _send(self) -> None:
        hour = typed_hour(self.hour.text())
        if self.hour.text().strip() and not hour:
            self.hour.show_wrong(self._context.t("Write an hour, such as 14:30."))
            self.hour.take_focus()
            return
        chosen = self.day.value()
        back = chosen if isinstance(chosen, int) else 0
        on = Due(self._context.clock.today() - timedelta(days=back), hour)
        action = ActionId(self._due.thing)
        said = (self.by.text(), self.with_whom.text(), self.result.text())
        self.done.emit(ActionDone(action, on, *said))

    def _lay_out(self) -> None:
        buttons = Flow(gap=8, line_gap=8)
        buttons.add(self.confirm)
        buttons.add(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.by)
        column.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)
        for field in (self.hour, self.with_whom, self.result):
            column.addWidget(field)
        column.addLayout(buttons)
