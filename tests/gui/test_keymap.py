"""Every key that the help promises does something in the window, and no other hides there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from filet.gui.keymap import KEYMAP
from filet.gui.places import Place
from filet.gui.room import HELP, SETTINGS

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BY_THEMSELVES = {"Esc+Esc", "Tab", "Enter", "Esc", "F4", "Ctrl+="}
"""Keys that controls hear by themselves, or that are another way to type one of the list."""


def press(
    one: Any, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
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


def test_every_key_of_the_window_is_in_the_help(desk: Any) -> None:
    one = opened(desk)
    room = one.shell.room
    rooms = room.pages.currentWidget()
    case = rooms._services.cases.create("Iris", "").value.case
    found = set(tied(one))
    for part in ("settings", "help"):
        room.show_place(part)
        found |= set(tied(one))
    room.show_place("dossiers")
    rooms.open_case(case)
    rooms.show_part(next(part for part in rooms.dossier.rail.parts if part == "journal"))
    found |= set(tied(one))
    known = promised() | BY_THEMSELVES
    assert found - known == set()
    assert {"Ctrl+K", "Ctrl+J", "Ctrl+5", "F1", "Alt+7", "Ctrl+Return"} <= found & promised()


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
