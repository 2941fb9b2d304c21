"""What the house records of its copies: made, missed, gone, restored, salvaged, exported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from filet.domain.contents.shared import Content
from filet.domain.ids import ExportId, Ref, WorkerId


class Why(StrEnum):
    """Why a copy was not made, or is no longer there."""

    ABSENT = "absent"
    """The medium was not plugged in."""
    FULL = "full"
    READ_ONLY = "read_only"
    VANISHED = "vanished"
    """The medium went away, or failed, in the middle."""
    REFUSED = "refused"
    """The place may hold no copy: beside the dossiers, synced, on a network."""
    DAMAGED = "damaged"
    """What was read again was not what was written."""
    STOPPED = "stopped"
    """A lock came first."""
    ROTATED = "rotated"
    """Newer copies took its place."""
    DESTROYED = "destroyed"
    """Somebody destroyed it by hand."""
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class BackupsArranged(Content):
    """Where copies go, in the order the places are tried."""

    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BackupMade(Content):
    """A copy was made, opened again with its own keys and read whole."""

    name: str
    place: str
    as_of: tuple[Ref, ...]
    """The last entry of each chain that it holds."""
    entries: int
    dossiers: int
    slots: tuple[str, ...] = ()
    """Which slots open it (hexadecimal): those of its day."""


@dataclass(frozen=True, slots=True)
class BackupMissed(Content):
    """A copy was due, and was not made."""

    place: str
    why: Why


@dataclass(frozen=True, slots=True)
class BackupsGone(Content):
    """Copies that nobody can open any more."""

    names: tuple[str, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class BackupTried(Content):
    """A copy was opened apart and read whole again, some time after it was made."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class VaultRestored(Content):
    """A copy took the place of the dossiers; it explains what a witness finds missing."""

    backup: str
    as_of: tuple[Ref, ...]
    erased_again: int = 0
    """Entries erased after the copy was made, and erased in it before it opened."""
    witnessed: Ref | None = None
    """The last entry that the witness of this computer knew of what was replaced."""
    opens_again: tuple[str, ...] = ()
    """Initials whose passphrase opens it, and no longer opened what it replaced."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Places of one chain that could not be read, from the first to the last."""

    first: Ref
    last: int

    @property
    def count(self) -> int:
        """How many entries there were."""
        return self.last - self.first.seq + 1

    def __contains__(self, ref: Ref) -> bool:
        """Whether an entry is one of these."""
        return ref.chain == self.first.chain and self.first.seq <= ref.seq <= self.last


@dataclass(frozen=True, slots=True)
class VaultSalvaged(Content):
    """What could be read of a damaged vault stands here, and what is lost is named."""

    read: int
    lost: tuple[Lost, ...]


class HoldReason(StrEnum):
    """Why a dossier may not be destroyed for now."""

    ACCESS_REQUEST = "access_request"
    COURT = "court"
    CORONER = "coroner"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class HoldPlaced(Content):
    """A dossier is not to be destroyed, whatever its age, until somebody lifts this."""

    why: HoldReason
    words: str = ""
    until: date | None = None
    """When to look at it again; it ends nothing by itself."""


@dataclass(frozen=True, slots=True)
class HoldLifted(Content):
    """The holds it refers to are over."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class ExportBegun(Content):
    """Everything is about to leave in one file; written before the first byte of it."""

    export: ExportId
    sealed: bool
    why: str
    entries: int
    dossiers: int
    digest: str
    second: WorkerId | None = None
    """Who decided with the writer; always somebody when it is in clear."""
    second_signature: str = ""
    typed: str = ""
    """The sentence that was typed to have it in clear."""


@dataclass(frozen=True, slots=True)
class ExportCompleted(Content):
    """The file of an export stands whole under its name."""

    export: ExportId


@dataclass(frozen=True, slots=True)
class ExportAbandoned(Content):
    """An export stopped on the way; no file of it was handed over."""

    export: ExportId
