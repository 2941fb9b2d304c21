"""What became of each proposed action: planned, done, agreed to. Read, never decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from filet.domain.casefile import CaseFile
from filet.domain.kinds import ActionDone, ActionPlanned, Agreement, AgreementNoted


@dataclass(frozen=True, slots=True)
class ActionState:
    """Of one proposed action: its last planning, whether it is done, what she says of it.

    ``former`` is something done before the level that stands was signed: it was right
    then, and says nothing of today.
    """

    planned: ActionPlanned | None = None
    done: ActionDone | None = None
    agreement: Agreement | None = None
    former: ActionDone | None = None


def action_states(file: CaseFile, since: date | None = None) -> Mapping[str, ActionState]:
    """Return what became of each proposed action, by its id; ``since`` is the last level's day."""
    done = {one.action: one for one in file.all(ActionDone)}
    states: dict[str, ActionState] = {}
    agreed = {one.proposed: one.agreement for one in file.all(AgreementNoted)}
    for noted, agreement in agreed.items():
        states[noted] = ActionState(agreement=agreement)
    for planned in file.all(ActionPlanned):
        if planned.proposed:
            said = agreed.get(planned.proposed, planned.agreement)
            states[planned.proposed] = _state(planned, done.get(planned.action), said, since)
    return states


def _state(
    planned: ActionPlanned, done: ActionDone | None, agreed: Agreement | None, since: date | None
) -> ActionState:
    if done is not None and since is not None and done.on.day < since:
        return ActionState(agreement=agreed, former=done)
    return ActionState(planned, done, agreed)
