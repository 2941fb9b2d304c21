"""Calls, questions about a woman, and what the house told somebody aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome, Topic
from filet.domain.casefile import CaseFile
from filet.domain.errors import WordsMissing
from filet.domain.ids import HOUSE, CallId, CaseId, Ref
from filet.domain.journal import Entry
from filet.domain.kinds import (
    NAMES,
    CallAttached,
    CallNoted,
    CommunicationMade,
    SomeoneAsked,
)
from filet.domain.rows import CaseLine, RegisterLine
from filet.domain.text import cleaned, fold

_CALLS = (NAMES[CallNoted], NAMES[SomeoneAsked])
_NEAR = 5


class Calls:
    """What comes in and goes out by voice. No dossier is needed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(
        self,
        call: CallNoted | SomeoneAsked,
        former: Entry | None = None,
        draft: DraftKey | None = None,
    ) -> Outcome[Entry]:
        """Keep a call, whatever of it is known; in the place of its former note and draft."""
        refs = (former.ref,) if former is not None else ()
        (entry,) = self._desk.record_house(Write(call, refs), draft=draft)
        return Outcome(entry, frozenset({Topic.REGISTER}))

    def cut(self, entry: Entry, hour: str) -> Outcome[Entry]:
        """Note the minute at which a call was cut."""
        if not isinstance(entry.content, CallNoted):
            raise WordsMissing(field="call")
        return self.note(replace(entry.content, cut_at=hour), entry)

    def attach(self, case: CaseId, call: CallId, entry: Ref) -> Outcome[CaseFile]:
        """Say that a call belongs to a dossier; it follows that dossier's erasure."""
        file = self._desk.read(case)
        refs = file.refs(CallAttached, lambda former: former.call == call)
        self._desk.record(case, Write(CallAttached(call, entry), refs))
        self._desk.leave()
        return told(self._desk.read(case), Topic.REGISTER)

    def join(self, case: CaseId, noted: Ref) -> Outcome[CaseFile]:
        """Attach a call or a question that was noted before. Raises WordsMissing."""
        for entry in self._desk.vault.journal.at((noted,)):
            if isinstance(entry.content, CallNoted | SomeoneAsked):
                return self.attach(case, entry.content.call, entry.ref)
        raise WordsMissing(field="call")

    def tell(
        self, communication: CommunicationMade, draft: DraftKey | None = None
    ) -> Outcome[Entry]:
        """Record what was told aloud to somebody outside."""
        kept = cleaned(communication)
        for name in ("recipient", "told", "why"):
            if not getattr(kept, name).strip():
                raise WordsMissing(field=name)
        (entry,) = self._desk.record_house(Write(kept), draft=draft)
        return Outcome(entry, frozenset({Topic.REGISTER}))

    def told_about(self, case: CaseId) -> tuple[Entry, ...]:
        """Return what was told aloud about a woman, in order."""
        found = self._desk.vault.journal.of_kinds((NAMES[CommunicationMade],), HOUSE)
        return tuple(entry for entry in found if _is_about(entry, case))

    def latest(self, limit: int = 50) -> tuple[RegisterLine, ...]:
        """Return the latest calls and questions, attached or not."""
        return self._desk.vault.lists.register(_CALLS, limit)

    def near(self, name: str) -> tuple[CaseLine, ...]:
        """Return the dossiers whose names look like this one, before another is opened."""
        wanted = fold(name).split()
        lists = self._desk.vault.lists
        rows = [row for row in lists.all() if _looks_like(row.names, wanted)]
        return tuple(lists.unpack(row.packed) for row in rows[:_NEAR])


def new_call() -> CallId:
    """Return the identity of a call that begins."""
    return CallId(uuid4())


def attached(file: CaseFile) -> Sequence[Entry]:
    """Return the calls and questions attached to a dossier."""
    wanted = {attachment.entry for attachment in file.all(CallAttached)}
    return tuple(entry for entry in file.entries if entry.ref in wanted and entry.content)


def _is_about(entry: Entry, case: CaseId) -> bool:
    return isinstance(entry.content, CommunicationMade) and entry.content.about == case


def _looks_like(names: str, wanted: list[str]) -> bool:
    """Tell whether a name begins, or all but ends, like one that was given."""
    own = names.split()
    return any(len(word) > 1 and one.startswith(word[:4]) for word in wanted for one in own)
