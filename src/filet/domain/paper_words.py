"""What a paper brings along before any plan: its words, its parts, and how it is headed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from filet.domain.blocks import NEUTRAL_TITLE, Block, Layout, Paper, Small, WriteLines

_TRAINING = "EXERCICE"


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line that a paper brings along, whatever her plan says.

    ``form`` is ``know``, ``do``, ``number`` or ``write``; ``when`` names the situations of
    which one must be hers, none meaning always; ``count`` is how many blank lines follow.
    """

    text: str
    form: str = "know"
    when: frozenset[str] = frozenset()
    count: int = 1
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the first hour; ``answers`` are the boxes, ``label`` heads her words."""

    text: str
    answers: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sheet, and the sections of the plan that it gathers.

    ``contacts`` makes it the part of the numbers, whatever the section they come from.
    ``lines`` are the paper's own; ``asks`` makes it the part of the first questions.
    """

    title: str
    sections: tuple[str, ...] = ()
    contacts: bool = False
    aside: str = ""
    lines: tuple[OwnLine, ...] = ()
    asks: bool = False


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The words of one paper in one language, by key, and its parts in order.

    ``unreviewed`` counts the texts that no second person has read; the sheet that stays
    says it. ``write_date`` writes a day in full in the language, ``write_hour`` an hour.
    """

    template: str
    language: str
    printed: Mapping[str, str]
    parts: tuple[Part, ...] = ()
    left_out: frozenset[str] = frozenset()
    by_hand: int = 0
    version: str = "1"
    document_title: str = NEUTRAL_TITLE
    unreviewed: int = 0
    asked: tuple[Asked, ...] = ()
    large: bool = False
    """Always in large print."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """What is said on the screen about the paper, by dotted key; it is never printed."""
    write_date: Callable[[date], str] = field(default=date.isoformat)
    write_hour: Callable[[time], str] = field(default=lambda at: f"{at:%H:%M}")

    def say(self, key: str, **told: str | int) -> str:
        """Return the words of a key with its fields put in, or nothing."""
        return self.printed.get(key, "").format(**told)


def paper_of(
    words: PaperWords,
    blocks: tuple[Block, ...],
    *,
    layout: Layout = Layout.LETTER,
    exercise: bool = False,
) -> Paper:
    """Return a paper of these blocks, marked when nothing on it is true."""
    training, line = words.say("training") or _TRAINING, words.say("training_line")
    return Paper(
        template=words.template,
        language=words.language,
        blocks=blocks,
        footer=words.say("footer"),
        page_words=words.printed.get("page_number", ""),
        watermark=training if exercise else "",
        layout=layout,
        version=words.version,
        banner=f"{training}. {line}" if exercise and line else "",
        continued=words.printed.get("continued", ""),
        document_title=words.document_title,
    )


def fate(words: PaperWords, destroy_on: date | None, kept_at: str) -> str:
    """Say where the sheet is kept, and how it ends where a date stands above."""
    place = words.say("place", place=kept_at.strip()) if kept_at.strip() else ""
    return joined(place, words.say("how_to_destroy") if destroy_on else "")


def by_hand(words: PaperWords) -> tuple[Block, ...]:
    """Return the blank lines that a paper leaves for her hand, where there is room for them."""
    lines = WriteLines(words.say("by_hand"), words.by_hand, spare=True)
    return (lines,) if words.by_hand else ()


def unreviewed(words: PaperWords) -> tuple[Block, ...]:
    """Say how many texts no second person has read, if any."""
    if not words.unreviewed:
        return ()
    return (Small(words.say("unreviewed", count=words.unreviewed)),)


def joined(*sentences: str) -> str:
    """Return the sentences that say something, one after the other."""
    return " ".join(sentence for sentence in sentences if sentence)
