"""What papers are made of: blocks in reading order, and the sheet that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

NEUTRAL_TITLE = "Aide-mémoire"
"""What a file says it is, whatever the paper."""


DRAWN = frozenset({"sign"})
"""Fields of blocks that name what is drawn: no word of the paper stands in them."""


class Layout(StrEnum):
    """How a paper is laid out."""

    LETTER = "letter"
    CARD = "card"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the sheet."""

    text: str


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands under the name; ``strong`` ends it, in bold."""

    text: str
    strong: str = ""


@dataclass(frozen=True, slots=True)
class Emergency:
    """The number of the box that comes first, and what to say."""

    label: str
    number: str
    say: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a part; ``aside`` stands small at the end of its line."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """Something to know, after a bullet; or after a small drawing, for who cannot read yet."""

    text: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to do or to pack, after a box."""

    text: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """Short things to pack, in two columns; the first column is read first."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone to call."""

    name: str
    phone: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Names and telephone numbers."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Her own words, without quotation marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Voiced:
    """Somebody's words, quoted when they are hers, and what the team adds, set apart."""

    text: str
    facts: str
    is_hers: bool = True


@dataclass(frozen=True, slots=True)
class Notice:
    """What becomes of the sheet, on grey."""

    strong: str
    text: str


@dataclass(frozen=True, slots=True)
class WriteLines:
    """Blank lines for her hand; fewer will do, or none, where they would take one more page."""

    label: str
    count: int
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask aloud, boxes for the answer, and blank lines for the words."""

    text: str
    answers: tuple[str, ...] = ()
    label: str = ""
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Small:
    """A remark of the house about the sheet itself."""

    text: str


@dataclass(frozen=True, slots=True)
class CardPanel:
    """One side of the card: her title, numbers, then lines."""

    title: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()


Block = (
    Title
    | Lead
    | Emergency
    | Heading
    | Point
    | Tick
    | Ticks
    | Person
    | Numbers
    | Quote
    | Voiced
    | Notice
    | WriteLines
    | Question
    | Small
    | CardPanel
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, ready to be drawn.

    ``page_words`` reads « {page} de {pages} »; ``continued`` reads « {title}, suite » and
    heads a page on which a part goes on. ``watermark`` marks a paper of the training
    vault, ``banner`` says it in a sentence.
    """

    template: str
    language: str
    blocks: tuple[Block, ...]
    footer: str = ""
    page_words: str = ""
    watermark: str = ""
    layout: Layout = Layout.LETTER
    version: str = "1"
    banner: str = ""
    continued: str = ""
    document_title: str = NEUTRAL_TITLE


def texts(paper: Paper) -> tuple[str, ...]:
    """Return every text that stands on a paper, in reading order."""
    banner = paper.banner or paper.watermark
    return tuple(_texts((banner, *paper.blocks, paper.footer)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value,) if value else ()
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        said = (each.name for each in fields(value) if each.name not in DRAWN)
        yield from _texts(tuple(getattr(value, name) for name in said))
