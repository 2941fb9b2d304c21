"""Choosing among the latest calls and questions that were noted, in the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.rows import RegisterLine
from filet.gui.context import Context
from filet.gui.sayings import moment_text
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.page import card, emptied, muted

_MOST = 8


class CallPicker(QWidget):
    """Hidden until it is needed."""

    chosen = Signal(object)
    """The Ref of a call's entry."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        frame, column = card(context, context.t("Which call belongs to this dossier?"))
        self._rows = QVBoxLayout()
        self.cancel = Secondary(context.theme, context.t("No&t now"))
        column.addLayout(self._rows)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.cancel.clicked.connect(self.hide)
        self.hide()

    def begin(self) -> None:
        """Show it."""
        self.show()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_calls(self, lines: Sequence[RegisterLine]) -> None:
        """Show these calls."""
        emptied(self._rows)
        if not lines:
            none = self._context.t("No call is waiting for a dossier.")
            self._rows.addWidget(muted(self._context, none))
        for line in lines[:_MOST]:
            self._add(line)

    def _add(self, line: RegisterLine) -> None:
        zone = self._context.clock.wall().tzinfo
        moment = datetime.fromtimestamp(line.at / 1000, UTC).astimezone(zone)
        label = line.label or self._context.t("no name given")
        text = f"{moment_text(self._context, moment)} · {label}"
        button = Secondary(self._context.theme, text.replace("&", "&&"))
        button.clicked.connect(lambda *_: self._chose(line))
        self._rows.addWidget(button)

    def _chose(self, line: RegisterLine) -> None:
        self.hide()
        self.chosen.emit(line.entry)
