"""Erasing, moving to the right dossier, destroying: what was written is emptied for good."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from filet.application.access import about_access
from filet.application.desk import Desk, Write, told
from filet.application.outcome import Outcome, Topic
from filet.domain.casefile import CaseFile
from filet.domain.errors import NotErasable
from filet.domain.ids import HOUSE, CallId, CaseId, OutsideId, Ref, TacticId
from filet.domain.journal import Carried, Entry
from filet.domain.kinds import (
    KEPT,
    NAMES,
    CallAttached,
    CallNoted,
    CaseCreated,
    ContentRemoved,
    ErasureReason,
    FileDestroyed,
    NoteWritten,
    OutsideResultNoted,
    SomeoneAsked,
    StatementMade,
    TacticNoted,
    TacticWithdrawn,
    WordsNoted,
)

_CALLS = (NAMES[CallNoted], NAMES[SomeoneAsked])
_FIXED = (*KEPT, CaseCreated)
"""Kinds without which a chain, or a line of the home list, would not stand."""


_MOST_NAMED = 60_000
"""Places that one entry names; its header counts them on sixteen bits."""


class Erasing:
    """Empties entries: their place, their hash and why remain, and nothing else."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def erase(
        self, case: CaseId, refs: Iterable[Ref], reason: ErasureReason, decided_by: str = ""
    ) -> Outcome[CaseFile]:
        """Erase entries of a dossier, with the drafts, rows and words made from them."""
        file = self._desk.read(case)
        wanted = self._with_calls(file, self._erasable(file, refs))
        removal = Write(ContentRemoved(reason, decided_by), wanted)
        self._desk.begin(lambda: self._emptied(case, removal))
        self._desk.vault.forget_traces()
        return told(self._reread(case), Topic.REGISTER, Topic.DRAFTS)

    def move(self, source: CaseId, refs: Iterable[Ref], target: CaseId) -> Outcome[CaseFile]:
        """Write entries again in the right dossier, and erase them in the wrong one.

        The new entries keep who wrote first, and when. Words and notes about a moved
        statement go with it; an attached call is the house's and stays where it is.
        """
        file = self._desk.read(source)
        wanted = self._erasable(file, _with_words(file, refs))
        moved = [_carried(entry) for entry in file.entries if _counts(file, entry, wanted)]
        removal = Write(ContentRemoved(ErasureReason.WRONG_DOSSIER), wanted)

        def work() -> CaseFile:
            self._emptied(source, removal)
            return self._desk.append(self._desk.fold(target), moved)

        self._desk.begin(work)
        self._desk.vault.forget_traces()
        return told(self._reread(target), Topic.DRAFTS)

    def destroy(
        self, case: CaseId, reason: ErasureReason, copies_until: date | None = None
    ) -> Outcome[None]:
        """Destroy a whole dossier; one entry of the house says so and names its places."""
        heads = self._desk.vault.journal.heads()
        as_of = tuple(Ref(head.chain, head.seq) for head in heads)
        return self.carry_out(FileDestroyed(case, reason, as_of, 0, copies_until))

    def carry_out(self, decided: FileDestroyed) -> Outcome[None]:
        """Destroy a dossier as it was decided; how many entries that is is counted here."""
        self._desk.leave()
        file = self._desk.fold(decided.case)
        self._desk.vault.write(lambda: self._destroy(file, decided))
        self._desk.vault.forget_traces()
        return Outcome(None, frozenset(Topic))

    def _emptied(self, case: CaseId, removal: Write) -> CaseFile:
        self._desk.append(self._desk.fold(case), (removal,))
        self._blank(removal.refs)
        self._drop_own_drafts(case)
        file = self._desk.fold(case)
        self._desk.write_rows(file)
        return file

    def _drop_own_drafts(self, case: CaseId) -> None:
        """Drop what this worker left unfinished there; a colleague's words are not hers."""
        drafts = self._desk.vault.drafts
        for key in drafts.of_worker(self._desk.worker):
            if key.case == case:
                drafts.drop(key)

    def _blank(self, refs: Iterable[Ref]) -> None:
        for ref in refs:
            self._desk.vault.lists.write_search(ref, "")
            self._desk.vault.lists.write_register(ref, None)
        self._desk.vault.journal.blank(refs)

    def _destroy(self, file: CaseFile, decided: FileDestroyed) -> None:
        places = tuple(entry.ref for entry in file.entries)
        named = {ref for entry in file.entries if _removes(entry) for ref in entry.refs}
        named.update(about_access(self._desk, file.case))
        refs = tuple(sorted(named.union(self._with_calls(file, places))))
        gone = replace(decided, entries=len(refs))
        batches = range(0, len(refs), _MOST_NAMED)
        self._desk.append_house([Write(gone, refs[at : at + _MOST_NAMED]) for at in batches])
        self._blank(refs)
        self._desk.vault.drafts.drop_case(file.case)
        self._desk.vault.lists.write_case(file.case, None, ())

    def _erasable(self, file: CaseFile, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        wanted = set(refs)
        found = [entry for entry in file.entries if entry.ref in wanted]
        if len(found) != len(wanted) or any(isinstance(entry.content, _FIXED) for entry in found):
            raise NotErasable
        return tuple(sorted(wanted))

    def _with_calls(self, file: CaseFile, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        """Add the calls that attachments stand for: every note of them, former and later."""
        gone = _attached(file, refs) | {_call(entry) for entry in file.entries if entry.ref in refs}
        gone.discard(None)
        if not gone:
            return refs
        calls = self._desk.vault.journal.of_kinds(_CALLS, HOUSE)
        every = {call.ref for call in calls if _call(call) in gone}
        return tuple(sorted(every.union(refs)))

    def _reread(self, case: CaseId) -> CaseFile:
        self._desk.leave()
        return self._desk.read(case)


def _attached(file: CaseFile, refs: tuple[Ref, ...]) -> set[CallId | None]:
    """Return the calls that those of these entries attach which were not taken back."""
    return {
        entry.content.call
        for entry in file.live.of(CallAttached)
        if entry.ref in refs and isinstance(entry.content, CallAttached)
    }


def _call(entry: Entry) -> CallId | None:
    """Return which call an entry of the house notes."""
    return entry.content.call if isinstance(entry.content, CallNoted | SomeoneAsked) else None


def _removes(entry: Entry) -> bool:
    return isinstance(entry.content, ContentRemoved)


def _counts(file: CaseFile, entry: Entry, wanted: tuple[Ref, ...]) -> bool:
    """Tell whether an entry is to be written again: what was replaced is only erased."""
    return entry.ref in wanted and file.standing.counts(entry)


def _carried(entry: Entry) -> Write:
    """Return an entry as it is written again: its writer and time are the first ones."""
    if entry.content is None or entry.by is None or entry.moment is None:
        raise NotErasable
    return Write(entry.content, carried=entry.carried or Carried(entry.by, entry.moment))


def _with_words(file: CaseFile, refs: Iterable[Ref]) -> set[Ref]:
    """Add to statements what was said and noted about them, and to the rest its former words."""
    wanted = set(refs)
    own = {
        entry.content.statement
        for entry in file.entries
        if entry.ref in wanted and isinstance(entry.content, StatementMade)
    }
    words = {
        entry.ref
        for entry in file.entries
        if isinstance(entry.content, WordsNoted | NoteWritten) and entry.content.statement in own
    }
    former = {
        entry.ref
        for entry in file.entries
        if isinstance(entry.content, StatementMade) and entry.content.statement in own
    }
    return wanted | words | former | _of_the_same(file, wanted)


def _of_the_same(file: CaseFile, wanted: set[Ref]) -> set[Ref]:
    """Return every entry about the results and the tactics that these entries are about."""
    named = {entry.ref: _named(entry) for entry in file.entries}
    own = {named[ref] for ref in wanted if ref in named} - {None}
    return {ref for ref, name in named.items() if name in own}


def _named(entry: Entry) -> OutsideId | TacticId | None:
    """Return which result of another tool, or which words about a tactic, an entry is about."""
    match entry.content:
        case OutsideResultNoted(outside=name):
            return name
        case TacticNoted(note=note) | TacticWithdrawn(note=note):
            return note
        case _:
            return None
