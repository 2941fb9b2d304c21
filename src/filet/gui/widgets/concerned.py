"""For whom a level is, and about whom: her and the one who uses violence, unless changed."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from filet.domain.ids import PersonId
from filet.domain.kinds import PersonDescribed, Role
from filet.gui.context import Context
from filet.gui.sayings import initial_of
from filet.gui.widgets.choice import FilterChip, Option
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.redrawn import redrawn
from filet.gui.widgets.small import SmallLink

_FOR = (Role.HER, Role.CHILD, Role.NEW_PARTNER)


class People(QWidget):
    """Chips, each on or off: no mark that could read as done."""

    edited = Signal()

    def __init__(self, context: Context, label: str) -> None:
        super().__init__()
        self._context = context
        self._chips: dict[PersonId, FilterChip] = {}
        self._names: Mapping[PersonId, str] | None = None
        self._usual: frozenset[PersonId] = frozenset()
        self._wanted: frozenset[PersonId] | None = None
        self._rows = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(context.theme, label, kind="label"))
        column.addLayout(self._rows)
        self.setAccessibleName(label)

    def show_people(self, names: Mapping[PersonId, str], usual: frozenset[PersonId]) -> None:
        """Show who may be chosen; what she chose before stays chosen."""
        if (names, usual) == (self._names, self._usual):
            return
        chosen = self.chosen() if self._chips else self._wanted
        self._names, self._usual = names, usual
        with redrawn(self._rows):
            self._rows.addWidget(self._row(usual if chosen is None else chosen))

    def _row(self, chosen: frozenset[PersonId]) -> QWidget:
        self._chips = {}
        row = QWidget()
        flow = Flow(row, gap=6, line_gap=6)
        for person, name in (self._names or {}).items():
            chip = FilterChip(self._context.theme, Option(person, name))
            chip.setAccessibleDescription(self.accessibleName())
            chip.setChecked(person in chosen)
            chip.toggled.connect(lambda *_: self.edited.emit())
            self._chips[person] = chip
            flow.add(chip)
        return row

    def chosen(self) -> frozenset[PersonId]:
        """Return who is chosen."""
        return frozenset(person for person, chip in self._chips.items() if chip.isChecked())

    def text(self) -> str:
        """Return who is chosen as a draft keeps it; nothing while it is as usual."""
        if not self._chips:
            return " ".join(map(str, self._wanted or ()))
        chosen = self.chosen()
        return "" if chosen == self._usual else " ".join(sorted(map(str, chosen)))

    def show_text(self, text: str) -> None:
        """Show who a draft kept."""
        self._wanted = frozenset(PersonId(UUID(one)) for one in text.split()) if text else None
        for person, chip in self._chips.items():
            chip.setChecked(person in (self._usual if self._wanted is None else self._wanted))


class Concerned(QFrame):
    """One line, and what it takes to change it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context = context
        self._names: dict[PersonId, str] = {}
        self.persons = People(context, t("For whom"))
        self.authors = People(context, t("About whom"))
        self.said = Text(context.theme, kind="small", tone="secondary")
        self.change = SmallLink(context, t("Chan&ge"))
        self.change.setAccessibleName(t("Change for whom and about whom the level is"))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.said, 1)
        head.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self.persons, self.authors):
            part.hide()
            part.edited.connect(self._say)
            column.addWidget(part)
        self.change.clicked.connect(self._toggle)

    def show_people(self, people: Mapping[PersonId, PersonDescribed]) -> None:
        """Show the persons of the dossier."""
        t = self._context.t
        named = {who: _name(one) or t("no name") for who, one in people.items()}
        hers = {who for who, one in people.items() if one.role is Role.HER}
        self._names = named | dict.fromkeys(hers, t("her"))
        persons = {who: self._names[who] for who, one in people.items() if one.role in _FOR}
        authors = {who: named[who] for who, one in people.items() if one.role is Role.AUTHOR}
        alone = frozenset(authors) if len(authors) == 1 else frozenset[PersonId]()
        self.persons.show_people(persons, frozenset(hers))
        self.authors.show_people(authors, alone)
        self._say()

    def said_of(self) -> str:
        """Return « Pour elle · au sujet de Fulgence M. »."""
        t = self._context.t
        whom = ", ".join(self._names[one] for one in self._names if one in self.persons.chosen())
        about = ", ".join(self._names[one] for one in self._names if one in self.authors.chosen())
        if not about:
            return t("For {whom} · about whom is to be said", whom=whom or t("nobody yet"))
        return t("For {whom} · about {about}", whom=whom or t("nobody yet"), about=about)

    def _say(self) -> None:
        self.said.setText(self.said_of())

    def _toggle(self) -> None:
        opened = not self.persons.isVisibleTo(self)
        self.persons.setVisible(opened)
        self.authors.setVisible(opened)


def _name(one: PersonDescribed) -> str:
    return initial_of(one.called or one.given, one.family[:1])
