"""Buttons and links for lists, where the common size would drown the words."""

from __future__ import annotations

from PySide6.QtCore import QSize

from filet.gui.context import Context
from filet.gui.theme import Theme
from filet.gui.widgets.buttons import Link, Secondary

_BUTTON, _LINK = 32, 26


class SmallButton(Secondary):
    """A button as high as a target may be at least."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        self.setFont(theme.font("label"))

    def sizeHint(self) -> QSize:
        """Return the room of its word."""
        return QSize(super().sizeHint().width(), self._theme.px(_BUTTON))

    def _pad(self) -> int:
        return 10


class SmallLink(Link):
    """A link in the size of a list; a word that holds an & keeps it."""

    def __init__(self, context: Context, text: str, *, icon: str = "") -> None:
        super().__init__(context.theme, text, icon=icon)
        font = context.theme.font("small")
        font.setUnderline(True)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """Return the room of its words."""
        return QSize(super().sizeHint().width(), self._theme.px(_LINK))

    def _pad(self) -> int:
        return 2
