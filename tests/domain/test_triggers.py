"""What asks for another look: from when, by what, and what takes the mark away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from builders import CASE, entry, person, stated
from examples import CALL, LEVEL, MEASURE

from filet.domain.casefile import CaseFile, fold
from filet.domain.ids import HOUSE, ChangeId, Ref
from filet.domain.instruments import Value
from filet.domain.journal import Entry
from filet.domain.kinds import (
    Appears,
    CallAttached,
    CaseCreated,
    ChangeNoted,
    Content,
    Level,
    LevelSigned,
    MeasureWritten,
    PersonDescribed,
    PlanReviewed,
    Role,
    SituationsSet,
    SomeoneAsked,
    Status,
    StatusSet,
    TakenBack,
)
from filet.domain.moments import Due, Instant
from filet.domain.rows import DueKind, case_line, due_lines, standing_levels
from filet.domain.triggers import Trigger, called, plan_called, tells

START = date(2026, 2, 2)
SEPARATION = Trigger(
    "separation", frozenset({"separated"}), situations=frozenset({"separated"}), sought=True
)
HEARING, PARTNER = Trigger("hearing"), Trigger("new_partner", roles=frozenset({Role.NEW_PARTNER}))
MOVE = Trigger("move", statuses=frozenset({Status.OUTREACH}))
ALL = (SEPARATION, HEARING, PARTNER, MOVE)
HER = person(1)


def at(day: int) -> int:
    moment = datetime(START.year, START.month, START.day, 15, tzinfo=UTC) + timedelta(days=day)
    return Instant.of(moment).at


def lived(*contents: Content, refs: dict[int, int] | None = None) -> CaseFile:
    """Return a dossier in which one thing was written a day, the first on the second of February."""
    every = (CaseCreated("26-A-0145"), *contents)
    written = []
    for seq, one in enumerate(every, 1):
        back = [("a", (refs or {})[seq])] if seq in (refs or {}) else []
        case = HOUSE if isinstance(one, SomeoneAsked) else CASE
        written.append(entry(("a", seq), one, *back, at=at(seq - 1), case=case))
    return fold(CASE, written)


def level(which: Level = Level.MODERATE, review: Due | None = None) -> LevelSigned:
    return LevelSigned(LEVEL, which, (HER,), (), "x", review, False, (), (), "", "", ())


def signed_entry(file: CaseFile) -> Entry:
    return standing_levels(file)[-1]


def since(file: CaseFile) -> list[tuple[str, date]]:
    return [(one.trigger, one.since) for one in called(file, ALL, signed_entry(file))]


def change(trigger: str, on: date | None = None) -> ChangeNoted:
    return ChangeNoted(ChangeId(UUID(int=5)), trigger, on, "au palais")


SAID = stated(item="separated@inventaire-filet-1")


def test_what_was_told_after_the_level_asks_from_the_day_it_was_told() -> None:
    assert since(lived(level(), SAID)) == [("separation", date(2026, 2, 4))]


def test_what_the_level_knew_asks_for_nothing() -> None:
    assert since(lived(SAID, level())) == []


@pytest.mark.parametrize("value", [Value.NO, Value.UNKNOWN, Value.DECLINED, None])
def test_only_a_yes_asks(value: Value | None) -> None:
    said = replace(SAID, value=value)
    assert since(lived(level(), said)) == []
    assert not tells(said, ALL)


def test_a_hearing_that_was_known_asks_again_once_its_day_has_come() -> None:
    file = lived(change("hearing", date(2026, 3, 3)), level())
    assert since(file) == [("hearing", date(2026, 3, 3))]


def test_a_hearing_noted_after_the_level_asks_at_once() -> None:
    (found,) = called(file := lived(level(), change("hearing", date(2026, 3, 3))), ALL,
                      signed_entry(file))  # fmt: skip
    assert (found.since, found.happened) == (date(2026, 2, 4), date(2026, 3, 3))
    assert found.words == "au palais"


def test_a_new_level_takes_the_mark_away_and_nothing_else_does() -> None:
    note = lived(level(), SAID, PlanReviewed(), StatusSet(Status.CLOSED, START))
    assert [name for name, _ in since(note)] == ["separation"]
    assert since(lived(level(), SAID, level(Level.AGGRAVATED))) == []


def test_what_is_taken_back_asks_for_nothing() -> None:
    file = lived(level(), change("hearing"), TakenBack(), refs={4: 3})
    assert since(file) == []


def test_a_new_partner_asks_once_however_often_he_is_described() -> None:
    him = PersonDescribed(person(7), Role.NEW_PARTNER, "Basile")
    again = replace(him, given="Basil")
    assert since(lived(him, level(), again, refs={4: 2})) == []
    assert since(lived(level(), him, again, refs={4: 3})) == [("new_partner", date(2026, 2, 4))]


def test_leaving_the_house_asks_and_a_first_status_does_not() -> None:
    out = StatusSet(Status.OUTREACH, START)
    assert since(lived(level(), out)) == []
    left = lived(StatusSet(Status.HOUSED, START), level(), out, refs={4: 2})
    assert since(left) == [("move", date(2026, 2, 5))]


def test_a_situation_asks_from_the_day_it_was_first_said() -> None:
    first, more = SituationsSet(("separated",)), SituationsSet(("rural", "separated"))
    assert since(lived(first, level(), more, refs={4: 2})) == []
    assert since(lived(level(), first)) == [("separation", date(2026, 2, 4))]


def test_a_situation_that_the_level_knew_otherwise_asks_for_nothing() -> None:
    ticked = SituationsSet(("separated",))
    assert since(lived(SAID, level(), ticked)) == []
    assert since(lived(level(), SAID, ticked)) != []


def test_somebody_who_looks_for_her_asks_since_it_was_attached_to_her() -> None:
    asked = SomeoneAsked(CALL, name="Un cousin", suspicious=True)
    plain = lived(asked, level(), CallAttached(CALL, ref_of(2)))
    assert since(plain) == [("separation", date(2026, 2, 5))]
    calm = replace(asked, suspicious=False)
    assert since(lived(calm, level(), CallAttached(CALL, ref_of(2)))) == []


def ref_of(seq: int) -> Ref:
    return entry(("a", seq), None).ref


def test_a_plan_is_looked_at_again_only_when_somebody_says_so() -> None:
    measure = MeasureWritten(MEASURE, "depart", "La porte", "m", Appears.DOSSIER)
    file = lived(measure, change("hearing"), measure)
    assert [one.trigger for one in plan_called(file, ALL)] == ["hearing"]
    assert plan_called(lived(measure, change("hearing"), PlanReviewed()), ALL) == ()
    assert plan_called(lived(change("hearing")), ALL) == ()


def test_the_mark_is_something_to_do_and_makes_the_level_late_on_the_list() -> None:
    file = lived(level(review=Due(date(2026, 3, 1))), SAID)
    (due,) = due_lines(file, ALL)
    assert (due.kind, due.due, due.text) == (DueKind.REVIEW, "2026-02-04 24:00", "separation")
    line = case_line(file, ALL)
    assert line is not None
    assert line.review == "2026-02-04 24:00"
    assert line.next_text == ""


def test_a_review_that_comes_sooner_stays_the_reason() -> None:
    file = lived(level(review=Due(date(2026, 2, 3))), SAID)
    assert [one.text for one in due_lines(file, ALL)] == [""]


def test_a_plan_to_look_at_again_is_something_to_do() -> None:
    measure = MeasureWritten(MEASURE, "depart", "La porte", "m", Appears.DOSSIER)
    (due,) = due_lines(lived(measure, change("hearing")), ALL)
    assert (due.kind, due.text) == (DueKind.PLAN, "hearing")
