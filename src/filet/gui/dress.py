"""Dresses the application: fonts, style, palette and style sheet of a theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from filet.gui.theme import Theme
from filet.gui.widgets.focus import FocusStyle


def prepare(application: QApplication, resources: Path) -> None:
    """Give Qt the style and the faces that Filet brings along; once."""
    application.setStyle(FocusStyle())
    for face in sorted((resources / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(face))


def dress(application: QApplication, theme: Theme) -> None:
    """Put a theme on everything that is shown."""
    sheet = theme.style_sheet()
    if application.styleSheet() == sheet:
        return  # every control would be polished again for nothing
    application.setFont(theme.font("body"))
    application.setPalette(theme.palette())
    application.setStyleSheet(sheet)
