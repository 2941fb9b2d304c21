"""How big everything is on a sheet: ordinary, or for eyes that need large print."""

from __future__ import annotations

from dataclasses import dataclass

from filet.adapters.documents.faces import Face
from filet.adapters.documents.lines import Type

_SOFT = 0.25


@dataclass(frozen=True, slots=True)
class Sizes:
    """The types of a sheet. ``scale`` multiplies what is drawn beside words, and its room.

    What parts one thing from the next is the same in any size: large print must not take
    more sheets than its letters need.
    """

    title: Type
    lead: Type
    heading: Type
    aside: Type
    body: Type
    quote: Type
    notice: Type
    small: Type
    name: Type
    number: Type
    person: Type
    phone: Type
    words: Type
    call: Type
    scale: float = 1.0
    air: float = 1.0
    """Multiplies what parts one thing from the next, and no letter."""


LETTER = Sizes(
    title=Type(23, 28, Face.BOLD),
    lead=Type(12, 16),
    heading=Type(14.5, 18, Face.BOLD),
    aside=Type(10, 13, grey=_SOFT),
    body=Type(13, 18),
    quote=Type(13.5, 19, Face.ITALIC),
    notice=Type(11, 15),
    small=Type(10, 13.5, grey=_SOFT),
    name=Type(13, 16),
    number=Type(14, 16, Face.BOLD),
    person=Type(12, 15, Face.STRONG),
    phone=Type(12.5, 15, Face.BOLD),
    words=Type(11, 14),
    call=Type(30, 34, Face.BOLD),
)

LARGE = Sizes(
    title=Type(30, 36, Face.BOLD),
    lead=Type(18, 24),
    heading=Type(21, 26, Face.BOLD),
    aside=Type(18, 22, grey=_SOFT),
    body=Type(18, 25),
    quote=Type(19, 27, Face.ITALIC),
    notice=Type(18, 24),
    small=Type(18, 23, grey=_SOFT),
    name=Type(18, 22),
    number=Type(20, 22, Face.BOLD),
    person=Type(18, 22, Face.STRONG),
    phone=Type(18, 22, Face.BOLD),
    words=Type(18, 22),
    call=Type(36, 40, Face.BOLD),
    scale=18 / 13,
)
"""No sentence under 18 points, whatever it says."""
