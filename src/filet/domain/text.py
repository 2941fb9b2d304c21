"""Text as it enters, and the key by which it is searched and sorted."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\u0085": "\n"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = {code: None for code in range(0x20) if chr(code) not in "\n\t"} | {0x7F: None}
_FOLDS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ł": "l", "ø": "o", "ß": "ss", "đ": "d", "’": "'", "ʼ": "'"}
)


def clean(text: str) -> str:
    r"""Return text as it is kept: NFC, line ends as ``\n``, no control character but tab.

    Lone surrogates, which UTF-8 cannot carry, become U+FFFD.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text.translate(_CONTROL)))


def fold(text: str) -> str:
    """Return the key by which text is searched and sorted: no case, no accent."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDS))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.translate(_FOLDS)


def passphrase_bytes(passphrase: str) -> bytes:
    """Return a passphrase as it is derived: NFKC, UTF-8, nothing trimmed."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
