"""How a paper tells what was told of control: the words apart from what is known about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from filet.domain.blocks import Block, Heading, Point, Voiced
from filet.domain.control import Noted, Taxonomy, tactic_text
from filet.domain.kinds import MayTellHer, SourceKind, Still, TacticNoted, Whose
from filet.domain.moments import Told
from filet.domain.paper_words import PaperWords

_OPEN = frozenset({SourceKind.HER, SourceKind.TEAM})
"""Whose words may stand on paper without anybody's decision."""


@dataclass(frozen=True, slots=True)
class Controlled:
    """What a copy tells of control, in the order of time; ``held_back`` says that there is more.

    How much more is not said: nothing here is counted.
    """

    told: tuple[tuple[str, str, Whose], ...] = ()
    """Exact words, what is known about them, and whose they are."""
    held_back: bool = False


def controlled(found: Iterable[Noted], lists: Sequence[Taxonomy], words: PaperWords) -> Controlled:
    """Return what may stand on a copy that stays in the file."""
    every = tuple(found)
    kept = [one for one in every if may_stand(one.said)]
    told = ((one.said.words, ", ".join(about(one, lists, words)), one.said.whose) for one in kept)
    return Controlled(tuple(told), len(kept) < len(every))


def may_stand(said: TacticNoted) -> bool:
    """Tell whether words may stand on paper: hers, the team's, or those she may be told."""
    if said.may_tell_her is MayTellHer.NO:
        return False
    return said.source.kind in _OPEN or said.may_tell_her is MayTellHer.YES


def about(one: Noted, lists: Sequence[Taxonomy], words: PaperWords) -> tuple[str, ...]:
    """Return under which tactic words stand, when it was, whether it goes on, who told it."""
    said, say = one.said, words.say
    text = tactic_text(lists, said.tactic, words.language)
    when = _when(said.happened, words)
    by_her = said.source.kind is SourceKind.HER
    own = said.whose is Whose.TEAM or (by_her and said.whose is Whose.HERS)
    parts = (
        text.name if text is not None else say("control_unknown"),
        say("control_when", when=when) if when else "",
        "" if said.still is Still.UNKNOWN else say(f"control_{said.still}"),
        say(f"control_{said.whose}"),
        "" if own else say("control_told", who=say(f"source_{said.source.kind}")),
        say("control_noted", date=words.write_date(one.on)) if one.on else "",
    )
    return tuple(part for part in parts if part)


def control_blocks(told: Controlled, words: PaperWords) -> Iterator[Block]:
    """Give the part of a copy that tells of control; nothing where nothing was told."""
    if not told.told and not told.held_back:
        return
    yield Heading(words.say("control"))
    for text, facts, whose in told.told:
        quoted = whose not in (Whose.HERS, Whose.TEAM)
        said = words.say("control_quoted", words=text) if quoted else text
        yield Voiced(said, facts, is_hers=whose is Whose.HERS)
    if told.held_back:
        yield Point(words.say("control_held_back"))


def _when(told: Told, words: PaperWords) -> str:
    """Return a time in the words in which it was told, or between its days."""
    if told.said.strip():
        return told.said.strip()
    days = dict.fromkeys(day for day in (told.first, told.last) if day is not None)
    return " – ".join(map(words.write_date, days))
