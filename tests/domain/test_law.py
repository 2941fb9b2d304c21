from datetime import date

import pytest

from filet.domain.law import Law, LawVersion, faults, in_force


def version(name: str, first: date | None = None, last: date | None = None) -> LawVersion:
    return LawVersion(name, "c. 1", "the act", False, first, last)


OLD = version("old", None, date(2026, 6, 30))
NEW = version("new", date(2026, 7, 1))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(1990, 1, 1), "old"),
        (date(2026, 6, 30), "old"),
        (date(2026, 7, 1), "new"),
        (date(2090, 1, 1), "new"),
    ],
)
def test_the_law_of_a_day_is_the_one_in_force_on_it(day: date, name: str) -> None:
    found = in_force((NEW, OLD), day)
    assert found is not None
    assert found.id == name


def test_there_may_be_no_rule_yet() -> None:
    assert in_force((NEW,), date(2026, 6, 30)) is None


def test_of_two_that_hold_the_later_one_holds() -> None:
    assert in_force((version("known since", date(2020, 1, 1)), NEW), date(2027, 1, 1)) == NEW


def test_a_rule_does_not_end_before_it_begins() -> None:
    backwards = version("b", date(2026, 7, 1), date(2026, 6, 30))
    assert faults(Law("x", (backwards, OLD))) == ("version b: it ends before it begins",)
    assert faults(Law("x", (OLD, OLD))) == ("version old stands 2 times",)
    assert faults(Law("x", ())) == ("there is no version",)
