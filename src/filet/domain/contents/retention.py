"""What the house decides of closed dossiers: how long they stay, and that one is to go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from filet.domain.contents.shared import Content, ErasureReason
from filet.domain.ids import CaseId, Ref


@dataclass(frozen=True, slots=True)
class RetentionSet(Content):
    """How long the house keeps a closed dossier; a later decision replaces it.

    ``years`` is 0 where the house goes back on having decided.
    """

    years: int
    ahead: int
    """How many days before its time a dossier is listed."""
    adopted_on: date | None = None


@dataclass(frozen=True, slots=True)
class DestructionAsked(Content):
    """Somebody asks that a dossier be destroyed as it stands; a colleague has to agree."""

    case: CaseId
    reason: ErasureReason
    as_of: tuple[Ref, ...]
    number: str = ""
    signature: str = ""
    """Hers, over the words of ``filet.domain.deciding`` (hexadecimal)."""
