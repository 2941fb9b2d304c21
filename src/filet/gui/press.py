"""Paper on its way out of the window: printers, sheets, and where a file goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from filet.application.printing import Picture, Sheet


@dataclass(frozen=True, slots=True)
class Device:
    """A printer of this computer, or what passes for one."""

    name: str
    makes_file: bool = False
    """It writes a file in clear where the worker believes that she prints."""
    is_remote: bool = False


class Press(Protocol):
    """Shows sheets, prints them, and asks where a file goes."""

    def devices(self) -> tuple[Device, ...]:
        """Return the printers, as the system knows them now."""

    def picture(self, data: bytes, page: int, scale: float) -> Picture:
        """Return a page of a sheet, at ``scale`` pixels per point."""

    def print(self, sheet: Sheet, device: str) -> None:
        """Print the very bytes of a sheet. Raises PrinterFailed, PrintsToFile."""

    def ask_path(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Ask in which folder and under which name a file goes; its ending stays."""


def image_of(picture: Picture) -> QImage:
    """Return a picture as Qt draws it, with bytes of its own."""
    line = 4 * picture.width
    shape = QImage.Format.Format_RGBA8888
    return QImage(picture.data, picture.width, picture.height, line, shape).copy()
