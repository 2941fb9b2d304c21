"""Words as they stand on paper: typography of their language, and only what can be drawn."""

from __future__ import annotations

from filet.adapters.documents.faces import Drawn
from filet.adapters.documents.joining import joined
from filet.domain.text import clean
from filet.i18n.dates import phone, quoted, typography


class Writing:
    """Prepares the texts of one paper, and remembers the characters that were lost."""

    def __init__(self, language: str, drawn: Drawn) -> None:
        self._language = language
        self._drawn = drawn
        self._lost: dict[str, None] = {}

    @property
    def lost(self) -> tuple[str, ...]:
        """Return the characters that the faces could not draw, in the order met."""
        return tuple(self._lost)

    def text(self, typed: str) -> str:
        """Return a text as it is drawn; line ends remain."""
        return self._drawable(typography(clean(typed).strip(), self._language))

    def number(self, typed: str) -> str:
        """Return a telephone number in one piece."""
        return self._drawable(phone(clean(typed).strip(), self._language))

    def quote(self, typed: str) -> str:
        """Return her words between the quotation marks of the language, once."""
        return quoted(self.text(typed), self._language)

    def _drawable(self, text: str) -> str:
        self._lost.update(dict.fromkeys(self._drawn.lost(text)))
        return joined(text).translate(self._drawn)
