"""The keys of a page, in words, at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.keycap import KeyCaps
from filet.gui.widgets.labels import Text


class KeyHints(QFrame):
    """Each key beside what it does."""

    def __init__(self, context: Context, hints: Sequence[tuple[tuple[str, ...], str]]) -> None:
        super().__init__()
        self.setObjectName("foot")
        row = Flow(gap=20, line_gap=6)
        for keys, words in hints:
            row.add(_hint(context, keys, words))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 9, 20, 9)
        column.addLayout(row)


def _hint(context: Context, keys: tuple[str, ...], words: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(KeyCaps(context.theme, *keys))
    label = Text(context.theme, words, kind="small", tone="secondary")
    label.setWordWrap(False)
    row.addWidget(label)
    return box
