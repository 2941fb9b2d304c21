"""The order in which one reads, and the way from one part of a page to the next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from filet.gui.widgets.reading import go_to_part


def page_of(qtbot: QtBot, *parts: QWidget) -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    for part in parts:
        row.addWidget(part)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def part_of(*inside: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    for widget in inside:
        column.addWidget(widget)
    return part


def test_one_goes_to_what_is_read_first_in_each_part(qtbot: QtBot) -> None:
    later, first, other = QLineEdit(), QLineEdit(), QLineEdit()
    one, empty, two = part_of(QLabel(), later), part_of(QLabel()), part_of(other)
    layout = one.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(0, first)
    page = page_of(qtbot, one, empty, two)
    went = []
    later.setFocus()
    for step in (1, 1, -1):
        go_to_part((one, empty, two), page.focusWidget(), step)
        went.append(page.focusWidget())
    assert went == [other, first, other]


def test_a_part_alone_that_takes_the_keyboard_is_a_control(qtbot: QtBot) -> None:
    before, line, nothing = QLineEdit(), QLineEdit(), part_of(QLabel())
    page = page_of(qtbot, before, line, nothing)
    before.setFocus()
    go_to_part((nothing, line), page.focusWidget(), 1)
    assert page.focusWidget() is line


def test_what_goes_takes_nothing_with_it_that_stood_behind(qtbot: QtBot) -> None:
    """Qt's own focus chain, asked in Python, makes each widget a part of the one before it."""
    label, area = QLabel(), QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    part = part_of(label, area, QLineEdit())
    page, inside = page_of(qtbot, part), area.viewport()
    go_to_part((part,), page.focusWidget(), 1)
    label.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isValid(inside)
