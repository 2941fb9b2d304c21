"""Undo and redo, computed from the journal: they survive a lock and a crash."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from filet.application.desk import Desk, Write, told
from filet.application.outcome import Outcome
from filet.domain.casefile import CaseFile
from filet.domain.errors import NothingToTakeBack
from filet.domain.ids import HOUSE, CaseId, Ref, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import BARRIERS, CaseCreated, CaseOpened, TakenBack


class Undoing:
    """Takes back what this worker wrote in the open dossier, act by act."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def undo(self, case: CaseId) -> Outcome[CaseFile]:
        """Take back the last act. Raises NothingToTakeBack."""
        return self._take_back(case, undoable(self._desk.read(case), self._desk.worker))

    def redo(self, case: CaseId) -> Outcome[CaseFile]:
        """Take back the last taking back. Raises NothingToTakeBack."""
        return self._take_back(case, redoable(self._desk.read(case), self._desk.worker))

    def _take_back(self, case: CaseId, refs: tuple[Ref, ...]) -> Outcome[CaseFile]:
        if not refs:
            raise NothingToTakeBack
        return told(self._desk.record(case, Write(TakenBack(), refs)))


def undoable(file: CaseFile, worker: WorkerId) -> tuple[Ref, ...]:
    """Return the entries of this worker's last act that still counts, or nothing."""
    acts = (
        entry
        for entry in _sitting(file, worker)
        if not isinstance(entry.content, TakenBack | CaseOpened)
        and entry.ref not in file.standing.void
        and entry.content is not None
    )
    return _one_act(acts)


def redoable(file: CaseFile, worker: WorkerId) -> tuple[Ref, ...]:
    """Return the last taking back, when nothing was written since."""
    latest = takewhile(_undoes_or_reads, _sitting(file, worker))
    return _one_act(
        entry
        for entry in latest
        if isinstance(entry.content, TakenBack)
        and entry.ref not in file.standing.void
        and not _is_redo(file, entry)
    )


def _sitting(file: CaseFile, worker: WorkerId) -> Iterator[Entry]:
    """Return this worker's entries since she opened the dossier, the last first.

    What was moved here was emptied where it stood: taking it back would leave it nowhere.
    An attached call is the house's and no act in this dossier; nor is opening the dossier
    under its first name, which nothing would be left of.
    """
    created = {entry.moment for entry in file.live.of(CaseCreated)}
    own = (entry for entry in reversed(file.entries) if entry.case != HOUSE)
    for entry in own:
        if entry.by != worker or isinstance(entry.content, BARRIERS):
            return
        if entry.carried is not None or entry.moment in created:
            return
        if isinstance(entry.content, CaseOpened) and not entry.content.resumed:
            return
        yield entry


def _one_act(entries: Iterator[Entry]) -> tuple[Ref, ...]:
    """Return the entries written at the same moment as the first."""
    first = next(entries, None)
    if first is None:
        return ()
    same = takewhile(lambda entry: entry.moment == first.moment, entries)
    return (first.ref, *(entry.ref for entry in same))


def _undoes_or_reads(entry: Entry) -> bool:
    return isinstance(entry.content, TakenBack | CaseOpened)


def _is_redo(file: CaseFile, entry: Entry) -> bool:
    """Tell whether a taking back took back another one."""
    targets = (file.entry(ref) for ref in entry.refs)
    return any(found is not None and isinstance(found.content, TakenBack) for found in targets)
