"""« Situation »: the one next thing to do leads where it is done."""

from __future__ import annotations

from uuid import uuid4

import pytest
from indoors import Indoors
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics
from weighed import say

from filet.application.attention import NextStep, Step
from filet.domain.ids import CaseId, PersonId
from filet.domain.kinds import (
    ChangeNoted,
    Level,
    PersonDescribed,
    Role,
    SafeContactSet,
    SourceKind,
)
from filet.gui.models.matters import step_said
from filet.gui.screens.situation import SituationScreen
from filet.gui.widgets.icons import IconDisc

LEFT = Qt.MouseButton.LeftButton


def opened(qtbot: QtBot, house: Indoors, case: CaseId) -> SituationScreen:
    screen = SituationScreen(house.context, house.services, case, "MR")
    qtbot.addWidget(screen)
    screen.resize(1134, 648)
    screen.show()
    screen.load()
    return screen


def reached(house: Indoors, *, noted: bool = True) -> CaseId:
    case = house.case("Iris")
    house.services.cases.set_safe_contact(case, SafeContactSet("819 555-0117"))
    if noted:
        house.services.cases.note(case, "Elle a appelé.")
    return case


def test_without_a_level_the_appreciation_comes_next_with_its_reason(qtbot: QtBot) -> None:
    house = Indoors()
    screen = opened(qtbot, house, reached(house))
    assert screen._what.text() == "Faire l’appréciation du risque"
    assert screen._why.text() == "Personne n’a encore signé de niveau."
    with qtbot.waitSignal(screen.step_wanted) as wanted:
        qtbot.mouseClick(screen.act, LEFT)
    assert wanted.args == [Step.APPRAISE]


def test_a_critical_fact_that_no_level_knows_of_says_which_and_when(qtbot: QtBot) -> None:
    house = Indoors()
    case = reached(house)
    house.sign(case, Level.MODERATE)
    house.clock.move(days=1)
    say(house, case, "neck_squeezed")
    screen = opened(qtbot, house, case)
    assert screen._what.text() == "Refaire l’appréciation du risque"
    assert screen._why.text() == (
        "Il lui a serré le cou ou l’a empêchée de respirer. Dit le 24\u00a0nov.;"
        " aucun niveau n’en tient compte encore."
    )


def test_a_late_review_leads_to_the_appreciation(qtbot: QtBot) -> None:
    house = Indoors()
    case = reached(house)
    house.sign(case, Level.MODERATE, review=1)
    house.clock.move(days=3)
    screen = opened(qtbot, house, case)
    assert screen._what.text() == "Refaire l’appréciation du risque"
    assert "2 jours" in screen._why.text()
    with qtbot.waitSignal(screen.step_wanted) as wanted:
        qtbot.mouseClick(screen.act, LEFT)
    assert wanted.args == [Step.REVIEW]


def test_once_a_level_stands_her_plan_comes_next(qtbot: QtBot) -> None:
    house = Indoors()
    case = reached(house)
    house.sign(case, Level.AGGRAVATED)
    screen = opened(qtbot, house, case)
    assert screen._what.text() == "Faire son scénario de protection avec elle"
    assert "Aggravé" in screen._why.text()
    with qtbot.waitSignal(screen.step_wanted) as wanted:
        qtbot.mouseClick(screen.act, LEFT)
    assert wanted.args == [Step.PLAN]


def test_before_she_said_anything_her_words_come_next(qtbot: QtBot) -> None:
    house = Indoors()
    screen = opened(qtbot, house, reached(house, noted=False))
    with qtbot.waitSignal(screen.words_wanted):
        qtbot.mouseClick(screen.act, LEFT)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_letter_of_the_page_is_given_once(qtbot: QtBot, language: str) -> None:
    house = Indoors(language)
    screen = opened(qtbot, house, reached(house))
    letters = mnemonics(screen)
    assert len(letters) == len(set(letters))
    assert aloud(screen)


def test_a_change_is_noted_by_keys_and_leads_to_the_appreciation(qtbot: QtBot) -> None:
    house = Indoors()
    case = reached(house)
    house.sign(case, Level.MODERATE, review=30)
    house.clock.move(days=1)
    screen = opened(qtbot, house, case)
    qtbot.keyClick(screen.note_change, Qt.Key.Key_Space)
    fields = screen.change.fields
    qtbot.keyClick(fields["trigger"].box, Qt.Key.Key_Down)
    assert fields["trigger"].text() == "hearing"
    assert "à vérifier" in fields["trigger"].hint.text()
    qtbot.keyClicks(fields["on"].line, "dans 9 jours")
    qtbot.keyClick(fields["source"].box, Qt.Key.Key_End)
    qtbot.keyClick(fields["source"].box, Qt.Key.Key_Up)
    qtbot.keyClicks(fields["words"].area, "Garde des enfants.")
    qtbot.keyClick(screen.change.keep, Qt.Key.Key_Space)
    (noted,) = house.desk.read(case).all(ChangeNoted)
    assert (noted.trigger, noted.on) == ("hearing", house.day(9))
    assert noted.source.kind is SourceKind.DOCUMENT
    assert not screen.change.isVisible()
    heard = aloud(screen)
    for words in ("Audience", "Garde des enfants.", "à revoir depuis le 24\u00a0nov."):
        assert words in heard
    assert screen._what.text() == "Refaire l’appréciation du risque"
    assert "Audience" in screen._why.text()
    assert "à revoir depuis le 24\u00a0nov." in screen.levels.line.accessibleName()
    cell = screen.levels.table.item(0, 2)
    assert cell is not None
    assert "24\u00a0nov." in cell.text()


def test_a_day_that_cannot_be_read_keeps_no_change(qtbot: QtBot) -> None:
    house = Indoors()
    screen = opened(qtbot, house, case := reached(house))
    qtbot.mouseClick(screen.note_change, LEFT)
    qtbot.keyClicks(screen.change.fields["on"].line, "bientot")
    qtbot.mouseClick(screen.change.keep, LEFT)
    assert screen.change.fields["on"].wrong.isVisible()
    assert house.desk.read(case).all(ChangeNoted) == ()


def drawn(disc: IconDisc) -> bool:
    """Tell whether something stands in a disc: its ground alone has one colour in its middle."""
    picture = disc.grab().toImage()
    middle = range(disc.width() // 4, 3 * disc.width() // 4)
    return len({picture.pixelColor(x, y).rgb() for x in middle for y in middle}) > 1


def test_each_person_around_her_has_an_outline_of_its_kind(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    for role in Role:
        house.services.cases.describe(case, PersonDescribed(PersonId(uuid4()), role, "Zoé"))
    discs = opened(qtbot, house, case).people.findChildren(IconDisc)
    assert len(discs) == len(Role) + 1  # she stood there before
    assert all(map(drawn, discs))


@pytest.mark.parametrize("step", Step)
def test_each_thing_to_do_next_has_an_outline(qtbot: QtBot, step: Step) -> None:
    house = Indoors()
    disc = IconDisc(house.context.theme, 44)
    qtbot.addWidget(disc)
    assert not drawn(disc)
    disc.show_icon(step_said(house.context, NextStep(step), {}).icon)
    assert drawn(disc)
