"""Words on a page, in a size and a tone of the theme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from filet.gui.theme import Theme

ANOTHER_FACE = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})
"""What tells that words are written in another face, and have to be measured again."""


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
        self._heights: dict[tuple[int, float], int] = {}  # first: Qt tells of a face meanwhile
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
        self._heights.clear()
        super().setText(_endless_broken(text))

    def setFont(self, font: QFont | str | Sequence[str]) -> None:  # noqa: N802 - Qt's name
        """Write in another face."""
        self._heights.clear()
        super().setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another face, whoever gave it: a style sheet asks nobody."""
        if event.type() in ANOTHER_FACE:
            self._heights.clear()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at a width: layouts ask over and over, and Qt wraps anew each time."""
        asked = (width, self.devicePixelRatio())
        found = self._heights.get(asked)
        if found is None:
            found = self._heights[asked] = super().heightForWidth(width)
        return found

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


class FieldLabel(Text):
    """The name of a field: in one line where there is room, in more where there is less."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, kind="label")

    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        width = self.fontMetrics().horizontalAdvance(self.text().replace("&", "")) + 2
        return QSize(width, self.heightForWidth(width))


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
        with QPainter(self) as painter:
            self.style().drawItemText(
                painter, self.rect(), flags, self.palette(), True, fitting, role
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
