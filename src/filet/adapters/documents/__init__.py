"""Papers on their way out: drawn, shown, and closed with a phrase."""

from filet.adapters.documents.preview import Preview
from filet.adapters.documents.printer import ReportlabPrinter
from filet.adapters.documents.protect import PdfProtector, protect, six_word_phrase

__all__ = [
    "PdfProtector",
    "Preview",
    "ReportlabPrinter",
    "protect",
    "six_word_phrase",
]
