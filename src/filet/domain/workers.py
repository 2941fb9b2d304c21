"""Who works in the house, as the house's own entries tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from filet.domain.ids import CaseId, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import (
    NAMES,
    AccessClosed,
    AccessReopened,
    Duty,
    GlassBroken,
    PassphraseReset,
    QuickUnlockDeclared,
    RecoverySet,
    WorkerDescribed,
    WorkerEnrolled,
    WorkerWithdrawn,
)
from filet.domain.standing import in_order

ROSTER_KINDS = tuple(
    NAMES[kind]
    for kind in (WorkerEnrolled, WorkerDescribed, PassphraseReset, WorkerWithdrawn, RecoverySet)
)
ACCESS_KINDS = tuple(NAMES[kind] for kind in (AccessClosed, AccessReopened, GlassBroken))

GLASS_HOLDS = 12 * 60 * 60 * 1000
"""For how long a dossier stays visible to her who broke the glass: a shift (milliseconds)."""


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker as she stands today; who was withdrawn stays known by her name."""

    id: WorkerId
    initials: str
    name: str
    duty: Duty
    order_member: bool | None
    since: date | None
    until: date | None
    sealing_key: str
    signing_key: str
    withdrawn: bool = False

    @property
    def called(self) -> str:
        """Return how she is called: by her name, or by her initials."""
        return self.name or self.initials

    def is_active(self, today: date) -> bool:
        """Tell whether she works here on a day."""
        begun = self.since is None or self.since <= today
        return begun and not self.has_ended(today)

    def has_ended(self, today: date) -> bool:
        """Tell whether she works here no more; her last day is still a day."""
        return self.withdrawn or (self.until is not None and self.until < today)


@dataclass(frozen=True, slots=True)
class Roster:
    """The workers of a house by identity, and its recovery key."""

    workers: Mapping[WorkerId, Worker]
    recovery: RecoverySet | None = None

    def duty(self, worker: WorkerId) -> Duty:
        """Return what a worker does here.

        Whoever opened the sealed envelope of the recovery key acts for direction.
        """
        if self.recovery is not None and self.recovery.slot == worker.hex:
            return Duty.DIRECTION
        found = self.workers.get(worker)
        return found.duty if found is not None else Duty.WORKER


def roster(entries: Iterable[Entry]) -> Roster:
    """Return who works in the house, from entries of ``ROSTER_KINDS`` in whatever order."""
    workers: dict[WorkerId, Worker] = {}
    recovery = None
    for entry in in_order(entries):
        if isinstance(entry.content, RecoverySet):
            recovery = entry.content
        elif isinstance(entry.content, WorkerEnrolled):
            workers[entry.content.worker] = _enrolled(entry.content)
        else:
            _told(workers, entry)
    return Roster(workers, recovery)


def _enrolled(said: WorkerEnrolled) -> Worker:
    return Worker(
        said.worker,
        said.initials,
        said.name,
        said.duty,
        said.order_member,
        said.since,
        said.until,
        said.sealing_key,
        said.signing_key,
    )


def _told(workers: dict[WorkerId, Worker], entry: Entry) -> None:
    """Change a worker as a later entry says; of somebody never enrolled nothing is known."""
    said = entry.content
    if not isinstance(said, WorkerDescribed | PassphraseReset | WorkerWithdrawn):
        return
    former = workers.get(said.worker)
    if former is not None:
        workers[said.worker] = _changed(former, said)


def _changed(former: Worker, said: WorkerDescribed | PassphraseReset | WorkerWithdrawn) -> Worker:
    match said:
        case WorkerDescribed():
            return replace(
                former,
                name=said.name,
                duty=said.duty,
                order_member=said.order_member,
                since=said.since,
                until=said.until,
            )
        case PassphraseReset():
            return replace(former, sealing_key=said.sealing_key, signing_key=said.signing_key)
        case WorkerWithdrawn():
            return replace(former, withdrawn=True)


def closed_to(entries: Iterable[Entry], worker: WorkerId, now: int) -> frozenset[CaseId]:
    """Return the dossiers that do not exist for a worker, from ``ACCESS_KINDS``.

    Breaking the glass shows one for a shift; closing it again ends that at once.
    """
    hidden: set[CaseId] = set()
    seen: dict[CaseId, int] = {}
    for entry in in_order(entries):
        match entry.content:
            case AccessClosed(case=case, worker=whom) if whom == worker:
                hidden.add(case)
                seen.pop(case, None)
            case AccessReopened(case=case, worker=whom) if whom == worker:
                hidden.discard(case)
            case GlassBroken(case=found) if found is not None and entry.by == worker:
                seen[found] = entry.moment.at if entry.moment is not None else 0
            case _:
                continue
    return frozenset(
        case for case in hidden if not 0 <= now - seen.get(case, now + 1) < GLASS_HOLDS
    )


def allows_quick_unlock(entries: Iterable[Entry], computer: str) -> bool:
    """Tell whether direction last said that a PIN may open on this computer.

    Both must be true of it: everybody has her own account, and it never leaves the house.
    """
    said = [
        entry.content
        for entry in in_order(entries)
        if isinstance(entry.content, QuickUnlockDeclared) and entry.content.computer == computer
    ]
    last = said[-1] if computer and said else None
    return last is not None and last.allowed and last.own_accounts and last.stays_here
