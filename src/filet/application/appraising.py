"""Appréciation: the picture of what is known, and the judgement that a person signs.

The machine proposes no level and compares none: it shows what was said, by whom, what is
not known, what has changed, and keeps the reasons that a worker writes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import uuid4

from filet.application.desk import Desk, Write, told
from filet.application.outcome import Outcome
from filet.domain.casefile import CaseFile, fold
from filet.domain.errors import MarkersUnanswered, ReasonMissing, ReviewMissing, WordsMissing
from filet.domain.factors import Marker
from filet.domain.ids import ActionId, CaseId, LevelId, PersonId, Ref
from filet.domain.instruments import Instrument, Item, ItemType, Tier, Value, item_key
from filet.domain.kinds import (
    ActionDone,
    ActionPlanned,
    ComputedRange,
    Level,
    LevelSigned,
    LevelWithdrawn,
    PersonDescribed,
    Role,
    SourceKind,
    StatementMade,
    WordsNoted,
)
from filet.domain.levels import ProposedAction, proposed_actions
from filet.domain.moments import Due
from filet.domain.scoring import Result, score
from filet.domain.statements import Reading, by_item, read
from filet.domain.text import clean, cleaned

_CALM = (Level.NOT_ASSESSED, Level.NOT_ESTABLISHED, Level.MODERATE)


class Tools(Protocol):
    """Where instruments, markers and proposed actions come from."""

    def instruments(self) -> Sequence[Instrument]:
        """Return every installed instrument."""

    def markers(self) -> Sequence[Marker]:
        """Return every marker, in the order in which they are shown."""

    def actions(self) -> Sequence[ProposedAction]:
        """Return every action that may be proposed."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that weighs or protects: the item, its statements, whether it is new."""

    item: str
    tier: Tier | None
    markers: tuple[str, ...]
    reading: Reading
    new: bool


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
    her_words: str
    weighs: tuple[Fact, ...]
    protects: tuple[Fact, ...]
    unknown: tuple[str, ...]
    to_clarify: tuple[str, ...]
    changes: tuple[Change, ...]
    actions: tuple[ProposedAction, ...]
    markers: tuple[str, ...]
    results: Mapping[str, Result]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a worker decides: a level, for whom, about whom, why, until when."""

    level: Level
    persons: tuple[PersonId, ...]
    authors: tuple[PersonId, ...]
    reasons: str
    review: Due | None
    provisional: bool = False
    taken_into_account: str = ""
    discussed_with: str = ""


class Appraising:
    """Shows the picture, signs and withdraws levels, plans and notes actions."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        self._desk = desk
        self._tools = tools

    def picture(self, case: CaseId, level: Level | None = None) -> Picture:
        """Return what is known; the actions depend on the level that is being considered."""
        file = self._desk.read(case)
        before = by_item(_at_last_level(file).all(StatementMade))
        now = by_item(file.all(StatementMade))
        facts = [fact for tool in self._tools.instruments() for fact in _facts(tool, now, before)]
        results = self._results(now)
        markers = self._markers(results)
        sense = _sense(self._tools.instruments(), now)
        return Picture(
            sense=sense.scale if sense else None,
            her_words=_words(file, sense),
            weighs=_heaviest(facts, self._critical()),
            protects=tuple(fact for fact in facts if fact.tier is Tier.PROTECTIVE),
            unknown=_unknown(self._tools.instruments(), now),
            to_clarify=tuple(item for item, reading in now.items() if reading.contradictory),
            changes=_changes(before, now),
            actions=proposed_actions(self._tools.actions(), level, frozenset(markers)),
            markers=markers,
            results=results,
        )

    def sign(self, case: CaseId, judgement: Judgement) -> Outcome[CaseFile]:
        """Sign a level. All it asserts is in it; nothing is ever computed again.

        It is for her unless somebody is named. Raises ReasonMissing, ReviewMissing,
        MarkersUnanswered, and WordsMissing when it is for nobody.
        """
        judgement = cleaned(judgement)
        picture = self.picture(case, judgement.level)
        _acceptable(judgement, [name for name in picture.markers if name in self._critical()])
        signed = LevelSigned(
            level_id=LevelId(uuid4()),
            level=judgement.level,
            persons=judgement.persons or _her(self._desk.read(case)),
            authors=judgement.authors,
            reasons=judgement.reasons,
            review=judgement.review,
            provisional=judgement.provisional,
            ranges=self._ranges(picture.results),
            markers=picture.markers,
            taken_into_account=judgement.taken_into_account,
            discussed_with=judgement.discussed_with,
            as_of=self._heads(),
        )
        return told(self._desk.record(case, Write(signed)))

    def withdraw(self, case: CaseId, level: LevelId, reason: str) -> Outcome[CaseFile]:
        """Withdraw a level signed by mistake; both entries stay."""
        why = clean(reason)
        if not why.strip():
            raise ReasonMissing
        refs = self._desk.read(case).refs(LevelSigned, lambda signed: signed.level_id == level)
        if not refs:
            raise WordsMissing(field="level")
        return told(self._desk.record(case, Write(LevelWithdrawn(level, why), refs)))

    def plan(self, case: CaseId, action: ActionPlanned) -> Outcome[CaseFile]:
        """Say that something is to be done, by whom and when."""
        kept = cleaned(action)
        if not kept.text.strip():
            raise WordsMissing(field="action")
        file = self._desk.read(case)
        refs = file.refs(ActionPlanned, lambda former: former.action == kept.action)
        return told(self._desk.record(case, Write(kept, refs)))

    def done(self, case: CaseId, done: ActionDone) -> Outcome[CaseFile]:
        """Say that it is done."""
        return told(self._desk.record(case, Write(done)))

    def _results(self, now: Mapping[str, Reading]) -> dict[str, Result]:
        """Return the result of every instrument of which something was answered."""
        results = {}
        for tool in self._tools.instruments():
            own = {item.id: now.get(item_key(tool, item)) for item in tool.items}
            heard = {name: reading for name, reading in own.items() if reading is not None}
            if heard:
                results[tool.id] = _score(tool, heard, _ticked(tool, now))
        return results

    def _markers(self, results: Mapping[str, Result]) -> tuple[str, ...]:
        raised = {name for result in results.values() for name in result.markers}
        return tuple(marker.id for marker in self._tools.markers() if marker.id in raised)

    def _critical(self) -> frozenset[str]:
        return frozenset(marker.id for marker in self._tools.markers() if marker.critical)

    def _ranges(self, results: Mapping[str, Result]) -> tuple[ComputedRange, ...]:
        versions = {tool.id: tool.version for tool in self._tools.instruments()}
        return tuple(
            ComputedRange(
                pack,
                versions[pack],
                result.minimum,
                result.maximum,
                result.band_minimum or "",
                result.band_maximum or "",
                result.complete,
            )
            for pack, result in results.items()
        )

    def _heads(self) -> tuple[Ref, ...]:
        return tuple(Ref(head.chain, head.seq) for head in self._desk.vault.journal.heads())


def new_action() -> ActionId:
    """Return the identity of something to do."""
    return ActionId(uuid4())


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


def _acceptable(judgement: Judgement, critical: list[str]) -> None:
    provisional = judgement.level is Level.IMMINENT and judgement.provisional
    if not judgement.reasons.strip() and not provisional:
        raise ReasonMissing
    if judgement.review is None:
        raise ReviewMissing
    if judgement.level in _CALM and critical and not judgement.taken_into_account.strip():
        raise MarkersUnanswered(markers=", ".join(critical))


def _her(file: CaseFile) -> tuple[PersonId, ...]:
    """Return her, for whom a level is signed by default: one for nobody would show nowhere."""
    found = tuple(one.person for one in file.all(PersonDescribed) if one.role is Role.HER)
    if not found:
        raise WordsMissing(field="persons")
    return found[-1:]


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
    return bool(reading.values or reading.scales) or item.type is ItemType.TOLD


def _settled(reading: Reading) -> bool:
    definite = {Value.YES, Value.NO, Value.NOT_APPLICABLE}
    return reading.scale is not None or bool(definite & reading.values)


def _changes(before: Mapping[str, Reading], now: Mapping[str, Reading]) -> tuple[Change, ...]:
    if not before:
        return ()
    unasked = read(())
    changes = []
    for item, reading in now.items():
        former = before.get(item, unasked)
        if (former.values, former.scale) != (reading.values, reading.scale):
            scales = (former.scale, reading.scale)
            changes.append(Change(item, former.values, reading.values, *scales))
    return tuple(changes)


def _sense(tools: Sequence[Instrument], now: Mapping[str, Reading]) -> Reading | None:
    """Return her own sense of danger: the scale that raises her fear, as she gave it."""
    for tool in tools:
        for item in tool.items:
            reading = now.get(item_key(tool, item))
            own = _her_own(reading) if reading and "her_fear" in item.markers else None
            if own is not None and own.scale is not None:
                return own
    return None


def _her_own(reading: Reading) -> Reading:
    """Leave out what others say of her: nobody else knows how afraid she is."""
    return read(said for said in reading.statements if said.source.kind is SourceKind.HER)


def _words(file: CaseFile, sense: Reading | None) -> str:
    if sense is None:
        return ""
    statements = {said.statement for said in sense.statements}
    spoken = [words for words in file.all(WordsNoted) if words.source.kind is SourceKind.HER]
    found = [words for words in spoken if words.statement in statements]
    plain = [words.text for words in found if not words.detail] or [words.text for words in found]
    return plain[-1] if plain else ""
