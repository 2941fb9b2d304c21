"""The shape of an instrument, and what makes a definition unusable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from filet.domain.rules import Rule

LEAST_VECTORS = 6
"""An instrument that does not prove itself on as many examples is refused."""


class Value(StrEnum):
    """What an item may be answered with. Not asked is the absence of a value."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    NOT_APPLICABLE = "not_applicable"


class Kind(StrEnum):
    """What an instrument is for."""

    INVENTORY = "inventory"
    SCREENING = "screening"
    PAPER_FORM = "paper_form"


class Tier(StrEnum):
    """How a factor moves in time, and the ones that protect."""

    CHRONIC = "chronic"
    CIRCUMSTANTIAL = "circumstantial"
    ACUTE = "acute"
    PROTECTIVE = "protective"


class ItemType(StrEnum):
    """How an item is answered: yes or no, on a scale, or in free words."""

    YES_NO = "yes_no"
    SCALE = "scale"
    TOLD = "told"


class LicenceClass(StrEnum):
    """What may be shipped: our own words, an open text, or neutral names alone."""

    OWN = "own"
    OPEN = "open"
    NAMES_ONLY = "names_only"


@dataclass(frozen=True, slots=True)
class Licence:
    """Whose text it is, on what terms, and where that was read."""

    kind: LicenceClass
    holder: str
    terms: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Training:
    """Whether its holder asks for training."""

    required: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is asked about. Any yes raises its markers.

    ``least`` and ``most`` are the ends of a scale: 0 to 10, unless a form has its own.
    """

    id: str
    type: ItemType = ItemType.YES_NO
    tier: Tier | None = None
    first_hour: int | None = None
    details: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    marker_from: int | None = None
    source: str = ""
    least: int = 0
    most: int = 10

    @property
    def grades(self) -> range:
        """Return what a scale may be answered with."""
        return range(self.least, self.most + 1)


@dataclass(frozen=True, slots=True)
class Flag:
    """A box of a paper form that is not an item."""

    id: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which rules give the score, the count, and whether the answer is positive.

    ``cutoffs`` are thresholds that were published and do not agree: each is told, with its
    source, and none decides.
    """

    score: str | None = None
    count: str | None = None
    positive: tuple[str, ...] = ()
    cutoffs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A named part of the outcome: from a score on, or when one of these rules holds.

    Where ``when`` names no rule, the band holds unless a higher one does.
    """

    id: str
    start: int | None = None
    when: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What an example must give. What it leaves out is not looked at."""

    minimum: int | None = None
    maximum: int | None = None
    count_minimum: int | None = None
    count_maximum: int | None = None
    band_minimum: str | None = None
    band_maximum: str | None = None
    positive: bool | None = None
    reached: frozenset[str] | None = None
    markers: frozenset[str] | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Vector:
    """An example with its answer; ``otherwise`` stands for every item it does not name."""

    id: str
    answers: Mapping[str, frozenset[Value]]
    expected: Expected
    scales: Mapping[str, int] = field(default_factory=dict)
    otherwise: Value | None = None
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ItemText:
    """The words of one item; a paper form has its name alone."""

    name: str
    question: str = ""
    why: str = ""
    at_once: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Review:
    """Who read the words over, and when."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class InstrumentText:
    """The words of an instrument in one language, and where these words come from."""

    language: str
    title: str
    short: str
    note: str
    source_note: str
    items: Mapping[str, ItemText]
    bands: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    cutoffs: Mapping[str, str] = field(default_factory=dict)
    translation: str = "ours"
    reviewed: Review | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A definition: what is asked, what follows from the answers, and the proof of it."""

    id: str
    version: str
    kind: Kind
    licence: Licence
    items: tuple[Item, ...]
    vectors: tuple[Vector, ...]
    review_after: date
    training: Training = Training(required=False)
    optional: bool = True
    modified: bool = False
    """Whether it differs from what its holder published: what was measured no longer holds."""
    validated: Mapping[str, bool] = field(default_factory=dict)
    flags: tuple[Flag, ...] = ()
    rules: tuple[Rule, ...] = ()
    outcome: Outcome = Outcome()
    bands: tuple[Band, ...] = ()
    texts: Mapping[str, InstrumentText] = field(default_factory=dict)

    def rule(self, name: str) -> Rule | None:
        """Return one of its rules, or nothing."""
        return next((rule for rule in self.rules if rule.id == name), None)


def item_key(instrument: Instrument, item: Item | Flag) -> str:
    """Return how a statement names an item for ever, such as ``neck_squeezed@inventaire-filet-1``.

    A version has no hyphen, so that the key can be taken apart again.
    """
    return f"{item.id}@{pack_key(instrument)}"


def pack_key(instrument: Instrument) -> str:
    """Return what stands for an instrument in one version, such as ``da-2004-1``."""
    return f"{instrument.id}-{instrument.version}"


def split_pack_key(key: str) -> tuple[str, str]:
    """Return the pack and its version; ValueError when it is not such a key."""
    name, hyphen, version = key.rpartition("-")
    if not (name and hyphen and version):
        raise ValueError("not the key of an instrument")
    return name, version


def split_item_key(key: str) -> tuple[str, str, str]:
    """Return the item, the pack and its version; ValueError when it is not such a key."""
    item, at, pack = key.partition("@")
    if not (item and at):
        raise ValueError("not the key of an item")
    return item, *split_pack_key(pack)


def by_number(version: str) -> list[tuple[int, str]]:
    """Return by what versions are put in order: 10 comes after 9."""
    parts = version.split(".")
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def latest(tools: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """Return each instrument in its last version; a changed one takes the place of its model.

    Of several changes of one version, the last that is given counts.
    """
    found: dict[str, Instrument] = {}
    for tool in tools:
        known = found.get(tool.id)
        if known is None or by_number(_model(tool)) >= by_number(_model(known)):
            found[tool.id] = tool
    return tuple(found.values())


def _model(tool: Instrument) -> str:
    return tool.version.partition(".m")[0]


def duplicates(what: str, names: Iterable[str]) -> Iterator[str]:
    """Say which names stand more than once."""
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{what} {name} stands {times} times"


def strangers(where: str, what: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Say which names are used and not defined."""
    for name in sorted(set(names).difference(known)):
        yield f"{where}: there is no {what} {name}"
