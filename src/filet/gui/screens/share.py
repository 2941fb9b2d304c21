"""« Partage »: what she agreed to, for whom and until when; what left; and no other way out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.outcome import Topic
from filet.application.referring import Consent
from filet.application.register import Communication
from filet.application.services import Services
from filet.domain.ids import CaseId, ConsentId
from filet.domain.kinds import Answer
from filet.domain.sharing import Standing
from filet.gui.commands import Command
from filet.gui.context import Context
from filet.gui.models.sharing_said import FAMILIES, said, standing_text, who
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.communication_row import CommunicationRow
from filet.gui.widgets.facts import her_words
from filet.gui.widgets.few_rows import FewRows
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.instead import Instead
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import Page, card, muted, spread
from filet.gui.widgets.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class _Loaded:
    consents: Sequence[Consent]
    left: Sequence[Communication]


class ShareScreen(Page):
    """Her answers first, then all that was communicated about her."""

    reads_first = True
    ask_wanted = Signal()
    """Her agreement is to be asked for."""
    send_wanted = Signal(object)
    """Something may be chosen, by this agreement: a ConsentId."""
    told_wanted = Signal()

    def __init__(self, context: Context, services: Services, case: CaseId) -> None:
        super().__init__(context)
        self._services, self._case = services, case
        self._taken_back: ConsentId | None = None
        t, theme = context.t, context.theme
        self.begin = Primary(theme, t("Ask for her &agreement"), keys=(t("Ctrl"), "N"))
        self.back = FormPanel(
            context, t("She takes her agreement back"), self._back_fields,
            button=t("&Keep that she took it back"),
        )  # fmt: skip
        self.instead = Instead(context)
        self.answers = FewRows(context, t("What she answered"))
        self.left = FewRows(context, t("What was communicated about her"))
        self._none_asked = muted(context, t("Nothing was asked of her yet."))
        self._none_left = muted(context, t("Nothing was communicated about her."))
        self.buttons: dict[ConsentId, Secondary] = {}
        self._lay_out(context)
        self.begin.clicked.connect(lambda *_: self.ask_wanted.emit())
        self.instead.told_wanted.connect(self.told_wanted)
        self.back.sent.connect(self._take_back)
        self.tie_keys({"Ctrl+N": self.begin.click})

    def load(self) -> None:
        """Read what she answered, and what left."""
        use = self._services

        def read() -> _Loaded:
            consents = use.referring.consents(self._case)
            return _Loaded(consents, use.register.communications(self._case, papers=True))

        self.ask(read, self._show)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown here."""
        if topics & {Topic.CASE, Topic.REGISTER}:
            self.load()

    def take_focus(self) -> None:
        """Go to what is done first here."""
        self.begin.setFocus()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done on this page."""
        t = self.context.t
        return (
            Command(t("Ask for her agreement"), self.ask_wanted.emit, (t("Ctrl"), "N")),
            Command(t("Told aloud"), self.told_wanted.emit),
        )

    def _show(self, loaded: _Loaded) -> None:
        self.buttons.clear()
        self.answers.show_rows([partial(self._answer, one) for one in loaded.consents])
        self.left.show_rows([partial(self._communication, one) for one in loaded.left])
        self._none_asked.setVisible(not loaded.consents)
        self._none_left.setVisible(not loaded.left)
        first = loaded.consents[0].answered.answer if loaded.consents else Answer.NOT_ASKED
        self.instead.setVisible(first is not Answer.ACCEPTED)
        self.tell_filled()

    def _communication(self, one: Communication) -> QWidget:
        return CommunicationRow(self.context, said(self.context, one))

    def _answer(self, one: Consent) -> QWidget:
        """Return one answer: for whom and why, where it stands, her words, and what it lets do."""
        context, t, theme = self.context, self.context.t, self.context.theme
        answered, row = one.answered, QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(
            Text(theme, f"{who(answered.recipient)} · {answered.purpose}", kind="strong")
        )
        column.addWidget(Text(theme, standing_text(context, one), kind="small", tone="secondary"))
        if answered.families:
            families = ", ".join(t(FAMILIES[family]).lower() for family in answered.families)
            column.addWidget(muted(context, t("For: {families}", families=families)))
        for words in (answered.words, one.withdrawn.words if one.withdrawn else ""):
            if words.strip():
                column.addWidget(her_words(context, words))
        if one.standing is Standing.HOLDS:
            column.addLayout(self._acts(one))
        return row

    def _acts(self, one: Consent) -> Flow:
        t, theme, consent = self.context.t, self.context.theme, one.answered.consent
        choose = Secondary(theme, t("Choose what leaves"), icon="file-output")
        back = Secondary(theme, t("She takes it back"))
        for button in (choose, back):
            button.setAccessibleDescription(who(one.answered.recipient))
        choose.clicked.connect(lambda *_: self.send_wanted.emit(consent))
        back.clicked.connect(lambda *_: self._begin_back(consent, back))
        self.buttons[consent] = choose
        acts = Flow(gap=8, line_gap=6)
        acts.add(choose)
        acts.add(back)
        return acts

    def _begin_back(self, consent: ConsentId, opener: QWidget) -> None:
        self._taken_back = consent
        self.back.begin({}, opener)

    def _take_back(self, texts: dict[str, str]) -> None:
        consent, referring = self._taken_back, self._services.referring
        if consent is not None:
            self.keep(
                lambda: referring.withdraw(self._case, consent, texts["words"]),
                lambda _: self._was_taken_back(),
            )

    def _was_taken_back(self) -> None:
        self._taken_back = None
        self.back.hide()
        self.load()
        self.take_focus()

    def _back_fields(self) -> dict[str, QWidget]:
        label = self.context.t("Her &words (optional)")
        return {"words": Paragraph(self.context, label, lines=2, hers=True)}

    def _lay_out(self, context: Context) -> None:
        t, theme = context.t, context.theme
        title = Heading(theme, t("Sharing"))
        lead = t(
            "Nothing leaves without her agreement, for one purpose and one recipient at a time."
        )
        acts = Flow(gap=8, line_gap=8)
        acts.add(self.begin)
        asked, inside = card(context, t("What she answered"))
        for part in (self._none_asked, self.back, self.answers):
            inside.addWidget(part)
        left, below = card(context, t("What was communicated about her"))
        for part in (self._none_left, self.left):
            below.addWidget(part)
        told = (Text(theme, lead, tone="secondary"), self.notice)
        spread(self, (title, *told, acts, asked, self.instead, left))
