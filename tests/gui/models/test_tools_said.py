"""What the instruments say: ranges and all that is not certain, and nothing of a level."""

from __future__ import annotations

import pytest
from indoors import Indoors
from weighed import HER, POLICE, say

from filet.application.screening import PaperForm
from filet.domain.ids import CaseId
from filet.domain.instruments import Value
from filet.domain.kinds import Source
from filet.gui.models.tools_said import ToolSaid, tools_said


def filled(
    house: Indoors, case: CaseId, pack: str, answers: dict[str, Value], source: Source = HER
) -> None:
    house.services.screening.enter_form(case, PaperForm(pack, answers, source))


def said(house: Indoors, case: CaseId) -> tuple[ToolSaid, ...]:
    return tools_said(house.context, house.services.appraising.sheet(case))


@pytest.fixture
def house() -> Indoors:
    return Indoors()


@pytest.fixture
def case(house: Indoors) -> CaseId:
    return house.case("Iris")


def test_the_inventory_counts_nothing_and_says_nothing(house: Indoors, case: CaseId) -> None:
    say(house, case, "neck_squeezed")
    assert said(house, case) == ()


def test_unknown_answers_give_a_range(house: Indoors, case: CaseId) -> None:
    answers = {str(number): Value.NO for number in range(1, 21)}
    filled(house, case, "da-2004-1", answers | {"6": Value.YES, "2": Value.UNKNOWN})
    (tool,) = said(house, case)
    assert tool.range == "De 3 à 8 sur 37"
    assert tool.unknown == "1 réponse inconnue ou sans réponse."
    assert tool.scale is not None
    assert (tool.scale.low, tool.scale.high) == (3, 8)


def test_two_voices_that_disagree_are_to_be_cleared_up(house: Indoors, case: CaseId) -> None:
    answers = {str(number): Value.NO for number in range(1, 21)}
    filled(house, case, "da-2004-1", answers)
    filled(house, case, "da-2004-1", {"2": Value.YES}, POLICE)
    (tool,) = said(house, case)
    assert tool.range == "De 0 à 5 sur 37"
    assert tool.unknown == "1 à éclaircir."


def test_a_form_with_all_its_answers_gives_one_number(house: Indoors, case: CaseId) -> None:
    filled(house, case, "da-2004-1", {str(number): Value.NO for number in range(1, 21)})
    (tool,) = said(house, case)
    assert (tool.range, tool.unknown) == ("0 sur 37", "")
    assert "danger variable" in tool.band


def test_a_form_without_a_number_says_its_bands(house: Indoors, case: CaseId) -> None:
    filled(house, case, "lap-1", {"4": Value.YES})
    (tool,) = said(house, case)
    assert tool.range == ""
    assert "seuil non atteint" in tool.band
    assert "danger élevé, selon les réponses" in tool.band
    assert tool.scale is None


def test_a_form_that_contradicts_itself_gives_no_result(house: Indoors, case: CaseId) -> None:
    form = PaperForm("da-2004-1", {"3": Value.YES}, HER, frozenset({"3a"}))
    house.services.screening.enter_form(case, form)
    (tool,) = said(house, case)
    assert (
        tool.range
        == "Les réponses de ce formulaire se contredisent\u00a0: il ne donne aucun résultat."
    )
    assert tool.scale is None


def test_each_published_threshold_is_told_with_its_source_and_none_decides(
    house: Indoors, case: CaseId
) -> None:
    for item, grade in (("1", 3), ("2", 2), ("3", 2)):
        say(house, case, item, None, scale=grade, pack="hits-1")
    (open_,) = said(house, case)
    assert tuple(line.replace("\u00a0", " ") for line in open_.cutoffs) == (
        "10 ou plus (USPSTF 2018) : atteint ou non, selon ce qu’on ne sait pas",
        "plus de 10 (Sherin et al. 1998) : atteint ou non, selon ce qu’on ne sait pas",
        "6 ou plus (femmes vétéranes) : atteint",
    )
    say(house, case, "4", None, scale=3, pack="hits-1")
    (whole,) = said(house, case)
    assert [line.rpartition(": ")[2] for line in whole.cutoffs] == [
        "atteint",
        "pas atteint par ces réponses",
        "atteint",
    ]
