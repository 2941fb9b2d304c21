"""What asks for attention in a dossier, and the next thing to do."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from builders import person
from fakes.clock import FixedClock
from fakes.vault import FakeVault
from tools import shipped

from filet.adapters.catalogue import Catalogue
from filet.application.appraising import Appraising, Judgement, new_action
from filet.application.attention import Attention, Concern, Matter, NextStep, Step, next_step
from filet.application.calls import Calls, new_call
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.screening import Screening
from filet.domain.ids import CaseId, MeasureId, StatementId, WorkerId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    ActionPlanned,
    Appears,
    Level,
    MeasureWritten,
    SafeContactSet,
    SomeoneAsked,
    Source,
    SourceKind,
    StatementMade,
)
from filet.domain.moments import Due

POLICE = Source(SourceKind.POLICE, organisation="police")


class Room:
    def __init__(self, catalogue: Catalogue) -> None:
        self.clock = FixedClock()
        self.desk = Desk(FakeVault(), self.clock, WorkerId(uuid4()))
        self.attention = Attention(self.desk, catalogue)
        self.appraising = Appraising(self.desk, catalogue)
        self.calls = Calls(self.desk)
        self.cases = Cases(self.desk)
        self.case: CaseId = self.cases.create("Mirabelle").value.case

    def say(self, item: str = "neck_squeezed", value: Value = Value.YES) -> None:
        key = f"{item}@inventaire-filet-1"
        said = StatementMade(StatementId(uuid4()), key, value, POLICE)
        Screening(self.desk).state(self.case, said)

    def sign(self, review: date) -> None:
        judgement = Judgement(Level.AGGRAVATED, (person(1),), (), "Il sait.", Due(review))
        self.appraising.sign(self.case, judgement)

    def is_sought(self, *, suspicious: bool = True) -> None:
        asked = SomeoneAsked(new_call(), organisation="CLSC", suspicious=suspicious)
        entry = self.calls.note(asked).value
        self.calls.join(self.case, entry.ref)

    def matters(self) -> tuple[Matter, ...]:
        return self.attention.of(self.desk.read(self.case))

    def next(self) -> NextStep:
        now = self.clock.wall()
        key = Due(now.date(), f"{now:%H:%M}").key()
        return next_step(self.desk.read(self.case), key, self.matters())


@pytest.fixture
def room(repository: Path) -> Room:
    return Room(shipped())


def test_nothing_asks_for_attention_in_a_new_dossier(room: Room) -> None:
    assert room.matters() == ()


def test_whoever_looks_for_her_stands_first(room: Room) -> None:
    room.is_sought()
    room.clock.move(days=2)
    room.say()
    assert [matter.concern for matter in room.matters()] == [Concern.SOUGHT, Concern.MARKER]


def test_a_question_that_worries_nobody_is_only_kept(room: Room) -> None:
    room.is_sought(suspicious=False)
    assert room.matters() == ()


def test_a_critical_marker_is_told_with_its_source_and_date(room: Room) -> None:
    room.say()
    (matter,) = room.matters()
    assert matter.marker is not None
    assert matter.marker.id == "strangulation"
    assert (matter.source, matter.day) == (POLICE, room.clock.today())


def test_what_is_denied_raises_nothing(room: Room) -> None:
    room.say(value=Value.NO)
    assert room.matters() == ()


def test_a_marker_known_when_a_level_was_signed_is_not_new(room: Room) -> None:
    room.say()
    room.sign(room.clock.today() + timedelta(days=3))
    assert room.matters() == ()


def test_a_level_past_its_review_is_told(room: Room) -> None:
    review = room.clock.today() + timedelta(days=3)
    room.sign(review)
    room.clock.move(days=4)
    (matter,) = room.matters()
    assert (matter.concern, matter.day) == (Concern.LATE_LEVEL, review)


def test_at_most_five_things_are_told(room: Room) -> None:
    for _ in range(7):
        room.is_sought()
    assert len(room.matters()) == 5


def test_how_to_reach_her_comes_before_all_that_is_not_late(room: Room) -> None:
    room.appraising.plan(
        room.case, ActionPlanned(new_action(), "Appeler", due=Due(date(2027, 1, 1)))
    )
    assert room.next().step is Step.SAFE_CONTACT


def test_what_is_due_soonest_comes_next(room: Room) -> None:
    room.cases.set_safe_contact(room.case, SafeContactSet("819 555-0117"))
    action = ActionPlanned(new_action(), "Appeler", due=Due(date(2026, 11, 22)))
    room.appraising.plan(room.case, action)
    step = room.next()
    assert (step.step, step.late) == (Step.ACTION, True)
    assert step.due is not None
    assert step.due.text == "Appeler"


def test_with_nothing_to_do_her_words_come_next(room: Room) -> None:
    room.cases.set_safe_contact(room.case, SafeContactSet("819 555-0117"))
    assert room.next().step is Step.FIRST_WORDS


def test_a_review_comes_next_when_it_is_the_soonest(room: Room) -> None:
    room.sign(room.clock.today() - timedelta(days=1))
    assert room.next().step is Step.REVIEW


def test_a_critical_fact_that_no_level_knows_of_comes_before_all_else(room: Room) -> None:
    late = ActionPlanned(new_action(), "Appeler", due=Due(date(2026, 11, 22)))
    room.appraising.plan(room.case, late)
    room.say()
    step = room.next()
    assert step.step is Step.APPRAISE
    assert step.matter is not None
    assert step.matter.marker is not None
    assert step.matter.marker.id == "strangulation"


def test_a_level_that_takes_it_into_account_lets_it_rest(room: Room) -> None:
    room.say()
    room.sign(room.clock.today() + timedelta(days=3))
    assert room.next().step is Step.SAFE_CONTACT


def test_once_she_spoke_a_level_comes_next(room: Room) -> None:
    room.cases.set_safe_contact(room.case, SafeContactSet("819 555-0117"))
    room.cases.note(room.case, "Elle a appelé.")
    assert room.next() == NextStep(Step.APPRAISE)


def test_after_a_level_her_plan_comes_next(room: Room) -> None:
    room.cases.set_safe_contact(room.case, SafeContactSet("819 555-0117"))
    room.cases.note(room.case, "Elle a appelé.")
    room.sign(room.clock.today() + timedelta(days=3))
    step = room.next()
    assert step.step is Step.PLAN
    assert step.level is not None
    assert step.level.level is Level.AGGRAVATED


def test_a_plan_that_is_begun_leaves_room_for_what_is_planned(room: Room) -> None:
    room.cases.set_safe_contact(room.case, SafeContactSet("819 555-0117"))
    room.cases.note(room.case, "Elle a appelé.")
    room.sign(room.clock.today() + timedelta(days=3))
    written = MeasureWritten(MeasureId(uuid4()), "now", "La porte", "m", Appears.DOSSIER)
    room.desk.record(room.case, Write(written))
    step = room.next()
    assert (step.step, step.late) == (Step.REVIEW, False)


def test_a_reason_that_is_late_is_asked_for(room: Room) -> None:
    judgement = Judgement(
        Level.IMMINENT, (person(1),), (), "", Due(date(2026, 12, 24)), provisional=True
    )
    room.appraising.sign(room.case, judgement)
    room.clock.move(hours=9)
    assert (room.next().step, room.next().late) == (Step.REASON, True)


def test_each_critical_fact_stands_once_on_the_chart_when_it_was_first_told(room: Room) -> None:
    room.say()
    first = room.clock.today()
    room.clock.move(days=2)
    room.say()
    room.say("weapon_in_reach")
    room.say("jealousy")
    found = room.attention.events(room.desk.read(room.case))
    told = [(one.marker.id, one.day) for one in found if one.marker is not None]
    assert told == [("strangulation", first), ("weapon", first + timedelta(days=2))]
