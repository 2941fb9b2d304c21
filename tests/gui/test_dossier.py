"""A dossier speaks of her and of the author as the team was told to, on every page."""

from __future__ import annotations

import pytest
from fakes.press import FakePress
from indoors import Indoors
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from said import aloud, unnamed

from filet.application.composing import Issue
from filet.application.outcome import Topic
from filet.application.planning import new_measure
from filet.application.screening import new_session
from filet.domain.grammar import Forms, Grammar
from filet.domain.ids import CaseId
from filet.domain.kinds import (
    Destination,
    Manner,
    MeasureWritten,
    PersonDescribed,
    Role,
    SessionBegun,
)
from filet.domain.rows import people
from filet.domain.speaking import forms_of
from filet.gui.places import Part, Place
from filet.gui.rooms import Rooms
from filet.gui.screens.situation import SituationScreen

NBSP = "\u00a0"
MINE = (
    ("fr", Grammar.FEMININE, "Est-ce qu’elle vous a déjà serré le cou?"),
    ("fr", Grammar.NEUTRAL, "Est-ce que cette personne vous a déjà serré le cou?"),
    ("en", Grammar.FEMININE, "Has she ever squeezed your neck?"),
    ("en", Grammar.NEUTRAL, "Have they ever squeezed your neck?"),
)


def rooms(qtbot: QtBot, house: Indoors) -> Rooms:
    shown = Rooms(house.context, house.services, "MR", FakePress, lambda _: QSize(1134, 648))
    qtbot.addWidget(shown)
    shown.resize(1134, 648)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def describe(house: Indoors, case: CaseId, role: Role, pronoun: str) -> None:
    """Say how somebody is spoken of, whoever that is in the dossier."""
    cases, known = house.services.cases, people(house.desk.read(case)).values()
    person = next((one.person for one in known if one.role is role), cases.new_person())
    cases.describe(case, PersonDescribed(person, role, "Camille", pronoun=pronoun))


def situation(shown: Rooms) -> SituationScreen:
    page = shown.page
    assert isinstance(page, SituationScreen)
    return page


def key(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for one in keys:
        qtbot.keyClick(widget, one)


def test_how_somebody_is_spoken_of_is_chosen_by_keys_and_the_page_follows(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Camille")
    shown = rooms(qtbot, house)
    shown.open_case(case)
    page = situation(shown)
    assert "Autour d’elle" in aloud(page)
    key(qtbot, page.people.add, Qt.Key.Key_Space)
    assert not unnamed(page)
    panel = page.people.panel
    person = people(house.desk.read(case))
    (her,) = person.values()
    page.people.begin(her, page.people.add)
    box = panel.fields["pronoun"].box
    box.setFocus()
    key(qtbot, box, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert box.currentText() == "il : au masculin".replace(" :", f"{NBSP}:")
    key(qtbot, panel.keep, Qt.Key.Key_Space)
    assert forms_of(house.desk.read(case)) == Forms(her=Grammar.MASCULINE)
    shown.topics_changed(frozenset({Topic.CASE}))
    qtbot.waitUntil(lambda: shown.page is not page)
    told = aloud(situation(shown))
    assert "Autour de lui" in told
    assert "Autour d’elle" not in told


def test_a_dossier_that_says_nothing_speaks_as_before(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    shown = rooms(qtbot, house)
    shown.open_case(case)
    page = situation(shown)
    assert forms_of(house.desk.read(case)) == Forms()
    assert "La joindre sans danger" in aloud(page)


def test_the_next_dossier_is_spoken_of_in_its_own_grammar(qtbot: QtBot) -> None:
    house = Indoors()
    one, other = house.case("Camille"), house.case("Iris")
    describe(house, one, Role.HER, "masculine")
    shown = rooms(qtbot, house)
    shown.open_case(one)
    assert "Le joindre sans danger" in aloud(situation(shown))
    shown.open_case(other)
    assert "La joindre sans danger" in aloud(situation(shown))


@pytest.mark.parametrize(("language", "author", "asked"), MINE)
def test_the_interview_asks_about_the_author_as_the_dossier_says(
    qtbot: QtBot, language: str, author: Grammar, asked: str
) -> None:
    house = Indoors(language=language)
    case = house.case("Iris")
    describe(house, case, Role.AUTHOR, author)
    house.services.screening.begin(case, SessionBegun(new_session(), Manner.FACE_TO_FACE))
    shown = rooms(qtbot, house)
    shown.open_case(case)
    shown.show_part(Part.APPRAISAL)
    assert asked in aloud(shown.page).replace("'", "’" if language == "fr" else "'")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("her", [Grammar.MASCULINE, Grammar.NEUTRAL])
@pytest.mark.parametrize("place", [Place.SITUATION, Place.RESULT, Place.PLAN, Place.JOURNAL])
def test_no_page_says_a_bracket(qtbot: QtBot, language: str, her: Grammar, place: Place) -> None:
    house = Indoors(language=language)
    case = house.case("Camille")
    describe(house, case, Role.HER, her)
    describe(house, case, Role.AUTHOR, Grammar.NEUTRAL)
    shown = rooms(qtbot, house)
    shown.open_case(case)
    shown.dossier.show(place)
    assert "[" not in aloud(shown.page)


def test_a_measure_is_proposed_kept_and_printed_in_the_grammar_of_the_dossier() -> None:
    house = Indoors()
    case = house.case("Camille")
    describe(house, case, Role.AUTHOR, "feminine")
    describe(house, case, Role.HER, "masculine")
    plan = house.services.planning
    idea = next(one for one in plan.ideas(case) if one.measure.id == "neck_emergency")
    assert idea.measure.texts["fr"].text.startswith("Si elle me serre le cou, même une fois")
    plan.keep_idea(case, idea.origin, "fr", new_measure())
    (kept,) = house.desk.read(case).all(MeasureWritten)
    assert kept.text.startswith("Si elle me serre le cou, même une fois")
    paper = house.services.printing.compose(case, Issue("stays", "fr", Destination.STAYS_HERE))
    assert "Si elle me serre le cou" in str(paper)
    assert "[" not in str(paper.blocks)
