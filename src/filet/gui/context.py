"""What every screen is handed: words, theme, runner, clock, and the way to write."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeVar

from filet.domain.grammar import USUAL, Forms, Lexicon, inflected, spoken
from filet.gui.habits import Remembered
from filet.gui.keeper import Keeper
from filet.gui.theme import Theme
from filet.i18n import Words
from filet.i18n.dates import typography

if TYPE_CHECKING:
    from filet.application.keeping import Clock
    from filet.gui.runner import Runner

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Context:
    """Handed to every screen; nothing is fetched from anywhere else."""

    words: Words
    theme: Theme
    runner: Runner
    clock: Clock
    keeper: Keeper
    habits: Remembered = field(default_factory=Remembered)
    forms: Forms = USUAL
    """How the open dossier speaks of her and of the author."""

    @property
    def language(self) -> str:
        """Return the language of the screen."""
        return self.words.language

    def speaking(self, forms: Forms, lexicon: Lexicon) -> Context:
        """Return the same, with every message in the grammar of a dossier."""
        said = partial(inflected, lexicon=lexicon, forms=forms)
        return replace(self, words=self.words.saying(said), forms=forms)

    def said(self, thing: T) -> T:
        """Return something of our data files in the grammar of the dossier."""
        return spoken(thing, self.forms)

    def t(self, message: str, /, **fields: object) -> str:
        """Translate a message and write it as the language prints it."""
        if not fields:
            return _printed(self.words, message)
        return typography(self.words.t(message, **fields), self.language)

    def tn(self, singular: str, plural: str, count: int, /, **fields: object) -> str:
        """Translate a message that depends on a number, as the language prints it."""
        return typography(self.words.tn(singular, plural, count, **fields), self.language)


@lru_cache(4096)
def _printed(words: Words, message: str) -> str:
    """Return a message as it is printed; never one with fields, which may be hers."""
    return typography(words.t(message), words.language)
