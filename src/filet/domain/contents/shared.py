"""Words that several kinds share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from filet.domain.ids import PersonId


class SourceKind(StrEnum):
    """Who or what a statement comes from."""

    HER = "her"
    RELATIVE = "relative"
    POLICE = "police"
    YOUTH_PROTECTION = "youth_protection"
    TEAM = "team"
    DOCUMENT = "document"
    OTHER = "other"


class Nature(StrEnum):
    """Seen, told, or supposed."""

    OBSERVED = "observed"
    REPORTED = "reported"
    HYPOTHESIS = "hypothesis"


class Still(StrEnum):
    """Whether it goes on."""

    NOW = "now"
    BEFORE = "before"
    BOTH = "both"
    UNKNOWN = "unknown"


class MayTellHer(StrEnum):
    """Whether she may be told this; what a partner said starts undecided."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


class Role(StrEnum):
    """What a person is in this dossier."""

    HER = "her"
    CHILD = "child"
    AUTHOR = "author"
    RELATIVE = "relative"
    NEW_PARTNER = "new_partner"
    OTHER = "other"


class Status(StrEnum):
    """Where she stands with the house."""

    FIRST_CONTACT = "first_contact"
    HOUSED = "housed"
    OUTREACH = "outreach"
    AFTER_STAY = "after_stay"
    CLOSED = "closed"


class Level(StrEnum):
    """The levels of the Québec cells, and the two that are no level."""

    NOT_ASSESSED = "not_assessed"
    NOT_ESTABLISHED = "not_established"
    MODERATE = "moderate"
    AGGRAVATED = "aggravated"
    IMMINENT = "imminent"


class Appears(StrEnum):
    """The farthest that an item of the plan may go."""

    DOSSIER = "dossier"
    STAYS = "stays"
    TAKES = "takes"
    CARD = "card"


class Destination(StrEnum):
    """Where a printed sheet will go; asked at each print."""

    STAYS_HERE = "stays_here"
    NO_PAPER = "no_paper"
    LIVES_APART = "lives_apart"
    LIVES_WITH_HIM = "lives_with_him"
    TRUSTED_PERSON = "trusted_person"


class Agreement(StrEnum):
    """What she says of an act that makes somebody outside know or act."""

    AGREES = "agrees"
    REFUSES = "refuses"
    NOT_ASKED = "not_asked"


class ErasureReason(StrEnum):
    """Why something was erased."""

    WRONG_DOSSIER = "wrong_dossier"
    NOT_NECESSARY = "not_necessary"
    RECTIFIED = "rectified"
    RETENTION = "retention"
    DESTROYED = "destroyed"


class SheetFate(StrEnum):
    """What became of a sheet."""

    BROUGHT_BACK = "brought_back"
    DESTROYED = "destroyed"
    LOST = "lost"
    NOT_PRINTED = "not_printed"


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: a kind, and where known a person of the dossier, an organisation, a document."""

    kind: SourceKind
    person: PersonId | None = None
    organisation: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What an entry says."""
