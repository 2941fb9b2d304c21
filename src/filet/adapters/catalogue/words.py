"""Words of a data file: one file per language, each with exactly the keys that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from filet.adapters.catalogue.shapes import ReviewShape, TextShape
from filet.adapters.catalogue.toml import Folder
from filet.domain.flaws import Flaw, flaw
from filet.domain.instruments import Review

T = TypeVar("T", bound=TextShape)

LANGUAGES = ("fr", "en")
"""Every data file is written in these."""


def inside(path: str, name: str) -> str:
    """Return the path of a file in a folder; the top folder has no name."""
    return f"{path}/{name}" if path else name


def words_file(path: str, language: str) -> str:
    """Return the path of the words in one language."""
    return inside(path, f"text.{language}.toml")


def words(
    folder: Folder, path: str, languages: Iterable[str], shape: type[T]
) -> dict[str, T] | None:
    """Return the words in every language, or nothing when one of them cannot be read."""
    found: dict[str, T] = {}
    asked = tuple(languages)
    for language in asked:
        file = words_file(path, language)
        text = folder.read(file, shape)
        if text is not None:
            found[language] = text
            head(folder, file, language, text.language, text.reviewed)
    return found if len(found) == len(asked) else None


def head(folder: Folder, file: str, language: str, declared: object, reviewed: object) -> None:
    """Note what is wrong with the head of a file of words, and whether it was read over."""
    folder.blame(file, _misdeclared(language, declared, reviewed))
    if reviewed is False:
        folder.unreviewed.append(file)


def _misdeclared(language: str, declared: object, reviewed: object) -> Iterator[Flaw]:
    if declared != language:
        yield flaw("other_language", ("language",), language=language)
    if reviewed is True:
        yield flaw("reviewed_by_nobody", ("reviewed",))


def mismatched(table: str, wanted: Iterable[str], found: Iterable[str]) -> Iterator[Flaw]:
    """Say which words are missing and which nothing asks for; ``table`` is a dotted name."""
    asked, there = set(wanted), set(found)
    at, of = tuple(table.split(".")), ("table", table)
    yield from (flaw("no_words", at, of, name=name) for name in sorted(asked - there))
    yield from (flaw("not_asked", (*at, name), of, name=name) for name in sorted(there - asked))


def match(
    folder: Folder,
    path: str,
    texts: Mapping[str, TextShape],
    tables: Mapping[str, Iterable[str]],
) -> None:
    """Note every difference between what is asked for and what has words, table by table."""
    wanted = {name: tuple(ids) for name, ids in tables.items()}
    for language, text in texts.items():
        for name, ids in wanted.items():
            found: Mapping[str, object] = getattr(text, name)
            folder.blame(words_file(path, language), mismatched(name, ids, found))


def review(said: ReviewShape | bool) -> Review | None:
    """Return who read the words over, or nothing."""
    return Review(said.by, said.on) if isinstance(said, ReviewShape) else None
