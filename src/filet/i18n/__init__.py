"""Words for people, in as many languages at once as a screen and its papers need."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

SOURCE_LANGUAGE = "en"
"""The language in which the messages stand in the code."""

_STOPPED = re.compile(r"\{(\w+)\}\.(?!\.)")
_ENDS = (".", "?", "!", "\u2026")
_MARK = re.compile(r"\[([^\[\]|]+)(?:\|[a-z]+)?\]")


def usual(text: str) -> str:
    """Return a message as it is said of a woman who is helped and of a man who is the author.

    In brackets stands what another grammar says otherwise; here they only go.
    """
    return _MARK.sub(r"\1", text) if "[" in text else text


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for « translate this later »
    """Mark a message for the translators' files."""
    return message


class _Late(NullTranslations):
    """The messages of a file, read when the first of them is asked for."""

    def __init__(self, compiled: Path) -> None:
        super().__init__()
        self._compiled = compiled

    @cached_property
    def _read(self) -> GNUTranslations:
        with self._compiled.open("rb") as file:
            return GNUTranslations(file)

    def gettext(self, message: str) -> str:
        """Return a message in the language of the file."""
        return self._read.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return a message that depends on a number."""
        return self._read.ngettext(msgid1, msgid2, n)


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language."""

    language: str
    _catalogue: NullTranslations = field(default_factory=NullTranslations, repr=False)
    _spoken: Callable[[str], str] = field(default=usual, repr=False)

    @classmethod
    def of(cls, language: str, folder: Path) -> Words:
        """Read ``folder/LANGUAGE/filet.mo``; without it the messages speak for themselves."""
        compiled = folder / language / "filet.mo"
        return cls(language, _Late(compiled)) if compiled.is_file() else cls(language)

    def saying(self, spoken: Callable[[str], str]) -> Words:
        """Return the same words in another grammar; ``spoken`` resolves the brackets."""
        return replace(self, _spoken=spoken)

    def t(self, message: str, /, **fields: object) -> str:
        """Translate a message, then put its named fields in."""
        return _filled(self._spoken(self._catalogue.gettext(message)), fields)

    def tn(self, singular: str, plural: str, count: int, /, **fields: object) -> str:
        """Translate a message that depends on a number, known to it as ``{count}``."""
        text = self._catalogue.ngettext(singular, plural, count)
        return _filled(self._spoken(text), {"count": count} | fields)


def sentences(*parts: str) -> str:
    """Return texts as sentences, each with one stop: « déc. » and “p.m.” bring their own."""
    return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in parts if part)


def _filled(text: str, fields: dict[str, object]) -> str:
    """Put the fields in; one that ends with a stop takes the place of the message's own."""
    if not fields:
        return text

    def stopped(found: re.Match[str]) -> str:
        own = str(fields.get(found[1], "")).endswith(".")
        return found[0].removesuffix(".") if own else found[0]

    return _STOPPED.sub(stopped, text).format(**fields)
