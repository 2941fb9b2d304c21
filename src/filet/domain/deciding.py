"""What a second person signs when two decide: the very words of the decision, as bytes."""

from __future__ import annotations

from collections.abc import Iterable

from filet.domain.ids import CaseId, ExportId, Ref
from filet.domain.journal import refs_to_bytes
from filet.domain.kinds import ErasureReason, ExportBegun, FileDestroyed, LevelSeconded

_DESTRUCTION = b"filet-destruction-1\0"
_EXPORT = b"filet-export-1\0"
_SECOND = b"filet-second-reading-1\0"


def destruction_words(case: CaseId, reason: ErasureReason, as_of: Iterable[Ref]) -> bytes:
    """Return what is signed to destroy a dossier as it stands."""
    return b"".join(
        (_DESTRUCTION, case.bytes, reason.value.encode("ascii"), b"\0", refs_to_bytes(as_of))
    )


def export_words(export: ExportId, digest: str) -> bytes:
    """Return what is signed to let everything leave in one file."""
    return b"".join((_EXPORT, export.bytes, bytes.fromhex(digest)))


def second_words(said: LevelSeconded) -> bytes:
    """Return what a second reader signs: which level she read, hers, and why."""
    return b"\0".join(
        (
            _SECOND + said.level_id.bytes + refs_to_bytes((said.read,)),
            said.opinion.value.encode("ascii"),
            said.level.value.encode("ascii"),
            said.reasons.encode("utf-8"),
        )
    )


def decided_words(content: FileDestroyed | ExportBegun | LevelSeconded) -> bytes:
    """Return what the second person of a recorded decision signed."""
    match content:
        case FileDestroyed(case=case, reason=reason, as_of=as_of):
            return destruction_words(case, reason, as_of)
        case ExportBegun(export=export, digest=digest):
            return export_words(export, digest)
        case LevelSeconded():
            return second_words(content)
