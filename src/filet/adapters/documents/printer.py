"""Making papers, with libraries that are imported at the first one."""

from __future__ import annotations

from pathlib import Path

from filet.application.printing import Sheet
from filet.domain.blocks import Paper
from filet.domain.errors import LibraryMissing


class ReportlabPrinter:
    """Makes papers in memory: tagged, set in the bundled faces, telling nothing of itself."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts

    def print(self, paper: Paper) -> Sheet:
        """Return the bytes of a paper. Raises CardTooFull, LibraryMissing."""
        try:
            from filet.adapters.documents.press import press  # noqa: PLC0415 -- a fifth of a second
        except ModuleNotFoundError as fault:
            raise LibraryMissing(name=fault.name or "reportlab") from fault
        return press(paper, self._fonts)
