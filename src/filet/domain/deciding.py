"""What a second person signs when two decide: the very words of the decision, as bytes."""

from __future__ import annotations

from collections.abc import Iterable

from filet.domain.ids import CaseId, ExportId, Ref
from filet.domain.journal import refs_to_bytes
from filet.domain.kinds import ErasureReason, ExportBegun, FileDestroyed

_DESTRUCTION = b"filet-destruction-1\0"
_EXPORT = b"filet-export-1\0"


def destruction_words(case: CaseId, reason: ErasureReason, as_of: Iterable[Ref]) -> bytes:
    """Return what is signed to destroy a dossier as it stands."""
    return b"".join(
        (_DESTRUCTION, case.bytes, reason.value.encode("ascii"), b"\0", refs_to_bytes(as_of))
    )


def export_words(export: ExportId, digest: str) -> bytes:
    """Return what is signed to let everything leave in one file."""
    return b"".join((_EXPORT, export.bytes, bytes.fromhex(digest)))


def decided_words(content: FileDestroyed | ExportBegun) -> bytes:
    """Return what the second person of a recorded decision signed."""
    match content:
        case FileDestroyed(case=case, reason=reason, as_of=as_of):
            return destruction_words(case, reason, as_of)
        case ExportBegun(export=export, digest=digest):
            return export_words(export, digest)
