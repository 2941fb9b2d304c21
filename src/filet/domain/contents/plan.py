"""What a dossier records of her plan and of the papers made from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from filet.domain.contents.shared import Appears, Content, Destination, SheetFate
from filet.domain.ids import MeasureId, PaperId, PersonId, Ref


@dataclass(frozen=True, slots=True)
class MeasureWritten(Content):
    """An item of her plan, in her words. A later writing replaces the former.

    ``origin`` is the measure of the catalogue it came from (``id@pack-version``), or
    nothing. ``rank`` orders the items of a section, ties by id. ``read_by_him`` is the
    answer to « Et s'il le lit? », asked before an item may leave the house.
    """

    measure: MeasureId
    section: str
    text: str
    rank: str
    appears: Appears
    nature: str = "general"
    form: str = "know"
    origin: str = ""
    if_discovered: str = ""
    read_by_him: str = ""
    phone: str = ""
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class MeasureRemoved(Content):
    """An item was taken out of the plan."""

    measure: MeasureId


@dataclass(frozen=True, slots=True)
class IdeaRefused(Content):
    """« Pas pour elle »: an idea that is kept out, and can be brought back."""

    origin: str


@dataclass(frozen=True, slots=True)
class IdeaBroughtBack(Content):
    """An idea that was kept out may be proposed again."""

    origin: str


@dataclass(frozen=True, slots=True)
class SituationsSet(Content):
    """What a worker says of her life so that the right ideas come; replaces the former."""

    situations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardWritten(Content):
    """What she put on her discreet card: numbers on one side, lines on the other."""

    title: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    back_title: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperIssued(Content):
    """A paper was made: which, for where, and every word that stood on it."""

    paper: PaperId
    template: str
    template_version: str
    language: str
    destination: Destination
    words: tuple[str, ...]
    measures: tuple[MeasureId, ...]
    pages: int
    digest: str
    printed: bool
    protected: bool
    kept_at: str = ""
    destroy_on: date | None = None
    as_of: tuple[Ref, ...] = ()
    large: bool = False


@dataclass(frozen=True, slots=True)
class PhraseRead(Content):
    """The phrase that opens a protected file was read by the worker."""

    paper: PaperId


@dataclass(frozen=True, slots=True)
class DisclosureVoid(Content):
    """The phrase of a protected file was never read: nobody can open it."""

    paper: PaperId


@dataclass(frozen=True, slots=True)
class SheetTraced(Content):
    """What became of a sheet that was issued."""

    paper: PaperId
    fate: SheetFate
    on: date


@dataclass(frozen=True, slots=True)
class Remembered(Content):
    """« Sans papier »: at most three gestures and two numbers, said together twice."""

    gestures: tuple[str, ...]
    numbers: tuple[str, ...]
    on: date
