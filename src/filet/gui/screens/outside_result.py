"""« Résultat d'un outil rempli ailleurs »: kept as it was given, and corrected by a new entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from filet.application.outside import new_outside
from filet.application.services import Services
from filet.domain.errors import WordsMissing
from filet.domain.ids import CaseId, OutsideId
from filet.domain.instruments import Value
from filet.domain.kinds import OutsideResultNoted
from filet.gui.context import Context
from filet.gui.typed import TOLD, typed_told
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.choice import Option
from filet.gui.widgets.date_field import DateField
from filet.gui.widgets.drafted import DraftedPage
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading
from filet.gui.widgets.optional import OptionalChoice
from filet.gui.widgets.page import card, muted, spread
from filet.gui.widgets.paragraph import Paragraph
from filet.gui.widgets.suggestions import Suggestions
from filet.i18n import N_

PLACE = "outside_result"
NAMES = ("ODARA", "B-SAFER", "SARA", "DA-LE")
"""Names alone, which no language changes: none is filled in here, and none is computed."""
_CSVC = N_("CSVC tool")
_ROWS = (
    ("tool", "version", "norms"),
    ("result",),
    ("filled_by", "trained"),
    ("on",),
    ("document",),
)


class OutsideResultScreen(DraftedPage):
    """A result that is noted for the first time, or one that is corrected."""

    finished = Signal()

    def __init__(self, context: Context, services: Services, case: CaseId) -> None:
        super().__init__(context, services, services.drafting.key(PLACE, case))
        self._case = case
        self._outside: OutsideId | None = None
        t, theme = context.t, context.theme
        self.title = Heading(theme, t("Result of a tool filled in elsewhere"))
        self.finish = Primary(theme, t("&Keep this result"), keys=(t("Ctrl"), t("Enter")))
        self.later = Secondary(theme, t("Finish &later"))
        buttons = Flow(gap=8)
        buttons.add(self.finish)
        buttons.add(self.later)
        lead = muted(context, _lead(context))
        spread(self, (self.title, lead, self.notice, self._form(), buttons))
        self._connect()

    def load(self, outside: OutsideId | None = None) -> None:
        """Begin a new one, or the correction of one that was noted."""
        if outside is None:
            self.begin({})
            return
        find, case = self._services.outside.find, self._case
        self.ask(lambda: find(case, outside), self._correct)

    def take_focus(self) -> None:
        """Put the caret where the first word is written."""
        self.fields["tool"].take_focus()  # type: ignore[attr-defined] # it is a line

    def where(self) -> str:
        """Return which result is being corrected; nothing of a new one."""
        return self._outside.hex if self._outside is not None else ""

    def show_where(self, where: object) -> None:
        """Go back to the result that was being corrected."""
        if isinstance(where, str) and where:
            self.load(OutsideId(UUID(where)))

    def leave(self) -> None:
        """Leave; what is not complete stays as a draft."""
        self.flush()
        self.finished.emit()

    def _correct(self, noted: OutsideResultNoted | None) -> None:
        if noted is None:
            self.begin({})
            return
        self._outside = noted.outside
        place = f"{PLACE}:{noted.outside.hex}"
        self._key = self._services.drafting.key(place, self._case)
        self.title.setText(self.context.t("Correct the result of a tool filled in elsewhere"))
        self.title.setAccessibleName(self.title.text())
        self.begin(_texts(noted))

    def _keep_it(self) -> None:
        missing = [name for name in ("tool", "result") if not self.texts()[name].strip()]
        if missing:
            field: Any = self.fields[missing[0]]
            self.show_error(WordsMissing(field=field.label.text().replace("&", "")))
            field.setFocus()
            return
        noted, key = self._noted(), self.written()
        note = self._services.outside.note
        self.keep(lambda: note(self._case, noted, key), lambda _: self.finished.emit())

    def _noted(self) -> OutsideResultNoted:
        texts = {name: text.strip() for name, text in self.texts().items()}
        on, trained = typed_told(self.context, texts.pop("on")), texts.pop("trained")
        return OutsideResultNoted(
            self._outside or new_outside(), on=on, trained=Value(trained or Value.UNKNOWN), **texts
        )

    # The page -----------------------------------------------------------------------------

    def _form(self) -> QWidget:
        context, t, px = self.context, self.context.t, self.context.theme.px
        frame, column = card(context)
        fields: dict[str, Any] = {
            "tool": Suggestions(context, t("Which &tool"), [*NAMES, t(_CSVC)]),
            "version": LabelledField(context, t("Its &version, if it is known")),
            "norms": LabelledField(context, t("Version of the &norms, if it is known")),
            "result": Paragraph(context, t("The &result, exactly as it was given"), lines=3),
            "filled_by": LabelledField(context, t("&Who filled it in (person, organization)")),
            "trained": OptionalChoice(context, t("Was this person trained in it"), _answers(t)),
            "on": DateField(context, t("&On which day"), reading=TOLD),
            "document": LabelledField(context, t("Where it comes &from (report, letter, call)")),
        }
        for names in _ROWS:
            row = Flow(gap=16)
            for name in names:
                row.add(fields[name], least=px(200), stretch=0 if name == "trained" else 1)
            column.addLayout(row)
        self.tend(fields)
        return frame

    def _connect(self) -> None:
        self.finish.clicked.connect(self._keep_it)
        self.later.clicked.connect(self.leave)
        self.tie_keys({"Ctrl+Return": self.finish.setFocus})


def _lead(context: Context) -> str:
    return context.t(
        "It is kept word for word. Filet computes nothing from it, compares it with no level,"
        " and prints it on no paper that leaves."
    )


def _answers(t: Any) -> list[Option]:
    return [
        Option(Value.YES, t("Yes")),
        Option(Value.NO, t("No")),
        Option(Value.UNKNOWN, t("Not known")),
    ]


def _texts(noted: OutsideResultNoted) -> Mapping[str, str]:
    on = noted.on.said or (noted.on.first.isoformat() if noted.on.first else "")
    names = ("tool", "version", "norms", "result", "filled_by", "document")
    return {name: getattr(noted, name) for name in names} | {"trained": noted.trained, "on": on}
