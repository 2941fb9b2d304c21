"""What is known of a dossier, in words: what weighs, protects, is not known, has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from filet.application.appraising import Sheet
from filet.application.picture import Change, Fact, Sense
from filet.domain.ids import PersonId
from filet.domain.instruments import Flag, Instrument, InstrumentText, Item, Kind, Value, item_key
from filet.domain.kinds import Manner, PersonDescribed, Source, SourceKind, StatementMade
from filet.domain.rows import people
from filet.domain.statements import Reading
from filet.gui.context import Context
from filet.gui.models.told_in import told_in
from filet.gui.sayings import day_text, moment_text
from filet.i18n import N_
from filet.i18n.dates import clock, typography

_VOICES: Mapping[SourceKind, str] = {
    SourceKind.HER: N_("her"),
    SourceKind.RELATIVE: N_("someone close"),
    SourceKind.POLICE: N_("police"),
    SourceKind.YOUTH_PROTECTION: N_("youth protection"),
    SourceKind.TEAM: N_("the team"),
    SourceKind.DOCUMENT: N_("a document"),
    SourceKind.OTHER: N_("another source"),
}
_VALUES: Mapping[Value, str] = {
    Value.YES: N_("yes"),
    Value.NO: N_("no"),
    Value.UNKNOWN: N_("does not know"),
    Value.DECLINED: N_("prefers not to answer"),
    Value.NOT_APPLICABLE: N_("does not apply"),
}
_MANNERS: Mapping[Manner, str] = {
    Manner.FACE_TO_FACE: N_("face to face"),
    Manner.PHONE: N_("by telephone"),
    Manner.DOCUMENTS: N_("from documents"),
}
_BOTH = frozenset({Value.YES, Value.NO})


class FactSaid(NamedTuple):
    """One thing that weighs or protects."""

    item: str
    text: str
    note: str
    new: bool = False
    voices: tuple[str, ...] = ()
    """Where it is to be cleared up: what each voice says."""


class GapSaid(NamedTuple):
    """One thing that is not known, and whether it was asked."""

    item: str
    text: str
    note: str
    asked: bool


class SenseSaid(NamedTuple):
    """How afraid she is, in her words and on her scale."""

    words: str
    note: str


@dataclass(frozen=True, slots=True)
class Weighing:
    """Everything of a picture that is read, in words."""

    sense: SenseSaid
    weighs: tuple[FactSaid, ...]
    critical: int
    """How many of what weighs it takes to show every critical marker."""
    protects: tuple[FactSaid, ...]
    gaps: tuple[GapSaid, ...]
    changes: tuple[str, ...]
    since: str
    """The day of the last level, or nothing where there is none."""


def weighing(context: Context, sheet: Sheet) -> Weighing:
    """Return a picture in words."""
    picture, say = sheet.picture, _Sayer(context, sheet)
    weighs = picture.weighs
    return Weighing(
        sense=_sense(context, picture.senses, picture.her_words),
        weighs=tuple(say.fact(fact) for fact in weighs),
        critical=_covering(weighs, frozenset(picture.critical)),
        protects=tuple(say.fact(fact) for fact in picture.protects),
        gaps=tuple(say.gap(item) for item in picture.unknown),
        changes=tuple(say.change(change) for change in sorted(picture.changes, key=_rank)),
        since=day_text(context, picture.since) if picture.since else "",
    )


def _rank(change: Change) -> int:
    """Put first what was known otherwise, then what is told for the first time."""
    known = bool(change.before) or change.scale_before is not None
    if known:
        return 0
    return 1 if Value.YES in change.after or change.scale_after is not None else 2


def _covering(facts: Sequence[Fact], critical: frozenset[str]) -> int:
    """Return how many facts, from the first, raise every critical marker that is raised."""
    left, count = set(critical), 0
    for number, fact in enumerate(facts, 1):
        if left.intersection(fact.markers):
            left.difference_update(fact.markers)
            count = number
    return count


def values_text(context: Context, values: Iterable[Value]) -> str:
    """Return what an item reads: yes and no together are to be cleared up."""
    found = frozenset(values)
    if found >= _BOTH:
        return context.t("to be cleared up")
    words = [context.t(_VALUES[value]) for value in Value if value in found]
    return ", ".join(words) or context.t("not asked")


def voice_text(context: Context, source: Source, names: Mapping[PersonId, PersonDescribed]) -> str:
    """Return who says it, in a few letters."""
    person = names.get(source.person) if source.person is not None else None
    named = person.tie or person.called or person.given if person is not None else ""
    kind = context.t(_VOICES[source.kind])
    return named or source.organisation or source.document or kind


def _sense(context: Context, senses: tuple[Sense, ...], words: str) -> SenseSaid:
    t = context.t
    if not senses:
        return SenseSaid(words, t("Her own sense of danger was not asked yet."))
    now, before = senses[-1], senses[-2] if len(senses) > 1 else None
    parts = [t("Out of 10, she says {scale}.", scale=now.scale)]
    if before is not None:
        day = day_text(context, before.at.date()) if before.at else ""
        said = t("On {day}, she said {scale}.", day=day, scale=before.scale)
        parts.append(said if day else t("Before, she said {scale}.", scale=before.scale))
    when = [moment_text(context, now.at)] if now.at else []
    how = [t(_MANNERS[now.manner])] if now.manner else []
    said = " ".join(parts).removesuffix(".")
    return SenseSaid(words, " · ".join(filter(None, (said, ", ".join(when + how)))))


class _Sayer:
    """Says items in the language of the page."""

    def __init__(self, context: Context, sheet: Sheet) -> None:
        self._context, self._picture = context, sheet.picture
        self._people = people(sheet.file)
        self._names: dict[str, tuple[str, Kind, str]] = {}
        self._most: dict[str, int] = {}
        for tool in sheet.lexicon.instruments:
            self._learn(tool, tool.texts.get(context.language[:2]))

    def _learn(self, tool: Instrument, text: InstrumentText | None) -> None:
        """Take the names of a tool, of its items and of its boxes, and the ends of its scales."""
        self._most |= {item_key(tool, item): item.most for item in tool.items}
        if text is None:
            return
        names = dict(text.flags) | {name: words.name for name, words in text.items.items()}
        asked: tuple[Item | Flag, ...] = (*tool.items, *tool.flags)
        for item in asked:
            name = names.get(item.id, item.id)
            self._names[item_key(tool, item)] = (name, tool.kind, text.short)

    def name(self, key: str) -> str:
        """Return what an item is called; one of a form filled on paper names its form."""
        named, kind, short = self._names.get(key, (key.partition("@")[0], None, ""))
        whole = f"{named} ({short})" if kind is Kind.PAPER_FORM else named
        return typography(whole, self._context.language)

    def fact(self, fact: Fact) -> FactSaid:
        """Return a fact with who says it and when."""
        reading = fact.reading
        voices = self._voices(reading) if reading.contradictory else ()
        return FactSaid(fact.item, self.name(fact.item), self._source(reading), fact.new, voices)

    def gap(self, item: str) -> GapSaid:
        """Return what is not known, and why."""
        reading = self._picture.heard.get(item)
        if reading is None:
            return GapSaid(item, self.name(item), self._context.t("not asked"), asked=False)
        note = values_text(self._context, reading.values)
        if not reading.values or any(said.to_resume for said in reading.statements):
            note = self._context.t("to take up again")
        return GapSaid(item, self.name(item), note, asked=True)

    def change(self, change: Change) -> str:
        """Return « Arme : ne sait pas, puis oui »."""
        before, after = (values_text(self._context, v) for v in (change.before, change.after))
        if change.scale_before is not None or change.scale_after is not None:
            scales = (change.scale_before, change.scale_after)
            unasked = self._context.t("not asked")
            most = self._most.get(change.item, 10)
            before, after = (unasked if one is None else f"{one}/{most}" for one in scales)
        return self._context.t(
            "{what}: {before}, then {after}",
            what=self.name(change.item),
            before=before,
            after=after,
        )

    def _source(self, reading: Reading) -> str:
        """Return who said it last, with the day."""
        telling = [said for said in reading.statements if said.value is Value.YES]
        said = (telling or list(reading.statements))[-1]
        return self._voice(said)

    def _voices(self, reading: Reading) -> tuple[str, ...]:
        told = [said for said in reading.statements if said.value in _BOTH]
        return tuple(
            self._context.t(
                "{answer}: {who}",
                answer=self._context.t(_VALUES[said.value]) if said.value else "",
                who=self._voice(said),
            )
            for said in told
        )

    def _voice(self, said: StatementMade) -> str:
        who = voice_text(self._context, said.source, self._people)
        how = told_in(self._context, said.language, said.interpreting)
        day = self._day(self._picture.moments.get(said.statement))
        return ", ".join(filter(None, (who, how, day)))

    def _day(self, at: datetime | None) -> str:
        """Return « 26 janv. », or the hour when it was said today."""
        if at is None:
            return ""
        if at.date() == self._context.clock.today():
            return clock(at.time(), self._context.language)
        return day_text(self._context, at.date())
