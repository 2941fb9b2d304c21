"""The pages about women, and the parts of a dossier that the rail leads to."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from filet.domain.ids import CaseId
from filet.i18n import N_


class Part(StrEnum):
    """A part of the dossier, as its rail shows it."""

    SITUATION = "situation"
    APPRAISAL = "appraisal"
    PLAN = "plan"
    SHARE = "share"
    JOURNAL = "journal"


class Place(StrEnum):
    """A page. Those of a dossier belong to a part of it."""

    HOME = "home"
    CALL = "call"
    QUESTIONS = "questions"
    TOLD = "told"
    SITUATION = "situation"
    BEFORE = "before"
    INTERVIEW = "interview"
    RESULT = "result"
    OUTSIDE = "outside"
    OVER_TIME = "over_time"
    PLAN = "plan"
    SHARE = "share"
    CONSENT = "consent"
    SENDING = "sending"
    JOURNAL = "journal"


PART_OF: Mapping[Place, Part] = {
    Place.SITUATION: Part.SITUATION,
    Place.BEFORE: Part.APPRAISAL,
    Place.INTERVIEW: Part.APPRAISAL,
    Place.RESULT: Part.APPRAISAL,
    Place.OUTSIDE: Part.APPRAISAL,
    Place.OVER_TIME: Part.APPRAISAL,
    Place.PLAN: Part.PLAN,
    Place.SHARE: Part.SHARE,
    Place.CONSENT: Part.SHARE,
    Place.SENDING: Part.SHARE,
    Place.JOURNAL: Part.JOURNAL,
    Place.TOLD: Part.JOURNAL,
}

BUSY = frozenset(
    {
        Place.CALL,
        Place.QUESTIONS,
        Place.BEFORE,
        Place.INTERVIEW,
        Place.RESULT,
        Place.PLAN,
        Place.CONSENT,
        Place.SENDING,
    }
)
"""Where somebody speaks with her or for her: the screen is covered before it locks."""

WIDE = frozenset({Place.BEFORE, Place.INTERVIEW, Place.RESULT, Place.PLAN, Place.SENDING})
"""Long work: the rail folds, so that the work gets its width."""

PART_KEYS: Mapping[Part, str] = {
    Part.SITUATION: "1",
    Part.APPRAISAL: "3",
    Part.PLAN: "4",
    Part.SHARE: "6",
    Part.JOURNAL: "7",
}
"""The digits that go with Alt. Those of the parts to come are kept for them: hands learn places."""

TITLES: Mapping[Place, str] = {
    Place.HOME: N_("Dossiers"),
    Place.CALL: N_("Note a call"),
    Place.QUESTIONS: N_("Somebody asks about a woman"),
    Place.TOLD: N_("Told aloud"),
    Place.SITUATION: N_("Situation"),
    Place.BEFORE: N_("Before beginning"),
    Place.INTERVIEW: N_("Risk appraisal"),
    Place.RESULT: N_("Result and judgement"),
    Place.OUTSIDE: N_("Result of a tool filled in elsewhere"),
    Place.OVER_TIME: N_("Over time"),
    Place.PLAN: N_("Protection plan"),
    Place.SHARE: N_("Sharing"),
    Place.CONSENT: N_("Her agreement"),
    Place.SENDING: N_("Choose what leaves"),
    Place.JOURNAL: N_("Journal"),
}


class At(NamedTuple):
    """Where a worker is: a page, a dossier, a place on the page; never a name."""

    place: Place = Place.HOME
    case: CaseId | None = None
    inside: object = None
