"""The clinician's copy of a signed appreciation: what was told apart from what the team thinks.

It stays in the file. It holds what the signature held: the ranges and the versions of that
day, and how far the journal went; nothing is computed again, and no probability stands on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from filet.domain.blocks import Block, Heading, Lead, Notice, Paper, Point, Quote, Small, Title
from filet.domain.control_copy import Controlled, control_blocks
from filet.domain.paper_words import PaperWords, fate, joined, paper_of, unreviewed


@dataclass(frozen=True, slots=True)
class Appraised:
    """All that a copy is made from; every text is a sentence in the language of the paper.

    ``signed`` says level, who, when, for whom, until when; ``as_of`` and ``witnesses`` are
    places of the journal at the signature and today.
    """

    number: str
    signed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Hers, exactly as she said them."""
    sense: str = ""
    told: tuple[str, ...] = ()
    protects: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    analysis: tuple[str, ...] = ()
    seconds: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    left_out: int = 0
    as_of: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    control: Controlled = field(default_factory=Controlled)


def appraisal(
    appraised: Appraised,
    words: PaperWords,
    made: date,
    destroy_on: date | None = None,
    *,
    kept_at: str = "",
    exercise: bool = False,
) -> Paper:
    """Return the copy that stays in the file."""
    say = words.say
    destroy = say("destroy_on", date=words.write_date(destroy_on)) if destroy_on else ""
    head = joined(
        say("number", number=appraised.number) if appraised.number else "",
        say("made", date=words.write_date(made)),
        say("how_to_read"),
    )
    blocks = (
        Title(say("title")),
        Lead(head, destroy),
        Notice(say("not_out"), fate(words, destroy_on, kept_at)),
        *(Point(one) for one in appraised.signed or (say("no_level"),)),
        *_hers(appraised, words),
        *_listed(say("told"), appraised.told, say("not_told")),
        *control_blocks(appraised.control, words),
        *_listed(say("protects"), appraised.protects),
        *_listed(say("unknown"), appraised.unknown),
        *_confided(appraised.left_out, words),
        *_listed(say("analysis"), appraised.analysis, say("no_reason")),
        *_listed(say("second"), appraised.seconds),
        *_listed(say("others"), appraised.others),
        *_listed(say("tools"), (*appraised.tools, say("tool_rule"))),
        *_listed(say("versions"), appraised.versions),
        *(Small(say("as_of", witness=one)) for one in appraised.as_of),
        *(Small(say("witness", witness=one)) for one in appraised.witnesses),
        *unreviewed(words),
    )
    return paper_of(words, blocks, exercise=exercise)


def _hers(appraised: Appraised, words: PaperWords) -> Iterator[Block]:
    """Give her fear as she measured it, and her words in quotation marks."""
    yield Heading(words.say("her_words"))
    if appraised.sense:
        yield Point(appraised.sense)
    yield from map(Quote, appraised.words)
    if not appraised.words:
        yield Point(words.say("no_words"))


def _listed(name: str, sentences: Sequence[str], otherwise: str = "") -> Iterator[Block]:
    """Give a heading and its sentences; what is said where there is none, or nothing at all."""
    said = tuple(sentences) or ((otherwise,) if otherwise else ())
    if said:
        yield Heading(name)
        yield from map(Point, said)


def _confided(count: int, words: PaperWords) -> Iterator[Block]:
    """Say how much stands on no paper, so that nobody believes the copy to be whole."""
    if count:
        yield Point(words.say("left_out", count=count))
