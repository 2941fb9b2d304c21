"""The level that stands, in one line over the form of a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.models.signed_level import LevelSaid
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.small import SmallLink


class FormerLevel(QWidget):
    """Leads to what was signed."""

    look_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.said = Text(context.theme, kind="small", tone="secondary")
        self.look = SmallLink(context, context.t("See it"))
        self.look.setAccessibleName(context.t("See the level that stands"))
        row = Flow(gap=8, line_gap=2)
        row.add(self.said, least=context.theme.px(220), stretch=1)
        row.add(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 0)
        column.addLayout(row)
        self.look.clicked.connect(lambda *_: self.look_wanted.emit())

    def show_levels(self, levels: Sequence[LevelSaid]) -> None:
        """Show the last one."""
        if levels:
            last = self._context.t("Last level: {level}", level=levels[0].sentence)
            again = dict.fromkeys(asks for level in levels for asks in level.again)
            self.said.setText("\n".join((last, *again)))
            self.said.show_tone("note" if again else "secondary")
