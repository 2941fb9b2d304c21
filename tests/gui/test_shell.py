from typing import Any

import pytest
from builders import PASSPHRASE
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from filet.gui.guards import AWAY, COVERED, Face
from filet.gui.places import Part, Place
from filet.gui.where import HELP


def press(one: Any, *keys: Qt.Key) -> None:
    """Type as the system does: the window hears first, then the control."""
    for key in keys:
        QTest.keyClick(one.shell.windowHandle(), key)


def opened(desk: Any, **how: Any) -> Any:
    one = desk(**how)
    one.open()
    return one


def test_the_title_names_nobody(desk: Any) -> None:
    assert opened(desk).shell.windowTitle() == "Filet"


def test_escape_twice_shows_the_hour_and_nothing_else(desk: Any) -> None:
    one = opened(desk)
    press(one, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert one.face is Face.COVER
    assert one.shell.stack.currentWidget() is one.shell.cover
    assert not one.shell.room.isVisible()
    assert one.shell.cover.accessibleName() == "14\u00a0h\u00a030, lundi 23\u00a0novembre 2026"


def test_escape_once_hides_nothing(desk: Any) -> None:
    one = opened(desk)
    press(one, Qt.Key.Key_Escape)
    one.wait(1)
    press(one, Qt.Key.Key_Escape)
    assert one.face is Face.ROOM


def test_enter_comes_back(desk: Any) -> None:
    one = opened(desk)
    one.shell.hide_screen()
    press(one, Qt.Key.Key_Return)
    assert one.face is Face.ROOM
    assert one.shell.stack.currentWidget() is one.shell.room


def test_the_door_hides_too_with_what_was_typed(desk: Any) -> None:
    one = desk()
    page = one.shell.doorway.page
    page.initials.show_text("AB")
    page.passphrase.take_focus()
    press(one, Qt.Key.Key_P, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert one.shell.stack.currentWidget() is one.shell.cover
    assert not page.isVisible()
    one.wait(COVERED + 1)
    press(one, Qt.Key.Key_F9, Qt.Key.Key_Return)
    assert one.face is Face.DOOR
    one.wait(1)
    press(one, Qt.Key.Key_Q)
    assert page.isVisible()
    assert page.passphrase.take() == "pq"


def test_a_recovery_key_is_hidden_and_stays_to_be_copied(desk: Any) -> None:
    one = desk(made=False)
    first = one.shell.doorway.page
    press(one, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert not first.isVisible()
    press(one, Qt.Key.Key_Return)
    assert first.isVisible()
    assert one.shell.doorway.page is first


def test_dossiers_that_open_behind_the_cover_wait_for_who_hid_the_screen(desk: Any) -> None:
    one = desk()
    one.shell.hide_screen()
    one.open()
    assert one.shell.stack.currentWidget() is one.shell.cover
    press(one, Qt.Key.Key_Return)
    assert one.face is Face.ROOM
    assert one.shell.stack.currentWidget() is one.shell.room


def test_a_page_that_asks_for_the_keyboard_behind_the_cover_hears_nothing(desk: Any) -> None:
    one = desk()
    page = one.shell.doorway.page
    one.shell.hide_screen()
    page.passphrase.take_focus()
    press(one, Qt.Key.Key_P, Qt.Key.Key_Return)
    assert one.face is Face.DOOR
    assert page.passphrase.take() == ""


def test_a_locked_screen_hides_and_is_still_locked(desk: Any) -> None:
    one = opened(desk)
    one.shell.lock()
    press(one, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert one.shell.stack.currentWidget() is one.shell.cover
    press(one, Qt.Key.Key_Return)
    assert one.face is Face.LOCK
    assert one.shell.stack.currentWidget() is one.shell.doorway


def test_no_other_key_comes_back(desk: Any) -> None:
    one = opened(desk)
    one.shell.hide_screen()
    press(one, Qt.Key.Key_Space, Qt.Key.Key_F9, Qt.Key.Key_A)
    QTest.mouseClick(one.shell.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert one.face is Face.COVER


def test_what_is_typed_just_after_is_ignored(desk: Any) -> None:
    one = opened(desk)
    one.shell.hide_screen()
    press(one, Qt.Key.Key_Return)
    press(one, Qt.Key.Key_F1)
    assert one.shell.room.place != HELP
    one.wait(0.5)
    press(one, Qt.Key.Key_F1)
    assert one.shell.room.place == HELP


def test_a_key_still_held_is_waited_for(desk: Any) -> None:
    one = opened(desk)
    one.shell.hide_screen()
    QTest.keyPress(one.shell.windowHandle(), Qt.Key.Key_Return)
    one.wait(5)
    press(one, Qt.Key.Key_F1)
    assert one.shell.room.place != HELP
    QTest.keyRelease(one.shell.windowHandle(), Qt.Key.Key_Return)
    press(one, Qt.Key.Key_F1)
    assert one.shell.room.place == HELP


def test_a_hidden_screen_locks_after_a_minute(desk: Any) -> None:
    one = opened(desk)
    one.shell.hide_screen()
    one.wait(60)
    assert one.face is Face.LOCK


def test_locking_asks_nothing_and_leaves_no_page(desk: Any, qtbot: QtBot) -> None:
    one = opened(desk)
    qtbot.mouseClick(one.shell.room.top.lock, Qt.MouseButton.LeftButton)
    assert one.face is Face.LOCK
    assert one.shell.room is None
    again = one.house.unlock()
    one.house.unlocking.lock(again)


def test_five_idle_minutes_lock(desk: Any) -> None:
    one = opened(desk)
    one.wait(299)
    assert one.shell.room.warning.isVisible()
    one.wait(2)
    assert one.face is Face.LOCK


def test_a_key_cancels_the_announced_lock(desk: Any) -> None:
    one = opened(desk)
    one.wait(290)
    press(one, Qt.Key.Key_Shift)
    one.wait(20)
    assert one.face is Face.ROOM
    assert not one.shell.room.warning.isVisible()


def test_the_same_page_comes_back(desk: Any) -> None:
    one = opened(desk)
    one.shell.room.show_place(HELP)
    one.shell.lock()
    one.wait(AWAY)
    one.open()
    assert one.shell.room.place == HELP


def test_after_a_long_lock_she_is_asked(desk: Any, qtbot: QtBot) -> None:
    one = opened(desk)
    one.shell.room.show_place(HELP)
    one.shell.lock()
    one.wait(AWAY + 1)
    one.open()
    assert one.shell.room.place != HELP
    assert one.shell.room.offer.title() == "Reprendre où vous étiez?"
    qtbot.mouseClick(one.shell.room.offer._buttons[0], Qt.MouseButton.LeftButton)
    assert one.shell.room.place == HELP


def test_an_exercise_says_so_everywhere(desk: Any) -> None:
    one = opened(desk, training=True)
    band = one.shell.room.findChild(object, "exercise")
    assert band is not None
    real = one.given.resources
    assert one.shell.context.theme.exercise
    assert one.shell.context.theme.folder == real


def test_a_house_has_no_band(desk: Any) -> None:
    one = opened(desk)
    assert one.shell.room.findChild(object, "exercise") is None


def test_larger_text_keeps_the_place(desk: Any) -> None:
    one = opened(desk)
    one.shell.room.show_place(HELP)
    one.shell.habits.resize_text(1)
    assert one.shell.context.theme.scale == 1.15
    assert one.shell.room.place == HELP
    assert one.given.preferences.read()["scale"] == 1.15


def test_f6_goes_through_rail_bar_and_page(desk: Any) -> None:
    one = opened(desk)
    room = one.shell.room
    room.rail.buttons["dossiers"].setFocus()
    seen = []
    for _ in range(3):
        room.next_zone(1)
        focused = one.shell.focusWidget()
        zones = {"rail": room.rail, "top": room.top, "page": room.pages}
        seen.append(next(name for name, zone in zones.items() if zone.isAncestorOf(focused)))
    assert seen == ["top", "page", "rail"]


def test_what_this_computer_remembers_names_nobody(desk: Any) -> None:
    one = opened(desk)
    one.shell.doorway.habits_changed.emit(one.shell.habits.now)
    assert set(one.given.preferences.read()) == {
        "folder", "language", "theme", "scale", "idle", "numbers_only", "digits", "printer",
    }  # fmt: skip
    assert PASSPHRASE not in str(one.given.preferences.read())


def test_names_hidden_by_ctrl_m_stay_hidden_the_next_day(desk: Any) -> None:
    one = opened(desk)
    QTest.keyClick(one.shell.windowHandle(), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert one.given.preferences.read()["numbers_only"] is True
    QTest.keyClick(one.shell.windowHandle(), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert one.given.preferences.read()["numbers_only"] is False


def test_the_wait_that_was_chosen_counts_at_once(desk: Any) -> None:
    one = opened(desk)
    one.shell.habits.take(idle=2)
    one.wait(100)
    assert one.shell.room.warning.isVisible()
    one.wait(21)
    assert one.face is Face.LOCK


def test_a_longer_wait_counts_at_the_next_opening(desk: Any) -> None:
    one = desk()
    one.shell.habits.take(idle=10)
    one.open()
    one.wait(560)
    assert one.face is Face.ROOM


def test_another_size_of_text_leaves_her_where_she_was_everywhere(desk: Any) -> None:
    one = opened(desk)
    rooms = one.shell.room.pages.currentWidget()
    rooms.show_call()
    one.shell.room.show_place(HELP)
    one.shell.habits.take(scale=1.3)
    assert one.shell.room.place == HELP
    one.shell.room.show_place("dossiers")
    assert one.shell.room.pages.currentWidget().where().place == Place.CALL


def test_asking_again_for_the_dossiers_goes_back_to_the_list(desk: Any, qtbot: QtBot) -> None:
    one = opened(desk)
    room = one.shell.room
    rooms = room.pages.currentWidget()
    rooms.show_call()
    assert rooms.where() != rooms.home
    QTest.keyClick(one.shell.windowHandle(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rooms.page is rooms.home)
    assert room.place == "dossiers"


def test_the_bar_tells_the_truth_about_the_last_write(desk: Any) -> None:
    one = opened(desk)
    top, rooms = one.shell.room.top, one.shell.room.pages.currentWidget()
    rooms.failed.emit(None)
    unsaved = top.written.text()
    rooms.saved.emit("")
    assert unsaved == "Pas encore enregistré"
    assert top.written.text().startswith("Enregistré à")


@pytest.mark.parametrize("training", [False, True])
def test_at_twice_the_text_the_window_never_outgrows_the_screen(
    desk: Any, application: QApplication, training: bool
) -> None:
    one = desk(scale=2.0, training=training)
    one.open()
    rooms = one.shell.room.pages.currentWidget()
    case = rooms._services.cases.create("Iris", "").value.case
    rooms.open_case(case)
    for part in Part:
        rooms.show_part(part)
        application.processEvents()
        assert (one.shell.width(), one.shell.height()) == (1366, 696), part


def test_the_rail_of_a_dossier_has_each_place_once_however_often_one_goes_home(desk: Any) -> None:
    one = opened(desk)
    rooms = one.shell.room.pages.currentWidget()
    case = rooms._services.cases.create("Iris", "").value.case
    for _ in range(3):
        rooms.open_case(case)
        rooms.show_home()
    rail = rooms.dossier.rail
    assert rail._foot.count() == len(rail.below)


def test_at_home_nothing_is_left_of_the_rail_of_a_dossier(desk: Any) -> None:
    one = opened(desk)
    rooms = one.shell.room.pages.currentWidget()
    rooms.open_case(rooms._services.cases.create("Iris", "").value.case)
    assert rooms.dossier.rail.isVisible()
    rooms.show_home()
    assert not rooms.dossier.rail.isVisible()
    assert one.shell.room.rail.isVisible()


def test_the_cover_speaks_the_language_that_was_chosen_since_it_was_first_shown(desk: Any) -> None:
    one = opened(desk)
    one.shell.hide_screen()
    press(one, Qt.Key.Key_Return)
    one.shell.habits.take(language="en")
    one.shell.hide_screen()
    assert one.shell.cover.accessibleName() == "2:30\u00a0p.m., Monday, November\u00a023, 2026"
