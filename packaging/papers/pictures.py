"""Pictures of the pages of a file, beside it, to look at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from filet.adapters.documents import Preview

_SCALE = 1.3
"""Pixels per point."""


def draw(path: Path) -> None:
    """Draw every page of a file."""
    import pypdfium2  # noqa: PLC0415 - only where pictures are asked for

    data, preview = path.read_bytes(), Preview()
    with pypdfium2.PdfDocument(data) as document:
        count = len(document)
    for page in range(count):
        seen = preview.render(data, page, _SCALE)
        shape = QImage.Format.Format_RGBA8888
        image = QImage(seen.data, seen.width, seen.height, 4 * seen.width, shape)
        image.save(str(path.with_name(f"{path.stem}-{page + 1}.png")))
