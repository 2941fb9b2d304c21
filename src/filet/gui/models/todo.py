"""What is to be done, sorted for the eye: overdue, today, next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from filet.domain.ids import CaseId
from filet.domain.rows import CaseLine, DueKind, DueLine
from filet.gui.context import Context
from filet.gui.models.case_texts import CaseTexts
from filet.gui.sayings import day_of, day_text, hour_text, is_late, when_due
from filet.i18n import N_

_LEVEL_DUE = {
    DueKind.ACTION: N_("Follow-up"),
    DueKind.REVIEW: N_("Look at the level again"),
    DueKind.REASON: N_("Write why this level was signed"),
}
GROUPS = (N_("Overdue"), N_("Today"), N_("Next"))


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do, in words."""

    line: DueLine
    when: str
    what: str
    who: str
    group: int

    @property
    def late(self) -> bool:
        """Whether its time has passed."""
        return self.group == 0

    @property
    def is_action(self) -> bool:
        """Whether it can be said to be done; a level is looked at in its dossier."""
        return self.line.kind is DueKind.ACTION


def todos(
    due: Iterable[DueLine], find: Callable[[CaseId], CaseLine | None], texts: CaseTexts
) -> tuple[Todo, ...]:
    """Say what is due; what belongs to no dossier that is shown is left out."""
    pairs = ((line, find(line.case)) for line in due if day_of(line.due))
    return tuple(_todo(line, case, texts) for line, case in pairs if case is not None)


def _todo(line: DueLine, case: CaseLine, texts: CaseTexts) -> Todo:
    context = texts.context
    what = line.text or context.t(_LEVEL_DUE[line.kind])
    if line.text and texts.numbers_only:
        what = context.t("Follow-up")
    parts = (texts.name(case), "" if texts.numbers_only else line.who)
    who = " · ".join(filter(None, parts))
    return Todo(line, _when(context, line.due), what, who, _group(context, line.due))


def _group(context: Context, due: str) -> int:
    if is_late(context, due):
        return 0
    return 1 if day_of(due) == context.clock.today() else 2


def _when(context: Context, due: str) -> str:
    """Return « Depuis le 13 fév. », « 23 h 30 » or « Demain, 9 h »."""
    day, hour = day_of(due), due[11:]
    if day is not None and is_late(context, due):
        if day == context.clock.today():
            return context.t("Since {hour}", hour=hour_text(context, hour))
        return context.t("Since {day}", day=day_text(context, day))
    if day == context.clock.today() and hour != "24:00":
        return hour_text(context, hour)
    return when_due(context, due)
