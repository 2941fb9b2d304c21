"""Papers: what stands on a sheet, block by block, and what may stand on which sheet.

A paper is composed from her plan here, and drawn elsewhere. Three sheets: ``stays`` is
read in the house and kept there, ``takes`` goes with her, ``card`` hides in a purse and
says only what she invented. Those of ``handouts`` and ``file_copy`` stand on the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from filet.domain.blocks import (
    Block,
    CardPanel,
    Emergency,
    Heading,
    Layout,
    Lead,
    Notice,
    Numbers,
    Paper,
    Person,
    Point,
    Quote,
    Tick,
    Ticks,
    Title,
)
from filet.domain.errors import NotForThisPaper
from filet.domain.kinds import Appears, Destination
from filet.domain.paper_words import PaperWords, Part, by_hand, fate, joined, paper_of, unreviewed
from filet.domain.text import fold

INSIDE = frozenset({"stays", "clinician", "appraisal", "blank"})
"""Papers that never leave the house."""
NOT_OF_A_PLAN = frozenset({"appraisal"})
"""Papers on which no item of a plan stands: a plan knows nothing of them."""
NOT_NEAR_HIM = frozenset({"bag", "children"})
"""Papers that say by themselves what is being prepared."""

_MAY_LEAVE = frozenset({"general", "code_word", "weapon"})
_REACH = tuple(Appears)
_PARTICLES = frozenset({"de", "des", "du", "la", "le", "les", "van", "von", "el", "al", "ben"})
Wanted = tuple[str, str]
"""A word that must not be said, and how a text is searched for it."""
_WORDS = re.compile(r"[^\W_]+")
_AFTER_NAME = re.compile(r"(?<!\s)\s*:\s+")
"""Looked for where a run of blanks begins: from each of them, many would take minutes."""
_SHORT_TICK, _FEWEST_IN_COLUMNS, _MOST_IN_COLUMNS = 36, 4, 16


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


def may_go(template: str, destination: Destination | None) -> bool:
    """Tell whether a paper may go somewhere.

    The sheet that stays, the copy of the file and the forms never leave. A list of what
    to gather, or a sheet for a child, is not for a place where he lives too.
    """
    if destination is None or destination is Destination.NO_PAPER:
        return False
    if template in INSIDE:
        return destination is Destination.STAYS_HERE
    return destination is not Destination.LIVES_WITH_HIM or template not in NOT_NEAR_HIM


def stands_on(item: PlanItem, words: PaperWords) -> bool:
    """Tell whether an item stands on a paper: the card holds nothing of the plan.

    Raises NotForThisPaper.
    """
    if words.template == "takes":
        return leaves(item, Appears.TAKES, words)
    return words.template == "stays" and _reaches(item, Appears.STAYS)


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
        Lead(joined(words.say("made", date=words.write_date(made)), words.say("keep")), destroy),
        Emergency(*map(words.say, ("emergency_label", "emergency_number", "emergency_say"))),
        *_homeless(chosen, words),
        *_headed(chosen, words.parts),
        Notice(words.say("not_out"), fate(words, destroy_on, kept_at)),
        *by_hand(words),
        *unreviewed(words),
    )
    return paper_of(words, blocks, exercise=exercise)


def takes(
    items: Iterable[PlanItem], words: PaperWords, made: date, *, exercise: bool = False
) -> Paper:
    """Return the sheet she takes: a date, numbers first, names of parts that say nothing.

    Of someone to call only the name and the number stand on it. Raises NotForThisPaper.
    """
    chosen = [item for item in items if leaves(item, Appears.TAKES, words)]
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
        *by_hand(words),
    )
    return paper_of(words, blocks, exercise=exercise)


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
    return paper_of(words, panels, layout=Layout.CARD, exercise=exercise)


def betraying_words(
    panel_texts: Iterable[str], listed: Iterable[str], names: Iterable[str]
) -> tuple[str, ...]:
    """Return the listed words, and the parts of names, that stand on a card.

    Whole words, without case or accents; a listed phrase must stand whole.
    """
    return words_found(panel_texts, words_wanted(listed, names))


def words_wanted(listed: Iterable[str], names: Iterable[str]) -> tuple[Wanted, ...]:
    """Return the listed words and the parts of names, each with how a text is searched for it.

    Made once where many texts are looked through.
    """
    words = dict.fromkeys((*listed, *(part for name in names for part in _name_parts(name))))
    spaced = ((word, _spaced(word)) for word in words)
    return tuple((word, found) for word, found in spaced if found.strip())


def words_found(texts: Iterable[str], wanted: Iterable[Wanted]) -> tuple[str, ...]:
    """Return the wanted words that stand in texts, each as it was written."""
    text = " | ".join(_spaced(text) for text in texts)
    return tuple(word for word, spaced in wanted if spaced in text)


def _reaches(item: PlanItem, paper: Appears) -> bool:
    return _REACH.index(item.appears) >= _REACH.index(paper)


def leaves(item: PlanItem, paper: Appears, words: PaperWords) -> bool:
    """Tell whether an item stands on a sheet that leaves; refuse one that never may."""
    if not _reaches(item, paper):
        return False
    if stays_inside(item.nature):
        raise NotForThisPaper(nature=item.nature)
    answered = item.nature == "general" or bool(item.read_by_him.strip())
    return answered and item.section not in words.left_out


def _headed(chosen: Sequence[PlanItem], parts: Iterable[Part]) -> tuple[Block, ...]:
    """Return each part that has something to say, under its name."""
    blocks: list[Block] = []
    for part in parts:
        held = [_block(item) for section in part.sections for item in ranked(chosen, section)]
        if held:
            blocks += (Heading(part.title, part.aside), *in_columns(held))
    return tuple(blocks)


def ranked(chosen: Sequence[PlanItem], section: str) -> list[PlanItem]:
    """Return the items of a section in the order she gave them."""
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


def in_columns(blocks: Iterable[Block]) -> Iterator[Block]:
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


def _spaced(text: str) -> str:
    """Return the folded words of a text, a space around each."""
    return f" {' '.join(_WORDS.findall(fold(text)))} "


def _name_parts(name: str) -> Iterator[str]:
    """Return a name cut at spaces, and what its hyphens and apostrophes join."""
    parts = (part for whole in name.split() for part in (whole, *_WORDS.findall(whole)))
    yield from (part for part in parts if fold(part) not in _PARTICLES and len(part) > 1)
