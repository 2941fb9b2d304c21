"""The head of the home page: greeting, the two first gestures, search, numbers only, chips."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from filet.application.home import Chip
from filet.gui.context import Context
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.choice import FilterChip, Option
from filet.gui.widgets.find_line import find_line
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading
from filet.i18n import N_

_CHIPS = {
    Chip.ALL: N_("All"),
    Chip.SERIOUS: N_("Aggravated or imminent"),
    Chip.HOUSED: N_("Sheltered"),
    Chip.OUTREACH: N_("Outreach"),
    Chip.CLOSED: N_("Closed"),
}
_QUIET = 120
"""Milliseconds between two letters of somebody who types: one search, not five."""


class HomeBar(QWidget):
    """Says what is wanted; does nothing itself."""

    call_wanted = Signal()
    case_wanted = Signal()
    searched = Signal(str)
    filtered = Signal(object)
    numbers_only = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self.greeting = Heading(theme, "", kind="h2")
        self.call = Secondary(
            theme, t("Note a &call"), icon="phone-incoming", keys=(t("Ctrl"), "J")
        )
        self.new = Primary(theme, t("&New dossier"), icon="plus", keys=(t("Ctrl"), "N"))
        self.numbers = Secondary(theme, t("N&umbers only"), icon="hash", keys=(t("Ctrl"), "M"))
        self.numbers.setCheckable(True)
        self.search = _search_line(context)
        self.chips = {chip: FilterChip(theme, _option(context, chip)) for chip in Chip}
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._lay_out()
        self._connect()
        self.greet("")

    def greet(self, name: str) -> None:
        """Greet by the hour, and by name where one is kept."""
        t, hour = self._context.t, self._context.clock.wall().hour
        evening = hour >= 18 or hour < 5
        name = name.split(maxsplit=1)[0] if name else ""
        named = t("Good evening, {name}.", name=name) if evening else t("Hello, {name}.", name=name)
        plain = t("Good evening.") if evening else t("Hello.")
        self.greeting.setText(named if name else plain)
        self.greeting.setAccessibleName(self.greeting.text())

    def show_counts(self, counts: Mapping[Chip, int]) -> None:
        """Count what each chip would keep; closed dossiers are not counted."""
        for chip, button in self.chips.items():
            button.show_count(None if chip is Chip.CLOSED else counts.get(chip, 0))

    def show_chip(self, chip: Chip) -> None:
        """Show which chip is on; nothing is said."""
        self.chips[chip].setChecked(True)

    def type(self, text: str) -> None:
        """Go on with a search that began in the list."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.insert(text)
        self._quiet.start()

    def clear_search(self) -> None:
        """Empty the search; nothing of it is kept."""
        self._quiet.stop()
        self.search.clear()

    def _connect(self) -> None:
        self.call.clicked.connect(lambda *_: self.call_wanted.emit())
        self.new.clicked.connect(lambda *_: self.case_wanted.emit())
        self.numbers.toggled.connect(self.numbers_only)
        self.search.textEdited.connect(lambda _: self._quiet.start())
        self.search.returnPressed.connect(self._send)
        self._quiet.timeout.connect(self._send)
        group = QButtonGroup(self)
        for chip, button in self.chips.items():
            group.addButton(button)
            button.clicked.connect(lambda *_, chip=chip: self.filtered.emit(chip))
        self.show_chip(Chip.ALL)

    def _send(self) -> None:
        self._quiet.stop()
        self.searched.emit(self.search.text())

    def _lay_out(self) -> None:
        head, tools, chips = Flow(gap=8), Flow(gap=8), Flow(gap=6, line_gap=6)
        head.add(self.greeting, least=self._context.theme.px(100), stretch=1)
        head.add(self.call)
        head.add(self.new)
        tools.add(self.search, least=self._context.theme.px(260), stretch=1)
        tools.add(self.numbers)
        for button in self.chips.values():
            chips.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in (head, tools, chips):
            column.addLayout(row)


def _option(context: Context, chip: Chip) -> Option:
    return Option(chip, context.t(_CHIPS[chip]), "", "triangle-alert" * (chip is Chip.SERIOUS))


def _search_line(context: Context) -> QLineEdit:
    t, theme = context.t, context.theme
    hint = t("First name, number, word of a note…")
    name, font = t("Search open dossiers"), theme.font("body")
    field = find_line(context, name, hint=hint, letter="F", font=font)
    field.setAccessibleDescription(t("Nothing of a search is kept."))
    field.setMinimumWidth(theme.px(200))
    return field
