"""Words for people, in as many languages at once as a screen and its papers need."""

from __future__ import annotations

from dataclasses import dataclass, field
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

SOURCE_LANGUAGE = "en"
"""The language in which the messages stand in the code."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for « translate this later »
    """Mark a message for the translators' files."""
    return message


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language."""

    language: str
    _catalogue: NullTranslations = field(default_factory=NullTranslations, repr=False)

    @classmethod
    def of(cls, language: str, folder: Path) -> Words:
        """Read ``folder/LANGUAGE/filet.mo``; without it the messages speak for themselves."""
        compiled = folder / language / "filet.mo"
        if not compiled.is_file():
            return cls(language)
        with compiled.open("rb") as file:
            return cls(language, GNUTranslations(file))

    def t(self, message: str, /, **fields: object) -> str:
        """Translate a message, then put its named fields in."""
        return _filled(self._catalogue.gettext(message), fields)

    def tn(self, singular: str, plural: str, count: int, /, **fields: object) -> str:
        """Translate a message that depends on a number, known to it as ``{count}``."""
        text = self._catalogue.ngettext(singular, plural, count)
        return _filled(text, {"count": count} | fields)


def _filled(text: str, fields: dict[str, object]) -> str:
    return text.format(**fields) if fields else text
