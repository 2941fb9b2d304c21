"""What asks that a plan be looked at again, in words."""

from __future__ import annotations

from filet.application.services import Services
from filet.domain.ids import CaseId
from filet.gui.context import Context
from filet.gui.models.matters import called_said


def plan_again_said(context: Context, use: Services, case: CaseId) -> tuple[str, ...]:
    """Return each fact in one line; for the worker thread."""
    triggers = use.reviewing.triggers()
    calls = use.reviewing.again(use.cases.read(case)).plan
    return tuple(" · ".join(called_said(context, one, triggers)[:2]) for one in calls)
