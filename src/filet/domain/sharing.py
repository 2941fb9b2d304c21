"""What may leave the house with her agreement, and when an agreement holds.

Some things never leave, whoever agrees: where she is or lives, what she could not or did not
want to say, what somebody else told, where he is, who works here, the other women. They are
never offered, so that no tired hand can choose them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from filet.domain.errors import NotOffered
from filet.domain.instruments import Value
from filet.domain.kinds import (
    Answer,
    Appears,
    Capacity,
    ConsentAnswered,
    Family,
    Level,
    MayTellHer,
    MeasureWritten,
    PersonDescribed,
    Recipient,
    Role,
    SourceKind,
    StatementMade,
    TacticNoted,
    Whose,
    WordsNoted,
)
from filet.domain.papers import Wanted, stays_inside, words_found, words_wanted
from filet.domain.text import fold

DISCLOSED = frozenset({Capacity.POLICE, Capacity.JUSTICE})
"""Recipients whose papers may be handed to the defence of an accused person."""

LEVELS = frozenset({Level.MODERATE, Level.AGGRAVATED, Level.IMMINENT})
"""Levels that say something to a recipient; the two others would read as a reassurance."""

_OF_PLACE = frozenset(
    {
        "he_knows_where",
        "place_he_does_not_know",
        "phone_he_does_not_know",
        "thought_of_way_out",
        "people_ready",
    }
)
"""Items of the inventory that say where she is, goes or hides something, and with whose help."""
_VOICES = frozenset({SourceKind.HER, SourceKind.TEAM})
_ANSWERS = frozenset({Value.YES, Value.NO})


class Standing(StrEnum):
    """Where an agreement stands on a day."""

    HOLDS = "holds"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Offered:
    """One thing that may be chosen, word for word as the recipient would read it.

    ``quoted`` when the text is in her own words; ``concerns`` names the persons it is about.
    """

    key: str
    family: Family
    label: str
    text: str
    quoted: bool = False
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Watched:
    """What no free text may say: rooms and places as they are written, and names of persons."""

    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def found_in(self, *texts: str) -> tuple[str, ...]:
        """Return what of it stands in texts, as it was written first."""
        return words_found(texts, self.wanted())

    def wanted(self) -> tuple[Wanted, ...]:
        """Return what is looked for, made ready for many texts."""
        return words_wanted((place for place in self.places if place.strip()), self.names)


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be chosen in a dossier, how much stays here by reason, and what none may say."""

    items: tuple[Offered, ...]
    withheld: Mapping[str, int] = field(default_factory=dict)
    watched: Watched = Watched()

    def chosen(self, keys: Iterable[str]) -> tuple[Offered, ...]:
        """Return what is chosen, in the order in which it is offered. Raises NotOffered."""
        wanted = frozenset(keys)
        found = tuple(one for one in self.items if one.key in wanted)
        if len(found) != len(wanted):
            raise NotOffered
        return found


def stands(consent: ConsentAnswered, today: date, *, withdrawn: bool) -> Standing:
    """Return where an agreement stands: its last day is still a day."""
    if consent.answer is Answer.REFUSED:
        return Standing.REFUSED
    if consent.answer is Answer.NOT_ASKED:
        return Standing.NOT_ASKED
    if withdrawn:
        return Standing.WITHDRAWN
    if consent.until is None or consent.until < today:
        return Standing.ENDED
    return Standing.HOLDS


def why_not_said(said: StatementMade) -> str:
    """Return why a statement is never offered, or nothing where it may be."""
    if said.item.partition("@")[0] in _OF_PLACE:
        return "place"
    if said.source.kind not in _VOICES:
        return "told_by_others"
    if said.source.kind is not SourceKind.HER and said.may_tell_her is not MayTellHer.YES:
        return "not_told_her"
    if said.scale is None and said.value not in _ANSWERS:
        return "unanswered"
    return ""


def why_not_words(words: WordsNoted, about: StatementMade | None) -> str:
    """Return why words are never offered: they are somebody else's, or about a place."""
    if words.source.kind is not SourceKind.HER:
        return "told_by_others"
    if about is not None and why_not_said(about) == "place":
        return "place"
    return ""


def why_not_tactic(said: TacticNoted) -> str:
    """Return why words about control are never offered: somebody else told or said them."""
    if said.source.kind not in _VOICES or said.whose in (Whose.CHILD, Whose.OTHER):
        return "told_by_others"
    return "" if said.may_tell_her is MayTellHer.YES else "not_told_her"


def why_not_item(item: MeasureWritten) -> str:
    """Return why an item of her plan is never offered: it may not leave, or she keeps it."""
    if stays_inside(item.nature):
        return "place"
    return "" if item.appears in (Appears.TAKES, Appears.CARD) else "kept_here"


def is_him(recipient: Recipient, people: Sequence[PersonDescribed]) -> bool:
    """Tell whether a recipient has the whole name or the number of who uses violence."""
    said = set(fold(f"{recipient.organisation} {recipient.person}").split())
    number = _digits(recipient.number)
    for one in people:
        if one.role is not Role.AUTHOR:
            continue
        own = set(fold(f"{one.given} {one.family}").split())
        same = bool(one.family.strip()) and own <= said
        if same or (len(number) >= _LEAST_DIGITS and number == _digits(one.phone)):
            return True
    return False


_LEAST_DIGITS = 7


def _digits(number: str) -> str:
    """Return the digits of a number, without the 1 that long distance puts before ten."""
    digits = "".join(char for char in number if char.isdecimal())
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
