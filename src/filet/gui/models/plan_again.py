"""What asks that a plan be looked at again, in words."""

from __future__ import annotations

from filet.application.services import Services
from filet.domain.ids import CaseId
from filet.domain.triggers import Called
from filet.gui.context import Context
from filet.gui.models.matters import trigger_name
from filet.gui.sayings import day_text


def plan_again_said(context: Context, use: Services, case: CaseId) -> tuple[str, ...]:
    """Return each trigger with the day of its newest fact; for the worker thread.

    There is little room over a plan: the words of the journal stand on the page of the dossier.
    """
    triggers = context.said(use.reviewing.triggers())
    newest: dict[str, Called] = {}
    for one in use.reviewing.again(use.cases.read(case)).plan:
        newest[one.trigger] = one
    return tuple(
        context.t(
            "{what} ({why})",
            what=trigger_name(context, triggers, name),
            why=day_text(context, one.happened or one.since),
        )
        for name, one in newest.items()
    )
