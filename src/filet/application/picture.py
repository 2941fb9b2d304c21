"""The picture of a dossier on the day: what weighs, protects, is not known, has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from filet.domain.casefile import CaseFile, fold
from filet.domain.control import Taxonomy
from filet.domain.errors import UnknownPack
from filet.domain.factors import Marker
from filet.domain.ids import StatementId
from filet.domain.incidents import Severity
from filet.domain.instruments import Instrument, Item, ItemType, Tier, Value, item_key, pack_key
from filet.domain.kinds import (
    Level,
    LevelSigned,
    Manner,
    SessionBegun,
    SourceKind,
    StatementMade,
    WordsNoted,
)
from filet.domain.levels import Levels, ProposedAction, proposed_actions
from filet.domain.scoring import Result, score
from filet.domain.stages import Stages
from filet.domain.statements import Reading, by_item, read
from filet.domain.triggers import Trigger

_TEN = 10
"""Her sense of danger is told out of ten: a scale of another length is not it."""


class Questionnaires(Protocol):
    """Where instruments come from."""

    def instruments(self) -> Sequence[Instrument]:
        """Return every installed instrument."""

    def instrument(self, name: str, version: str | None = None) -> Instrument:
        """Return an instrument in one version. Raises UnknownPack."""


class Tools(Questionnaires, Protocol):
    """Where instruments, markers and proposed actions come from."""

    def markers(self) -> Sequence[Marker]:
        """Return every marker, in the order in which they are shown."""

    def actions(self) -> Sequence[ProposedAction]:
        """Return every action that may be proposed."""

    def triggers(self) -> Sequence[Trigger]:
        """Return what asks that a level and a plan be looked at again."""

    def severity(self) -> Severity:
        """Return the degrees of an incident."""

    def stages(self) -> Stages:
        """Return the chronology in stages."""

    def tactics(self) -> Sequence[Taxonomy]:
        """Return every version of the list of tactics of control, the newest last."""

    def levels(self) -> Levels:
        """Return the levels of the region, their words and their delays."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that weighs or protects: the item, its statements, whether it is new."""

    item: str
    tier: Tier | None
    markers: tuple[str, ...]
    reading: Reading
    new: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """How afraid she said she was, when, and how it was asked."""

    scale: int
    at: datetime | None
    manner: Manner | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An item that reads otherwise than when a level was last signed; scales are 0 to 10."""

    item: str
    before: frozenset[Value]
    after: frozenset[Value]
    scale_before: int | None = None
    scale_after: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known on the day, in the order in which it is read."""

    sense: int | None
    senses: tuple[Sense, ...]
    """How afraid she said she was, each time, the last at the end."""
    her_words: str
    weighs: tuple[Fact, ...]
    protects: tuple[Fact, ...]
    unknown: tuple[str, ...]
    to_clarify: tuple[str, ...]
    changes: tuple[Change, ...]
    actions: tuple[ProposedAction, ...]
    markers: tuple[str, ...]
    critical: tuple[str, ...]
    """Markers that a calm level has to answer for."""
    results: Mapping[str, Result]
    """By instrument and version, such as ``da-2004-1``."""
    heard: Mapping[str, Reading]
    """Every item of which something was said."""
    moments: Mapping[StatementId, datetime]
    """When each statement was written, on the wall of the house."""
    since: date | None
    """When a level was last signed."""


def drawn(file: CaseFile, tools: Tools, level: Level | None = None) -> Picture:
    """Return the picture of a dossier; its actions depend on the level being considered."""
    instruments = in_use(file, tools)
    before, now = by_item(_at_last_level(file).all(StatementMade)), by_item(file.all(StatementMade))
    facts = [fact for tool in instruments for fact in _facts(tool, now, before)]
    results = _results(instruments, now)
    markers, critical = _raised(tools.markers(), results)
    sense, moments = _sense(instruments, now), _moments(file)
    return Picture(
        sense=sense.scale if sense else None,
        senses=_senses(file, sense, moments),
        her_words=_words(file, instruments),
        weighs=_heaviest(facts, frozenset(critical)),
        protects=tuple(fact for fact in facts if fact.tier is Tier.PROTECTIVE),
        unknown=_unknown(tools.instruments(), now),
        to_clarify=tuple(item for item, reading in now.items() if reading.contradictory),
        changes=_changes(before, now),
        actions=proposed_actions(tools.actions(), level, frozenset(markers)),
        markers=markers,
        critical=critical,
        results=results,
        heard=now,
        moments=moments,
        since=_last_signed(file),
    )


def in_use(file: CaseFile, tools: Questionnaires) -> tuple[Instrument, ...]:
    """Return every instrument, and every former version that something was answered with.

    What was answered counts for ever in the version in which it was asked.
    """
    found = {pack_key(tool): tool for tool in tools.instruments()}
    for pack in dict.fromkeys(said.item.partition("@")[2] for said in file.all(StatementMade)):
        if pack and pack not in found:
            name, _, version = pack.rpartition("-")
            with suppress(UnknownPack):
                found[pack] = tools.instrument(name, version)
    return tuple(found.values())


def _results(tools: Sequence[Instrument], now: Mapping[str, Reading]) -> dict[str, Result]:
    """Return the result of every instrument of which something was answered."""
    results = {}
    for tool in tools:
        own = {item.id: now.get(item_key(tool, item)) for item in tool.items}
        heard = {name: reading for name, reading in own.items() if reading is not None}
        ticked = _ticked(tool, now)
        if heard or ticked:
            results[pack_key(tool)] = _score(tool, heard, ticked)
    return results


def _raised(
    markers: Sequence[Marker], results: Mapping[str, Result]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the markers that stand, and those of them that are critical."""
    raised = {name for result in results.values() for name in result.markers}
    found = [marker for marker in markers if marker.id in raised]
    every, critical = (marker.id for marker in found), (one.id for one in found if one.critical)
    return tuple(every), tuple(critical)


def _moments(file: CaseFile) -> dict[StatementId, datetime]:
    return {
        said.statement: entry.moment.local()
        for said, entry in zip(file.all(StatementMade), file.live.of(StatementMade), strict=True)
        if entry.moment is not None
    }


def _last_signed(file: CaseFile) -> date | None:
    signed = file.live.of(LevelSigned)
    moment = signed[-1].moment if signed else None
    return moment.local().date() if moment is not None else None


def _senses(
    file: CaseFile, sense: Reading | None, moments: Mapping[StatementId, datetime]
) -> tuple[Sense, ...]:
    manners = {one.session: one.manner for one in file.all(SessionBegun)}
    return tuple(
        Sense(
            said.scale,
            moments.get(said.statement),
            manners.get(said.session) if said.session else None,
        )
        for said in (sense.statements if sense else ())
        if said.scale is not None
    )


def _ticked(tool: Instrument, now: Mapping[str, Reading]) -> frozenset[str]:
    """Return the boxes of a paper form that were ticked."""
    read = {flag.id: now.get(item_key(tool, flag)) for flag in tool.flags}
    return frozenset(name for name, one in read.items() if one and Value.YES in one.values)


def _score(tool: Instrument, heard: Mapping[str, Reading], flags: frozenset[str]) -> Result:
    answers = {name: reading.values for name, reading in heard.items() if reading.values}
    scales = {item.id: _grades(item, heard[item.id]) for item in tool.items if item.id in heard}
    return score(tool, answers, flags, scales)


def _grades(item: Item, reading: Reading) -> frozenset[int]:
    """Return what each voice said last; where a grade raises a marker, the highest ever said."""
    if item.marker_from is None or reading.highest is None:
        return reading.by_voice
    return frozenset({reading.highest})


def _at_last_level(file: CaseFile) -> CaseFile:
    """Return the dossier as it stood when a level was last signed."""
    signed = file.live.of(LevelSigned)
    if not signed:
        return CaseFile(file.case)
    last = signed[-1].order()
    return fold(file.case, [entry for entry in file.entries if entry.order() <= last])


def _facts(
    tool: Instrument, now: Mapping[str, Reading], before: Mapping[str, Reading]
) -> list[Fact]:
    facts = []
    for item in tool.items:
        key = item_key(tool, item)
        reading = now.get(key)
        if reading is not None and _present(reading, item.marker_from):
            former = before.get(key)
            new = bool(before) and (former is None or not _present(former, item.marker_from))
            facts.append(Fact(key, item.tier, tuple(item.markers), reading, new))
    return facts


def _present(reading: Reading, marker_from: int | None) -> bool:
    highest = reading.highest
    high = highest is not None and marker_from is not None and highest >= marker_from
    return Value.YES in reading.values or high


def _heaviest(facts: list[Fact], critical: frozenset[str]) -> tuple[Fact, ...]:
    """Return what weighs: critical markers first, then acute before chronic."""
    order = {Tier.ACUTE: 0, Tier.CIRCUMSTANTIAL: 1, Tier.CHRONIC: 2, None: 3}
    weighing = [fact for fact in facts if fact.tier is not Tier.PROTECTIVE]
    return tuple(
        sorted(
            weighing,
            key=lambda fact: (not critical.intersection(fact.markers), order.get(fact.tier, 3)),
        )
    )


def _unknown(tools: Sequence[Instrument], now: Mapping[str, Reading]) -> tuple[str, ...]:
    """Return what was asked and is not known, then what was not asked of a tool in use.

    A statement without a value is a question to come back to; of a question in free words
    it holds all that was told.
    """
    asked = [key for key, reading in now.items() if reading.values and not _settled(reading)]
    rest = [
        item_key(tool, item)
        for tool in tools
        if any(item_key(tool, item) in now for item in tool.items)
        for item in tool.items
        if not _heard(item, now.get(item_key(tool, item)))
    ]
    return (*asked, *rest)


def _heard(item: Item, reading: Reading | None) -> bool:
    if reading is None:
        return False
    told = item.type is ItemType.TOLD and any(not said.to_resume for said in reading.statements)
    return told or bool(reading.values or reading.scales)


def _settled(reading: Reading) -> bool:
    definite = {Value.YES, Value.NO, Value.NOT_APPLICABLE}
    return reading.scale is not None or bool(definite & reading.values)


def _changes(before: Mapping[str, Reading], now: Mapping[str, Reading]) -> tuple[Change, ...]:
    """Return what reads otherwise, both ways; what was taken away reads as not asked."""
    if not before:
        return ()
    unasked = read(())
    changes = []
    for item in (*now, *(key for key in before if key not in now)):
        former, reading = before.get(item, unasked), now.get(item, unasked)
        if (former.values, former.scale) != (reading.values, reading.scale):
            scales = (former.scale, reading.scale)
            changes.append(Change(item, former.values, reading.values, *scales))
    return tuple(changes)


def _sense(tools: Sequence[Instrument], now: Mapping[str, Reading]) -> Reading | None:
    """Return her own sense of danger: the scale that raises her fear, as she gave it."""
    for tool in tools:
        for item in tool.items:
            reading = now.get(item_key(tool, item))
            of_ten = "her_fear" in item.markers and item.most == _TEN
            own = _her_own(reading) if reading and of_ten else None
            if own is not None and own.scale is not None:
                return own
    return None


def _her_own(reading: Reading) -> Reading:
    """Leave out what others say of her: nobody else knows how afraid she is."""
    return read(said for said in reading.statements if said.source.kind is SourceKind.HER)


def _words(file: CaseFile, tools: Sequence[Instrument]) -> str:
    """Return what she said last of her own fear, as she said it."""
    fears = {item_key(tool, it) for tool in tools for it in tool.items if "her_fear" in it.markers}
    asked = {said.statement for said in file.all(StatementMade) if said.item in fears}
    spoken = [words for words in file.all(WordsNoted) if words.source.kind is SourceKind.HER]
    found = [words for words in spoken if words.statement in asked]
    plain = [words.text for words in found if not words.detail] or [words.text for words in found]
    return plain[-1] if plain else ""
