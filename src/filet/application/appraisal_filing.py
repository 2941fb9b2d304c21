"""What the clinician's copy of an appreciation says, read from the dossier as it was signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from filet.application.picture import Questionnaires, in_use
from filet.domain.appraisal_copy import Appraised
from filet.domain.casefile import CaseFile, fold
from filet.domain.control import Taxonomy, noted
from filet.domain.control_copy import controlled
from filet.domain.grammar import spoken
from filet.domain.ids import PersonId, Ref, WorkerId
from filet.domain.instruments import Instrument, Item, Kind, Tier, Value, item_key
from filet.domain.journal import Entry, Head
from filet.domain.kinds import (
    CaseCreated,
    ComputedRange,
    Level,
    LevelReasoned,
    LevelSeconded,
    LevelSigned,
    MayTellHer,
    Opinion,
    PersonDescribed,
    Role,
    SourceKind,
    StatementMade,
    WordsNoted,
)
from filet.domain.levels import Levels
from filet.domain.opinions import opinions, reader_of
from filet.domain.paper_words import PaperWords
from filet.domain.rows import is_provisional, people, standing_levels
from filet.domain.speaking import forms_of
from filet.domain.statements import Reading, by_item

_OPEN = frozenset({SourceKind.HER, SourceKind.TEAM})
"""Whose statements may stand on paper without anybody's decision."""


class Known(Questionnaires, Protocol):
    """Where the names of what an appreciation speaks of come from."""

    def levels(self) -> Levels:
        """Return the levels of the region."""

    def tactics(self) -> Sequence[Taxonomy]:
        """Return every version of the list of tactics of control, the newest last."""


class AppraisalFiling:
    """Reads a dossier for one copy, in one language."""

    def __init__(
        self, known: Known, words: PaperWords, initials: Mapping[WorkerId, str], language: str
    ) -> None:
        self._known = known
        self._tools: Sequence[Instrument] = known.instruments()
        self._words = words
        self._initials = initials
        self._language = language

    def appraised(self, file: CaseFile, heads: Iterable[Head]) -> Appraised:
        """Return all that a copy of the last standing appreciation is made from."""
        self._tools = spoken(in_use(file, self._known), forms_of(file))
        created = file.last(CaseCreated)
        number = created.number if created else ""
        witnesses = tuple(_witness(head) for head in heads)
        standing = standing_levels(file)
        if not standing:
            return Appraised(number, witnesses=witnesses)
        entry = standing[-1]
        signed, then = _content(entry), _as_signed(file, entry)
        heard, left_out = _printable(then)
        return Appraised(
            number,
            tuple(self._signed(file, entry)),
            tuple(_hers(then)),
            self._sense(then),
            tuple(self._told(heard, protects=False)),
            tuple(self._told(heard, protects=True)),
            tuple(self._unknown(heard)),
            tuple(self._analysis(file, signed)),
            tuple(self._seconds(file, signed)),
            tuple(self._range(one) for one in signed.ranges),
            tuple(self._version(one) for one in signed.ranges),
            tuple(" ".join(self._signed(file, one)) for one in standing[:-1]),
            left_out,
            tuple(_place(ref) for ref in signed.as_of),
            witnesses,
            controlled(noted(then), self._known.tactics(), self._words),
        )

    # What was signed ---------------------------------------------------------------------

    def _signed(self, file: CaseFile, entry: Entry) -> Iterator[str]:
        signed, say = _content(entry), self._words.say
        yield say("level", level=self._level(signed.level))
        yield self._when(
            "signed_by", entry, who=self._initials.get(entry.by, "") if entry.by else ""
        )
        known = people(file)
        whom = ", ".join(self._named(known, one) for one in signed.persons)
        about = ", ".join(self._named(known, one) for one in signed.authors)
        yield say("concerned", whom=whom, about=about.removesuffix(".") or say("nobody_named"))
        if signed.review is None:
            yield say("no_review")
        else:
            yield say("review", date=self._words.write_date(signed.review.day))
        if is_provisional(file, signed):
            yield say("provisional")

    def _level(self, level: Level) -> str:
        rule = self._known.levels().rule(level)
        text = rule.texts.get(self._language) if rule is not None else None
        return text.name if text is not None else level.value

    def _named(self, known: Mapping[PersonId, PersonDescribed], person: PersonId) -> str:
        one = known.get(person)
        if one is None:
            return self._words.say("somebody")
        if one.role is Role.HER:
            return self._words.say("her")
        return " ".join(
            filter(None, (one.called or one.given, one.family[:1] and f"{one.family[:1]}."))
        )

    def _when(self, key: str, entry: Entry, **told: str) -> str:
        at = entry.moment.local() if entry.moment is not None else None
        day = self._words.write_date(at.date()) if at is not None else ""
        hour = self._words.write_hour(at.time()) if at is not None else ""
        return self._words.say(key, date=day, hour=hour, **told)

    # What was told -----------------------------------------------------------------------

    def _items(self) -> Iterator[tuple[str, Instrument, Item]]:
        for tool in self._tools:
            for item in tool.items:
                yield item_key(tool, item), tool, item

    def _told(self, heard: Mapping[str, Reading], *, protects: bool) -> Iterator[str]:
        """Yield what was answered yes, no or by a grade, with every voice that says it."""
        for key, tool, item in self._items():
            reading = heard.get(key)
            if reading is None or (item.tier is Tier.PROTECTIVE) is not protects:
                continue
            value = self._value(reading)
            if value:
                name, who = self._name(tool, item), self._voices(reading)
                yield self._words.say("told_line", what=name, value=value, who=who)

    def _unknown(self, heard: Mapping[str, Reading]) -> Iterator[str]:
        for key, tool, item in self._items():
            reading = heard.get(key)
            open_values = reading.values if reading is not None else frozenset[Value]()
            if reading is not None and open_values and not self._value(reading):
                said = ", ".join(self._words.say(f"value_{value}") for value in sorted(open_values))
                yield self._words.say("unknown_line", what=self._name(tool, item), value=said)

    def _value(self, reading: Reading) -> str:
        say = self._words.say
        if reading.contradictory:
            return say("to_clarify")
        if reading.scale is not None:
            return say("scale", scale=reading.scale)
        for value in (Value.YES, Value.NO, Value.NOT_APPLICABLE):
            if value in reading.values:
                return say(f"value_{value}")
        return ""

    def _voices(self, reading: Reading) -> str:
        return ", ".join(dict.fromkeys(map(self._voice, reading.statements)))

    def _voice(self, said: StatementMade) -> str:
        """Return who says it, in which language where it is another one, and through whom."""
        say = self._words.say
        named = say(f"in_{said.language}") or said.language
        spoken = say("told_in", language=named) if said.language not in ("", "fr") else ""
        through = say(f"through_{said.interpreting}") if said.interpreting is not None else ""
        return " ".join(filter(None, (say(f"source_{said.source.kind}"), spoken, through)))

    def _name(self, tool: Instrument, item: Item) -> str:
        """Return what an item is called; one of a form filled on paper names its form."""
        text = tool.texts[self._language]
        name = text.items[item.id].name if item.id in text.items else item.id
        return f"{name} ({text.short})" if tool.kind is Kind.PAPER_FORM else name

    def _sense(self, then: CaseFile) -> str:
        """Return how afraid she said she was, the last time, as she measured it."""
        fears = {key for key, _, item in self._items() if "her_fear" in item.markers}
        found = [
            (entry, said.scale)
            for entry in then.live.of(StatementMade)
            if isinstance(said := entry.content, StatementMade)
            and said.item in fears
            and said.scale is not None
            and said.source.kind is SourceKind.HER
        ]
        if not found:
            return ""
        entry, scale = found[-1]
        day = self._words.write_date(entry.moment.local().date()) if entry.moment else ""
        return self._words.say("sense", scale=scale, date=day)

    # What the team thinks ----------------------------------------------------------------

    def _analysis(self, file: CaseFile, signed: LevelSigned) -> Iterator[str]:
        say = self._words.say
        parts = {"why": signed.reasons, "taken": signed.taken_into_account,
                 "discussed": signed.discussed_with}  # fmt: skip
        yield from (say(key, text=text) for key, text in parts.items() if text.strip())
        for entry in file.live.of(LevelReasoned):
            added = entry.content
            if isinstance(added, LevelReasoned) and added.level_id == signed.level_id:
                yield self._when("added", entry, text=added.reasons)

    def _seconds(self, file: CaseFile, signed: LevelSigned) -> Iterator[str]:
        for entry in opinions(file, signed.level_id):
            said, reader = entry.content, reader_of(entry)
            if isinstance(said, LevelSeconded):
                key = "second_shares" if said.opinion is Opinion.SHARES else "second_differs"
                who = self._initials.get(reader, "") if reader is not None else ""
                level = self._level(said.level)
                yield self._when(key, entry, who=who, level=level, text=said.reasons).strip()

    # Tools -------------------------------------------------------------------------------

    def _range(self, one: ComputedRange) -> str:
        tool = self._tool(one)
        if one.minimum is None or one.maximum is None:
            return self._words.say("tool_open", tool=tool)
        return self._words.say("tool_line", tool=tool, low=one.minimum, high=one.maximum)

    def _version(self, one: ComputedRange) -> str:
        """Return its version, and that it is not what its holder published where it is not."""
        tool = self._instrument(one)
        key = "version_modified" if tool is not None and tool.modified else "version_line"
        return self._words.say(key, tool=self._tool(one), version=one.version)

    def _tool(self, one: ComputedRange) -> str:
        tool = self._instrument(one)
        return tool.texts[self._language].title if tool is not None else one.pack

    def _instrument(self, one: ComputedRange) -> Instrument | None:
        """Return the instrument in the version that was signed; any other where it is gone."""
        found = [tool for tool in self._tools if tool.id == one.pack]
        same = [tool for tool in found if tool.version == one.version]
        return next(iter((*same, *found)), None)


def _content(entry: Entry) -> LevelSigned:
    if not isinstance(entry.content, LevelSigned):
        raise TypeError("not a level")
    return entry.content


def _as_signed(file: CaseFile, entry: Entry) -> CaseFile:
    """Return the dossier as it stood when a level was signed."""
    return fold(file.case, [one for one in file.entries if one.order() <= entry.order()])


def _printable(then: CaseFile) -> tuple[dict[str, Reading], int]:
    """Return what may stand on paper, by item, and how many statements may not."""
    said = then.all(StatementMade)
    kept = [one for one in said if _may_stand(one)]
    return dict(by_item(kept)), len(said) - len(kept)


def _may_stand(said: StatementMade) -> bool:
    return said.source.kind in _OPEN or said.may_tell_her is MayTellHer.YES


def _hers(then: CaseFile) -> Iterator[str]:
    """Yield her exact words, in the order in which she said them."""
    for words in then.all(WordsNoted):
        if words.source.kind is SourceKind.HER and words.text.strip():
            yield words.text


def _witness(head: Head) -> str:
    return f"{_place(Ref(head.chain, head.seq))}-{head.hash.hex()[:16]}"


def _place(ref: Ref) -> str:
    return f"{ref.chain.hex()[:8]}-{ref.seq}"
