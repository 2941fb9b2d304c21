"""The usual printer, and what a printed sheet leaves behind outside of Filet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.habits import Habits
from filet.gui.screens.settings import SettingsPart
from filet.gui.usual_printer import printer_mark, usual_printer
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.going import let_go
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import card, muted
from filet.gui.widgets.radio import Radio
from filet.i18n import N_

_SAID = N_("The usual printer was changed.")


class PrintPart(SettingsPart):
    """Asks the system for its printers away from the window: some answer slowly."""

    def __init__(self, context: Context, printers: Callable[[], Sequence[str]]) -> None:
        t = context.t
        super().__init__(
            context, t("Printing"), t("Each print asks where the sheet will go first.")
        )
        self._printers = printers
        self._names: tuple[str, ...] = ()
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self._choose)
        self.again = Secondary(context.theme, t("&Look again"), icon="refresh-cw")
        self.again.clicked.connect(self.load)
        self._lay_out()
        context.habits.changed.connect(self._habits_changed)
        self.load()

    def load(self) -> None:
        """Ask which printers there are now."""
        self.state.setText(self.context.t("Looking for printers…"))
        self.ask(self._printers, self._show_printers)

    def show_habit(self, name: str) -> None:
        """Put the keyboard on the printer that is chosen."""
        button = self.group.checkedButton()
        if name == "printer" and button is not None:
            button.setFocus()

    def _show_printers(self, names: Sequence[str]) -> None:
        t = self.context.t
        for button in self.group.buttons():
            self.group.removeButton(button)
            let_go(button)
        self._names = tuple(names)
        self.state.setText(
            "" if names else t("No printer was found. Plug one in, then look again.")
        )
        self.state.setVisible(not names)
        for number, name in enumerate(("", *names) if names else ()):
            button = Radio(self.context.theme, name or t("Choose each time"))
            button.setAccessibleDescription(t("Usual printer"))
            self.group.addButton(button, number)
            self._list.addWidget(button)
        self._show_usual()

    def _show_usual(self) -> None:
        usual = usual_printer(self._names, self.context.habits.now.printer)
        number = self._names.index(usual) + 1 if usual else 0
        button = self.group.button(number)
        if button is not None:
            button.setChecked(True)

    @Slot(object, object)
    def _habits_changed(self, _: Habits, __: Habits) -> None:
        self._show_usual()

    def _choose(self, number: int) -> None:
        name = self._names[number - 1] if number else ""
        self.take_habits(_SAID, printer=printer_mark(name))

    def _lay_out(self) -> None:
        context, t = self.context, self.context.t
        frame, column = card(context, t("Usual printer"))
        self.state = muted(context, "")
        column.addWidget(self.state)
        within = QWidget()
        self._list = QVBoxLayout(within)
        self._list.setContentsMargins(0, 0, 0, 0)
        column.addWidget(within)
        tools = Flow()
        tools.add(self.again)
        column.addLayout(tools)
        self.column.addWidget(frame)
        frame, column = card(context, t("What stays elsewhere"))
        for sentence in _left_behind(context):
            column.addWidget(Text(context.theme, sentence))
        self.column.addWidget(frame)


def _left_behind(context: Context) -> tuple[str, ...]:
    t = context.t
    return (
        t("Paper is letter size, in black. Filet leaves no copy of a sheet on this computer."),
        t(
            "The system may keep one while it waits to be printed, and longer if it was told to."
            " In the printer's properties, under Advanced, choose to print directly, and do not"
            " keep printed documents."
        ),
        t(
            "A photocopier often keeps what it printed on a disk of its own. Ask whoever looks"
            " after it to have it wiped."
        ),
        t("A printer that makes a PDF, or a fax, is not a printer: the sheet would stay in clear."),
    )
