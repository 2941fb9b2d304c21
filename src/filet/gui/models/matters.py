"""What asks for attention and what comes next, in words."""

from __future__ import annotations

from typing import NamedTuple

from filet.application.attention import Concern, Matter, NextStep, Step
from filet.domain.kinds import Source
from filet.gui.context import Context
from filet.gui.sayings import LEVELS, SOURCES, day_text, when_due

_ICONS = {
    Concern.SOUGHT: "user-round-search",
    Concern.MARKER: "triangle-alert",
    Concern.LATE_LEVEL: "clock-alert",
}


class Said(NamedTuple):
    """A title, what it stands on, and the icon beside."""

    title: str
    note: str
    icon: str = ""


def matter_said(context: Context, matter: Matter) -> Said:
    """Return one thing that asks for attention, in words."""
    day, icon = day_text(context, matter.day), _ICONS[matter.concern]
    if matter.asked is not None:
        title = context.t("Somebody is trying to learn where she is, on {day}", day=day)
        parts = (matter.asked.name, matter.asked.organisation, matter.asked.asked)
        return Said(title, " · ".join(filter(None, parts)), icon)
    if matter.level is not None:
        level = context.t(LEVELS[matter.level.level])
        title = context.t("The level {level} is to be reviewed", level=level)
        return Said(title, context.t("since {day}", day=day), icon)
    title = ""
    if matter.marker is not None:
        texts = matter.marker.texts
        text = texts.get(context.language[:2]) or next(iter(texts.values()), None)
        title = text.fact if text else matter.marker.id
    source = _source(context, matter.source)
    return Said(title, context.t("source: {source}, {day}", source=source, day=day), icon)


def _source(context: Context, source: Source | None) -> str:
    if source is None:
        return ""
    return source.organisation or source.document or context.t(SOURCES[source.kind])


def step_said(context: Context, step: NextStep) -> Said:
    """Return the next thing to do, and why."""
    t = context.t
    match step.step:
        case Step.SAFE_CONTACT:
            return Said(
                t("Note how to reach her safely"),
                t("Nobody knows yet how to call her without risk."),
            )
        case Step.FIRST_WORDS:
            return Said(t("Write down what she says"), t("Nothing else is planned."))
        case Step.REVIEW:
            title = t("Look at the level again")
        case Step.ACTION:
            title = step.due.text if step.due else ""
    when = when_due(context, step.due.due) if step.due else ""
    who = step.due.who if step.due else ""
    return Said(title, " · ".join(filter(None, (when, who))))
