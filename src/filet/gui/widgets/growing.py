"""A field of several lines that grows with what is written in it; one kind is her voice."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from filet.gui.context import Context

_MOST = 9


class Growing(QPlainTextEdit):
    """Never scrolls before nine lines. Tab leaves it."""

    def __init__(self, context: Context, name: str, *, hers: bool = False, lines: int = 2) -> None:
        super().__init__()
        self._context, self._lines = context, lines
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.show_voice(hers=hers)
        self.textChanged.connect(self._grow)
        self._grow()

    def show_voice(self, *, hers: bool) -> None:
        """Look like her voice, or like the worker's."""
        theme = self._context.theme
        self.setFont(theme.font("lead" if hers else "body"))
        self.setProperty("voice", "hers" if hers else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap otherwise: so many lines more or less."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines = max(self._lines, min(self._shown_lines(), _MOST))
        height = lines * self.fontMetrics().lineSpacing() + self._context.theme.px(22)
        if height != self.height():
            self.setFixedHeight(height)

    def _shown_lines(self) -> int:
        block, count = self.document().firstBlock(), 0
        while block.isValid():
            layout = block.layout()
            count += max(1, layout.lineCount())
            block = block.next()
        return count
