"""The numbers of the emergency page: those of the house, and who called to check each one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.numbers import new_number
from filet.application.outcome import Topic
from filet.application.services import Services
from filet.domain.directory import EMERGENCY, Directory, Number, NumberText
from filet.domain.kinds import NumberSet
from filet.gui.context import Context
from filet.gui.sayings import day_text
from filet.gui.screens.settings import SettingsPart, Step
from filet.gui.turns import Act
from filet.gui.typed import DAY, typed_day
from filet.gui.widgets.buttons import Link, Primary
from filet.gui.widgets.date_field import DateField
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import card, emptied, line, muted
from filet.gui.widgets.unseen import lay_out, styled
from filet.i18n import N_
from filet.i18n.dates import phone, typography

_KEPT, _GONE = N_("The number was kept."), N_("The number was taken away.")


@dataclass(frozen=True, slots=True)
class _Loaded:
    directory: Directory
    retired: Sequence[Number]
    own: Mapping[str, NumberSet]
    worker: str


class NumbersPart(SettingsPart):
    """Nothing here is verified until somebody called, and said so."""

    def __init__(self, context: Context, services: Services, initials: str) -> None:
        t = context.t
        lead = t(
            "They stand on the F9 page once the dossiers are open. A number that nobody has"
            " called is marked, and is never printed."
        )
        super().__init__(context, t("Emergency numbers"), lead)
        self._services, self._initials = services, initials
        self._loaded: _Loaded | None = None
        self._editing = ""
        self._brings: Number | None = None
        """What Filet brings, where that is what is being written again."""
        self.add = Primary(context.theme, t("&Add a number"), icon="plus")
        self.panel = FormPanel(context, t("A number"), self._fields, button=t("&Keep this number"))
        self._card, self._rows = card(context)
        self._rows.setSpacing(6)
        self._retired, self._gone = card(context, t("Retired: used nowhere"))
        self._retired.hide()
        self.head.add(self.add)
        self.column.addWidget(self.panel)
        self.column.addWidget(self._card)
        self.column.addWidget(self._retired)
        self.add.clicked.connect(lambda *_: self._begin(NumberSet(new_number(), "", ""), self.add))
        self.panel.sent.connect(self._keep_it)
        new = QShortcut(QKeySequence("Ctrl+N"), self)
        new.activated.connect(self.add.click)
        self.load()

    def load(self) -> None:
        """Read the numbers."""
        self.ask(self._read, self._show_loaded)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what the house knows."""
        if Topic.HOUSE in topics:
            self.load()

    def _read(self) -> _Loaded:
        numbers = self._services.numbers
        worker = self._services.home.worker() or self._initials
        own = {key: one for key, one in numbers.kept().items() if not one.removed}
        return _Loaded(numbers.directory(), numbers.retired(), own, worker)

    def _show_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        emptied(self._rows)
        emptied(self._gone)
        self._retired.setVisible(bool(loaded.retired))
        self.turns.build(self._acts(loaded))

    def _acts(self, loaded: _Loaded) -> Iterator[Act]:
        """Return what draws the rows; they are laid out once, when all of them stand."""
        yield self._card.hide
        for place, number in enumerate(loaded.directory.numbers):
            yield partial(self._add_row, place, number)
        yield from styled(self._card)
        width = self.column.contentsRect().width()
        yield from lay_out(self._card, QSize(width, self._card.heightForWidth(width)))
        yield self._card.show
        for number in loaded.retired:
            yield partial(self._add_retired, number)

    def _add_retired(self, number: Number) -> None:
        """Name a number that is used no more, and let it come back."""
        theme, name = self.context.theme, self._text(number).name
        back = Link(theme, self.context.t("Use it again"))
        back.setAccessibleName(f"{back.text()}, {name}")
        back.clicked.connect(lambda *_: self._turn(number, back=True))
        row = QWidget()
        flow = Flow(row, gap=12, line_gap=2)
        flow.add(Text(theme, name), least=theme.px(220), stretch=1)
        flow.add(back)
        self._gone.addWidget(row)

    def _turn(self, number: Number, *, back: bool) -> None:
        """Use a number no more, or again; each is an entry, and the other is one press away."""
        use = self._services.numbers
        act = use.bring_back if back else use.retire

        def turned(_: None) -> None:
            self.add.setFocus()
            self.load()

        self.keep(lambda: act(number.id), turned)

    def _add_row(self, place: int, number: Number) -> None:
        if place:
            self._rows.addWidget(line())
        self._rows.addWidget(self._row(number))

    def _row(self, number: Number) -> QWidget:
        theme, text = self.context.theme, self._text(number)
        said, words = QWidget(), QVBoxLayout()
        words.setSpacing(0)
        said.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(Text(theme, text.name, kind="strong"))
        words.addWidget(muted(self.context, _in_one_line(text.hours, text.note)))
        if number.shipped is not None:
            words.addWidget(muted(self.context, self._brought(number.shipped)))
            words.addWidget(muted(self.context, self._corrected(number)))
        dialled = Text(theme, phone(number.number, self.context.language), kind="strong")
        dialled.setWordWrap(False)
        row = QWidget()
        flow = Flow(row, gap=12, line_gap=2)
        flow.add(dialled, least=theme.px(150))
        flow.add(said, least=theme.px(220), stretch=1)
        flow.add(self._state(number))
        for link in self._links(number, text.name):
            flow.add(link)
        return row

    def _brought(self, shipped: Number) -> str:
        """Say what Filet brings: the correction may be taken back."""
        text, dialled = self._text(shipped), phone(shipped.number, self.context.language)
        value = _in_one_line(dialled, text.name, text.hours, text.note)
        return self.context.t("Value brought by Filet: {value}", value=value)

    def _corrected(self, number: Number) -> str:
        """Say when the house corrected a number, and who did."""
        t, written = self.context.t, number.corrected
        if written is None:
            return t("Corrected by the house")
        day = day_text(self.context, written.on)
        if not written.by:
            return t("Corrected by the house on {day}", day=day)
        return t("Corrected by the house on {day}, {name}", day=day, name=written.by)

    def _state(self, number: Number) -> Text:
        t, theme = self.context.t, self.context.theme
        if number.number == EMERGENCY:
            state = Text(theme, "", kind="small")
        elif number.verified_on is None:
            state = Text(theme, t("to be checked"), kind="small", tone="note")
        else:
            day = day_text(self.context, number.verified_on)
            words = t("checked on {day} by {name}", day=day, name=number.verified_by)
            state = Text(theme, words, kind="small", tone="ok")
        state.setWordWrap(False)
        return state

    def _links(self, number: Number, name: str) -> tuple[Link, ...]:
        t, theme = self.context.t, self.context.theme
        if number.number == EMERGENCY:
            return ()
        change = Link(theme, t("Change"))
        change.setAccessibleName(f"{change.text()}, {name}")
        brought = (number.shipped or number) if number.source else None
        change.clicked.connect(lambda *_: self._begin(self._known(number), change, brought))
        if not self._is_own(number.id):
            return (change, self._retiring(number, name))
        away = Link(theme, t("Put back as before") if number.source else t("Take away"))
        away.setAccessibleName(f"{away.text()}, {name}")
        away.clicked.connect(lambda *_: self._take_away(number))
        return (change, away, self._retiring(number, name)) if number.source else (change, away)

    def _retiring(self, number: Number, name: str) -> Link:
        link = Link(self.context.theme, self.context.t("Retire"))
        link.setAccessibleName(f"{link.text()}, {name}")
        link.clicked.connect(lambda *_: self._turn(number, back=False))
        return link

    def _text(self, number: Number) -> NumberText:
        """Return the words of a number, as the language prints them."""
        language = self.context.language
        found = number.texts[language]
        parts = (found.name, found.hours, found.note)
        return NumberText(*(typography(part, language) for part in parts))

    def _is_own(self, number: str) -> bool:
        return self._loaded is not None and number in self._loaded.own

    def _known(self, number: Number) -> NumberSet:
        """Return a number as the fields show it."""
        text = self._text(number)
        return NumberSet(
            number.id, text.name, number.number, text.hours, text.note,
            number.verified_on, number.verified_by,
        )  # fmt: skip

    def _fields(self) -> dict[str, Any]:
        context, t = self.context, self.context.t
        return {
            "name": LabelledField(context, t("Whose number")),
            "phone": LabelledField(context, t("Number")),
            "hours": LabelledField(context, t("When they answer (optional)")),
            "note": LabelledField(context, t("What to know (optional)")),
            "verified_on": DateField(context, t("Called to check on (optional)"), reading=DAY),
            "verified_by": LabelledField(context, t("Checked by")),
        }

    def _begin(self, number: NumberSet, opener: QWidget, brings: Number | None = None) -> None:
        """Show the fields; what Filet brings is remembered, to know what the house corrects."""
        worker = self._loaded.worker if self._loaded else self._initials
        on = number.verified_on
        self._editing, self._brings = number.number, brings
        self.notice.clear()
        self.panel.fields["verified_on"].show_wrong("")
        texts = {
            "name": number.name, "phone": number.phone, "hours": number.hours, "note": number.note,
            "verified_on": on.isoformat() if on else "", "verified_by": number.verified_by or worker,
        }  # fmt: skip
        self.panel.begin(texts, opener)
        first = self.panel.fields["name"]
        first.setFocus()
        self.appeared.emit(first)

    def _keep_it(self, texts: dict[str, str]) -> None:
        typed, by = texts.pop("verified_on"), texts.pop("verified_by")
        on = typed_day(self.context, typed)
        if typed and (on is None or on > self.context.clock.today()):
            self._show_wrong_day()
            return
        number = NumberSet(
            self._editing, texts["name"], texts["phone"], texts["hours"], texts["note"],
            on, by if on else "", own_words=self._are_own(texts),
        )  # fmt: skip
        self._write(number, _KEPT)

    def _are_own(self, texts: Mapping[str, str]) -> bool:
        """Tell whether the house says otherwise what Filet says of a number."""
        if self._brings is None:
            return False
        text = self._text(self._brings)
        written = (texts["name"], texts["hours"], texts["note"])
        return tuple(map(str.strip, written)) != (text.name, text.hours, text.note)

    def _show_wrong_day(self) -> None:
        field = self.panel.fields["verified_on"]
        field.show_wrong(self.context.t("Write the day of the call, such as Feb. 16 or yesterday."))
        field.take_focus()

    def _take_away(self, number: Number) -> None:
        own = self._loaded.own[number.id] if self._loaded else None
        if own is not None:
            gone = replace(own, verified_on=None, verified_by="", removed=True)
            self._write(gone, _GONE)

    def _write(self, number: NumberSet, said: str) -> None:
        numbers = self._services.numbers

        def kept(former: NumberSet) -> None:
            self.panel.hide()
            self.add.setFocus()
            self.changed.emit(Step(said, number=former))
            self.load()

        self.keep(lambda: numbers.keep(number), kept)


def _in_one_line(*parts: str) -> str:
    return " · ".join(filter(None, parts))
