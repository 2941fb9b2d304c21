"""Dresses the application: fonts, style, palette and style sheet of a theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from filet.gui.theme import Theme
from filet.gui.widgets.focus import FocusStyle


def prepare(application: QApplication, resources: Path) -> None:
    """Give Qt the style and the faces that Filet brings along; once."""
    application.setStyle(FocusStyle())
    for face in sorted((resources / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(face))


def dress(application: QApplication, theme: Theme) -> None:
    """Give a theme's face and colours to everything that is shown."""
    font, palette = theme.font("body"), theme.palette()
    if application.font() != font:
        application.setFont(font)
    if application.palette() != palette:
        application.setPalette(palette)


def dress_window(window: QWidget, theme: Theme) -> None:
    """Give a window its style sheet.

    It is the window's own, not the application's: a page is built outside of the window and
    styled once when it comes in, not at each of its widgets.
    """
    sheet = theme.style_sheet()
    if window.styleSheet() != sheet:
        window.setStyleSheet(sheet)
