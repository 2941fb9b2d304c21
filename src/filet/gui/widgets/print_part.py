"""The last gesture before paper: which printer, what may keep a copy, or a protected file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout

from filet.gui.context import Context
from filet.gui.usual_printer import printer_mark
from filet.gui.widgets.buttons import Link, Primary, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.going import let_go
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.radio import Radio

if TYPE_CHECKING:
    from filet.gui.press import Device


class PrintPart(QFrame):
    """Printers by their name; none of several is chosen in advance, but the usual one."""

    print_asked = Signal(str)
    file_asked = Signal()
    look_again = Signal()

    def __init__(self, context: Context, *, offers_file: bool = True) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context, self._offers_file = context, offers_file
        self._group = QButtonGroup(self)
        self._devices: dict[Radio, Device] = {}
        self.setObjectName("kind-card")
        self.heading = Heading(theme, t("Print"), kind="h3")
        self.state = Text(theme, tone="note")
        self.copies = Text(theme, kind="small", tone="secondary")
        self.direct = Link(theme, t("How to leave no copy"))
        self.direct.setCheckable(True)
        self.how = Text(theme, _how(context), kind="small")
        self.again = Link(theme, t("Look again"), icon="refresh-cw")
        self.go = Primary(theme, t("&Print this sheet"), icon="printer")
        self.file = Secondary(theme, t("P&rotected PDF…"), icon="file-lock")
        self._rows = QVBoxLayout()
        self._lay_out()
        self.file.setVisible(offers_file)
        self.how.hide()
        self.direct.toggled.connect(self.how.setVisible)
        self.again.clicked.connect(lambda *_: self.look_again.emit())
        self.go.clicked.connect(self._ask)
        self.file.clicked.connect(lambda *_: self.file_asked.emit())

    def device(self) -> Device | None:
        """Return the printer that is chosen, or nothing."""
        found = (device for button, device in self._devices.items() if button.isChecked())
        return next(found, None)

    def show_devices(self, devices: Sequence[Device]) -> None:
        """Show the printers; one that writes a file in clear is named and cannot be chosen."""
        for button in self._devices:
            let_go(button)
        self._devices = {self._choice(device): device for device in devices}
        real = [button for button, device in self._devices.items() if not device.makes_file]
        mark = self._context.habits.now.printer
        usual = [one for one in real if printer_mark(self._devices[one].name) == mark]
        for button in usual or real * (len(real) == 1):
            button.setChecked(True)
        self.go.setEnabled(bool(real))
        self._say(real=bool(real))

    def take_focus(self) -> None:
        """Put the keyboard on the gesture that is ready, never pressing it."""
        if self.device() is None and self._devices:
            next(iter(self._devices)).setFocus()
        else:
            (self.go if self.go.isEnabled() else self.file).setFocus()

    def _choice(self, device: Device) -> Radio:
        t = self._context.t
        note = ""
        if device.makes_file:
            note = t("writes a file in clear, not a sheet")
        elif device.is_remote:
            note = t("shared by the network")
        name = f"{device.name} ({note})" if note else device.name
        button = Radio(self._context.theme, name)
        button.setEnabled(not device.makes_file)
        button.toggled.connect(lambda _: self._say(real=True))
        self._group.addButton(button)
        self._rows.addWidget(button)
        return button

    def _say(self, *, real: bool) -> None:
        t, device = self._context.t, self.device()
        none = t("No printer was found. Connect it, or copy by hand.")
        if self._offers_file:
            none = t(
                "No printer was found. Connect it, or make a protected PDF to print elsewhere."
            )
        which = t("Choose the printer.") if device is None else ""
        self.state.setText(which if real else none)
        self.state.setVisible(bool(self.state.text()))
        keeps = t("The system and the printer may keep a copy.")
        if device is not None:
            keeps = t("The system and {name} may keep a copy.", name=device.name)
        self.copies.setText(keeps)

    def _ask(self, *_: object) -> None:
        device = self.device()
        if device is None:
            self.take_focus()
        else:
            self.print_asked.emit(device.name)

    def _lay_out(self) -> None:
        acts = Flow(gap=8, line_gap=8)
        acts.add(self.go)
        acts.add(self.file)
        links = Flow(gap=4, line_gap=2)
        links.add(self.again)
        links.add(self.direct)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 12)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.state)
        column.addLayout(self._rows)
        column.addWidget(self.copies)
        column.addLayout(links)
        column.addWidget(self.how)
        column.addLayout(acts)


def _how(context: Context) -> str:
    t = context.t
    return " ".join(
        (
            t("In Windows: the printer's properties, Advanced, “Print directly to the printer”."),
            t("On a copier: ask that it keeps nothing in memory, and empty its queue."),
            t("Stay beside it until the sheet is out."),
        )
    )
