"""What a dossier keeps of coercive control: words about one tactic, as they were said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from filet.domain.contents.shared import Content, MayTellHer, Source, SourceKind, Still
from filet.domain.ids import TacticId
from filet.domain.moments import Told


class Whose(StrEnum):
    """Whose words they are; somebody else may have told them."""

    HERS = "hers"
    CHILD = "child"
    OTHER = "other"
    TEAM = "team"
    """Nobody's: what a worker saw, in her own words."""


@dataclass(frozen=True, slots=True)
class TacticNoted(Content):
    """A way he has of controlling her, in exact words, with the time it was.

    ``tactic`` is ``id@taxonomy-version``, such as ``isolation@filet-controle-1``. A later one
    of the same identity corrects it; both stay. They are read one by one, and never counted.
    """

    note: TacticId
    tactic: str
    words: str
    whose: Whose = Whose.HERS
    language: str = ""
    through_interpreter: bool = False
    happened: Told = Told()
    still: Still = Still.UNKNOWN
    source: Source = Source(SourceKind.HER)
    may_tell_her: MayTellHer = MayTellHer.UNDECIDED


@dataclass(frozen=True, slots=True)
class TacticWithdrawn(Content):
    """Words about a tactic were noted by mistake; both entries stay readable."""

    note: TacticId
    reason: str = ""
