"""Who may do what: plain answers, for every duty and every kind of entry."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from examples import EXAMPLES

from filet.domain.ids import WorkerId
from filet.domain.kinds import Duty
from filet.domain.roles import (
    is_last_manager,
    may_close,
    may_enter,
    may_manage,
    may_reopen,
    may_write,
)
from filet.domain.workers import Roster, Worker

DAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = DAY - timedelta(1), DAY + timedelta(1)
ANNE, LOU = WorkerId(UUID(int=1)), WorkerId(UUID(int=2))
OF_A_READER = {
    "vault_unlocked/1", "unlocks_failed/1", "rollback_noticed/1", "clock_moved_back/1",
    "case_opened/1", "closed_searched/1", "passphrase_changed/1", "quick_unlock_set/1",
    "glass_broken/1", "access_closed/1", "backup_made/1", "backup_missed/1", "backups_gone/1",
    "backup_tried/1",
}  # fmt: skip


def worker(
    who: WorkerId,
    duty: Duty,
    since: date | None = None,
    until: date | None = None,
    *,
    withdrawn: bool = False,
) -> Worker:
    return Worker(who, "AB", "", duty, None, since, until, "", "", withdrawn)


def house(*workers: Worker) -> Roster:
    return Roster({one.id: one for one in workers})


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_trainee_writes_nothing_but_that_she_read(kind: str) -> None:
    assert may_write(Duty.TRAINEE, EXAMPLES[kind]) == (kind in OF_A_READER)


@pytest.mark.parametrize("duty", [Duty.WORKER, Duty.COORDINATION, Duty.DIRECTION])
def test_everybody_else_writes(duty: Duty) -> None:
    assert all(may_write(duty, content) for content in EXAMPLES.values())


def test_coordination_and_direction_manage_and_nobody_else() -> None:
    assert {duty for duty in Duty if may_manage(duty)} == {Duty.COORDINATION, Duty.DIRECTION}


@pytest.mark.parametrize("duty", Duty)
def test_anybody_closes_a_dossier_to_herself_and_nobody_opens_one_to_herself(duty: Duty) -> None:
    assert may_close(duty, ANNE, ANNE)
    assert not may_reopen(duty, ANNE, ANNE)
    assert may_close(duty, ANNE, LOU) == may_reopen(duty, ANNE, LOU) == may_manage(duty)


@pytest.mark.parametrize(
    "other",
    [
        worker(LOU, Duty.WORKER),
        worker(LOU, Duty.TRAINEE),
        worker(LOU, Duty.DIRECTION, withdrawn=True),
        worker(LOU, Duty.DIRECTION, until=YESTERDAY),
        worker(LOU, Duty.DIRECTION, since=TOMORROW),
    ],
)
def test_who_is_left_alone_to_manage_is_the_last(other: Worker) -> None:
    assert is_last_manager(house(worker(ANNE, Duty.COORDINATION), other), ANNE, DAY)


def test_who_shares_it_is_not_the_last_and_who_never_managed_neither() -> None:
    shared = house(worker(ANNE, Duty.DIRECTION), worker(LOU, Duty.COORDINATION, until=DAY))
    assert not is_last_manager(shared, ANNE, DAY)
    assert is_last_manager(shared, ANNE, TOMORROW)
    assert not is_last_manager(house(worker(ANNE, Duty.WORKER)), ANNE, DAY)


def test_dates_decide_who_may_enter() -> None:
    lou = worker(LOU, Duty.WORKER, DAY, DAY)
    known = house(worker(ANNE, Duty.DIRECTION), lou)
    assert [may_enter(known, lou, day) for day in (YESTERDAY, DAY, TOMORROW)] == [
        False, True, False,
    ]  # fmt: skip


def test_no_date_keeps_the_last_manager_out_but_a_withdrawal_does() -> None:
    alone = worker(ANNE, Duty.DIRECTION, until=YESTERDAY)
    assert may_enter(house(alone), alone, DAY)
    gone = worker(ANNE, Duty.DIRECTION, withdrawn=True)
    assert not may_enter(house(gone), gone, DAY)
