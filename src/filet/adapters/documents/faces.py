"""The faces that papers are set in, and what they can draw."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from filet.domain.errors import LibraryMissing

UNDRAWN = "\ufffd"
"""Stands for a character that the faces cannot draw; it prints as a box that anyone sees."""

_JOINED = {"Lo", "Lm", "Nd", "Po"}
_SILENT = {"Cc", "Cf", "Cs"}
_SELECTORS = range(0xFE00, 0xFE10)


class Face(StrEnum):
    """One of the bundled faces; the value is what its file is called."""

    REGULAR = "Regular"
    ITALIC = "Italic"
    STRONG = "SemiBold"
    BOLD = "Bold"


class Drawn(dict[int, str]):
    """What becomes of each character on paper, for ``str.translate``; learnt as it is asked."""

    def __missing__(self, code: int) -> str:
        """Decide once for a character that no face has."""
        char = chr(code)
        kind = unicodedata.category(char)
        if char in "\t\u2028\u2029" or kind == "Zs":
            drawn = " "
        elif kind in _SILENT or code in _SELECTORS or kind == "Mn":
            drawn = ""
        else:
            drawn = UNDRAWN
        return self.setdefault(code, drawn)

    def lost(self, text: str) -> list[str]:
        """Return the characters of a text that do not stand on the paper as they are."""
        return [char for char in dict.fromkeys(text) if self._loses(char)]

    def _loses(self, char: str) -> bool:
        if self[ord(char)] == UNDRAWN:
            return True
        is_mark = unicodedata.category(char) == "Mn" and ord(char) not in _SELECTORS
        return is_mark and not self[ord(char)]


WIDTHS: dict[Face, dict[str, float]] = {}
"""By face and character, for text of one point; filled when the faces are loaded."""

NASKH = "Naskh"
"""The one face of the writing that joins its letters; it stands in for all the others."""
NASKH_DRAWS: set[str] = set()
"""What only that face draws; nothing where its file is not there."""


@cache
def load(folder: Path) -> Drawn:
    """Register the faces once, and return what they draw. Raises LibraryMissing."""
    fonts = [_register(folder, face) for face in Face]
    known = frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in fonts))
    known |= _join_naskh(folder, known)
    return Drawn({code: chr(code) for code in known if code >= 0x20} | {0x0A: "\n"})


def _join_naskh(folder: Path, known: frozenset[int]) -> frozenset[int]:
    """Register the face that joins its letters, where it is; return what it alone draws.

    Marks over letters are left out: nothing would put them in their place.
    """
    path = folder / "FiletNaskh-Regular.ttf"
    if not path.exists():
        return frozenset()
    widths = _read(path, NASKH).face.charWidths
    own = {code for code in widths if unicodedata.category(chr(code)) in _JOINED} - known
    NASKH_DRAWS.update(map(chr, own))
    for face in Face:
        WIDTHS[face] |= {chr(code): widths[code] / 1000 for code in own}
    return frozenset(own)


def _register(folder: Path, face: Face) -> TTFont:
    font = _read(folder / f"FiletLisible-{face.value}.ttf", face.value)
    WIDTHS[face] = {chr(code): wide / 1000 for code, wide in font.face.charWidths.items()}
    return font


def _read(path: Path, name: str) -> TTFont:
    try:
        font = TTFont(name, str(path), asciiReadable=False)
    except (TTFError, OSError) as fault:
        raise LibraryMissing(name=path.name) from fault
    # A file that is found must not tell which program made it: no name inside the font.
    font.face.name = f"Lisible-{name}".encode()
    font.face.table.pop("name", None)
    pdfmetrics.registerFont(font)
    return font
