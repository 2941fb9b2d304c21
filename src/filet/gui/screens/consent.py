"""Asking for her agreement: for whom, why, what she says, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from filet.application.referring import Rule, new_consent
from filet.application.services import Services
from filet.domain.directory import Directory, Number
from filet.domain.errors import WordsMissing
from filet.domain.ids import CaseId
from filet.domain.kinds import Answer, Capacity, ConsentAnswered, Family, Form, Recipient
from filet.gui.context import Context
from filet.gui.models.sharing_said import ANSWERS, CAPACITIES, FAMILIES, FORMS, number_from
from filet.gui.typed import typed_due
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.chip_set import ChipSet
from filet.gui.widgets.choice import Option
from filet.gui.widgets.combo_field import ComboField
from filet.gui.widgets.date_field import DateField
from filet.gui.widgets.drafted import DraftedPage
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.instead import Instead
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.optional import OptionalChoice
from filet.gui.widgets.page import card, muted, spread
from filet.gui.widgets.paragraph import Paragraph
from filet.i18n.dates import typography

PLACE = "consent"
_FIELD_OF = {"recipient": "organisation", "why": "purpose"}


class ConsentScreen(DraftedPage):
    """One purpose, one recipient. Nothing is answered in advance."""

    finished = Signal()
    told_wanted = Signal()

    def __init__(self, context: Context, services: Services, case: CaseId) -> None:
        super().__init__(context, services, services.drafting.key(PLACE, case))
        self._case = case
        self._numbers: dict[str, Number] = {}
        self._made: dict[str, Any] = {}
        """The fields that stand already."""
        self.make(self._steps())

    def _steps(self) -> Iterator[None]:
        self._make_buttons()
        yield
        self._made |= self._to_whom()
        yield
        self._made |= self._what_she_says()
        yield
        self._lay_out()
        yield
        self._connect()
        self._begin()

    def _make_buttons(self) -> None:
        context, t, theme = self.context, self.context.t, self.context.theme
        self.finish = Primary(theme, t("&Keep her answer"), keys=(t("Ctrl"), t("Enter")))
        self.later = Secondary(theme, t("Finish &later"))
        self.known = ComboField(context, t("From the &directory"), ())
        self.instead = Instead(context)
        self._agreed = QWidget()
        self.law = muted(context, "")
        self.law.hide()

    def _begin(self) -> None:
        services, language = self._services, self.context.language
        self.begin({})
        self.ask(services.numbers.directory, self._show_directory)
        self.ask(lambda: services.referring.rule(language), self._show_rule)

    def take_focus(self) -> None:
        """Go where one begins."""
        self.known.box.setFocus()

    def leave(self) -> None:
        """Leave; what is not complete stays as a draft."""
        self.flush()
        self.finished.emit()

    def show_changed(self) -> None:
        """Ask what an agreement needs only when there is one."""
        answer = self.fields["answer"].text() if self.fields else ""
        self._agreed.setVisible(answer == Answer.ACCEPTED)
        self.instead.setVisible(answer in (Answer.REFUSED, Answer.NOT_ASKED))

    def show_error(self, error: BaseException) -> None:
        """Say what is missing, and go there."""
        super().show_error(error)
        if isinstance(error, WordsMissing):
            name = str(error.fields["field"])
            field: Any = self.fields[_FIELD_OF.get(name, name)]
            field.setFocus()

    def _keep_it(self) -> None:
        texts = {name: text.strip() for name, text in self.texts().items()}
        understood = typed_due(self.context, texts["until"])
        if texts["answer"] == Answer.ACCEPTED and texts["until"] and understood is None:
            field: Any = self.fields["until"]
            field.show_wrong(self.context.t("Write a day, such as Feb. 16 or in 30 days."))
            field.take_focus()
            return
        if not texts["answer"]:
            self.show_error(WordsMissing(field="answer"))
            return
        key, answered = self.written(), self._answered(texts)
        referring = self._services.referring
        self.keep(
            lambda: referring.answer(self._case, answered, draft=key),
            lambda _: self.finished.emit(),
        )

    def _answered(self, texts: dict[str, str]) -> ConsentAnswered:
        agrees = texts["answer"] == Answer.ACCEPTED
        until = typed_due(self.context, texts["until"])
        recipient = Recipient(
            texts["organisation"], texts["person"], Capacity(texts["capacity"] or Capacity.OTHER),
            texts["number"], texts["number_from"],
        )  # fmt: skip
        return ConsentAnswered(
            new_consent(), recipient, texts["purpose"], Answer(texts["answer"]),
            tuple(map(Family, texts["families"].split())) if agrees else (),
            texts["words"],
            Form(texts["form"]) if agrees and texts["form"] else None,
            until.day if agrees and until else None,
            texts["language"], texts["interpreter"],
        )  # fmt: skip

    def _show_rule(self, rule: Rule | None) -> None:
        """Say what the law asks; that nobody has read our words over is said too."""
        if rule is None:
            return
        t = self.context.t
        check = "" if rule.verified else t("Our summary, to be read over by a jurist.")
        parts = (f"{rule.citation}.", rule.summary, check)
        self.law.setText(typography(" ".join(filter(None, parts)), self.context.language))
        self.law.show()

    # The directory ------------------------------------------------------------------------

    def _show_directory(self, directory: Directory) -> None:
        language = self.context.language
        self._numbers = {number.id: number for number in directory.numbers}
        options = [Option(one.id, one.texts[language].name) for one in directory.numbers]
        self.known.show_options(self.context, options)

    def _take_known(self) -> None:
        """Fill in who was chosen; whether the number was checked is said beside it."""
        found = self._numbers.get(self.known.text())
        if found is None:
            return
        known = {
            "organisation": found.texts[self.context.language].name,
            "number": found.number,
            "number_from": number_from(self.context, found),
        }
        for name, text in known.items():
            self.fields[name].show_text(text)
        self._changed()

    # What it is made of -------------------------------------------------------------------

    def _lay_out(self) -> None:
        t, theme = self.context.t, self.context.theme
        title = Heading(theme, t("Ask for her agreement"))
        lead = t(
            "One purpose and one recipient. She may say no, say it later, or take it back: it"
            " changes nothing to the help she gets."
        )
        buttons = Flow(gap=8)
        buttons.add(self.finish)
        buttons.add(self.later)
        cards = (self._who_card(self._made), self._answer_card(self._made))
        told = (Text(theme, lead, tone="secondary"), self.notice)
        spread(self, (title, *told, *cards, self.instead, self.law, buttons))
        self.tend(self._made)

    def _to_whom(self) -> dict[str, Any]:
        context, t = self.context, self.context.t
        return {
            "capacity": ComboField(
                context,
                t("W&hat they are"),
                [Option(one, t(text)) for one, text in CAPACITIES.items()],
            ),
            "organisation": LabelledField(context, t("Or&ganization or service")),
            "person": LabelledField(context, t("Per&son there (optional)")),
            "number": LabelledField(context, t("Their nu&mber (optional)")),
            "number_from": LabelledField(context, t("Where that number comes &from")),
            "purpose": Paragraph(context, t("Wh&y: what this is for, in one sentence"), lines=2),
        }

    def _what_she_says(self) -> dict[str, Any]:
        context, t = self.context, self.context.t
        return {
            "answer": OptionalChoice(
                context, t("What she says"), [Option(one, t(text)) for one, text in ANSWERS.items()]
            ),
            "words": Paragraph(context, t("Her &words (optional)"), lines=2, hers=True),
            "families": ChipSet(
                context, t("To what she agrees"),
                [Option(one, t(text)) for one, text in FAMILIES.items()],
            ),
            "until": DateField(context, t("&Until when")),
            "form": OptionalChoice(
                context, t("How she said it"), [Option(one, t(text)) for one, text in FORMS.items()]
            ),
            "language": LabelledField(context, t("In which language (optional)")),
            "interpreter": LabelledField(context, t("Interpreter (optional)")),
        }  # fmt: skip

    def _who_card(self, fields: dict[str, Any]) -> QWidget:
        context, px = self.context, self.context.theme.px
        frame, column = card(context, context.t("To whom, and why"))
        first = Flow(gap=16)
        first.add(self.known, least=px(220), stretch=1)
        first.add(fields["capacity"], least=px(220), stretch=1)
        column.addLayout(first)
        rows = (("organisation", "person"), ("number", "number_from"), ("purpose",))
        for names in rows:
            column.addLayout(_row(context, fields, names))
        return frame

    def _answer_card(self, fields: dict[str, Any]) -> QWidget:
        context, t = self.context, self.context.t
        frame, column = card(context, t("Her answer"))
        column.addWidget(muted(context, t("Asked in her words and her language, not read out.")))
        column.addWidget(fields["answer"])
        column.addWidget(fields["words"])
        inside = QVBoxLayout(self._agreed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        label = QLabel(t("To what she agrees"))
        label.setFont(context.theme.font("label"))
        for part in (label, fields["families"], fields["until"], fields["form"]):
            inside.addWidget(part)
        column.addWidget(self._agreed)
        column.addLayout(_row(context, fields, ("language", "interpreter")))
        return frame

    def _connect(self) -> None:
        self.finish.clicked.connect(self._keep_it)
        self.later.clicked.connect(self.leave)
        self.known.edited.connect(self._take_known)
        self.instead.told_wanted.connect(self.told_wanted)
        self.tie_keys({"Ctrl+Return": self.finish.setFocus})


def _row(context: Context, fields: dict[str, Any], names: tuple[str, ...]) -> Flow:
    row = Flow(gap=16)
    for name in names:
        row.add(fields[name], least=context.theme.px(220), stretch=1)
    return row
