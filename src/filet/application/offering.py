"""What a dossier holds that may leave with her agreement, word for word as it would be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from filet.application.calls import attached
from filet.application.composing import PaperTexts
from filet.application.desk import Desk
from filet.application.picture import Tools
from filet.application.planning import measures
from filet.domain.casefile import CaseFile
from filet.domain.control import noted
from filet.domain.control_copy import about
from filet.domain.grammar import spoken
from filet.domain.ids import CaseId, PersonId, StatementId
from filet.domain.instruments import Instrument, Item, Kind, Value, item_key
from filet.domain.journal import Entry
from filet.domain.kinds import (
    CallNoted,
    Family,
    PersonDescribed,
    Role,
    SafeContactSet,
    SourceKind,
    StatementMade,
    StatusSet,
    Whose,
    WordsNoted,
)
from filet.domain.law import Law
from filet.domain.moments import Told
from filet.domain.paper_words import PaperWords
from filet.domain.papers import words_found
from filet.domain.rows import is_provisional, levels, people
from filet.domain.sharing import (
    LEVELS,
    Offer,
    Offered,
    Watched,
    why_not_item,
    why_not_said,
    why_not_tactic,
    why_not_words,
)
from filet.domain.speaking import forms_of

TEMPLATE = "referral"
_ALWAYS_HERE = "place"
"""Status, rooms, days of a stay: never read here, and always said to stay."""


class Sources(PaperTexts, Tools, Protocol):
    """Where the words of papers, of items, of levels and of the law come from."""

    def law(self) -> Sequence[Law]:
        """Return every rule of law, with its versions."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A dossier being looked through, in the language of the paper."""

    file: CaseFile
    words: PaperWords
    moments: Mapping[StatementId, datetime]
    items: Mapping[str, tuple[Instrument, Item]]

    def name(self, key: str) -> str:
        """Return what an item is called in a few words."""
        tool, item = self.items[key]
        return tool.texts[self.words.language].items[item.id].name


class Offering:
    """Looks through a dossier; what never leaves is counted by reason, and never given back."""

    def __init__(self, desk: Desk, sources: Sources) -> None:
        self._desk = desk
        self._sources = sources

    def offer(self, case: CaseId, language: str) -> Offer:
        """Return everything that may be chosen of a dossier, in one language."""
        file = self._desk.read(case)
        read = _Read(
            file,
            spoken(self._sources.paper_words(TEMPLATE, language), forms_of(file)),
            _moments(file),
            _items(spoken(tuple(self._sources.instruments()), forms_of(file))),
        )
        watched = self.watched(file)
        wanted = watched.wanted()
        kept: list[Offered] = []
        withheld = Counter({_ALWAYS_HERE: len(file.all(StatusSet))})
        for one, why in self._everything(read):
            named = "names" if words_found((one.label, one.text), wanted) else ""
            if why or named:
                withheld[why or named] += 1
            else:
                kept.append(one)
        order = {family: place for place, family in enumerate(Family)}
        return Offer(tuple(sorted(kept, key=lambda one: order[one.family])), withheld, watched)

    def watched(self, file: CaseFile) -> Watched:
        """Return what no text may say: who works here, rooms, where she called from, who else."""
        places = [status.room for status in file.all(StatusSet)]
        for entry in attached(file):
            if isinstance(entry.content, CallNoted):
                where = entry.content.where
                places += [where.road, where.number and f"{where.number} {where.road}"]
        staff = (one.name for one in self._desk.roster.workers.values())
        return Watched(tuple(places), (*staff, *self._women_here(file.case)))

    def _women_here(self, case: CaseId) -> tuple[str, ...]:
        """Return the first names of the other women who stay in the house now.

        A family name is too often a common word, and she knows theirs less.
        """
        housed = self._desk.vault.lists.housed()
        return tuple(line.given for line in housed if line.case != case)

    def _everything(self, read: _Read) -> Iterator[tuple[Offered, str]]:
        """Give each thing of a dossier, with why it stays here where it does."""
        yield from ((one, "") for one in _persons(read))
        yield from ((one, "") for one in _reach(read))
        yield from _danger(read)
        yield from self._control(read)
        yield from _words(read)
        yield from ((one, "") for one in self._level(read))
        yield from _plan(read)

    def _control(self, read: _Read) -> Iterator[tuple[Offered, str]]:
        """Give what was told of control, one by one: the words, under what they are about."""
        lists = self._sources.tactics()
        for one in noted(read.file):
            label = ", ".join(about(one, lists, read.words))
            key = f"tactic {one.ref.chain.hex()}-{one.ref.seq}"
            hers = one.said.whose is Whose.HERS
            offered = Offered(key, Family.DANGER, label, one.said.words, quoted=hers)
            yield offered, why_not_tactic(one.said)

    def _level(self, read: _Read) -> Iterator[Offered]:
        """Give her level, always with its day; two levels say nothing to a recipient."""
        say, language = read.words.say, read.words.language
        her = _of_role(read.file, Role.HER)
        for person, (level, at) in levels(read.file).items():
            rule = self._sources.levels().rule(level.level)
            if person not in her or level.level not in LEVELS or rule is None:
                continue
            signed = datetime.fromtimestamp(at / 1000, self._desk.clock.wall().tzinfo)
            day = read.words.write_date(signed.date())
            line = say("level_line", level=rule.texts[language].name, date=day)
            if is_provisional(read.file, level):
                line = f"{line}, {say('provisional')}"
            yield Offered(f"level {level.level_id}", Family.LEVEL, say("level"), line)


def _persons(read: _Read) -> Iterator[Offered]:
    """Give what is known of her, of each child, and of him; those close to her never agreed."""
    for who, one in people(read.file).items():
        tongue = read.words.say(f"in_{one.language}") or one.language
        family, parts = _person(one, tongue)
        for key, text in parts:
            if text.strip():
                label = read.words.say(key)
                yield Offered(f"{key} {who}", family, label, text, concerns=(_full(one),))


def _person(one: PersonDescribed, tongue: str) -> tuple[Family, tuple[tuple[str, str], ...]]:
    """Return the family of a person, and what is known by key; nothing of anybody else."""
    name, born = _full(one), _told(one.born)
    match one.role:
        case Role.HER:
            known = ("name", name), ("called", one.called), ("born", born)
            return Family.HER, (*known, ("language", tongue))
        case Role.CHILD:
            return Family.CHILDREN, (("child", ", ".join(filter(None, (name, born)))),)
        case Role.AUTHOR:
            return Family.AUTHOR, (("author", name), ("tie", one.tie))
        case _:
            return Family.HER, ()


def _reach(read: _Read) -> Iterator[Offered]:
    """Give how to reach her: what must never be done stands with the number, in one choice."""
    contact, say = read.file.last(SafeContactSet), read.words.say
    if contact is None or not contact.phone.strip():
        return
    parts = (
        contact.phone,
        contact.when and say("fact", label=say("when"), text=contact.when),
        say("fact", label=say("never"), text=", ".join(contact.never)) if contact.never else "",
        contact.if_other_answers
        and say("fact", label=say("if_other_answers"), text=contact.if_other_answers),
    )
    text = " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)
    yield Offered("reach", Family.REACH, say("phone"), text.removesuffix("."))


def _danger(read: _Read) -> Iterator[tuple[Offered, str]]:
    every = read.file.all(StatementMade)
    confirmed = {said.item for said in every if said.value is Value.YES}
    for said in every:
        if said.item in read.items:
            one = Offered(f"said {said.statement}", Family.DANGER, read.name(said.item), "")
            denied = said.value is Value.NO and said.item in confirmed
            why = why_not_said(said) or ("contradicted" if denied else "")
            yield (one, why) if why else (_answered(read, said, one), "")


def _answered(read: _Read, said: StatementMade, one: Offered) -> Offered:
    """Return a statement as the recipient reads it: value, voice, when, day."""
    say, at = read.words.say, read.moments.get(said.statement)
    if said.scale is not None:
        _, item = read.items[said.item]
        value = say("on_scale", value=said.scale, most=item.most)
    else:
        value = say("yes" if said.value is Value.YES else "no")
    hers = said.source.kind is SourceKind.HER
    parts = (
        value,
        say("said_by_her" if hers else "said_by_team"),
        say("happened", when=_told(said.happened)) if _told(said.happened) else "",
        say("said_on", date=read.words.write_date(at.date())) if at else "",
    )
    text = ", ".join(filter(None, parts))
    return Offered(one.key, one.family, one.label, text)


def _words(read: _Read) -> Iterator[tuple[Offered, str]]:
    about = {said.statement: said for said in read.file.all(StatementMade)}
    for entry in read.file.live.of(WordsNoted):
        words = entry.content
        if isinstance(words, WordsNoted) and words.text.strip():
            said = about.get(words.statement) if words.statement else None
            name = read.name(said.item) if said and said.item in read.items else ""
            label = ", ".join(filter(None, (name, _noted(read, entry))))
            key = f"words {entry.ref.chain.hex()}-{entry.ref.seq}"
            yield (
                Offered(key, Family.WORDS, label, words.text, quoted=True),
                why_not_words(words, said),
            )


def _noted(read: _Read, entry: Entry) -> str:
    """Say on which day words were noted: what she said since may be the contrary."""
    moment = entry.carried.moment if entry.carried else entry.moment
    if moment is None:
        return ""
    return read.words.say("said_on", date=read.words.write_date(moment.local().date()))


def _plan(read: _Read) -> Iterator[tuple[Offered, str]]:
    label = read.words.say("item")
    for item in measures(read.file):
        key = f"measure {item.measure}"
        yield Offered(key, Family.PLAN, label, item.text), why_not_item(item)


def _items(tools: Sequence[Instrument]) -> Mapping[str, tuple[Instrument, Item]]:
    """Return the items of the inventory: no other instrument says what it asks in our words."""
    return {
        item_key(tool, item): (tool, item)
        for tool in tools
        if tool.kind is Kind.INVENTORY
        for item in tool.items
    }


def _moments(file: CaseFile) -> Mapping[StatementId, datetime]:
    found = {}
    for entry in file.live.of(StatementMade):
        moment = entry.carried.moment if entry.carried else entry.moment
        if isinstance(entry.content, StatementMade) and moment is not None:
            found[entry.content.statement] = moment.local()
    return found


def _of_role(file: CaseFile, role: Role) -> frozenset[PersonId]:
    return frozenset(who for who, one in people(file).items() if one.role is role)


def _full(one: PersonDescribed) -> str:
    return " ".join(filter(None, (one.given.strip(), one.family.strip())))


def _told(when: Told) -> str:
    """Return a time in the words in which it was told, or the day where it is one."""
    if when.said.strip():
        return when.said.strip()
    return when.first.isoformat() if when.first else ""
