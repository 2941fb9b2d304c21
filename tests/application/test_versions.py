"""Each paper freezes a state of the plan; what was learnt since makes the plan stale."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fakes.clock import FixedClock
from fakes.vault import FakeVault
from tools import shipped

from filet.adapters.catalogue import Catalogue
from filet.application.cases import Cases
from filet.application.composing import Issue
from filet.application.desk import Desk
from filet.application.planning import Planning, new_measure
from filet.application.printing import Printing, Sheet
from filet.application.screening import Screening
from filet.application.versions import Staleness, Versions
from filet.domain.blocks import Paper
from filet.domain.errors import WordsMissing
from filet.domain.ids import CaseId, MeasureId, PaperId, StatementId, WorkerId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    Appears,
    Destination,
    MayTellHer,
    MeasureWritten,
    PaperIssued,
    Source,
    SourceKind,
    StatementMade,
)


class Press:
    """Makes sheets of nothing."""

    def print(self, paper: Paper) -> Sheet:
        return Sheet(b"", 1, "digest")


class Lock:
    """Closes nothing."""

    def phrase(self) -> str:
        return "six mots"

    def protect(self, data: bytes, phrase: str) -> bytes:
        return data


class Room:
    """One dossier with a plan, what was said, and its papers."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.clock = FixedClock()
        self.desk = Desk(FakeVault(), self.clock, WorkerId(uuid4()))
        self.plan = catalogue.plan()
        self.planning = Planning(self.desk, catalogue)
        self.printing = Printing(self.desk, catalogue, Press(), Lock())
        self.screening = Screening(self.desk)
        self.versions = Versions(self.desk, catalogue)
        self.case: CaseId = Cases(self.desk).create("Mirabelle").value.case

    def keep(self, text: str, measure: MeasureId | None = None, **more: Any) -> MeasureId:
        fields = {"section": "signs", "rank": "i", "appears": Appears.STAYS} | more
        written = MeasureWritten(measure or new_measure(), text=text, **fields)
        self.planning.write(self.case, written)
        return written.measure

    def keep_idea(self, name: str) -> MeasureId:
        (found,) = (one for one in self.plan.measures if one.id == name)
        measure = new_measure()
        self.planning.keep_idea(self.case, self.plan.origin(found), "fr", measure)
        return measure

    def says(
        self,
        item: str,
        value: Value = Value.YES,
        kind: SourceKind = SourceKind.HER,
        replaces: StatementMade | None = None,
    ) -> StatementMade:
        told = MayTellHer.YES if kind is SourceKind.HER else MayTellHer.UNDECIDED
        identity = replaces.statement if replaces else StatementId(uuid4())
        said = StatementMade(
            identity, f"{item}@inventaire-filet-1", value, Source(kind), may_tell_her=told
        )
        self.screening.state(self.case, said)
        return said

    def print(self, template: str = "stays") -> PaperId:
        issue = Issue(template, "fr", Destination.STAYS_HERE)
        file, _ = self.printing.issue(self.case, issue, lambda _: None).value
        return file.all(PaperIssued)[-1].paper

    def texts(self) -> list[list[str]]:
        return [[one.text for one in v.items] for v in self.versions.versions(self.case)]

    def stale(self) -> Staleness:
        return self.versions.staleness(self.case)


@pytest.fixture(scope="module")
def catalogue(repository: Path) -> Catalogue:
    return shipped()


@pytest.fixture
def room(catalogue: Catalogue) -> Room:
    return Room(catalogue)


# Versions ---------------------------------------------------------------------------------


def test_a_plan_that_never_became_paper_has_no_version(room: Room) -> None:
    room.keep("Il se tait.")
    assert room.versions.versions(room.case) == ()


def test_each_paper_freezes_the_plan_as_it_stood(room: Room) -> None:
    first = room.keep("Il se tait.")
    room.print()
    room.keep("Il se tait, puis il range.", first)
    room.print()
    room.planning.remove(room.case, first)
    assert room.texts() == [["Il se tait."], ["Il se tait, puis il range."]]
    assert [version.number for version in room.versions.versions(room.case)] == [1, 2]


def test_papers_of_one_state_are_one_version(room: Room) -> None:
    room.keep("Il se tait.")
    papers = {room.print(), room.print("takes"), room.print("clinician")}
    (version,) = room.versions.versions(room.case)
    assert {issued.paper for issued in version.papers} == papers


def test_two_versions_are_compared_and_one_with_today(room: Room) -> None:
    first = room.keep("Il se tait.")
    one = room.print()
    second = room.keep("Il range.", rank="z")
    two = room.print()
    room.planning.remove(room.case, first)
    between = room.versions.compare(room.case, one, two)
    assert [item.measure for item in between.added] == [second]
    assert not between.removed
    since = room.versions.compare(room.case, one)
    assert [item.measure for item in since.added] == [second]
    assert [item.measure for item in since.removed] == [first]


def test_an_unknown_paper_is_no_version(room: Room) -> None:
    with pytest.raises(WordsMissing):
        room.versions.compare(room.case, PaperId(uuid4()))


# A plan that is stale ---------------------------------------------------------------------


def test_a_plan_that_was_just_printed_is_not_stale(room: Room) -> None:
    room.says("neck_squeezed")
    room.keep("Il se tait.")
    room.print()
    stale = room.stale()
    assert not stale
    assert stale.at is not None


def test_what_she_said_since_the_paper_is_named(room: Room) -> None:
    room.print()
    room.says("weapon_in_reach")
    room.planning.set_situations(room.case, frozenset({"rural"}))
    stale = room.stale()
    assert stale
    assert (stale.true_now, stale.lived_now) == (("weapon_in_reach",), ("rural",))


def test_what_she_changed_in_the_plan_since_the_paper_is_named(room: Room) -> None:
    first = room.keep("Il se tait.")
    room.print("card")
    second = room.keep("Il range.", rank="z")
    room.keep("Il ne parle plus.", first)
    changes = room.stale().changes
    assert [item.measure for item in changes.added] == [second]
    assert [(one.before.text, one.after.text) for one in changes.rewritten] == [
        ("Il se tait.", "Il ne parle plus.")
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_was_said_has_a_name_in_each_language(language: str, room: Room) -> None:
    names = room.versions.item_names(room.case, language)
    assert (
        names["neck_squeezed"]
        == {
            "fr": "Il lui a serré le cou",
            "en": "He squeezed her neck",
        }[language]
    )


def test_what_a_partner_said_and_she_does_not_know_makes_nothing_stale(room: Room) -> None:
    room.print()
    room.says("weapon_in_reach", kind=SourceKind.POLICE)
    assert not room.stale()


def test_what_is_no_longer_said_is_named_and_so_is_what_it_had_brought_up(room: Room) -> None:
    said = room.says("new_partner")
    room.planning.set_situations(room.case, frozenset({"pets"}))
    kept = room.keep_idea("apart_other")
    animal = room.keep_idea("prep_pets")
    room.print()
    room.says("new_partner", Value.NO, replaces=said)
    room.planning.set_situations(room.case, frozenset())
    stale = room.stale()
    assert stale.no_longer_true == ("new_partner",)
    assert stale.no_longer_lived == ("pets",)
    assert {item.measure for item in stale.not_holding} == {kept, animal}


def test_an_item_that_no_longer_holds_is_named_without_any_paper(room: Room) -> None:
    room.planning.set_situations(room.case, frozenset({"pets"}))
    kept = room.keep_idea("prep_pets")
    room.planning.set_situations(room.case, frozenset())
    stale = room.stale()
    assert stale.at is None
    assert [item.measure for item in stale.not_holding] == [kept]


def test_what_she_wrote_again_since_then_is_hers(room: Room) -> None:
    room.planning.set_situations(room.case, frozenset({"pets"}))
    kept = room.keep_idea("prep_pets")
    room.planning.set_situations(room.case, frozenset())
    (item,) = room.stale().not_holding
    room.keep("Le chien va chez Prunelle.", kept, section=item.section, origin=item.origin)
    assert not room.stale()


def test_an_idea_for_everyone_and_an_item_of_her_own_always_hold(room: Room) -> None:
    said = room.says("neck_squeezed")
    room.keep_idea("neck_emergency")
    room.keep("À moi.")
    room.keep("D'un autre temps.", origin="gone@quebec-0")
    room.says("neck_squeezed", Value.NO, replaces=said)
    assert room.stale().not_holding == ()
