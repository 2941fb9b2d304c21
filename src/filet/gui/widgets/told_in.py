"""In which language an answer was given, and through whom: said again where it differs."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.kinds import Interpreting, StatementMade
from filet.gui.context import Context
from filet.gui.models.told_in import DANGER, THROUGH, told_in
from filet.gui.sayings import LANGUAGES
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.labels import Text
from filet.gui.widgets.role_choice import ListChoice
from filet.gui.widgets.small import SmallLink


class ToldIn(QWidget):
    """A link that reads it, and a panel that changes it for this answer alone."""

    chosen = Signal(str, object)
    """A language, or nothing, and an Interpreting, or nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._said: tuple[str, Interpreting | None] = ("", None)
        self.change = SmallLink(context, "")
        self.danger = Text(context.theme, context.t(DANGER), kind="small", tone="note")
        self.panel = FormPanel(
            context,
            context.t("Language and interpreter of this answer"),
            lambda: _fields(context),
            button=context.t("Keep"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.panel)
        column.addWidget(self.danger)
        self.danger.hide()
        self.change.clicked.connect(lambda *_: self.begin())
        self.panel.sent.connect(self._send)
        self.panel.closed.connect(self.danger.hide)

    def show_said(self, said: StatementMade | None) -> None:
        """Show how a statement was told; hidden where there is none."""
        self.setVisible(said is not None)
        self.panel.hide()
        self._said = (said.language, said.interpreting) if said is not None else ("", None)
        relative = self._said[1] is Interpreting.RELATIVE
        self.danger.setVisible(relative)
        read = told_in(self._context, *self._said)
        self.change.name_it(
            f"{read[:1].upper()}{read[1:]}" or self._context.t("Language, interpreter")
        )

    def begin(self) -> None:
        """Show the two fields, and what the danger is."""
        language, through = self._said
        box = self.panel.fields["language"].box
        if box.findData(language) < 0:
            box.addItem(language, language)
        self.danger.show()
        self.panel.begin({"language": language, "through": through or ""}, self.change)

    def _send(self, texts: dict[str, str]) -> None:
        through = Interpreting(texts["through"]) if texts["through"] else None
        self.panel.close_it()
        self.chosen.emit(texts["language"], through)


def _fields(context: Context) -> dict[str, Any]:
    t = context.t
    languages = [("", t("Not said")), *((code, t(name)) for code, name in LANGUAGES.items())]
    through = [("", t("Not said")), (Interpreting.NONE.value, t("Without interpreter"))]
    through += [(one.value, t(word)) for one, word in THROUGH.items()]
    return {
        "language": ListChoice(context, t("Language"), languages),
        "through": ListChoice(context, t("Told"), through),
    }
