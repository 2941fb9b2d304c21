"""The steps of a decision about accesses: about whom, described how, by whose passphrase."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.workers import Described, Passphrase, RecoveryLines
from filet.domain.errors import (
    InitialsTaken,
    InitialsUnusable,
    WrongPassphrase,
)
from filet.domain.ids import WorkerId
from filet.domain.kinds import Duty
from filet.domain.workers import Worker
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.models.accesses import DUTIES, who_said
from filet.gui.typed import DAY, typed_day, typed_due
from filet.gui.widgets.buttons import Primary
from filet.gui.widgets.choice import Option
from filet.gui.widgets.date_field import DateField
from filet.gui.widgets.field import LabelledField, SecretField
from filet.gui.widgets.labels import Text
from filet.gui.widgets.optional import OptionalChoice
from filet.gui.widgets.recovery import RecoveryLines as Lines
from filet.gui.widgets.role_choice import ListChoice

_YES, _NO = "yes", "no"


class PersonStep(QWidget):
    """Who she is in the house; her initials only when she is new."""

    described = Signal(str, object)
    """Her initials, and what is said of her."""

    def __init__(self, context: Context, button: str, worker: Worker | None = None) -> None:
        super().__init__()
        self._context = context
        t = context.t
        initials = t("Her initials")
        self.initials = LabelledField(context, initials, hint=t("Two to four letters."))
        self.name = LabelledField(context, t("First name and initial (optional)"))
        duties = [(one.value, t(words)) for one, words in DUTIES.items()]
        self.duty = ListChoice(context, t("What she does here"), duties)
        self.order = OptionalChoice(
            context,
            t("Is she a member of a professional order? (optional)"),
            [Option(_YES, t("Yes")), Option(_NO, t("No"))],
        )
        self.since = DateField(context, t("First day (optional)"), reading=DAY)
        self.until = DateField(
            context, t("Last day (optional)"), hint=t("Her access ends by itself after that day.")
        )
        self.go_on = Primary(context.theme, button)
        self._lay_out(worker)
        self.go_on.clicked.connect(self._try)

    def take_focus(self) -> None:
        """Start on the first line."""
        (self.name if self.initials.isHidden() else self.initials).take_focus()

    def show_error(self, error: BaseException) -> bool:
        """Say what is wrong with her initials."""
        if not isinstance(error, InitialsTaken | InitialsUnusable):
            return False
        said = message_of(self._context, error)
        self.initials.show_wrong(f"{said.title} {said.text}")
        self.initials.take_focus()
        return True

    def _show(self, worker: Worker) -> None:
        self.initials.hide()
        self.name.show_text(worker.name)
        self.duty.show_text(worker.duty.value)
        member = {True: _YES, False: _NO, None: ""}
        self.order.show_text(member[worker.order_member])
        for field, day in ((self.since, worker.since), (self.until, worker.until)):
            field.show_text(day.isoformat() if day else "")

    def _try(self) -> None:
        t, since, until = self._context.t, self._since(), self._until()
        self.initials.show_wrong("")
        unclear = t("Write a day, such as Feb. 16.")
        self.since.show_wrong(unclear if self.since.text().strip() and since is None else "")
        self.until.show_wrong(unclear if self.until.text().strip() and until is None else "")
        if since is not None and until is not None and until < since:
            self.until.show_wrong(t("This is before her first day."))
        for field in (self.since, self.until):
            if field.wrong.text():
                field.take_focus()
                return
        order = {_YES: True, _NO: False}.get(self.order.text())
        duty = Duty(self.duty.text())
        described = Described(self.name.text().strip(), duty, order, since, until)
        self.described.emit(self.initials.text().strip(), described)

    def _since(self) -> date | None:
        return typed_day(self._context, self.since.text())

    def _until(self) -> date | None:
        found = typed_due(self._context, self.until.text())
        return found.day if found is not None else None

    def _lay_out(self, worker: Worker | None) -> None:
        self.initials.line.setMaxLength(4)
        self.initials.line.setMaximumWidth(self._context.theme.px(140))
        column = _column(self)
        fields = (self.initials, self.name, self.duty, self.order, self.since, self.until)
        for widget in fields:
            column.addWidget(widget)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        if worker is not None:
            self._show(worker)


class WhoStep(QWidget):
    """About which colleague; a reason where one is kept."""

    chosen = Signal(object, str)
    """A WorkerId, and the reason."""

    def __init__(
        self, context: Context, workers: Sequence[Worker], *, button: str, reason: str = ""
    ) -> None:
        super().__init__()
        self._workers = {one.id.hex: one.id for one in workers}
        names = [(one.id.hex, who_said(one)) for one in workers]
        self.who = ListChoice(context, context.t("Who"), names)
        self.reason = LabelledField(context, reason)
        self.reason.setVisible(bool(reason))
        self.go_on = Primary(context.theme, button)
        column = _column(self)
        for widget in (self.who, self.reason):
            column.addWidget(widget)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.go_on.clicked.connect(self._send)

    def take_focus(self) -> None:
        """Start on the list."""
        self.who.box.setFocus()

    def worker(self) -> WorkerId:
        """Return who is chosen."""
        return self._workers[self.who.text()]

    def _send(self) -> None:
        self.chosen.emit(self.worker(), self.reason.text().strip())


class AuthorityStep(QWidget):
    """The passphrase of whoever decides, typed once more; or the recovery key she came in by."""

    given = Signal(object)
    """A Passphrase, or RecoveryLines."""

    def __init__(
        self, context: Context, button: str, *, by_key: bool = False, lead: str = ""
    ) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self.lead = Text(theme, lead, tone="secondary")
        self.lead.setVisible(bool(lead))
        own = t("Your own passphrase")
        self.typed: SecretField | Lines = (
            Lines(context) if by_key else SecretField(context, own, large=False)
        )
        self.confirm = Primary(theme, button, keys=(t("Enter"),))
        column = _column(self)
        column.addWidget(self.lead)
        column.addWidget(self.typed)
        column.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)
        self.typed.confirmed.connect(self._send)
        self.confirm.clicked.connect(self._send)

    def take_focus(self) -> None:
        """Start on the line, or on the first line of the key."""
        self.typed.take_focus()

    def show_error(self, error: BaseException) -> bool:
        """Say that this is not her passphrase, or not the key of this house."""
        if isinstance(self.typed, SecretField):
            if not isinstance(error, WrongPassphrase):
                return False
            self.typed.show_wrong(self._context.t("This is not your passphrase."))
            self.take_focus()
            return True
        return self.typed.show_error(error)

    def _send(self) -> None:
        if isinstance(self.typed, SecretField):
            self.given.emit(Passphrase(self.typed.take()))
        else:
            self.given.emit(RecoveryLines(self.typed.lines()))


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return column
