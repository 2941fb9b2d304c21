"""Two languages that nobody speaks: a long one, and one that is read from right to left.

They are made from the messages themselves. What stands on a screen without their brackets
was never given to a translator, or is data.
"""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from filet.gui.screens.outside_result import NAMES
from filet.gui.screens.someone_asks import SENTENCES

BEGIN, END = "⟦", "⟧"
_FIELD = re.compile(r"(\{[^{}]*\})")
_ACCENTS = str.maketrans("aeiouyAEIOUYcn", "àéîöûÿÀÉÎÖÛŸçñ")
_SHORT = 12
"""Letters under which a translation is often twice as long."""
LANGUAGE = "fr"
"""The language in whose place they stand: that of the data beside them."""


def longer(message: str) -> str:
    """Return a message in brackets, 135 to 200 % as long, with its fields and its letter."""
    wanted = len(message) * (2.0 if len(message) <= _SHORT else 1.35) + 1
    parts = [
        part if _FIELD.fullmatch(part) else part.translate(_ACCENTS) for part in _split(message)
    ]
    text = "".join(parts)
    words = " une deux trois quatre cinq six sept huit neuf dix onze douze treize"
    padding = (words * (1 + len(message) // 50))[: max(2, round(wanted - len(message) - 2))]
    return f"{BEGIN}{text}{padding.rstrip()}{END}"


def reversed_(message: str) -> str:
    """Return a message in brackets whose words are spelled backwards."""
    parts = (p if _FIELD.fullmatch(p) else _backwards(p) for p in reversed(_split(message)))
    return f"{BEGIN}{''.join(parts)}{END}"


def _backwards(text: str) -> str:
    """Turn a text around; the mark of a letter stays before its letter."""
    return re.sub(r"(.)&", r"&\1", text[::-1])


def _split(message: str) -> list[str]:
    return _FIELD.split(message)


def resources(real: Path, folder: Path, spell: Callable[[str], str]) -> Path:
    """Return resources like the real ones, in which French speaks a pseudo-language."""
    shutil.copytree(real, folder, ignore=shutil.ignore_patterns("locale"))
    words = folder / "locale" / LANGUAGE
    words.mkdir(parents=True)
    with (real / "locale" / LANGUAGE / "filet.po").open("rb") as file:
        catalogue = read_po(file, locale=LANGUAGE)
    for message in catalogue:
        if message.id:
            ids = message.id
            message.string = spell(ids) if isinstance(ids, str) else tuple(map(spell, ids))
    with (words / "filet.mo").open("wb") as file:
        write_mo(file, catalogue)
    return folder


# What was left as it was ------------------------------------------------------------------

_DATES = re.compile(
    r"\b(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|janv|fév|avr|juill|sept|oct|nov|déc|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lun|mar|mer|jeu|ven|sam|dim|er|h|min)\b\.?",
    re.IGNORECASE,
)
_CODES = re.compile(r"\b[A-Z0-9]{1,4}\b|(?<=/)[\w.-]+")
"""Initials, groups of a recovery key, parts of a path."""
_MARKED = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")
_PLAIN = re.compile(r"[^\W\d_]{2,}")
SAME_EVERYWHERE = frozenset({"Filet", "Français", "English", "Ctrl", *NAMES, *SENTENCES.values()})
"""Names that no language changes, and what is said word for word in both."""


class Data:
    """All that may stand on a screen without being translated."""

    def __init__(self, real: Path, typed: tuple[str, ...]) -> None:
        shipped = (text for path in real.rglob("*.toml") for text in _strings(path))
        whole = {_plain(text) for text in (*shipped, *typed, *SAME_EVERYWHERE)}
        self._words = {word for text in whole for word in _PLAIN.findall(text)}

    def left_of(self, text: str) -> str:
        """Return the words of a text that are neither translated nor data."""
        rest = _plain(text)
        while (shorter := _MARKED.sub(" ", rest)) != rest:
            rest = shorter
        rest = _DATES.sub(" ", _CODES.sub(" ", rest))
        unknown = [word for word in _PLAIN.findall(rest) if word not in self._words]
        return " ".join(unknown)


def _plain(text: str) -> str:
    """Return a text without what typography changes."""
    return (
        text.replace("\u00a0", " ").replace("’", "'").replace("\u2011", "-").replace("\u200b", "")
    )


def _strings(path: Path) -> Iterator[str]:
    yield from _of(tomllib.loads(path.read_text(encoding="utf-8")))


def _of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _of(part)
    elif isinstance(value, list):
        for part in value:
            yield from _of(part)
