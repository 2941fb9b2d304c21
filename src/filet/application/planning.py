"""Scénario de protection: ideas with their because, her words, how far each may go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol
from uuid import uuid4

from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome
from filet.application.picture import Tools, in_use
from filet.domain.casefile import CaseFile
from filet.domain.errors import NotForThisPaper, WordsMissing
from filet.domain.grammar import spoken
from filet.domain.ids import CaseId, MeasureId
from filet.domain.instruments import Instrument, Value, item_key, split_item_key
from filet.domain.kinds import (
    Appears,
    IdeaBroughtBack,
    IdeaRefused,
    MeasureRemoved,
    MeasureWritten,
    SituationsSet,
    StatementMade,
)
from filet.domain.papers import PlanItem, stays_inside
from filet.domain.plan import (
    Idea,
    Measure,
    MeasureNature,
    PlanCatalogue,
    Situation,
    TriggerKind,
    ideas,
    may_leave,
    rank_between,
    unversioned,
)
from filet.domain.speaking import forms_of
from filet.domain.statements import by_item
from filet.domain.text import cleaned

_LEAVES = (Appears.TAKES, Appears.CARD)


class Plans(Tools, Protocol):
    """Where measures come from, beside instruments and markers."""

    def plan(self) -> PlanCatalogue:
        """Return the measures of the region."""


@dataclass(frozen=True, slots=True)
class Board:
    """All that the page of a plan shows: her items, and what may be proposed to her."""

    file: CaseFile
    catalogue: PlanCatalogue
    ideas: tuple[Idea, ...]
    set_aside: tuple[Measure, ...]
    """« Pas pour elle »: what can be brought back."""
    situations: frozenset[str]
    asked: Mapping[str, str] = field(default_factory=dict)
    """By origin, the item of an instrument that brought an idea up."""


class Planning:
    """Proposes, keeps, rewrites, orders and removes the items of a plan."""

    def __init__(self, desk: Desk, plans: Plans) -> None:
        self._desk = desk
        self._plans = plans

    def board(self, case: CaseId) -> Board:
        """Return everything that a plan is made with."""
        file = self._desk.read(case)
        catalogue = self._measures(file)
        proposed = self.ideas(case)
        aside = {unversioned(idea.origin) for idea in file.all(IdeaRefused)}
        return Board(
            file,
            catalogue,
            proposed,
            tuple(one for one in catalogue.measures if unversioned(catalogue.origin(one)) in aside),
            situations(file),
            self._asked(file, proposed),
        )

    def ideas(self, case: CaseId) -> tuple[Idea, ...]:
        """Return the measures that what she may be told proposes, and that she has not met.

        What a partner said and she does not know proposes nothing: the « parce que »
        would tell her.
        """
        file = self._desk.read(case)
        keys = tellable(file)
        catalogue = self._measures(file)
        return ideas(
            catalogue,
            bare(keys),
            raised(in_use(file, self._plans), keys),
            situations(file),
            kept=frozenset(measure.origin for measure in file.all(MeasureWritten)),
            refused=frozenset(idea.origin for idea in file.all(IdeaRefused)),
        )

    def _measures(self, file: CaseFile) -> PlanCatalogue:
        """Return the measures of the region, in the grammar of the dossier."""
        return spoken(self._plans.plan(), forms_of(file))

    def write(
        self, case: CaseId, measure: MeasureWritten, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Keep an item of her plan; one of the same identity is written again.

        Without a rank it comes last in its section. Raises NotForThisPaper when it may
        leave the house and nobody answered « Et s'il le lit? », or when its nature must
        never leave.
        """
        kept = cleaned(measure)
        if not kept.text.strip():
            raise WordsMissing(field="measure")
        if kept.appears in _LEAVES and (stays_inside(kept.nature) or _unanswered(kept)):
            raise NotForThisPaper(nature=kept.nature)
        if not kept.rank:
            kept = replace(kept, rank=self.last_rank(case, kept.section))
        return told(self._desk.record(case, self._again(case, kept), draft=draft))

    def keep_idea(
        self, case: CaseId, origin: str, language: str, measure: MeasureId
    ) -> Outcome[CaseFile]:
        """Put an idea in her plan as it is proposed; she says it her way afterwards."""
        catalogue = self._measures(self._desk.read(case))
        (found,) = (one for one in catalogue.measures if catalogue.origin(one) == origin)
        kept = MeasureWritten(
            measure,
            found.section,
            found.texts[language].text,
            "",
            found.appears,
            nature=found.nature,
            form=found.form,
            origin=origin,
        )
        return self.write(case, kept)

    def move(self, case: CaseId, measure: MeasureId, step: int) -> Outcome[CaseFile]:
        """Move an item up or down in its section; at an end it stays where it is."""
        file = self._desk.read(case)
        moved = next((item for item in measures(file) if item.measure == measure), None)
        if moved is None:
            raise WordsMissing(field="measure")
        section = [item for item in measures(file) if item.section == moved.section]
        place = section.index(moved) + step
        if not 0 <= place < len(section):
            return Outcome(file)
        section.remove(moved)
        section.insert(place, moved)
        writes = [self._again(case, item) for item in _ranked_anew(section, place)]
        return told(self._desk.record(case, *writes))

    def remove(self, case: CaseId, measure: MeasureId) -> Outcome[CaseFile]:
        """Take an item out of the plan."""
        refs = self._desk.read(case).refs(MeasureWritten, lambda item: item.measure == measure)
        if not refs:
            raise WordsMissing(field="measure")
        return told(self._desk.record(case, Write(MeasureRemoved(measure), refs)))

    def refuse(self, case: CaseId, origin: str) -> Outcome[CaseFile]:
        """« Pas pour elle »: keep an idea out until it is brought back."""
        return told(self._desk.record(case, Write(IdeaRefused(origin))))

    def bring_back(self, case: CaseId, origin: str) -> Outcome[CaseFile]:
        """Let an idea that was kept out be proposed again, in whatever version it was met."""
        name = unversioned(origin)
        refs = self._desk.read(case).refs(
            IdeaRefused, lambda idea: unversioned(idea.origin) == name
        )
        if not refs:
            raise WordsMissing(field="measure")
        return told(self._desk.record(case, Write(IdeaBroughtBack(origin), refs)))

    def set_situations(self, case: CaseId, chosen: frozenset[str]) -> Outcome[CaseFile]:
        """Keep what a worker says of her life, in the place of what was said before."""
        said = tuple(one.value for one in Situation if one in chosen)
        refs = self._desk.read(case).refs(SituationsSet)
        return told(self._desk.record(case, Write(SituationsSet(said), refs)))

    def last_rank(self, case: CaseId, section: str) -> str:
        """Return the rank of an item that would come last in a section."""
        ranks = [item.rank for item in measures(self._desk.read(case)) if item.section == section]
        return rank_between(ranks[-1] if ranks else "", "")

    def _again(self, case: CaseId, measure: MeasureWritten) -> Write:
        file = self._desk.read(case)
        return Write(
            measure, file.refs(MeasureWritten, lambda former: former.measure == measure.measure)
        )

    def _asked(self, file: CaseFile, proposed: Sequence[Idea]) -> Mapping[str, str]:
        keys, tools = tellable(file), in_use(file, self._plans)
        raised = {
            marker: item.id
            for tool in reversed(tools)
            for item in reversed(tool.items)
            if item_key(tool, item) in keys
            for marker in item.markers
        }
        found = {}
        for idea in proposed:
            if idea.trigger.kind is TriggerKind.ITEM:
                found[idea.origin] = idea.trigger.id
            elif idea.trigger.kind in (TriggerKind.CRITICAL, TriggerKind.MARKER):
                found[idea.origin] = raised[idea.trigger.id]
        return found


def new_measure() -> MeasureId:
    """Return the identity of an item of a plan."""
    return MeasureId(uuid4())


def measures(file: CaseFile) -> tuple[MeasureWritten, ...]:
    """Return the items of a plan in the order she gave them."""
    return tuple(sorted(file.all(MeasureWritten), key=lambda item: (item.rank, item.measure.bytes)))


def situations(file: CaseFile) -> frozenset[str]:
    """Return what is said of her life; what two computers said counts together."""
    return frozenset(one for said in file.all(SituationsSet) for one in said.situations)


def usual_nature(catalogue: PlanCatalogue, section: str) -> str:
    """Return what an item of her own gives away unless it is said otherwise.

    Where most ideas of a section must stay in the dossier, so must hers.
    """
    natures = [one.nature for one in catalogue.measures if one.section == section]
    inside = Counter(nature for nature in natures if not may_leave(nature))
    if 2 * inside.total() <= len(natures):
        return MeasureNature.GENERAL
    return inside.most_common(1)[0][0]


def usual_paper(nature: str) -> Appears:
    """Return how far an item of this nature goes before anybody was asked."""
    return Appears.STAYS if may_leave(nature) else Appears.DOSSIER


def plan_items(items: Sequence[MeasureWritten]) -> tuple[PlanItem, ...]:
    """Return the items of a plan as papers take them."""
    return tuple(
        PlanItem(
            section=item.section,
            text=item.text,
            appears=item.appears,
            nature=item.nature,
            form=item.form,
            phone=item.phone,
            rank=item.rank,
            read_by_him=item.read_by_him,
        )
        for item in items
    )


def _ranked_anew(section: Sequence[MeasureWritten], place: int) -> Sequence[MeasureWritten]:
    """Return what must be written again for a section to stand in this order."""
    before = section[place - 1].rank if place else ""
    after = section[place + 1].rank if place + 1 < len(section) else ""
    try:
        return [replace(section[place], rank=rank_between(before, after))]
    except ValueError:  # two computers gave the same rank: there is no room between them
        ranks = [""]
        for _ in section:
            ranks.append(rank_between(ranks[-1], ""))
        return [replace(one, rank=rank) for one, rank in zip(section, ranks[1:], strict=True)]


def _unanswered(measure: MeasureWritten) -> bool:
    return not measure.read_by_him.strip()


def tellable(file: CaseFile) -> frozenset[str]:
    """Return the keys of all that reads yes and may be told to her."""
    readings = by_item(file.all(StatementMade))
    return frozenset(
        key for key, reading in readings.items() if Value.YES in reading.values and reading.tellable
    )


def bare(keys: Iterable[str]) -> frozenset[str]:
    """Return items by their id alone, whatever instrument asks about them."""
    return frozenset(split_item_key(key)[0] for key in keys)


def raised(tools: Sequence[Instrument], keys: frozenset[str]) -> frozenset[str]:
    """Return the markers that these items raise: « 5 » is not the same on every form."""
    return frozenset(
        marker
        for tool in tools
        for item in tool.items
        if item_key(tool, item) in keys
        for marker in item.markers
    )
