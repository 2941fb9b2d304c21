"""What is told of coercive control: exact words under a tactic, with their time; never counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import uuid4

from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome
from filet.application.screening import may_tell_her
from filet.domain.casefile import CaseFile
from filet.domain.control import Noted, Taxonomy, noted
from filet.domain.errors import DayToCome, WordsMissing
from filet.domain.grammar import spoken
from filet.domain.ids import CaseId, TacticId
from filet.domain.kinds import (
    MayTellHer,
    Source,
    SourceKind,
    TacticNoted,
    TacticWithdrawn,
    Whose,
)
from filet.domain.speaking import forms_of
from filet.domain.text import cleaned


class Lists(Protocol):
    """Where the tactics and their words come from."""

    def tactics(self) -> Sequence[Taxonomy]:
        """Return every version of the list of tactics of control, the newest last."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of control in a dossier, in the order of time, and the lists that name it."""

    file: CaseFile
    noted: tuple[Noted, ...]
    lists: Sequence[Taxonomy]


class Control:
    """Notes, corrects and withdraws words about control. No level ever follows from them."""

    def __init__(self, desk: Desk, lists: Lists) -> None:
        self._desk = desk
        self._lists = lists

    def lists(self) -> Sequence[Taxonomy]:
        """Return every version of the list of tactics, the newest last."""
        return self._lists.tactics()

    def told(self, file: CaseFile) -> Told:
        """Return what was told of control in a dossier that was read."""
        lists = spoken(tuple(self.lists()), forms_of(file))
        return Told(file, noted(file), lists)

    def note(
        self, case: CaseId, said: TacticNoted, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Keep words; those of the same identity correct the former, which stay readable.

        What a worker saw is told by the team, and what somebody close told is hers to know
        only once somebody decided so. Raises WordsMissing without a tactic or without words,
        and DayToCome when it would begin after today.
        """
        kept = _decided(cleaned(said))
        for name in ("tactic", "words"):
            if not getattr(kept, name).strip():
                raise WordsMissing(field=name)
        first = kept.happened.first
        if first is not None and first > self._desk.clock.today():
            raise DayToCome
        file = self._desk.read(case)
        refs = file.refs(TacticNoted, _same(kept.note))
        return told(self._desk.record(case, Write(kept, refs), draft=draft))

    def withdraw(
        self, case: CaseId, note: TacticId, reason: str, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Say that words were noted by mistake; nothing is deleted.

        Raises WordsMissing where no reason is given, or nothing stands that could be withdrawn.
        """
        gone = cleaned(TacticWithdrawn(note, reason.strip()))
        refs = self._desk.read(case).refs(TacticNoted, _same(note))
        if not gone.reason or not refs:
            raise WordsMissing(field="reason")
        return told(self._desk.record(case, Write(gone, refs), draft=draft))


def new_tactic() -> TacticId:
    """Return the identity of words that are noted for the first time."""
    return TacticId(uuid4())


def _same(note: TacticId) -> Callable[[TacticNoted], bool]:
    return lambda one: one.note == note


def _decided(said: TacticNoted) -> TacticNoted:
    """Return what is kept: who tells it, and whether she may be told."""
    source = Source(SourceKind.TEAM) if said.whose is Whose.TEAM else said.source
    asked = said.may_tell_her
    may = asked if asked is not MayTellHer.UNDECIDED else may_tell_her(source, asked)
    return replace(said, source=source, may_tell_her=may)
