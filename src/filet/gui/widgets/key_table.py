"""Keys and what they do, in groups; read aloud as words, painted as caps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.keymap import KeyGroup, Keys
from filet.gui.widgets.keycap import KeyCaps
from filet.gui.widgets.labels import Heading, Text


class KeyTable(QWidget):
    """One card for each group."""

    def __init__(self, context: Context, groups: Sequence[KeyGroup]) -> None:
        super().__init__()
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for group in groups:
            column.addWidget(self._card(group))

    def _card(self, group: KeyGroup) -> QFrame:
        t, px = self._context.t, self._context.theme.px
        frame = QFrame()
        frame.setObjectName("kind-card")
        grid = QGridLayout(frame)
        grid.setContentsMargins(20, 12, 20, 14)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, px(96))
        grid.addWidget(Heading(self._context.theme, t(group.title), kind="h3"), 0, 0, 1, 2)
        for row, keys in enumerate(group.rows, 1):
            caps = tuple(t(cap) for cap in keys.caps)
            grid.addWidget(KeyCaps(self._context.theme, *caps), row, 0)
            grid.addWidget(self._said(keys, caps), row, 1)
        return frame

    def _said(self, keys: Keys, caps: tuple[str, ...]) -> Text:
        label = Text(self._context.theme, self._context.t(keys.does))
        label.setAccessibleName(f"{' '.join(caps)}: {label.text()}")
        return label
