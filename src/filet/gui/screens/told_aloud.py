"""« Dit de vive voix »: what was told to somebody outside, how their number was known, why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from filet.application.services import Services
from filet.domain.errors import WordsMissing
from filet.domain.ids import HOUSE, CaseId
from filet.domain.kinds import CommunicationMade, Ground
from filet.domain.moments import Due
from filet.gui.context import Context
from filet.gui.sayings import now_hour, typed_hour
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.choice import Option
from filet.gui.widgets.drafted import DraftedPage
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading
from filet.gui.widgets.optional import OptionalChoice
from filet.gui.widgets.page import card, muted, spread
from filet.gui.widgets.paragraph import Paragraph

PLACE = "told_aloud"
_NEEDED = ("recipient", "told", "why")


class ToldAloudScreen(DraftedPage):
    """One communication; about a dossier, or about none."""

    finished = Signal()

    def __init__(self, context: Context, services: Services, about: CaseId | None = None) -> None:
        super().__init__(context, services, services.drafting.key(PLACE, about or HOUSE))
        self._about = about
        t, theme = context.t, context.theme
        self.finish = Primary(theme, t("&Keep what was told"), keys=(t("Ctrl"), t("Enter")))
        self.later = Secondary(theme, t("Finish &later"))
        title = Heading(theme, t("Told aloud"))
        why = t("What is told outside is kept in the register, with the hour it was said.")
        spread(self, (title, muted(context, why), self.notice, self._form(), self._buttons()))
        self._connect()
        self.begin({"hour": now_hour(context), "day": "today"})

    def take_focus(self) -> None:
        """Put the caret where the first word is written."""
        self._line("recipient").take_focus()

    def leave(self) -> None:
        """Leave; what is not complete stays as a draft."""
        self.flush()
        self.finished.emit()

    def _form(self) -> QWidget:
        context, t, px = self.context, self.context.t, self.context.theme.px
        frame, column = card(context)
        fields: dict[str, Any] = {
            "recipient": LabelledField(context, t("To &whom")),
            "organisation": LabelledField(context, t("Their or&ganization")),
            "dialled": LabelledField(context, t("The number that was &dialled")),
            "number_from": LabelledField(context, t("Where that number came &from")),
            "told": Paragraph(context, t("&Exactly what was told"), lines=3),
            "why": LabelledField(context, t("Wh&y")),
            "ground": OptionalChoice(context, t("What allowed it"), _grounds(t)),
            "law": LabelledField(context, t("Which l&aw, if it is known")),
            "day": OptionalChoice(context, t("Said on"), _days(t)),
            "hour": LabelledField(context, t("At what ho&ur")),
        }
        rows = (("recipient", "organisation"), ("dialled", "number_from"), ("told",), ("why",))
        for names in (*rows, ("ground", "law"), ("day", "hour")):
            row = Flow(gap=16)
            for name in names:
                stretch = 0 if name in ("ground", "day") else 1
                row.add(fields[name], least=px(200), stretch=stretch)
            column.addLayout(row)
        self.tend(fields)
        return frame

    def _buttons(self) -> Flow:
        row = Flow(gap=8)
        row.add(self.finish)
        row.add(self.later)
        return row

    def _connect(self) -> None:
        self.finish.clicked.connect(self._keep_it)
        self.later.clicked.connect(self.leave)
        self.tie_keys({"Ctrl+Return": self.finish.setFocus})

    def _keep_it(self) -> None:
        missing = [name for name in _NEEDED if not self.texts()[name].strip()]
        if missing:
            self.show_error(WordsMissing(field=missing[0]))
            self.fields[missing[0]].setFocus()  # type: ignore[attr-defined] # it is a widget
            return
        key, told = self.written(), self._told()
        calls = self._services.calls
        self.keep(lambda: calls.tell(told, draft=key), lambda _: self.finished.emit())

    def _told(self) -> CommunicationMade:
        texts = {name: text.strip() for name, text in self.texts().items()}
        back = timedelta(days=int(texts.pop("day") == "yesterday"))
        on = Due(self.context.clock.today() - back, typed_hour(texts.pop("hour")))
        ground = Ground(texts.pop("ground") or Ground.TO_SPECIFY)
        return CommunicationMade(self._about, ground=ground, said_on=on, **texts)

    def _line(self, name: str) -> LabelledField:
        field = self.fields[name]
        if not isinstance(field, LabelledField):
            raise TypeError(name)
        return field


def _grounds(t: Any) -> list[Option]:
    return [
        Option(Ground.AGREEMENT, t("Her agreement")),
        Option(Ground.LAW, t("A law")),
        Option(Ground.TO_SPECIFY, t("To be specified")),
    ]


def _days(t: Any) -> list[Option]:
    return [Option("today", t("Today")), Option("yesterday", t("Yesterday"))]
