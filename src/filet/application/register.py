"""The register of the house: all that was communicated outside, by whatever way.

Files that left and what was told aloud are entries of the house. Papers that she took stand
in her dossier: they are read when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from filet.application.desk import Desk, Write
from filet.application.outcome import Outcome, Topic
from filet.domain.errors import WordsMissing
from filet.domain.ids import HOUSE, CaseId, ConsentId, PaperId
from filet.domain.journal import Entry
from filet.domain.kinds import (
    NAMES,
    CommunicationMade,
    ConsentWithdrawn,
    Destination,
    DisclosureFollowed,
    DisclosureMade,
    DisclosureVoid,
    ExportBegun,
    PaperIssued,
    PhraseRead,
    SheetTraced,
)
from filet.domain.standing import in_order
from filet.domain.text import cleaned, fold


class Way(StrEnum):
    """By which way something was communicated."""

    SENT = "sent"
    TOLD = "told"
    PAPER = "paper"
    EXPORT = "export"


class PhraseFate(StrEnum):
    """What became of the phrase of a file that left."""

    READ = "read"
    VOID = "void"
    WAITS = "waits"


@dataclass(frozen=True, slots=True)
class Dossier:
    """How a dossier is called in a list: first name, initial, number; nothing where it is gone."""

    given: str = ""
    initial: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Communication:
    """One line of the register, with all that came of it since."""

    way: Way
    entry: Entry
    about: CaseId | None
    dossier: Dossier = Dossier()
    withdrawn: date | None = None
    """When she took back the agreement by which it left."""
    phrase: PhraseFate | None = None
    followed: tuple[DisclosureFollowed, ...] = ()
    traced: tuple[SheetTraced, ...] = ()

    @property
    def at(self) -> int:
        """Return when it was written, in ms UTC."""
        return self.entry.moment.at if self.entry.moment else 0


_HOUSE = {DisclosureMade: Way.SENT, CommunicationMade: Way.TOLD, ExportBegun: Way.EXPORT}
_AFTER = (PhraseRead, DisclosureVoid, DisclosureFollowed)
_INSIDE = (Destination.STAYS_HERE, Destination.NO_PAPER)


class Register:
    """Reads the register, and notes what came of a communication."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def communications(
        self, about: CaseId | None = None, *, papers: bool = False
    ) -> tuple[Communication, ...]:
        """Return what was communicated, the latest first; of one woman where one is named.

        ``papers`` adds those that left the house: without a dossier it reads every one.
        """
        found = [*self._of_house(), *(self._papers(about) if papers else ())]
        kept = [one for one in found if about is None or one.about == about]
        named = self._dossiers({one.about for one in kept if one.about is not None})
        nobody = Dossier()
        lines = (
            replace(one, dossier=named.get(one.about, nobody) if one.about else nobody)
            for one in kept
        )
        return tuple(sorted(lines, key=lambda one: -one.at))

    def follow(self, followed: DisclosureFollowed) -> Outcome[None]:
        """Note what came back of a communication. Raises WordsMissing."""
        kept = cleaned(followed)
        if not kept.result.strip():
            raise WordsMissing(field="result")
        self._desk.record_house(Write(kept))
        return Outcome(None, frozenset({Topic.REGISTER}))

    def _of_house(self) -> list[Communication]:
        kinds = tuple(NAMES[kind] for kind in (*_HOUSE, *_AFTER))
        entries = in_order(self._desk.vault.journal.of_kinds(kinds, HOUSE))
        replaced = {ref for entry in entries for ref in entry.refs}
        after = _Aftermath([entry.content for entry in entries])
        back = self._withdrawn(entries)
        return [
            self._line(entry, after, back)
            for entry in entries
            if type(entry.content) in _HOUSE and entry.ref not in replaced
        ]

    def _line(
        self, entry: Entry, after: _Aftermath, back: Mapping[ConsentId, date]
    ) -> Communication:
        match entry.content:
            case DisclosureMade(about=about, paper=paper, consent=consent):
                fate, followed = after.phrase(paper), after.followed(paper)
                return Communication(
                    Way.SENT, entry, about, withdrawn=back.get(consent), phrase=fate,
                    followed=followed,
                )  # fmt: skip
            case CommunicationMade(about=about):
                return Communication(Way.TOLD, entry, about)
            case _:
                return Communication(Way.EXPORT, entry, None)

    def _withdrawn(self, entries: Iterable[Entry]) -> Mapping[ConsentId, date]:
        """Return which agreements were taken back, and when, among the dossiers that are named."""
        cases = {one.content.about for one in entries if isinstance(one.content, DisclosureMade)}
        kind, journal = (NAMES[ConsentWithdrawn],), self._desk.vault.journal
        said = [entry.content for case in cases for entry in journal.of_kinds(kind, case)]
        return {one.consent: one.on for one in said if isinstance(one, ConsentWithdrawn)}

    def _papers(self, about: CaseId | None) -> list[Communication]:
        kinds, journal = (NAMES[PaperIssued], NAMES[SheetTraced]), self._desk.vault.journal
        found = journal.everywhere(kinds) if about is None else journal.of_kinds(kinds, about)
        traces = [one.content for one in found if isinstance(one.content, SheetTraced)]
        return [
            Communication(
                Way.PAPER,
                one,
                one.case,
                traced=tuple(trace for trace in traces if trace.paper == one.content.paper),
            )
            for one in found
            if isinstance(one.content, PaperIssued) and one.content.destination not in _INSIDE
        ]

    def _dossiers(self, cases: set[CaseId]) -> Mapping[CaseId, Dossier]:
        lists, found = self._desk.vault.lists, dict[CaseId, Dossier]()
        for row in lists.all() if cases else ():
            if row.case in cases:
                line = lists.unpack(row.packed)
                found[row.case] = Dossier(line.given, line.initial, line.number)
        return found


class _Aftermath:
    """What entries say of files that left before them."""

    def __init__(self, contents: Sequence[object]) -> None:
        self._contents = contents

    def phrase(self, paper: PaperId) -> PhraseFate:
        """Return what became of a phrase: the last word about it."""
        fate = PhraseFate.WAITS
        for one in self._contents:
            if isinstance(one, PhraseRead) and one.paper == paper:
                fate = PhraseFate.READ
            elif isinstance(one, DisclosureVoid) and one.paper == paper:
                fate = PhraseFate.VOID
        return fate

    def followed(self, paper: PaperId) -> tuple[DisclosureFollowed, ...]:
        """Return what came back, in order."""
        return tuple(
            one
            for one in self._contents
            if isinstance(one, DisclosureFollowed) and one.paper == paper
        )


def matching(
    lines: Iterable[Communication], ways: frozenset[Way], typed: str
) -> tuple[Communication, ...]:
    """Return the lines of some ways that hold every word typed: recipient, purpose, dossier."""
    words = fold(typed).split()
    return tuple(
        one
        for one in lines
        if (not ways or one.way in ways) and all(word in _said(one) for word in words)
    )


def _said(one: Communication) -> str:
    texts = [one.dossier.given, one.dossier.number]
    match one.entry.content:
        case DisclosureMade(recipient=to, purpose=why, number=number):
            texts += [to.organisation, to.person, why, number]
        case CommunicationMade(recipient=who, organisation=where, why=why):
            texts += [who, where, why]
        case ExportBegun(why=why):
            texts.append(why)
        case _:
            pass
    return fold(" ".join(texts))
