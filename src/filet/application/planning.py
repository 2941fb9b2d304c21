"""Scénario de protection: ideas with their because, her words, how far each may go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import uuid4

from filet.application.appraising import Tools
from filet.application.desk import Desk, Write, told
from filet.application.outcome import Outcome
from filet.domain.casefile import CaseFile
from filet.domain.errors import NotForThisPaper, WordsMissing
from filet.domain.ids import CaseId, MeasureId
from filet.domain.instruments import Instrument, Value, split_item_key
from filet.domain.kinds import (
    Appears,
    IdeaRefused,
    MeasureRemoved,
    MeasureWritten,
    StatementMade,
)
from filet.domain.papers import PlanItem, stays_inside
from filet.domain.plan import Idea, PlanCatalogue, ideas, rank_between
from filet.domain.statements import Reading, by_item
from filet.domain.text import cleaned

_LEAVES = (Appears.TAKES, Appears.CARD)


class Plans(Tools, Protocol):
    """Where measures come from, beside instruments and markers."""

    def plan(self) -> PlanCatalogue:
        """Return the measures of the region."""


class Planning:
    """Proposes, keeps, rewrites, orders and removes the items of a plan."""

    def __init__(self, desk: Desk, plans: Plans) -> None:
        self._desk = desk
        self._plans = plans

    def ideas(self, case: CaseId, situations: frozenset[str] = frozenset()) -> tuple[Idea, ...]:
        """Return the measures that what she may be told proposes, and that she has not met.

        What a partner said and she does not know proposes nothing: the « parce que »
        would tell her.
        """
        file = self._desk.read(case)
        items = _tellable(file)
        catalogue = self._plans.plan()
        return ideas(
            catalogue,
            frozenset(items),
            _markers(self._plans.instruments(), items),
            situations,
            kept=frozenset(measure.origin for measure in file.all(MeasureWritten)),
            refused=frozenset(idea.origin for idea in file.all(IdeaRefused)),
        )

    def write(self, case: CaseId, measure: MeasureWritten) -> Outcome[CaseFile]:
        """Keep an item of her plan; one of the same identity is written again.

        Raises NotForThisPaper when it may leave the house and nobody answered « Et s'il
        le lit? », or when its nature must never leave.
        """
        kept = cleaned(measure)
        if not kept.text.strip():
            raise WordsMissing(field="measure")
        if kept.appears in _LEAVES and (stays_inside(kept.nature) or _unanswered(kept)):
            raise NotForThisPaper(nature=kept.nature)
        file = self._desk.read(case)
        refs = file.refs(MeasureWritten, lambda former: former.measure == kept.measure)
        return told(self._desk.record(case, Write(kept, refs)))

    def remove(self, case: CaseId, measure: MeasureId) -> Outcome[CaseFile]:
        """Take an item out of the plan."""
        refs = self._desk.read(case).refs(MeasureWritten, lambda item: item.measure == measure)
        if not refs:
            raise WordsMissing(field="measure")
        return told(self._desk.record(case, Write(MeasureRemoved(measure), refs)))

    def refuse(self, case: CaseId, origin: str) -> Outcome[CaseFile]:
        """« Pas pour elle »: keep an idea out until it is brought back."""
        return told(self._desk.record(case, Write(IdeaRefused(origin))))

    def last_rank(self, case: CaseId, section: str) -> str:
        """Return the rank of an item that would come last in a section."""
        ranks = [item.rank for item in measures(self._desk.read(case)) if item.section == section]
        return rank_between(ranks[-1] if ranks else "", "")


def new_measure() -> MeasureId:
    """Return the identity of an item of a plan."""
    return MeasureId(uuid4())


def measures(file: CaseFile) -> tuple[MeasureWritten, ...]:
    """Return the items of a plan in the order she gave them."""
    return tuple(sorted(file.all(MeasureWritten), key=lambda item: (item.rank, item.measure.bytes)))


def plan_items(file: CaseFile) -> tuple[PlanItem, ...]:
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
        for item in measures(file)
    )


def _unanswered(measure: MeasureWritten) -> bool:
    return not measure.read_by_him.strip()


def _tellable(file: CaseFile) -> dict[str, Reading]:
    """Return, by item id alone, what reads yes and may be told to her."""
    readings = by_item(file.all(StatementMade))
    return {
        split_item_key(key)[0]: reading
        for key, reading in readings.items()
        if Value.YES in reading.values and reading.tellable
    }


def _markers(tools: Sequence[Instrument], items: dict[str, Reading]) -> frozenset[str]:
    return frozenset(
        marker
        for tool in tools
        for item in tool.items
        if item.id in items
        for marker in item.markers
    )
