"""In which language an answer was given, and through whom: by keys, read back, said on paper."""

from __future__ import annotations

import pytest
from indoors import Indoors
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import aloud, unnamed

from filet.application.composing import Issue
from filet.application.interviewing import Spot
from filet.application.screening import new_session
from filet.domain.ids import CaseId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    Destination,
    Interpreting,
    Level,
    Manner,
    SessionBegun,
    Source,
    SourceKind,
    StatementMade,
    WordsNoted,
)
from filet.gui.models.told_in import THROUGH, told_in
from filet.gui.screens.interview import InterviewScreen

NECK = "neck_squeezed@inventaire-filet-1"


def begun(house: Indoors, language: str = "", through: Interpreting | None = None) -> Spot:
    case, session = house.case("Iris"), new_session()
    settled = SessionBegun(session, Manner.PHONE, language=language, interpreting=through)
    house.services.screening.begin(case, settled)
    return Spot(case, session, NECK)


def statement(house: Indoors, case: CaseId) -> StatementMade:
    (said,) = house.desk.read(case).all(StatementMade)
    return said


def asked(qtbot: QtBot, house: Indoors, spot: Spot) -> InterviewScreen:
    page = InterviewScreen(house.context, house.services, spot.case, spot.session)
    qtbot.addWidget(page)
    page.resize(1310, 648)
    page.show()
    qtbot.waitExposed(page)
    page.go_to(spot.item)
    return page


def test_an_answer_is_told_as_the_interview_was_settled() -> None:
    house = Indoors()
    spot = begun(house, "es", Interpreting.PHONE)
    house.services.interviewing.choose(spot, Value.YES)
    house.services.interviewing.quote(spot, "« me apretó »")
    said = statement(house, spot.case)
    assert (said.language, said.interpreting) == ("es", Interpreting.PHONE)
    (words,) = house.desk.read(spot.case).all(WordsNoted)
    assert (words.language, words.through_interpreter) == ("es", True)


def test_what_the_police_says_was_not_interpreted_for_her() -> None:
    house = Indoors()
    spot = begun(house, "es", Interpreting.PHONE)
    police = Spot(spot.case, spot.session, NECK, Source(SourceKind.POLICE))
    house.services.interviewing.choose(police, Value.YES)
    said = statement(house, spot.case)
    assert (said.language, said.interpreting) == ("", None)


def test_one_answer_is_said_otherwise_by_keys_and_its_words_follow(qtbot: QtBot) -> None:
    house = Indoors()
    spot = begun(house, "es", Interpreting.PHONE)
    house.services.interviewing.choose(spot, Value.YES)
    house.services.interviewing.quote(spot, "« me apretó »")
    page = asked(qtbot, house, spot)
    assert page.desk is not None
    told = page.desk.pane.sources.told_in
    assert told.change.text() == "Dit en espagnol, par interprète au téléphone"
    qtbot.keyClick(told.change, Qt.Key.Key_Space)
    assert not unnamed(told)
    assert "Jamais un enfant." in aloud(told)
    told.panel.fields["through"].box.setFocus()
    qtbot.keyClick(told.panel.fields["through"].box, Qt.Key.Key_Down)
    qtbot.keyClick(told.panel.keep, Qt.Key.Key_Space)
    said = statement(house, spot.case)
    assert (said.value, said.interpreting) == (Value.YES, Interpreting.RELATIVE)
    assert told.danger.isVisibleTo(told)
    assert "par un proche" in told.change.text()
    (words,) = house.desk.read(spot.case).all(WordsNoted)
    assert (words.text, words.through_interpreter) == ("« me apretó »", True)


def test_a_question_without_answer_offers_nothing_of_it(qtbot: QtBot) -> None:
    house = Indoors()
    page = asked(qtbot, house, begun(house))
    assert page.desk is not None
    assert not page.desk.pane.sources.told_in.isVisibleTo(page)


def test_a_language_that_no_list_knows_is_kept(qtbot: QtBot) -> None:
    house = Indoors()
    spot = begun(house, "créole")
    house.services.interviewing.choose(spot, Value.YES)
    page = asked(qtbot, house, spot)
    assert page.desk is not None
    told = page.desk.pane.sources.told_in
    assert told.change.text() == "Dit en créole"
    qtbot.keyClick(told.change, Qt.Key.Key_Space)
    qtbot.keyClick(told.panel.keep, Qt.Key.Key_Space)
    assert statement(house, spot.case).language == "créole"


@pytest.mark.parametrize(
    ("language", "through", "said"),
    [
        ("", None, ""),
        ("fr", Interpreting.NONE, ""),
        ("es", None, "dit en espagnol"),
        ("", Interpreting.ON_SITE, "par interprète"),
        ("ase", Interpreting.ON_SITE, "dit en langue des signes, par interprète"),
        ("innu", Interpreting.RELATIVE, "dit en innu, par un proche\u00a0: à redemander"),
    ],
)
def test_it_is_read_in_a_few_words(language: str, through: Interpreting | None, said: str) -> None:
    assert told_in(Indoors().context, language, through) == said


def test_every_way_but_none_is_read() -> None:
    assert set(THROUGH) == set(Interpreting) - {Interpreting.NONE}


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("fr", "elle dit en espagnol par un proche : à redemander"),
        ("en", "her said in Spanish through somebody close: to be asked again"),
    ],
)
def test_the_copy_of_an_appreciation_says_it(language: str, read: str) -> None:
    house = Indoors()
    spot = begun(house, "es", Interpreting.RELATIVE)
    house.services.interviewing.choose(spot, Value.YES)
    house.sign(spot.case, Level.AGGRAVATED)
    issue = Issue("appraisal", language, Destination.STAYS_HERE)
    assert read in str(house.services.printing.compose(spot.case, issue))
