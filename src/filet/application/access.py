"""Dossiers closed to a worker, and the glass that is broken with a written reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from filet.application.desk import Desk, Unfinished, Write
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome, Topic
from filet.domain.errors import CaseNotFound, NotAllowed, UnknownWorker, WordsMissing
from filet.domain.ids import HOUSE, CaseId, Ref, WorkerId
from filet.domain.kinds import NAMES, AccessClosed, AccessReopened, GlassBroken
from filet.domain.moments import Instant
from filet.domain.roles import may_close, may_manage, may_reopen
from filet.domain.rows import CaseLine
from filet.domain.standing import in_order
from filet.domain.text import clean, fold
from filet.domain.workers import ACCESS_KINDS, Worker, closed_to

_EVERYTHING = frozenset(Topic)


@dataclass(frozen=True, slots=True)
class Closing:
    """A dossier that does not exist for a worker: since when, who closed it, why."""

    case: CaseId
    worker: WorkerId
    reason: str
    by: WorkerId | None
    moment: Instant | None


@dataclass(frozen=True, slots=True)
class Breaking:
    """Somebody asked for a dossier that is closed to her; nothing found is ``case`` nothing."""

    case: CaseId | None
    asked: str
    reason: str
    by: WorkerId | None
    moment: Instant | None


@dataclass(frozen=True, slots=True)
class WhoSees:
    """To whom a dossier is closed, and to whom whoever asks may close it."""

    me: WorkerId
    manages: bool
    closable: tuple[Worker, ...]
    closings: tuple[Closing, ...] = ()
    workers: Mapping[WorkerId, Worker] = field(default_factory=dict)


class Accesses:
    """Closes dossiers to a worker, opens them again, and lets her in when a life asks for it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def close(self, case: CaseId, worker: WorkerId, reason: str) -> Outcome[None]:
        """Let a dossier exist no more for a worker. She may do it to herself.

        Raises NotAllowed, WordsMissing, UnknownWorker.
        """
        if not may_close(self._desk.duty, self._desk.worker, worker):
            raise NotAllowed
        if worker not in self._desk.roster.workers:
            raise UnknownWorker
        self._desk.read(case)
        return self._decide(AccessClosed(case, worker, _reason(reason)))

    def reopen(self, case: CaseId, worker: WorkerId, reason: str) -> Outcome[None]:
        """Let it exist for her again. Nobody does that for herself. Raises NotAllowed."""
        if not may_reopen(self._desk.duty, self._desk.worker, worker):
            raise NotAllowed
        return self._decide(AccessReopened(case, worker, _reason(reason)))

    def break_glass(self, asked: str, reason: str) -> Outcome[CaseLine]:
        """Show a dossier that is closed to her, for a shift, by its number or her whole name.

        Asking is an entry before it is an answer, whatever the answer: who tries names out
        leaves a trace of each. Raises WordsMissing, CaseNotFound.
        """
        why, wanted = _reason(reason), " ".join(clean(asked).split())
        line = self._closed_line(wanted)
        broken = GlassBroken(wanted, why, line.case if line is not None else None)
        self._desk.record_house(Write(broken))
        self._desk.look_again()
        if line is None:
            raise CaseNotFound
        return Outcome(line, _EVERYTHING)

    def about(self, case: CaseId) -> WhoSees:
        """Return who sees a dossier: whoever does not manage is told of herself alone."""
        self._desk.read(case)
        me, manages = self._desk.worker, may_manage(self._desk.duty)
        workers = self._desk.roster.workers
        closings = tuple(one for one in self._closings() if one.case == case) if manages else ()
        closed = {one.worker for one in closings}
        able = [
            one
            for one in workers.values()
            if not one.withdrawn and one.id not in closed and (manages or one.id == me)
        ]
        closable = tuple(sorted(able, key=lambda one: (one.id == me, fold(one.called))))
        return WhoSees(me, manages, closable, closings, workers if manages else {})

    def closings(self) -> tuple[Closing, ...]:
        """Return what is closed to whom. For coordination and direction."""
        self._require_manager()
        return self._closings()

    def _closings(self) -> tuple[Closing, ...]:
        closed: dict[tuple[CaseId, WorkerId], Closing] = {}
        for entry in in_order(self._desk.vault.journal.of_kinds(ACCESS_KINDS, HOUSE)):
            match entry.content:
                case AccessClosed(case=case, worker=worker, reason=why):
                    closed[case, worker] = Closing(case, worker, why, entry.by, entry.moment)
                case AccessReopened(case=case, worker=worker):
                    closed.pop((case, worker), None)
                case _:
                    continue
        return tuple(closed.values())

    def breakings(self) -> tuple[Breaking, ...]:
        """Return every glass that was broken, the last first. For coordination and direction."""
        self._require_manager()
        entries = self._desk.vault.journal.of_kinds((NAMES[GlassBroken],), HOUSE)
        found = (
            Breaking(one.content.case, one.content.asked, one.content.reason, one.by, one.moment)
            for one in reversed(in_order(entries))
            if isinstance(one.content, GlassBroken)
        )
        return tuple(found)

    def unseen(self) -> tuple[Breaking, ...]:
        """Return what others asked for since she last said that she saw it, the last first.

        Nothing for whoever does not manage the house. Where her draft is lost, she is told again.
        """
        if not may_manage(self._desk.duty):
            return ()
        body, breakings = self._desk.vault.drafts.read(self._seen), self.breakings()
        seen = int(body) if body and body.isdigit() else 0
        new = breakings[: max(0, len(breakings) - seen)]
        return tuple(one for one in new if one.by != self._desk.worker)

    def see(self) -> Outcome[None]:
        """Keep that she saw every one of them up to now: how many there were."""
        count, at = len(self.breakings()), self._desk.clock.now().at
        self._desk.keep_draft(Unfinished(self._seen, str(count).encode("ascii"), at))
        return Outcome(None, frozenset({Topic.DRAFTS}))

    @property
    def _seen(self) -> DraftKey:
        return DraftKey(self._desk.worker, HOUSE, "glass-seen")

    def _closed_line(self, wanted: str) -> CaseLine | None:
        """Return the dossier closed to her that has this number, or exactly these names."""
        whole = self._desk.whole
        house = whole.journal.of_kinds(ACCESS_KINDS, HOUSE)
        closed = closed_to(house, self._desk.worker, self._desk.clock.now().at)
        words = set(fold(wanted).split())
        for row in whole.lists.all():
            if row.case in closed and _is_named(whole.lists.unpack(row.packed), words):
                return whole.lists.unpack(row.packed)
        return None

    def _decide(self, content: AccessClosed | AccessReopened) -> Outcome[None]:
        self._desk.record_house(Write(content))
        self._desk.look_again()
        return Outcome(None, _EVERYTHING)

    def _require_manager(self) -> None:
        if not may_manage(self._desk.duty):
            raise NotAllowed


def about_access(desk: Desk, case: CaseId) -> tuple[Ref, ...]:
    """Return the house's entries that close or open a dossier: they go when it is destroyed."""
    entries = desk.vault.journal.of_kinds(ACCESS_KINDS, HOUSE)
    return tuple(entry.ref for entry in entries if getattr(entry.content, "case", None) == case)


def _reason(text: str) -> str:
    why = clean(text)
    if not why.strip():
        raise WordsMissing(field="reason")
    return why


def _is_named(line: CaseLine, words: set[str]) -> bool:
    """Tell whether this is its number, or two or more of its names and no other word."""
    names = set(line.names.split())
    return words == {fold(line.number)} or (len(words) > 1 and words <= names)
