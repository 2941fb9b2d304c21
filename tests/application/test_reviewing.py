"""What changed asks that a level and a plan be looked at again; only people take the mark away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from indoors import Indoors
from weighed import say

from filet.application.attention import Concern, Step
from filet.application.planning import new_measure
from filet.application.reviewing import new_change
from filet.domain.errors import WordsMissing
from filet.domain.ids import CaseId
from filet.domain.instruments import Value
from filet.domain.kinds import Appears, ChangeNoted, Level, MeasureWritten, SafeContactSet
from filet.domain.rows import DueKind
from filet.gui.sayings import now_key


class Scene:
    """A dossier with a level, a plan and a safe way to reach her, on the day after."""

    def __init__(self) -> None:
        self.house = Indoors()
        self.house.enroll()
        self.use = self.house.services
        self.case: CaseId = self.house.case("Mirabelle")
        self.use.cases.set_safe_contact(self.case, SafeContactSet("555-0101"))
        self.house.sign(self.case, Level.MODERATE, review=30)
        item = MeasureWritten(new_measure(), "departure", "La porte", "", Appears.DOSSIER)
        self.use.planning.write(self.case, item)
        self.house.clock.move(days=1)

    def change(self, days: int = 0, trigger: str = "hearing") -> ChangeNoted:
        noted = ChangeNoted(new_change(), trigger, self.house.day(days), "Garde des enfants.")
        self.use.reviewing.note(self.case, noted)
        return noted

    def facts(self) -> list[str]:
        again = self.use.reviewing.again(self.use.cases.read(self.case))
        return [one.trigger for one in again.facts]

    def plan(self) -> list[str]:
        return [
            one.trigger for one in self.use.reviewing.again(self.use.cases.read(self.case)).plan
        ]

    def due(self) -> list[tuple[DueKind, str]]:
        until = (self.house.clock.today() + timedelta(days=60)).isoformat()
        return [(line.kind, line.text) for line in self.use.home.due(until)]


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_what_changed_stands_on_the_list_of_what_is_to_be_done(scene: Scene) -> None:
    scene.change()
    assert (DueKind.REVIEW, "hearing") in scene.due()
    assert (DueKind.PLAN, "hearing") in scene.due()
    (line,) = scene.use.home.first_page()
    assert line.review.startswith(scene.house.day(0).isoformat())


def test_a_yes_puts_it_there_at_once_and_a_no_does_not(scene: Scene) -> None:
    say(scene.house, scene.case, "separated", Value.NO)
    assert (DueKind.REVIEW, "separation") not in scene.due()
    say(scene.house, scene.case, "separated")
    assert (DueKind.REVIEW, "separation") in scene.due()


def test_a_new_level_leaves_the_plan_to_be_looked_at(scene: Scene) -> None:
    scene.change()
    scene.house.sign(scene.case, Level.AGGRAVATED, review=30)
    assert scene.facts() == []
    assert scene.plan() == ["hearing"]
    scene.use.reviewing.plan_reviewed(scene.case)
    assert scene.plan() == []
    assert [kind for kind, _ in scene.due()] == [DueKind.REVIEW]


def test_a_day_to_come_that_the_level_knew_asks_once_it_has_come(scene: Scene) -> None:
    scene.change(days=5)
    scene.house.sign(scene.case, Level.MODERATE, review=30)
    assert scene.facts() == []
    scene.house.clock.move(days=5)
    assert scene.facts() == ["hearing"]


def test_a_change_can_be_corrected_and_taken_back(scene: Scene) -> None:
    noted = scene.change()
    again = ChangeNoted(noted.change, "release", noted.on, "Pas une audience.")
    scene.use.reviewing.note(scene.case, again)
    assert scene.facts() == ["release"]
    scene.use.undoing.undo(scene.case)
    assert scene.facts() == ["hearing"]


def test_a_change_of_no_known_kind_is_refused(scene: Scene) -> None:
    with pytest.raises(WordsMissing):
        scene.change(trigger="weather")


def test_it_asks_for_attention_with_its_words_and_comes_next(scene: Scene) -> None:
    scene.change()
    file, attention = scene.use.cases.read(scene.case), scene.use.attention
    found = attention.of(file, scene.use.reviewing.again(file).facts)
    (changed,) = [matter for matter in found if matter.concern is Concern.CHANGED]
    assert changed.called is not None
    assert changed.called.words == "Garde des enfants."
    step = attention.next_step(file, now_key(scene.house.context), found)
    assert (step.step, step.late) == (Step.REVIEW, True)


def test_a_fact_that_stands_as_a_marker_is_not_said_twice(scene: Scene) -> None:
    say(scene.house, scene.case, "threats_to_kill")
    file = scene.use.cases.read(scene.case)
    found = scene.use.attention.of(file, scene.use.reviewing.again(file).facts)
    assert [matter.concern for matter in found] == [Concern.MARKER]
