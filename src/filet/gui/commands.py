"""What can be done from where she is, as the palette lists it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from filet.domain.text import fold


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to go to or to do; its keys do the same."""

    text: str
    act: Callable[[], object]
    keys: tuple[str, ...] = ()
    note: str = ""
    """A few words under it."""


class Reach(StrEnum):
    """How far the palette may go from a page."""

    ALL = "all"
    NO_DOSSIERS = "no_dossiers"
    """Somebody asks about a woman: nothing of any may be shown."""
    NOTHING = "nothing"
    """The screen is turned to her."""


def matching(commands: tuple[Command, ...], typed: str) -> tuple[Command, ...]:
    """Return the commands that hold every word typed, those that begin with them first."""
    words = fold(typed).split()
    ranked = ((_rank(fold(one.text), words), one) for one in commands)
    kept = [(rank, one) for rank, one in ranked if rank is not None]
    return tuple(one for _, one in sorted(kept, key=lambda found: found[0]))


def _rank(text: str, words: list[str]) -> int | None:
    """Return 0 where each word begins one of the text, 1 where it stands inside, or nothing."""
    if not all(word in text for word in words):
        return None
    begun = text.replace("'", " ").replace("-", " ").split()
    return int(not all(any(own.startswith(word) for own in begun) for word in words))
