"""What the house records of who works in it, who may enter, and what is closed to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from filet.domain.contents.shared import Content
from filet.domain.ids import CaseId, SlotId, WorkerId


class Duty(StrEnum):
    """What somebody does in the house, and so what she may do in Filet."""

    WORKER = "worker"
    COORDINATION = "coordination"
    DIRECTION = "direction"
    TRAINEE = "trainee"
    """Reads, and writes nothing."""


@dataclass(frozen=True, slots=True)
class WorkerEnrolled(Content):
    """A worker of the house, with the public keys that her slot answers to (hexadecimal).

    Whether she belongs to a professional order decides what the youth protection act asks
    of her; nothing says that nobody asked.
    """

    worker: WorkerId
    initials: str
    name: str
    sealing_key: str
    signing_key: str
    duty: Duty = Duty.WORKER
    order_member: bool | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class WorkerDescribed(Content):
    """What is true of a worker from now on; her initials and her keys stay."""

    worker: WorkerId
    name: str
    duty: Duty
    order_member: bool | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PassphraseChanged(Content):
    """A worker gave herself another passphrase; her keys stay."""

    worker: WorkerId


@dataclass(frozen=True, slots=True)
class PassphraseReset(Content):
    """A forgotten passphrase was replaced: a new seed, so new public keys (hexadecimal)."""

    worker: WorkerId
    sealing_key: str
    signing_key: str


@dataclass(frozen=True, slots=True)
class WorkerWithdrawn(Content):
    """A worker may not enter any more. The data key was changed right after this."""

    worker: WorkerId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LocksChanged(Content):
    """The data key was changed: what opened copies of before opens nothing of after."""

    epoch: int


@dataclass(frozen=True, slots=True)
class RecoverySet(Content):
    """A recovery key was made: its slot and public keys (hexadecimal).

    Whoever entered with it signs with it, so its signing key must be known as well. One
    that replaces another was made by two people.
    """

    slot: str
    sealing_key: str
    signing_key: str
    second: WorkerId | None = None


@dataclass(frozen=True, slots=True)
class RecoveryTried(Content):
    """The recovery key was typed back whole, and it opens these dossiers."""

    slot: str
    places: tuple[str, ...] = ()
    """Where the sealed sheets were found."""


@dataclass(frozen=True, slots=True)
class UnlocksFailed(Content):
    """Passphrases that opened nothing since the dossiers were last opened (ms UTC)."""

    count: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AccessClosed(Content):
    """A dossier does not exist for one worker: she may know, or be of, his family."""

    case: CaseId
    worker: WorkerId
    reason: str


@dataclass(frozen=True, slots=True)
class AccessReopened(Content):
    """A dossier that was closed to a worker is open to her again."""

    case: CaseId
    worker: WorkerId
    reason: str


@dataclass(frozen=True, slots=True)
class GlassBroken(Content):
    """A worker asked to see a dossier that is closed to her, and why.

    It names the dossier when there was one, and what she asked for in every case: asking
    is recorded before it is answered.
    """

    asked: str
    reason: str
    case: CaseId | None = None


@dataclass(frozen=True, slots=True)
class QuickUnlockDeclared(Content):
    """What direction says of one computer: whether a PIN may open the dossiers there."""

    computer: str
    allowed: bool
    own_accounts: bool = False
    """« Chacune a son compte Windows. »"""
    stays_here: bool = False
    """This computer never leaves the house."""


@dataclass(frozen=True, slots=True)
class QuickUnlockSet(Content):
    """A worker chose a PIN on one computer, or took it away."""

    slot: SlotId
    computer: str
    set: bool
