"""One archive of many files, closed with a phrase: ZIP, inside of age where it is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from filet.adapters.packages.closing import close_aside
from filet.application.copying import Between
from filet.application.exporting import Member
from filet.domain.errors import ExportFailed, LibraryMissing


class Archive:
    """Packs in memory: nothing is ever in clear on a disk unless it is meant to be."""

    def __init__(self, explanations: Path, phrase: Callable[[], str]) -> None:
        self._explanations = explanations
        self._phrase = phrase

    def pack(self, members: Iterable[Member]) -> bytes:
        """Return a ZIP file."""
        packed = BytesIO()
        with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
            for name, pieces in members:
                with archive.open(name, "w", force_zip64=True) as file:
                    for piece in pieces:
                        file.write(piece)
        return packed.getvalue()

    def seal(self, data: bytes, phrase: str, between: Between) -> bytes:
        """Return an age file that the phrase opens. Raises LibraryMissing, ExportFailed."""
        if find_spec("pyrage") is None:
            raise LibraryMissing(name="pyrage")
        if not phrase:
            raise ValueError("a file closed with no phrase is open")
        try:
            return close_aside(data, phrase, between)
        except OSError:
            raise ExportFailed(name="age") from None

    def phrase(self) -> str:
        """Return words that nobody chose."""
        return self._phrase()

    def explanations(self) -> Iterator[Member]:
        """Return what tells a stranger how to read all this, in both languages."""
        for path in sorted(self._explanations.iterdir()):
            yield path.name, (path.read_bytes(),)
