"""In which grammar a dossier speaks: of the person who is helped, and of the author.

A text says where its words depend on it by brackets, ``Est-ce [qu'il] vous suit?``. What
stands inside is said of a woman who is helped and of a man who is the author; a lexicon
holds what is said of anybody else. Two forms that are written alike are told apart after a
bar, ``[elle|tonique]``, which nobody reads. Whoever reads such a text without asking gets the usual
words: no bracket ever leaves this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar, cast

T = TypeVar("T")

_MARK = re.compile(r"\[([^\[\]|]+)(\|[a-z]+)?\]")


class Grammar(StrEnum):
    """In which grammar somebody is spoken of."""

    FEMININE = "feminine"
    MASCULINE = "masculine"
    NEUTRAL = "neutral"
    """In words that have no gender, and no dot or dash that a screen reader stumbles over."""


class Whom(StrEnum):
    """Of whom a form speaks."""

    HER = "her"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Forms:
    """How a dossier speaks; where nothing was said, of a woman and of a man."""

    her: Grammar = Grammar.FEMININE
    author: Grammar = Grammar.MASCULINE

    def of(self, whom: Whom) -> Grammar:
        """Return the grammar of one of them."""
        return self.her if whom is Whom.HER else self.author


USUAL = Forms()
_USUALLY: Mapping[Whom, Grammar] = {whom: USUAL.of(whom) for whom in Whom}


@dataclass(frozen=True, slots=True)
class Inflected:
    """What stands in a bracket, as it is said in the grammars that are not the usual one."""

    whom: Whom
    said: Mapping[Grammar, str]


Lexicon = Mapping[str, Inflected]
"""By what stands in the bracket, without capital, and after its bar."""


# Texts that depend on it -------------------------------------------------------------------


class Spoken(str):
    """A text that follows the grammar of a dossier; read as it is, it is in the usual one."""

    __slots__ = ("_lexicon", "_marked")

    _marked: str
    _lexicon: Lexicon

    def __new__(cls, marked: str, lexicon: Lexicon) -> Spoken:
        """Return the text in the usual grammar, with what it needs for another one."""
        text = super().__new__(cls, inflected(marked, lexicon, USUAL))
        text._marked, text._lexicon = marked, lexicon
        return text

    def of(self, forms: Forms) -> str:
        """Return the text as a dossier says it."""
        return inflected(self._marked, self._lexicon, forms)


def marks(text: str) -> tuple[str, ...]:
    """Return under which keys a lexicon is asked for the brackets of a text."""
    return tuple(map(_key, _MARK.finditer(text)))


def inflected(text: str, lexicon: Lexicon, forms: Forms) -> str:
    """Return a text with its brackets resolved; one that no lexicon knows stays as it stands."""

    def said(found: re.Match[str]) -> str:
        usual = found[1]
        known = lexicon.get(_key(found))
        if known is None:
            return found[0]
        grammar = forms.of(known.whom)
        if grammar is _USUALLY[known.whom]:
            return usual
        other = known.said[grammar]
        return other if usual == _small(usual) else other[:1].upper() + other[1:]

    return _MARK.sub(said, text)


def _key(found: re.Match[str]) -> str:
    return _small(found[1]) + (found[2] or "")


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def marked(thing: T, lexicon: Lexicon) -> T:
    """Return a value of the domain whose texts follow the grammar where they ask for it.

    A text is left as it is, brackets and all, unless the lexicon knows each of them.
    """

    def change(text: str) -> str:
        asked = marks(text) if "[" in text else ()
        known = asked and all(one in lexicon for one in asked)
        return Spoken(text, lexicon) if known else text

    return cast("T", _changed(thing, change))


def spoken(thing: T, forms: Forms) -> T:
    """Return a value of the domain as a dossier says it: its texts, however deep they stand."""
    if forms == USUAL:
        return thing
    return cast(
        "T", _changed(thing, lambda text: text.of(forms) if isinstance(text, Spoken) else text)
    )


def in_every_form(text: str) -> frozenset[str]:
    """Return every way in which a text may have been said to somebody."""
    every = (Forms(her, author) for her in Grammar for author in Grammar)
    return frozenset(spoken(text, forms) for forms in every)


def _changed(thing: object, change: Callable[[str], str]) -> object:
    """Return a value with its texts changed; what holds none of them is the very same."""
    match thing:
        case StrEnum():
            return thing
        case str():
            return change(thing)
        case tuple():
            return _whole(thing, tuple(_changed(one, change) for one in thing))
        case dict() | MappingProxyType():
            found = {key: _changed(one, change) for key, one in thing.items()}
            return found if any(found[key] is not one for key, one in thing.items()) else thing
        case _ if is_dataclass(thing) and not isinstance(thing, type):
            return _rebuilt(thing, change)
        case _:
            return thing


def _whole(before: tuple[object, ...], after: tuple[object, ...]) -> tuple[object, ...]:
    return after if any(new is not old for new, old in zip(after, before, strict=True)) else before


def _rebuilt(thing: Any, change: Callable[[str], str]) -> object:
    held = ((one.name, getattr(thing, one.name)) for one in fields(thing) if one.init)
    new = {name: made for name, value in held if (made := _changed(value, change)) is not value}
    return replace(thing, **new) if new else thing


def faults(lexicon: Iterable[tuple[str, Inflected]]) -> Iterator[str]:
    """Say which forms stand twice, are empty, or hold a bracket themselves."""
    seen: set[str] = set()
    for usual, form in lexicon:
        if usual in seen:
            yield f"{usual} stands twice"
        seen.add(usual)
        if usual != _small(usual):
            yield f"{usual} begins with a capital"
        for said in (usual.partition("|")[0], *form.said.values()):
            if not said.strip() or set(said) & set("[]|·•(){}"):
                yield f"{usual} is not words: {said!r}"
