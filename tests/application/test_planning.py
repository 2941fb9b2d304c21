"""Ideas with their because, her words, and how far each may go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fakes.clock import FixedClock
from fakes.vault import FakeVault
from tools import shipped

from filet.adapters.catalogue import Catalogue
from filet.application.cases import Cases
from filet.application.desk import Desk
from filet.application.drafting import Drafting
from filet.application.planning import (
    Planning,
    measures,
    new_measure,
    usual_nature,
    usual_paper,
)
from filet.application.screening import Screening
from filet.application.undoing import Undoing
from filet.domain.errors import NotForThisPaper, WordsMissing
from filet.domain.ids import CaseId, StatementId, WorkerId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    Appears,
    MayTellHer,
    MeasureWritten,
    SituationsSet,
    Source,
    SourceKind,
    StatementMade,
)
from filet.domain.plan import TriggerKind, may_leave

POLICE = Source(SourceKind.POLICE, organisation="police")


class Room:
    """One dossier, and its plan."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.clock = FixedClock()
        self.desk = Desk(FakeVault(), self.clock, WorkerId(uuid4()))
        self.planning = Planning(self.desk, catalogue)
        self.screening = Screening(self.desk)
        self.case: CaseId = Cases(self.desk).create("Mirabelle").value.case

    def say(self, item: str, source: Source) -> StatementId:
        said = StatementMade(StatementId(uuid4()), f"{item}@inventaire-filet-1", Value.YES, source)
        self.screening.state(self.case, said)
        return said.statement

    def triggers(self) -> set[str]:
        kinds = (TriggerKind.CRITICAL, TriggerKind.MARKER, TriggerKind.ITEM)
        ideas = self.planning.ideas(self.case)
        return {idea.trigger.id for idea in ideas if idea.trigger.kind in kinds}

    def item(self, **more: Any) -> MeasureWritten:
        rank = self.planning.last_rank(self.case, "if_violent")
        plain = MeasureWritten(new_measure(), "if_violent", "Je sors.", rank, Appears.STAYS)
        return replace(plain, **more)


@pytest.fixture(scope="module")
def catalogue(repository: Path) -> Catalogue:
    return shipped()


@pytest.fixture
def room(catalogue: Catalogue) -> Room:
    return Room(catalogue)


def test_what_she_said_proposes_ideas_with_their_because(room: Room) -> None:
    room.say("neck_squeezed", Source(SourceKind.HER))
    assert "strangulation" in room.triggers()
    first = room.planning.ideas(room.case)[0]
    assert first.trigger.id == "strangulation"
    assert first.measure.texts["fr"].because


def test_what_a_partner_said_proposes_nothing_until_a_worker_decides(room: Room) -> None:
    statement = room.say("weapon_in_reach", POLICE)
    assert room.triggers() == set()
    room.screening.decide(room.case, statement, MayTellHer.YES)
    assert "weapon" in room.triggers()


def test_a_kept_idea_is_not_proposed_again(room: Room) -> None:
    idea = room.planning.ideas(room.case)[0]
    room.planning.write(room.case, room.item(origin=idea.origin))
    assert idea.origin not in [other.origin for other in room.planning.ideas(room.case)]


def test_an_idea_that_is_not_for_her_stays_out(room: Room) -> None:
    idea = room.planning.ideas(room.case)[0]
    room.planning.refuse(room.case, idea.origin)
    assert idea.origin not in [other.origin for other in room.planning.ideas(room.case)]


def test_an_item_written_again_replaces_the_former_and_keeps_it_readable(room: Room) -> None:
    item = room.item()
    room.planning.write(room.case, item)
    file = room.planning.write(room.case, replace(item, text="Je vais vers l'entrée.")).value
    assert [kept.text for kept in measures(file)] == ["Je vais vers l'entrée."]
    (entry,) = file.live.of(MeasureWritten)
    assert item.text == "Je sors."
    assert [former.content for former in file.superseded_by(entry)] == [item]


def test_items_stand_in_the_order_she_gives_them(room: Room) -> None:
    for text in ("un", "deux", "trois"):
        room.planning.write(room.case, room.item(text=text))
    assert [item.text for item in measures(room.desk.read(room.case))] == ["un", "deux", "trois"]


def test_a_removed_item_is_gone_from_the_plan(room: Room) -> None:
    item = room.item()
    room.planning.write(room.case, item)
    assert measures(room.planning.remove(room.case, item.measure).value) == ()


@pytest.mark.parametrize("appears", [Appears.TAKES, Appears.CARD])
def test_nothing_leaves_before_somebody_asked_what_if_he_reads_it(
    room: Room, appears: Appears
) -> None:
    with pytest.raises(NotForThisPaper):
        room.planning.write(room.case, room.item(appears=appears))
    room.planning.write(room.case, room.item(appears=appears, read_by_him="Ça ne dit rien."))


@pytest.mark.parametrize(
    "nature",
    [
        "departure",
        "destination",
        "driver",
        "bag",
        "hidden_phone",
        "workers",
        "partner_fact",
        "location",
        "his_whereabouts",
    ],
)
def test_some_things_never_leave_whatever_is_answered(room: Room, nature: str) -> None:
    item = room.item(nature=nature, appears=Appears.TAKES, read_by_him="On y a pensé.")
    with pytest.raises(NotForThisPaper):
        room.planning.write(room.case, item)


def test_an_item_says_something(room: Room) -> None:
    with pytest.raises(WordsMissing):
        room.planning.write(room.case, room.item(text=" \n"))


def test_an_answer_of_which_nothing_is_kept_is_no_answer(room: Room) -> None:
    with pytest.raises(NotForThisPaper):
        room.planning.write(room.case, room.item(appears=Appears.TAKES, read_by_him="\x00"))


def test_an_idea_put_aside_can_be_brought_back_whatever_its_version(room: Room) -> None:
    idea = room.planning.ideas(room.case)[0]
    room.planning.refuse(room.case, idea.origin.replace("-1", "-0"))
    board = room.planning.board(room.case)
    assert [measure.id for measure in board.set_aside] == [idea.measure.id]
    room.planning.bring_back(room.case, idea.origin)
    board = room.planning.board(room.case)
    assert board.set_aside == ()
    assert board.ideas[0].origin == idea.origin


def test_what_was_not_put_aside_cannot_be_brought_back(room: Room) -> None:
    with pytest.raises(WordsMissing):
        room.planning.bring_back(room.case, "nothing@quebec-1")


def test_undoing_a_bringing_back_puts_the_idea_aside_again(room: Room) -> None:
    idea = room.planning.ideas(room.case)[0]
    undoing = Undoing(room.desk)
    room.planning.refuse(room.case, idea.origin)
    room.clock.move(seconds=1)
    room.planning.bring_back(room.case, idea.origin)
    undoing.undo(room.case)
    assert idea.origin not in [other.origin for other in room.planning.ideas(room.case)]


def test_situations_of_her_life_are_kept_and_replaced(room: Room) -> None:
    room.planning.set_situations(room.case, frozenset({"rural", "pets"}))
    room.planning.set_situations(room.case, frozenset({"pets", "unknown"}))
    assert room.desk.read(room.case).all(SituationsSet) == (SituationsSet(("pets",)),)
    kinds = {idea.trigger.kind for idea in room.planning.ideas(room.case)}
    assert TriggerKind.SITUATION in kinds


def test_an_idea_is_kept_as_it_is_proposed_no_farther_than_its_nature_allows(room: Room) -> None:
    for idea in room.planning.ideas(room.case):
        room.planning.keep_idea(room.case, idea.origin, "fr", new_measure())
    for item in measures(room.desk.read(room.case)):
        assert item.appears in (Appears.DOSSIER, Appears.STAYS)
        assert item.appears is Appears.DOSSIER or may_leave(item.nature)
        assert item.read_by_him == ""


def test_an_item_written_without_a_rank_comes_last(room: Room) -> None:
    for text in ("un", "deux", "trois"):
        room.planning.write(room.case, room.item(text=text, rank=""))
    assert [item.text for item in measures(room.desk.read(room.case))] == ["un", "deux", "trois"]


def written(room: Room, *ranks: str) -> list[MeasureWritten]:
    items = [room.item(text=str(n), rank=rank) for n, rank in enumerate(ranks)]
    items = sorted(items, key=lambda item: (item.rank, item.measure.bytes))
    for item in items:
        room.planning.write(room.case, item)
    return items


@pytest.mark.parametrize("ranks", [("a", "b", "c"), ("i", "i", "i")])
def test_an_item_moves_up_even_between_two_of_the_same_rank(
    room: Room, ranks: tuple[str, ...]
) -> None:
    first, second, third = written(room, *ranks)
    file = room.planning.move(room.case, third.measure, -1).value
    order = [item.measure for item in measures(file)]
    assert order == [first.measure, third.measure, second.measure]


def test_an_item_at_an_end_stays_there_and_nothing_is_written(room: Room) -> None:
    (first, *_) = written(room, "a", "b")
    before = len(room.desk.read(room.case).entries)
    assert room.planning.move(room.case, first.measure, -1).changed == frozenset()
    assert len(room.desk.read(room.case).entries) == before


def test_writing_an_item_drops_its_draft_in_the_same_transaction(room: Room) -> None:
    drafting = Drafting(room.desk)
    key = drafting.key("scenario:1", room.case)
    drafting.keep(key, {"text": "Je sors"})
    assert drafting.places(room.case, "scenario:") == ("scenario:1",)
    room.planning.write(room.case, room.item(), key)
    assert drafting.places(room.case, "scenario:") == ()


def test_where_most_ideas_stay_inside_so_does_an_item_of_her_own(catalogue: Catalogue) -> None:
    plan = catalogue.plan()
    assert usual_nature(plan, "leaving") == "departure"
    assert usual_nature(plan, "people") == "general"
    assert usual_paper("departure") is Appears.DOSSIER
    assert usual_paper("general") is Appears.STAYS
