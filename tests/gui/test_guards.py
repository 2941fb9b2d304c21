import pytest

from filet.gui.guards import (
    AWAY,
    COVERED,
    IDLE,
    IDLE_BUSY,
    Deafness,
    Escapes,
    Face,
    Guard,
    Left,
    wait_after,
)

INSIDE = Guard().entered(100.0)


def test_waits_grow_then_stay() -> None:
    assert [wait_after(n) for n in range(9)] == [0, 0, 0, 4, 8, 16, 30, 30, 30]


def test_five_idle_minutes_lock() -> None:
    assert INSIDE.tick(100 + IDLE - 0.1).face is Face.ROOM
    assert INSIDE.tick(100 + IDLE).face is Face.LOCK


def test_she_may_choose_how_long_it_waits() -> None:
    patient = Guard().patient(2).entered(100.0)
    assert patient.seconds_to_lock(100 + 119) == 1
    assert patient.tick(100 + 120).face is Face.LOCK
    assert patient.locked().entered(500.0).tick(500 + 120).face is Face.LOCK


def test_an_interview_locks_no_sooner_for_a_short_wait() -> None:
    busy = Guard().patient(2).entered(100.0).at_work(100.0, busy=True)
    covered = busy.tick(100 + 120)
    assert covered.face is Face.COVER
    assert covered.tick(100 + IDLE_BUSY - 1).face is Face.COVER


def test_a_touch_starts_the_minutes_again() -> None:
    assert INSIDE.touch(300.0).tick(100 + IDLE).face is Face.ROOM


def test_an_interview_is_covered_first_and_locked_later() -> None:
    busy = INSIDE.at_work(100.0, busy=True)
    covered = busy.tick(100 + IDLE)
    assert covered.face is Face.COVER
    assert covered.tick(100 + IDLE_BUSY - 1).face is Face.COVER
    assert covered.tick(100 + IDLE_BUSY).face is Face.LOCK


def test_an_interview_that_slept_through_locks_at_once() -> None:
    assert INSIDE.at_work(100.0, busy=True).tick(100 + IDLE_BUSY + 1).face is Face.LOCK


def test_a_hidden_screen_locks_after_a_minute_whatever_is_touched() -> None:
    covered = INSIDE.covered(110.0).touch(160.0)
    assert covered.tick(110 + COVERED - 0.1).face is Face.COVER
    assert covered.tick(110 + COVERED).face is Face.LOCK


def test_coming_back_starts_the_minutes_again() -> None:
    back = INSIDE.covered(390.0).uncovered(399.0)
    assert back.tick(100 + IDLE).face is Face.ROOM


def test_the_door_does_not_lock() -> None:
    assert Guard().locked().face is Face.DOOR
    assert Guard().tick(1e9).face is Face.DOOR


@pytest.mark.parametrize("outside", [Guard(), INSIDE.locked()], ids=["door", "lock"])
def test_what_is_before_the_dossiers_hides_and_comes_back(outside: Guard) -> None:
    covered = outside.covered(1.0)
    assert covered.face is Face.COVER
    assert covered.locked() == covered.tick(1e9) == covered
    assert covered.uncovered(2.0).face is outside.face


def test_dossiers_that_open_behind_the_cover_stay_covered_and_lock() -> None:
    covered = Guard().covered(1.0).entered(3.0)
    assert covered.face is Face.COVER
    assert covered.uncovered(4.0).face is Face.ROOM
    assert covered.tick(3 + COVERED).face is Face.LOCK


def test_a_locked_screen_is_not_lifted() -> None:
    assert INSIDE.locked().uncovered(200.0).face is Face.LOCK


def test_the_lock_is_announced_thirty_seconds_before() -> None:
    assert INSIDE.seconds_to_lock(100 + IDLE - 31) is None
    assert INSIDE.seconds_to_lock(100 + IDLE - 30) == 30
    assert INSIDE.at_work(100.0, busy=True).seconds_to_lock(100 + IDLE - 5) is None


def test_nothing_is_heard_until_every_key_is_up_and_a_moment_passed() -> None:
    held = Deafness().pressed(1).pressed(2).lifted(10.0)
    assert held.deaf(60.0)
    assert held.released(1).deaf(60.0)
    assert not held.released(1).released(2).deaf(10.4)
    assert held.released(1).released(2).deaf(10.3)


def test_keys_that_came_up_unseen_do_not_deafen_for_ever() -> None:
    assert not Deafness().pressed(1).lifted(10.0).forgot().deaf(11.0)


def test_keys_pressed_later_do_not_deafen() -> None:
    assert not Deafness().lifted(10.0).pressed(1).deaf(11.0)


def test_two_quick_escapes_hide() -> None:
    once, first = Escapes().pressed(1.0)
    _, second = once.pressed(1.5)
    assert (first, second) == (False, True)


def test_two_slow_escapes_do_not() -> None:
    once, _ = Escapes().pressed(1.0)
    twice, late = once.pressed(1.7)
    assert not late
    assert twice.pressed(2.0)[1]


def test_the_page_comes_back_to_the_same_worker_within_a_quarter_of_an_hour() -> None:
    left = Left("her", "page", 100.0)
    assert left.returns("her", 100 + AWAY)
    assert not left.returns("her", 101 + AWAY)
    assert not left.returns("another", 101.0)
