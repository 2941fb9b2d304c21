"""Agreements and communications in words, for the page of a dossier and for the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from filet.application.referring import Consent
from filet.application.register import Communication, PhraseFate, Way
from filet.domain.directory import Number
from filet.domain.kinds import (
    Answer,
    Capacity,
    CommunicationMade,
    DisclosureMade,
    Duty,
    ExportBegun,
    Family,
    Form,
    Ground,
    PaperIssued,
    Recipient,
)
from filet.domain.moments import Due
from filet.domain.sharing import Standing
from filet.gui.context import Context
from filet.gui.models.paper_names import FATES, PLACES, TEMPLATES
from filet.gui.sayings import day_text, hour_text, initial_of, moment_text
from filet.i18n import N_
from filet.i18n.dates import phone

CAPACITIES: Mapping[Capacity, str] = {
    Capacity.POLICE: N_("Police"),
    Capacity.JUSTICE: N_("Court, prosecution, probation"),
    Capacity.HEALTH: N_("Health and social services"),
    Capacity.YOUTH_PROTECTION: N_("Youth protection"),
    Capacity.LEGAL: N_("Lawyer, legal help"),
    Capacity.SHELTER: N_("Another house"),
    Capacity.OTHER: N_("Somebody else"),
}
FAMILIES: Mapping[Family, str] = {
    Family.HER: N_("Who she is"),
    Family.REACH: N_("How to reach her"),
    Family.CHILDREN: N_("Her children"),
    Family.DANGER: N_("The danger"),
    Family.WORDS: N_("Her words"),
    Family.LEVEL: N_("The level"),
    Family.AUTHOR: N_("Who he is"),
    Family.PLAN: N_("Items of her plan"),
}
ANSWERS: Mapping[Answer, str] = {
    Answer.ACCEPTED: N_("She agrees"),
    Answer.REFUSED: N_("She refuses"),
    Answer.NOT_ASKED: N_("Could not be asked"),
}
FORMS: Mapping[Form, str] = {Form.SPOKEN: N_("Aloud"), Form.WRITTEN: N_("In writing")}
WAYS: Mapping[Way, str] = {
    Way.SENT: N_("Files"),
    Way.TOLD: N_("Told aloud"),
    Way.PAPER: N_("Papers"),
    Way.EXPORT: N_("Whole exports"),
}
_ONE_BY: Mapping[Way, str] = {
    Way.SENT: N_("Protected file"),
    Way.TOLD: N_("Told aloud"),
    Way.PAPER: N_("Paper that left"),
    Way.EXPORT: N_("Whole export"),
}
WITHHELD: Mapping[str, str] = {
    "place": N_("where she stays and when, addresses, how she leaves"),
    "unanswered": N_("what she did not know or did not want to say"),
    "told_by_others": N_("what others told"),
    "not_told_her": N_("what she was not told"),
    "kept_here": N_("items of her plan that stay here"),
    "contradicted": N_("a no where a yes was said too"),
    "names": N_("what names the team, a room or another woman"),
}
_PHRASES: Mapping[PhraseFate, str] = {
    PhraseFate.READ: N_("read by the worker"),
    PhraseFate.VOID: N_("never read: nobody can open the file"),
    PhraseFate.WAITS: N_("not said to be read yet"),
}
_DUTIES: Mapping[Duty, str] = {
    Duty.WORKER: N_("worker"),
    Duty.COORDINATION: N_("coordination"),
    Duty.DIRECTION: N_("direction"),
    Duty.TRAINEE: N_("trainee"),
}
_GROUNDS: Mapping[Ground, str] = {
    Ground.AGREEMENT: N_("Her agreement"),
    Ground.LAW: N_("A law"),
    Ground.TO_SPECIFY: N_("To be specified"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the register: its title, what stands under it, and every field."""

    title: str
    under: str
    note: str
    """What must be seen at once: an agreement that was taken back, a file nobody opens."""
    facts: tuple[tuple[str, str], ...]


def who(recipient: Recipient) -> str:
    """Return a recipient as one line."""
    return ", ".join(filter(None, (recipient.organisation, recipient.person)))


def labelled(context: Context, label: str, text: str) -> str:
    """Return « Enfant : Zoé », or the text alone where nothing names it."""
    return context.t("{label}: {text}", label=label, text=text) if label else text


def standing_text(context: Context, consent: Consent) -> str:
    """Return where an agreement stands, always with its day."""
    t = context.t
    on = day_text(context, consent.on) if consent.on else ""
    until = consent.answered.until
    match consent.standing:
        case Standing.HOLDS if until:
            return t("agreed on {day}, until {until}", day=on, until=day_text(context, until))
        case Standing.ENDED if until:
            return t("agreement ended on {day}", day=day_text(context, until))
        case Standing.WITHDRAWN if consent.withdrawn:
            return t("taken back on {day}", day=day_text(context, consent.withdrawn.on))
        case Standing.REFUSED:
            return t("refused on {day}", day=on)
        case _:
            return t("could not be asked on {day}", day=on)


def number_from(context: Context, number: Number) -> str:
    """Return where a number of the directory comes from, and whether somebody called it."""
    t = context.t
    if number.verified_on is None:
        return t("directory, to be checked")
    day = day_text(context, number.verified_on)
    return t("directory, checked on {day} by {name}", day=day, name=number.verified_by)


def said(context: Context, one: Communication) -> Said:
    """Return a line of the register in words."""
    t = context.t
    match one.entry.content:
        case DisclosureMade() as made:
            title = f"{who(made.recipient)} · {made.purpose}"
            facts = tuple(_sent(context, one, made))
        case CommunicationMade() as told:
            title = " · ".join(filter(None, (told.recipient, told.organisation, told.why)))
            facts = tuple(_told(context, told))
        case PaperIssued() as paper:
            title = t(TEMPLATES.get(paper.template, paper.template))
            facts = tuple(_paper(context, one, paper))
        case ExportBegun() as begun:
            title = t("Everything, in one file")
            facts = tuple(_export(context, begun))
        case _:
            title, facts = "", ()
    kept = tuple((label, text) for label, text in facts if text)
    return Said(title, _under(context, one), _note(context, one), kept)


def _under(context: Context, one: Communication) -> str:
    zone = context.clock.wall().tzinfo
    when = moment_text(context, datetime.fromtimestamp(one.at / 1000, UTC).astimezone(zone))
    return " · ".join(filter(None, (context.t(_ONE_BY[one.way]), when, called(context, one))))


def called(context: Context, one: Communication) -> str:
    """Return how a line calls a woman: as home does, numbers only where that is asked."""
    if one.about is None:
        return ""
    dossier = one.dossier
    if not dossier.number:
        return context.t("dossier that is here no more")
    hidden = context.habits.now.numbers_only
    name = "" if hidden else initial_of(dossier.given, dossier.initial)
    return " ".join(filter(None, (name, dossier.number)))


def _note(context: Context, one: Communication) -> str:
    t, notes = context.t, []
    if one.withdrawn is not None:
        notes.append(t("Agreement taken back on {day}", day=day_text(context, one.withdrawn)))
    if one.phrase is PhraseFate.VOID:
        notes.append(t("Nobody can open the file"))
    if one.phrase is PhraseFate.WAITS:
        notes.append(t("Its phrase is not said to be read"))
    return " · ".join(notes)


def _sent(context: Context, one: Communication, made: DisclosureMade) -> Iterator[tuple[str, str]]:
    t = context.t
    yield t("Number"), made.number
    yield t("To whom"), who(made.recipient)
    yield t("What they are"), t(CAPACITIES[made.recipient.capacity])
    yield t("Their number"), _number(context, made.recipient)
    yield t("Why"), made.purpose
    yield t("Why it was necessary"), made.necessary
    yield t("What allowed it"), _agreement(context, made)
    yield t("Persons concerned"), ", ".join(made.concerned)
    given = (labelled(context, item.label, item.text) for item in made.items)
    yield t("What was given"), "\n".join(given)
    yield t("How"), made.channel
    yield t("Decided by"), _decided(context, made)
    yield t("Who was consulted"), made.consulted
    yield t("Phrase"), t(_PHRASES[one.phrase]) if one.phrase else ""
    yield t("Fingerprint of the file"), made.file_digest[:16]
    for followed in one.followed:
        yield t("What came back"), f"{followed.result} ({day_text(context, followed.on)})"


def _number(context: Context, to: Recipient) -> str:
    if not to.number.strip():
        return ""
    source = f" ({to.number_from})" if to.number_from else ""
    return phone(to.number, context.language) + source


def _agreement(context: Context, made: DisclosureMade) -> str:
    t = context.t
    parts = [t("Her agreement")]
    if made.form is not None:
        parts.append(t(FORMS[made.form]).lower())
    if made.answered_on is not None:
        parts.append(t("given on {day}", day=day_text(context, made.answered_on)))
    if made.until is not None:
        parts.append(t("until {day}", day=day_text(context, made.until)))
    return ", ".join(parts)


def _decided(context: Context, made: DisclosureMade) -> str:
    t = context.t
    duty = t(_DUTIES[made.duty]) if made.duty else ""
    order = {True: t("member of an order"), False: t("not a member of an order")}
    member = order[made.order_member] if made.order_member is not None else ""
    return ", ".join(filter(None, (made.decided_by, duty, member)))


def _told(context: Context, told: CommunicationMade) -> Iterator[tuple[str, str]]:
    t, unknown = context.t, context.t("To be specified")
    yield t("To whom"), ", ".join(filter(None, (told.recipient, told.organisation)))
    yield t("Number that was dialled"), phone(told.dialled, context.language) or unknown
    yield t("Where it came from"), told.number_from or unknown
    yield t("What was told"), told.told
    yield t("Why"), told.why
    ground = t(_GROUNDS[told.ground])
    yield t("What allowed it"), f"{ground}, {told.law}" if told.law else ground
    yield t("Said on"), _due(context, told.said_on) if told.said_on else unknown


def _due(context: Context, due: Due) -> str:
    day = day_text(context, due.day)
    return f"{day}, {hour_text(context, due.hour)}" if due.hour else day


def _paper(context: Context, one: Communication, paper: PaperIssued) -> Iterator[tuple[str, str]]:
    t = context.t
    yield t("Where it went"), t(PLACES[paper.destination])
    yield t("How"), t("protected PDF") if paper.protected else t("printed")
    yield t("To be destroyed on"), day_text(context, paper.destroy_on) if paper.destroy_on else ""
    for trace in one.traced:
        yield t("What became of it"), _fate(context, t(FATES[trace.fate]), trace.on)


def _fate(context: Context, fate: str, on: date) -> str:
    return context.t("{fate} on {day}", fate=fate, day=day_text(context, on))


def _export(context: Context, begun: ExportBegun) -> Iterator[tuple[str, str]]:
    t = context.t
    yield t("Why"), begun.why
    yield t("How"), t("closed with a phrase") if begun.sealed else t("in clear, decided by two")
    yield t("Dossiers"), str(begun.dossiers)
