"""What an entry says of other entries."""

from __future__ import annotations

from dataclasses import dataclass

from filet.domain.contents.shared import Content, ErasureReason


@dataclass(frozen=True, slots=True)
class TakenBack(Content):
    """The entries it refers to are void: an undo, or the undo of an undo."""


@dataclass(frozen=True, slots=True)
class ContentRemoved(Content):
    """The entries it refers to have no content any more, for this reason."""

    reason: ErasureReason
    decided_by: str = ""
