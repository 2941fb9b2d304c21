"""Which copies stay, which nights were missed, which copies still hold what was destroyed."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from builders import entry, ref
from fakes.clock import HOUSE_ZONE

from filet.domain.copies import LONGEST, Night, copy_book, names_for, night_of, nights, superfluous
from filet.domain.ids import WorkerId
from filet.domain.kinds import BackupMade, BackupMissed, BackupsArranged, BackupsGone, Why
from filet.domain.moments import Instant

EVENING = datetime(2026, 11, 23, 22, 47, tzinfo=HOUSE_ZONE)
PLACE = "E:/copies"


def made(name: str, seq: int, moment: datetime, *slots: str, until: int = 0):  # type: ignore[no-untyped-def]  # an entry
    content = BackupMade(name, PLACE, (ref("a", until or seq - 1),), 10, 1, slots)
    return entry(("a", seq), content, at=Instant.of(moment).at)


def missed(seq: int, moment: datetime, why: Why):  # type: ignore[no-untyped-def]  # an entry
    return entry(("a", seq), BackupMissed(PLACE, why), at=Instant.of(moment).at)


def night(number: int, hour: int = 22) -> datetime:
    return EVENING.replace(hour=hour) - timedelta(days=number)


def taken(*moments: datetime) -> dict[str, datetime]:
    return {f"{moment:%Y-%m-%d_%H%M}": moment for moment in moments}


@pytest.mark.parametrize(("hour", "day"), [(12, 23), (23, 23), (0, 22), (11, 22)])
def test_a_night_goes_from_noon_to_noon(hour: int, day: int) -> None:
    assert night_of(datetime(2026, 11, 23, hour, 30, tzinfo=HOUSE_ZONE)) == date(2026, 11, day)


def test_a_copy_of_every_night_keeps_fourteen_and_one_a_week_for_six() -> None:
    every = taken(*(night(number) for number in range(100)))
    kept = every.keys() - set(superfluous(every))
    newest = sorted(kept, reverse=True)
    assert newest[:14] == [f"{night(number):%Y-%m-%d_%H%M}" for number in range(14)]
    assert len(newest) == 20
    assert len({every[name].isocalendar()[:2] for name in newest[14:]}) == 6


def test_a_copy_never_stays_longer_than_is_promised() -> None:
    kept: dict[str, datetime] = {}
    for number in reversed(range(120)):
        kept |= taken(night(number))
        for name in superfluous(kept):
            del kept[name]
        assert night(number) - min(kept.values()) <= LONGEST
    assert len(kept) == 20


def test_the_last_copy_of_a_night_is_the_one_that_stays() -> None:
    every = taken(night(0, 13), night(0, 18), night(0, 23))
    assert set(superfluous(every)) == {"2026-11-23_1347", "2026-11-23_1847"}


def test_a_long_absence_takes_no_copy_away() -> None:
    old = taken(*(night(number) for number in range(300, 310)))
    assert superfluous(old | taken(night(0))) == ()


def test_no_copy_makes_nothing_superfluous() -> None:
    assert superfluous({}) == ()


def test_a_night_shows_its_copy_or_why_there_is_none() -> None:
    book = copy_book(
        [made("un", 2, night(0)), missed(3, night(1), Why.ABSENT), missed(4, night(2), Why.FULL),
         made("deux", 5, night(2))]
    )  # fmt: skip
    strip = nights(book, EVENING)
    assert len(strip) == 14
    assert strip[-1] == Night(date(2026, 11, 23), "un")
    assert strip[-2] == Night(date(2026, 11, 22), "", Why.ABSENT)
    assert strip[-3] == Night(date(2026, 11, 21), "deux", Why.FULL)
    assert strip[0] == Night(date(2026, 11, 10))


def test_a_copy_that_was_rotated_away_still_counts_for_its_night() -> None:
    gone = entry(("a", 9), BackupsGone(("un",), Why.ROTATED))
    book = copy_book([made("un", 2, night(0)), gone])
    assert book.copies == ()
    assert nights(book, EVENING)[-1].copy == "un"


def test_a_copy_is_due_after_half_a_day_and_only_where_a_place_is_chosen() -> None:
    arranged = entry(("a", 1), BackupsArranged((PLACE,)))
    assert not copy_book([]).due(EVENING)
    assert copy_book([arranged]).due(EVENING)
    book = copy_book([arranged, made("un", 2, EVENING)])
    assert not book.due(EVENING + timedelta(hours=12))
    assert book.due(EVENING + timedelta(hours=12, minutes=1))


def test_the_copies_of_a_worker_are_those_that_had_her_slot() -> None:
    anne, bea = WorkerId(UUID(int=1)), WorkerId(UUID(int=2))
    book = copy_book(
        [made("un", 2, night(3), anne.hex, bea.hex), made("deux", 3, night(1), anne.hex)]
    )
    assert [copy.made.name for copy in book.opened_by(bea)] == ["un"]
    assert [copy.made.name for copy in book.opened_by(anne)] == ["deux", "un"]


def test_what_was_destroyed_stands_in_the_copies_made_before() -> None:
    book = copy_book([made("avant", 5, night(2)), made("après", 9, night(1))])
    assert [copy.made.name for copy in book.before(ref("a", 7))] == ["avant"]
    assert [copy.made.name for copy in book.before(ref("b", 1))] == ["après", "avant"]


def test_two_copies_of_one_minute_have_two_names() -> None:
    first, second, *_ = names_for(EVENING)
    assert (first, second) == ("2026-11-23_2247", "2026-11-23_2247-2")
