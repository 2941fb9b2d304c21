"""« Avant de commencer »: everything optional, nothing lost, kept when the interview begins."""

from __future__ import annotations

from collections import Counter

import pytest
from fits import cut
from indoors import Indoors
from interviews import CTRL, LEFT
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import mnemonics, unnamed

from filet.domain.ids import CaseId, SessionId
from filet.domain.instruments import Value
from filet.domain.kinds import Hears, Interpreting, Manner, SessionBegun, ToTell
from filet.gui.screens.before import BeforeScreen


def opened(
    qtbot: QtBot,
    house: Indoors,
    case: CaseId,
    session: SessionId | None = None,
    size: tuple[int, int] = (1310, 648),
) -> BeforeScreen:
    page = BeforeScreen(house.context, house.services, case, session)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    return page


def begun(house: Indoors, case: CaseId) -> list[SessionBegun]:
    return list(house.desk.read(case).all(SessionBegun))


def fill(page: BeforeScreen) -> None:
    texts = {
        "manner": "phone",
        "speaks_freely": "no",
        "hears": "child unknown",
        "who_hears": "Théo dort dans la pièce",
        "language": "es",
        "interpreting": "phone",
        "stop_word": "mitaine",
        "screen_turned": "yes",
        "written": "said",
        "limits": "not_yet",
        "her_words": "C'est correct.",
    }
    for name, text in texts.items():
        page.form.fields[name].show_text(text)


def test_nothing_is_chosen_before_she_chooses(qtbot: QtBot) -> None:
    house = Indoors()
    page = opened(qtbot, house, house.case("Mirabelle"))
    assert set(page.texts().values()) == {""}


def test_everything_may_stay_empty_and_the_interview_begins(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Mirabelle")
    page = opened(qtbot, house, case)
    with qtbot.waitSignal(page.begun) as told:
        qtbot.mouseClick(page.later, LEFT)
    (kept,) = begun(house, case)
    assert told.args == [kept.session, False]
    assert kept == SessionBegun(kept.session)


def test_all_that_is_settled_is_kept(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Mirabelle")
    page = opened(qtbot, house, case)
    fill(page)
    with qtbot.waitSignal(page.begun) as told:
        qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    (kept,) = begun(house, case)
    assert told.args == [kept.session, True]
    assert kept == SessionBegun(
        kept.session, Manner.PHONE, Value.NO, "Théo dort dans la pièce", "es", "", "mitaine",
        False, True, (Hears.CHILD, Hears.UNKNOWN), Interpreting.PHONE, (ToTell.WRITTEN,),
        (ToTell.LIMITS,), "C'est correct.",
    )  # fmt: skip


def test_the_notice_is_given_once_all_four_are_said(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Mirabelle")
    page = opened(qtbot, house, case)
    for one in ToTell:
        page.form.fields[one].show_text("said")
    qtbot.mouseClick(page.go_on, LEFT)
    assert begun(house, case)[0].notice_given


def test_a_language_that_is_not_listed_is_kept_as_it_is_typed(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Mirabelle")
    page = opened(qtbot, house, case)
    page.form.fields["language"].setEditText("tagalog")
    qtbot.mouseClick(page.go_on, LEFT)
    assert begun(house, case)[0].language == "tagalog"
    page.form.fields["language"].setEditText("Espagnol")
    assert page.form.fields["language"].text() == "es"


def test_it_begins_once_however_often_it_is_pressed(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Mirabelle")
    page = opened(qtbot, house, case)
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    assert len(begun(house, case)) == 1


def test_what_is_written_is_a_draft_and_comes_back(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Mirabelle")
    page = opened(qtbot, house, case)
    qtbot.keyClicks(page.form.fields["stop_word"].line, "mitaine")
    with qtbot.waitSignal(page.left):
        page.leave()
    again = opened(qtbot, house, case)
    assert again.form.fields["stop_word"].text() == "mitaine"
    assert begun(house, case) == []
    qtbot.mouseClick(again.go_on, LEFT)
    assert house.services.drafting.read(house.services.drafting.key("before", case)) == {}


def test_what_was_settled_is_shown_again_and_settled_anew(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Mirabelle")
    page = opened(qtbot, house, case)
    fill(page)
    qtbot.mouseClick(page.go_on, LEFT)
    (first,) = begun(house, case)
    again = opened(qtbot, house, case, first.session)
    assert again.texts() == page.texts()
    again.form.fields["speaks_freely"].show_text("yes")
    qtbot.mouseClick(again.go_on, LEFT)
    (kept,) = begun(house, case)
    assert (kept.session, kept.speaks_freely) == (first.session, Value.YES)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_control_has_a_name_and_no_two_the_same_letter(qtbot: QtBot, language: str) -> None:
    house = Indoors(language)
    page = opened(qtbot, house, house.case("Mirabelle"))
    assert unnamed(page) == []
    letters = Counter(mnemonics(page))
    assert not {letter: count for letter, count in letters.items() if count > 1}


@pytest.mark.parametrize(
    ("scale", "size"),
    [
        (1.0, (1310, 648)),
        (1.0, (1037, 566)),
        (1.0, (904, 512)),
        (1.5, (1310, 648)),
        (2.0, (1310, 648)),
    ],
)
def test_no_word_is_cut_and_nothing_is_sideways(
    qtbot: QtBot, scale: float, size: tuple[int, int]
) -> None:
    house = Indoors(scale=scale)
    page = opened(qtbot, house, house.case("Mirabelle"), size=size)
    qtbot.wait(1)
    assert (page.width(), page.height()) == size
    assert list(cut(page)) == []
