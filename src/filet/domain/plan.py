"""Ideas for a scénario de protection, why each is proposed, and the order she gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum, auto

from filet.domain.instruments import duplicates, strangers
from filet.domain.kinds import Appears


class MeasureNature(StrEnum):
    """What a measure gives away. Only a general one may leave the house."""

    GENERAL = "general"
    DEPARTURE = "departure"
    DESTINATION = "destination"
    DRIVER = "driver"
    BAG = "bag"
    CODE_WORD = "code_word"
    HIDDEN_PHONE = "hidden_phone"
    WEAPON = "weapon"
    WORKERS = "workers"
    PARTNER_FACT = "partner_fact"
    LOCATION = "location"
    HIS_WHEREABOUTS = "his_whereabouts"


class Form(StrEnum):
    """How a measure stands on paper: a line, a box to tick, a person to call, her words."""

    KNOW = "know"
    DO = "do"
    CONTACT = "contact"
    HER_WORDS = "her_words"


class Situation(StrEnum):
    """What a worker may say of her life so that the right ideas come."""

    RURAL = "rural"
    CHILDREN = "children"
    PETS = "pets"
    WORK = "work"
    SCHOOL = "school"
    IMMIGRATION = "immigration"
    PREGNANCY = "pregnancy"
    LIVES_WITH_HIM = "lives_with_him"
    SEPARATED = "separated"
    NEW_PARTNER = "new_partner"
    ORDER = "order"
    BAR_DEVICE = "bar_device"
    SHARED_CUSTODY = "shared_custody"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the plan; the order of the sections is their order on paper."""

    id: str
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProposedBy:
    """What brings an idea up: any one of these."""

    items: frozenset[str] = frozenset()
    markers: frozenset[str] = frozenset()
    situations: frozenset[Situation] = frozenset()
    always: bool = False


@dataclass(frozen=True, slots=True)
class MeasureText:
    """A measure in one language: « je », her voice; ``because`` follows « parce que : »."""

    text: str
    because: str
    if_discovered: str


@dataclass(frozen=True, slots=True)
class Measure:
    """An idea of the catalogue. ``appears`` is where it stands unless she says otherwise."""

    id: str
    section: str
    proposed_by: ProposedBy
    nature: MeasureNature = MeasureNature.GENERAL
    appears: Appears = Appears.DOSSIER
    form: Form = Form.KNOW
    source: str = ""
    texts: Mapping[str, MeasureText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanCatalogue:
    """The measures of a region. ``critical`` names the markers whose ideas come first."""

    id: str
    version: str
    sections: tuple[Section, ...]
    measures: tuple[Measure, ...]
    critical: frozenset[str] = frozenset()

    def origin(self, measure: Measure) -> str:
        """Return how her plan names a measure for ever, such as ``bag@quebec-1``."""
        return f"{measure.id}@{self.id}-{self.version}"


class TriggerKind(IntEnum):
    """What brought an idea up, the weightiest first."""

    CRITICAL = auto()
    MARKER = auto()
    ITEM = auto()
    SITUATION = auto()
    ALWAYS = auto()


@dataclass(frozen=True, slots=True, order=True)
class Trigger:
    """What brought an idea up: a marker, an item, a situation, or nothing in particular."""

    kind: TriggerKind
    id: str = ""


@dataclass(frozen=True, slots=True)
class Idea:
    """A measure that is proposed, and the weightiest thing that brought it up."""

    measure: Measure
    origin: str
    trigger: Trigger


def may_leave(nature: str) -> bool:
    """Tell whether a measure of this nature may stand on a sheet without being asked about.

    Any other starts in the dossier, and an explicit answer is needed to move it.
    """
    return nature == MeasureNature.GENERAL


def ideas(
    catalogue: PlanCatalogue,
    items_yes: frozenset[str],
    markers: frozenset[str],
    situations: frozenset[str],
    kept: Iterable[str],
    refused: Iterable[str],
) -> tuple[Idea, ...]:
    """Return the measures worth proposing that she has neither kept nor refused.

    Those of critical markers come first and those for everyone last; each of the three
    parts is in the order of the catalogue. A measure met in an earlier version of the
    pack is not proposed again.
    """
    met = {unversioned(origin) for origin in (*kept, *refused)}
    found = []
    for measure in catalogue.measures:
        origin = catalogue.origin(measure)
        trigger = min(_triggers(catalogue, measure, items_yes, markers, situations), default=None)
        if trigger is not None and unversioned(origin) not in met:
            found.append(Idea(measure, origin, trigger))
    return tuple(sorted(found, key=lambda idea: _part(idea.trigger)))


def holds(
    catalogue: PlanCatalogue,
    origin: str,
    items_yes: frozenset[str],
    markers: frozenset[str],
    situations: frozenset[str],
) -> bool:
    """Tell whether something still brings up the idea that an item came from.

    What the catalogue no longer has is not judged.
    """
    name = unversioned(origin)
    return all(
        any(_triggers(catalogue, measure, items_yes, markers, situations))
        for measure in catalogue.measures
        if unversioned(catalogue.origin(measure)) == name
    )


def _triggers(
    catalogue: PlanCatalogue,
    measure: Measure,
    items: frozenset[str],
    markers: frozenset[str],
    situations: frozenset[str],
) -> Iterator[Trigger]:
    by = measure.proposed_by
    for name in by.markers & markers:
        critical = name in catalogue.critical
        yield Trigger(TriggerKind.CRITICAL if critical else TriggerKind.MARKER, name)
    yield from (Trigger(TriggerKind.ITEM, name) for name in by.items & items)
    yield from (Trigger(TriggerKind.SITUATION, name) for name in by.situations & situations)
    if by.always:
        yield Trigger(TriggerKind.ALWAYS)


def _part(trigger: Trigger) -> int:
    match trigger.kind:
        case TriggerKind.CRITICAL:
            return 0
        case TriggerKind.MARKER | TriggerKind.ITEM | TriggerKind.SITUATION:
            return 1
        case TriggerKind.ALWAYS:
            return 2


def unversioned(origin: str) -> str:
    """Return which idea it is, whatever the version of the pack it was met in."""
    return origin.rpartition("-")[0]


def faults(catalogue: PlanCatalogue) -> tuple[str, ...]:
    """Return everything that is wrong with the measures of a region."""
    return (
        *duplicates("section", (section.id for section in catalogue.sections)),
        *duplicates("measure", (measure.id for measure in catalogue.measures)),
        *(fault for measure in catalogue.measures for fault in _measure(catalogue, measure)),
    )


def _measure(catalogue: PlanCatalogue, measure: Measure) -> Iterator[str]:
    where = f"measure {measure.id}"
    sections = [section.id for section in catalogue.sections]
    yield from strangers(where, "section", [measure.section], sections)
    by = measure.proposed_by
    if not (by.items or by.markers or by.situations or by.always):
        yield f"{where}: nothing proposes it"
    if measure.appears in (Appears.TAKES, Appears.CARD):
        yield f"{where}: nothing leaves the house unless she decides so"
    if not may_leave(measure.nature) and measure.appears is not Appears.DOSSIER:
        yield f"{where}: of nature {measure.nature}, it starts in the dossier"


def unknown_triggers(
    catalogue: PlanCatalogue, items: Iterable[str], markers: Iterable[str]
) -> tuple[str, ...]:
    """Return the triggers that no instrument and no list of markers defines."""
    known_items, known_markers = frozenset(items), frozenset(markers)
    found: list[str] = []
    for measure in catalogue.measures:
        where, by = f"measure {measure.id}", measure.proposed_by
        found += strangers(where, "item", by.items, known_items)
        found += strangers(where, "marker", by.markers, known_markers)
    return tuple(found)


# Ranks --------------------------------------------------------------------------------
#
# A rank is read as the digits of a fraction. After the last one and before the first, the
# step is taken on a few leading digits only: k times the outermost digit, then k + 1
# digits that count. A list that only ever grows at its end has ranks of length O(log n).

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_LOW, _HIGH = _DIGITS[0], _DIGITS[-1]
_FIRST = _DIGITS[_BASE // 2]


def rank_between(before: str, after: str) -> str:
    """Return a rank strictly between two; an empty one stands for the end of the list.

    ValueError when there is no room: ``before`` does not come before ``after``, or either
    holds anything but digits and small letters.
    """
    if not set(before + after) <= set(_DIGITS):
        raise ValueError("a rank has digits and small letters only")
    if not before and not after:
        return _FIRST
    if not after:
        return _following(before)
    if not after.strip(_LOW) or (before and before.rstrip(_LOW) >= after.rstrip(_LOW)):
        raise ValueError("there is no room between these ranks")
    return _middle(before, after) if before else _preceding(after)


def _following(rank: str) -> str:
    run = len(rank) - len(rank.lstrip(_HIGH))
    counter = rank[run : 2 * run + 1].ljust(run + 1, _LOW)
    return _HIGH * run + _digits(int(counter, _BASE) + 1, run + 1).rstrip(_LOW)


def _preceding(rank: str) -> str:
    run = len(rank) - len(rank.lstrip(_LOW))
    counter = rank[run : 2 * run + 1].ljust(run + 1, _LOW)
    less = _digits(int(counter, _BASE) - 1, run + 1)
    if less.startswith(_LOW):
        return _LOW * (run + 1) + _HIGH * (run + 2)
    return _LOW * run + less.rstrip(_LOW)


def _digits(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return digits


def _middle(before: str, after: str) -> str:
    """Return the shortest rank near the middle of two ranks."""
    shared = 0
    while (before[shared : shared + 1] or _LOW) == after[shared : shared + 1]:
        shared += 1
    low = _DIGITS.index(before[shared : shared + 1] or _LOW)
    high = _DIGITS.index(after[shared : shared + 1] or _LOW)
    stem = after[:shared]
    if high - low > 1:
        return stem + _DIGITS[(low + high) // 2]
    if len(after.rstrip(_LOW)) > shared + 1:
        return stem + _DIGITS[high]
    return stem + _DIGITS[low] + _upper_half(before[shared + 1 :])


def _upper_half(rank: str) -> str:
    """Return a rank after this one, about half-way to the end of what it can be."""
    for place, digit in enumerate(rank):
        if digit != _HIGH:
            return rank[:place] + _DIGITS[(_DIGITS.index(digit) + _BASE + 1) // 2]
    return rank + _FIRST
