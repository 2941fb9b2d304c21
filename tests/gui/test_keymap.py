"""Every key that the help promises does something in the window, and no other hides there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from filet.application.screening import new_session
from filet.domain.kinds import Manner, SessionBegun
from filet.gui.keymap import KEYMAP
from filet.gui.places import Part, Place
from filet.gui.where import HELP, SETTINGS

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
BY_THEMSELVES = {"Esc+Esc", "Tab", "Enter", "Esc", "F4", "Ctrl+=", *"12345"}
"""Keys that controls hear by themselves, or that are another way to type one of the list."""


def press(one: Any, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(one.shell.windowHandle(), key, held)
    QApplication.processEvents()


def opened(desk: Any) -> Any:
    one = desk()
    one.open()
    return one


def promised() -> set[str]:
    names = {"←": "Left", "Enter": "Return"}
    rows = (keys for group in KEYMAP for keys in group.rows)
    return {"+".join(names.get(cap, cap) for cap in keys.caps) for keys in rows}


def tied(one: Any) -> Iterator[str]:
    for shortcut in one.shell.findChildren(QShortcut):
        yield shortcut.key().toString()


def in_dossier(one: Any) -> Any:
    rooms = one.shell.room.pages.currentWidget()
    rooms.open_case(rooms._services.cases.create("Iris", "").value.case)
    return rooms


def asking(one: Any, *, hers: bool = False) -> Any:
    rooms = in_dossier(one)
    session = new_session()
    begun = SessionBegun(session, Manner.FACE_TO_FACE)
    rooms._services.screening.begin(rooms.dossier.case, begun)
    rooms.show_part(Part.APPRAISAL)
    rooms.page.begun.emit(session, hers)
    return rooms


def test_every_key_of_the_window_is_in_the_help(desk: Any) -> None:
    one = opened(desk)
    room = one.shell.room
    found = set(tied(one))
    for place in (SETTINGS, HELP):
        room.show_place(place)
        found |= set(tied(one))
    room.show_part(SETTINGS, "numbers")
    room.show_place("dossiers")
    rooms = asking(one)
    found |= set(tied(one))
    rooms.page.finished.emit()
    for part in Part:
        rooms.show_part(part)
        found |= set(tied(one))
    known = promised() | BY_THEMSELVES
    assert found - known == set()
    assert {"Ctrl+K", "Ctrl+J", "F1", "F8", "Alt+7", "Ctrl+P", "Ctrl+Return"} <= found & promised()


def test_f6_goes_through_the_parts_of_the_page_too(desk: Any) -> None:
    one = opened(desk)
    rooms = in_dossier(one)
    zones = {"rail": rooms.dossier.rail, "top": one.shell.room.top}
    zones |= dict(zip(("main", "aside"), rooms.zones(), strict=True))
    rooms.dossier.rail.all.setFocus()
    seen = []
    for _ in range(4):
        press(one, Qt.Key.Key_F6)
        focused = one.shell.focusWidget()
        seen.append(next(name for name, zone in zones.items() if zone.isAncestorOf(focused)))
    assert seen == ["top", "main", "aside", "rail"]


def test_nothing_but_urgent_numbers_comes_over_a_screen_that_is_hers(desk: Any) -> None:
    one = opened(desk)
    rooms = asking(one, hers=True)
    room = one.shell.room
    for key, held in ((Qt.Key.Key_5, CTRL), (Qt.Key.Key_F1, NONE), (Qt.Key.Key_J, CTRL)):
        press(one, key, held)
        assert room.pages.currentWidget() is rooms
    press(one, Qt.Key.Key_K, CTRL)
    assert room.anything.palette.isHidden()
    press(one, Qt.Key.Key_F9)
    assert room.place == "emergency"


def test_the_questions_of_an_interview_can_be_gone_to(desk: Any) -> None:
    one = opened(desk)
    rooms = asking(one)
    press(one, Qt.Key.Key_K, CTRL)
    palette = one.shell.room.anything.palette
    QTest.keyClicks(palette.line, "arme")
    press(one, Qt.Key.Key_Return)
    assert rooms.page.asking.spot.item.startswith("weapon_in_reach@")


def test_digits_do_nothing_where_they_were_turned_off(desk: Any) -> None:
    one = opened(desk)
    one.shell.habits.take(digits=False)
    rooms = asking(one)
    press(one, Qt.Key.Key_1)
    assert rooms.page.asking.question.voices == ()


def test_ctrl_j_notes_a_call_from_the_settings_and_with_the_keyboard_in_the_rail(desk: Any) -> None:
    one = opened(desk)
    press(one, Qt.Key.Key_5, CTRL)
    assert one.shell.room.place == SETTINGS
    one.shell.room.rail.buttons[SETTINGS].setFocus()
    press(one, Qt.Key.Key_J, CTRL)
    assert one.shell.room.place == "dossiers"
    assert one.shell.room.pages.currentWidget().where().place is Place.CALL


def test_alt_and_a_digit_go_to_a_part_with_the_keyboard_in_the_rail(desk: Any) -> None:
    one = opened(desk)
    rooms = one.shell.room.pages.currentWidget()
    rooms.open_case(rooms._services.cases.create("Iris", "").value.case)
    rooms.dossier.rail.all.setFocus()
    press(one, Qt.Key.Key_7, ALT)
    assert rooms.where().place is Place.JOURNAL
    press(one, Qt.Key.Key_Left, ALT)
    assert rooms.where().place is Place.HOME


def test_f1_shows_what_is_to_be_known_of_the_page_and_comes_back(desk: Any) -> None:
    one = opened(desk)
    press(one, Qt.Key.Key_J, CTRL)
    press(one, Qt.Key.Key_F1)
    assert one.shell.room.place == HELP
    assert one.shell.room.pages.currentWidget().where() == "call"
    press(one, Qt.Key.Key_F1)
    assert one.shell.room.pages.currentWidget().where().place is Place.CALL


def test_f1_helps_before_the_dossiers_are_open(desk: Any) -> None:
    one = desk()
    one.shell.doorway.page.initials.show_text("AB")
    press(one, Qt.Key.Key_F1)
    assert one.shell.doorway.help.where() == "passphrase"
    press(one, Qt.Key.Key_F9)
    assert one.shell.doorway.currentWidget() is one.shell.doorway.emergency
    press(one, Qt.Key.Key_F9)
    press(one, Qt.Key.Key_F1)
    press(one, Qt.Key.Key_F1)
    assert one.shell.doorway.currentWidget() is one.shell.doorway.page
    assert one.shell.doorway.page.initials.text() == "AB"


def test_ctrl_k_goes_to_a_dossier_by_a_few_letters(desk: Any) -> None:
    one = opened(desk)
    rooms = one.shell.room.pages.currentWidget()
    rooms._services.cases.create("Violette", "Essai-Côté")
    press(one, Qt.Key.Key_5, CTRL)
    press(one, Qt.Key.Key_K, CTRL)
    palette = one.shell.room.anything.palette
    QTest.keyClicks(palette.line, "cote")
    assert palette.list.item(0).text().replace("\u00a0", " ") == "Violette E."
    press(one, Qt.Key.Key_Return)
    assert one.shell.room.place == "dossiers"
    assert rooms.where().place is Place.SITUATION


def test_ctrl_k_shows_numbers_only_where_names_are_hidden(desk: Any) -> None:
    one = opened(desk)
    rooms = one.shell.room.pages.currentWidget()
    rooms._services.cases.create("Violette", "Essai")
    press(one, Qt.Key.Key_M, CTRL)
    press(one, Qt.Key.Key_K, CTRL)
    palette = one.shell.room.anything.palette
    QTest.keyClicks(palette.line, "violette")
    assert "Violette" not in palette.list.item(0).text()


def test_the_cover_closes_the_palette_and_what_was_typed_in_it(desk: Any) -> None:
    one = opened(desk)
    press(one, Qt.Key.Key_K, CTRL)
    palette = one.shell.room.anything.palette
    QTest.keyClicks(palette.line, "mirabelle")
    one.shell.hide_screen()
    assert palette.line.text() == ""
    assert palette.isHidden()


def test_no_dossier_is_found_while_somebody_asks(desk: Any) -> None:
    one = opened(desk)
    rooms = one.shell.room.pages.currentWidget()
    rooms._services.cases.create("Violette", "Essai")
    rooms._show_questions()
    press(one, Qt.Key.Key_K, CTRL)
    palette = one.shell.room.anything.palette
    QTest.keyClicks(palette.line, "violette")
    assert palette.list.count() == 0


def test_every_f_key_can_be_reached_by_the_palette(desk: Any) -> None:
    one = opened(desk)
    listed = {" ".join(command.keys) for command in one.shell.room.commands()}
    assert {"F1", "F9", "F6", "Maj F6"} <= listed


def test_the_list_can_be_searched_with_the_keyboard_in_the_rail(desk: Any) -> None:
    one = opened(desk)
    rooms = one.shell.room.pages.currentWidget()
    rooms._services.cases.create("Violette", "Essai")
    rooms.home.load()
    one.shell.room.rail.buttons["dossiers"].setFocus()
    press(one, Qt.Key.Key_F, CTRL)
    assert rooms.home.bar.search.hasFocus()
