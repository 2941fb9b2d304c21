"""How long the house keeps a closed dossier: what it decided, what the law says, and the form."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from filet.domain.law import Law, LawVersion
from filet.domain.retention import Rule
from filet.gui.context import Context
from filet.gui.models.keeping_texts import ahead_said, rule_said
from filet.gui.typed import DAY, typed_day
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.date_field import DateField
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import card, emptied, line, muted
from filet.i18n.dates import typography

_MOST_YEARS, _MOST_DAYS = 99, 365


class RuleCard(QWidget):
    """Nothing is proposed: the figure is the house's."""

    decided = Signal(object)
    """A Rule."""
    appeared = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context, self._rule = context, Rule()
        self.change: Link | None = None
        frame, self._rows = card(context)
        self.form = FormPanel(
            context, t("What the house decided"), self._fields, button=t("&Keep this decision")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(frame)
        column.addWidget(self.form)
        self.form.sent.connect(self._read)

    def show_rule(self, rule: Rule, *, manages: bool) -> None:
        """Show what was decided; only who manages the house may change it."""
        t, had = self._context.t, self.change is not None and self.change.hasFocus()
        self._rule = rule
        emptied(self._rows)
        self.change = Link(self._context.theme, t("Change") if rule.decided else t("Decide"))
        self.change.setAccessibleName(f"{self.change.text()}, {t('Closed dossier')}")
        self.change.clicked.connect(lambda *_: self._begin())
        if not manages:
            self.change.hide()
        if had:
            QTimer.singleShot(0, self.change, self.change.setFocus)
        self._row(t("Closed dossier"), rule_said(self._context, rule), self.change)
        apart = t("Kept apart from the dossier, and after it")
        self._row(t("Register of communications"), apart, muted(self._context, t("fixed")))
        if rule.decided:
            self._row(t("Before its time"), ahead_said(self._context, rule), QWidget())

    def close_form(self) -> None:
        """Close the form: the decision was kept."""
        self.form.hide()
        if self.change is not None:
            self.change.setFocus()

    def _row(self, title: str, said: str, last: QWidget) -> None:
        theme = self._context.theme
        if self._rows.count():
            self._rows.addWidget(line())
        row = QWidget()
        flow = Flow(row, gap=16, line_gap=2)
        flow.add(Text(theme, title, kind="strong"), least=theme.px(230))
        flow.add(Text(theme, said), least=theme.px(330), stretch=1)
        flow.add(last)
        self._rows.addWidget(row)

    def _fields(self) -> dict[str, Any]:
        context, t = self._context, self._context.t
        none = t("Empty: not decided. Filet proposes no figure.")
        return {
            "years": LabelledField(context, t("Kept for how many &years"), hint=none),
            "adopted_on": DateField(context, t("Decided &on (optional)"), reading=DAY),
            "ahead": LabelledField(context, t("Listed how many &days ahead")),
        }

    def _begin(self) -> None:
        rule = self._rule
        for field in self.form.fields.values():
            field.show_wrong("")
        texts = {
            "years": str(rule.years or ""),
            "adopted_on": rule.adopted_on.isoformat() if rule.adopted_on else "",
            "ahead": str(rule.ahead),
        }
        self.form.begin(texts, self.change)
        self.appeared.emit(self.form.keep)

    def _read(self, texts: dict[str, str]) -> None:
        t, fields = self._context.t, self.form.fields
        years = _number(texts["years"] or "0", _MOST_YEARS)
        ahead = _number(texts["ahead"] or "0", _MOST_DAYS)
        day = typed_day(self._context, texts["adopted_on"])
        wrong = {
            "years": years is None and t("Write a whole number of years."),
            "adopted_on": bool(texts["adopted_on"]) and day is None and t("Write one clear day."),
            "ahead": ahead is None and t("Write a whole number of days, a year at most."),
        }
        for name, sentence in wrong.items():
            fields[name].show_wrong(sentence or "")
        first = next((name for name, sentence in wrong.items() if sentence), "")
        if first:
            fields[first].take_focus()
        elif years is not None and ahead is not None:
            self.decided.emit(Rule(years, ahead, day if years else None))


def _number(typed: str, most: int) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and int(typed) <= most else None


def law_card(context: Context, law: Law, version: LawVersion) -> QFrame:
    """Return what the law says, in our words, with where it is from and that nobody checked it."""
    t, language = context.t, context.language
    frame, column = card(context, kind="sunken")
    title = t("What the law says: {title}", title=law.titles[language])
    column.addWidget(Text(context.theme, title, kind="strong"))
    text = version.texts[language]
    column.addWidget(Text(context.theme, typography(text.summary, language)))
    if not version.verified:
        words = t("To be checked: nobody has verified this summary yet.")
        column.addWidget(Text(context.theme, words, tone="note"))
    source = t("{citation}. Source: {source}.", citation=version.citation, source=version.source)
    column.addWidget(muted(context, source))
    if text.note:
        column.addWidget(muted(context, typography(text.note, language)))
    return frame
