"""A press without a printer: pages are real, sheets are kept, and a printer may be gone."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from filet.adapters.documents import Preview
from filet.application.printing import Picture, Sheet
from filet.domain.errors import PrinterFailed
from filet.gui.press import Device


@dataclass
class FakePress:
    """Prints into a list."""

    printers: list[Device] = field(default_factory=lambda: [Device("Brother HL")])
    sheets: list[tuple[str, Sheet]] = field(default_factory=list)
    gone: bool = False
    path: Path | None = None
    names: list[str] = field(default_factory=list)
    pages: Preview = field(default_factory=Preview)

    def devices(self) -> tuple[Device, ...]:
        return tuple(self.printers)

    def picture(self, data: bytes, page: int, scale: float) -> Picture:
        return self.pages.render(data, page, scale)

    def print(self, sheet: Sheet, device: str) -> None:
        if self.gone:
            raise PrinterFailed(name=device)
        self.sheets.append((device, sheet))

    def ask_path(self, parent: QWidget, title: str, name: str) -> Path | None:
        self.names.append(name)
        return self.path
