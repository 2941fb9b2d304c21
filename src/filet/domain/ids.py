"""Typed identities: a thing is a random UUID, an entry is a place in a chain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType
from uuid import UUID

ActionId = NewType("ActionId", UUID)
CallId = NewType("CallId", UUID)
CaseId = NewType("CaseId", UUID)
ChangeId = NewType("ChangeId", UUID)
ConsentId = NewType("ConsentId", UUID)
ExportId = NewType("ExportId", UUID)
IncidentId = NewType("IncidentId", UUID)
LevelId = NewType("LevelId", UUID)
MeasureId = NewType("MeasureId", UUID)
OutsideId = NewType("OutsideId", UUID)
PaperId = NewType("PaperId", UUID)
PersonId = NewType("PersonId", UUID)
SessionId = NewType("SessionId", UUID)
SlotId = NewType("SlotId", UUID)
StatementId = NewType("StatementId", UUID)
TacticId = NewType("TacticId", UUID)
VaultId = NewType("VaultId", UUID)
WorkerId = NewType("WorkerId", UUID)

ChainId = NewType("ChainId", bytes)
"""Sixteen random bytes: one writer, on one computer, since one opening."""

HOUSE = CaseId(UUID(int=0))
"""The house itself: entries that belong to no dossier."""

NOBODY = WorkerId(UUID(int=0))
"""Writer of what no worker wrote: the start of a chain."""


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """Which entry: the chain that holds it and its place there, from 1."""

    chain: ChainId
    seq: int
