"""What asks for attention and what comes next, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from filet.application.attention import Concern, Matter, NextStep, Step
from filet.domain.casefile import CaseFile
from filet.domain.factors import Marker
from filet.domain.ids import LevelId
from filet.domain.kinds import Source, Status, StatusSet
from filet.domain.triggers import Called, Trigger
from filet.gui.context import Context
from filet.gui.sayings import LEVELS, SOURCES, day_text, when_due
from filet.i18n import N_
from filet.i18n.dates import typography

_AGAIN = {
    Step.REVIEW: N_("Appraise the risk again"),
    Step.PLAN_AGAIN: N_("Look at her safety plan again with her"),
    Step.REASON: N_("Write why this level was signed"),
}
_LOOKS = {
    Step.SAFE_CONTACT: "phone",
    Step.ACTION: "clock",
    Step.REVIEW: "scale",
    Step.PLAN_AGAIN: "route",
    Step.REASON: "scale",
    Step.APPRAISE: "scale",
    Step.PLAN: "route",
    Step.FIRST_WORDS: "quote",
}
_ICONS = {
    Concern.SOUGHT: "user-round-search",
    Concern.MARKER: "triangle-alert",
    Concern.LATE_LEVEL: "clock-alert",
    Concern.CHANGED: "calendar",
}


class Said(NamedTuple):
    """A title, what it stands on, and the icon beside."""

    title: str
    note: str
    icon: str = ""


class Happened(NamedTuple):
    """What happened on a day, in a few words, for the foot of the chart."""

    day: date
    text: str


def trigger_name(context: Context, triggers: Mapping[str, Trigger], name: str) -> str:
    """Return what a trigger is called; its id where the region no longer knows it."""
    texts = triggers[name].texts if name in triggers else {}
    text = texts.get(context.language[:2]) or next(iter(texts.values()), None)
    return typography(text.name, context.language) if text else name


def called_said(context: Context, called: Called, triggers: Mapping[str, Trigger]) -> Said:
    """Return what asks for another look, as the journal tells it: what, when, by whom."""
    name = trigger_name(context, triggers, called.trigger)
    if called.happened is not None:
        day = day_text(context, called.happened)
        name = context.t("{what}, on {day}", what=name, day=day)
    since = context.t("to review since {day}", day=day_text(context, called.since))
    parts = (called.words, _source(context, called.source), since)
    return Said(name, " · ".join(filter(None, parts)), _ICONS[Concern.CHANGED])


def again_said(
    context: Context,
    again: Mapping[LevelId, Sequence[Called]],
    triggers: Mapping[str, Trigger],
) -> dict[LevelId, tuple[str, ...]]:
    """Return, by level, what asks for another look, each in one line."""
    return {
        level: tuple(" · ".join(called_said(context, one, triggers)[:2]) for one in calls)
        for level, calls in again.items()
    }


def matter_said(context: Context, matter: Matter, triggers: Mapping[str, Trigger]) -> Said:
    """Return one thing that asks for attention, in words."""
    if matter.called is not None:
        return called_said(context, matter.called, triggers)
    day, icon = day_text(context, matter.day), _ICONS[matter.concern]
    if matter.asked is not None:
        title = context.t("Somebody is trying to learn where she is, on {day}", day=day)
        parts = (matter.asked.name, matter.asked.organisation, matter.asked.asked)
        return Said(title, " · ".join(filter(None, parts)), icon)
    if matter.level is not None:
        level = context.t(LEVELS[matter.level.level])
        title = context.t("The level {level} is to be reviewed", level=level)
        return Said(title, context.t("since {day}", day=day), icon)
    title = _fact(context, matter.marker) if matter.marker is not None else ""
    source = _source(context, matter.source)
    return Said(title, context.t("source: {source}, {day}", source=source, day=day), icon)


def _source(context: Context, source: Source | None) -> str:
    if source is None:
        return ""
    return source.organisation or source.document or context.t(SOURCES[source.kind])


def step_said(context: Context, step: NextStep, triggers: Mapping[str, Trigger]) -> Said:
    """Return the next thing to do, why, and the icon of where it is done."""
    return _step_words(context, step, triggers)._replace(icon=_LOOKS[step.step])


def _step_words(context: Context, step: NextStep, triggers: Mapping[str, Trigger]) -> Said:
    t = context.t
    match step.step:
        case Step.SAFE_CONTACT:
            return Said(
                t("Note how to reach her safely"),
                t("Nobody knows yet how to call her without risk."),
            )
        case Step.FIRST_WORDS:
            return Said(t("Write down what she says"), t("Nothing else is planned."))
        case Step.APPRAISE:
            return _appraise_said(context, step)
        case Step.PLAN:
            level = t(LEVELS[step.level.level]) if step.level else ""
            why = t("The level is {level}, and nothing of her plan is written.", level=level)
            return Said(t("Make her safety plan with her"), why)
        case _:
            return _due_said(context, step, triggers)


def _due_said(context: Context, step: NextStep, triggers: Mapping[str, Trigger]) -> Said:
    """Return what is due: an action in its own words, or what is to be looked at again."""
    title = context.t(_AGAIN[step.step]) if step.step in _AGAIN else ""
    if step.step is Step.ACTION and step.due is not None:
        title = step.due.text
    when = when_due(context, step.due.due) if step.due else ""
    who = step.due.who if step.due else ""
    asks = step.due.text if step.due and step.step is not Step.ACTION else ""
    why = trigger_name(context, triggers, asks) if asks else ""
    return Said(title, " · ".join(filter(None, (why, when, who))))


def _appraise_said(context: Context, step: NextStep) -> Said:
    t, matter = context.t, step.matter
    if matter is None or matter.marker is None:
        return Said(t("Appraise the risk"), t("Nobody has signed a level yet."))
    note = t(
        "{fact} Told on {day}; no level takes it into account yet.",
        fact=_fact(context, matter.marker),
        day=day_text(context, matter.day),
    )
    title = t("Appraise the risk again") if step.level else t("Appraise the risk")
    return Said(title, note)


def events_said(context: Context, file: CaseFile, told: Sequence[Matter]) -> tuple[Happened, ...]:
    """Return what stands under the chart: the first contact, and when each fact was told."""
    contacts = [one.since for one in file.all(StatusSet) if one.status is Status.FIRST_CONTACT]
    first = [Happened(day, context.t("first contact")) for day in contacts[:1]]
    facts = [Happened(one.day, _name(context, one.marker)) for one in told if one.marker]
    return tuple(sorted((*first, *facts), key=lambda happened: happened.day))


def _fact(context: Context, marker: Marker) -> str:
    texts = marker.texts
    text = texts.get(context.language[:2]) or next(iter(texts.values()), None)
    return typography(text.fact, context.language) if text else marker.id


def _name(context: Context, marker: Marker) -> str:
    texts = marker.texts
    text = texts.get(context.language[:2]) or next(iter(texts.values()), None)
    return typography(text.name, context.language) if text else marker.id
