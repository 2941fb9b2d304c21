"""Pictures of the very bytes that are printed."""

from __future__ import annotations

from filet.application.printing import Picture
from filet.domain.errors import LibraryMissing


class Preview:
    """Shows pages without writing them anywhere."""

    def render(self, data: bytes, page: int, scale: float) -> Picture:
        """Return a page, from 0, at ``scale`` pixels per point. Raises LibraryMissing.

        One thread at a time: PDFium is not made for two.
        """
        try:
            import pypdfium2 as pdfium  # noqa: PLC0415 -- not needed before a paper is shown
        except ModuleNotFoundError as fault:
            raise LibraryMissing(name="pypdfium2") from fault
        with pdfium.PdfDocument(data) as document:
            bitmap = document[page].render(
                scale=scale,
                rev_byteorder=True,
                force_bitmap_format=pdfium.raw.FPDFBitmap_BGRA,
            )
            return Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height)
