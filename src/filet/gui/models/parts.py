"""What the rail of a dossier says of each part: one fact, never a tick."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from filet.application.planning import measures
from filet.domain.casefile import CaseFile
from filet.domain.kinds import (
    ConsentAnswered,
    ConsentWithdrawn,
    Level,
    NoteWritten,
    WordsNoted,
)
from filet.domain.rows import CaseLine, case_line
from filet.domain.sharing import Standing, stands
from filet.gui.context import Context
from filet.gui.places import Part
from filet.gui.sayings import STATUSES, day_of, day_text, is_late


def part_facts(context: Context, file: CaseFile) -> Mapping[Part, str]:
    """Return the line that stands under the name of each part."""
    line, t, tn = case_line(file), context.t, context.tn
    if line is None:
        return {}
    items, notes = len(measures(file)), len((*file.all(NoteWritten), *file.all(WordsNoted)))
    return {
        Part.SITUATION: standing_text(context, line),
        Part.APPRAISAL: appraisal_text(context, line),
        Part.PLAN: tn("{count} item", "{count} items", items) if items else t("nothing yet"),
        Part.SHARE: sharing_text(context, file),
        Part.JOURNAL: tn("{count} note", "{count} notes", notes) if notes else t("nothing yet"),
    }


def standing_text(context: Context, line: CaseLine) -> str:
    """Return « à l'externe depuis le 8 janv. »."""
    status, since = context.t(STATUSES[line.status]), day_of(line.since)
    if since is None:
        return status
    return context.t("{status} since {day}", status=status, day=day_text(context, since))


def appraisal_text(context: Context, line: CaseLine) -> str:
    """Return when the level was signed, or since when it is to be looked at again."""
    t = context.t
    if line.level is Level.NOT_ASSESSED:
        return t("not done yet")
    if line.provisional:
        return t("reason to be written")
    review = day_of(line.review)
    if review is not None and is_late(context, line.review):
        return t("to review since {day}", day=day_text(context, review))
    return t("signed {day}", day=day_text(context, signed_on(context, line)))


def sharing_text(context: Context, file: CaseFile) -> str:
    """Return how many agreements hold today; nothing of what left, which is the house's."""
    back = {one.consent for one in file.all(ConsentWithdrawn)}
    today = context.clock.today()
    holding = sum(
        stands(one, today, withdrawn=one.consent in back) is Standing.HOLDS
        for one in file.all(ConsentAnswered)
    )
    if not holding:
        return context.t("no agreement")
    return context.tn("{count} agreement", "{count} agreements", holding)


def signed_on(context: Context, line: CaseLine) -> date:
    """Return the day of the house on which the level was signed."""
    zone = context.clock.wall().tzinfo
    return datetime.fromtimestamp(line.level_at / 1000, UTC).astimezone(zone).date()
