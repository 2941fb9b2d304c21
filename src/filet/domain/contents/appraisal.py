"""What a dossier records of judgements and of what was done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from filet.domain.contents.shared import Agreement, Content, Level
from filet.domain.ids import ActionId, LevelId, PersonId, Ref, WorkerId
from filet.domain.moments import Due


@dataclass(frozen=True, slots=True)
class ComputedRange:
    """What one instrument gave on the day a level was signed; never computed again."""

    pack: str
    version: str
    minimum: int | None
    maximum: int | None
    band_minimum: str = ""
    band_maximum: str = ""
    complete: bool = False


@dataclass(frozen=True, slots=True)
class LevelSigned(Content):
    """A person's judgement: for whom, about whom, why, until when, knowing what."""

    level_id: LevelId
    level: Level
    persons: tuple[PersonId, ...]
    authors: tuple[PersonId, ...]
    reasons: str
    review: Due | None
    provisional: bool
    ranges: tuple[ComputedRange, ...]
    markers: tuple[str, ...]
    taken_into_account: str
    discussed_with: str
    as_of: tuple[Ref, ...]
    reason_due: Due | None = None
    """Of a provisional level: until when its reason is to be written."""


@dataclass(frozen=True, slots=True)
class LevelReasoned(Content):
    """Why a level was signed, when it was signed at once; the level itself stays as it was."""

    level_id: LevelId
    reasons: str


@dataclass(frozen=True, slots=True)
class LevelWithdrawn(Content):
    """A level was signed by mistake; both entries stay readable."""

    level_id: LevelId
    reason: str


class Opinion(StrEnum):
    """What a second reader makes of a level that was signed."""

    SHARES = "shares"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class LevelSeconded(Content):
    """What a second reader thinks of a level; the level stays as it was, and neither wins.

    ``level`` is hers: the same one where she shares it, or where only her reasons differ.
    """

    level_id: LevelId
    opinion: Opinion
    level: Level
    read: Ref
    """The entry of the level, as she read it."""
    reasons: str = ""
    second: WorkerId | None = None
    """Who she is, where she signed at a colleague's desk with her own passphrase."""
    second_signature: str = ""
    """Hers, over the words of ``filet.domain.deciding`` (hexadecimal)."""


@dataclass(frozen=True, slots=True)
class AgreementNoted(Content):
    """What she says of a proposed action that would make somebody outside know or act."""

    proposed: str
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class ActionPlanned(Content):
    """Something to do: by whom, when, and what she says of it."""

    action: ActionId
    text: str
    proposed: str = ""
    """Id of the proposed action it comes from, or nothing."""
    who: str = ""
    due: Due | None = None
    agreement: Agreement | None = None


@dataclass(frozen=True, slots=True)
class ActionDone(Content):
    """It is done: at what hour, with whom, what came of it."""

    action: ActionId
    on: Due
    by: str = ""
    with_whom: str = ""
    result: str = ""
