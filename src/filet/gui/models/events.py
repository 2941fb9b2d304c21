"""What the journal of a dossier says of each entry, in one line; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from filet.domain.casefile import CaseFile
from filet.domain.ids import Ref, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import (
    ActionDone,
    ActionPlanned,
    AgreementNoted,
    CallNoted,
    CaseCreated,
    ChangeNoted,
    CommunicationMade,
    ConsentAnswered,
    ConsentWithdrawn,
    Content,
    IncidentNoted,
    LevelReasoned,
    LevelSeconded,
    LevelSigned,
    LevelWithdrawn,
    NoteWritten,
    Opinion,
    OutsideResultNoted,
    PaperIssued,
    PersonDescribed,
    PlanReviewed,
    SafeContactSet,
    SessionBegun,
    SessionEnded,
    SomeoneAsked,
    StatusSet,
    TacticNoted,
    TacticWithdrawn,
    WordsNoted,
)
from filet.domain.moments import Instant
from filet.domain.speaking import grammar_of
from filet.domain.triggers import Trigger
from filet.gui.context import Context
from filet.gui.models.matters import trigger_name
from filet.gui.models.proposals import AGREEMENTS
from filet.gui.models.sharing_said import ANSWERS
from filet.gui.models.told_in import words_told_in
from filet.gui.sayings import GRAMMARS, LEVELS, ROLES, STATUSES, day_text, initial_of, moment_text
from filet.i18n import N_

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal."""

    ref: Ref
    at: int
    when: str
    title: str
    text: str
    by: str
    hers: bool = False
    movable: bool = False


def _plain(title: str, text: Callable[[Any], str] = lambda _: "") -> Any:
    return lambda context, said: (context.t(title), text(said))


def _call(said: CallNoted) -> str:
    parts = (said.hour, said.caller, said.words, said.asked, said.done)
    return " · ".join(filter(None, parts))


def _status(context: Context, said: StatusSet) -> tuple[str, str]:
    since = context.t("since {day}", day=day_text(context, said.since))
    return context.t("Status"), f"{context.t(STATUSES[said.status])}, {since}"


def _person(context: Context, said: PersonDescribed) -> tuple[str, str]:
    role = context.t(ROLES[said.role])
    chosen = grammar_of(said)
    spoken = context.t(GRAMMARS[chosen]) if chosen is not None else ""
    name = initial_of(said.given, said.family[:1])
    return context.t("Person described"), ", ".join(filter(None, (name, role, spoken)))


def _words(context: Context, said: WordsNoted) -> tuple[str, str]:
    how = words_told_in(context, said.language, interpreted=said.through_interpreter)
    return context.t("Her words"), " · ".join(filter(None, (said.text, how)))


def _level(context: Context, said: LevelSigned) -> tuple[str, str]:
    level = context.t(LEVELS[said.level])
    return context.t("Level signed: {level}", level=level), said.reasons


def _second(context: Context, said: LevelSeconded) -> tuple[str, str]:
    level = context.t(LEVELS[said.level])
    shares = said.opinion is Opinion.SHARES
    title = N_("Second reading, shared: {level}")
    if not shares:
        title = N_("Second reading, otherwise: {level}")
    return context.t(title, level=level), said.reasons


def _begun(context: Context, said: SessionBegun) -> tuple[str, str]:
    """Return what began; of a form that is copied, which one and when it was filled."""
    if said.filled is None:
        return context.t("Interview begun"), said.pack
    filled = (said.filled.document, said.filled.organisation)
    return context.t("Form on paper being copied"), " · ".join(filter(None, filled))


def _change(context: Context, said: ChangeNoted) -> tuple[str, str]:
    day = day_text(context, said.on) if said.on else ""
    return context.t("Change noted"), " · ".join(filter(None, (day, said.words)))


def _agreement(context: Context, said: AgreementNoted) -> tuple[str, str]:
    return context.t("What she says of a proposed action"), context.t(AGREEMENTS[said.agreement])


def _consent(context: Context, said: ConsentAnswered) -> tuple[str, str]:
    to = said.recipient.organisation
    return context.t(ANSWERS[said.answer]), " · ".join(filter(None, (to, said.purpose, said.words)))


def _asked(context: Context, said: SomeoneAsked) -> tuple[str, str]:
    worrying = context.t("Somebody tried to learn where she is")
    title = worrying if said.suspicious else context.t("Somebody asked about her")
    return title, " · ".join(filter(None, (said.name, said.organisation, said.asked)))


def _ended(context: Context, said: SessionEnded) -> tuple[str, str]:
    paused = context.t("Interview interrupted")
    return paused if said.interrupted else context.t("Interview ended"), said.why


_SAID: Mapping[type, Callable[[Context, Any], tuple[str, str]]] = {
    NoteWritten: _plain(N_("Note"), lambda said: said.text),
    WordsNoted: _words,
    CallNoted: _plain(N_("Call"), _call),
    SomeoneAsked: _asked,
    CommunicationMade: _plain(N_("Told aloud"), lambda said: f"{said.recipient} · {said.told}"),
    StatusSet: _status,
    PersonDescribed: _person,
    SafeContactSet: _plain(N_("How to reach her safely was set")),
    SessionBegun: _begun,
    SessionEnded: _ended,
    LevelSigned: _level,
    LevelReasoned: _plain(N_("Why a level was signed"), lambda said: said.reasons),
    LevelSeconded: _second,
    LevelWithdrawn: _plain(N_("Level withdrawn"), lambda said: said.reason),
    ChangeNoted: _change,
    IncidentNoted: _plain(N_("Incident noted"), lambda said: said.words),
    TacticNoted: _plain(N_("What is told of control"), lambda said: said.words),
    TacticWithdrawn: _plain(N_("Words about control withdrawn"), lambda said: said.reason),
    PlanReviewed: _plain(N_("Her plan was looked at again"), lambda said: said.words),
    AgreementNoted: _agreement,
    OutsideResultNoted: _plain(
        N_("Result of a tool filled in elsewhere"), lambda said: f"{said.tool} · {said.result}"
    ),
    ActionPlanned: _plain(N_("To do"), lambda said: said.text),
    ActionDone: _plain(N_("Done"), lambda said: " · ".join(filter(None, (said.by, said.result)))),
    PaperIssued: _plain(N_("Paper made")),
    ConsentAnswered: _consent,
    ConsentWithdrawn: _plain(N_("Agreement taken back"), lambda said: said.words),
    CaseCreated: _plain(N_("Dossier opened"), lambda said: said.number),
}


_CORRECTED = (OutsideResultNoted, TacticNoted, TacticWithdrawn)
"""Kinds whose line shows what it takes the place of."""
_MOVED = (NoteWritten, WordsNoted, OutsideResultNoted, TacticNoted, TacticWithdrawn)
"""Kinds that can be written again in the right dossier."""


def events(
    context: Context,
    file: CaseFile,
    told: tuple[Entry, ...],
    workers: Mapping[WorkerId, str],
    triggers: Mapping[str, Trigger] | None = None,
) -> tuple[Event, ...]:
    """Return what counts in a dossier, the latest first; a change is named as its trigger is."""
    counting = (entry for entry in file.entries if file.standing.counts(entry))
    found = [*_events(context, counting, workers), *_events(context, iter(told), workers)]
    corrected = {
        entry.ref: _before(context, file, entry)
        for kind in _CORRECTED
        for entry in file.live.of(kind)
    }
    named = {
        entry.ref: trigger_name(context, triggers or {}, entry.content.trigger)
        for entry in file.live.of(ChangeNoted)
        if isinstance(entry.content, ChangeNoted)
    }
    changed = (
        replace(
            event,
            text=" · ".join(
                filter(None, (named.get(event.ref, ""), event.text, corrected.get(event.ref, "")))
            ),
        )
        for event in found
    )
    return tuple(sorted(changed, key=lambda event: -event.at))


def _events(
    context: Context, entries: Iterator[Entry], workers: Mapping[WorkerId, str]
) -> Iterator[Event]:
    for entry in entries:
        say = _SAID.get(type(entry.content))
        if say is None or entry.content is None:
            continue
        by, moment = _first(entry)
        title, text = say(context, entry.content)
        if isinstance(entry.content, WordsNoted | NoteWritten) and not text.strip():
            continue  # words that were taken away
        name = workers.get(by, "") if by else ""
        when = moment_text(context, moment.local()) if moment else ""
        hers = isinstance(entry.content, WordsNoted)
        movable = isinstance(entry.content, _MOVED)
        at = moment.at if moment else 0
        yield Event(entry.ref, at, when, title, text, name, hers, movable)


def _before(context: Context, file: CaseFile, entry: Entry) -> str:
    """Return what the entries said that this one corrects: both stay readable."""
    former = (one.content for one in file.superseded_by(entry))
    said = [words for one in former if (words := _former(one))]
    return context.t("before: {words}", words="; ".join(said)) if said else ""


def _former(content: Content | None) -> str:
    """Return what was corrected, or withdrawn, as it was written."""
    match content:
        case OutsideResultNoted(tool=tool, result=result):
            return f"{tool} · {result}"
        case TacticNoted(words=words):
            return words
        case _:
            return ""


def _first(entry: Entry) -> tuple[WorkerId | None, Instant | None]:
    """Return who wrote it first and when: what was moved keeps its own."""
    if entry.carried is not None:
        return entry.carried.by, entry.carried.moment
    return entry.by, entry.moment
