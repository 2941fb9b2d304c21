"""Opening a dossier, in the page: a first name is enough; those that look alike come first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from filet.domain.rows import CaseLine
from filet.gui.context import Context
from filet.gui.models.case_texts import CaseTexts
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading
from filet.gui.widgets.near import NearCases


class NewCase(QFrame):
    """Two fields, both optional."""

    wanted = Signal(str, str)
    """Her first name and her family name."""
    looked_for = Signal(str)
    """What near matches are wanted for."""
    chosen = Signal(object)
    """One of the dossiers that look alike."""
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self.setObjectName("kind-card")
        self.given = LabelledField(context, t("First name, or the name she &goes by (optional)"))
        self.family = LabelledField(context, t("Fami&ly name (optional)"))
        self.near = NearCases(context, t("Is she one of these?"))
        self.open = Primary(theme, t("&Open this new dossier"))
        self.cancel = Secondary(theme, t("Not no&w"))
        self._quiet = QTimer(self, singleShot=True, interval=theme.wait("autosave_debounce"))
        self._lay_out(Heading(theme, t("New dossier"), kind="h3"))
        self._connect()
        self.hide()

    def begin(self) -> None:
        """Show empty fields."""
        for field in (self.given, self.family):
            field.show_text("")
        self.near.show_lines(())
        self.show()
        self.given.take_focus()

    def show_near(self, lines: Sequence[CaseLine]) -> None:
        """Show the dossiers whose names look alike."""
        self.near.show_lines(lines if self._name() else ())

    def show_texts(self, texts: CaseTexts) -> None:
        """Say names, or numbers only, from now on."""
        self.near.show_texts(texts)

    def _name(self) -> str:
        return f"{self.given.text()} {self.family.text()}".strip()

    def _send(self) -> None:
        self.wanted.emit(self.given.text().strip(), self.family.text().strip())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _connect(self) -> None:
        for field in (self.given, self.family):
            field.edited.connect(lambda _: self._quiet.start())
            field.confirmed.connect(self._send)
        self._quiet.timeout.connect(lambda: self.looked_for.emit(self._name()))
        self.open.clicked.connect(self._send)
        self.cancel.clicked.connect(self._close)
        self.near.chosen.connect(self.chosen)

    def _lay_out(self, title: QWidget) -> None:
        fields, buttons = Flow(gap=12), Flow(gap=8)
        fields.add(self.given, least=240, stretch=1)
        fields.add(self.family, least=240, stretch=1)
        buttons.add(self.open)
        buttons.add(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(title)
        column.addLayout(fields)
        column.addWidget(self.near)
        column.addLayout(buttons)
