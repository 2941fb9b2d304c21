"""A program of its own that prints: libcups reads where its server is only once.

python -m gui.printing_child RESOURCES DEVICE
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from filet.adapters.documents import Preview, ReportlabPrinter
from filet.domain.blocks import Paper, Point, Title
from filet.domain.errors import FiletError
from filet.gui.printers import QtPress

PAPER = Paper("takes", "fr", (Title("Aide-mémoire"), Point("Mirabelle Exemple-Roy")))


def main(resources: Path, device: str) -> None:
    application = QApplication([])
    press = QtPress(Preview())
    sys.stdout.write(" ".join(one.name for one in press.devices()) + "\n")
    sheet = ReportlabPrinter(resources / "fonts").print(PAPER)
    try:
        press.print(sheet, device)
        sys.stdout.write("printed\n")
    except FiletError as error:
        sys.stdout.write(f"{error.code}\n")
    application.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
