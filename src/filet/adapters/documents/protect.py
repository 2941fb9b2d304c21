"""Closing a file with a phrase that is said by voice."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from filet.domain.errors import LibraryMissing

WORDS_IN_PHRASE = 6
"""66 bits with a list of 2048 words."""
FEWEST_WORDS = 2048


class PdfProtector:
    """Closes files with phrases drawn from a list of words, one on each line."""

    def __init__(self, words: Path) -> None:
        self._words = words

    def phrase(self) -> str:
        """Return six words that nobody chose. Raises LibraryMissing."""
        return six_word_phrase(words_of(self._words))

    def protect(self, data: bytes, phrase: str) -> bytes:
        """Return the file, readable with the phrase only. Raises LibraryMissing."""
        return protect(data, phrase)


def words_of(path: Path) -> tuple[str, ...]:
    """Return the words of a list. Raises LibraryMissing, naming the file.

    A list that lost words would give phrases that somebody can guess.
    """
    try:
        words = tuple(path.read_text(encoding="utf-8").split())
    except (OSError, UnicodeDecodeError) as fault:
        raise LibraryMissing(name=path.name) from fault
    if len(set(words)) < FEWEST_WORDS:
        raise LibraryMissing(name=path.name)
    return words


def six_word_phrase(
    words: Sequence[str], choose: Callable[[Sequence[str]], str] = secrets.choice
) -> str:
    """Return six words, each chosen for itself, a space between them."""
    return " ".join(choose(words) for _ in range(WORDS_IN_PHRASE))


def protect(data: bytes, phrase: str) -> bytes:
    """Return a PDF closed with AES-256 (revision 6), its metadata included.

    The structure stays, and screen readers may read it. Raises LibraryMissing.
    """
    try:
        import pikepdf  # noqa: PLC0415 -- a tenth of a second, and few files are ever closed
    except ModuleNotFoundError as fault:
        raise LibraryMissing(name="pikepdf") from fault
    if not phrase:
        raise ValueError("a file closed with no phrase is open")
    lock = pikepdf.Encryption(user=phrase, owner=phrase, R=6, aes=True, metadata=True)
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        out = BytesIO()
        pdf.save(out, encryption=lock, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
