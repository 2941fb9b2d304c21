"""Papers: what stands on a sheet, block by block, and what may stand on which sheet.

A paper is composed from her plan here, and drawn elsewhere. Three sheets: ``stays`` is
read in the house and kept there, ``takes`` goes with her, ``card`` hides in a purse and
says only what she invented.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from filet.domain.errors import NotForThisPaper
from filet.domain.kinds import Appears
from filet.domain.text import fold

NEUTRAL_TITLE = "Aide-mémoire"
"""What a file says it is, whatever the paper."""

_TRAINING = "EXERCICE"
_MAY_LEAVE = frozenset({"general", "code_word", "weapon"})
_REACH = tuple(Appears)
_PARTICLES = frozenset({"de", "des", "du", "la", "le", "les", "van", "von", "el", "al", "ben"})
_WORDS = re.compile(r"[^\W_]+")
_AFTER_NAME = re.compile(r"(?<!\s)\s*:\s+")
"""Looked for where a run of blanks begins: from each of them, many would take minutes."""
_SHORT_TICK, _FEWEST_IN_COLUMNS, _MOST_IN_COLUMNS = 36, 4, 16


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
    """Something to know, after a bullet."""

    text: str


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
class Notice:
    """What becomes of the sheet, on grey."""

    strong: str
    text: str


@dataclass(frozen=True, slots=True)
class WriteLines:
    """Blank lines for her hand."""

    label: str
    count: int


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
    | Notice
    | WriteLines
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


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sheet, and the sections of the plan that it gathers.

    ``contacts`` makes it the part of the numbers, whatever the section they come from.
    """

    title: str
    sections: tuple[str, ...] = ()
    contacts: bool = False
    aside: str = ""


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The words of one paper in one language, by key, and its parts in order.

    ``unreviewed`` counts the texts that no second person has read; the sheet that stays
    says it. ``write_date`` writes a day in full in the language.
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
    beside: Mapping[str, str] = field(default_factory=dict)
    """What is said on the screen about the paper, by dotted key; it is never printed."""
    write_date: Callable[[date], str] = field(default=date.isoformat)

    def say(self, key: str, **told: str | int) -> str:
        """Return the words of a key with its fields put in, or nothing."""
        return self.printed.get(key, "").format(**told)


@dataclass(frozen=True, slots=True)
class PlanItem:
    """An item of her plan as papers take it.

    ``form`` is ``know``, ``do``, ``contact`` or ``her_words``; ``read_by_him`` is her
    answer to « Et s'il le lit? ».
    """

    section: str
    text: str
    appears: Appears
    nature: str = "general"
    form: str = "know"
    phone: str = ""
    rank: str = ""
    read_by_him: str = ""


def stays_inside(nature: str) -> bool:
    """Tell whether items of this nature never leave the house, whatever is answered.

    A nature that nobody has declared harmless stays: where she goes, when and how she
    leaves, where the bag and the hidden phone are, who works here, what a partner told,
    where he is.
    """
    return nature not in _MAY_LEAVE


def stands_on(item: PlanItem, words: PaperWords) -> bool:
    """Tell whether an item stands on a paper: the card holds nothing of the plan.

    Raises NotForThisPaper.
    """
    if words.template == "takes":
        return _leaves(item, Appears.TAKES, words)
    return words.template == "stays" and _reaches(item, Appears.STAYS)


def texts(paper: Paper) -> tuple[str, ...]:
    """Return every text that stands on a paper, in reading order."""
    banner = paper.banner or paper.watermark
    return tuple(_texts((banner, *paper.blocks, paper.footer)))


def stays(
    items: Iterable[PlanItem],
    words: PaperWords,
    made: date,
    destroy_on: date | None = None,
    *,
    kept_at: str = "",
    exercise: bool = False,
) -> Paper:
    """Return the sheet that stays in the house."""
    chosen = [item for item in items if _reaches(item, Appears.STAYS)]
    destroy = words.say("destroy_on", date=words.write_date(destroy_on)) if destroy_on else ""
    blocks = (
        Title(words.say("title")),
        Lead(_joined(words.say("made", date=words.write_date(made)), words.say("keep")), destroy),
        Emergency(*map(words.say, ("emergency_label", "emergency_number", "emergency_say"))),
        *_homeless(chosen, words),
        *_headed(chosen, words.parts),
        Notice(words.say("not_out"), _fate(words, destroy_on, kept_at)),
        *_by_hand(words),
        *_unreviewed(words),
    )
    return _paper(words, blocks, exercise=exercise)


def takes(
    items: Iterable[PlanItem], words: PaperWords, made: date, *, exercise: bool = False
) -> Paper:
    """Return the sheet she takes: a date, numbers first, names of parts that say nothing.

    Of someone to call only the name and the number stand on it. Raises NotForThisPaper.
    """
    chosen = [item for item in items if _leaves(item, Appears.TAKES, words)]
    parts = [part for part in words.parts if not part.contacts]
    rows = [(words.say("emergency_label"), words.say("emergency_number"))]
    rows += [(_name(item.text)[0], item.phone) for item in chosen if _is_contact(item)]
    others = [item for item in chosen if not _is_contact(item)]
    blocks = (
        Title(words.say("title")),
        Lead(words.say("made", date=words.write_date(made))),
        *(Heading(part.title) for part in words.parts if part.contacts),
        Numbers(tuple(rows)),
        *_homeless(others, replace(words, parts=tuple(parts))),
        *_headed(others, parts),
        *_by_hand(words),
    )
    return _paper(words, blocks, exercise=exercise)


def card(
    numbers: Sequence[tuple[str, str]],
    lines: Sequence[str],
    words: PaperWords,
    *,
    titles: tuple[str, str] = ("", ""),
    exercise: bool = False,
) -> Paper:
    """Return the discreet card: her numbers on one side, her lines on the other."""
    panels = (
        CardPanel(titles[0], numbers=tuple(numbers)),
        CardPanel(titles[1], lines=tuple(lines)),
    )
    return card_of(panels, words, exercise=exercise)


def card_of(
    panels: tuple[CardPanel, CardPanel], words: PaperWords, *, exercise: bool = False
) -> Paper:
    """Return the discreet card with both sides as she filled them."""
    return _paper(words, panels, layout=Layout.CARD, exercise=exercise)


def betraying_words(
    panel_texts: Iterable[str], listed: Iterable[str], names: Iterable[str]
) -> tuple[str, ...]:
    """Return the listed words, and the parts of names, that stand on a card.

    Whole words, without case or accents; a listed phrase must stand whole.
    """
    text = " | ".join(_spaced(text) for text in panel_texts)
    wanted = dict.fromkeys((*listed, *(part for name in names for part in _name_parts(name))))
    return tuple(word for word in wanted if _spaced(word).strip() and _spaced(word) in text)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value,) if value else ()
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        yield from _texts(tuple(getattr(value, each.name) for each in fields(value)))


def _reaches(item: PlanItem, paper: Appears) -> bool:
    return _REACH.index(item.appears) >= _REACH.index(paper)


def _leaves(item: PlanItem, paper: Appears, words: PaperWords) -> bool:
    """Tell whether an item stands on a sheet that leaves; refuse one that never may."""
    if not _reaches(item, paper):
        return False
    if stays_inside(item.nature):
        raise NotForThisPaper(nature=item.nature)
    answered = item.nature == "general" or bool(item.read_by_him.strip())
    return answered and item.section not in words.left_out


def _paper(
    words: PaperWords,
    blocks: tuple[Block, ...],
    *,
    layout: Layout = Layout.LETTER,
    exercise: bool = False,
) -> Paper:
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


def _headed(chosen: Sequence[PlanItem], parts: Iterable[Part]) -> tuple[Block, ...]:
    """Return each part that has something to say, under its name."""
    blocks: list[Block] = []
    for part in parts:
        held = [_block(item) for section in part.sections for item in _ranked(chosen, section)]
        if held:
            blocks += (Heading(part.title, part.aside), *_in_columns(held))
    return tuple(blocks)


def _ranked(chosen: Sequence[PlanItem], section: str) -> list[PlanItem]:
    return sorted((i for i in chosen if i.section == section), key=lambda item: item.rank)


def _homeless(chosen: Sequence[PlanItem], words: PaperWords) -> tuple[Block, ...]:
    """Return what no part of the sheet gathers: shown before the parts, never lost."""
    homes = {section for part in words.parts for section in part.sections} | words.left_out
    return tuple(_block(item) for item in chosen if item.section not in homes)


def _block(item: PlanItem) -> Block:
    if _is_contact(item):
        name, words = _name(item.text)
        return Person(name, item.phone, words)
    match item.form:
        case "do":
            return Tick(item.text)
        case "her_words":
            return Quote(item.text)
        case _:
            return Point(item.text)


def _is_contact(item: PlanItem) -> bool:
    return item.form == "contact" and bool(item.phone.strip())


def _name(text: str) -> tuple[str, str]:
    """Split « Prunelle : à toute heure » into who it is and what is said of her."""
    name, *words = _AFTER_NAME.split(text, maxsplit=1)
    return name, "".join(words)


def _in_columns(blocks: Iterable[Block]) -> Iterator[Block]:
    """Put runs of short ticks in two columns."""
    for short, run in groupby(blocks, key=_is_short_tick):
        held = list(run)
        if short and len(held) >= _FEWEST_IN_COLUMNS:
            every = tuple(block.text for block in held if isinstance(block, Tick))
            for start in range(0, len(every), _MOST_IN_COLUMNS):
                yield Ticks(every[start : start + _MOST_IN_COLUMNS])
        else:
            yield from held


def _is_short_tick(block: Block) -> bool:
    return isinstance(block, Tick) and len(block.text) <= _SHORT_TICK


def _fate(words: PaperWords, destroy_on: date | None, kept_at: str) -> str:
    """Say where the sheet is kept, and how it ends where a date stands above."""
    place = words.say("place", place=kept_at.strip()) if kept_at.strip() else ""
    return _joined(place, words.say("how_to_destroy") if destroy_on else "")


def _by_hand(words: PaperWords) -> tuple[Block, ...]:
    return (WriteLines(words.say("by_hand"), words.by_hand),) if words.by_hand else ()


def _unreviewed(words: PaperWords) -> tuple[Block, ...]:
    if not words.unreviewed:
        return ()
    return (Small(words.say("unreviewed", count=words.unreviewed)),)


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _spaced(text: str) -> str:
    """Return the folded words of a text, a space around each."""
    return f" {' '.join(_WORDS.findall(fold(text)))} "


def _name_parts(name: str) -> Iterator[str]:
    """Return a name cut at spaces, and what its hyphens and apostrophes join."""
    parts = (part for whole in name.split() for part in (whole, *_WORDS.findall(whole)))
    yield from (part for part in parts if fold(part) not in _PARTICLES and len(part) > 1)
