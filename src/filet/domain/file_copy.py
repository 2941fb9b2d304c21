"""The clinician's copy of a plan: her words and what the team adds to them, set apart.

It stays in the file. Some things stand on no paper, this one included: what names where
she lives or goes, and what a partner confided, is counted here and read in the dossier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from filet.domain.blocks import Block, Heading, Lead, Notice, Paper, Point, Small, Title, Voiced
from filet.domain.paper_words import PaperWords, fate, joined, paper_of, unreviewed
from filet.domain.papers import PlanItem

ON_NO_PAPER = frozenset({"location", "destination", "partner_fact"})
"""Natures of what says where she is or goes, and of what a partner confided."""


class Voice(StrEnum):
    """Whose words an item is in."""

    HERS = "hers"
    REWRITTEN = "rewritten"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class FiledItem:
    """An item with what a paper for her never says of it."""

    item: PlanItem
    voice: Voice
    if_discovered: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """All that a copy for the file is made from.

    ``set_aside`` and ``issued`` are sentences; ``witnesses`` are the heads of the chains.
    """

    number: str
    items: tuple[FiledItem, ...]
    sections: tuple[tuple[str, str], ...]
    """Id and name of each, in the order of the plan."""
    set_aside: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()


def clinician(
    filed: Filed,
    words: PaperWords,
    made: date,
    destroy_on: date | None = None,
    *,
    kept_at: str = "",
    exercise: bool = False,
) -> Paper:
    """Return the copy that stays in the file."""
    told = [one for one in filed.items if one.item.nature not in ON_NO_PAPER]
    destroy = words.say("destroy_on", date=words.write_date(destroy_on)) if destroy_on else ""
    head = joined(
        words.say("number", number=filed.number) if filed.number else "",
        words.say("made", date=words.write_date(made)),
        words.say("how_to_read"),
    )
    blocks = (
        Title(words.say("title")),
        Lead(head, destroy),
        *_plan(told, filed.sections, words),
        *_listed(words.say("set_aside"), filed.set_aside),
        *_listed(words.say("issued"), filed.issued),
        *_left_out(len(filed.items) - len(told), words),
        Notice(words.say("not_out"), fate(words, destroy_on, kept_at)),
        *(Small(words.say("witness", witness=one)) for one in filed.witnesses),
        *unreviewed(words),
    )
    return paper_of(words, blocks, exercise=exercise)


def _plan(
    told: Sequence[FiledItem], sections: Iterable[tuple[str, str]], words: PaperWords
) -> Iterator[Block]:
    """Give each section that says something; what is in none of them comes first."""
    named = tuple(sections)
    known = {section for section, _ in named}
    homeless = [one for one in told if one.item.section not in known]
    yield from (_item(one, words) for one in homeless)
    for section, name in named:
        held = sorted((one for one in told if one.item.section == section), key=_rank)
        if held:
            yield Heading(name)
            yield from (_item(one, words) for one in held)


def _rank(one: FiledItem) -> str:
    return one.item.rank


def _item(one: FiledItem, words: PaperWords) -> Block:
    """Return an item in her words, or as it was proposed, and what the team says of it."""
    item = one.item
    facts = (
        words.say(f"voice_{one.voice}"),
        words.say(f"appears_{item.appears}"),
        words.say(f"nature_{item.nature}"),
        words.say("phone", number=item.phone) if item.phone.strip() else "",
        words.say("if_discovered", answer=one.if_discovered) if one.if_discovered.strip() else "",
        words.say("if_read", answer=item.read_by_him) if item.read_by_him.strip() else "",
    )
    said = words.say("team", facts=joined(*facts))
    return Voiced(item.text, said, is_hers=one.voice is not Voice.KEPT)


def _listed(name: str, sentences: Sequence[str]) -> Iterator[Block]:
    if sentences:
        yield Heading(name)
        yield from map(Point, sentences)


def _left_out(count: int, words: PaperWords) -> Iterator[Block]:
    """Say how many items stand on no paper, so that nobody believes the copy to be whole."""
    if count:
        yield Heading(words.say("dossier_only"))
        yield Point(words.say("left_out", count=count))
