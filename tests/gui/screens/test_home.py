"""Home: real clicks and keys over a house in memory."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from indoors import Indoors
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from said import aloud

from filet.application.composing import Issue
from filet.domain.kinds import ActionDone, ClosedSearched, Destination, PhraseRead, Status
from filet.gui.screens.home import HomeScreen
from filet.gui.widgets.buttons import Button, Link
from filet.gui.widgets.done_panel import DonePanel
from filet.gui.widgets.reading import bring_in

LEFT = Qt.MouseButton.LeftButton


def home(qtbot: QtBot, house: Indoors, *, width: int = 1134) -> HomeScreen:
    screen = HomeScreen(house.context, house.services, "MR")
    qtbot.addWidget(screen)
    screen.resize(width, 648)
    screen.show()
    screen.load()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


def names(screen: HomeScreen) -> list[str]:
    model = screen.list.model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def search(qtbot: QtBot, screen: HomeScreen, typed: str) -> None:
    screen.bar.search.clear()
    qtbot.keyClicks(screen.bar.search, typed)
    qtbot.keyClick(screen.bar.search, Qt.Key.Key_Return)


def test_imminent_danger_stands_first_then_what_is_late(qtbot: QtBot) -> None:
    house = Indoors()
    house.full()
    assert names(home(qtbot, house))[:3] == [
        "Violette\u00a0E.",
        "Églantine\u00a0F.",
        "Mirabelle\u00a0E.",
    ]


def test_names_of_columns_stand_over_them_beside_a_scroll_bar(qtbot: QtBot) -> None:
    house = Indoors()
    house.full()
    screen = home(qtbot, house)
    rows, head = screen.list.rows, screen.list.head
    assert head.rows_wide == head.width()
    screen.resize(1134, 480)
    qtbot.waitUntil(rows.verticalScrollBar().isVisible)
    assert head.rows_wide == rows.viewport().width() < head.width()


def test_a_closed_dossier_is_not_in_the_list(qtbot: QtBot) -> None:
    house = Indoors()
    house.full()
    assert "Aubépine\u00a0M." not in names(home(qtbot, house))


def test_arrows_move_and_enter_opens(qtbot: QtBot) -> None:
    house = Indoors()
    cases = house.full()
    screen = home(qtbot, house)
    screen.take_focus()
    qtbot.keyClick(screen.list.rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.case_chosen) as chosen:
        qtbot.keyClick(screen.list.rows, Qt.Key.Key_Return)
    assert chosen.args == [cases[1]]


def test_a_letter_typed_in_the_list_begins_a_search(qtbot: QtBot) -> None:
    house = Indoors()
    house.full()
    screen = home(qtbot, house)
    qtbot.keyClick(screen.list.rows, "s")
    qtbot.waitUntil(lambda: len(names(screen)) < 7)
    assert screen.bar.search.text() == "s"


def test_one_letter_finds_names_and_two_find_notes(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    house.case("Soraya")
    house.services.cases.note(case, "Le zona la fatigue.")
    screen = home(qtbot, house)
    search(qtbot, screen, "z")
    assert names(screen) == []
    search(qtbot, screen, "zo")
    assert names(screen) == ["Iris"]


def test_searching_closed_dossiers_is_asked_for_and_written(qtbot: QtBot) -> None:
    house = Indoors()
    house.case("Aubépine", status=Status.CLOSED)
    house.case("Iris")
    screen = home(qtbot, house)
    search(qtbot, screen, "aub")
    assert "aub" in screen.nothing.text.text()
    assert _searches(house) == 0
    qtbot.mouseClick(screen.nothing.closed, LEFT)
    assert names(screen) == ["Aubépine"]
    assert _searches(house) == 1


def test_looking_at_closed_dossiers_is_written_as_well(qtbot: QtBot) -> None:
    house = Indoors()
    house.full()
    screen = home(qtbot, house)
    qtbot.mouseClick(list(screen.bar.chips.values())[-1], LEFT)
    assert names(screen) == ["Aubépine\u00a0M."]
    assert _searches(house) == 1


def _searches(house: Indoors) -> int:
    entries = house.vault.state.entries.values()
    return sum(isinstance(entry.content, ClosedSearched) for entry in entries)


def test_numbers_only_leaves_no_name_anywhere(qtbot: QtBot) -> None:
    house = Indoors()
    house.full()
    screen = home(qtbot, house)
    assert "Violette" in aloud(screen)
    qtbot.mouseClick(screen.bar.numbers, LEFT)
    screen.begin_case()
    qtbot.keyClicks(screen.new_case.given.line, "Mira")
    qtbot.waitUntil(screen.new_case.near.isVisible)
    screen.new_case.given.line.clear()
    said = aloud(screen)
    for name in ("Violette", "Églantine", "Mirabelle", "Soraya", "Iris", "Jacinthe", "Capucine"):
        assert name not in said
    assert "26-A-0003" in said


def test_names_that_were_hidden_are_hidden_from_the_first_moment(qtbot: QtBot) -> None:
    house = Indoors()
    house.full()
    house.context.habits.take(numbers_only=True)
    screen = home(qtbot, house)
    assert "Violette" not in aloud(screen)
    assert screen.bar.numbers.isChecked()


def test_a_house_without_a_dossier_shows_how_to_begin(qtbot: QtBot) -> None:
    screen = home(qtbot, Indoors())
    assert screen.empty.isVisible()
    qtbot.mouseClick(screen.empty.new, LEFT)
    assert screen.new_case.isVisible()


def test_a_first_name_is_enough_to_open_a_dossier(qtbot: QtBot) -> None:
    house = Indoors()
    screen = home(qtbot, house)
    qtbot.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(screen.new_case.given.line, "Capucine")
    with qtbot.waitSignals([screen.case_chosen, screen.saved]):
        qtbot.keyClick(screen.new_case.given.line, Qt.Key.Key_Return)
    (line,) = house.services.home.first_page()
    assert line.given == "Capucine"


def test_dossiers_that_look_alike_come_before_a_new_one(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Mirabelle", "Exemple")
    screen = home(qtbot, house)
    screen.begin_case()
    qtbot.keyClicks(screen.new_case.given.line, "Mirab")
    qtbot.waitUntil(screen.new_case.near.isVisible)
    (button,) = screen.new_case.near.findChildren(Button)
    with qtbot.waitSignal(screen.case_chosen) as chosen:
        qtbot.mouseClick(button, LEFT)
    assert chosen.args == [case]


def links(screen: QWidget, word: str) -> list[Link]:
    found = screen.findChildren(Link)
    return [link for link in found if link.text() == word and link.isVisible()]


def first_link(qtbot: QtBot, screen: QWidget, word: str) -> Link:
    qtbot.waitUntil(lambda: bool(links(screen, word)))
    return links(screen, word)[0]


def test_what_is_done_is_said_by_whom_and_when(qtbot: QtBot) -> None:
    house = Indoors()
    house.enroll()
    case = house.case("Violette")
    house.plan(case, "appeler", days=-1)
    screen = home(qtbot, house)
    qtbot.mouseClick(first_link(qtbot, screen.todo, "C’est fait…"), LEFT)
    panel = screen.todo.findChild(DonePanel)
    assert isinstance(panel, DonePanel)
    assert panel.by.text() == "Maude R."
    panel.hour.line.clear()
    qtbot.keyClicks(panel.hour.line, "9h15")
    qtbot.mouseClick(panel.confirm, LEFT)
    (done,) = house.desk.read(case).all(ActionDone)
    assert (done.by, done.on.hour) == ("Maude R.", "09:15")
    assert not links(screen.todo, "C’est fait…")


def test_many_things_to_do_stand_under_one_another_and_are_scrolled_to(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Violette")
    for number in range(30):
        house.plan(case, f"appel {number:02}", days=-1, hour=f"{number // 6:02}:{number % 6}0")
    screen = home(qtbot, house)
    qtbot.waitUntil(lambda: len(links(screen.todo, "C’est fait…")) == 30)
    found = links(screen.todo, "C’est fait…")
    assert [link.accessibleName().split(",")[0][-8:] for link in found] == [
        f"appel {number:02}" for number in range(30)
    ]
    tops = [link.mapTo(screen.todo, link.rect().topLeft()).y() for link in found]
    assert all(below - above > found[0].height() for above, below in pairwise(tops))
    found[-1].setFocus()
    bring_in(found[-1])
    assert found[-1].visibleRegion().boundingRect() == found[-1].rect()


def test_a_review_is_never_ticked_it_opens_the_dossier(qtbot: QtBot) -> None:
    house = Indoors()
    cases = house.full()
    screen = home(qtbot, house)
    with qtbot.waitSignal(screen.case_chosen) as chosen:
        qtbot.mouseClick(first_link(qtbot, screen.todo, "Ouvrir"), LEFT)
    assert chosen.args == [cases[1]]


def test_with_large_text_what_is_to_be_done_has_its_own_place(qtbot: QtBot) -> None:
    house = Indoors(scale=2.0)
    house.full()
    screen = home(qtbot, house)
    assert screen.tabs.isVisible()
    assert not screen.todo.isVisible()
    assert screen.list.rows.horizontalScrollBar().maximum() == 0


def test_a_phrase_that_nobody_said_was_read_is_asked_about(qtbot: QtBot, tmp_path: Path) -> None:
    house = Indoors()
    case = house.case("Iris")
    issue = Issue("stays", "fr", Destination.STAYS_HERE)
    house.services.printing.save(case, issue, tmp_path / "a.pdf")
    screen = home(qtbot, house)
    assert screen.unread.isVisible()
    assert "Iris" not in screen.unread.accessibleName()
    screen.unread.chosen.emit(0)
    assert house.desk.read(case).all(PhraseRead)
    assert not screen.unread.isVisible()
