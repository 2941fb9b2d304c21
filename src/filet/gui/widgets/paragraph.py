"""A labelled field of several lines; one kind looks like her voice. Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from filet.gui.context import Context


class Paragraph(QWidget):
    """A label and room for a few lines."""

    edited = Signal()

    def __init__(
        self,
        context: Context,
        label: str,
        *,
        lines: int = 3,
        hers: bool = False,
        beside: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.label = QLabel(label)
        self.label.setFont(context.theme.font("label"))
        self.area = QPlainTextEdit()
        self.area.setFont(context.theme.font("lead" if hers else "body"))
        self.area.setTabChangesFocus(True)
        self.area.setAccessibleName(label.replace("&", ""))
        self.area.setMinimumHeight(context.theme.px(18 + 22 * lines))
        self.area.setMaximumHeight(context.theme.px(18 + 22 * lines))
        self.label.setBuddy(self.area)
        self.setFocusProxy(self.area)
        if hers:
            self.area.setStyleSheet(_her_voice(context))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.addWidget(self.label, 1)
        if beside is not None:
            head.addWidget(beside)
        column.addLayout(head)
        column.addWidget(self.area)
        self.area.textChanged.connect(self.edited)

    def text(self) -> str:
        """Return what is written."""
        return self.area.toPlainText()

    def show_text(self, text: str) -> None:
        """Put a text in it."""
        self.area.setPlainText(text)


def _her_voice(context: Context) -> str:
    ground, rule, ink = (
        context.theme.value(f"voice.her_{name}") for name in ("bg", "rule", "text")
    )
    return (
        f"QPlainTextEdit {{ background: {ground}; color: {ink}; border: 0;"
        f" border-left: 4px solid {rule}; border-radius: 0; }}"
    )
