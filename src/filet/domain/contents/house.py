"""What the house itself records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from filet.domain.contents.shared import Content, ErasureReason
from filet.domain.ids import CallId, CaseId, Ref, VaultId, WorkerId
from filet.domain.instruments import Value
from filet.domain.moments import Due


@dataclass(frozen=True, slots=True)
class ChainStarted(Content):
    """The first entry of a chain: who writes here, and what it goes on from."""

    house: VaultId
    device: str
    version: str
    training: bool
    letter: str
    """Letter of this computer in the human numbers of its dossiers."""
    continues: Ref | None = None
    continues_hash: str = ""


@dataclass(frozen=True, slots=True)
class VaultUnlocked(Content):
    """A worker opened the vault; ``quick`` when a PIN did, within hours of a passphrase."""

    quick: bool = False


@dataclass(frozen=True, slots=True)
class RollbackNoticed(Content):
    """A witness outside the vault knows a later entry than the vault does."""

    chain: str
    witnessed: int
    found: int


@dataclass(frozen=True, slots=True)
class ClockMovedBack(Content):
    """The clock stands before the last entry, by more than two minutes."""

    minutes: int


@dataclass(frozen=True, slots=True)
class ClosedSearched(Content):
    """Somebody searched the closed dossiers. What was searched is not kept."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where somebody is right now, as a 911 centre asks for it."""

    municipality: str = ""
    road: str = ""
    number: str = ""
    vehicle: str = ""


@dataclass(frozen=True, slots=True)
class CallNoted(Content):
    """A call. Every field may be empty; a later note of the same call replaces the former."""

    call: CallId
    hour: str = ""
    caller: str = ""
    can_talk: str = ""
    danger_now: Value | None = None
    where: Whereabouts = Whereabouts()
    phone: str = ""
    may_call_back: Value | None = None
    if_other_answers: str = ""
    battery: str = ""
    children: Value | None = None
    children_told: str = ""
    words: str = ""
    asked: str = ""
    done: str = ""
    cut_at: str = ""


@dataclass(frozen=True, slots=True)
class SomeoneAsked(Content):
    """Somebody asked about a woman; the house neither confirmed nor denied."""

    call: CallId
    hour: str = ""
    name: str = ""
    organisation: str = ""
    phone: str = ""
    about: str = ""
    asked: str = ""
    answered: str = ""
    suspicious: bool = False


@dataclass(frozen=True, slots=True)
class NumberSet(Content):
    """A number to call as the house knows it; a later one of the same identity replaces it."""

    number: str
    """Which one: its identity in the directory that Filet brings, or one of its own."""
    name: str
    phone: str
    hours: str = ""
    note: str = ""
    verified_on: date | None = None
    verified_by: str = ""
    removed: bool = False
    own_words: bool = False
    """Of a number that Filet brings: its name, hours and note are the house's now."""


@dataclass(frozen=True, slots=True)
class NumberRetired(Content):
    """A number that Filet brings is no longer used by the house, or is used again."""

    number: str
    back: bool = False


class Ground(StrEnum):
    """What allowed a communication."""

    AGREEMENT = "agreement"
    LAW = "law"
    TO_SPECIFY = "to_specify"


@dataclass(frozen=True, slots=True)
class CommunicationMade(Content):
    """Something was told aloud to somebody outside, and how their number was known."""

    about: CaseId | None
    recipient: str
    organisation: str
    dialled: str
    number_from: str
    told: str
    why: str
    ground: Ground
    law: str = ""
    said_on: Due | None = None


@dataclass(frozen=True, slots=True)
class FileDestroyed(Content):
    """A whole dossier was destroyed, up to the heads named in ``as_of``."""

    case: CaseId
    reason: ErasureReason
    as_of: tuple[Ref, ...]
    entries: int
    copies_until: date | None = None
    number: str = ""
    second: WorkerId | None = None
    """Who decided it with the writer."""
    second_signature: str = ""
    """Hers, over the words of ``filet.domain.deciding`` (hexadecimal)."""
    copies: tuple[str, ...] = ()
    """Names of the copies that still held it that day."""
