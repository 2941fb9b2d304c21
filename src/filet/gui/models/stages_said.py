"""The chronology in stages, in words: each stage, and what was told that may be read under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from filet.application.over_time import Course, Told
from filet.domain.ids import PersonId
from filet.domain.kinds import PersonDescribed
from filet.domain.rows import people
from filet.gui.context import Context
from filet.gui.models.weighing import voice_text
from filet.gui.sayings import day_text
from filet.gui.typed import told_text
from filet.i18n.dates import typography


@dataclass(frozen=True, slots=True)
class StagesSaid:
    """A title, what must be said of it, where it comes from, and the stages with their facts."""

    title: str
    note: str
    source: str
    stages: tuple[tuple[str, tuple[str, ...]], ...]


def stages_said(context: Context, course: Course, names: Mapping[str, str]) -> StagesSaid:
    """Put what was told by stage into words."""
    stages, language = course.stages, context.language[:2]

    def say(text: str) -> str:
        return typography(text, context.language)

    known = people(course.file)
    unread = "" if stages.verified else context.t("to be verified")
    source = context.t("Source: {source}", source=say(stages.sources[language]))
    told = tuple(
        (
            say(one.names.get(language, one.id)),
            tuple(_fact(context, told, names, known) for told in course.by_stage[one.id]),
        )
        for one in stages.stages
    )
    return StagesSaid(
        say(stages.titles[language]),
        say(stages.notes[language]),
        " · ".join(filter(None, (source, unread))),
        told,
    )


def _fact(
    context: Context,
    told: Told,
    names: Mapping[str, str],
    known: Mapping[PersonId, PersonDescribed],
) -> str:
    """Return « Il la suit · au printemps · elle, 9 fév. »."""
    item = told.said.item.partition("@")[0]
    name = typography(names.get(item, item), context.language)
    when = told_text(context, told.said.happened)
    day = day_text(context, told.on) if told.on is not None else ""
    who = ", ".join(filter(None, (voice_text(context, told.said.source, known), day)))
    return " · ".join(filter(None, (name, when, who)))
