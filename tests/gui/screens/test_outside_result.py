"""The result of a tool filled in elsewhere: noted word for word, corrected, told in its fold alone."""

from __future__ import annotations

from typing import Any

import pytest
from fakes.press import FakePress
from indoors import Indoors
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed

from filet.domain.ids import CaseId
from filet.domain.instruments import Value
from filet.domain.kinds import Level, OutsideResultNoted
from filet.gui.models.events import events
from filet.gui.places import Place
from filet.gui.rooms import Rooms

SIZE = QSize(1134, 648)
GIVEN = "5, rang 5-6 (59 %)"


class Desk:
    """A house in memory, a dossier, and the page on which a result is noted."""

    def __init__(self, qtbot: QtBot, language: str = "fr") -> None:
        self.house, self.qtbot = Indoors(language), qtbot
        self.house.enroll()
        self.case: CaseId = self.house.case("Violette", "Essai-Côté")
        self.house.sign(self.case, Level.AGGRAVATED)
        self.rooms = self.enter()
        self.rooms.open_case(self.case)

    def enter(self) -> Rooms:
        house = self.house
        rooms = Rooms(house.context, house.services, "MR", FakePress, lambda _: SIZE)
        self.qtbot.addWidget(rooms)
        rooms.resize(SIZE)
        rooms.show()
        self.qtbot.waitExposed(rooms)
        return rooms

    @property
    def page(self) -> Any:
        return self.rooms.page

    def at(self, place: Place) -> Any:
        self.rooms.dossier.show(place)
        return self.page

    def begin(self) -> Any:
        self.rooms.activateWindow()
        self.qtbot.waitUntil(self.rooms.isActiveWindow)
        self.at(Place.JOURNAL).outside.click()
        return self.page

    def write(self, **texts: str) -> None:
        page = self.begin()
        for name, text in ({"tool": "ODARA", "result": GIVEN} | texts).items():
            page.fields[name].show_text(text)
        page.finish.click()

    def noted(self) -> tuple[OutsideResultNoted, ...]:
        return self.house.desk.read(self.case).all(OutsideResultNoted)

    def journal(self) -> list[str]:
        file = self.house.desk.read(self.case)
        return [event.text for event in events(self.house.context, file, (), {})]

    def fold(self) -> Any:
        tools = self.at(Place.RESULT).picture.tools
        tools.show_open(opened=True)
        return tools


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_a_result_is_noted_by_the_keyboard_word_for_word(desk: Desk) -> None:
    page = desk.begin()
    desk.qtbot.keyClicks(page.fields["tool"].box, "B-SAFER")
    area = page.fields["result"].area
    area.setFocus()
    desk.qtbot.keyClicks(area, GIVEN)
    desk.qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.noted() == ()
    assert page.finish.hasFocus()
    page.finish.click()
    (noted,) = desk.noted()
    assert (noted.tool, noted.result, noted.trained) == ("B-SAFER", GIVEN, Value.UNKNOWN)
    assert desk.rooms.where().place is Place.JOURNAL
    assert f"B-SAFER · {GIVEN}" in desk.journal()


def test_all_that_is_known_of_it_is_told_in_the_fold_of_the_tools(desk: Desk) -> None:
    desk.write(
        version="2013", norms="2010", filled_by="Sûreté du Québec", trained="yes",
        on="hier", document="rapport reçu par courrier",
    )  # fmt: skip
    said = aloud(desk.fold()).replace("\u00a0", " ")
    assert "ODARA, rempli ailleurs" in said
    assert f"« {GIVEN.replace(' %', ' %')} »" in said
    for part in ("version 2013", "normes : 2010", "par Sûreté du Québec", "personne formée à cet outil",
                 "selon : rapport reçu par courrier", "hier ("):  # fmt: skip
        assert part in said
    assert "Tel que reçu. Filet ne le recalcule pas." in said
    assert "Aucun outil n’a été rempli" not in said


def test_what_is_not_known_is_said_and_is_no_no(desk: Desk) -> None:
    desk.write()
    said = aloud(desk.fold())
    assert "par qui, on ne sait pas · formée ou non, on ne sait pas · jour inconnu" in said


def test_it_is_folded_away_until_a_level_is_chosen(desk: Desk) -> None:
    other = desk.house.case("Iris")
    desk.write()
    desk.rooms.open_case(other)
    tools = desk.fold()
    assert not tools.is_open()


def test_a_correction_shows_what_it_corrects_in_the_journal(desk: Desk) -> None:
    desk.write()
    desk.fold().outside_wanted.emit(desk.noted()[0].outside)
    assert "Corriger le résultat" in aloud(desk.page)
    assert desk.page.texts()["result"] == GIVEN
    desk.page.fields["result"].show_text("6, catégorie 5-6")
    desk.page.finish.click()
    assert [one.result for one in desk.noted()] == ["6, catégorie 5-6"]
    assert desk.rooms.where().place is Place.RESULT
    (line,) = [text for text in desk.journal() if "ODARA" in text]
    assert line.replace("\u00a0", " ").startswith("ODARA · 6, catégorie 5-6 · avant : ODARA · 5")


def test_a_lock_in_the_middle_of_a_correction_loses_nothing(desk: Desk) -> None:
    desk.write()
    desk.fold().outside_wanted.emit(desk.noted()[0].outside)
    desk.page.fields["result"].show_text("à moitié corr")
    where = desk.rooms.where()
    desk.rooms.flush()
    desk.rooms = desk.enter()
    desk.rooms.show_where(where)
    assert desk.page.texts()["result"] == "à moitié corr"
    desk.page.finish.click()
    assert [one.result for one in desk.noted()] == ["à moitié corr"]


def test_a_day_that_has_not_come_is_refused_and_what_was_written_stays(desk: Desk) -> None:
    desk.write(on="demain")
    assert desk.noted() == ()
    assert "pas encore venu" in aloud(desk.page)
    assert desk.page.texts()["result"] == GIVEN


@pytest.mark.parametrize("field", ["tool", "result"])
def test_without_a_tool_or_a_result_the_caret_goes_there(field: str, desk: Desk) -> None:
    desk.write(**{field: " "})
    assert desk.noted() == ()
    assert desk.page.fields[field].isAncestorOf(desk.rooms.focusWidget())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_control_has_a_name_and_a_key_of_its_own(language: str, qtbot: QtBot) -> None:
    page = Desk(qtbot, language).begin()
    assert unnamed(page) == []
    found = mnemonics(page)
    assert len(found) == len(set(found))
