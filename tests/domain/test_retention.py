"""How long a closed dossier stays is what the house decided, and a dossier's clock begins anew."""

from datetime import date

import pytest
from builders import CASE, entry

from filet.domain.casefile import CaseFile, fold
from filet.domain.kinds import RetentionSet, Status, StatusSet
from filet.domain.retention import Rule, closed_on, rule_of

MAY, JUNE, JULY = date(2020, 5, 4), date(2020, 6, 1), date(2020, 7, 1)


def lived(*statuses: tuple[Status, date]) -> CaseFile:
    told = [StatusSet(status, since) for status, since in statuses]
    return fold(CASE, [entry(("a", n), one) for n, one in enumerate(told, 1)])


def test_before_the_house_decides_nothing_is_ever_over() -> None:
    rule = rule_of([])
    assert not rule.decided
    assert rule.due(MAY) is None
    assert not rule.lists(date(1980, 1, 1), MAY)
    assert not rule.is_over(date(1980, 1, 1), MAY)


def test_the_last_decision_holds_and_may_go_back_on_it() -> None:
    decided = entry(("a", 1), RetentionSet(7, 45, MAY))
    assert rule_of([entry(("a", 2), RetentionSet(5, 30)), decided]) == Rule(5, 30)
    assert not rule_of([decided, entry(("a", 2), RetentionSet(0, 30))]).decided


def test_a_time_ends_on_the_day_of_the_closing() -> None:
    rule = Rule(7)
    assert rule.due(MAY) == date(2027, 5, 4)
    assert not rule.is_over(MAY, date(2027, 5, 3))
    assert rule.is_over(MAY, date(2027, 5, 4))


def test_a_day_that_a_year_does_not_have_ends_the_day_after() -> None:
    assert Rule(1).due(date(2028, 2, 29)) == date(2029, 3, 1)


def test_a_dossier_is_listed_as_many_days_ahead_as_was_decided() -> None:
    rule = Rule(7, 30)
    assert rule.lists(MAY, date(2027, 4, 4))
    assert not rule.lists(MAY, date(2027, 4, 3))


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.CLOSED])
def test_an_open_dossier_has_no_clock(status: Status) -> None:
    assert closed_on(lived((Status.FIRST_CONTACT, MAY), (status, MAY))) is None
    assert not Rule(1).is_over(None, date(2090, 1, 1))


def test_a_dossier_without_any_status_has_no_clock() -> None:
    assert closed_on(lived()) is None


def test_a_dossier_written_from_old_papers_is_as_old_as_its_closing() -> None:
    assert closed_on(lived((Status.FIRST_CONTACT, JULY), (Status.CLOSED, MAY))) == MAY


def test_opened_again_it_has_no_clock_and_closed_again_a_new_one() -> None:
    again = [(Status.FIRST_CONTACT, MAY), (Status.CLOSED, MAY), (Status.HOUSED, JUNE)]
    assert closed_on(lived(*again)) is None
    assert closed_on(lived(*again, (Status.CLOSED, JULY))) == JULY


def test_a_closing_typed_with_the_old_day_is_no_older_than_the_opening() -> None:
    again = [(Status.FIRST_CONTACT, MAY), (Status.CLOSED, MAY), (Status.HOUSED, JUNE)]
    assert closed_on(lived(*again, (Status.CLOSED, MAY))) == JUNE
