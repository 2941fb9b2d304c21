"""What a dossier keeps of tools that were filled in elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from filet.domain.contents.shared import Content
from filet.domain.ids import OutsideId
from filet.domain.instruments import Value
from filet.domain.moments import Told


@dataclass(frozen=True, slots=True)
class OutsideResultNoted(Content):
    """The result of a tool that somebody else filled in, as it was given.

    It is never computed again. A later one of the same identity corrects it; both stay.
    ``norms`` is the version of the norms that the score was read against: those of one
    tool changed over the years.
    """

    outside: OutsideId
    tool: str
    result: str
    version: str = ""
    norms: str = ""
    filled_by: str = ""
    trained: Value = Value.UNKNOWN
    """Whether whoever filled it in was trained in it."""
    on: Told = Told()
    document: str = ""
    """What it comes from: a letter, a report, a call."""
