"""The paper that a recipient reads: what was chosen, why, and by whose agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from filet.domain.blocks import Block, Heading, Lead, Notice, Paper, Point, Quote, Small, Title
from filet.domain.kinds import ConsentAnswered
from filet.domain.paper_words import PaperWords, paper_of
from filet.domain.sharing import DISCLOSED, Offered


@dataclass(frozen=True, slots=True)
class Letter:
    """All that one communication is made from; ``sender`` names a house, never a person."""

    consent: ConsentAnswered
    answered: date | None
    """The day on which she agreed."""
    chosen: Sequence[Offered]
    sender: str = ""
    necessary: str = ""


def referral(letter: Letter, words: PaperWords, made: date, *, exercise: bool = False) -> Paper:
    """Return the paper, in the order in which a recipient needs it."""
    to, say = letter.consent.recipient, words.say
    who = ", ".join(filter(None, (to.organisation.strip(), to.person.strip())))
    heads = [say("to", who=who), say("from", who=letter.sender) if letter.sender.strip() else ""]
    blocks = (
        Title(say("title")),
        Lead(say("made", date=words.write_date(made))),
        *(Lead(head) for head in heads if head),
        *_headed(say("purpose"), letter.consent.purpose),
        *_headed(say("needed"), letter.necessary),
        *_families(letter.chosen, words),
        Heading(say("agreement")),
        Point(_agreed(letter, words)),
        Notice(say("use"), say("defence") if to.capacity in DISCLOSED else ""),
    )
    return paper_of(words, blocks, exercise=exercise)


def _headed(title: str, text: str) -> Iterator[Block]:
    if text.strip():
        yield Heading(title)
        yield Point(text)


def _families(chosen: Sequence[Offered], words: PaperWords) -> Iterator[Block]:
    """Give each family under its name; her words are quoted, under what they are about."""
    for family, held in groupby(chosen, key=lambda one: one.family):
        yield Heading(words.say(f"group_{family}"))
        for one in held:
            if not one.quoted:
                yield Point(words.say("fact", label=one.label, text=one.text))
                continue
            if one.label:
                yield Small(one.label)
            yield Quote(one.text)


def _agreed(letter: Letter, words: PaperWords) -> str:
    until, answered = letter.consent.until, letter.answered
    return words.say(
        "agreed",
        date=words.write_date(answered) if answered else "",
        until=words.write_date(until) if until else "",
    )
