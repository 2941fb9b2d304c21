"""Instants that were recorded, days that were told."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filet.domain.moments import Due, Instant

TORONTO = ZoneInfo("America/Toronto")


def test_an_instant_keeps_what_the_wall_showed() -> None:
    moment = datetime(2026, 7, 1, 21, 5, 3, 250_000, tzinfo=TORONTO)
    instant = Instant.of(moment)
    assert instant.offset == -240
    assert instant.local().isoformat() == "2026-07-01T21:05:03.250000-04:00"


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first = Instant.of(datetime(2026, 11, 1, 1, 30, tzinfo=TORONTO, fold=0))
    second = Instant.of(datetime(2026, 11, 1, 1, 30, tzinfo=TORONTO, fold=1))
    assert second.at - first.at == 3_600_000
    assert (first.offset, second.offset) == (-240, -300)


def test_an_instant_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        Instant.of(datetime(2026, 1, 1))  # noqa: DTZ001 - what is refused here


@given(
    st.integers(0, 4_102_444_800_000),
    st.integers(-14 * 60, 14 * 60),
)
def test_an_instant_comes_back_from_what_the_wall_showed(at: int, offset: int) -> None:
    assert Instant.of(Instant(at, offset).local()) == Instant(at, offset)


def test_an_instant_before_1970_rounds_down() -> None:
    zone = timezone(timedelta())
    assert Instant.of(datetime(1969, 12, 31, 23, 59, 59, 999_500, tzinfo=zone)).at == -1
    assert Instant.of(datetime(1970, 1, 1, tzinfo=UTC)).at == 0


def test_a_day_without_hour_comes_at_its_end() -> None:
    day = date(2026, 2, 9)
    keys = [Due(day, "09:00").key(), Due(day, "23:59").key(), Due(day).key()]
    assert keys == sorted(keys)
    assert Due(day).key() < Due(date(2026, 2, 10), "00:00").key()
