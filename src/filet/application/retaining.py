"""How long closed dossiers stay, which of them have had their time, and two who end one.

The first asks, with her passphrase; her signature stands in the journal. A colleague agrees
in a session of her own, with hers. What was written meanwhile makes the first ask again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from filet.application.desk import Desk, Write
from filet.application.destroying import Agreed, Certificate, Destroying
from filet.application.outcome import Outcome, Topic
from filet.application.workers import Passphrase, Workers
from filet.domain.casefile import CaseFile
from filet.domain.deciding import destruction_words
from filet.domain.errors import (
    AskAgain,
    DossierHeld,
    NoSuchNumber,
    NotOverYet,
    SamePerson,
)
from filet.domain.ids import HOUSE, CaseId, Ref, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import (
    NAMES,
    CallAttached,
    CaseCreated,
    CaseOpened,
    CommunicationMade,
    DestructionAsked,
    ErasureReason,
    FileDestroyed,
    HoldPlaced,
    PaperIssued,
    PassphraseReset,
    RetentionSet,
    SheetTraced,
    TakenBack,
)
from filet.domain.law import Law, LawVersion, in_force
from filet.domain.retention import Rule, closed_on, rule_of
from filet.domain.roles import may_manage
from filet.domain.standing import in_order, standing
from filet.domain.text import fold

MOST = 50
"""Dossiers that are read and listed at once, beside those that are kept longer."""
LAW = "p-39.1-23"
_ASKING = tuple(NAMES[kind] for kind in (DestructionAsked, FileDestroyed, TakenBack))
_REASON = ErasureReason.RETENTION


class LawBook(Protocol):
    """The law that Filet brings along, in our words."""

    def law(self) -> tuple[Law, ...]:
        """Return every rule of law, with its versions."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asked that a dossier be destroyed, and when."""

    entry: Entry
    what: DestructionAsked
    hers: bool
    """Whether whoever is at the desk asked it herself."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A dossier as its retention sees it: no name, nothing of what it says."""

    case: CaseId
    number: str
    closed: date | None
    due: date | None
    over: bool
    holds: tuple[HoldPlaced, ...] = ()
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Weight:
    """What a destruction would take, what it leaves, and where it does not reach."""

    entries: int
    calls: int
    written: date | None
    """When something was last written in it, readings left out."""
    communications: int
    sheets: int
    """Printed sheets that nobody said are back, destroyed or lost."""
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """The dossiers to decide on, and how many more there are."""

    rule: Rule = field(default_factory=Rule)
    listed: tuple[Kept, ...] = ()
    more: int = 0


class Retaining:
    """Decides how long dossiers stay. All but looking is for coordination and direction."""

    def __init__(
        self, desk: Desk, workers: Workers, destroying: Destroying, law_book: LawBook
    ) -> None:
        self._desk = desk
        self._workers = workers
        self._destroying = destroying
        self._law_book = law_book

    # The rule -------------------------------------------------------------------------

    def rule(self) -> Rule:
        """Return what the house decided."""
        kinds = (NAMES[RetentionSet],)
        return rule_of(self._desk.vault.journal.of_kinds(kinds, HOUSE))

    def decide(self, rule: Rule) -> Outcome[Rule]:
        """Say how long closed dossiers are kept from now on; return the former rule."""
        self._workers.require_manager()
        former = self.rule()
        self._desk.record_house(Write(RetentionSet(rule.years, rule.ahead, rule.adopted_on)))
        return Outcome(former, frozenset({Topic.HOUSE}))

    def law(self) -> tuple[Law, LawVersion] | None:
        """Return what the law says of it today, as far as Filet knows, or nothing."""
        for rule in self._law_book.law():
            version = in_force(rule.versions, self._desk.clock.today())
            if rule.id == LAW and version is not None:
                return rule, version
        return None

    def manages(self) -> bool:
        """Tell whether she who is at the desk may decide."""
        return may_manage(self._desk.duty)

    def initials(self) -> dict[WorkerId, str]:
        """Return the initials of everybody who works or worked here: no name stands on paper."""
        return {one.id: one.initials for one in self._desk.roster.workers.values()}

    # What is to be decided ------------------------------------------------------------

    def waiting(self) -> Waiting:
        """Return the closed dossiers whose time is over, or nearly, the oldest first.

        Those that somebody asked about come before the others. What is kept longer takes
        nobody's place.
        """
        rule, asked = self.rule(), self._asked()
        today = self._desk.clock.today()
        near = [(day, case) for day, case in self._closed() if rule.lists(day, today)]
        near.sort(key=lambda one: (one[1] not in asked, *one))
        listed: list[Kept] = []
        for place, (_, case) in enumerate(near):
            if sum(not one.holds for one in listed) == MOST:
                return Waiting(rule, tuple(listed), len(near) - place)
            kept = self._kept(self._desk.fold(case), rule, asked)
            if kept.closed and rule.lists(kept.closed, today):
                listed.append(kept)
        return Waiting(rule, tuple(listed))

    def find(self, number: str) -> Kept:
        """Return the dossier of a number, open or closed. Raises NoSuchNumber."""
        wanted = fold(number.strip())
        lists = self._desk.vault.lists
        for row in lists.all():
            if wanted and wanted in row.names and fold(lists.unpack(row.packed).number) == wanted:
                return self.look(row.case)
        raise NoSuchNumber

    def look(self, case: CaseId) -> Kept:
        """Return a dossier as it stands."""
        return self._kept(self._desk.fold(case), self.rule(), self._asked())

    def weigh(self, case: CaseId) -> Weight:
        """Return what its destruction would take and leave."""
        file = self._desk.fold(case)
        told = self._desk.vault.journal.of_kinds((NAMES[CommunicationMade],), HOUSE)
        about = [one for one in told if getattr(one.content, "about", None) == case]
        back = {one.paper for one in file.all(SheetTraced)}
        out = [one for one in file.all(PaperIssued) if one.printed and one.paper not in back]
        return Weight(
            len(file.entries),
            len({one.call for one in file.all(CallAttached)}),
            max(map(_day, _written(file)), default=None),
            len(about),
            len(out),
            self._destroying.copies(),
        )

    # Two decide -----------------------------------------------------------------------

    def ask(self, case: CaseId, own: Passphrase) -> Outcome[Kept]:
        """Ask that a dossier be destroyed; nothing happens before a colleague agrees.

        Raises NotAllowed, NotOverYet, DossierHeld, WrongPassphrase.
        """
        self._workers.require_manager()
        file = self._desk.fold(case)
        self._require_over(file)
        as_of = tuple(Ref(head.chain, head.seq) for head in self._desk.whole.journal.heads())
        with self._workers.authorized(own) as opened:
            signature = opened.sign(destruction_words(case, _REASON, as_of)).hex()
        what = DestructionAsked(case, _REASON, as_of, _number(file), signature)
        former = self._asked().get(case)
        refs = (former.entry.ref,) if former else ()
        self._desk.record_house(Write(what, refs))
        return Outcome(self.look(case), frozenset({Topic.HOUSE}))

    def take_back(self, case: CaseId) -> Outcome[Kept]:
        """Take back what was asked, or decline it: whoever manages the house may."""
        self._workers.require_manager()
        asked = self._asked().get(case)
        if asked is not None:
            self._desk.record_house(Write(TakenBack(), (asked.entry.ref,)))
        return Outcome(self.look(case), frozenset({Topic.HOUSE}))

    def agree(self, case: CaseId, own: Passphrase) -> Outcome[Certificate]:
        """Destroy what a colleague asked for.

        Raises NotAllowed, AskAgain, SamePerson, NotOverYet, DossierHeld, UnknownWorker,
        WrongPassphrase; nothing is then changed.
        """
        self._workers.require_manager()
        file, asked = self._desk.fold(case), self._asked().get(case)
        if asked is None or asked.entry.by is None:
            raise AskAgain
        if asked.hers:
            raise SamePerson
        self._require_over(file)
        asker = self._workers.known(asked.entry.by)
        if self._has_changed(file, asked):
            raise AskAgain
        with self._workers.authorized(own):
            pass  # an open session is not enough: it is she who agrees
        what = asked.what
        by_two = Agreed(case, what.reason, what.as_of, what.number, asker.id, what.signature)
        return self._destroying.agreed(by_two)

    # ----------------------------------------------------------------------------------

    def _closed(self) -> Iterator[tuple[date, CaseId]]:
        lists = self._desk.vault.lists
        for row in lists.all():
            if row.closed:
                yield date.fromisoformat(lists.unpack(row.packed).since), row.case

    def _kept(self, file: CaseFile, rule: Rule, asked: dict[CaseId, Asked]) -> Kept:
        closed = closed_on(file)
        return Kept(
            file.case,
            _number(file),
            closed,
            rule.due(closed) if closed else None,
            rule.is_over(closed, self._desk.clock.today()),
            file.all(HoldPlaced),
            asked.get(file.case),
        )

    def _require_over(self, file: CaseFile) -> None:
        if file.all(HoldPlaced):
            raise DossierHeld
        if not self.rule().is_over(closed_on(file), self._desk.clock.today()):
            raise NotOverYet

    def _asked(self) -> dict[CaseId, Asked]:
        """Return what was asked for and neither done nor taken back, by dossier."""
        entries = in_order(self._desk.vault.journal.of_kinds(_ASKING, HOUSE))
        stand, found = standing(entries), dict[CaseId, Asked]()
        for entry in entries:
            match entry.content:
                case DestructionAsked() as what if stand.counts(entry):
                    found[what.case] = Asked(entry, what, entry.by == self._desk.worker)
                case FileDestroyed(case=case):
                    found.pop(case, None)
                case _:
                    continue
        return found

    def _has_changed(self, file: CaseFile, asked: Asked) -> bool:
        """Tell whether the dossier is another than was asked about, or the asker's key is.

        That somebody read it changes nothing.
        """
        as_of = {ref.chain: ref.seq for ref in asked.what.as_of}
        since = (one for one in file.entries if one.ref.seq > as_of.get(one.ref.chain, 0))
        if any(not isinstance(one.content, CaseOpened) for one in since):
            return True
        resets = self._desk.vault.journal.of_kinds((NAMES[PassphraseReset],), HOUSE)
        return any(
            one.order() > asked.entry.order() and _resets(one) == asked.entry.by for one in resets
        )


def _number(file: CaseFile) -> str:
    created = file.last(CaseCreated)
    return created.number if created else ""


def _written(file: CaseFile) -> Iterator[Entry]:
    return (one for one in file.entries if not isinstance(one.content, CaseOpened) and one.moment)


def _day(entry: Entry) -> date:
    return entry.moment.local().date() if entry.moment else date.min


def _resets(entry: Entry) -> object:
    return entry.content.worker if isinstance(entry.content, PassphraseReset) else None
