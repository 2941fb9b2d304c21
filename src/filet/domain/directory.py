"""Numbers to call, each saying where it was read and whether somebody confirmed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from filet.domain.contents.house import NumberSet
from filet.domain.instruments import duplicates

EMERGENCY = "911"
"""The one number that may be printed before anybody confirmed it."""

WITHDRAWN = frozenset({"3104141", "4141", "*4141"})
"""Numbers of the police that are being withdrawn: whoever dials one may reach nobody."""


@dataclass(frozen=True, slots=True)
class NumberText:
    """A number in one language: whose it is, when it answers, what to know."""

    name: str
    hours: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """On which day somebody of the house wrote, and by what name she is called."""

    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number to call, and how sure we are of it."""

    id: str
    number: str
    confidence: str
    verified: bool
    source: str
    area: str
    languages: tuple[str, ...] = ()
    offered: bool = False
    """Whether the directory would have it printed; see ``printable``."""
    texts: Mapping[str, NumberText] = field(default_factory=dict)
    verified_on: date | None = None
    verified_by: str = ""
    shipped: Number | None = None
    """What Filet brings, where the house says otherwise."""
    corrected: Written | None = None

    @property
    def printable(self) -> bool:
        """Whether it may stand on paper: confirmed, or 911."""
        return self.offered and (self.verified or self.number == EMERGENCY)


@dataclass(frozen=True, slots=True)
class BlockText:
    """A few sentences of the emergency page in one language."""

    title: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """What the emergency page says before its numbers."""

    id: str
    verified: bool
    texts: Mapping[str, BlockText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Directory:
    """The emergency page of a region."""

    region: str
    blocks: tuple[Block, ...]
    numbers: tuple[Number, ...]


def faults(directory: Directory) -> tuple[str, ...]:
    """Return everything that is wrong with a directory."""
    return (
        *duplicates("block", (block.id for block in directory.blocks)),
        *duplicates("number", (number.id for number in directory.numbers)),
        *_unsafe(directory.numbers),
    )


def _unsafe(numbers: Iterable[Number]) -> Iterator[str]:
    for number in numbers:
        if number.offered and not number.printable:
            yield f"number {number.id}: it is not verified, so it is not printable"
        if is_withdrawn(number.number):
            yield f"number {number.id}: this number is being withdrawn"


def is_withdrawn(number: str) -> bool:
    """Tell whether dialling this may reach nobody, however it is written."""
    keys = dialled(number)
    return keys.removeprefix("1") in WITHDRAWN or keys in WITHDRAWN


def dialled(number: str) -> str:
    """Return the keys that are pressed, however the number is written."""
    return "".join(char for char in number if char.isdigit() or char in "*#")


def with_house(
    directory: Directory,
    kept: Mapping[str, NumberSet],
    written: Mapping[str, Written] | None = None,
) -> Directory:
    """Return a directory as the house knows it: what it confirmed or corrected, and its own.

    Its own stand right after 911: they are the nearest. ``written`` tells of each of its
    last words on which day it was written, and by whom.
    """
    languages = {language for number in directory.numbers for language in number.texts}
    known = {number.id for number in directory.numbers}
    when = written or {}
    shipped = [_as_known(one, kept.get(one.id), when.get(one.id)) for one in directory.numbers]
    own = [_of_house(one, languages) for one in kept.values() if one.number not in known]
    urgent = sum(number.number == EMERGENCY for number in shipped[:1])
    numbers = (*shipped[:urgent], *filter(None, own), *shipped[urgent:])
    return replace(directory, numbers=numbers)


def _as_known(number: Number, kept: NumberSet | None, written: Written | None) -> Number:
    """Return a number as the house knows it, with what Filet brings where that is otherwise.

    Words of the house stand in every language: the hours that Filet brings would be wrong.
    """
    if kept is None or kept.removed:
        return number
    sure = kept.verified_on is not None
    words = NumberText(kept.name, kept.hours, kept.note)
    texts = dict.fromkeys(number.texts, words) if kept.own_words else number.texts
    corrected = kept.own_words or dialled(kept.phone) != dialled(number.number)
    return replace(
        number,
        number=kept.phone,
        texts=texts,
        verified=sure,
        offered=number.offered or sure,
        verified_on=kept.verified_on,
        verified_by=kept.verified_by,
        shipped=number if corrected else None,
        corrected=written if corrected else None,
    )


def _of_house(kept: NumberSet, languages: Iterable[str]) -> Number | None:
    if kept.removed:
        return None
    sure = kept.verified_on is not None
    text = NumberText(kept.name, kept.hours, kept.note)
    return Number(
        kept.number, kept.phone, "", sure, "", "", offered=sure,
        texts=dict.fromkeys(languages, text),
        verified_on=kept.verified_on, verified_by=kept.verified_by,
    )  # fmt: skip
