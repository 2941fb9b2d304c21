"""What is recorded of her agreement, and of what left the house with it.

The fields of a communication are those of the register that P-39.1, s. 18.1 asks for, as
the code of ethics of physicians (M-9, r. 17, s. 21) spells them out; those of an agreement
follow P-39.1, s. 12 to 14. A jurist is to confirm both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from filet.domain.contents.house import Ground
from filet.domain.contents.shared import Content
from filet.domain.contents.workers import Duty
from filet.domain.ids import CaseId, ConsentId, PaperId, Ref


class Capacity(StrEnum):
    """What a recipient is, for this woman."""

    POLICE = "police"
    JUSTICE = "justice"
    HEALTH = "health"
    YOUTH_PROTECTION = "youth_protection"
    LEGAL = "legal"
    SHELTER = "shelter"
    OTHER = "other"


class Answer(StrEnum):
    """What she said when her agreement was asked for."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


class Form(StrEnum):
    """How she gave her agreement."""

    SPOKEN = "spoken"
    WRITTEN = "written"


class Family(StrEnum):
    """Families of what may leave: she agrees to each."""

    HER = "her"
    REACH = "reach"
    CHILDREN = "children"
    DANGER = "danger"
    WORDS = "words"
    LEVEL = "level"
    AUTHOR = "author"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom: an organisation, somebody there, and how the house knows the number."""

    organisation: str
    person: str = ""
    capacity: Capacity = Capacity.OTHER
    number: str = ""
    number_from: str = ""


@dataclass(frozen=True, slots=True)
class ConsentAnswered(Content):
    """What she answered for one purpose and one recipient; it holds until a day, included."""

    consent: ConsentId
    recipient: Recipient
    purpose: str
    answer: Answer
    families: tuple[Family, ...] = ()
    words: str = ""
    form: Form | None = None
    until: date | None = None
    language: str = ""
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn(Content):
    """She took her agreement back: nothing leaves by it any more."""

    consent: ConsentId
    on: date
    words: str = ""


@dataclass(frozen=True, slots=True)
class ItemGiven:
    """One thing that left, word for word."""

    family: Family
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class DisclosureMade(Content):
    """A protected file left the house. It says everything, so that no dossier need be read.

    ``paper`` is the file, whose phrase is said to be read or never was. ``digest`` is that of
    the sheet that was shown, ``file_digest`` that of the bytes that left (SHA-256).
    """

    paper: PaperId
    number: str
    about: CaseId
    consent: ConsentId
    recipient: Recipient
    purpose: str
    concerned: tuple[str, ...]
    items: tuple[ItemGiven, ...]
    channel: str
    digest: str
    file_digest: str
    pages: int
    language: str
    template_version: str
    ground: Ground
    necessary: str = ""
    sender: str = ""
    consulted: str = ""
    decided_by: str = ""
    duty: Duty | None = None
    order_member: bool | None = None
    answered_on: date | None = None
    until: date | None = None
    form: Form | None = None
    as_of: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class DisclosureFollowed(Content):
    """What came back of a communication, or what looking at it again showed."""

    paper: PaperId
    on: date
    result: str
