"""The printers of this computer, as Qt knows them.

No dialog of the system is ever opened: it could not be covered, and it remembers. A job
says « Aide-mémoire » and nothing else. Imported when somebody prints: it is slow to load.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSettings
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from filet.application.printing import Pages, Picture, Sheet
from filet.domain.blocks import NEUTRAL_TITLE
from filet.domain.errors import PrinterFailed, PrintsToFile
from filet.gui.press import Device, image_of

_POINTS = 72
_DOTS = 300
"""Per inch: letters are sharp, and a page stays under ten megabytes for the spooler."""
_STOPPED = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
_FILE_NAMES = re.compile(r"\b(pdf|xps|onenote|fax|file|fichier|snagit)\b", re.IGNORECASE)
_FILE_MODELS = re.compile(
    r"cups-pdf|print to pdf|\bxps\b|onenote|adobe pdf|pdfcreator|\bfax\b", re.IGNORECASE
)


class QtPress:
    """The printers of Qt. Everything but ``ask_path`` is called on the thread of the vault."""

    def __init__(
        self, pages: Pages, open_printer: Callable[[str], QPrinter | None] | None = None
    ) -> None:
        self._pages = pages
        self._open = open_printer or _named

    def devices(self) -> tuple[Device, ...]:
        """Return the printers, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        found = (
            Device(info.printerName(), _makes_file(info), info.isRemote())
            for info in QPrinterInfo.availablePrinters()
        )
        return tuple(sorted(found, key=lambda device: (device.makes_file, device.name != usual)))

    def picture(self, data: bytes, page: int, scale: float) -> Picture:
        """Return a page of a sheet, at ``scale`` pixels per point."""
        return self._pages.render(data, page, scale)

    def print(self, sheet: Sheet, device: str) -> None:
        """Print the very bytes of a sheet. Raises PrinterFailed, PrintsToFile."""
        if looks_like_file(device):
            raise PrintsToFile(name=device)
        printer = self._open(device)
        if printer is None:
            raise PrinterFailed(name=device)
        _prepare(printer)
        painter = QPainter()
        if not painter.begin(printer):
            raise PrinterFailed(name=device)
        try:
            printed = self._draw(sheet, painter, printer)
        finally:
            ended = painter.end()
        if not printed or not ended or printer.printerState() in _STOPPED:
            raise PrinterFailed(name=device)

    def ask_path(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Ask with a dialog that is covered with the window; what Qt remembers of it is wiped."""
        options = QFileDialog.Option.DontUseNativeDialog | QFileDialog.Option.DontConfirmOverwrite
        ending = Path(name).suffix
        kind = f"{ending.removeprefix('.').upper()} (*{ending})"
        path, _ = QFileDialog.getSaveFileName(parent, title, name, kind, options=options)
        QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")
        return named(Path(path), name) if path else None

    def _draw(self, sheet: Sheet, painter: QPainter, printer: QPrinter) -> bool:
        whole = printer.pageLayout().fullRectPixels(printer.resolution())
        scale = min(printer.resolution(), _DOTS) / _POINTS
        for page in range(sheet.pages):
            if page and not printer.newPage():
                printer.abort()
                return False
            image = image_of(self._pages.render(sheet.data, page, scale))
            painter.drawImage(whole, image.convertToFormat(QImage.Format.Format_Grayscale8))
        return True


def named(chosen: Path, proposed: str) -> Path:
    """Return the name that was chosen, with the whole ending of the one that was proposed."""
    wanted = "".join(Path(proposed).suffixes)
    if chosen.name.endswith(wanted):
        return chosen
    return chosen.with_name(chosen.name.removesuffix(chosen.suffix) + wanted)


def looks_like_file(name: str, model: str = "") -> bool:
    """Tell whether a printer of this name writes a file: « Microsoft Print to PDF », a fax."""
    spaced = name.replace("_", " ").replace("-", " ")
    return bool(_FILE_NAMES.search(spaced) or _FILE_MODELS.search(model))


def _makes_file(info: QPrinterInfo) -> bool:
    return looks_like_file(info.printerName(), info.makeAndModel())


def _named(name: str) -> QPrinter | None:
    """Return a printer that takes sheets now: one that waits would print when nobody is there."""
    info = QPrinterInfo.printerInfo(name)
    if info.isNull() or info.state() in _STOPPED:
        return None
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def _prepare(printer: QPrinter) -> None:
    """Ask for a whole letter page in grey, under a name that says nothing."""
    printer.setDocName(NEUTRAL_TITLE)
    printer.setCreator("")
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setFullPage(True)
    size, way = QPageSize(QPageSize.PageSizeId.Letter), QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, way, QMarginsF()))
