"""Reads how the texts of Filet follow the grammar of a dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from filet.adapters.catalogue.shapes import TextShape, Words
from filet.adapters.catalogue.toml import Folder
from filet.adapters.catalogue.words import words, words_file
from filet.domain.grammar import Grammar, Inflected, Lexicon, Whom, faults


class GrammarTextShape(TextShape, frozen=True, kw_only=True):
    """Words of one language: what is usually said, then the other gender, then neutral words."""

    author: Mapping[Words, tuple[Words, Words]]
    her: Mapping[Words, tuple[Words, Words]]


class Late(Mapping[str, Inflected]):
    """Forms that are read when the first text asks for one."""

    def __init__(self, load: Callable[[], Lexicon]) -> None:
        self._load = load

    def __getitem__(self, usual: str) -> Inflected:
        return self._load()[usual]

    def __iter__(self) -> Iterator[str]:
        return iter(self._load())

    def __len__(self) -> int:
        return len(self._load())


def read_grammar(folder: Folder, path: str, languages: Sequence[str]) -> Lexicon:
    """Return the forms of every language; no two languages write one the same way."""
    found: dict[str, Inflected] = {}
    for language, text in (words(folder, path, languages, GrammarTextShape) or {}).items():
        forms = tuple(_forms(text))
        folder.blame(words_file(path, language), faults((*found.items(), *forms)))
        found.update(forms)
    return found


def _forms(text: GrammarTextShape) -> Iterator[tuple[str, Inflected]]:
    yield from _of(Whom.AUTHOR, Grammar.FEMININE, text.author.items())
    yield from _of(Whom.HER, Grammar.MASCULINE, text.her.items())


def _of(
    whom: Whom, other: Grammar, forms: Iterable[tuple[str, tuple[str, str]]]
) -> Iterator[tuple[str, Inflected]]:
    for usual, (gendered, neutral) in forms:
        yield usual, Inflected(whom, {other: gendered, Grammar.NEUTRAL: neutral})
