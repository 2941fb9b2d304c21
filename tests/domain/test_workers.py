"""Who works in the house, and what does not exist for whom, whatever the order of entries."""

from datetime import date, timedelta
from itertools import permutations
from uuid import UUID

import pytest
from builders import CASE, WORKER, entry

from filet.domain.ids import HOUSE, CaseId, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import (
    AccessClosed,
    AccessReopened,
    Content,
    Duty,
    GlassBroken,
    PassphraseReset,
    RecoverySet,
    WorkerDescribed,
    WorkerEnrolled,
    WorkerWithdrawn,
)
from filet.domain.workers import GLASS_HOLDS, Roster, closed_to, roster

DAY = date(2026, 11, 23)
OTHER, SLOT = WorkerId(UUID(int=0x07)), UUID(int=0x51)
ENROLLED = WorkerEnrolled(WORKER, "AB", "Anne", "aa", "bb", Duty.COORDINATION, True, DAY)


def said(*contents: Content, by: WorkerId = WORKER, at: int = 0) -> list[Entry]:
    return [
        entry(("a", place), content, case=HOUSE, by=by, at=at + place)
        for place, content in enumerate(contents, 1)
    ]


def of(*contents: Content) -> Roster:
    """Return the roster, which must be the same in whatever order the entries come."""
    entries = said(*contents)
    found = [roster(order) for order in permutations(entries)]
    assert all(one == found[0] for one in found)
    return found[0]


def test_a_worker_is_what_was_said_of_her_last() -> None:
    later = WorkerDescribed(WORKER, "Anne B.", Duty.TRAINEE, False, DAY, DAY)
    worker = of(ENROLLED, later).workers[WORKER]
    assert (worker.name, worker.duty, worker.order_member) == ("Anne B.", Duty.TRAINEE, False)
    assert (worker.initials, worker.sealing_key, worker.signing_key) == ("AB", "aa", "bb")
    assert (worker.since, worker.until) == (DAY, DAY)


def test_a_forgotten_passphrase_gives_her_other_keys_and_nothing_else() -> None:
    worker = of(ENROLLED, PassphraseReset(WORKER, "cc", "dd")).workers[WORKER]
    assert (worker.sealing_key, worker.signing_key) == ("cc", "dd")
    assert worker.duty is Duty.COORDINATION


def test_who_was_withdrawn_keeps_her_name() -> None:
    worker = of(ENROLLED, WorkerWithdrawn(WORKER)).workers[WORKER]
    assert worker.withdrawn
    assert worker.called == "Anne"


def test_nothing_is_known_of_whom_nobody_enrolled() -> None:
    assert of(WorkerDescribed(OTHER, "Lou", Duty.DIRECTION), WorkerWithdrawn(OTHER)).workers == {}


def test_the_recovery_key_made_last_is_the_one_in_use_and_acts_for_direction() -> None:
    known = of(RecoverySet("11" * 16, "aa", "bb"), RecoverySet(SLOT.hex, "cc", "dd"))
    assert known.recovery is not None
    assert known.recovery.slot == SLOT.hex
    assert known.duty(WorkerId(SLOT)) is Duty.DIRECTION
    assert known.duty(WorkerId(UUID("11" * 16))) is Duty.WORKER


@pytest.mark.parametrize(
    ("since", "until", "active", "ended"),
    [
        (None, None, True, False),
        (DAY, DAY, True, False),
        (DAY + timedelta(1), None, False, False),
        (None, DAY - timedelta(1), False, True),
    ],
)
def test_a_worker_works_from_her_first_day_to_the_end_of_her_last(
    since: date | None, until: date | None, active: bool, ended: bool
) -> None:
    described = WorkerDescribed(WORKER, "Anne", Duty.WORKER, None, since, until)
    worker = of(ENROLLED, described).workers[WORKER]
    assert (worker.is_active(DAY), worker.has_ended(DAY)) == (active, ended)


# What is closed to whom ---------------------------------------------------------------


CLOSED = AccessClosed(CASE, WORKER, "son cousin")
BROKEN = GlassBroken("26-A-0001", "seule cette nuit", CASE)


def hidden(*contents: Content, now: int = 100, by: WorkerId = WORKER) -> frozenset[CaseId]:
    return closed_to(said(*contents, by=by), WORKER, now)


def test_a_dossier_is_closed_to_one_worker_and_to_nobody_else() -> None:
    assert hidden(CLOSED) == {CASE}
    assert closed_to(said(CLOSED), OTHER, 100) == set()


def test_what_was_said_last_of_a_dossier_holds() -> None:
    reopened = AccessReopened(CASE, WORKER, "erreur de nom")
    assert hidden(CLOSED, reopened) == set()
    assert hidden(CLOSED, reopened, CLOSED) == {CASE}


def test_a_broken_glass_shows_it_for_a_shift() -> None:
    assert hidden(CLOSED, BROKEN, now=2) == set()
    assert hidden(CLOSED, BROKEN, now=2 + GLASS_HOLDS - 1) == set()
    assert hidden(CLOSED, BROKEN, now=2 + GLASS_HOLDS) == {CASE}


def test_a_clock_moved_back_shows_nothing_more() -> None:
    assert hidden(CLOSED, BROKEN, now=1) == {CASE}


def test_closing_it_again_ends_a_broken_glass() -> None:
    assert hidden(CLOSED, BROKEN, CLOSED, now=4) == {CASE}


def test_the_glass_that_a_colleague_broke_shows_her_nothing() -> None:
    entries = [*said(CLOSED), entry(("b", 2), BROKEN, case=HOUSE, by=OTHER, at=2)]
    assert closed_to(entries, WORKER, 3) == {CASE}
    assert closed_to(entries, OTHER, 3) == set()
