"""Who may do what. These rules bind people who use Filet: every slot opens the same vault."""

from __future__ import annotations

from datetime import date

from filet.domain.ids import WorkerId
from filet.domain.kinds import (
    AccessClosed,
    BackupMade,
    BackupMissed,
    BackupsGone,
    BackupTried,
    CaseOpened,
    ClockMovedBack,
    ClosedSearched,
    Content,
    Duty,
    GlassBroken,
    PassphraseChanged,
    QuickUnlockSet,
    RollbackNoticed,
    UnlocksFailed,
    VaultUnlocked,
)
from filet.domain.workers import Roster, Worker

_MANAGING = frozenset({Duty.COORDINATION, Duty.DIRECTION})
_OWN = (
    VaultUnlocked,
    UnlocksFailed,
    RollbackNoticed,
    ClockMovedBack,
    CaseOpened,
    ClosedSearched,
    PassphraseChanged,
    QuickUnlockSet,
    GlassBroken,
    AccessClosed,
    BackupMade,
    BackupMissed,
    BackupsGone,
    BackupTried,
)
"""What is recorded of a worker who only reads: that she did, her own door, and the copies
that are made whoever locks."""


def may_write(duty: Duty, content: Content) -> bool:
    """Tell whether this may be written by whoever has this duty."""
    if duty is not Duty.TRAINEE:
        return True
    return isinstance(content, _OWN)


def may_manage(duty: Duty) -> bool:
    """Tell whether she enrols, describes and withdraws workers, and changes the locks."""
    return duty in _MANAGING


def may_close(duty: Duty, by: WorkerId, to: WorkerId) -> bool:
    """Tell whether she may close a dossier to a worker: anybody may to herself."""
    return may_manage(duty) or by == to


def may_reopen(duty: Duty, by: WorkerId, to: WorkerId) -> bool:
    """Tell whether she may open one again: nobody may to herself."""
    return may_manage(duty) and by != to


def is_last_manager(roster: Roster, worker: WorkerId, today: date) -> bool:
    """Tell whether nobody else could manage the house without her."""
    managers = {
        one.id for one in roster.workers.values() if may_manage(one.duty) and one.is_active(today)
    }
    return managers <= {worker} and may_manage(roster.duty(worker))


def may_enter(roster: Roster, worker: Worker, today: date) -> bool:
    """Tell whether she may open the dossiers on a day.

    Whoever is the last to manage the house may, whatever her dates and the clock say:
    otherwise nobody could set them right.
    """
    if worker.withdrawn:
        return False
    return worker.is_active(today) or is_last_manager(roster, worker.id, today)
