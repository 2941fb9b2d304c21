"""A page that is not shown cannot be walked to, and comes back as it was."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget
from pytestqt.qtbot import QtBot
from said import walked
from shiboken6 import isValid

from filet.gui.widgets.one_shown import Slot, pages_of, take_in, turn_to


def test_only_the_page_that_is_shown_can_be_walked_to(qtbot: QtBot) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    for word in ("Mirabelle", "14 h 30"):
        turn_to(stack, QLabel(word))
    assert walked(stack) == ["14 h 30"]


def test_a_page_that_left_is_kept_and_comes_back_in_the_size_of_the_window(qtbot: QtBot) -> None:
    stack, line, cover = QStackedWidget(), QLineEdit(), QLabel()
    qtbot.addWidget(stack)
    turn_to(stack, line)
    stack.show()
    line.setText("à moitié")
    turn_to(stack, cover)
    stack.resize(700, 300)
    turn_to(stack, line)
    assert line.isVisible()
    assert not cover.isVisible()
    assert (line.text(), line.size()) == ("à moitié", stack.size())


def test_nothing_is_deleted_that_python_holds_no_more(qtbot: QtBot) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    turn_to(stack, QLabel("Mirabelle"))
    turn_to(stack, QLabel("14 h 30"))
    gc.collect()
    assert all(map(isValid, pages_of(stack)))
    assert len(pages_of(stack)) == 2


def test_a_page_may_be_taken_in_before_it_is_shown(qtbot: QtBot) -> None:
    stack, page = QStackedWidget(), QLabel("Mirabelle")
    qtbot.addWidget(stack)
    stack.show()
    take_in(stack, page)
    assert pages_of(stack) == [page]
    assert not page.isVisible()
    assert walked(stack) == []


def test_a_slot_may_hold_nothing(qtbot: QtBot) -> None:
    slot, rail = Slot(), QLabel("Mirabelle")
    qtbot.addWidget(slot)
    slot.show_part(rail)
    assert walked(slot) == ["Mirabelle"]
    slot.show_part(None)
    assert slot.isHidden()
    assert walked(slot) == []
