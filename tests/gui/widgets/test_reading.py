"""The order in which one reads, and the way from one part of a page to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from filet.gui.widgets.reading import go_to_part, next_control, read_as_laid_out


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


@pytest.fixture
def mixed(qtbot: QtBot) -> QWidget:
    """Return a page whose parts were made in another order than they stand in."""
    page = QWidget()
    rows, row = QVBoxLayout(page), QHBoxLayout()
    last, second, first, third = (QLineEdit(name) for name in ("last", "second", "first", "third"))
    rows.addWidget(last)
    rows.insertWidget(0, first)
    rows.insertLayout(1, row)
    row.addWidget(third)
    row.insertWidget(0, second)
    row.insertWidget(1, QLabel("between"))
    rows.insertWidget(2, scrolled("fourth", "fifth"))
    rows.insertWidget(3, stacked("sixth", "unseen"))
    unable, hidden = QLineEdit("unable"), scrolled("hidden")
    rows.insertWidget(2, unable)
    rows.insertWidget(3, hidden)
    unable.setEnabled(False)
    hidden.hide()
    qtbot.addWidget(page)
    page.show()
    return page


def scrolled(*names: str) -> QScrollArea:
    area, inside = QScrollArea(), QWidget()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    rows = QVBoxLayout(inside)
    for name in reversed(names):
        rows.insertWidget(0, QLineEdit(name))
    area.setWidget(inside)
    return area


def stacked(*names: str) -> QStackedWidget:
    pages = QStackedWidget()
    for name in names:
        pages.addWidget(QLineEdit(name))
    return pages


def went(page: QWidget, step: int, times: int = 8) -> list[str]:
    names = []
    for _ in range(times):
        control = next_control(page, step)
        assert isinstance(control, QLineEdit)
        control.setFocus()
        names.append(control.text())
    return names


ORDER = ["first", "second", "third", "fourth", "fifth", "sixth", "last"]


def test_tab_goes_as_one_reads_and_round(mixed: QWidget) -> None:
    mixed.setFocus()
    assert went(mixed, 1) == [*ORDER, "first"]


def test_shift_and_tab_go_back_and_round(mixed: QWidget) -> None:
    mixed.setFocus()
    assert went(mixed, -1) == [*reversed(ORDER), "last"]


def test_where_nothing_takes_tab_nothing_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    assert next_control(page, 1) is None
    assert next_control(page, -1) is None


def test_a_control_alone_comes_back_to_itself(qtbot: QtBot) -> None:
    page = QWidget()
    alone = QLineEdit(parent=page)
    qtbot.addWidget(page)
    page.show()
    alone.setFocus()
    assert next_control(page, 1) is alone
    assert next_control(page, -1) is alone


def test_what_is_made_last_and_stands_first_is_met_first(qtbot: QtBot) -> None:
    page, drawn, made, beside = QWidget(), QLabel("drawn"), QLabel("made"), QLabel("beside")
    qtbot.addWidget(page)
    column, row = QVBoxLayout(page), QHBoxLayout()
    column.addWidget(drawn)
    column.insertLayout(0, row)
    row.addWidget(made)
    apart = QLabel("apart", page)
    row.addWidget(beside)
    read_as_laid_out(page)
    met = QAccessible.queryAccessibleInterface(page)
    names = [met.child(n).text(QAccessible.Text.Name) for n in range(met.childCount())]
    assert names == [one.text() for one in (made, beside, drawn, apart)]
