"""What a dossier records of people, sessions and what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from filet.domain.contents.shared import (
    Content,
    MayTellHer,
    Nature,
    Role,
    Source,
    SourceKind,
    Status,
    Still,
)
from filet.domain.ids import CallId, PersonId, Ref, SessionId, StatementId
from filet.domain.instruments import Value
from filet.domain.moments import Told


@dataclass(frozen=True, slots=True)
class CaseCreated(Content):
    """A dossier was opened under a human number, which is a label and never a key."""

    number: str


@dataclass(frozen=True, slots=True)
class CaseOpened(Content):
    """Somebody read the dossier; ``resumed`` when it was open before a lock."""

    resumed: bool = False


@dataclass(frozen=True, slots=True)
class CallAttached(Content):
    """A call of the house belongs to this dossier, and follows its erasure."""

    call: CallId
    entry: Ref


@dataclass(frozen=True, slots=True)
class StatusSet(Content):
    """Where she stands with the house from a day on. Class *location*: on no paper."""

    status: Status
    since: date
    room: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PersonDescribed(Content):
    """A person of this dossier; a later description replaces the former."""

    person: PersonId
    role: Role
    given: str
    family: str = ""
    called: str = ""
    tie: str = ""
    born: Told = Told()
    pronoun: str = ""
    phone: str = ""
    language: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SafeContactSet(Content):
    """How to reach her without danger."""

    phone: str
    which: str = ""
    when: str = ""
    never: tuple[str, ...] = ()
    if_other_answers: str = ""


class Manner(StrEnum):
    """How a session takes place."""

    FACE_TO_FACE = "face_to_face"
    PHONE = "phone"
    DOCUMENTS = "documents"


class Hears(StrEnum):
    """Who may hear an interview."""

    NOBODY = "nobody"
    CHILD = "child"
    SOMEBODY = "somebody"
    UNKNOWN = "unknown"


class Interpreting(StrEnum):
    """How an interpreter takes part, who has no name here.

    Somebody close to her is a danger that is said wherever it is read; a child is never one.
    """

    NONE = "none"
    PHONE = "phone"
    ON_SITE = "on_site"
    RELATIVE = "relative"


class ToTell(StrEnum):
    """What she is told before the first question."""

    WRITTEN = "written"
    LIMITS = "limits"
    RIGHTS = "rights"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class SessionBegun(Content):
    """An interview, and what was settled before it. Nothing here is mandatory.

    What stands neither in ``told`` nor in ``not_yet`` was not thought of. ``pack`` is what is
    asked in its version, such as ``hark-1``; where it is empty, the inventory is. Where a form
    that was filled on paper is copied, ``filled`` says by whom, and its document when.
    """

    session: SessionId
    manner: Manner | None = None
    speaks_freely: Value | None = None
    who_hears: str = ""
    language: str = ""
    interpreter: str = ""
    stop_word: str = ""
    notice_given: bool = False
    screen_turned: bool = False
    hears: tuple[Hears, ...] = ()
    interpreting: Interpreting | None = None
    told: tuple[ToTell, ...] = ()
    not_yet: tuple[ToTell, ...] = ()
    her_words: str = ""
    pack: str = ""
    filled: Source | None = None


@dataclass(frozen=True, slots=True)
class SessionEnded(Content):
    """The interview stopped: finished, paused or cut."""

    session: SessionId
    interrupted: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class StatementMade(Content):
    """One source about one thing.

    ``item`` is ``item@pack-version``, such as ``neck_squeezed@inventaire-filet-1``.
    ``scale`` is 0 to 10 for items that ask how much; ``value`` is then ``None``. Where it
    was told in another way than nothing says, ``language`` and ``interpreting`` say which.
    """

    statement: StatementId
    item: str
    value: Value | None
    source: Source
    nature: Nature = Nature.REPORTED
    scale: int | None = None
    happened: Told = Told()
    still: Still = Still.UNKNOWN
    about: tuple[PersonId, ...] = ()
    session: SessionId | None = None
    may_tell_her: MayTellHer = MayTellHer.UNDECIDED
    to_resume: bool = False
    language: str = ""
    interpreting: Interpreting | None = None


@dataclass(frozen=True, slots=True)
class WordsNoted(Content):
    """What was said, as it was said, about a statement or on its own.

    ``detail`` names the spoken detail that these words answer, where they answer one.
    """

    text: str
    statement: StatementId | None = None
    source: Source = Source(SourceKind.HER)
    language: str = "fr"
    through_interpreter: bool = False
    session: SessionId | None = None
    may_tell_her: MayTellHer = MayTellHer.UNDECIDED
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NoteWritten(Content):
    """What a worker writes, about a statement or in the journal of the dossier."""

    text: str
    statement: StatementId | None = None
    session: SessionId | None = None
