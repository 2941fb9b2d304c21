"""Coercive control: tactics that have names, and what was told of them in the order of time.

Nothing here is counted and nothing adds up: no short tool was found that is validated in
Québec French, so there is a list of tactics to find words again, and no scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from filet.domain.casefile import CaseFile
from filet.domain.ids import Ref
from filet.domain.instruments import Licence
from filet.domain.kinds import TacticNoted
from filet.domain.moments import Told


@dataclass(frozen=True, slots=True)
class TacticText:
    """A tactic in one language: its name, what it is, and what may be asked, one thing only."""

    name: str
    sentence: str
    ask: str


@dataclass(frozen=True, slots=True)
class Tactic:
    """A way of controlling somebody; ``source`` is where the idea comes from."""

    id: str
    source: str
    texts: Mapping[str, TacticText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The tactics in one version, and what must be said of the list, by language.

    ``verified`` says that its source was read; where it was not, the screen says so.
    """

    id: str
    version: str
    licence: Licence
    verified: bool
    tactics: tuple[Tactic, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return how a note names the list it was made with."""
        return f"{self.id}-{self.version}"

    def names(self, tactic: Tactic) -> str:
        """Return how a note names one of its tactics."""
        return f"{tactic.id}@{self.key}"


@dataclass(frozen=True, slots=True)
class Noted:
    """What was told of a tactic, and the day on which it was written down first."""

    said: TacticNoted
    ref: Ref
    on: date | None = None


def noted(file: CaseFile) -> tuple[Noted, ...]:
    """Return what was told, the oldest first; what has no day comes last.

    The order in which it was written down does not matter.
    """
    found = []
    for entry in file.live.of(TacticNoted):
        moment = entry.carried.moment if entry.carried else entry.moment
        if isinstance(entry.content, TacticNoted):
            on = moment.local().date() if moment is not None else None
            found.append(Noted(entry.content, entry.ref, on))
    return tuple(sorted(found, key=_place))


def by_tactic(
    told: Iterable[Noted], lists: Sequence[Taxonomy]
) -> tuple[tuple[str, tuple[Noted, ...]], ...]:
    """Return what was told under each tactic of the lists, in the order of the newest list.

    A tactic of which nothing was told is not there: its absence says nothing.
    """
    held: dict[str, list[Noted]] = {}
    for one in told:
        held.setdefault(one.said.tactic.partition("@")[0], []).append(one)
    known = [tactic.id for taxonomy in reversed(lists) for tactic in taxonomy.tactics]
    order = {name: place for place, name in reversed(tuple(enumerate(known)))}
    names = sorted(held, key=lambda name: (order.get(name, len(order)), name))
    return tuple((held[name][0].said.tactic, tuple(held[name])) for name in names)


def tactic_text(lists: Sequence[Taxonomy], tactic: str, language: str) -> TacticText | None:
    """Return the words of a tactic, in its own version where it is known, or else the newest."""
    name, _, version = tactic.partition("@")
    own = [one for one in lists if one.key == version]
    for taxonomy in (*own, *reversed(lists)):
        for one in taxonomy.tactics:
            if one.id == name:
                return one.texts.get(language)
    return None


def _place(one: Noted) -> tuple[date, date, str, str, str]:
    """Return where something stands in time; ties have an order of their own."""
    start, end = _ends(one.said.happened)
    return start, end, one.said.tactic, one.said.note.hex, one.said.words


def _ends(told: Told) -> tuple[date, date]:
    """Return between which days something was told to have been."""
    first = told.first or told.last or date.max
    return first, told.last or date.max
