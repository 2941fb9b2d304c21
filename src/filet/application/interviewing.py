"""Asking one question after the other: each answer is kept the moment it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome
from filet.application.screening import guarded, may_tell_her, new_statement
from filet.application.undoing import redoable, undoable
from filet.domain.casefile import CaseFile
from filet.domain.errors import NothingToTakeBack
from filet.domain.grammar import spoken
from filet.domain.ids import CaseId, Ref, SessionId
from filet.domain.instruments import (
    Instrument,
    Value,
    pack_key,
    split_item_key,
    split_pack_key,
)
from filet.domain.interview import HER, Interview, interview, version_of
from filet.domain.journal import Entry
from filet.domain.kinds import (
    Interpreting,
    MayTellHer,
    Nature,
    NoteWritten,
    SessionBegun,
    SessionEnded,
    Source,
    SourceKind,
    StatementMade,
    TakenBack,
    WordsNoted,
)
from filet.domain.moments import Told
from filet.domain.sessions import open_sessions
from filet.domain.speaking import forms_of
from filet.domain.text import clean

INVENTORY = "inventaire-filet"
_OURS = (StatementMade, WordsNoted, NoteWritten)


class Packs(Protocol):
    """Where instruments come from."""

    def instruments(self) -> Sequence[Instrument]:
        """Return the last version of every instrument that is offered."""

    def instrument(self, name: str, version: str | None = None) -> Instrument:
        """Return an instrument, in its last version unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Which question of which interview, and whose voice."""

    case: CaseId
    session: SessionId
    item: str
    source: Source = HER


@dataclass(frozen=True, slots=True)
class Changed:
    """An interview after something was taken back, and the question that it was about."""

    interview: Interview
    item: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """What may be asked or copied, and what is under way."""

    tools: tuple[Instrument, ...]
    """The inventory first, then what may be answered instead of it."""
    going: tuple[SessionBegun, ...] = ()


class Interviewing:
    """What a worker does while she asks. Nothing is mandatory, and nothing is lost."""

    def __init__(self, desk: Desk, packs: Packs) -> None:
        self._desk = desk
        self._packs = packs

    def beginning(self, case: CaseId) -> Beginning:
        """Return what may be begun, or taken up again: a withdrawn one goes on where it was begun."""
        going = open_sessions(self._desk.read(case), self._desk.clock.now())
        offered = [tool for tool in self._packs.instruments() if tool.id != INVENTORY]
        known = {pack_key(tool) for tool in offered}
        begun = [self._tool(one.pack) for one in going if one.pack and one.pack not in known]
        return Beginning((self._packs.instrument(INVENTORY), *offered, *begun), going)

    def read(self, case: CaseId, session: SessionId) -> Interview:
        """Return an interview, in the version of the instrument in which it began."""
        file, begun = self._desk.read(case), self.settled(case, session)
        if begun is not None and begun.pack:
            return _asked(file, self._tool(begun.pack), session)
        tool = self._packs.instrument(INVENTORY, version_of(file, INVENTORY, session))
        return _asked(file, tool, session)

    def settled(self, case: CaseId, session: SessionId) -> SessionBegun | None:
        """Return what was settled before an interview, or nothing."""
        found = self._desk.read(case).all(SessionBegun)
        return next((one for one in reversed(found) if one.session == session), None)

    # Answers ------------------------------------------------------------------------------

    def choose(
        self, spot: Spot, value: Value | None, scale: int | None = None
    ) -> Outcome[Interview]:
        """Keep an answer. Within one interview it corrects the former of the same voice."""

        def chosen(said: StatementMade) -> StatementMade:
            when = said.happened if value is Value.YES else Told()
            return replace(said, value=value, scale=scale, happened=when, to_resume=False)

        return self._change(spot, chosen)

    def happened(self, spot: Spot, when: Told, draft: DraftKey | None = None) -> Outcome[Interview]:
        """Keep when it happened, as she told it."""
        return self._change(spot, lambda said: replace(said, happened=when), draft)

    def mark(self, spot: Spot, *, on: bool) -> Outcome[Interview]:
        """Mark a question to come back to, or no longer."""
        return self._change(spot, lambda said: replace(said, to_resume=on))

    def set_nature(self, spot: Spot, nature: Nature) -> Outcome[Interview]:
        """Say whether it was seen, told or supposed."""
        return self._change(spot, lambda said: replace(said, nature=nature))

    def tell_in(
        self, spot: Spot, language: str, interpreting: Interpreting | None
    ) -> Outcome[Interview]:
        """Say in which language this answer was given, and through whom; its words follow."""
        said = self._said(spot)
        if said is None:
            raise NothingToTakeBack
        told_so = replace(said, language=clean(language).strip(), interpreting=interpreting)
        file = self._desk.read(spot.case)
        words = [
            Write(_told_as(entry.content, told_so), (entry.ref,))
            for entry in file.live.of(WordsNoted)
            if isinstance(entry.content, WordsNoted) and _is_about(entry.content, said)
        ]
        return self._record(spot, Write(told_so, self._former(spot, said)), *words)

    def decide(self, spot: Spot, may: MayTellHer) -> Outcome[Interview]:
        """Decide whether she may be told what somebody else said; the words follow."""
        said = self._said(spot)
        if said is None:
            raise NothingToTakeBack
        decided = Write(replace(said, may_tell_her=may), self._former(spot, said))
        return self._record(spot, decided, *self._words(spot, said, may=may))

    def attribute(self, spot: Spot, source: Source) -> Outcome[Interview]:
        """Correct who said it: the words follow their statement.

        What was decided for another source does not hold for this one.
        """
        said = self._said(spot)
        if said is None:
            raise NothingToTakeBack
        may = may_tell_her(source, MayTellHer.UNDECIDED)
        same = said.source.kind is source.kind
        moved = replace(
            said,
            source=source,
            nature=said.nature if same else nature_of(source.kind),
            may_tell_her=said.may_tell_her if same else may,
        )
        words = self._words(spot, said, source=source, may=moved.may_tell_her)
        return self._record(spot, Write(moved, self._former(spot, said)), *words)

    # Words and notes ----------------------------------------------------------------------

    def quote(
        self, spot: Spot, text: str, detail: str = "", draft: DraftKey | None = None
    ) -> Outcome[Interview]:
        """Keep words as they were said; empty ones take the former away."""
        said, made = self._said_or_new(spot)
        file = self._desk.read(spot.case)
        refs = file.refs(WordsNoted, lambda one: _is_about(one, said) and one.detail == detail)
        words = WordsNoted(
            clean(text),
            said.statement,
            said.source,
            session=spot.session,
            may_tell_her=may_tell_her(said.source, said.may_tell_her, (said.may_tell_her,)),
            detail=detail,
        )
        kept = _told_as(words, said, self.settled(spot.case, spot.session))
        return self._record(spot, *made, Write(kept, refs), draft=draft)

    def note(self, spot: Spot, text: str, draft: DraftKey | None = None) -> Outcome[Interview]:
        """Keep the worker's own note about a statement, in the place of the former."""
        said, made = self._said_or_new(spot)
        refs = self._desk.read(spot.case).refs(NoteWritten, lambda one: _is_about(one, said))
        note = NoteWritten(clean(text), said.statement, spot.session)
        return self._record(spot, *made, Write(note, refs), draft=draft)

    # Pauses, the end, and second thoughts -------------------------------------------------

    def stop(self, case: CaseId, session: SessionId, *, paused: bool) -> Outcome[CaseFile]:
        """End an interview, or pause it."""
        return told(self._desk.record(case, Write(SessionEnded(session, paused))))

    def undo(self, spot: Spot) -> Outcome[Changed]:
        """Take back the last answer, words or note of this interview. NothingToTakeBack."""
        return self._take_back(spot, undoable)

    def redo(self, spot: Spot) -> Outcome[Changed]:
        """Take back the last taking back. Raises NothingToTakeBack."""
        return self._take_back(spot, redoable)

    def _take_back(self, spot: Spot, find: Callable[..., tuple[Ref, ...]]) -> Outcome[Changed]:
        file = self._desk.read(spot.case)
        refs = find(file, self._desk.worker)
        about = [one for one in _acts(file, refs) if _is_of(one, spot.session)]
        if not about or len(about) != len(_acts(file, refs)):
            raise NothingToTakeBack
        item = _item(file, about) or spot.item
        done = self._record(spot, Write(TakenBack(), refs))
        return Outcome(Changed(done.value, item), done.changed)

    # What all of it is made of ------------------------------------------------------------

    def _change(
        self,
        spot: Spot,
        change: Callable[[StatementMade], StatementMade],
        draft: DraftKey | None = None,
    ) -> Outcome[Interview]:
        """Write a statement in the place of the former of the same voice, or a first one."""
        former = self._said(spot)
        said = change(former or self._new(spot))
        refs = self._former(spot, said)
        kept = guarded(said, [former] if former else [])
        return self._record(spot, Write(kept, refs), draft=draft)

    def _said(self, spot: Spot) -> StatementMade | None:
        for said in reversed(self._desk.read(spot.case).all(StatementMade)):
            same = (said.item, said.session, said.source.kind)
            if same == (spot.item, spot.session, spot.source.kind):
                return said
        return None

    def _said_or_new(self, spot: Spot) -> tuple[StatementMade, tuple[Write, ...]]:
        """Return the statement that words are about, and what writes it where there is none."""
        said = self._said(spot)
        if said is not None:
            return said, ()
        new = guarded(self._new(spot), ())
        return new, (Write(new),)

    def _tool(self, pack: str) -> Instrument:
        return self._packs.instrument(*split_pack_key(pack))

    def _new(self, spot: Spot) -> StatementMade:
        written, kind = spot.source.document, spot.source.kind
        begun = self.settled(spot.case, spot.session) if kind is SourceKind.HER else None
        return StatementMade(
            new_statement(),
            spot.item,
            None,
            spot.source,
            nature=Nature.REPORTED if written else nature_of(kind),
            session=spot.session,
            language=begun.language if begun is not None else "",
            interpreting=begun.interpreting if begun is not None else None,
        )

    def _former(self, spot: Spot, said: StatementMade) -> tuple[Ref, ...]:
        file = self._desk.read(spot.case)
        return file.refs(StatementMade, lambda one: one.statement == said.statement)

    def _words(
        self, spot: Spot, said: StatementMade, may: MayTellHer, source: Source | None = None
    ) -> list[Write]:
        """Return the words about a statement as another source's, or otherwise tellable."""
        file = self._desk.read(spot.case)
        return [
            Write(
                replace(entry.content, source=source or said.source, may_tell_her=may), (entry.ref,)
            )
            for entry in file.live.of(WordsNoted)
            if isinstance(entry.content, WordsNoted) and _is_about(entry.content, said)
        ]

    def _record(
        self, spot: Spot, *writes: Write, draft: DraftKey | None = None
    ) -> Outcome[Interview]:
        done = told(self._desk.record(spot.case, *writes, draft=draft))
        _, pack, version = split_item_key(spot.item)
        tool = self._packs.instrument(pack, version)
        return Outcome(_asked(done.value, tool, spot.session), done.changed)


def _asked(file: CaseFile, tool: Instrument, session: SessionId) -> Interview:
    """Return an interview, its questions in the grammar of the dossier."""
    return interview(file, spoken(tool, forms_of(file)), session)


def nature_of(kind: SourceKind) -> Nature:
    """Return what a statement of this source mostly is: the team sees, the others tell."""
    return Nature.OBSERVED if kind is SourceKind.TEAM else Nature.REPORTED


def _is_about(one: WordsNoted | NoteWritten, said: StatementMade) -> bool:
    return one.statement == said.statement


def _told_as(
    words: WordsNoted, said: StatementMade, begun: SessionBegun | None = None
) -> WordsNoted:
    """Return words as told in the language of their statement, else of the interview."""
    language = said.language or (begun.language if begun is not None else "") or "fr"
    settled = begun.interpreting if begun is not None else None
    through = (said.interpreting or settled) not in (None, Interpreting.NONE)
    return replace(words, language=language, through_interpreter=through)


def _acts(file: CaseFile, refs: tuple[Ref, ...]) -> list[Entry]:
    """Return what these entries are about; a taking back is about what it took back."""
    found = [entry for entry in map(file.entry, refs) if entry is not None]
    back = [entry for entry in found if isinstance(entry.content, TakenBack)]
    inner = [entry for one in back for entry in _acts(file, one.refs)]
    return [entry for entry in found if entry not in back] + inner


def _is_of(entry: Entry, session: SessionId) -> bool:
    return isinstance(entry.content, _OURS) and entry.content.session == session


def _item(file: CaseFile, about: list[Entry]) -> str:
    """Return the question that was answered by these entries, or nothing."""
    items = {one.statement: one.item for one in _statements(file)}
    for entry in about:
        if isinstance(entry.content, _OURS) and entry.content.statement in items:
            return items[entry.content.statement]
    return ""


def _statements(file: CaseFile) -> list[StatementMade]:
    contents = (entry.content for entry in file.entries)
    return [one for one in contents if isinstance(one, StatementMade)]
