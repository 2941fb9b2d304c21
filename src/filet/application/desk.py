"""Where a worker writes. One act is one transaction: its entries, and the rows they change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from filet.application.keeping import Clock, DraftKey, NewEntry, Vault
from filet.application.outcome import Outcome, Topic
from filet.application.sight import seen_through
from filet.domain.casefile import CaseFile, apply, fold
from filet.domain.errors import FiletError, ReadOnlyDuty
from filet.domain.ids import HOUSE, CaseId, Ref, WorkerId
from filet.domain.journal import Carried, Entry
from filet.domain.kinds import (
    CallAttached,
    CaseCreated,
    Content,
    ContentRemoved,
    FileDestroyed,
    TakenBack,
)
from filet.domain.moments import Instant
from filet.domain.roles import may_write
from filet.domain.rows import LINE_KINDS, case_line, due_lines, register_line, search_text
from filet.domain.text import cleaned
from filet.domain.triggers import Triggers, no_triggers, tells
from filet.domain.workers import ACCESS_KINDS, ROSTER_KINDS, closed_to, roster

_REFOLDED = (TakenBack, ContentRemoved, FileDestroyed)


@dataclass(frozen=True, slots=True)
class Act:
    """What a worker did in one go: entries of a dossier or of the house, as she saw it then."""

    case: CaseId
    moment: Instant
    writes: tuple[Write, ...]
    draft: DraftKey | None = None
    """The draft that becomes these entries."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Words that are being typed."""

    key: DraftKey
    body: bytes
    at: int


@dataclass(frozen=True, slots=True)
class Write:
    """One thing to write: what it says, and the entries that its writer saw and replaces."""

    content: Content
    refs: tuple[Ref, ...] = ()
    carried: Carried | None = None


class Desk:
    """A worker's desk in an open vault. It keeps the dossier that is open, folded.

    ``vault`` is the vault as she sees it: a dossier that is closed to her is not in it.
    """

    def __init__(
        self, vault: Vault, clock: Clock, worker: WorkerId, triggers: Triggers = no_triggers
    ) -> None:
        self.whole = vault
        self.triggers = triggers
        self.clock = clock
        self.worker = worker
        self._open: CaseFile | None = None
        self.look_again()

    def look_again(self) -> None:
        """Read again who works here, what she may do, and what is closed to her."""
        house = self.whole.journal.of_kinds((*ROSTER_KINDS, *ACCESS_KINDS), HOUSE)
        self.roster = roster(house)
        self.duty = self.roster.duty(self.worker)
        closed = closed_to(house, self.worker, self.clock.now().at)
        self.vault = seen_through(self.whole, closed)
        self.leave()

    def read(self, case: CaseId) -> CaseFile:
        """Return a dossier as it stands; the open one is not read again."""
        if self._open is None or self._open.case != case:
            self._open = self.fold(case)
        return self._open

    def fold(self, case: CaseId) -> CaseFile:
        """Read a dossier from the journal: its entries, and the calls attached to it.

        An attachment that was taken back attaches nothing.
        """
        journal = self.vault.journal
        entries = (*journal.of_case(case), *journal.blanks_named_by(case))
        own = {entry.ref: entry for entry in entries}
        file = fold(case, own.values())
        calls = journal.at(attachment.entry for attachment in file.all(CallAttached))
        return fold(case, {**own, **{call.ref: call for call in calls}}.values()) if calls else file

    def record(self, case: CaseId, *writes: Write, draft: DraftKey | None = None) -> CaseFile:
        """Append entries to a dossier and return it as it then stands."""
        act = Act(case, self.clock.now(), writes, draft)
        with refusing(act):
            before = self.read(case)
            self._open = None
            self._open = self.vault.write(lambda: self.append(before, writes, draft, act.moment))
        return self._open

    def begin(self, work: Callable[[], CaseFile]) -> CaseFile:
        """Do in one transaction what gives a new dossier, and leave it open."""
        self._open = None
        self._open = self.vault.write(work)
        return self._open

    def append(
        self,
        before: CaseFile,
        writes: Iterable[Write],
        draft: DraftKey | None = None,
        moment: Instant | None = None,
    ) -> CaseFile:
        """Append inside the current transaction; nothing but the vault is changed."""
        file, when = before, moment or self.clock.now()
        for write in writes:
            new = self._new(before.case, when, write)
            file = self._applied(file, self.vault.journal.append(new))
        if draft is not None:
            self.vault.drafts.drop(draft)
        return file

    def _new(self, case: CaseId, moment: Instant, write: Write) -> NewEntry:
        """Return what is appended; every text enters here, and is cleaned here.

        Raises ReadOnlyDuty when whoever is at this desk only reads.
        """
        if not may_write(self.duty, write.content):
            raise ReadOnlyDuty
        content = self._numbered(cleaned(write.content))
        return NewEntry(case, moment, self.worker, content, write.refs, write.carried)

    def _numbered(self, content: Content) -> Content:
        """Give a new dossier its number at the moment it is written, never before."""
        if not isinstance(content, CaseCreated) or content.number:
            return content
        return replace(content, number=self.vault.next_case_number(self.clock.today().year))

    def _applied(self, before: CaseFile, entry: Entry) -> CaseFile:
        after = apply(before, entry)
        for ref in _changed(before, after, entry):
            found = after.entry(ref)
            counts = found is not None and after.standing.counts(found)
            words = search_text(found.content) if counts and found is not None else ""
            if words or ref != entry.ref:
                self.vault.lists.write_search(ref, words)
        changes = isinstance(entry.content, (*LINE_KINDS, *_REFOLDED)) or bool(entry.refs)
        if changes or tells(entry.content, self.triggers()):
            self.write_rows(after)
        return after

    def write_rows(self, file: CaseFile) -> None:
        """Put the home line and the due lines of a dossier in the place of the former."""
        line, due = case_line(file, self.triggers()), due_lines(file, self.triggers())
        self.vault.lists.write_case(file.case, line, due)

    def record_house(self, *writes: Write, draft: DraftKey | None = None) -> tuple[Entry, ...]:
        """Append entries of the house, which belong to no dossier."""
        act = Act(HOUSE, self.clock.now(), writes, draft)
        with refusing(act):
            return self.vault.write(lambda: self.append_house(writes, draft, act.moment))

    def append_house(
        self,
        writes: Iterable[Write],
        draft: DraftKey | None = None,
        moment: Instant | None = None,
    ) -> tuple[Entry, ...]:
        """Append entries of the house inside the current transaction."""
        entries, when = [], moment or self.clock.now()
        for write in writes:
            entry = self.vault.journal.append(self._new(HOUSE, when, write))
            self._unlist(entry.refs)
            self.list_in_house(entry)
            entries.append(entry)
        if draft is not None:
            self.vault.drafts.drop(draft)
        return tuple(entries)

    def keep_draft(self, unfinished: Unfinished) -> None:
        """Keep what is being typed in the place of the former."""
        key, body, at = unfinished.key, unfinished.body, unfinished.at
        with refusing(unfinished):
            self.vault.write(lambda: self.vault.drafts.save(key, body, at))

    def _unlist(self, refs: Iterable[Ref]) -> None:
        for ref in refs:
            self.vault.lists.write_register(ref, None)
            self.vault.lists.write_search(ref, "")

    def list_in_house(self, entry: Entry) -> None:
        """Write the register line of an entry of the house, and make its words searchable."""
        line, words = register_line(entry), search_text(entry.content)
        if line is not None:
            self.vault.lists.write_register(entry.ref, line)
        if words:
            self.vault.lists.write_search(entry.ref, words)

    def leave(self) -> None:
        """Forget the open dossier."""
        self._open = None


class HouseDesk(Desk):
    """The desk of an act on the whole house: a restore, a repair, lists made again.

    Nothing is hidden from it, and nobody reads at it.
    """

    def look_again(self) -> None:
        """Read again who works here and what she may do; nothing is closed."""
        super().look_again()
        self.vault = self.whole


@contextmanager
def refusing(*refused: Act | Unfinished) -> Iterator[None]:
    """Let an error carry what it kept from being written."""
    try:
        yield
    except FiletError as error:
        error.refused = refused
        raise


def told(file: CaseFile, *topics: Topic) -> Outcome[CaseFile]:
    """Return a dossier with what changed: it always did, and so may the lists."""
    return Outcome(file, frozenset({Topic.CASE, Topic.CASES, Topic.DUE, *topics}))


def _changed(before: CaseFile, after: CaseFile, entry: Entry) -> Iterable[Ref]:
    """Return the entries that may have begun or ceased to count."""
    if not isinstance(entry.content, _REFOLDED):
        return (*entry.refs, entry.ref)
    return (_living(before) ^ _living(after)) | set(entry.refs)


def _living(file: CaseFile) -> set[Ref]:
    return {entry.ref for found in file.live.by_kind.values() for entry in found}
