"""Repérage and interview: sessions, statements, her words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome
from filet.domain.casefile import CaseFile
from filet.domain.errors import WordsMissing
from filet.domain.ids import CaseId, SessionId, StatementId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    MayTellHer,
    SessionBegun,
    SessionEnded,
    Source,
    SourceKind,
    StatementMade,
    WordsNoted,
)
from filet.domain.text import clean

_OWN_VOICES = (SourceKind.HER, SourceKind.TEAM)


@dataclass(frozen=True, slots=True)
class PaperForm:
    """The answers of a form filled on paper, by the numbers of the form itself."""

    pack: str
    """Id and version, such as ``da-2004-1``."""
    answers: Mapping[str, Value]
    source: Source
    flags: frozenset[str] = frozenset()
    session: SessionId | None = None

    def statement(self, name: str, value: Value) -> StatementMade:
        """Return one answer as a statement."""
        may = may_tell_her(self.source, MayTellHer.UNDECIDED)
        return StatementMade(
            new_statement(),
            f"{name}@{self.pack}",
            value,
            self.source,
            session=self.session,
            may_tell_her=may,
        )


class Screening:
    """What is asked and what is said. Each statement is kept the moment it is chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def begin(
        self, case: CaseId, session: SessionBegun, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Begin an interview; settling it again replaces what was settled."""
        file = self._desk.read(case)
        refs = file.refs(SessionBegun, lambda former: former.session == session.session)
        return told(self._desk.record(case, Write(session, refs), draft=draft))

    def end(self, case: CaseId, ended: SessionEnded) -> Outcome[CaseFile]:
        """End an interview, or pause it."""
        return told(self._desk.record(case, Write(ended)))

    def state(
        self, case: CaseId, statement: StatementMade, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Keep a statement. One of the same identity corrects the former.

        What a partner or a relative said starts undecided: she is not told, and no paper
        says it, until a worker decides. A correction keeps what was decided.
        """
        former = [said for said in self._all(case) if said.statement == statement.statement]
        return self._keep(case, guarded(statement, former), draft)

    def decide(self, case: CaseId, statement: StatementId, may: MayTellHer) -> Outcome[CaseFile]:
        """Decide whether she may be told what somebody else said."""
        found = [said for said in self._all(case) if said.statement == statement]
        if not found:
            raise WordsMissing(field="statement")
        return self._keep(case, replace(found[-1], may_tell_her=may))

    def quote(
        self, case: CaseId, words: WordsNoted, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Keep words as they were said; new words about a statement replace the former."""
        may = may_tell_her(words.source, words.may_tell_her)
        kept = replace(words, text=clean(words.text), may_tell_her=may)
        if not kept.text.strip():
            raise WordsMissing(field="words")
        refs = self._desk.read(case).refs(WordsNoted, lambda former: _same_place(former, kept))
        return told(self._desk.record(case, Write(kept, refs), draft=draft))

    def enter_form(self, case: CaseId, form: PaperForm) -> Outcome[CaseFile]:
        """Enter a form that was filled on paper, in one act: each answer is a statement.

        A box that is ticked is kept as a yes under its own name. Entering the form again
        adds statements: nothing that was answered before is lost.
        """
        answers = dict(form.answers) | dict.fromkeys(form.flags, Value.YES)
        writes = [Write(form.statement(name, value)) for name, value in answers.items()]
        return told(self._desk.record(case, *writes))

    def _keep(
        self, case: CaseId, statement: StatementMade, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        file = self._desk.read(case)
        refs = file.refs(StatementMade, lambda former: former.statement == statement.statement)
        return told(self._desk.record(case, Write(statement, refs), draft=draft))

    def _all(self, case: CaseId) -> tuple[StatementMade, ...]:
        return self._desk.read(case).all(StatementMade)


def new_session() -> SessionId:
    """Return the identity of an interview that begins."""
    return SessionId(uuid4())


def new_statement() -> StatementId:
    """Return the identity of a statement."""
    return StatementId(uuid4())


def guarded(statement: StatementMade, former: Sequence[StatementMade]) -> StatementMade:
    """Return a statement that tells her no more than was decided about the same source."""
    decided = [said.may_tell_her for said in former if said.source == statement.source]
    may = may_tell_her(statement.source, statement.may_tell_her, decided)
    return replace(statement, may_tell_her=may)


def may_tell_her(
    source: Source, asked: MayTellHer, decided: Sequence[MayTellHer] = ()
) -> MayTellHer:
    """Return what she may be told: all of her own words, nothing of others' by default."""
    if asked is MayTellHer.NO:
        return asked
    if source.kind in _OWN_VOICES:
        return MayTellHer.YES
    return decided[-1] if decided else MayTellHer.UNDECIDED


def _same_place(former: WordsNoted, words: WordsNoted) -> bool:
    same = (former.statement, former.detail) == (words.statement, words.detail)
    return words.statement is not None and same
