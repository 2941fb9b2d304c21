"""What changed, and what is to be looked at again because of it: marked, never decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from filet.application.desk import Desk, Write, told
from filet.application.outcome import Outcome
from filet.application.picture import Tools
from filet.domain.casefile import CaseFile
from filet.domain.errors import WordsMissing
from filet.domain.ids import CaseId, ChangeId, LevelId
from filet.domain.kinds import ChangeNoted, LevelSigned, PlanReviewed
from filet.domain.rows import standing_levels
from filet.domain.triggers import Called, Trigger, called, plan_called


@dataclass(frozen=True, slots=True)
class Again:
    """What asks today for another look: at each level that stands, and at the plan."""

    levels: Mapping[LevelId, tuple[Called, ...]]
    plan: tuple[Called, ...] = ()

    @property
    def facts(self) -> tuple[Called, ...]:
        """Return what asks it of any level, each fact once, the newest first."""
        found = {one.entry.ref: one for calls in self.levels.values() for one in calls}
        return tuple(sorted(found.values(), key=lambda one: one.entry.order(), reverse=True))


class Reviewing:
    """Notes what changed, and that a plan was looked at again."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        self._desk = desk
        self._tools = tools

    def triggers(self) -> Mapping[str, Trigger]:
        """Return what asks for another look, by its id."""
        return {one.id: one for one in self._tools.triggers()}

    def again(self, file: CaseFile) -> Again:
        """Return what asks today for another look."""
        levels = {
            entry.content.level_id: self._today(called(file, self._tools.triggers(), entry))
            for entry in standing_levels(file)
            if isinstance(entry.content, LevelSigned)
        }
        return Again(levels, self._today(plan_called(file, self._tools.triggers())))

    def note(self, case: CaseId, change: ChangeNoted) -> Outcome[CaseFile]:
        """Note what changed; one of the same identity is corrected. Raises WordsMissing."""
        if change.trigger not in self.triggers():
            raise WordsMissing(field="trigger")
        refs = self._desk.read(case).refs(ChangeNoted, lambda one: one.change == change.change)
        return told(self._desk.record(case, Write(change, refs)))

    def plan_reviewed(self, case: CaseId) -> Outcome[CaseFile]:
        """Say that the plan was looked at again, knowing what changed."""
        return told(self._desk.record(case, Write(PlanReviewed())))

    def _today(self, calls: tuple[Called, ...]) -> tuple[Called, ...]:
        """Leave out what asks only once its day has come."""
        today = self._desk.clock.today()
        return tuple(one for one in calls if one.since <= today)


def new_change() -> ChangeId:
    """Return the identity of something that changed."""
    return ChangeId(uuid4())
