"""Results of tools that were filled in elsewhere: as given, corrected by a new entry, on no paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from indoors import Indoors

from filet.application.composing import Issue
from filet.application.outside import new_outside
from filet.domain.errors import DayToCome, WordsMissing
from filet.domain.ids import CaseId
from filet.domain.instruments import Value
from filet.domain.kinds import Destination, Level, OutsideResultNoted
from filet.domain.moments import Precision, Told

ODARA = OutsideResultNoted(
    new_outside(), "ODARA", "5, catégorie 5-6", filled_by="Sûreté du Québec", trained=Value.YES
)


@pytest.fixture
def house() -> Indoors:
    made = Indoors()
    made.enroll()
    return made


@pytest.fixture
def case(house: Indoors) -> CaseId:
    return house.case("Violette", "Essai-Côté")


def kept(house: Indoors, case: CaseId) -> tuple[OutsideResultNoted, ...]:
    return house.desk.read(case).all(OutsideResultNoted)


def test_a_result_is_kept_as_it_was_given(house: Indoors, case: CaseId) -> None:
    house.services.outside.note(case, ODARA)
    assert kept(house, case) == (ODARA,)
    assert house.services.outside.find(case, ODARA.outside) == ODARA


def test_a_correction_takes_its_place_and_the_former_stays_readable(
    house: Indoors, case: CaseId
) -> None:
    house.services.outside.note(case, ODARA)
    corrected = replace(ODARA, result="6, catégorie 5-6")
    file = house.services.outside.note(case, corrected).value
    (entry,) = file.live.of(OutsideResultNoted)
    assert entry.content == corrected
    assert [one.content for one in file.superseded_by(entry)] == [ODARA]


def test_two_results_of_one_tool_stay_two(house: Indoors, case: CaseId) -> None:
    again = replace(ODARA, outside=new_outside(), result="3")
    for one in (ODARA, again):
        house.services.outside.note(case, one)
    assert kept(house, case) == (ODARA, again)


@pytest.mark.parametrize("field", ["tool", "result"])
def test_a_tool_and_its_result_are_needed_and_nothing_else(
    field: str, house: Indoors, case: CaseId
) -> None:
    empty = replace(ODARA, tool="  ") if field == "tool" else replace(ODARA, result=" \n")
    with pytest.raises(WordsMissing) as missing:
        house.services.outside.note(case, empty)
    assert missing.value.fields == {"field": field}
    house.services.outside.note(case, OutsideResultNoted(new_outside(), "SARA", "élevé"))
    assert kept(house, case)[0].trained is Value.UNKNOWN


def test_a_tool_cannot_have_been_filled_in_tomorrow(house: Indoors, case: CaseId) -> None:
    day = house.clock.today() + timedelta(days=1)
    told = Told("demain", day, day, Precision.DAY)
    with pytest.raises(DayToCome):
        house.services.outside.note(case, replace(ODARA, on=told))
    today = replace(told, first=house.clock.today(), last=house.clock.today())
    house.services.outside.note(case, replace(ODARA, on=today))
    assert kept(house, case)[0].on == today


def test_it_changes_neither_the_picture_nor_what_a_level_asserts(
    house: Indoors, case: CaseId
) -> None:
    before = house.services.appraising.picture(case)
    house.services.outside.note(case, ODARA)
    assert house.services.appraising.picture(case) == before
    house.sign(case, Level.AGGRAVATED)


def test_it_stands_on_no_paper(house: Indoors, case: CaseId) -> None:
    house.services.outside.note(case, replace(ODARA, tool="TZTOOL", result="TZRESULT"))
    for template, where in (
        ("stays", Destination.LIVES_APART),
        ("takes", Destination.LIVES_APART),
        ("card", Destination.LIVES_APART),
        ("bag", Destination.LIVES_APART),
        ("children", Destination.LIVES_APART),
        ("clinician", Destination.STAYS_HERE),
    ):
        paper, _ = house.services.printing.preview(case, Issue(template, "fr", where))
        assert "TZ" not in repr(paper)


def test_a_result_in_the_wrong_dossier_is_moved_with_all_that_it_ever_said(
    house: Indoors, case: CaseId
) -> None:
    right = house.case("Iris")
    house.services.outside.note(case, ODARA)
    house.services.outside.note(case, replace(ODARA, result="6"))
    (entry,) = house.desk.read(case).live.of(OutsideResultNoted)
    house.services.erasing.move(case, (entry.ref,), right)
    assert [one.result for one in kept(house, right)] == ["6"]
    said = [entry.content for entry in house.desk.read(case).entries]
    assert not any(isinstance(one, OutsideResultNoted) for one in said)
