"""Numbers to call, each saying where it was read and whether somebody confirmed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

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
        if _dialled(number.number) in WITHDRAWN:
            yield f"number {number.id}: this number is being withdrawn"


def _dialled(number: str) -> str:
    return "".join(char for char in number if char.isdigit() or char in "*#")
