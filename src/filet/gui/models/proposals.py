"""Proposed actions in words: what each is, what became of it, what she says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from filet.application.appraising import Sheet
from filet.domain.actions import ActionState
from filet.domain.kinds import ActionDone, ActionPlanned, Agreement, Level
from filet.domain.levels import Group, ProposedAction
from filet.domain.moments import Due
from filet.gui.context import Context
from filet.gui.sayings import day_text, hour_text, when_due
from filet.i18n import N_
from filet.i18n.dates import typography

AGREEMENTS: Mapping[Agreement, str] = {
    Agreement.AGREES: N_("she agrees"),
    Agreement.REFUSES: N_("she refuses"),
    Agreement.NOT_ASKED: N_("not asked yet"),
}
AGREEMENT_ICONS: Mapping[Agreement, str] = {
    Agreement.AGREES: "handshake",
    Agreement.REFUSES: "ban",
    Agreement.NOT_ASKED: "circle-dashed",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed action; ``done`` alone is shown with a check mark."""

    action: ProposedAction
    text: str
    state: ActionState
    agreement: Agreement | None
    """What she says of it; nothing where nobody outside would know or act."""
    said: str
    """What was planned or done, in one line."""
    group: str = field(default="", compare=False)
    """On the first one of each group, what the group is called."""

    @property
    def is_done(self) -> bool:
        """Tell whether it is done, in this appreciation."""
        return self.state.done is not None

    @property
    def planned(self) -> ActionPlanned | None:
        """Return what is still to be done of it."""
        return None if self.is_done else self.state.planned


def proposals(context: Context, sheet: Sheet, level: Level | None) -> tuple[Proposal, ...]:
    """Return what is proposed, in order; the group stands on the first one of each."""
    groups = sheet.lexicon.levels.groups.get(context.language[:2], {})
    found: list[Proposal] = []
    before = ""
    for action in sheet.picture.actions:
        group = _group(context, groups, action, level)
        state = sheet.states.get(action.id, ActionState())
        found.append(_proposal(context, action, group if group != before else "", state))
        before = group
    return tuple(found)


def _group(
    context: Context, names: Mapping[Group, str], action: ProposedAction, level: Level | None
) -> str:
    """Return what an action is about; in imminent danger its gestures stand together."""
    if level is Level.IMMINENT and level in action.levels:
        return context.t("What to do now")
    return typography(names.get(action.group, action.group.value), context.language)


def _proposal(context: Context, action: ProposedAction, group: str, state: ActionState) -> Proposal:
    text = typography(action.texts.get(context.language[:2], action.id), context.language)
    agreement = (state.agreement or Agreement.NOT_ASKED) if action.agreement else None
    return Proposal(action, text, state, agreement, _said(context, state), group)


def _said(context: Context, state: ActionState) -> str:
    if state.done is not None:
        return context.t("Done: {what}", what=_done(context, state.done))
    if state.planned is not None:
        due = state.planned.due
        when = when_due(context, due.key()) if due else context.t("No date")
        what = " · ".join(filter(None, (when, state.planned.who)))
        return context.t("To do: {what}", what=what)
    if state.former is not None:
        return context.t("The time before: {what}", what=_done(context, state.former))
    return ""


def _done(context: Context, done: ActionDone) -> str:
    who = context.t("with {who}", who=done.with_whom) if done.with_whom else ""
    return " · ".join(filter(None, (_when(context, done.on), done.by, who, done.result)))


def _when(context: Context, on: Due) -> str:
    today = on.day == context.clock.today()
    day = context.t("Today").lower() if today else day_text(context, on.day)
    return f"{day}, {hour_text(context, on.hour)}" if on.hour else day
