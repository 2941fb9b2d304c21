"""One of several words, chosen in a list: what a person is, where a woman stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from filet.domain.kinds import Role, Status
from filet.gui.context import Context
from filet.gui.sayings import GRAMMARS, ROLES, STATUSES
from filet.gui.widgets.combo import Combo


class ListChoice(QWidget):
    """A label, and a closed list under it."""

    edited = Signal()

    def __init__(self, context: Context, label: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.label = QLabel(label)
        self.label.setFont(context.theme.font("label"))
        self.box = Combo(context, label.replace("&", ""))
        for value, text in options:
            self.box.addItem(text, value)
        self.label.setBuddy(self.box)
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.label)
        column.addWidget(self.box)
        self.box.currentIndexChanged.connect(lambda _: self.edited.emit())

    def text(self) -> str:
        """Return what is chosen."""
        return str(self.box.currentData() or "")

    def show_text(self, text: str) -> None:
        """Show what is chosen."""
        self.box.setCurrentIndex(max(0, self.box.findData(text)))


class RoleChoice(ListChoice):
    """What a person is in a dossier."""

    def __init__(self, context: Context, label: str) -> None:
        super().__init__(context, label, [(one.value, context.t(ROLES[one])) for one in Role])


class GrammarChoice(ListChoice):
    """In which grammar somebody is spoken of."""

    def __init__(self, context: Context, label: str) -> None:
        said = [(value, context.t(text)) for value, text in GRAMMARS.items()]
        super().__init__(context, label, said)


class StatusChoice(ListChoice):
    """Where she stands with the house."""

    def __init__(self, context: Context, label: str) -> None:
        super().__init__(context, label, [(one.value, context.t(STATUSES[one])) for one in Status])
