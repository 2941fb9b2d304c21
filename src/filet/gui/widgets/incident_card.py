"""« Ce qu'il a fait, sur douze mois »: painted or as a table; filled from what is told, and by hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from filet.domain.incidents import Incident
from filet.gui.context import Context
from filet.gui.models.incidents_said import IncidentSaid, YearSaid, degree_text
from filet.gui.typed import TOLD, told_text
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.combo import Combo, labelled
from filet.gui.widgets.date_field import DateField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.incident_year import IncidentYear
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import card, emptied, line, muted
from filet.gui.widgets.panel_draft import PanelDraft
from filet.gui.widgets.paragraph import Paragraph
from filet.gui.widgets.small import SmallLink
from filet.gui.widgets.source_box import SourceBox
from filet.gui.widgets.twin_table import TwinTable
from filet.i18n.dates import typography


class DegreeBox(QWidget):
    """How bad it was, in five degrees; none is proposed."""

    edited = Signal()

    def __init__(self, context: Context, said: YearSaid) -> None:
        super().__init__()
        t, scale = context.t, said.scale
        self.box = Combo(context, t("How bad it was"))
        self.box.may_shrink()
        self.box.addItem(degree_text(context, None, scale), "")
        for degree, words in scale.degrees.items():
            text = f"{degree} · {typography(words, context.language)}"
            self.box.addItem(text, str(degree))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(labelled(context, t("How bad it was"), self.box))
        column.addWidget(muted(context, typography(scale.source, context.language)))
        self.setFocusProxy(self.box)
        self.box.activated.connect(lambda _: self.edited.emit())

    def text(self) -> str:
        """Return the degree, or nothing."""
        return str(self.box.currentData() or "")

    def show_text(self, text: str) -> None:
        """Show a degree."""
        self.box.setCurrentIndex(max(0, self.box.findData(text)))


class IncidentTable(TwinTable):
    """One row for each incident, the oldest first: the twin of the painted months."""

    def __init__(self, context: Context) -> None:
        t = context.t
        titles = (t("When"), t("Severity"), t("What he did"), t("Who says it"))
        super().__init__(context, t("Incidents of twelve months"), titles)

    def show_rows(self, rows: tuple[IncidentSaid, ...]) -> None:
        """Show them."""
        self.show_texts([(row.when, row.degree, row.what, row.who) for row in rows])


class IncidentCard(QWidget):
    """The months, the list under them, and the form of one."""

    noted = Signal(object, dict)
    """The Incident that is corrected or nothing, and the texts: on, severity, source, words."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context = context
        self._said: YearSaid | None = None
        self._about: Incident | None = None
        self.year, self.table = IncidentYear(context), IncidentTable(context)
        options = [Option(0, t("Calendar")), Option(1, t("Table"))]
        self.switch = Segmented(context.theme, t("Incidents of twelve months"), options, 0)
        self.add = SmallLink(context, t("Note an incident…"))
        self.panel = FormPanel(context, t("An incident"), self._fields, button=t("Keep"))
        self.views = QStackedWidget()
        self.legend = muted(context, "")
        self.links: list[SmallLink] = []
        self.draft = PanelDraft(self.panel, self._aimed, self._begin_again)
        self._lay_out()
        self.add.clicked.connect(lambda *_: self.begin(None, self.add))
        self.panel.sent.connect(lambda texts: self.noted.emit(self._about, texts))
        self.switch.chosen.connect(self.views.setCurrentIndex)

    def show_year(self, said: YearSaid) -> None:
        """Show twelve months, and each of them in a line."""
        self._said = said
        language = self._context.language
        degrees = (
            f"{one} · {typography(text, language)}" for one, text in said.scale.degrees.items()
        )
        self.legend.setText("\n".join(degrees))
        self.year.show_year(said)
        self.table.show_rows(said.rows)
        emptied(self._rows)
        self.links = []
        for row in said.rows:
            self._rows.addWidget(line())
            self._rows.addWidget(self._row(row))
        if said.earlier:
            words = self._context.tn(
                "{count} told of before these twelve months, or without a day.",
                "{count} told of before these twelve months, or without a day.",
                said.earlier,
            )
            self._rows.addWidget(muted(self._context, words))
        if not said.rows:
            none = self._context.t("No dated incident in the last twelve months.")
            self._rows.addWidget(muted(self._context, none))

    def begin(self, about: Incident | None, opener: QWidget) -> None:
        """Open the form, empty or on one that is to be corrected."""
        self._about = about
        self.panel.begin(self._texts(about), opener)

    def said_of(self, about: Incident) -> str:
        """Return when an incident was, as the form shows it."""
        return about.happened.said or told_text(self._context, about.happened)

    def _texts(self, about: Incident | None) -> dict[str, str]:
        if about is None:
            return {}
        return {
            "on": self.said_of(about),
            "severity": str(about.severity or ""),
            "source": about.source.kind.value,
            "words": about.words,
        }

    def _aimed(self) -> str:
        """Return which incident the form is on, as a draft keeps it."""
        return _named(self._about) if self._about is not None else ""

    def _begin_again(self, aimed: str) -> None:
        """Open the form on the incident that a draft names; on a new one where it is gone."""
        rows = self._said.rows if self._said is not None else ()
        found = (one.incident for one in rows if _named(one.incident) == aimed)
        self.begin(next(found, None) if aimed else None, self.add)

    def show_wrong_day(self) -> None:
        """Say that the day cannot be read."""
        field = self.panel.fields["on"]
        field.show_wrong(self._context.t("Write a day or a month that has been, such as Feb. 16."))
        field.take_focus()

    def _row(self, row: IncidentSaid) -> QWidget:
        theme, t = self._context.theme, self._context.t
        link = SmallLink(self._context, t("Change"))
        link.setAccessibleName(t("Change the incident: {what}", what=row.sentence))
        link.clicked.connect(lambda *_: self.begin(row.incident, link))
        self.links.append(link)
        whole = QWidget()
        flow = Flow(whole, gap=12, line_gap=2)
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(theme, f"{row.when} · {row.degree}", kind="strong"))
        column.addWidget(Text(theme, " · ".join(filter(None, (row.what, row.who)))))
        flow.add(texts, least=theme.px(260), stretch=1)
        flow.add(link)
        return whole

    def _fields(self) -> dict[str, Any]:
        t, context = self._context.t, self._context
        if self._said is None:
            return {}
        return {
            "on": DateField(context, t("When it was, as she says it"), reading=TOLD),
            "severity": DegreeBox(context, self._said),
            "source": SourceBox(context),
            "words": Paragraph(context, t("What he did, in her words or yours"), lines=2),
        }

    def _lay_out(self) -> None:
        context, t = self._context, self._context.t
        frame, column = card(context)
        head = Flow(gap=12, line_gap=6)
        title = Heading(context.theme, t("What he did, over twelve months"), kind="h3")
        head.add(title, least=context.theme.px(200), stretch=1)
        head.add(self.switch)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.views.addWidget(self.year)
        self.views.addWidget(self.table)
        column.addLayout(head)
        never = t("A degree is a memory, not a score: nothing is added up and no level follows.")
        column.addWidget(muted(context, never))
        column.addWidget(self.views)
        column.addWidget(self.legend)
        links = Flow(gap=12, line_gap=2)
        links.add(self.add)
        column.addLayout(links)
        column.addWidget(self.panel)
        column.addLayout(self._rows)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


def _named(one: Incident) -> str:
    """Return what an incident is known by: its own identity, or what it was told in."""
    return str(one.incident or one.statement)
