"""« Depuis le papier du … » : one line that unfolds what is to be read over with her."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import scrolling

_LOW, _HIGH = 32, 104
"""Pixels that the lines take, where there is little room and much: the plan stays in sight."""


class SincePaper(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme = context.theme
        self.link = Link(context.theme, "")
        self.link.setCheckable(True)
        self.lines = Text(context.theme, kind="small")
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(4, 0, 4, 0)
        inside.addWidget(self.lines)
        self.area = scrolling(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(2))
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.area)
        self.link.toggled.connect(self._unfold)
        self.area.hide()
        self.hide()

    def show_lines(self, title: str, lines: Sequence[str]) -> None:
        """Show how much there is to read over; what was unfolded stays so."""
        self.setVisible(bool(title))
        self.link.name_it(title)
        self.area.setAccessibleName(title)
        self.lines.setText("\n".join(lines))
        self._unfold(shown=self.link.isChecked() and bool(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lines the room they need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _unfold(self, shown: bool) -> None:
        self.area.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() - self._theme.px(24)
        high = min(max(self.lines.heightForWidth(wide), 0), self._theme.px(_HIGH))
        self.area.setMinimumHeight(min(high, self._theme.px(_LOW)))
        self.area.setMaximumHeight(high)
