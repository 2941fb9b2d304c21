"""What is decided about accesses, each in a panel of its own: who, her passphrase, yours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.workers import Authority, Described, Passphrase
from filet.domain.errors import InitialsTaken, InitialsUnusable
from filet.domain.ids import WorkerId
from filet.domain.workers import Worker
from filet.gui.context import Context
from filet.gui.models.accesses import who_said
from filet.gui.screens.access_steps import AuthorityStep, PersonStep, WhoStep
from filet.gui.screens.secret_steps import PhraseStep
from filet.gui.widgets.buttons import Primary
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.recovery import RecoveryLines
from filet.gui.widgets.step_panel import StepPanel


@dataclass(frozen=True, slots=True)
class Deciding:
    """Who decides, and how passphrases are proposed."""

    propose: Callable[[], str]
    by_key: bool
    """She came in with the recovery key: it decides, no passphrase of hers."""


class EnrolPanel(StepPanel):
    """Described by her who decides, then the keyboard goes to the newcomer, then back."""

    def __init__(self, context: Context, deciding: Deciding) -> None:
        t = context.t
        lead = t(
            "Three steps: who she is; her passphrase, which she types herself while you look"
            " away; then your own, to confirm."
        )
        super().__init__(context, t("Add a person"), lead)
        self._who: tuple[str, Described] = ("", Described())
        self._phrase = ""
        self.person = PersonStep(context, t("Continue"))
        self.phrase = PhraseStep(context, deciding.propose, t("Continue"))
        self.authority = AuthorityStep(context, t("Give her access"), by_key=deciding.by_key)
        self.add_steps(self.person, self.phrase, self.authority)
        self.person.described.connect(self._described)
        self.phrase.left.connect(lambda: self.show_step(self.person))
        self.phrase.chosen.connect(self._phrased)
        self.authority.given.connect(self._send)

    def show_error(self, error: BaseException) -> bool:
        """Go back to where it can be mended; her passphrase need not be typed again."""
        if isinstance(error, InitialsTaken | InitialsUnusable):
            self.show_step(self.person)
        return super().show_error(error)

    def _described(self, initials: str, described: Described) -> None:
        if not 2 <= len(initials) <= 4 or not initials.isalpha():
            self.person.show_error(InitialsUnusable())
            return
        self._who = (initials, described)
        self.show_step(self.authority if self._phrase else self.phrase)

    def _phrased(self, phrase: str) -> None:
        self._phrase = phrase
        self.show_step(self.authority)

    def _send(self, authority: Authority) -> None:
        self.decided.emit((authority, *self._who, self._phrase))


class DescribePanel(StepPanel):
    """What is true of a colleague from now on."""

    def __init__(self, context: Context, worker: Worker) -> None:
        t = context.t
        super().__init__(context, t("Change what is said of {who}", who=who_said(worker)))
        self.person = PersonStep(context, t("Keep these changes"), worker)
        self.add_steps(self.person)
        self.person.described.connect(
            lambda _, described: self.decided.emit((worker.id, described))
        )


class OwnPhrasePanel(StepPanel):
    """Another passphrase for herself."""

    def __init__(self, context: Context, deciding: Deciding) -> None:
        t = context.t
        super().__init__(context, t("Change your passphrase"))
        self._phrase = ""
        self.phrase = PhraseStep(context, deciding.propose, t("Continue"))
        lead = t("One last time, the passphrase you had until now.")
        self.authority = AuthorityStep(context, t("Change my passphrase"), lead=lead)
        self.phrase.back.hide()  # nothing comes before: to cancel is enough
        self.add_steps(self.phrase, self.authority)
        self.phrase.chosen.connect(self._phrased)
        self.authority.given.connect(self._send)

    def _phrased(self, phrase: str) -> None:
        self._phrase = phrase
        self.show_step(self.authority)

    def _send(self, former: Passphrase) -> None:
        self.decided.emit((former.text, self._phrase))


class ResetPanel(StepPanel):
    """Another passphrase for a colleague who forgot hers; she types it herself."""

    def __init__(self, context: Context, workers: Sequence[Worker], deciding: Deciding) -> None:
        t = context.t
        lead = t(
            "Nobody can find the former one again. She types another one herself while you look"
            " away; then you confirm with yours."
        )
        super().__init__(context, t("A forgotten passphrase"), lead)
        self._phrase = ""
        self.who = WhoStep(context, workers, button=t("Continue"))
        self.phrase = PhraseStep(context, deciding.propose, t("Continue"))
        self.authority = AuthorityStep(
            context, t("Give her this passphrase"), by_key=deciding.by_key
        )
        self.add_steps(self.who, self.phrase, self.authority)
        self.who.chosen.connect(lambda *_: self.show_step(self.phrase))
        self.phrase.left.connect(lambda: self.show_step(self.who))
        self.phrase.chosen.connect(self._phrased)
        self.authority.given.connect(self._send)

    def _phrased(self, phrase: str) -> None:
        self._phrase = phrase
        self.show_step(self.authority)

    def _send(self, authority: Authority) -> None:
        self.decided.emit((authority, self.who.worker(), self._phrase))


class WithdrawPanel(StepPanel):
    """A colleague enters no more; the locks are changed with it."""

    def __init__(self, context: Context, workers: Sequence[Worker], deciding: Deciding) -> None:
        t = context.t
        lead = t(
            "She cannot enter any more, from now on, on this computer. What she wrote stays, under"
            " her name. The locks are changed: it may take a minute, and cannot be undone."
        )
        super().__init__(context, t("When a colleague leaves the team"), lead)
        self._whom: tuple[WorkerId, str] | None = None
        self.who = WhoStep(
            context, workers, button=t("Continue"), reason=t("For the record (optional)")
        )
        self.authority = AuthorityStep(context, t("Withdraw her access"), by_key=deciding.by_key)
        self.add_steps(self.who, self.authority)
        self.who.chosen.connect(self._chosen)
        self.authority.given.connect(self._send)

    def _chosen(self, worker: WorkerId, reason: str) -> None:
        self._whom = (worker, reason)
        self.show_step(self.authority)

    def _send(self, authority: Authority) -> None:
        if self._whom is not None:
            self.decided.emit((authority, *self._whom))


class DrillPanel(StepPanel):
    """The key typed back whole from its sheet, once a year."""

    def __init__(self, context: Context, places: Sequence[str]) -> None:
        t = context.t
        lead = t(
            "Take a sheet out of its envelope and type it whole. Nothing is opened or changed: the"
            " day of the drill is kept. Then seal the sheet again."
        )
        super().__init__(context, t("Try the recovery key"), lead)
        self.lines = RecoveryLines(context)
        hint = t("Separated by commas.")
        self.places = LabelledField(context, t("Where the sealed sheets are (optional)"), hint=hint)
        self.places.show_text(", ".join(places))
        self.check = Primary(context.theme, t("Check the key"))
        self.add_steps(self._step())
        self.check.clicked.connect(self._send)
        self.lines.confirmed.connect(self.places.take_focus)
        self.places.confirmed.connect(self._send)

    def take_focus(self) -> None:
        """Start on the first line."""
        self.lines.take_focus()

    def show_error(self, error: BaseException) -> bool:
        """Say which line differs."""
        return self.lines.show_error(error)

    def _step(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.lines)
        column.addWidget(self.places)
        column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        return step

    def _send(self) -> None:
        named = (one.strip() for one in self.places.text().split(","))
        self.decided.emit((self.lines.lines(), tuple(filter(None, named))))
