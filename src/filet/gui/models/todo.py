"""What is to be done, sorted for the eye: overdue, today, next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from filet.domain.rows import CaseLine, DueKind, DueLine
from filet.domain.triggers import Trigger
from filet.gui.context import Context
from filet.gui.models.case_texts import CaseTexts
from filet.gui.models.matters import trigger_name
from filet.gui.sayings import day_of, day_text, hour_text, is_late, when_due
from filet.i18n import N_

_LEVEL_DUE = {
    DueKind.ACTION: N_("Follow-up"),
    DueKind.REVIEW: N_("Look at the level again"),
    DueKind.PLAN: N_("Look at her safety plan again with her"),
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
    due: Iterable[tuple[DueLine, CaseLine]], texts: CaseTexts, triggers: Mapping[str, Trigger]
) -> Iterator[Todo]:
    """Say what is due in the dossiers that are shown, one after the other as it is asked for."""
    return (_todo(line, case, texts, triggers) for line, case in due if day_of(line.due))


def _todo(line: DueLine, case: CaseLine, texts: CaseTexts, triggers: Mapping[str, Trigger]) -> Todo:
    context = texts.context
    what = _what(line, texts, triggers)
    parts = (texts.name(case), "" if texts.numbers_only else line.who)
    who = " · ".join(filter(None, parts))
    return Todo(line, _when(context, line.due), what, who, _group(context, line.due))


def _what(line: DueLine, texts: CaseTexts, triggers: Mapping[str, Trigger]) -> str:
    """Return what is to be done; where nobody may read along, nothing of why."""
    context, plain = texts.context, texts.context.t(_LEVEL_DUE[line.kind])
    if line.kind is DueKind.ACTION:
        return plain if texts.numbers_only else line.text or plain
    if not line.text or texts.numbers_only:
        return plain
    why = trigger_name(context, triggers, line.text)
    return context.t("{what} ({why})", what=plain, why=why)


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
