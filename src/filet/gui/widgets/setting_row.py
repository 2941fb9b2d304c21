"""One setting: what it is and what it changes at the left, its control at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import muted


class SettingRow(QWidget):
    """Under each other where the page is narrow or the text large."""

    def __init__(self, context: Context, title: str, control: QWidget, note: str = "") -> None:
        super().__init__()
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(context.theme, title, kind="strong"))
        self.note = muted(context, note)
        column.addWidget(self.note)
        self.note.setVisible(bool(note))
        row = Flow(self, gap=24, line_gap=6)
        row.add(words, least=context.theme.px(260), stretch=1)
        row.add(control)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
