"""One answer among others: the whole line takes the click, not its words alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QRadioButton

from filet.gui.theme import Theme


class Radio(QRadioButton):
    """A real radio button, as high as a finger needs."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setFont(theme.font("body"))
        self.setMinimumHeight(theme.px(30))
        self.setAccessibleName(words)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere on the line."""
        return self.rect().contains(pos)
