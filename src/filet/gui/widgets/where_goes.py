"""« Où ira cette feuille? », asked at each print; nothing is chosen in advance."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout

from filet.domain.kinds import Destination
from filet.gui.context import Context
from filet.gui.models.paper_names import PLACES
from filet.gui.typed import typed_due
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.date_field import DateField
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.radio import Radio
from filet.i18n.dates import long_date


class WhereGoes(QFrame):
    """The question and its five answers."""

    answered = Signal(object)
    """A Destination."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self.setObjectName("kind-card")
        self._group = QButtonGroup(self)
        self.heading = Heading(theme, t("Where will this sheet go?"), kind="h3")
        each = Text(theme, t("To answer at each print."), kind="small", tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addWidget(each)
        self.choices: dict[Destination, Radio] = {}
        for place, words in PLACES.items():
            choice = Radio(theme, t(words))
            choice.setAccessibleDescription(self.heading.text())
            choice.clicked.connect(lambda *_, place=place: self.answered.emit(place))
            self._group.addButton(choice)
            column.addWidget(choice)
            self.choices[place] = choice

    def answer(self) -> Destination | None:
        """Return where it will go, or nothing while nobody answered."""
        found = (place for place, choice in self.choices.items() if choice.isChecked())
        return next(found, None)

    def show_answer(self, place: Destination | None) -> None:
        """Show an answer, or none; nothing is said."""
        self._group.setExclusive(False)
        for each, choice in self.choices.items():
            choice.setChecked(each is place)
        self._group.setExclusive(True)

    def take_focus(self) -> None:
        """Put the keyboard on the first answer."""
        next(iter(self.choices.values())).setFocus()


class KeptHere(QFrame):
    """A sheet that stays: where it is kept, and the day on which it is destroyed."""

    edited = Signal()

    def __init__(self, context: Context, ask_place: str, ask_day: str) -> None:
        super().__init__()
        t = context.t
        self._context = context
        self.place = LabelledField(context, ask_place)
        self.day = DateField(context, ask_day)
        self.soon = Link(context.theme, t("In one month"))
        self.later = Link(context.theme, t("In three months"))
        days = Flow(gap=4, line_gap=2)
        days.add(self.soon)
        days.add(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.place)
        column.addWidget(self.day)
        column.addLayout(days)
        for field in (self.place, self.day):
            field.edited.connect(lambda _: self.edited.emit())
        self.soon.clicked.connect(lambda *_: self._choose(30))
        self.later.clicked.connect(lambda *_: self._choose(90))

    def kept_at(self) -> str:
        """Return where it is kept."""
        return self.place.text().strip()

    def destroy_on(self) -> date | None:
        """Return the day to come that is written, or nothing."""
        due = typed_due(self._context, self.day.text())
        return due.day if due and due.day >= self._context.clock.today() else None

    def is_answered(self) -> bool:
        """Tell whether both are said."""
        return bool(self.kept_at()) and self.destroy_on() is not None

    def clear(self) -> None:
        """Ask again."""
        self.place.show_text("")
        self.day.show_text("")

    def _choose(self, days: int) -> None:
        day = self._context.clock.today() + timedelta(days=days)
        self.day.show_text(long_date(day, self._context.language))
        self.edited.emit()
