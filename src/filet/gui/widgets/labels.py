"""Words on a page, in a size and a tone of the theme."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from filet.gui.theme import Theme


class Text(QLabel):
    """A text that wraps and is never read as markup."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        kind: str = "body",
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_endless_broken(text), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(kind))
        self.setWordWrap(True)
        self.setProperty("tone", tone)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text; a word too long for any line pushes nothing out of the window."""
        super().setText(_endless_broken(text))

    def show_tone(self, tone: str) -> None:
        """Change the tone: secondary, muted, ok, note, error."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class Heading(Text):
    """The title of a page: it can take the focus, so that a change of page is announced."""

    def __init__(self, theme: Theme, text: str, *, kind: str = "h2") -> None:
        super().__init__(theme, text, kind=kind)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("own_ring", True)
        self.setAccessibleName(text)


class Elided(QLabel):
    """A line that gives up its beginning where there is no room; its name stays whole."""

    def __init__(self, theme: Theme, *, kind: str = "body") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(kind))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the end of the line, which tells most."""
        metrics = self.fontMetrics()
        fitting = metrics.elidedText(self.text(), Qt.TextElideMode.ElideLeft, self.width())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        role = self.foregroundRole()
        self.style().drawItemText(
            QPainter(self), self.rect(), flags, self.palette(), True, fitting, role
        )


_LONG = 14
"""Letters without a space from which a word may be broken."""


def breakable(text: str) -> str:
    """Return a text whose long words may be broken anywhere, for the eye only."""
    return " ".join(
        "\u200b".join(word[at : at + _LONG] for at in range(0, len(word), _LONG))
        for word in text.split(" ")
    )


_ENDLESS = re.compile("[^\\s\u200b]{40,}")


def _endless_broken(text: str) -> str:
    return _ENDLESS.sub(lambda word: breakable(word.group()), text)
