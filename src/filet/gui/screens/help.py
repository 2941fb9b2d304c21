"""Help: the keys, and where to find more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.keycap import KeyCaps
from filet.gui.widgets.labels import Heading, Text


class HelpScreen(QWidget):
    """Every key that works here."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.title = Heading(context.theme, context.t("Keys"), kind="h1")
        page = QWidget()
        page.setProperty("ground", "app")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 20, 32, 24)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self._keys())
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.title.text())
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def take_focus(self) -> None:
        """Let the arrows scroll the page."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keys(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "card")
        grid = QGridLayout(frame)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, (keys, text) in enumerate(self._rows()):
            grid.addWidget(KeyCaps(self._context.theme, *keys), row, 0)
            grid.addWidget(self._said(keys, text), row, 1)
        return frame

    def _said(self, keys: tuple[str, ...], text: str) -> Text:
        label = Text(self._context.theme, text)
        label.setAccessibleName(f"{' '.join(keys)}: {text}")
        return label

    def _rows(self) -> list[tuple[tuple[str, ...], str]]:
        t = self._context.t
        return [
            ((t("Esc"), t("Esc")), t("Hide the screen. Enter brings the page back.")),
            (("Ctrl", "L"), t("Lock. Everything is saved; the same page comes back.")),
            (("F9",), t("Urgent numbers, before opening too.")),
            (("F1",), t("This page.")),
            (("Ctrl", "1"), t("The dossiers.")),
            (("F6",), t("Next part of the window: rail, bar, page.")),
            (("Ctrl", "+"), t("Larger text.")),
            (("Ctrl", "-"), t("Smaller text.")),
            (("Ctrl", "0"), t("Normal text.")),
        ]
