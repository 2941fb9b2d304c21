"""A level that was signed, in words: what, for whom, by whom, why, until when. Never computed again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from filet.domain.casefile import CaseFile
from filet.domain.ids import LevelId, PersonId, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import (
    Level,
    LevelReasoned,
    LevelSeconded,
    LevelSigned,
    LevelWithdrawn,
    Opinion,
    PersonDescribed,
    Role,
)
from filet.domain.opinions import opinions, reader_of
from filet.domain.rows import is_provisional, levels, people
from filet.gui.context import Context
from filet.gui.sayings import LEVELS, day_text, hour_text, initial_of, moment_text


@dataclass(frozen=True, slots=True)
class OpinionSaid:
    """What a second reader thinks of a level."""

    level: Level
    name: str
    title: str
    """Whether she shares it, or sees it otherwise."""
    when: str
    who: str
    reasons: str

    @property
    def sentence(self) -> str:
        """Return what a screen reader says of it."""
        return ", ".join(filter(None, (self.title, self.name, self.when, self.who)))


@dataclass(frozen=True, slots=True)
class LevelSaid:
    """One signed level."""

    level_id: LevelId
    level: Level
    name: str
    when: str
    who: str
    concerned: str
    reasons: str
    added: str
    """The reason of a provisional level, where it came later."""
    taken: str
    discussed: str
    review: str
    late: bool
    waits: str
    """Until when its reason is waited for; nothing where it is there."""
    by: WorkerId | None = None
    opinions: tuple[OpinionSaid, ...] = ()
    again: tuple[str, ...] = ()
    """What asks for another look, in the words of the journal."""

    @property
    def sentence(self) -> str:
        """Return what a screen reader says of it."""
        return ", ".join(filter(None, (self.name, self.when, self.who, self.review)))


def standing(
    context: Context,
    file: CaseFile,
    workers: Mapping[WorkerId, str],
    again: Mapping[LevelId, Sequence[str]] | None = None,
) -> tuple[LevelSaid, ...]:
    """Return the levels that stand, one for each person they speak of, the last one first.

    ``again`` says, by level, what asks for another look.
    """
    current = {level.level_id for level, _ in levels(file).values()}
    found = [level_said(context, file, entry, workers) for entry in _entries(file, current)]
    asked = {said.level_id: tuple((again or {}).get(said.level_id, ())) for said in found}
    return tuple(
        replace(said, again=asked[said.level_id], late=said.late or bool(asked[said.level_id]))
        for said in reversed(found)
    )


def withdrawn(context: Context, file: CaseFile, workers: Mapping[WorkerId, str]) -> tuple[str, ...]:
    """Return the levels that were withdrawn, each with its reason: both stay."""
    signed = {
        entry.content.level_id: entry
        for entry in file.entries
        if isinstance(entry.content, LevelSigned)
    }
    said = []
    for entry in file.live.of(LevelWithdrawn):
        former = entry.content
        if isinstance(former, LevelWithdrawn) and former.level_id in signed:
            said.append(_taken_away(context, signed[former.level_id], entry, workers))
    return tuple(said)


def _taken_away(
    context: Context, signed: Entry, withdrawn: Entry, workers: Mapping[WorkerId, str]
) -> str:
    level, gone = signed.content, withdrawn.content
    name = context.t(LEVELS[level.level]) if isinstance(level, LevelSigned) else ""
    reason = gone.reason if isinstance(gone, LevelWithdrawn) else ""
    return context.t(
        "{level}, signed {when} by {who}; withdrawn {later} by {other}: {reason}",
        level=name,
        when=_when(context, signed),
        who=_who(signed, workers),
        later=_when(context, withdrawn),
        other=_who(withdrawn, workers),
        reason=reason,
    )


def _entries(file: CaseFile, current: set[LevelId]) -> Iterator[Entry]:
    for entry in file.live.of(LevelSigned):
        if isinstance(entry.content, LevelSigned) and entry.content.level_id in current:
            yield entry


def level_said(
    context: Context, file: CaseFile, entry: Entry, workers: Mapping[WorkerId, str]
) -> LevelSaid:
    """Return one level in words, whether it still stands or not."""
    level = entry.content
    if not isinstance(level, LevelSigned):
        raise TypeError("not a level")
    added = [one.reasons for one in file.all(LevelReasoned) if one.level_id == level.level_id]
    missing = is_provisional(file, level) and not level.reasons.strip()
    return LevelSaid(
        level_id=level.level_id,
        level=level.level,
        name=context.t(LEVELS[level.level]),
        when=_when(context, entry),
        who=_who(entry, workers),
        concerned=_concerned(context, level, people(file)),
        reasons=level.reasons,
        added=added[-1] if added else "",
        taken=level.taken_into_account,
        discussed=level.discussed_with,
        review=_review(context, level),
        late=_late(context, level),
        waits=_waits(context, level) if missing else "",
        by=entry.by,
        opinions=tuple(_opinion(context, one, workers) for one in opinions(file, level.level_id)),
    )


def _opinion(context: Context, entry: Entry, workers: Mapping[WorkerId, str]) -> OpinionSaid:
    said = entry.content
    if not isinstance(said, LevelSeconded):
        raise TypeError("not a second reading")
    shares, differs = context.t("Shares this level"), context.t("Sees it otherwise")
    reader = reader_of(entry)
    return OpinionSaid(
        said.level,
        context.t(LEVELS[said.level]),
        shares if said.opinion is Opinion.SHARES else differs,
        _when(context, entry),
        workers.get(reader, "") if reader is not None else "",
        said.reasons,
    )


def _concerned(
    context: Context, level: LevelSigned, known: Mapping[PersonId, PersonDescribed]
) -> str:
    t = context.t

    def name(person: PersonId) -> str:
        one = known.get(person)
        if one is None:
            return t("somebody who is no longer in the dossier")
        given = initial_of(one.called or one.given, one.family[:1]) or t("no name")
        return t("her") if one.role is Role.HER else given

    whom = ", ".join(name(person) for person in level.persons)
    about = ", ".join(name(person) for person in level.authors)
    return t("For {whom} · about {about}", whom=whom, about=about or t("nobody named"))


def _late(context: Context, level: LevelSigned) -> bool:
    now = context.clock.wall()
    key = f"{now:%Y-%m-%d %H:%M}"
    return level.review is not None and level.review.key() <= key


def _review(context: Context, level: LevelSigned) -> str:
    if level.review is None:
        return ""
    day = day_text(context, level.review.day)
    when = f"{day}, {hour_text(context, level.review.hour)}" if level.review.hour else day
    if _late(context, level):
        return context.t("to review since {day}", day=when)
    return context.t("to review on {day}", day=when)


def _waits(context: Context, level: LevelSigned) -> str:
    due = level.reason_due
    hour = hour_text(context, due.hour) if due is not None and due.hour else ""
    if not hour:
        return context.t("The reason is to be written before the end of the shift.")
    return context.t("The reason is to be written before {hour}.", hour=hour)


def _when(context: Context, entry: Entry) -> str:
    return moment_text(context, entry.moment.local()) if entry.moment is not None else ""


def _who(entry: Entry, workers: Mapping[WorkerId, str]) -> str:
    return workers.get(entry.by, "") if entry.by is not None else ""
