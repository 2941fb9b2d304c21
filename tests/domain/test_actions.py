"""What became of each proposed action, read from a dossier."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from builders import CASE, entry

from filet.domain.actions import action_states
from filet.domain.casefile import CaseFile, fold
from filet.domain.ids import ActionId
from filet.domain.kinds import (
    ActionDone,
    ActionPlanned,
    Agreement,
    AgreementNoted,
    Content,
)
from filet.domain.moments import Due

CALL = ActionId(UUID(int=1))
DAY = date(2026, 11, 23)
PLANNED = ActionPlanned(CALL, "appeler", "police_words", "AB", Due(DAY), Agreement.NOT_ASKED)
DONE = ActionDone(CALL, Due(DAY, "22:10"))


def dossier(*contents: Content) -> CaseFile:
    return fold(CASE, [entry(("a", place), one) for place, one in enumerate(contents, 1)])


def test_what_was_never_touched_has_no_state() -> None:
    assert action_states(dossier()) == {}


def test_what_is_planned_is_not_done() -> None:
    state = action_states(dossier(PLANNED))["police_words"]
    assert (state.planned, state.done) == (PLANNED, None)


def test_what_is_done_says_so() -> None:
    state = action_states(dossier(PLANNED, DONE))["police_words"]
    assert state.done == DONE


def test_what_was_done_before_the_last_level_was_signed_is_former() -> None:
    state = action_states(dossier(PLANNED, DONE), date(2026, 11, 24))["police_words"]
    assert (state.done, state.planned, state.former) == (None, None, DONE)


def test_what_was_done_on_the_day_of_the_level_still_counts() -> None:
    assert action_states(dossier(PLANNED, DONE), DAY)["police_words"].done == DONE


def test_what_she_says_is_kept_without_anything_being_planned() -> None:
    noted = AgreementNoted("police_words", Agreement.REFUSES)
    state = action_states(dossier(noted))["police_words"]
    assert (state.planned, state.agreement) == (None, Agreement.REFUSES)


def test_what_she_says_afterwards_holds_for_what_is_planned() -> None:
    noted = AgreementNoted("police_words", Agreement.AGREES)
    assert action_states(dossier(PLANNED, noted))["police_words"].agreement is Agreement.AGREES


def test_an_action_of_ones_own_is_no_proposal() -> None:
    own = ActionPlanned(CALL, "apporter du lait")
    assert action_states(dossier(own)) == {}
