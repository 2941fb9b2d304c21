"""Text as it enters, and the key by which it is searched and sorted."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

T = TypeVar("T")

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


def cleaned(value: T) -> T:
    """Return a value of the domain in which every text is as it is kept."""
    found: object = value
    if isinstance(value, str) and not isinstance(value, Enum):
        found = clean(value)
    elif isinstance(value, tuple):
        found = tuple(cleaned(one) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        found = replace(
            value, **{one.name: cleaned(getattr(value, one.name)) for one in fields(value)}
        )
    return cast("T", found)


def fold(text: str) -> str:
    """Return the key by which text is searched and sorted: no case, no accent."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDS))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.casefold().translate(_FOLDS)


def passphrase_bytes(passphrase: str) -> bytes:
    """Return a passphrase as it is derived: NFKC, UTF-8, nothing trimmed."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
